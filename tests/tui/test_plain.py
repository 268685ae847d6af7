"""The plain skin: every screen in ASCII, and in line where a terminal draws signs of ambiguous width two cells wide."""

import unicodedata

import pyte.screens
import pytest
from scenes import settle
from terminal import Terminal

from tui_backprop.tui.app import BackpropApp
from tui_backprop.words import wear, words


def cells(app):
    """The text of the screen, line by line, as it goes to the terminal."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("screen", ["network", "chain", "descent"])
async def test_no_sign_on_a_screen_is_of_ambiguous_width(screen):
    app = BackpropApp(start_screen=screen, compile=False, plain=True)
    app.animation_level = "none"
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for key in ("right_square_bracket", "right", "full_stop", "down"):
            await pilot.press(key)
            await settle(pilot)
        seen = cells(app)
    ambiguous = {sign for line in seen for sign in line if unicodedata.east_asian_width(sign) == "A"}
    assert not ambiguous
    assert any(line.strip() for line in seen)


async def test_the_network_writes_its_notation_as_one_types_it():
    app = BackpropApp(compile=False, plain=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("right_square_bracket")
        await settle(pilot)
        text = "\n".join(cells(app))
    assert "x(2) = theta1[1; x(1)]" in text
    assert "grad theta1" in text


def test_sentences_are_dressed_and_undressed():
    on_paper = words().network.quantities["theta1_change"]
    wear(str.upper)
    assert words().network.quantities["theta1_change"] == on_paper.upper()
    assert words().network.keys["run"].help == "RUN, OR PAUSE"
    wear(None)
    assert words().network.quantities["theta1_change"] == on_paper


# --- a terminal that draws θ two cells wide


THIRD_COLUMN = "\x1b[1;3R"
"""Where the cursor stands after a θ of two cells; answered before the question comes, for a busy machine may miss its end."""


@pytest.fixture
def wide(monkeypatch):
    of_one = pyte.screens.wcwidth
    monkeypatch.setattr(
        pyte.screens, "wcwidth", lambda sign: 2 if unicodedata.east_asian_width(sign) == "A" else of_one(sign)
    )


def test_a_terminal_that_draws_it_wide_is_offered_ascii_and_every_line_is_in_line(tmp_path, wide):
    with Terminal(tmp_path) as terminal:
        terminal.press(THIRD_COLUMN)
        terminal.wait("Write in ASCII? [Y/n]")
        terminal.press("\n")
        terminal.wait("x(2) = theta1[1; x(1)]")
        terminal.wait_until_still()
        assert not {sign for line in terminal.lines for sign in line if unicodedata.east_asian_width(sign) == "A"}
        terminal.press("q")
        assert terminal.wait_for_the_end() == 0


def test_who_does_not_want_ascii_gets_the_article_s_notation(tmp_path, wide):
    with Terminal(tmp_path) as terminal:
        terminal.press(THIRD_COLUMN)
        terminal.wait("Write in ASCII? [Y/n]")
        terminal.press("n\n")
        terminal.wait("θ")
        terminal.press("q")
        assert terminal.wait_for_the_end() == 0


def test_a_terminal_that_draws_it_narrow_is_not_asked_anything(tmp_path):
    with Terminal(tmp_path) as terminal:
        terminal.wait("backward")
        assert b"ASCII" not in terminal.output
        terminal.press("q")
        assert terminal.wait_for_the_end() == 0
