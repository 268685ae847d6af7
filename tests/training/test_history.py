"""The one undo, against a history that keeps everything (a list and a place in it)."""

from hypothesis import given
from hypothesis import strategies as st

from tui_backprop.training.history import History

CHANGES = st.lists(st.sampled_from(["change", "undo", "redo"]), max_size=60)


@given(CHANGES)
def test_it_goes_back_and_forth_as_a_list_with_a_place_in_it_does(changes):
    history, now = History(most=1_000), 0
    states, place = [0], 0
    for number, change in enumerate(changes, start=1):
        if change == "change":
            history.keep(now)
            now = number
            states, place = [*states[: place + 1], number], place + 1
        elif change == "undo":
            back = history.undo(now)
            assert (back is None) == (place == 0)
            now, place = (now, place) if back is None else (back, place - 1)
        else:
            again = history.redo(now)
            assert (again is None) == (place == len(states) - 1)
            now, place = (now, place) if again is None else (again, place + 1)
        assert now == states[place]


@given(CHANGES, st.integers(1, 5), st.integers(0, 30))
def test_it_never_keeps_more_than_it_may_and_always_the_last_change(changes, most, room):
    history, now = History(most=most, room=room, size=lambda value: value % 7), 0
    for number, change in enumerate(changes, start=1):
        if change == "change":
            history.keep(now)
            now = number
        else:
            other = history.undo(now) if change == "undo" else history.redo(now)
            now = now if other is None else other
        assert len(history) <= most
        assert len(history) == 1 or history.size <= room or len(history) == 0


def test_what_is_furthest_from_the_present_goes_first():
    history = History(most=3)
    for value in range(5):
        history.keep(value)
    assert [history.undo(-1), history.undo(-2), history.undo(-3), history.undo(-4)] == [4, 3, 2, None]


def test_a_change_after_an_undo_ends_what_could_be_redone():
    history = History()
    history.keep("a")
    assert history.undo("b") == "a"
    history.keep("a")
    assert history.redo("c") is None
