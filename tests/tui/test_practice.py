"""Practice on the screens: every topic is chosen by its key, asked, judged with a second try, and left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import pytest
from driver import Driver
from languages import english_in, seen
from scenes import settle
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from tui_backprop.explain.exercise import Exercise
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.dialogs.practice import VerdictScreen, packed, with_first
from tui_backprop.words import sentence, speak, words

SCREENS = {"network": with_first("entries"), "chain": with_first("chain"), "descent": with_first("descent")}
IN_SIGHT = ("entries", "jacobians", "gradients", "updates")
"""What the network screen points at while it asks for it."""


class Learner(Driver):
    """Presses keys on a screen, and knows what it asks."""

    def __init__(self, app: BackpropApp, pilot: Any, screen: str) -> None:
        super().__init__(app, pilot)
        self.name = screen
        self.asked: list[Exercise] = []
        self.practice = app.screen.practice
        self.practice.random = Random(0)
        hide = self.practice.hide

        def listen(exercise: Exercise) -> bool:
            self.asked.append(exercise)
            return hide(exercise)

        self.practice.hide = listen

    async def rest(self) -> None:
        await settle(self.pilot)
        while self.practice.working:
            await self.pilot.pause(0.01)
        await settle(self.pilot)

    async def choose(self, topic: str) -> Exercise:
        await self.press("p", str(SCREENS[self.name].index(topic) + 1))
        assert isinstance(self.app.screen, AskScreen)
        return self.asked[-1]

    async def topics(self) -> AsyncIterator[str]:
        """One topic of the screen after the other, each with what the practice of an app just started would ask."""
        for topic in SCREENS[self.name]:
            self.practice.random = Random(0)
            self.asked.clear()
            self.app.clear_notifications()
            await self.rest()
            yield topic
            if self.app.screen.is_modal:
                await self.press("escape")

    async def answer(self, text: str) -> None:
        assert isinstance(self.app.screen, AskScreen)
        await self.type(text)

    @property
    def text(self) -> str:
        return seen(self.app)

    @property
    def verdict(self) -> str:
        """What is said of the answer: in a dialog, or in the newest notice."""
        if isinstance(self.app.screen, VerdictScreen):
            return str(self.app.screen.query_one("#verdict").render())
        return [*self.app._notifications][-1].message


@asynccontextmanager
async def running(screen: str, size: tuple[int, int] = (120, 36), at: int = 1):
    app = BackpropApp(compile=False, start_screen=screen, go_to=at)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Learner(app, pilot, screen)


def wrong(exercise: Exercise) -> str:
    return {"shapes": "9x9", "zeros": "7"}.get(exercise.topic, repr(exercise.value * 1.5))


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_topic_is_chosen_by_its_key_and_a_wrong_answer_gets_a_hint_and_a_second_try(screen):
    async with running(screen) as driver:
        asked = 0
        async for topic in driver.topics():
            exercise = await driver.choose(topic)
            assert exercise.topic in (("jacobians", "gradients") if topic == "entries" else (topic,))
            hint = words().network.second_try(hint=sentence(exercise.hint))
            assert hint.split(":")[0] not in driver.text
            await driver.answer(wrong(exercise))
            assert hint.split(":")[0] in driver.text
            await driver.answer(exercise.answer)
            assert f"is right. So far, on all screens: {asked // 2 + 1} of {asked + 1}" in driver.verdict, topic
            hidden = screen == "network" and topic in IN_SIGHT
            assert isinstance(driver.app.screen, VerdictScreen) is not hidden
            if not hidden:
                await driver.press("escape")
            assert not driver.app.screen.is_modal
            exercise = await driver.choose(topic)
            for _ in range(2):
                await driver.answer(wrong(exercise))
            assert "not right" in driver.verdict, topic
            asked += 2
            assert f"{asked // 2} of {asked}" in driver.verdict, topic


@pytest.mark.parametrize("screen", SCREENS)
async def test_escape_leaves_a_question_unscored_and_nothing_stays_hidden(screen):
    async with running(screen) as driver:
        scored = 0
        async for topic in driver.topics():
            await driver.choose(topic)
            await driver.press("escape")
            assert not driver.app.screen.is_modal
            assert "??" not in driver.text, topic
            assert not driver.app._notifications
            await driver.press("p", "escape")
            assert not driver.app.screen.is_modal
            assert len(driver.asked) == 1
            exercise = await driver.choose(topic)
            await driver.answer(exercise.answer)
            scored += 1
            assert f"{scored} of {scored}" in driver.verdict, topic


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_an_entry_of_this_cycle_is_hidden_in_sight_and_pointed_at(size):
    async with running("network", size) as driver:
        async for topic in driver.topics():
            if topic not in IN_SIGHT:
                continue
            exercise = await driver.choose(topic)
            assert driver.app.network.pointed == exercise.cells[0], topic
            assert driver.app.network._microscope.exercise is exercise
            assert "??" in driver.text, topic
            await driver.answer(exercise.answer)
            assert "??" not in driver.text, topic


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_what_is_given_stands_in_the_question_and_the_working_under_the_verdict(size):
    async with running("descent", size) as driver:
        async for topic in driver.topics():
            for _ in range(4):
                exercise = await driver.choose(topic)
                together = " ".join(driver.text.replace("│", " ").split())
                assert all(given in together for given in exercise.given), topic
                await driver.answer(exercise.answer)
                box = driver.app.screen.query_one(VerticalScroll)
                assert (exercise.working or exercise.answer) in str(box.query(Static).last().render()), topic
                assert box.max_scroll_y == 0, topic
                await driver.press("enter")
                assert not driver.app.screen.is_modal


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("seed", range(4))
async def test_the_question_about_a_hidden_number_hides_no_matrix_and_nothing_of_the_sample(size, seed):
    async with running("network", size) as driver:
        driver.practice.random = Random(seed)
        exercise = await driver.choose(SCREENS["network"][0])
        for _ in range(2):
            assert isinstance(driver.app.screen, AskScreen)
            box = driver.app.screen.query_one(Vertical).region
            shown = [
                pane for pane in driver.app.network.query("QuantityBoard, StripView, #inspector") if pane.region.area
            ]
            assert len(shown) >= 3
            assert not any(box.overlaps(pane.region) for pane in shown)
            await driver.answer(wrong(exercise))


async def test_a_shape_may_be_written_in_several_ways():
    async with running("chain") as driver:
        for right, answer in enumerate(["{}x{}", "{}×{}", "{}*{}", "{} {}", "{}，{}", " {} X {} "], 1):
            exercise = await driver.choose("shapes")
            await driver.answer("four by twelve")
            assert "is no shape" in driver.text
            await driver.answer(answer.format(*exercise.answer.split("×")))
            assert "is right." in driver.verdict, answer
            assert f"{right} of {right}" in driver.verdict, answer
            await driver.press("escape")


async def test_p_under_a_verdict_asks_another_on_the_same_topic_and_p_enter_does_later():
    async with running("chain") as driver:
        first = await driver.choose("updates")
        await driver.answer(first.answer)
        await driver.press("p")
        assert driver.asked[-1].topic == "updates"
        assert driver.asked[-1] != first
        await driver.answer(driver.asked[-1].answer)
        assert "2 of 2" in driver.verdict
        await driver.press("escape", "p")
        assert isinstance(driver.app.screen, ChooseScreen)
        await driver.press("enter")
        assert driver.asked[-1].topic == "updates"
        assert len(driver.asked) == 3


async def test_only_the_numbers_of_a_cycle_need_a_whole_cycle():
    async with running("network", at=0) as driver:
        async for topic in driver.topics():
            await driver.press("p", str(SCREENS["network"].index(topic) + 1))
            if topic in (*IN_SIGHT, "products"):
                assert not driver.app.screen.is_modal, topic
                assert "whole and at rest" in driver.verdict, topic
            else:
                assert isinstance(driver.app.screen, AskScreen), topic


async def test_the_menu_says_at_once_which_topics_need_a_whole_cycle_and_begins_at_another():
    async with running("network", at=0) as driver:
        await driver.press("p")
        menu = driver.app.screen.query_one(OptionList)
        disabled = {option.id for option in menu.options if option.disabled}
        assert disabled == {*IN_SIGHT, "products"}
        assert "whole and at rest" in driver.verdict
        await driver.press("enter")
        assert driver.asked[-1].topic == "shapes"


async def test_a_partial_product_is_hidden_on_the_boards_while_it_is_asked_for():
    async with running("network") as driver:
        driver.app.network.bring_forward("jacobians")
        exercise = await driver.choose("products")
        assert driver.app.network._microscope.exercise is exercise
        await driver.answer(exercise.answer)
        assert driver.app.network._microscope.exercise is None


async def test_the_shapes_are_those_of_the_network_on_the_screen():
    async with running("network") as driver:
        exercise = await driver.choose("shapes")
        assert exercise.question.values["hidden"] == driver.app.network.snapshot.hidden
        assert not exercise.cells


async def test_keys_struck_while_an_exercise_is_made_wait_for_its_dialog():
    async with running("chain") as driver:
        for key in ("p", "1", "3", "period", "5", "escape"):
            await driver.pilot.press(key)
        await driver.rest()
        assert not driver.app.screen.is_modal
        assert driver.app.screen is driver.app.get_screen("chain")
        assert len(driver.asked) == 1


@pytest.mark.parametrize("screen", SCREENS)
async def test_practice_has_no_english_word_in_chinese(screen):
    speak("zh")
    try:
        async with running(screen, (80, 24)) as driver:
            await driver.press("p")
            assert driver.app.screen.query_one(OptionList).option_count == len(SCREENS[screen])
            found = english_in(driver.text)
            await driver.press("escape")
            async for topic in driver.topics():
                exercise = await driver.choose(topic)
                found |= english_in(driver.text)
                await driver.answer("?")
                found |= english_in(driver.text)
                for _ in range(2):
                    await driver.answer(wrong(exercise))
                    found |= english_in(driver.text)
                assert found == set(), topic
    finally:
        speak("en")


def test_no_part_of_what_is_given_is_broken_and_no_line_is_too_long():
    parts = [f"x{number} = {'1' * number}" for number in range(30)]
    assert "   ".join(packed(parts)) == "   ".join(parts)
    assert max(map(len, packed(parts))) <= 66


async def test_one_score_counts_the_answers_on_all_screens_and_says_so() -> None:
    async with running("descent") as driver:
        exercise = await driver.choose("descent")
        await driver.answer(exercise.answer)
        await driver.press("escape", "1")
        there = Learner(driver.app, driver.pilot, "chain")
        exercise = await there.choose("chain")
        assert "(1 of 1 right)" in there.text
        for _ in range(2):
            await there.answer(wrong(exercise))
        assert "So far, on all screens: 1 of 2" in there.verdict
