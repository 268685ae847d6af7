"""A whole cycle worked out (section 3.4): what it was given, then every quantity with its formula and its entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import Fact, InputError, fact
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.explanation import Explanation
from tui_backprop.explain.network.derivation import PRODUCTS
from tui_backprop.explain.network.explanation import explain_cell
from tui_backprop.explain.network.notation import MISPRINTED, SYMBOLS, updated_symbol
from tui_backprop.explain.typeset import significant
from tui_backprop.training.network.snapshot import Snapshot

GIVEN = ("x1", "tx1", "theta1", "theta2")
"""What a cycle starts from: the sample, its label, and the parameters before the update."""

COMPUTED = (
    "x2", "jacobian_f1_x1", "jacobian_f1_theta1",
    "x3", "jacobian_f2_x2",
    "x4", "jacobian_f3_x3", "jacobian_f3_theta2",
    "x5", "jacobian_f4_x4",
    "theta2_gradient",
    "product_f3", "product_f2", "theta1_gradient_row", "theta1_gradient",
    "theta2_change", "theta2", "theta1_change", "theta1",
)  # fmt: skip
"""What it computes, in this order; the parameters are those after the update."""

_FORMULAS = {
    "x2": "x⁽²⁾ = θ⁽¹⁾·[1; x⁽¹⁾]",
    "jacobian_f1_x1": "∂x⁽²⁾ᵢ/∂x⁽¹⁾ⱼ = θ⁽¹⁾ᵢ,ⱼ",
    "jacobian_f1_theta1": "J_θ⁽¹⁾(f₁) = diag([1 x⁽¹⁾ᵀ], …, [1 x⁽¹⁾ᵀ])",
    "x3": "x⁽³⁾ = [1; s(x⁽²⁾)]",
    "jacobian_f2_x2": "J_x⁽²⁾(f₂) = [0; diag(s·(1 − s))]",
    "x4": "x⁽⁴⁾ = s(θ⁽²⁾·x⁽³⁾)",
    "jacobian_f3_x3": "J_x⁽³⁾(f₃) = θ⁽²⁾·x⁽⁴⁾·(1 − x⁽⁴⁾)",
    "jacobian_f3_theta2": "J_θ⁽²⁾(f₃) = x⁽³⁾ᵀ·x⁽⁴⁾·(1 − x⁽⁴⁾)",
    "x5": "E = ½(x⁽⁴⁾ − t)²",
    "jacobian_f4_x4": "J_x⁽⁴⁾(f₄) = x⁽⁴⁾ − t",
    **{code: f"{SYMBOLS[code]} = {SYMBOLS[left]}·{SYMBOLS[right]}" for code, (left, right) in PRODUCTS.items()},
    **{
        f"{code}_change": f"{SYMBOLS[f'{code}_change']} = −α·{SYMBOLS[f'{code}_gradient']}"
        for code in ("theta1", "theta2")
    },
    **{
        code: f"{updated_symbol(SYMBOLS[code])} = {SYMBOLS[code]} + {SYMBOLS[f'{code}_change']}"
        for code in ("theta1", "theta2")
    },
}


@dataclass(frozen=True)
class Entry:
    """One entry of a quantity, its row and column counted from 0, and where it comes from."""

    row: int
    column: int
    explanation: Explanation

    def steps(self) -> list[str]:
        """What the entry equals, one after the other: formulas, numbers, result; no two of them are alike."""
        made = self.explanation
        steps = (*made.forms, made.numbers, significant(made.result))
        return list(dict.fromkeys(step for step in steps if step))


@dataclass(frozen=True, eq=False)
class Part:
    """One quantity: its `symbol`, the `formula` of the whole matrix ("" where there is none), its numbers and entries.

    An entry that is zero by structure is not among them: `zeros` counts those.
    """

    code: str
    symbol: str
    formula: str
    phase: Phase
    values: Array
    meaning: Fact
    entries: tuple[Entry, ...] = ()
    zeros: int = 0
    misprint: Fact | None = None

    @property
    def terms(self) -> int:
        """How many products are added up in each entry, 0 where it is no product of matrices."""
        return len(self.entries[0].explanation.terms) if self.entries else 0

    @property
    def vanishing(self) -> int:
        """How many products in the sum of each entry are zero by structure (`zeros` counts entries, not products)."""
        return sum(term.structural for term in self.entries[0].explanation.terms) if self.entries else 0

    @property
    def equation(self) -> str:
        """The article's number of the equation."""
        given = self.phase is Phase.START or not self.code.startswith("theta")
        return QUANTITIES[self.code].equation if given or "_" in self.code else "3.5"


