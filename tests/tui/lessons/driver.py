"""A reader of the lessons: does what each step asks for, with the keys that it names."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from languages import CHINESE, english_in, seen
from scenes import settle
from textual.widgets import Input, OptionList

from tui_backprop.lessons import course
from tui_backprop.lessons.progress import Progress
from tui_backprop.lessons.questions import Choice, Number, Pointing
from tui_backprop.tui.app import BackpropApp
from tui_backprop.words import speak

ONCE = re.compile(r"\bonce\b|一下")


class Reader:
    """Drives the app."""

    def __init__(self, app: BackpropApp, pilot: Any) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def guide(self) -> Any:
        return self.app.classroom.guide

    @property
    def step(self) -> Any:
        return self.guide.walk.step

    @property
    def asked(self) -> bool:
        return self.guide.walk.asking

    def text(self) -> str:
        """What is on the screen."""
        return seen(self.app)

    async def skip_to(self, name: str) -> None:
        """Skip the steps before the one of this name."""
        while self.step.name != name:
            await self.press("N")

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)
            if self.app.classroom.open:
                self.guide.look()
                await settle(self.pilot)

    async def act(self) -> None:
        """Do what the step asks for, by its keys; with one press of a key where that is what it asks for."""
        step = self.step
        if step.done is None:
            return
        keys = {key.id: key.keys.split(",")[0] for key in self.app.screen.KEYS}
        once = ONCE.search(self.guide._text.do)
        for times in range(40):
            for id in step.keys:
                await self.press(keys[id])
                if self.step is not step or self.asked:
                    assert not once or times == 0, f"{step.name} says {once[0]} and takes {times + 1}"
                    return
        raise AssertionError(f"{step.name} is not done by its keys")

    async def answer(self, right: bool = True) -> None:
        """Answer the question of the step."""
        step, question = self.step, self.step.question
        if isinstance(question, Choice):
            place = question.order(step.name).index(0 if right else 1)
            self.app.screen.query_one(OptionList).highlighted = place
            await self.press("enter")
        elif isinstance(question, Number):
            value = question.value() if right else question.value() * 2 + 1
            field = self.app.screen.query_one("#lesson Input", Input)
            field.value = repr(value)
            await self.press("enter")
        elif isinstance(question, Pointing):
            cell = question.cells[0]
            stage = self.guide._stages[step.place.screen]
            if not right:
                cell = cell._replace(column=cell.column + 1 if not cell.column else 0)
            stage.point(cell)
            await settle(self.pilot)
            assert stage.see().cell == cell, f"{step.name}: the cursor cannot be put on {cell}"
            await self.press("enter")

    async def do(self) -> str:
        """Do the step, and give its name."""
        step = self.step
        await self.act()
        if self.step is step:
            assert self.asked
            await self.answer()
        assert self.step is not step, f"{step.name} does not go on:\n{self.text()}"
        return step.name


async def walk(name: str, language: str, size: tuple[int, int], folder: Path) -> None:
    """Walk through a lesson: what each step shows is in this language, and it goes on when all it asks for is done."""
    speak(language)
    lesson = course.lesson(name)
    async with reading(name, folder, size) as reader:
        done = []
        for step in lesson.steps:
            text = reader.text()
            assert reader.step is step
            left = english_in(text) if language == "zh" else set(CHINESE.findall(text))
            assert not left, f"{step.name}:\n{text}"
            assert "▶" in text or "? " in text, f"{step.name} asks for nothing in sight:\n{text}"
            done.append(await reader.do())
        assert done == [step.name for step in lesson.steps]
        assert reader.step is None
        assert set(reader.guide.progress.done(name)) == set(done)


@asynccontextmanager
async def reading(
    lesson: str | None, folder: Path, size: tuple[int, int] = (80, 24), **arguments: Any
) -> AsyncIterator[Reader]:
    app = BackpropApp(progress=Progress(folder / "lessons.json"), lesson=lesson, **arguments)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Reader(app, pilot)
