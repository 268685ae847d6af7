"""A worked cycle to take along: text, Markdown, LaTeX, JSON, or a script that recomputes it and compares."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, Literal, get_args

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.matrix import latex_numbers
from tui_backprop.explain.network.notation import PHASES
from tui_backprop.explain.network.scripts import numpy_script, torch_script
from tui_backprop.explain.network.worked import Entry, Part, WorkedCycle
from tui_backprop.explain.typeset import (
    STRUCTURAL,
    count,
    latex,
    latex_class,
    latex_sentence,
    latex_text,
    number,
    significant,
    written,
)

Format = Literal["text", "markdown", "latex", "numpy", "torch", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)

Say = Callable[[Fact], str]
"""What makes a sentence of a fact, in the reader's language."""

WIDTH = 100
"""A line of text with more cells than this is broken at its equals signs."""

LATEX_DIGITS = 6
LATEX_ROW = 70
"""As many signs of a formula on one line of LaTeX, in landscape."""

LATEX_COLUMNS = 12
"""A matrix of more columns is made as wide as the page."""


def export(worked: WorkedCycle, format: Format, say: Say) -> str:
    """The cycle in one of the formats, with a final line feed; its sentences are those of `say`."""
    match format:
        case "text":
            return "\n".join(_text(worked, say)) + "\n"
        case "markdown":
            return "\n".join(_markdown(worked, say)) + "\n"
        case "latex":
            return "\n".join(_latex(worked, say)) + "\n"
        case "json":
            return json.dumps(_json(worked, say), ensure_ascii=False, allow_nan=False) + "\n"
        case "numpy":
            return numpy_script(worked, _title(worked), say)
        case "torch":
            return torch_script(worked, _title(worked), say)


def _title(worked: WorkedCycle) -> list[Fact]:
    """Which cycle it is, and of which run."""
    moment = worked.moment
    sizes = f"{moment.inputs}-{moment.hidden}-1"
    task = moment.data if moment.task == "data" else moment.task.upper()
    return [
        fact("explain", "title", cycle=count(moment.cycle)),
        fact("explain", "place", iteration=count(moment.iteration), sample=moment.sample, samples=moment.samples),
        fact("explain", "run", task=task, sizes=sizes, seed=moment.seed, alpha=written(moment.learning_rate_used)),
        *([fact("explain", "edited", cycle=count(moment.cycle))] if moment.edited else []),
    ]


def _sections(worked: WorkedCycle, say: Say) -> Iterator[tuple[str, list[Part]]]:
    """The parts under their titles: what was given, then a section for each phase."""
    if worked.given:
        yield say(fact("explain", "given")), list(worked.given)
    for phase, parts in groupby(worked.parts, key=lambda part: part.phase):
        yield _phase_title(phase, say), list(parts)


def _phase_title(phase: Phase, say: Say) -> str:
    symbol = PHASES.get(phase, "")
    if phase is Phase.UPDATE:
        return say(fact("explain", "update"))
    if phase in (Phase.THETA2_GRADIENT, Phase.THETA1_GRADIENT):
        return say(fact("explain", "backward", symbol=symbol))
    return say(fact("explain", "forward", symbol=symbol))


def _head(part: Part) -> str:
    rows, columns = part.values.shape
    return f"{part.symbol}  {rows}×{columns}  ({part.equation})"


def _remarks(part: Part, say: Say) -> Iterator[str]:
    """What is said of a quantity: its meaning, what is zero by structure, a misprint."""
    yield say(part.meaning)
    if part.zeros:
        yield say(fact("explain", "zeros", zeros=part.zeros, entries=part.values.size))
    if part.vanishing:
        yield say(fact("explain", "vanishing", vanishing=part.vanishing, terms=part.terms))
    if part.misprint is not None:
        yield say(part.misprint)


# --- text and Markdown


def _text(worked: WorkedCycle, say: Say) -> Iterator[str]:
    yield from (say(line) for line in _title(worked))
    yield worked.moment.command
    for title, parts in _sections(worked, say):
        yield f"\n{title}\n{'─' * max(len(title), 8)}"
        for part in parts:
            yield f"\n{_head(part)}"
            yield from (f"  {remark}" for remark in _remarks(part, say))
            yield from (f"  {line}" for line in ([part.formula] if part.formula else []))
            yield from _rows(worked, part)
            for entry in part.entries:
                yield from (f"    {line}" for line in _worked_lines(entry))


def _rows(worked: WorkedCycle, part: Part) -> Iterator[str]:
    """The numbers in columns, a dot for each zero by structure."""
    zeros = structural_zeros(part.code, worked.moment.inputs, worked.moment.hidden).tolist()
    for row, flags in zip(part.values.tolist(), zeros, strict=True):
        cells = (STRUCTURAL if zero and not value else number(value) for value, zero in zip(row, flags, strict=True))
        yield f"    {' '.join(cells)}".rstrip()


def _worked_lines(entry: Entry) -> list[str]:
    symbol, steps = entry.explanation.symbol, entry.steps()
    line = " = ".join((symbol, *steps))
    if len(line) <= WIDTH:
        return [line]
    return [f"{symbol} = {steps[0]}", *(f"{' ' * len(symbol)} = {step}" for step in steps[1:])]


