"""Where each number of the chain rule comes from: a ChainSnapshot and a cell of it go in, an Explanation comes out.

Cells are counted as in Jᵀ, whichever way the board shows the matrices: rows are inputs, columns are outputs.
"""

from __future__ import annotations

import math
from dataclasses import replace

from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.calculus.referee import vanishing
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.notation import clipped, equation, factor, jacobian, partial, with_numbers
from tui_backprop.explain.explanation import Explanation
from tui_backprop.explain.typeset import expression, indexed, significant
from tui_backprop.explain.working import Source, Term
from tui_backprop.training.chain.study import ChainSnapshot, Pair

FORMULA = 400


def pair_of(cell: Cell) -> Pair:
    """The derivative whose limit (1.1) is shown for a cell: its own entry of a matrix; for an entry of x, y or z one of
    the derivatives of it or by it.
    """
    code, row, column = cell
    if code in ("f", "g"):
        return Pair(code, row, column)
    if code == "y":
        return Pair("f", 0, row)
    return {"x": Pair("gf", row, 0), "z": Pair("gf", 0, row)}.get(code, Pair("gf", row, column))


def explain(snapshot: ChainSnapshot, cell: Cell, flipped: bool) -> Explanation:
    """Where the number in a cell comes from; where there is no number, that it is so."""
    found = _explain(snapshot, cell, flipped)
    return replace(found, why=_why_none(snapshot, cell, found.symbol)) if math.isnan(found.result) else found


def _why_none(snapshot: ChainSnapshot, cell: Cell, symbol: str) -> Fact:
    """Why there is no number in a cell."""
    code, row, column = cell
    point = snapshot.point
    if code in ("x", "y", "z"):
        return fact("chain", "no_limit", kind="nowhere", symbol=symbol)
    kind = point.kinds[code if code in ("f", "g") else "gf"][row][column]
    if code == "gf":
        factors = {*point.kinds["f"][row], *(entries[column] for entries in point.kinds["g"])}
        if "nowhere" not in factors:
            found = float(point.numerical[row, column])
            return fact("chain", "no_product", found=significant(found) if math.isfinite(found) else None)
    elif kind == "derivative":
        return fact("chain", "no_value_of_formula", symbol=symbol)
    return fact("chain", "no_limit", kind=kind, symbol=symbol)


def _explain(snapshot: ChainSnapshot, cell: Cell, flipped: bool) -> Explanation:
    if cell.code == "x":
        return _coordinate(snapshot, cell)
    if cell.code in ("y", "z"):
        return _component(snapshot, cell)
    if cell.code == "gf":
        return _product(snapshot, cell, flipped)
    return _numerical(snapshot, cell) if cell.code == "numerical" else _derivative(snapshot, cell)


def _coordinate(snapshot: ChainSnapshot, cell: Cell) -> Explanation:
    value = float(snapshot.point.x[cell.row])
    return Explanation(
        symbol=indexed("x", cell.row),
        forms=(indexed("x", cell.row),),
        numbers=significant(value),
        result=value,
        equation="2.3",
        why=fact("chain", "chosen_coordinate"),
    )


def _component(snapshot: ChainSnapshot, cell: Cell) -> Explanation:
    function, name, before, values = (
        (snapshot.f, "f", "x", snapshot.point.x) if cell.code == "y" else (snapshot.g, "g", "y", snapshot.point.y)
    )
    component = function.components[cell.row]
    result = float(getattr(snapshot.point, cell.code)[cell.row])
    functions = [snapshot.f.components] if cell.code == "y" else [snapshot.f.components, snapshot.g.components]
    zero = math.isfinite(result) and result != 0 and vanishing(functions, snapshot.point.x)[cell.row]
    used = [function.variables.index(name) for name in sorted(component.used)]
    return Explanation(
        symbol=indexed(cell.code, cell.row),
        forms=(expression(clipped(str(component), FORMULA)),),
        numbers=with_numbers(clipped(str(component), FORMULA), values.tolist()),
        result=result,
        equation="2.3",
        why=fact("chain", "component", number=cell.row + 1, of=f"{cell.code} = {name}({before})", zero=zero),
        sources=tuple(Source(before, index, 0, "input") for index in used),
    )


