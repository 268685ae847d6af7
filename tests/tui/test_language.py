"""The language is switched while the app runs: everything is said anew at once, and the choice is remembered."""

from __future__ import annotations

import asyncio
import threading

import pytest
from languages import CHINESE, english_in, seen
from scenes import settle

from tui_backprop.lessons.progress import Progress
from tui_backprop.tui.app import BackpropApp
from tui_backprop.words import LANGUAGE, spoken

CODE = {"tab", "space", "enter", "XOR", "sin", "cos", "lim", "max", "min", "J_x", "J_y"}
"""Keys, and what stands in formulas."""


def made(**arguments) -> BackpropApp:
    app = BackpropApp(compile=False, **arguments)
    app.animation_level = "none"
    return app


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def switch(pilot, code: str) -> None:
    await pilot.app.run_action(f"app.language({code!r})")
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=str)
async def test_no_word_of_the_language_before_stays_on_any_screen(size):
    app = made()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "right_square_bracket", "right", "1", "2", "right", "4", "3")
        for screen in "1234":  # the one in sight, and the others when one comes to them
            await press(pilot, screen)
            await switch(pilot, "zh")
            assert not english_in(seen(app)) - CODE
            await switch(pilot, "en")
            assert not CHINESE.findall(seen(app))
        await switch(pilot, "zh")
        for screen in "1234":
            await press(pilot, screen)
            assert not english_in(seen(app)) - CODE


@pytest.mark.parametrize("lesson", ["product", "descent", "backward"])
@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=str)
async def test_a_step_of_a_lesson_and_what_it_found_are_told_anew(lesson, size, tmp_path):
    app = made(lesson=lesson, progress=Progress(tmp_path / "lessons.json"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "N")
        assert not CHINESE.findall(seen(app))
        english = app.classroom.guide._text
        await switch(pilot, "zh")
        chinese = app.classroom.guide._text
        assert not english_in(seen(app)) - CODE
        assert chinese != english
        await switch(pilot, "en")
        assert app.classroom.guide._text == english
        assert not CHINESE.findall(seen(app))


async def test_a_step_is_told_in_the_language_that_was_chosen_while_its_place_was_made_ready(tmp_path, monkeypatch):
    app = made(lesson="product", progress=Progress(tmp_path / "lessons.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        guide, under_way, go_on = app.classroom.guide, asyncio.Event(), asyncio.Event()
        stand = guide._stand

        async def stand_late(place, turn):
            under_way.set()
            await go_on.wait()
            await stand(place, turn)

        monkeypatch.setattr(guide, "_stand", stand_late)
        await pilot.press("N")
        await under_way.wait()
        await app.run_action("app.language('zh')")
        while not CHINESE.search(guide._text.say):
            await asyncio.sleep(0.01)
        go_on.set()
        await settle(pilot)
        assert not english_in(seen(app)) - CODE


async def test_whoever_chooses_one_language_after_the_other_has_the_last_one(tmp_path, monkeypatch):
    app = made(lesson="product", progress=Progress(tmp_path / "lessons.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        guide, slow, go_on = app.classroom.guide, threading.Event(), threading.Event()
        prepare, english, told = guide._prepare, guide._text, []

        def prepare_late(step):
            text = prepare(step)
            told.append(spoken())
            if spoken() == "zh" and not slow.is_set():
                slow.set()
                go_on.wait(30)
            return text

        monkeypatch.setattr(guide, "_prepare", prepare_late)
        await app.run_action("app.language('zh')")
        while not slow.is_set():
            await asyncio.sleep(0.01)
        assert not app.settled
        await app.run_action("app.language('en')")
        while told.count("en") < 1:
            await asyncio.sleep(0.01)
        await pilot.pause()  # the second one is told, and the first has still to come
        go_on.set()
        await settle(pilot)
        assert guide._text == english
        assert not CHINESE.findall(seen(app))


async def test_the_palette_finds_the_languages_by_either_name_and_the_choice_is_remembered():
    remembered: list[tuple[str, str | int]] = []
    app = made(remember=lambda name, value: remembered.append((name, value)))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"中文", "enter")
        assert spoken() == "zh"
        await press(pilot, "ctrl+p", *"英文", "enter")
        assert spoken() == "en"
        await press(pilot, "ctrl+p", *"chin", "enter")
        assert spoken() == "zh"
        await press(pilot, "ctrl+p", *"language")
        assert LANGUAGE in seen(app), "who reads no Chinese finds the way back"
        await press(pilot, "space", *"english", "enter")
        assert spoken() == "en"
        assert remembered == [("language", code) for code in ("zh", "en", "zh", "en")]


async def test_notices_of_the_language_before_are_taken_away():
    app = made()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        assert [notice.message for notice in app._notifications] == ["There is nothing to undo."]
        await switch(pilot, "zh")
        assert not app._notifications
