"""A reader's way through a lesson, without a screen."""

from __future__ import annotations

import pytest

from tui_backprop.lessons import course
from tui_backprop.lessons.descent import ARTICLE
from tui_backprop.lessons.places import DescentPlace
from tui_backprop.lessons.progress import Progress
from tui_backprop.lessons.questions import Verdict
from tui_backprop.lessons.seen import Seen
from tui_backprop.lessons.walk import Walk


@pytest.fixture
def progress(tmp_path):
    return Progress(tmp_path / "lessons.json")


@pytest.fixture
def walk(progress):
    return Walk(course.lesson("descent"), progress)


def test_a_right_answer_goes_on_and_is_kept(walk, progress):
    first = walk.step
    assert walk.asking
    walk.answer(Verdict.RIGHT)
    assert walk.last is first
    assert walk.index == 1
    assert first.name in progress.done("descent")


def test_a_wrong_answer_stays_and_says_what_was_wrong(walk, progress):
    walk.answer(Verdict.TOO_SMALL)
    assert walk.index == 0
    assert walk.verdict is Verdict.TOO_SMALL
    assert not progress.done("descent")
    walk.answer(Verdict.RIGHT)
    assert walk.verdict is None


def test_what_is_to_be_done_comes_before_the_question(walk):
    while walk.step.name != "third":
        walk.skip()
    assert not walk.asking
    walk.answer(Verdict.RIGHT)
    assert walk.step.name == "third"
    assert not walk.look(walk.step.place.seen())
    assert not walk.look(Seen("chain"))
    assert walk.look(DescentPlace(ARTICLE, 3).seen())
    assert walk.asking
    walk.answer(Verdict.RIGHT)
    assert walk.step.name == "arrive"


def test_skipping_adds_nothing_to_the_progress_and_back_goes_back(walk, progress):
    walk.skip()
    walk.skip()
    assert walk.index == 2
    walk.back()
    walk.back()
    walk.back()
    assert walk.index == 0
    assert not progress.done("descent")


def test_a_lesson_ends_after_its_last_step(walk):
    for _ in walk.lesson.steps:
        walk.skip()
    assert walk.step is None
    assert not walk.asking
    walk.skip()
    assert not walk.look(Seen("descent"))
    walk.back()
    assert walk.step is walk.lesson.steps[-1]


def test_a_lesson_begins_at_the_first_step_that_is_not_done(progress):
    lesson = course.lesson("descent")
    for step in lesson.steps[:3]:
        progress.mark("descent", step.name)
    assert Walk(lesson, progress).index == 3
    for step in lesson.steps:
        progress.mark("descent", step.name)
    assert Walk(lesson, progress).index == 0
