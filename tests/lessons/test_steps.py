"""Every step of every lesson: its texts in both languages, its question, its place and its condition."""

from __future__ import annotations

import re

import pytest
from lessons.every_step import STEPS, PlainNames, lessons_in

from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.explain.cell import Cell
from tui_backprop.lessons import course
from tui_backprop.lessons.places import ChainPlace
from tui_backprop.lessons.questions import Choice, Number, Pointing, Verdict, read_number

pytestmark = pytest.mark.usefixtures("machine_code")

every_step = pytest.mark.parametrize(("lesson", "step"), STEPS)
both_languages = pytest.mark.parametrize("language", ["en", "zh"])


def test_there_are_nine_lessons_of_sixty_to_ninety_steps_together():
    lessons = [course.lesson(name) for name in course.NAMES]
    assert len(lessons) == 9
    assert 60 <= sum(len(lesson.steps) for lesson in lessons) <= 90
    for lesson, name in zip(lessons, course.NAMES, strict=True):
        assert lesson.name == name
        assert len({step.name for step in lesson.steps}) == len(lesson.steps)


@both_languages
@every_step
def test_a_step_says_what_it_needs_to_say_and_no_more(lesson, step, language):
    text = step.text(lessons_in(language), PlainNames())
    assert 1 <= len(re.findall(r"[.?](?:\s|$)|[。？]", text.say)) <= 3
    assert bool(text.do) == (step.done is not None)
    assert bool(text.ask) == bool(text.hint) == (step.question is not None)
    assert text.after
    for key in dict.fromkeys(step.keys):
        assert key in text.do
    if isinstance(step.question, Choice):
        assert len(set(text.choices)) == step.question.count
        assert len(text.reasons) == step.question.count - 1
        assert all(text.reasons)
    else:
        assert not text.choices
        assert not text.reasons


@every_step
def test_the_right_answer_of_a_question_is_accepted_and_wrong_ones_are_not(lesson, step):
    question = step.question
    if isinstance(question, Choice):
        verdicts = [question.judge(choice) for choice in range(question.count)]
        assert verdicts == [Verdict.RIGHT] + [Verdict.WRONG_CHOICE] * (question.count - 1)
        assert sorted(question.order(step.name)) == list(range(question.count))
    elif isinstance(question, Number):
        right = question.value()
        assert question.judge(right) is Verdict.RIGHT
        assert question.judge(read_number(f"{right:.6g}")) is Verdict.RIGHT
        assert question.judge(-right) is Verdict.WRONG_SIGN
        assert question.judge(right * 10) is Verdict.WRONG_POWER
        assert question.judge(right + abs(right) / 15) is Verdict.TOO_LARGE
        assert question.judge(right - abs(right) / 15) is Verdict.TOO_SMALL
    elif isinstance(question, Pointing):
        assert all(question.judge(cell) is Verdict.RIGHT for cell in question.cells)
        beside = [Cell(cell.code, cell.row, cell.column + 1) for cell in question.cells]
        for cell in [None, Cell("x2", 3, 0), *beside]:
            assert question.judge(cell) is Verdict.WRONG_CELL


@every_step
def test_a_step_is_not_done_where_it_begins(lesson, step):
    seen = step.place.seen()
    assert step.place.holds(seen)
    assert step.done is None or not step.done(seen)


@every_step
def test_a_cell_of_a_step_is_on_its_screen(lesson, step):
    for cell in (step.place.cell, *getattr(step.question, "cells", ())):
        if cell is None:
            continue
        if isinstance(step.place, ChainPlace):
            point = step.place.seen().chain.point
            shape = {"f": point.jt_f, "g": point.jt_g, "gf": point.jt_gf}[cell.code].shape
        else:
            shape = QUANTITIES[cell.code].shape(2, 4)
        assert 0 <= cell.row < shape[0]
        assert 0 <= cell.column < shape[1]


@every_step
def test_the_cursor_begins_on_a_number_that_is_not_the_one_to_be_pointed_at(lesson, step):
    if isinstance(step.question, Pointing):
        assert step.place.cell is not None
        assert step.question.judge(step.place.cell) is Verdict.WRONG_CELL


def test_the_right_choice_stands_at_every_place_and_in_no_lesson_mostly_at_the_first_one():
    places: dict[str, list[int]] = {}
    for lesson, step in (each.values for each in STEPS):
        if isinstance(step.question, Choice):
            places.setdefault(lesson, []).append(step.question.order(step.name).index(0))
    asked = sum(map(len, places.values()))
    for place in range(3):
        assert sum(each.count(place) for each in places.values()) > asked / 4
    for lesson, found in places.items():
        assert found.count(0) <= len(found) / 2, lesson
        assert len(set(found)) > 1, lesson
