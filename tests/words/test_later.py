"""A language is loaded by its parts."""

import subprocess
import sys

import pytest

from tui_backprop.words import LANGUAGES, speak, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_that_nobody_asks_for_is_not_loaded(language):
    code = (
        "import sys; from tui_backprop.words import speak, words\n"
        f"speak({language!r}); words().network.keys\n"
        f"print(*(name for name in sys.modules if name.startswith('tui_backprop.words.{language}.')))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == [f"tui_backprop.words.{language}.network"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_is_made_once_and_one_that_there_is_not_is_refused(language):
    speak(language)
    assert words().lessons.panel is words().lessons.panel
    with pytest.raises(AttributeError, match="no words about 'weather'"):
        _ = words().weather
