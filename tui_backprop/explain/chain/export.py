"""One matrix of the chain rule to take along: LaTeX, Markdown, NumPy or CSV."""

from __future__ import annotations

from tui_backprop.calculus.array import Array
from tui_backprop.explain.chain.latex import latex
from tui_backprop.explain.chain.notation import jacobian
from tui_backprop.explain.matrix import Format, latex_matrix, latex_numbers, written
from tui_backprop.training.chain.study import ChainSnapshot

_ARGUMENTS = {"f": "x(f)", "g": "y(g)"}


def export(snapshot: ChainSnapshot, code: str, flipped: bool, format: Format) -> str:
    """The vector "x", "y" or "z", or the matrix "f", "g", "gf", "symbolic" or "numerical", as text with a final line feed.

    A matrix is Jᵀ, or J if `flipped`. LaTeX has the entries as symbols as well, where they have a formula of their own."""
    values = _values(snapshot, code)
    if flipped and code not in ("x", "y", "z"):
        values = values.T
    if format == "latex":
        return _latex(snapshot, code, flipped, values)
    return written(values, format, title(code, flipped), identifier(code, flipped), symbol="")


def _values(snapshot: ChainSnapshot, code: str) -> Array:
    point = snapshot.point
    if code in ("x", "y", "z"):
        return getattr(point, code).reshape(-1, 1)
    return {
        "f": point.jt_f,
        "g": point.jt_g,
        "gf": point.jt_gf,
        "symbolic": point.symbolic,
        "numerical": point.numerical,
    }[code]


def title(code: str, flipped: bool) -> str:
    """How a vector or a matrix is called."""
    return code if code in ("x", "y", "z") else jacobian(code, flipped)


def identifier(code: str, flipped: bool) -> str:
    """What NumPy calls it, and a file with it before the end of its name: x, J_f or Jt_gf."""
    return code if code in ("x", "y", "z") else f"{'J' if flipped else 'Jt'}_{code if code in ('f', 'g') else 'gf'}"


def _latex(snapshot: ChainSnapshot, code: str, flipped: bool, values: Array) -> str:
    parts = [rf"\mathbf{{{code}}}" if code in ("x", "y", "z") else _latex_symbol(code, flipped)]
    if code in ("f", "g", "symbolic"):
        derivatives = snapshot.function(code).derivatives
        rows = derivatives if flipped else tuple(zip(*derivatives, strict=True))
        parts.append(latex_matrix([[latex(entry.tree) for entry in row] for row in rows]))
    parts.append(latex_numbers(values))
    return "\n  = ".join(parts) + "\n"


def _latex_symbol(code: str, flipped: bool) -> str:
    return ("J_" if flipped else "J^{T}_") + _ARGUMENTS.get(code, r"x(g \circ f)")
