"""Every cell of every quantity is explained; its line of numbers, read back, gives the number that the cell shows."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pytest
from scipy.special import expit

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.explanation import Explanation
from tui_backprop.explain.network.derivation import PRODUCTS
from tui_backprop.explain.network.explanation import explain_cell
from tui_backprop.explain.network.notation import element
from tui_backprop.words import sentence

RATE = 0.05
SIZES = [(2, 4), (3, 5), (4, 16)]


def cycle(seed: int, inputs: int, hidden: int, scale: float = 1.0, x1: Array | None = None) -> dict[str, Array]:
    """The arrays of one cycle as a snapshot has them after the update."""
    random = np.random.default_rng(seed)
    net = NeuralNet(inputs, hidden)
    before = random.normal(scale=scale, size=(hidden, inputs + 1)), random.normal(scale=scale, size=(1, hidden + 1))
    net.set_parameter(*before)
    sample = random.integers(0, 2, (inputs, 1)).astype(float) if x1 is None else x1
    net.feed_forward(sample, random.integers(0, 2, (1, 1)).astype(float))
    theta1_gradient, theta2_gradient = net.back_propagate()
    product_f3 = net.jacobian_f4_x4 @ net.jacobian_f3_x3
    values = {code: getattr(net, code) for code in QUANTITIES if hasattr(net, code)}
    net.update_parameter(RATE)
    return values | {
        "product_f3": product_f3,
        "product_f2": product_f3 @ values["jacobian_f2_x2"],
        "theta2_gradient": theta2_gradient,
        "theta1_gradient": theta1_gradient,
        "theta1_gradient_row": theta1_gradient.reshape(1, -1).copy(),
        "theta1_change": -RATE * theta1_gradient,
        "theta2_change": -RATE * theta2_gradient,
        "theta1": net.theta1,
        "theta2": net.theta2,
        "theta1_before": before[0],
        "theta2_before": before[1],
    }


def at_phase(values: Mapping[str, Array], phase: Phase) -> dict[str, Array]:
    """The arrays as they are at this phase: θ is the old one until the update."""
    old = {} if phase is Phase.UPDATE else {"theta1": values["theta1_before"], "theta2": values["theta2_before"]}
    return {**values, **old}


def every_cell(inputs: int, hidden: int, phase: Phase = Phase.UPDATE) -> Iterator[tuple[str, int, int]]:
    """Each cell that has been computed by this phase."""
    for code, entry in QUANTITIES.items():
        if entry.phase <= phase:
            yield from ((code, row, column) for row, column in np.ndindex(entry.shape(inputs, hidden)))


def explain(
    code: str, row: int, column: int, values: Mapping[str, Array], updated: bool = True, rate: float = RATE
) -> Explanation:
    hidden, columns = values["theta1"].shape
    return explain_cell(code, row, column, values, rate, columns - 1, hidden, updated)


def read(line: str, atom: Callable[[str], float]) -> float:
    """The value of a line by the grammar of working.py; `atom` gives the value of a number or a symbol."""
    tokens = re.findall(r"[0-9.]+e−?[0-9]+|s(?=\()|½(?=\()|\)²|[()+−·]|[^\s()+−·½]+", line)
    assert "".join(tokens) == line.replace(" ", "")
    python = {"·": "*", "−": "-", "½": "0.5*", ")²": ")**2", "+": "+", "(": "(", ")": ")", "s": "s"}
    text = "".join(python[token] if token in python else f"({atom(token)!r})" for token in tokens)
    return float(eval(text, {"s": expit, "inf": math.inf, "nan": math.nan}))


def evaluate(numbers: str) -> float:
    return read(numbers, lambda text: float(text.replace("−", "-")))


def symbols_of(values: Mapping[str, Array], updated: bool) -> dict[str, float]:
    """What each symbol on the right of an equals sign stands for."""
    hidden, columns = values["theta1"].shape
    symbols = {"α": RATE, "0": 0.0, "1": 1.0}
    for code, row, column in every_cell(columns - 1, hidden):
        held = values[f"{code}_before" if code in ("theta1", "theta2") and updated else code]
        symbols[element(code, row, column, columns - 1)] = float(held[row, column])
    return symbols


def shows(value: float, result: float) -> bool:
    return math.isclose(value, result, rel_tol=5e-7)


@pytest.mark.parametrize("scale", [1.0, 9.0])
@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_the_numbers_of_every_cell_read_back_give_the_number_that_it_shows(
    inputs: int, hidden: int, seed: int, scale: float
) -> None:
    values = cycle(seed, inputs, hidden, scale)
    seen: set[str] = set()
    for code, row, column in every_cell(inputs, hidden):
        explanation = explain(code, row, column, values)
        assert explanation.result == values[code][row, column]
        assert shows(evaluate(explanation.numbers), explanation.result), (code, row, column, explanation)
        seen.add(code)
    assert seen == set(QUANTITIES)


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.START])
@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_at_each_phase_what_has_been_computed_is_explained_from_cells_that_have_been_computed(
    inputs: int, hidden: int, phase: Phase
) -> None:
    values = at_phase(cycle(3, inputs, hidden), phase)
    for code, row, column in every_cell(inputs, hidden, phase):
        explanation = explain(code, row, column, values, updated=phase is Phase.UPDATE)
        assert shows(evaluate(explanation.numbers), values[code][row, column])
        for source in explanation.sources:
            assert QUANTITIES[source.code.removesuffix("_before")].phase <= phase
            assert source.code in values
            rows, columns = QUANTITIES[source.code.removesuffix("_before")].shape(inputs, hidden)
            assert 0 <= source.row < rows
            assert 0 <= source.column < columns
            assert source.code.endswith("_before") <= (phase is Phase.UPDATE)


@pytest.mark.parametrize("updated", [False, True])
@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_the_formula_says_in_symbols_what_the_numbers_say(inputs: int, hidden: int, updated: bool) -> None:
    values = at_phase(cycle(4, inputs, hidden), Phase.UPDATE if updated else Phase.THETA1_GRADIENT)
    symbols = symbols_of(values, updated)
    for code, row, column in every_cell(inputs, hidden, Phase.UPDATE if updated else Phase.THETA1_GRADIENT):
        explanation = explain(code, row, column, values, updated)
        formula = explanation.formula.split(" = ")[-1]
        assert shows(read(formula, symbols.__getitem__), explanation.result), (code, row, column, formula)


@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_a_number_changes_with_each_of_its_sources_except_where_a_zero_by_structure_stands_between(
    inputs: int, hidden: int
) -> None:
    values = cycle(5, inputs, hidden, x1=np.linspace(0.3, 0.9, inputs)[:, None])
    random = np.random.default_rng(6)
    for code, entry in QUANTITIES.items():
        rows, columns = entry.shape(inputs, hidden)
        for _ in range(6):
            row, column = int(random.integers(rows)), int(random.integers(columns))
            explanation = explain(code, row, column, values)
            silent = [term.structural for term in explanation.terms] * 2
            for k, source in enumerate(source for source in explanation.sources if source.role != "entry"):
                changed = {name: array.copy() for name, array in values.items()}
                changed[source.code][source.row, source.column] += 0.1
                if code in ("theta1", "theta2"):
                    changed[code] = changed[f"{code}_before"] + changed[f"{code}_change"]
                if not (silent and silent[k]):
                    numbers = explain(code, row, column, changed).numbers
                    assert evaluate(numbers) != evaluate(explanation.numbers), (code, row, column, source)


@pytest.mark.parametrize("code", PRODUCTS)
@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_a_product_is_made_from_a_whole_row_and_a_whole_column_and_its_running_sum_ends_at_the_result(
    inputs: int, hidden: int, code: str
) -> None:
    values = cycle(7, inputs, hidden)
    left, right = PRODUCTS[code]
    for column in range(values[code].shape[1]):
        explanation = explain(code, 0, column, values)
        inner = values[left].shape[1]
        cells = [(source.code, source.row, source.column, source.role) for source in explanation.sources]
        assert cells[:inner] == [(left, 0, i, "row") for i in range(inner)]
        assert cells[inner:] == [(right, i, column, "column") for i in range(inner)]
        assert [term.left for term in explanation.terms] == values[left][0].tolist()
        assert [term.right for term in explanation.terms] == values[right][:, column].tolist()
        sums = np.cumsum([term.product for term in explanation.terms])
        np.testing.assert_allclose([term.running_sum for term in explanation.terms], sums, rtol=1e-12)
        assert math.isclose(explanation.terms[-1].running_sum, explanation.result, rel_tol=1e-12)


def test_a_product_says_how_many_terms_vanish_and_leaves_them_out_of_its_numbers() -> None:
    explanation = explain("theta1_gradient_row", 0, 7, cycle(0, 2, 4))
    assert "3 of the 4 terms vanish by structure" in sentence(explanation.why)
    assert explanation.formula == "Σᵢ ∂E/∂x⁽²⁾ᵢ·∂x⁽²⁾ᵢ/∂θ⁽¹⁾₃,₁ = ∂E/∂x⁽²⁾₃·∂x⁽²⁾₃/∂θ⁽¹⁾₃,₁"
    assert explanation.numbers.count("·") == 1
    assert [term.structural for term in explanation.terms] == [True, True, False, True]


def test_a_number_that_stands_where_a_structural_zero_should_is_not_hidden() -> None:
    values = cycle(0, 2, 4)
    values["jacobian_f1_theta1"][0, 7] = 2.0
    explanation = explain("theta1_gradient_row", 0, 7, values)
    assert explanation.numbers.count("·2") == 1
    assert "2 of the 4 terms vanish" in sentence(explanation.why)


@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_every_structural_zero_says_in_words_why_it_is_zero(inputs: int, hidden: int) -> None:
    values = cycle(0, inputs, hidden)
    for code in ("jacobian_f1_theta1", "jacobian_f2_x2"):
        for row, column in np.argwhere(structural_zeros(code, inputs, hidden)).tolist():
            explanation = explain(code, row, column, values)
            assert sentence(explanation.why).startswith("zero by structure: ")
            assert (explanation.formula, explanation.numbers, explanation.sources) == ("0", "0", ())
    assert sentence(explain("jacobian_f1_theta1", 1, 0, values).why).endswith("unit 2's sum does not contain θ⁽¹⁾₁,₀")
    assert "the constant 1" in sentence(explain("jacobian_f2_x2", 0, 0, values).why)


@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_an_entry_of_the_folded_gradient_names_its_entry_of_the_row(inputs: int, hidden: int) -> None:
    values = cycle(8, inputs, hidden)
    for row, column in np.ndindex(values["theta1_gradient"].shape):
        explanation = explain("theta1_gradient", row, column, values)
        entry = explanation.sources[0]
        assert (entry.code, entry.role) == ("theta1_gradient_row", "entry")
        assert values[entry.code][entry.row, entry.column] == explanation.result
        assert sentence(explanation.why).startswith(f"entry {entry.column + 1} of the row")
        assert explanation.numbers == explain("theta1_gradient_row", 0, entry.column, values).numbers
        assert explanation.terms


def test_a_parameter_before_the_update_is_said_to_be_unchanged() -> None:
    explanation = explain("theta1", 1, 0, at_phase(cycle(0, 2, 4), Phase.F4), updated=False)
    assert "initial or previous value" in sentence(explanation.why)
    assert explanation.sources == ()


def test_a_parameter_after_the_update_is_the_one_before_plus_its_change() -> None:
    values = cycle(0, 2, 4)
    explanation = explain("theta1", 1, 0, values)
    assert explanation.formula == "θ⁽¹⁾₂,₀ − α·∂E/∂θ⁽¹⁾₂,₀ = θ⁽¹⁾₂,₀ + Δθ⁽¹⁾₂,₀"
    assert [(source.code, source.role) for source in explanation.sources] == [
        ("theta1_before", "before"),
        ("theta1_change", "change"),
    ]
    assert "α = 0.05" in sentence(explanation.why)
    assert explanation.equation == "3.5"


@pytest.mark.parametrize("code", ["theta1", "theta2"])
def test_a_parameter_set_by_hand_after_the_update_says_so(code: str) -> None:
    values = cycle(0, 2, 4)
    values[code][0, 2] = -1.5
    explanation = explain(code, 0, 2, values)
    assert sentence(explanation.why).startswith("set by hand")
    assert explanation.numbers == "−1.5"
    assert explain(code, 0, 1, values).sources


def test_before_the_first_cycle_the_parameters_are_explained_without_a_sample() -> None:
    values = {code: np.zeros(entry.shape(2, 4)) for code, entry in QUANTITIES.items()}
    values |= {"theta1": np.full((4, 3), 0.25), "theta2": np.full((1, 5), 0.5)}
    values |= {"theta1_before": values["theta1"], "theta2_before": values["theta2"]}
    for code in ("theta1", "theta2"):
        assert evaluate(explain(code, 0, 0, values, updated=False).numbers) == values[code][0, 0]


def test_operands_have_nine_digits_and_all_of_theirs_where_nine_are_too_few() -> None:
    values = cycle(0, 2, 4)
    values["x4"][:], values["tx1"][:] = 0.123456789123, 0.0
    values["jacobian_f4_x4"] = values["x4"] - values["tx1"]
    assert explain("jacobian_f4_x4", 0, 0, values).numbers == "0.123456789 − 0"
    values["x4"][:], values["tx1"][:] = 0.99999999987654, 1.0
    values["jacobian_f4_x4"] = values["x4"] - values["tx1"]
    assert explain("jacobian_f4_x4", 0, 0, values).numbers == "0.99999999987654 − 1"


def test_long_lines_are_complete_and_may_be_wrapped_at_spaces() -> None:
    values = cycle(0, 4, 16, scale=9.0)
    for code, row, column in every_cell(4, 16):
        explanation = explain(code, row, column, values)
        assert max(len(piece) for piece in explanation.numbers.split()) <= 60
        assert max(len(piece) for piece in explanation.formula.split()) <= 60
        assert "\n" not in explanation.formula + explanation.numbers + sentence(explanation.why)
    assert explain("x4", 0, 0, values).numbers.count("·") == 17


def test_the_symbol_and_the_equation_are_those_of_the_quantity() -> None:
    values = cycle(0, 2, 4)
    for code, row, column in every_cell(2, 4):
        explanation, entry = explain(code, row, column, values), QUANTITIES[code]
        new = code in ("theta1", "theta2")
        assert explanation.symbol == element(code, row, column, 2).replace("θ", "θ′" if new else "θ", 1)
        assert sentence(explanation.why)
        assert explanation.equation == ("3.5" if code in ("theta1", "theta2") else entry.equation)


def test_a_cell_outside_and_an_unknown_quantity_are_refused() -> None:
    values = cycle(0, 2, 4)
    for row, column in ((4, 0), (0, 3), (-1, 0), (0, -1)):
        with pytest.raises(IndexError, match="theta1 has 4 rows and 3 columns"):
            explain("theta1", row, column, values)
    with pytest.raises(KeyError):
        explain("theta3", 0, 0, values)
