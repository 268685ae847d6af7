"""The lessons of an app: the list of them, their keys, and the offer at the first start."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.app import App

from tui_backprop.tui.kit.keys import FooterKey, KeyTable
from tui_backprop.tui.lessons.keys import LESSON_KEYS, shown
from tui_backprop.tui.lessons.offer import Offer
from tui_backprop.words import words

if TYPE_CHECKING:
    # A guide knows every screen, and loads them all: who never opens a lesson does without.
    from tui_backprop.lessons.progress import Progress
    from tui_backprop.tui.lessons.guide import Guide


class Classroom:
    """Knows whether a lesson is under way, and has a guide once there was one.

    `first` is the name of a lesson to begin with, "" for the list, else None; `offers` whether the lessons are offered.
    `progress` is what is kept, by default where the system keeps such things; `compile` is whether kernels are compiled.
    """

    def __init__(
        self, app: App[Any], first: str | None, offers: bool, progress: Progress | None, compile: bool
    ) -> None:
        self._app = app
        self._first = first
        self._offers = offers
        self._progress = progress
        self._compile = compile
        self._busy = False

    @cached_property
    def guide(self) -> Guide:
        """What leads through the lessons."""
        from tui_backprop.tui.lessons.guide import Guide

        return Guide(self._app, self.progress, self._compile)

    @cached_property
    def progress(self) -> Progress:
        """Which steps are done."""
        from tui_backprop.lessons.progress import Progress

        return self._progress or Progress()

    @property
    def open(self) -> bool:
        """Whether a lesson is under way."""
        return "guide" in self.__dict__ and self.guide.open

    @property
    def answering(self) -> bool:
        """Whether a question of a lesson has the focus."""
        return self.open and self.guide.answering

    @property
    def settled(self) -> bool:
        """Whether nothing of the lessons is under way."""
        return not self._busy and ("guide" not in self.__dict__ or self.guide.settled)

    @property
    def tables(self) -> tuple[KeyTable, ...]:
        """The tables of the keys that a lesson has beside those of its screen, while one is under way."""
        return (LESSON_KEYS,) if self.open else ()

    def footer(self, keymap: Mapping[str, str]) -> tuple[bool, tuple[FooterKey, ...]]:
        """Whether a question has the focus, and what the footer shows of the lesson."""
        if not self.open:
            return False, ()
        asked = self.answering
        focus = "question" if asked else "waiting" if self.guide.takes("enter") else ""
        focus = "finished" if self.guide.takes("leave") else focus
        return asked, LESSON_KEYS.footer(focus, keymap)

    def start(self) -> None:
        """Begin the first lesson, or offer the lessons, if that is wanted."""
        if self._first == "":
            self._list()
        elif self._first is not None:
            self.progress.answer()
            self._app.run_worker(self.guide.begin(self._first), group="lesson")
        elif self._offers:
            self._app.call_later(self._offer)

    def takes(self, action: str, what: object = "") -> bool:
        """Whether a key of the lessons has something to do now."""
        if not self._app.screen_stack or self._app.screen.is_modal:
            return False
        if action == "lessons":
            return self.settled
        if what == "escape" and self._app.screen.query(Offer):
            return True
        return self.open and self.guide.takes(str(what))

    def act(self, what: str) -> None:
        """Skip, go back, answer, or leave the question of a lesson; or decline the offer."""
        if not self._answer_offer() and self.open:
            self.guide.act(what)

    def speak(self) -> None:
        """Tell the step under way in the language that is spoken now."""
        if self.open:
            self._app.run_worker(self.guide.tell_again(), group="lesson words")

    def show_screen(self, name: str) -> bool:
        """In a lesson, go to the lesson's own screen of this name, if it has one; whether there is a lesson."""
        if self.open:
            self._app.run_worker(self.guide.show_screen(name), group="lesson screen")
        return self.open

    async def choose(self) -> None:
        """List the lessons; begin one, go on with it, or leave."""
        from tui_backprop.lessons import course
        from tui_backprop.tui.lessons.contents import ContentsScreen

        self._answer_offer()
        self.progress.answer()
        self._busy = True
        try:
            counts = await asyncio.to_thread(course.counts)
            current = self.guide.current if self.open else None
            self._busy = False
            chosen = await self._app.push_screen_wait(ContentsScreen(self.progress, counts, current))
            self._busy = True
            await self._follow(chosen)
        finally:
            self._busy = False

    async def _follow(self, chosen: str | None) -> None:
        """Do what was chosen from the list."""
        from tui_backprop.tui.lessons.contents import FORGET, LEAVE

        if chosen == LEAVE:
            await self.guide.leave()
        elif chosen == FORGET:
            self.progress.forget()
            self._app.notify(words().lessons.panel.forgotten)
        elif chosen is not None:
            await self.guide.begin(chosen)

    def _offer(self) -> None:
        keymap: dict[str, str] = getattr(self._app, "keymap", {})
        self._app.screen.mount(Offer(shown("lessons", keymap), shown("lesson.escape", keymap), self._list))

    def _list(self) -> None:
        self._app.call_later(self._app.run_action, "lessons")

    def _answer_offer(self) -> bool:
        """Take the offer away for good; whether it was there."""
        offers = [offer for screen in self._app.screen_stack for offer in screen.query(Offer)]
        for offer in offers:
            offer.remove()
            self.progress.answer()
        return bool(offers)
