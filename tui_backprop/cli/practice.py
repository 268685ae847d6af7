"""`tui-backprop practice`: a sheet of exercises, the same for everyone who names the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_backprop.cli.arguments import Parser, UsageError, form, whole
from tui_backprop.explain.exercise import TOPICS
from tui_backprop.words import reason, sentence, words

if TYPE_CHECKING:
    from tui_backprop.explain.exercise import Exercise

FORMATS = ("text", "markdown", "latex")
MOST_QUESTIONS = 200


def parser() -> Parser:
    """What `tui-backprop practice` takes."""
    said = words().command
    parser = Parser("tui-backprop practice", said.about_practice, said.practice_epilog)
    add = parser.add_argument
    add("--topic", action="append", default=[], metavar="T", help=said.help_topic(topics=", ".join(TOPICS)))
    add("--seed", type=whole(0, 2**32 - 1), default=0, metavar="S", help=said.help_practice_seed)
    add("--questions", type=whole(1, MOST_QUESTIONS), default=10, metavar="N", help=said.help_questions)
    add(
        "--format",
        type=form(FORMATS),
        default="text",
        metavar="FORMAT",
        help=said.help_format(formats=", ".join(FORMATS)),
    )
    add("--answers", action="store_true", help=said.help_answers)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the sheet; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    from tui_backprop.explain.practice import sheet

    try:
        exercises = sheet(values.questions, values.seed, values.topic or TOPICS)
    except ValueError as error:
        raise UsageError(reason(error)) from None
    print("\n".join(_pages(exercises, values.format, values.answers)))
    return 0


def _pages(exercises: Sequence[Exercise], form: str, answers: bool) -> Iterator[str]:
    said = words().command
    write = {"text": _plain, "markdown": _markdown, "latex": _latex}[form]
    if form == "latex":
        from tui_backprop.explain.typeset import latex_class

        yield latex_class(said.sheet)
        yield r"\usepackage{amsmath,amssymb}\begin{document}"
        yield rf"\section*{{{said.sheet}}}"
    elif form == "markdown":
        yield f"# {said.sheet}\n"
    else:
        yield f"{said.sheet}\n"
    for number, exercise in enumerate(exercises, start=1):
        yield write(number, sentence(exercise.question), "   ".join(exercise.given))
    if answers:
        yield {"text": f"\n{said.answers}\n", "markdown": f"\n## {said.answers}\n"}.get(
            form, rf"\section*{{{said.answers}}}"
        )
        for number, exercise in enumerate(exercises, start=1):
            yield write(number, "", exercise.working or exercise.answer)
    if form == "latex":
        yield r"\end{document}"


def _plain(number: int, question: str, formulas: str) -> str:
    lines = [f"{number:>3}. {question}".rstrip()] if question else []
    if formulas:
        lines.append(f"     {formulas}" if question else f"{number:>3}. {formulas}")
    return "\n".join(lines)


def _markdown(number: int, question: str, formulas: str) -> str:
    code = f"`{formulas}`" if formulas else ""
    return f"{number}. {question}{'  ' + chr(10) + '   ' if question and code else ''}{code}"


def _latex(number: int, question: str, formulas: str) -> str:
    from tui_backprop.explain.typeset import latex, latex_sentence

    parts = [f"\\noindent {number}. {latex_sentence(question)}"]
    parts += [f"$\\displaystyle {latex(part)}$" for part in formulas.split("   ") if part]
    return " \\quad ".join(parts) + r"\par\medskip"
