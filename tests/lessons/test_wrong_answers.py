"""What readers may answer wrongly, for every question of every lesson: each is refused, with what is wrong and a hint."""

from __future__ import annotations

import re

import pytest
from lessons.every_step import STEPS, PlainNames, lessons_in
from tui.lessons.driver import CHINESE

from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.notation import partial
from tui_backprop.explain.network.notation import element
from tui_backprop.lessons.places import ChainPlace
from tui_backprop.lessons.questions import Choice, Number, Pointing, Verdict, last_place, read_number
from tui_backprop.lessons.step import Step
from tui_backprop.tui.lessons.refusal import of_a_cell, of_a_choice, of_a_number
from tui_backprop.words import LANGUAGES, sentence, speak, words
from tui_backprop.words.lessons import StepText

FIGURE = re.compile(r"(?<![\w₀-₉⁽⁾.(])[−-]?\d+(?:\.\d+)?(?:e[−-]?\d+)?(?![\w.,]*\))")
CALCULATION = re.compile(r"^(?:Compute |请算 )([−\d(][\d.\s()·+−e/]*\d\)?)")


def asking(kind: type) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("lesson", "step"), [one for one in STEPS if isinstance(one.values[1].question, kind)]
    )


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    speak(request.param)
    return request.param


def text_of(step: Step, language: str) -> StepText:
    return step.text(lessons_in(language), PlainNames())


def plain(text: str) -> str:
    return text.replace("−", "-").replace("·", "*")


def is_told(said: str, text: StepText, language: str) -> bool:
    """Whether the hint is there, and before it what was wrong, in the right language."""
    found = said.removesuffix(text.hint).strip()
    return said.endswith(text.hint) and len(found) > 1 and bool(CHINESE.search(said)) == (language == "zh")


def figures(text: StepText) -> set[str]:
    """The numbers that the step itself names: what a reader types who takes the wrong one."""
    return {plain(found) for found in FIGURE.findall(f"{text.say} {text.ask}".replace(",0", "0"))}


@asking(Choice)
def test_every_other_choice_is_refused_with_its_own_reason(lesson, step, language):
    text = text_of(step, language)
    for chosen in range(1, step.question.count):
        assert step.question.judge(chosen) is Verdict.WRONG_CHOICE
        assert is_told(of_a_choice(chosen, text), text, language)
    assert not of_a_choice(0, text)


@asking(Number)
def test_every_number_that_a_slip_leads_to_is_refused(lesson, step, language):
    text, right = text_of(step, language), step.question.value()
    slips = {-right, right * 2, right / 2, right * 10, right / 10, right + 1, right - 1, 1 / right, right**2, 1 - right}
    for typed in {repr(slip) for slip in slips} | figures(text):
        answer = read_number(typed)
        verdict = step.question.judge(answer, last_place(typed))
        if abs(answer - right) <= step.question.tolerance * abs(right):
            assert verdict is Verdict.RIGHT
        else:
            assert verdict not in {Verdict.RIGHT, Verdict.TOO_ROUGH}, f"{typed} for {right}"
            assert is_told(of_a_number(verdict, text), text, language)
    assert not of_a_number(Verdict.RIGHT, text)


@asking(Number)
def test_who_works_out_the_calculation_of_a_hint_is_right(lesson, step, language):
    found = CALCULATION.match(text_of(step, language).hint)
    if found is not None:
        assert step.question.judge(read_number(plain(found[1]))) is Verdict.RIGHT, found[1]


def test_most_hints_to_a_number_are_such_calculations_or_formulas():
    hints = [text_of(one.values[1], "en").hint for one in STEPS if isinstance(one.values[1].question, Number)]
    assert sum(bool(CALCULATION.match(hint)) for hint in hints) > len(hints) / 4


@asking(Pointing)
def test_every_cell_beside_the_right_one_is_refused_by_its_name(lesson, step, language):
    text, chain = text_of(step, language), isinstance(step.place, ChainPlace)
    right = step.question.cells[0]
    beside = {
        right._replace(row=right.row + down, column=right.column + on) for down in (-1, 0, 1) for on in (-1, 0, 1)
    }
    beside.add(Cell(right.code, right.column, right.row))
    others = {right._replace(code=code) for code in (("f", "g", "gf", "symbolic") if chain else QUANTITIES)}
    for cell in (beside | others) - set(step.question.cells):
        rows, columns = shape_of(step, cell)
        if not (0 <= cell.row < rows and 0 <= cell.column < columns):
            continue
        assert step.question.judge(cell) is Verdict.WRONG_CELL
        symbol = partial(*cell) if chain else element(*cell)
        assert symbol in of_a_cell(symbol, text)
        assert is_told(of_a_cell(symbol, text), text, language)
    assert step.question.judge(None) is Verdict.WRONG_CELL
    assert of_a_cell(None, text)


def shape_of(step: Step, cell: Cell) -> tuple[int, int]:
    if not isinstance(step.place, ChainPlace):
        rows, columns = QUANTITIES[cell.code].shape(2, 4)
        return rows, columns
    point = step.place.seen().chain.point
    rows, columns = {"f": point.jt_f, "g": point.jt_g}.get(cell.code, point.jt_gf).shape
    return rows, columns


@pytest.mark.parametrize("typed", ["", "x1", "五", "2(1-3)", "0.5.5", "1/0", "=4", "sin 1", "1e999", "(1"])
def test_what_is_no_number_is_refused_with_a_reason_in_every_language(typed, language):
    with pytest.raises(ExpressionError) as refused:
        read_number(typed)
    reason = sentence(refused.value.fact)
    assert bool(CHINESE.search(reason.replace("五", ""))) == (language == "zh")
    assert reason in words().lessons.panel.not_a_number(text=typed, reason=reason)
