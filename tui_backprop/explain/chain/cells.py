"""Where each number of the chain rule comes from: a ChainSnapshot and a cell of it go in, an Explanation comes out.

Cells are counted as in Jᵀ, whichever way the board shows the matrices: rows are inputs, columns are outputs.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.notation import clipped, equation, factor, jacobian, partial, with_numbers
from tui_backprop.explain.explanation import Explanation
from tui_backprop.explain.typeset import expression, indexed, significant
from tui_backprop.explain.working import Source, Term
from tui_backprop.training.chain.study import ChainSnapshot, Pair

FORMULA = 400


def pair_of(cell: Cell) -> Pair:
    """The entry whose limit (1.1) a cell stands for: for a vector's entry, one that it plays a part in."""
    code, row, column = cell
    if code in ("f", "g"):
        return Pair(code, row, column)
    if code == "y":
        return Pair("f", 0, row)
    return {"x": Pair("gf", row, 0), "z": Pair("gf", 0, row)}.get(code, Pair("gf", row, column))


def explain(snapshot: ChainSnapshot, cell: Cell, flipped: bool) -> Explanation:
    """Where the number in a cell comes from."""
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
        formula="the number that you chose",
        numbers=significant(value),
        result=value,
        equation="2.3",
        why="esc leaves the cell, then ← and → move it; g takes a point that you type",
        sources=(),
    )


def _component(snapshot: ChainSnapshot, cell: Cell) -> Explanation:
    function, before, values = (
        (snapshot.f, "x", snapshot.point.x) if cell.code == "y" else (snapshot.g, "y", snapshot.point.y)
    )
    component = function.components[cell.row]
    used = [function.variables.index(name) for name in sorted(component.used)]
    name = "f" if cell.code == "y" else "g"
    return Explanation(
        symbol=indexed(cell.code, cell.row),
        formula=expression(clipped(str(component), FORMULA)),
        numbers=with_numbers(clipped(str(component), FORMULA), values.tolist()),
        result=float(getattr(snapshot.point, cell.code)[cell.row]),
        equation="2.3",
        why=f"component {cell.row + 1} of {cell.code} = {name}({before})",
        sources=tuple(Source(before, index, 0, "input") for index in used),
    )


def _derivative(snapshot: ChainSnapshot, cell: Cell) -> Explanation:
    """An entry of Jᵀ(f), of Jᵀ(g), or of Jᵀ(g∘f) as SymPy found it from the formula of g∘f."""
    code, row, column = cell
    point = snapshot.point
    texts = {"f": point.jt_f_texts, "g": point.jt_g_texts}.get(code, point.jt_gf_texts)
    array = {"f": point.jt_f, "g": point.jt_g}.get(code, point.symbolic)
    before, values = ("y", point.y) if code == "g" else ("x", point.x)
    text, result = texts[row][column], float(array[row, column])
    output, input = partial(code, row, column)[1:].split("/∂")
    sentence = f"how fast {output} changes when {input} alone changes"
    if code == "symbolic":
        difference = abs(float(point.jt_gf[row, column]) - result)
        sentence += f"; found from the formula of g∘f, without a product: the product differs by {difference:.1e}"
    return Explanation(
        symbol=partial(code, row, column),
        formula=expression(clipped(text, FORMULA)),
        numbers=with_numbers(clipped(text, FORMULA), values.tolist()),
        result=result,
        equation=equation(code),
        why=sentence,
        misprint=_misprint(snapshot, cell),
        sources=tuple(Source(before, i, 0, "input") for i in range(len(values)) if f"{before}{i + 1}" in text),
    )


def _numerical(snapshot: ChainSnapshot, cell: Cell) -> Explanation:
    _, row, column = cell
    result = float(snapshot.point.numerical[row, column])
    z, x = indexed("z", column), "x" + (f" ± h·{indexed('e', row)}" if len(snapshot.point.x) > 1 else " ± h")
    plus, minus = x.replace("±", "+"), x.replace("±", "−")
    difference = abs(float(snapshot.point.jt_gf[row, column]) - result)
    return Explanation(
        symbol=partial("gf", row, column),
        formula=f"({z}({plus}) − {z}({minus})) / 2h for small h",
        numbers="the best of several h, refined",
        result=result,
        equation="1.1",
        why=f"found from values of g∘f alone: the product differs by {difference:.1e}",
        sources=(),
    )


def _product(snapshot: ChainSnapshot, cell: Cell, flipped: bool) -> Explanation:
    """The sum of products of (2.5): row i of Jᵀ(f) and column k of Jᵀ(g)."""
    _, i, k = cell
    point, n = snapshot.point, len(snapshot.point.y)
    left = [("f", i, j, float(point.jt_f[i, j]), point.jt_f_texts[i][j]) for j in range(n)]
    right = [("g", j, k, float(point.jt_g[j, k]), point.jt_g_texts[j][k]) for j in range(n)]
    pairs = list(zip(right, left, strict=True) if flipped else zip(left, right, strict=True))
    symbols = " + ".join(f"{partial(*a[:3])}·{partial(*b[:3])}" for a, b in pairs)
    written_out = " + ".join(f"{factor(expression(a[4]))}·{factor(expression(b[4]))}" for a, b in pairs)
    first, second = ("g", "f") if flipped else ("f", "g")
    row, column = (k, i) if flipped else (i, k)
    return Explanation(
        symbol=partial("gf", i, k),
        formula=clipped(f"{symbols} = {written_out}", FORMULA),
        numbers=" + ".join(f"{factor(significant(a[3]))}·{factor(significant(b[3]))}" for a, b in pairs),
        result=float(point.jt_gf[i, k]),
        equation="2.4",
        why=f"row {row + 1} of {jacobian(first, flipped)} times column {column + 1} of {jacobian(second, flipped)}",
        sources=tuple(Source(*entry[:3], "row" if entry[0] == first else "column") for entry in (*left, *right)),
        terms=_terms([(a[3], b[3], "0" in (a[4], b[4])) for a, b in pairs]),
    )


def _terms(factors: Sequence[tuple[float, float, bool]]) -> tuple[Term, ...]:
    terms: list[Term] = []
    for left, right, structural in factors:
        product = left * right
        terms.append(Term(left, right, product, product + (terms[-1].running_sum if terms else 0.0), structural))
    return tuple(terms)


def _misprint(snapshot: ChainSnapshot, cell: Cell) -> str | None:
    """What the article prints in the place of this entry of Jᵀ(g)."""
    code, row, column = cell
    if code != "g":
        return None
    right, n = partial(code, row, column), len(snapshot.point.y)
    if row == 1 and column == 0:
        return f"The article's misprint: (2.2) has ∂z₁/∂z₁ here; {right} is right."
    if row == n - 1 > 0 and column < 2:
        return f"The article's misprint: the last row of (2.5) has {indexed('∂z', column)}/∂xₘ here; {right} is right."
    return None
