"""Progress is kept from one start to the next, and survives whatever is in its file."""

from __future__ import annotations

import pytest

from tui_backprop.lessons.progress import Progress, progress_path


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "lessons.json"


def test_what_is_done_is_there_at_the_next_start(path):
    first = Progress(path)
    first.mark("descent", "value")
    first.mark("descent", "value")
    first.answer()
    again = Progress(path)
    assert set(again.done("descent")) == {"value"}
    assert not again.done("forward")
    assert again.answered


def test_forgetting_keeps_that_the_offer_was_answered(path):
    progress = Progress(path)
    progress.answer()
    progress.mark("descent", "value")
    progress.forget()
    again = Progress(path)
    assert not again.done("descent")
    assert again.answered


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"done": 3, "answered": 1}',
        '{"done": {"descent": "value"}}',
        '{"done": {"descent": [1]}}',
        "[" * 99_999,
    ],
    ids=range(8),
)
def test_a_file_that_is_none_of_ours_counts_as_no_progress(path, text):
    path.parent.mkdir()
    path.write_text(text)
    progress = Progress(path)
    assert not progress.answered
    assert not progress.done("descent")
    progress.mark("descent", "value")
    assert set(Progress(path).done("descent")) == {"value"}


def test_where_nothing_can_be_written_the_lessons_go_on(tmp_path):
    (tmp_path / "file").write_text("")
    progress = Progress(tmp_path / "file" / "lessons.json")
    progress.mark("descent", "value")
    assert set(progress.done("descent")) == {"value"}


def test_no_half_written_file_is_left_behind(path):
    Progress(path).mark("descent", "value")
    assert [found.name for found in path.parent.iterdir()] == ["lessons.json"]


def test_the_file_is_where_the_system_keeps_such_things():
    assert progress_path().name == "lessons.json"
    assert "tui-backprop" in progress_path().parts
