"""`tui-backprop chain`: the chain rule for vector functions (section 2) at one point, without a screen."""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_backprop.cli.arguments import Parser, UsageError, point
from tui_backprop.cli.console import say
from tui_backprop.cli.expressions import reading
from tui_backprop.cli.report import as_json, entry
from tui_backprop.explain.chain.notation import named
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.calculus.array import Array
    from tui_backprop.calculus.chain.vector_function import Chain, ChainPoint, Texts

MOST_NUMBERS = 4


def parser() -> Parser:
    """What `tui-backprop chain` takes."""
    said = words().chain
    parser = Parser("tui-backprop chain", said.command, said.command_notes)
    add = parser.add_argument
    add("--f", metavar="EXPRS", help=said.option_f)
    add("--g", metavar="EXPRS", help=said.option_g)
    add("--at", type=point(1, MOST_NUMBERS), metavar="X1,…", help=said.option_at)
    add("--json", action="store_true", help=said.option_json)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the chain rule at the point; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    chain = _chain(values)
    at = chain.at(values.at or tuple(float(i + 1) for i in range(chain.f.inputs)))
    print(_json(at) if values.json else "\n".join(_lines(at)))
    if not at.finite:
        say(words().chain.not_finite_at)
        return 1
    return 0


def _chain(values: argparse.Namespace) -> Chain:
    from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS, Chain, outer_function, vector_function

    example = CHAIN_PRESETS[0]
    f_text: str = example.f if values.f is None else values.f
    with reading("--f", f_text):
        f = vector_function(f_text, None if values.at is None else len(values.at))
    if values.g is None and values.f is not None:
        raise UsageError(words().chain.f_without_g)
    g_text: str = example.g if values.g is None else values.g
    with reading("--g", g_text):
        return Chain(f, outer_function(g_text, f))


def _json(at: ChainPoint) -> str:
    numbers = {"x": at.x, "y": at.y, "z": at.z, "Jt_f": at.jt_f, "Jt_g": at.jt_g, "Jt_gf": at.jt_gf}
    symbolic = {"Jt_f": at.jt_f_texts, "Jt_g": at.jt_g_texts, "Jt_gf": at.jt_gf_texts}
    lists = {name: array.tolist() for name, array in numbers.items()}
    return as_json({**lists, "symbolic": symbolic, "numerical": at.numerical.tolist(), "verdict": at.verdict})


def _lines(at: ChainPoint) -> Iterator[str]:
    for name, vector in (("x", at.x), ("y", at.y), ("z", at.z)):
        yield f"{name:<6}" + "".join(f"{entry(number):>15}" for number in vector.tolist())
    yield from _matrix("Jᵀ(f)", at.jt_f, at.jt_f_texts, "yx")
    yield from _matrix("Jᵀ(g)", at.jt_g, at.jt_g_texts, "zy")
    yield from _matrix("Jᵀ(f) Jᵀ(g) = Jᵀ(g∘f)", at.jt_gf, at.jt_gf_texts, "zx")
    yield ""
    said = words().chain
    yield said.beside
    symbolic, numerical = (
        f"{difference:.1e}" if math.isfinite(difference) else None
        for difference in (at.symbolic_difference, at.numerical_difference)
    )
    yield said.differences(symbolic=symbolic, numerical=numerical)
    of, largest = named(at.doubtful), f"{at.worst_difference:.1e}"
    yield said.verdict(verdict=at.verdict, doubt=at.doubt, of=of, worst=largest)[0]


def _matrix(title: str, values: Array, texts: Texts, letters: str) -> Iterator[str]:
    """The matrix as numbers, then its entries as expressions; a row is a variable, a column a component."""
    yield ""
    yield f"{title}  {values.shape[0]}×{values.shape[1]}"
    for row in values.tolist():
        yield " " * 6 + "".join(f"{entry(number):>15}" for number in row)
    component, variable = letters
    for i, row in enumerate(texts, 1):
        for j, text in enumerate(row, 1):
            yield f"  ∂{component}{j}/∂{variable}{i} = {text}"
