"""Every lesson in every language at every size, and in terminals that have room for a column."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from at_rest import ask_the_loop
from tui.lessons.driver import walk

from tui_backprop.lessons import course
from tui_backprop.words import LANGUAGES, speak

SIZES = ((80, 24), (100, 40), (120, 36), (160, 45), (200, 60))


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    ask_the_loop(monkeypatch)
    yield
    speak("en")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", course.NAMES)
async def test_a_lesson_is_walked_through(name, language, size, tmp_path):
    await walk(name, language, size, tmp_path)
