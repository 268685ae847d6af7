"""Every screen, help, dialog and notice in Chinese, by pressing every key: no English word, no line that begins with a mark."""

from __future__ import annotations

import re

import pytest
from at_rest import paint_when_asked
from languages import english_in, seen
from scenes import settle

from tui_backprop.lessons.progress import Progress
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.lessons.contents import ContentsScreen
from tui_backprop.tui.network.arrangement import PANES
from tui_backprop.tui.network.help_texts import pane_help
from tui_backprop.words import LANGUAGE, speak

LEFT_OUT = {"run", "save", "starts.open", "report.forward", "report.back", "end", "furthest", "restart"}
"""Keys that run on for long, write a file, or lead elsewhere; what they bring is on the screen after other keys too."""

CODE = re.compile(r"主题：配色 \S+|\\\w+\{\w+\}|(?m:^tui-backprop .*)")
"""Names of themes, and what the program copies: LaTeX, command lines."""


@pytest.fixture(autouse=True)
def _chinese():
    speak("zh")


def left_on(app) -> set[str]:
    """The English words on the screen, and in the notices that are under way."""
    notices = "\n".join(f"{notice.title}\n{notice.message}" for notice in app._notifications)
    shown = seen(app).replace(LANGUAGE, "").replace("English", "")
    return english_in(CODE.sub("", shown)) | english_in(CODE.sub("", notices))


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("pane", PANES)
def test_a_sentence_of_the_help_ends_with_a_chinese_full_stop(pane):
    assert re.findall(r".*[\u4e00-\u9fff]\.", pane_help(pane).plain) == []


@pytest.mark.parametrize(
    ("name", "size"),
    [("chain", (80, 24)), ("descent", (120, 36)), ("network", (120, 36)), ("starts", (80, 24))],
    ids=str,
)
async def test_no_key_of_a_screen_brings_an_english_word(name, size, tmp_path, monkeypatch):
    paint_when_asked(monkeypatch)
    monkeypatch.chdir(tmp_path)  # an export's file goes where the program runs
    app = BackpropApp(compile=False, start_screen=name, progress=Progress(tmp_path / "lessons.json"))
    app.animation_level = "none"
    found: dict[str, set[str]] = {}
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        found["first"] = left_on(app)
        if name == "network":
            await press(pilot, "right_square_bracket")
        for pane in type(app.screen).NAMES:
            app.screen.bring_forward(pane)
            await settle(pilot)
            found[pane] = left_on(app)
            await press(pilot, "question_mark")
            found[f"help {pane}"] = left_on(app)
            await press(pilot, "escape")
        for key in type(app.screen).KEYS:
            if key.id in LEFT_OUT:
                continue
            await press(pilot, key.keys.split(",")[0])
            found[key.id] = left_on(app)
            if app.screen.is_modal:
                await press(pilot, "enter")
                found[f"{key.id} enter"] = left_on(app)
            while app.screen.is_modal:
                await press(pilot, "escape")
            app.clear_notifications()
        await press(pilot, "ctrl+p")
        found["palette"] = left_on(app)
        await press(pilot, "escape", "L")
        assert isinstance(app.screen, ContentsScreen)
        found["contents"] = left_on(app)
    assert {where: words for where, words in found.items() if words} == {}
