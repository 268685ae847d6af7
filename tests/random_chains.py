"""Random chains with their true derivatives, by dual numbers in very many digits: nothing of the project's differentiation."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import mpmath
import numpy as np

from tui_backprop.calculus.chain.vector_function import Chain, outer_function, vector_function
from tui_backprop.calculus.expression import Apply, Node, Number, Variable
from tui_backprop.calculus.referee import Referee

NUMBERS = ("2", "3", "0.1", "0.3", "7.25", "1e6", "1e-6", "1e10", "1e-10", "12345.678", "pi", "e", "1e40", "1e-40")
POINTS = (0.0, 1.0, -1.0, 0.1, -0.3, 0.5, 2.0, 3.7, -2.5, 1e-6, -1e-6, 1e-12, 1e6, -1e6, 1e10, 1e-100, 3000.0, 40.0)
DIGITS = 1_500
POWERS = ("2", "3", "-1", "-2", "0.5", "-0.5", "1.5", "2.5", "(1/3)", "16", "-3", "0")


def expression(random: Random, names: tuple[str, ...], depth: int) -> str:
    """A random expression in these variables."""
    if depth == 0 or random.random() < 0.12:
        return random.choice(names) if random.random() < 0.75 else random.choice(NUMBERS)
    a, b = expression(random, names, depth - 1), expression(random, names, depth - 1)
    name = random.choice(names)
    return random.choice(
        (
            f"({a} + {b})",
            f"({a} - {b})",
            f"{a}*({b})",
            f"({a})/({b})",
            f"({a})**{random.choice(POWERS)}",
            f"sqrt({name} + {random.choice(('0', '1e-12', '1', '1e-6'))})",
            f"sqrt(({name} - 1)*({a}))",
            f"log({name}**2 + {random.choice(('0', '1e-20', '1'))})",
            f"log({a})",
            f"{random.choice(('sin', 'cos', 'tan', 'exp', 'tanh', 'sigmoid'))}({a})",
            f"{random.choice(('sin', 'cos', 'exp'))}({random.choice(NUMBERS)}*{name})",
            f"1/({name} - {random.choice(NUMBERS)})",
        )
    )


def vector(random: Random, letter: str, inputs: int) -> tuple[str, int]:
    """The text of a random vector function, and its number of components."""
    names = tuple(f"{letter}{index + 1}" for index in range(inputs))
    outputs = random.choice((1, 1, 2, 3))
    return ", ".join(expression(random, names, random.choice((1, 2, 2, 3))) for _ in range(outputs)), outputs


def random_chains(seed: int, count: int) -> Iterator[tuple[Chain, np.ndarray[Any, Any]]]:
    """So many chains that can be read, each with a point."""
    random = Random(seed)
    made = 0
    while made < count:
        inputs = random.choice((1, 1, 2, 3))
        f_text, outputs = vector(random, "x", inputs)
        g_text, _ = vector(random, "y", outputs)
        try:
            f = vector_function(f_text, inputs)
            g = outer_function(g_text, f)
        except ValueError:
            continue
        x = [random.choice(POINTS) if random.random() < 0.6 else random.uniform(-5, 5) for _ in range(inputs)]
        made += 1
        yield Chain(f, g), np.array(x)


Dual = tuple[Any, Any]


class NowhereError(ArithmeticError):
    """There is no derivative."""


def _real(value: Any) -> Any:
    if isinstance(value, mpmath.mpc) or not mpmath.isfinite(value) or abs(value) > mpmath.mpf(10) ** 5000:
        raise NowhereError
    return value


_CHAIN_RULE: dict[str, tuple[Any, Any]] = {
    "sin": (mpmath.sin, mpmath.cos),
    "cos": (mpmath.cos, lambda a: -mpmath.sin(a)),
    "tan": (mpmath.tan, lambda a: 1 / mpmath.cos(a) ** 2),
    "exp": (mpmath.exp, mpmath.exp),
    "log": (mpmath.log, lambda a: 1 / a),
    "sqrt": (mpmath.sqrt, lambda a: 1 / (2 * mpmath.sqrt(a))),
    "tanh": (mpmath.tanh, lambda a: 1 / mpmath.cosh(a) ** 2),
    "sigmoid": (lambda a: 1 / (1 + mpmath.exp(-a)), lambda a: 1 / (2 + mpmath.exp(a) + mpmath.exp(-a))),
}


def _slope(slope: Any, d: Any) -> Any:
    """A derivative by the chain rule; what does not move needs no slope, be it at the edge of the domain."""
    return mpmath.mpf(0) if d == 0 else _real(slope() * d)


def dual(node: Node, values: dict[str, Dual]) -> Dual:
    """The value of a tree and its derivative, by the rules of school."""
    if isinstance(node, Number):
        return mpmath.mpf(repr(node.value)), mpmath.mpf(0)
    if isinstance(node, Variable):
        return values[node.name]
    assert isinstance(node, Apply)
    if node.head in ("pi", "e"):
        return +getattr(mpmath.mp, node.head), mpmath.mpf(0)
    (a, da), *rest = [dual(argument, values) for argument in node.arguments]
    match node.head:
        case "neg":
            a, da = -a, -da
        case "+":
            a, da = mpmath.fsum([a, *(b for b, _ in rest)]), mpmath.fsum([da, *(db for _, db in rest)])
        case "*":
            for b, db in rest:
                a, da = a * b, da * b + a * db
        case "/":
            ((b, db),) = rest
            a, da = a / b, (da - a / b * db) / b
        case "**":
            p = rest[0][0]
            p = mpmath.nint(p) if abs(p - mpmath.nint(p)) < mpmath.mpf(10) ** -150 else p
            a, da = _power(a, p), _slope(lambda: p * _power(a, p - 1), da if p else mpmath.mpf(0))
        case name:
            if name not in ("log", "sqrt", "sin", "cos", "tan") and abs(a) > 20_000:
                raise NowhereError
            value, derivative = _CHAIN_RULE[name]
            a, da = value(a), _slope(lambda: derivative(a), da)
    return _real(a), _real(da)


def _power(base: Any, p: Any) -> Any:
    return mpmath.mpf(1) if p == 0 else _real(base**p)


def truth(functions: list[Any], x: Any) -> list[list[Any]]:
    """Jᵀ of the functions applied one after the other, entry by entry; None where there is none."""
    with mpmath.workdps(DIGITS):
        return [[_entry(functions, x, row, column) for column in range(functions[-1].outputs)] for row in range(len(x))]


def _entry(functions: list[Any], x: Any, row: int, column: int) -> Any:
    values: list[Dual] = [(mpmath.mpf(value), mpmath.mpf(int(row == i))) for i, value in enumerate(x.tolist())]
    try:
        for function in functions[:-1]:
            at = dict(zip(function.variables, values, strict=True))
            values = [dual(component.tree, at) for component in function.components]
        return dual(functions[-1].components[column].tree, dict(zip(functions[-1].variables, values, strict=True)))[1]
    except (NowhereError, ZeroDivisionError, ValueError, OverflowError):
        return None


VERDICTS = ("right", "wrong", "cannot tell")
MUTATIONS = (lambda v: v * (1 + 1e-9), lambda v: v * (1 - 1e-9), lambda v: -v, lambda v: v * 2, lambda v: v * 0)


class Tally:
    """What was found over many chains."""

    def __init__(self) -> None:
        self.entries = dict.fromkeys(VERDICTS, 0)
        self.chains = dict.fromkeys(VERDICTS, 0)
        self.mutated = 0
        self.caught = 0
        self.no_value = 0
        self.faults: list[str] = []

    def take(self, chain: Chain, x: Any) -> None:
        """Judge a chain at a point, as it is and with every entry made wrong."""
        point = chain.at(x)
        self.chains[point.verdict] += 1
        self.no_value += not point.finite
        referees = chain.referees(point.x, point.y)
        finite_y = bool(np.isfinite(point.y).all())
        truths = {
            "f": truth([chain.f], x),
            "g": truth([chain.g], point.y) if finite_y else None,
            "gf": truth([chain.f, chain.g], x),
        }
        for code, values in (("f", point.jt_f), ("g", point.jt_g), ("gf", point.jt_gf)):
            exact = truths[code]
            for i, k in np.ndindex(values.shape):
                what = f"{code}[{i},{k}] of f={chain.f}; g={chain.g} at {list(x)}: {values[i, k]!r}"
                self._entry(referees[code], values, (i, k), None if exact is None else exact[i][k], what)

    def _entry(self, referee: Referee, values: Any, at: tuple[int, int], exact: Any, what: str) -> None:
        i, k = at
        verdict = referee.judge(values)[i][k]
        self.entries[verdict] += 1
        if verdict == "wrong":
            self.faults.append(f"false wrong: {what} beside {mpmath.nstr(exact, 17) if exact is not None else None}")
        if verdict == "right" and not self._near(values[i, k], exact, referee.calculation.sizes[i, k]):
            self.faults.append(f"false right: {what} beside {mpmath.nstr(exact, 17) if exact is not None else None}")
        for mutation in MUTATIONS:
            mutated = values.copy()
            with np.errstate(all="ignore"):
                mutated[i, k] = mutation(mutated[i, k])
            known = exact is not None and abs(exact) > 1e-290 and abs(mutated[i, k]) < 1e300
            if not known or mutated[i, k] == values[i, k]:
                continue
            self.mutated += 1
            found = referee.judge(mutated)[i][k]
            self.caught += found == "wrong"
            if found == "right" or (verdict == "right" and found != "wrong"):
                self.faults.append(f"not caught: {what} made {mutated[i, k]!r}")

    @staticmethod
    def _near(value: float, exact: Any, size: float) -> bool:
        if exact is None:
            return False
        with mpmath.workdps(DIGITS):
            distance = abs(mpmath.mpf(float(value)) - exact)
            return bool(distance <= 1e-9 * abs(exact) or (abs(exact) < 1e-290 and distance <= 1e-9 * max(size, 1e-280)))