def _derivative(snapshot: ChainSnapshot, cell: Cell) -> Explanation:
    """An entry of Jᵀ(f), of Jᵀ(g), or of Jᵀ(g∘f) as SymPy found it from the formula of g∘f."""
    code, row, column = cell
    point = snapshot.point
    array, before, values = {
        "f": (point.jt_f, "x", point.x),
        "g": (point.jt_g, "y", point.y),
    }.get(code, (point.symbolic, "x", point.x))
    derivative = snapshot.function(code).derivatives[column][row]
    text, result = str(derivative), float(array[row, column])
    output, input = indexed("y" if code == "f" else "z", column), indexed(before, row)
    why = fact("chain", "how_fast", output=output, input=input)
    if code == "symbolic":
        difference = _difference(float(point.jt_gf[row, column]), result)
        why = fact("chain", "from_formula", output=output, input=input, difference=difference)
    return Explanation(
        symbol=partial(code, row, column),
        forms=(expression(clipped(text, FORMULA)),),
        numbers=with_numbers(clipped(text, FORMULA), values.tolist()),
        result=result,
        equation=equation(code),
        why=why,
        misprint=_misprint(snapshot, cell),
        sources=tuple(
            Source(before, index, 0, "input")
            for index, name in enumerate(derivative.variables)
            if name in derivative.used
        ),
    )


def _numerical(snapshot: ChainSnapshot, cell: Cell) -> Explanation:
    _, row, column = cell
    result = float(snapshot.point.numerical[row, column])
    step = f"h·{indexed('e', row)}" if len(snapshot.point.x) > 1 else "h"
    z = indexed("z", column)
    quotient = f"({z}(x + {step}) − {z}(x − {step})) / 2h"
    return Explanation(
        symbol=partial("gf", row, column),
        forms=(quotient,),
        numbers=quotient,
        result=result,
        equation="1.1",
        why=fact("chain", "from_values", difference=_difference(float(snapshot.point.jt_gf[row, column]), result)),
    )


def _difference(product: float, found: float) -> str | None:
    """By how much the product differs from a derivative found without it, None where one of them has no value."""
    difference = abs(product - found)
    return f"{difference:.1e}" if math.isfinite(difference) else None


def _product(snapshot: ChainSnapshot, cell: Cell, flipped: bool) -> Explanation:
    """The sum of products of (2.5): row i of Jᵀ(f) and column k of Jᵀ(g)."""
    _, i, k = cell
    point, n = snapshot.point, len(snapshot.point.y)
    left = [("f", i, j, float(point.jt_f[i, j])) for j in range(n)]
    right = [("g", j, k, float(point.jt_g[j, k])) for j in range(n)]
    texts = {"f": point.jt_f_texts, "g": point.jt_g_texts}
    pairs = list(zip(right, left, strict=True) if flipped else zip(left, right, strict=True))
    symbols = " + ".join(f"{partial(*a[:3])}·{partial(*b[:3])}" for a, b in pairs)

    def written(entry: tuple[str, int, int, float]) -> str:
        code, row, column, _ = entry
        return factor(expression(texts[code][row][column]))

    written_out = " + ".join(f"{written(a)}·{written(b)}" for a, b in pairs)
    first, second = ("g", "f") if flipped else ("f", "g")
    row, column = (k, i) if flipped else (i, k)
    terms: list[Term] = []
    for a, b in pairs:
        structural = any(snapshot.zeros[code][r][c] for code, r, c, _ in (a, b))
        running_sum = a[3] * b[3] + (terms[-1].running_sum if terms else 0.0)
        terms.append(Term(a[3], b[3], a[3] * b[3], running_sum, structural))
    return Explanation(
        symbol=partial("gf", i, k),
        forms=(clipped(f"{symbols} = {written_out}", FORMULA),),
        numbers=" + ".join(f"{factor(significant(a[3]))}·{factor(significant(b[3]))}" for a, b in pairs),
        result=float(point.jt_gf[i, k]),
        equation="2.4",
        why=fact(
            "chain",
            "row_times_column",
            row=row + 1,
            left=jacobian(first, flipped),
            column=column + 1,
            right=jacobian(second, flipped),
            zero=point.jt_gf[i, k] != 0 == point.numerical[i, k],
        ),
        sources=tuple(Source(*entry[:3], "row" if entry[0] == first else "column") for entry in (*left, *right)),
        terms=tuple(terms),
    )


def _misprint(snapshot: ChainSnapshot, cell: Cell) -> Fact | None:
    """What the article prints in the place of this entry of Jᵀ(g)."""
    code, row, column = cell
    right, n = partial(code, row, column), len(snapshot.point.y)
    if code == "g" and row == 1 and column == 0:
        return fact("chain", "misprint_of_2_2", right=right)
    if code == "g" and row == n - 1 > 0 and column < 2:
        return fact("chain", "misprint_of_2_5", printed=f"{indexed('∂z', column)}/∂xₘ", right=right)
    return None