def _markdown(worked: WorkedCycle, say: Say) -> Iterator[str]:
    first, *rest = (say(line) for line in _title(worked))
    yield f"# {first}\n"
    yield "\n".join(f"{line}  " for line in rest)
    yield f"`{worked.moment.command}`"
    for title, parts in _sections(worked, say):
        yield f"\n## {title}"
        for part in parts:
            yield f"\n### {_head(part)}\n"
            yield "\n".join(f"{remark}  " for remark in _remarks(part, say))
            formula = f"{latex(part.formula)} \\\\\n" if part.formula else ""
            yield f"\n$$\n\\begin{{gathered}}\n{formula}{_latex_matrix(part)}\n\\end{{gathered}}\n$$\n"
            yield from (f"- `{' = '.join((entry.explanation.symbol, *entry.steps()))}`" for entry in part.entries)


# --- LaTeX


def _latex(worked: WorkedCycle, say: Say) -> Iterator[str]:
    title, *rest = (say(line) for line in _title(worked))
    yield latex_class(title)
    yield r"\usepackage[margin=2cm,landscape]{geometry}"
    yield r"\usepackage{amsmath,amssymb,graphicx}"
    yield r"\setcounter{MaxMatrixCols}{80}\allowdisplaybreaks\raggedright"
    yield r"\begin{document}"
    yield rf"\section*{{{latex_sentence(title)}}}"
    yield from (rf"{latex_sentence(line)}\\" for line in rest)
    yield rf"\texttt{{{latex_text(worked.moment.command)}}}"
    for title, parts in _sections(worked, say):
        yield rf"\subsection*{{{latex_sentence(title)}}}"
        for part in parts:
            remarks = r"\\ ".join(map(latex_sentence, _remarks(part, say)))
            yield rf"\paragraph{{${latex(part.symbol)}$}} {remarks}"
            yield from _latex_part(part)
    yield r"\end{document}"


def _latex_part(part: Part) -> Iterator[str]:
    lines = [latex(part.formula)] if part.formula else []
    matrix = _latex_matrix(part)
    wide = part.values.shape[1] > LATEX_COLUMNS
    lines.append(rf"\resizebox{{0.9\linewidth}}{{!}}{{$\displaystyle {matrix}$}}" if wide else matrix)
    body = r" \\ ".join(lines)
    yield rf"\begin{{gather*}} {body} \tag{{{part.equation}}} \end{{gather*}}"
    if part.entries:
        yield r"\begin{align*}"
        yield " \\\\\n".join(_latex_entry(entry) for entry in part.entries)
        yield r"\end{align*}"


def _latex_matrix(part: Part) -> str:
    return f"{latex(part.symbol)} = {latex_numbers(part.values, LATEX_DIGITS)}"


def _latex_entry(entry: Entry) -> str:
    """The steps in a line, or under one another; one too long for a line goes on below, broken where something is added."""
    symbol, steps = entry.explanation.symbol, entry.steps()
    if len(" = ".join((symbol, *steps))) <= LATEX_ROW:
        return f"{latex(symbol)} &= {latex(' = '.join(steps))}"
    lines: list[str] = []
    for step in steps:
        broken = [""]
        for piece in re.split(r" (?=[+−] )", step):
            if broken[-1] and len(broken[-1]) + len(piece) > LATEX_ROW:
                broken.append("")
            broken[-1] += (" " if broken[-1] else "") + piece
        lines += [("&= " if k == 0 else r"&\qquad ") + latex(text) for k, text in enumerate(broken)]
    return f"{latex(symbol)} " + " \\\\\n".join(lines)


# --- JSON


def _json(worked: WorkedCycle, say: Say) -> dict[str, Any]:
    """Everything, with every digit; what is not finite is the text "nan", "inf" or "-inf", which float() reads."""
    moment = worked.moment
    return {
        "command": moment.command,
        "task": moment.task,
        "inputs": moment.inputs,
        "hidden": moment.hidden,
        "seed": moment.seed,
        "learning_rate": moment.learning_rate_used,
        "cycle": moment.cycle,
        "iteration": moment.iteration,
        "sample": moment.sample,
        "given": {part.code: _json_part(part, say) for part in worked.given},
        "computed": {part.code: _json_part(part, say) for part in worked.parts},
    }


def _json_part(part: Part, say: Say) -> dict[str, Any]:
    found: dict[str, Any] = {
        "symbol": part.symbol,
        "equation": part.equation,
        "phase": part.phase.name.lower(),
        "formula": part.formula,
        "meaning": say(part.meaning),
        "values": _numbers(part.values),
    }
    if part.misprint is not None:
        found["misprint"] = say(part.misprint)
    if part.entries:
        found["entries"] = [_json_entry(entry, say) for entry in part.entries]
    return found


def _json_entry(entry: Entry, say: Say) -> dict[str, Any]:
    made = entry.explanation
    return {
        "row": entry.row,
        "column": entry.column,
        "symbol": made.symbol,
        "formula": made.formula,
        "numbers": made.numbers,
        "partial_products": [_number(term.product) for term in made.terms],
        "result": _number(made.result),
        "result_text": significant(made.result),
        "why": say(made.why),
        "sources": [[source.code, source.row, source.column, source.role] for source in made.sources],
    }


def _numbers(values: Array) -> list[list[float | str]]:
    return [[_number(value) for value in row] for row in values.tolist()]


def _number(value: float) -> float | str:
    return value if math.isfinite(value) else repr(value)