@dataclass(frozen=True, eq=False)
class WorkedCycle:
    """A cycle worked out: the moment, all its arrays by name, what it was given, and the parts that were asked for."""

    moment: Snapshot
    values: Mapping[str, Array]
    given: tuple[Part, ...]
    parts: tuple[Part, ...]


def work(moment: Snapshot, phase: Phase = Phase.UPDATE, what: Sequence[str] = ()) -> WorkedCycle:
    """Work the cycle of a snapshot out, which has taken its update, as far as `phase`, or only the quantities `what`.

    Raises InputError for cycle 0, and what `check` refuses.
    """
    if not moment.cycle:
        raise InputError("explain", "no_cycle")
    check(phase, what)
    values = dict(moment.values)
    if moment.edited:
        # The cycle's own update, without what was changed by hand after it.
        values |= {code: values[f"{code}_before"] + values[f"{code}_change"] for code in ("theta1", "theta2")}
    computed = [code for code in COMPUTED if _phase(code) <= phase and (code in what or not what)]
    given = [code for code in GIVEN if not what or (code in what and code not in computed)]
    folded = "theta1_gradient_row" in computed
    return WorkedCycle(
        moment,
        values,
        tuple(_given(moment, code) for code in given),
        # The entries of ∇θ⁽¹⁾ are worked out once, in the row that it is folded from.
        tuple(_part(moment, values, code, entries=code != "theta1_gradient" or not folded) for code in computed),
    )


def check(phase: Phase, what: Sequence[str]) -> None:
    """Raise InputError for an unknown quantity, or for one that is computed after the phase."""
    for code in what:
        if code not in QUANTITIES:
            raise InputError("explain", "no_quantity", name=code, names=", ".join(QUANTITIES))
        if code not in GIVEN and _phase(code) > phase:
            raise InputError(
                "explain", "not_yet", name=code, phase=phase.name.lower(), needed=_phase(code).name.lower()
            )


def _phase(code: str) -> Phase:
    """The phase that computes a quantity; of the parameters, the new ones."""
    return Phase.UPDATE if code in ("theta1", "theta2") else QUANTITIES[code].phase


def _given(moment: Snapshot, code: str) -> Part:
    values = moment.values[f"{code}_before" if code.startswith("theta") else code]
    return Part(code, SYMBOLS[code], "", Phase.START, values, _meaning(code), misprint=_misprint(code))


def _part(moment: Snapshot, values: Mapping[str, Array], code: str, entries: bool) -> Part:
    zeros = structural_zeros(code, moment.inputs, moment.hidden)
    places = [(int(row), int(column)) for row, column in zip(*(~zeros).nonzero(), strict=True)] if entries else []
    made = [
        explain_cell(code, *place, values, moment.learning_rate_used, moment.inputs, moment.hidden, updated=True)
        for place in places
    ]
    return Part(
        code,
        updated_symbol(SYMBOLS[code]) if code in ("theta1", "theta2") else SYMBOLS[code],
        _FORMULAS.get(code, ""),
        _phase(code),
        values[code],
        _meaning(code),
        tuple(Entry(*place, explanation) for place, explanation in zip(places, made, strict=True)),
        int(zeros.sum()),
        _misprint(code),
    )


def _meaning(code: str) -> Fact:
    return fact("network", "meaning", quantity=code)


def _misprint(code: str) -> Fact | None:
    return fact("network", "misprint", quantity=code) if code in MISPRINTED else None
