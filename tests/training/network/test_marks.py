"""Moments that were given a name: where they stand, what becomes of them, and what a name may be."""

import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network.mark import LONGEST_NAME, MOST_MARKS, Mark, mark_name
from tui_backprop.training.network.notice import MarksGone
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session


def session_at(cycle):
    session = Session(Recipe(learning_rate=0.5))
    session.go_to(cycle)
    return session


def notices(session):
    found = []
    while (notice := session.take_notice()) is not None:
        found.append(notice)
    return found


def test_a_mark_leads_back_to_its_cycle_and_phase_with_the_same_digits():
    session = session_at(401)
    session.step_phase(True)
    session.step_phase(True)
    before = session.snapshot()
    session.mark("here")
    session.go_to(9_000)
    session.go_to_mark("here")
    after = session.snapshot()
    assert (after.cycle, after.phase) == (402, Phase.F2)
    assert after.value("x3").tobytes() == before.value("x3").tobytes()
    session.go_to_mark("nowhere")
    assert session.cycle == 402


def test_marks_are_in_the_order_of_time_and_a_name_stands_once():
    session = session_at(40)
    session.mark("b")
    session.go_to(20)
    session.mark("a")
    session.go_to(60)
    session.mark("b")
    assert session.marks == (Mark("a", 20, Phase.UPDATE), Mark("b", 60, Phase.UPDATE))


def test_a_moment_that_is_no_longer_on_the_screen_can_be_marked_while_the_run_goes_on():
    session = session_at(90)
    session.mark("earlier", 41, Phase.F3)
    assert session.marks == (Mark("earlier", 41, Phase.F3),)
    session.mark("too late", 1_000, Phase.UPDATE)
    assert session.marks[-1].cycle == 90


def test_an_edit_takes_the_marks_behind_it_along_says_so_and_undo_brings_them_back():
    session = session_at(80)
    session.mark("late")
    session.go_to(40)
    session.mark("at the edit")
    session.go_to(20)
    session.mark("early")
    session.go_to(40)
    session.set_learning_rate(0.25)
    assert [mark.name for mark in session.marks] == ["early", "at the edit"]
    assert notices(session) == [MarksGone(1)]
    session.undo()
    assert [mark.name for mark in session.marks] == ["early", "at the edit", "late"]
    session.go_to(80)
    session.set_learning_rate(0.1)
    assert notices(session) == []


def test_a_mark_is_renamed_in_its_place_and_takes_the_name_of_another_away():
    session = session_at(20)
    session.mark("one")
    session.go_to(40)
    session.mark("two")
    session.rename_mark("one", "first")
    assert [mark.name for mark in session.marks] == ["first", "two"]
    session.rename_mark("first", "two")
    assert session.marks == (Mark("two", 20, Phase.UPDATE),)
    session.remove_mark("two")
    assert session.marks == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  before\tthe  drop\n", "before the drop"),
        ("a\x1b[31mb\x1b]52;c;AAAA\x07", "a[31mb]52;c;AAAA"),
        ("平台期，第二次", "平台期，第二次"),
        ("zero\u200bwidth and \u202eturned", "zerowidth and turned"),
        ("x · f₂", "x · f₂"),
    ],
)
def test_a_name_is_one_line_of_what_can_be_printed(typed, kept):
    assert mark_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "code"), [("", "no_mark_name"), ("\x1b\x07 \n", "no_mark_name"), ("x" * 41, "long_mark_name")]
)
def test_no_name_and_one_too_long_are_refused(typed, code):
    with pytest.raises(InputError) as refused:
        mark_name(typed)
    assert refused.value.fact.code == code
    assert LONGEST_NAME == 40


def test_there_are_at_most_so_many_marks():
    session = session_at(MOST_MARKS + 1)
    for cycle in range(MOST_MARKS):
        session.mark(f"mark {cycle}", cycle + 1, Phase.UPDATE)
    with pytest.raises(InputError):
        session.mark("one more")
    session.mark("mark 0")
    assert len(session.marks) == MOST_MARKS


def test_the_list_has_the_error_of_the_last_whole_iteration_at_each_mark():
    session = session_at(90)
    for cycle, phase in ((41, Phase.F2), (40, Phase.UPDATE), (3, Phase.F1)):
        session.mark(f"{cycle}", cycle, phase)
    assert session.snapshot().marked == ()
    session.look("marks")
    first, second, third = session.snapshot().marked
    alone = session_at(40)
    assert (first.iteration, first.error) == (1, None)
    assert (second.iteration, third.iteration) == (10, 11)
    assert second.error == third.error == alone.snapshot().iteration_error


def test_the_chart_has_each_mark_where_the_cursor_stands_there():
    session = session_at(400)
    for cycle, phase in ((80, Phase.UPDATE), (81, Phase.F2), (81, Phase.UPDATE)):
        session.mark(f"{cycle} {phase.name}", cycle, phase)
    for mark in session.marks:
        session.go_to_mark(mark.name)
        chart = session.snapshot().chart
        assert (chart.cursor, mark.name) in chart.marks
