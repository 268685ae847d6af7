"""Leads through the lessons: shows steps, puts the screens where they must be, sees what was done, judges answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.lessons import course
from tui_backprop.lessons.places import Place
from tui_backprop.lessons.progress import Progress
from tui_backprop.lessons.questions import Choice, Number, Pointing, Verdict, last_place, read_number
from tui_backprop.lessons.seen import Seen
from tui_backprop.lessons.step import Step
from tui_backprop.lessons.walk import Walk
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.lessons.panel import COLUMN_FROM, COLUMN_WIDTH, STRIP_HEIGHT, LessonPanel
from tui_backprop.tui.lessons.refusal import of_a_cell, of_a_choice, of_a_number
from tui_backprop.tui.lessons.stages import Stage, names_at, stage
from tui_backprop.tui.lessons.view import Way, view_of
from tui_backprop.words import sentence, words
from tui_backprop.words.lessons import StepText

LOOK = 1 / 15
"""Seconds between two looks at what the reader has done."""

ARROWS = ("←", "→")

PATIENCE = 10.0
"""Seconds after which a step is shown though its place has not been reached."""

LAYOUT = 1.0
"""Seconds after which it is shown though the cursor could not be put where the place has it."""

REPEATED = 30
"""The signs of an answer that is no number that are said again: a longer one would fill the panel."""


class Guide:
    """The lessons of an app. They have screens of their own: the reader's stay untouched, whatever is done in a lesson.

    `compile` is whether the kernel of the lessons' network is compiled.
    """

    def __init__(self, app: App[Any], progress: Progress, compile: bool) -> None:
        self.progress = progress
        self._app = app
        self._compile = compile
        self._fitted = Size(0, 0)
        self._walk: Walk | None = None
        self._text = StepText("")
        self._told: Step | None = None
        self._found = ""
        self._stages: dict[str, Stage] = {}
        self._reader: Screen[Any] | None = None
        self._reader_was_running = False
        self._busy = False
        self._wrong = ""
        self._told_way = Way()
        self._entering = self._telling = 0
        self._timer: Timer | None = None

    # --- in and out

    @property
    def open(self) -> bool:
        """Whether a lesson is under way."""
        return self._walk is not None

    @property
    def settled(self) -> bool:
        """Whether nothing of the lessons is under way."""
        return not self._busy and not self._telling

    @property
    def walk(self) -> Walk | None:
        """The reader's way through the lesson under way."""
        return self._walk

    @property
    def current(self) -> str | None:
        """The name of the lesson under way."""
        return None if self._walk is None else self._walk.lesson.name

    @property
    def answering(self) -> bool:
        """Whether a question has the focus."""
        panel = self._panel()
        return self._walk is not None and panel is not None and panel.answering

    def takes(self, what: str) -> bool:
        """Whether a key of the lessons has something to do: "skip", "back", "enter", "escape" or "leave"."""
        takes = {"enter": self._takes_enter, "escape": self._takes_escape, "leave": self._takes_leave}.get(what)
        return self.open if takes is None else takes()

    def act(self, what: str) -> None:
        """Do what a key of the lessons is for."""
        keys = {"skip": self._skip, "back": self._back, "enter": self._enter_key, "escape": self._escape}
        keys.get(what, self._leave)()

    async def begin(self, name: str) -> None:
        """Begin a lesson, or go on with it where it was left."""
        self._busy = True
        lesson = await asyncio.to_thread(course.lesson, name)
        if self._reader is None:
            self._reader = self._app.screen
            self._reader_was_running = await self._toggle_run(self._reader, True)
        if self._timer is None:
            self._timer = self._app.set_interval(LOOK, self.look)
        self._walk = Walk(lesson, self.progress)
        self._found = self._wrong = ""
        await self._enter()

    async def leave(self) -> None:
        """Leave the lessons: the reader's screen is as it was."""
        if self._reader is None:
            return
        self._walk = None
        self._entering += 1
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        reader, self._reader = self._reader, None
        await self._app.switch_screen(reader)
        stages, self._stages = self._stages, {}
        for name, own in stages.items():
            self._app.uninstall_screen(_own(name))
            await own.screen.remove()
        if self._reader_was_running:
            await self._toggle_run(reader, False)
        self._busy = False

    @staticmethod
    async def _toggle_run(screen: Screen[Any], running: bool) -> bool:
        """Pause what runs on the reader's screen, or have it run on; whether it ran."""
        snapshot = getattr(screen, "snapshot", None)
        if isinstance(screen, PanesScreen) and getattr(snapshot, "running", False) is running:
            action = next((key.action for key in screen.KEYS if key.id == "run"), None)
            if action is not None:
                await screen.run_action(action)
                return True
        return False

    async def show_screen(self, name: str) -> None:
        """Bring one of the lessons' own screens to the front, made the first time it is asked for."""
        if name not in self._stages:
            self._stages[name] = made = stage(name, self._compile)
            self._app.install_screen(made.screen, _own(name))
        screen = self._stages[name].screen
        elsewhere = self._app.screen is not screen
        if elsewhere:
            await self._app.switch_screen(_own(name))
        await self.fit()
        if elsewhere:  # its panel still tells what was the step when it was last in front
            self._paint()

    async def _come_back(self, name: str) -> None:
        """Bring the screen of the step to the front, and have the keys go to its question."""
        await self.show_screen(name)
        panel = self._panel()
        if panel is not None:
            panel.focus_question()

    async def fit(self) -> None:
        """Have the panel stand where there is room for it."""
        screen = self._app.screen
        if self._walk is None or not isinstance(screen, PanesScreen):
            return
        self._fitted = self._app.size
        column = self._app.size.width >= COLUMN_FROM
        panel = self._panel()
        if panel is None:
            await screen.mount(LessonPanel(column, self.choose, self.type))
            self._paint()
        else:
            panel.set_class(column, "-column")
        screen.set_class(not column, "-lesson-below")
        screen.reserve(*((COLUMN_WIDTH, 0) if column else (0, STRIP_HEIGHT)))

    def _panel(self) -> LessonPanel | None:
        found = self._app.screen.query(LessonPanel)
        return found.first() if found else None

    # --- steps

    async def _enter(self) -> None:
        """Show the step that the walk has come to, and put its screen where it must be."""
        self._entering += 1
        turn = self._entering
        self._busy = True
        try:
            step = self._walk.step if self._walk is not None else None
            if step is None:
                self._paint()
                return
            await self.show_screen(step.place.screen)
            (text,), said = await self._tell(step), words()
            if turn == self._entering:
                await self._stand(step.place, turn)
            if said is not words():
                (text,) = await self._tell(step)
            if turn == self._entering:
                self._text, self._told = text, step
                self._paint()
        finally:
            if turn == self._entering:
                self._busy = False
                self._name_keys()

    async def _tell(self, *steps: Step) -> list[StepText]:
        """The texts of steps, in the language that is spoken when all are there: another one may be chosen meanwhile."""
        while True:
            said = words()
            texts = [await asyncio.to_thread(self._prepare, step) for step in steps]
            if said is words():
                return texts

    def _prepare(self, step: Step) -> StepText:
        """In a thread, for SymPy may be loaded: the texts of a step, and what is seen at its place."""
        step.place.seen()
        return step.text(words().lessons, names_at(step.place, getattr(self._app, "keymap", {})))

    async def tell_again(self) -> None:
        """Tell the step in the language that is spoken now."""
        walk = self._walk
        step, last = (None, None) if walk is None else (walk.step, walk.last)
        if step is None:
            self._paint()
            return
        self._telling += 1
        try:
            text, *before = await self._tell(step, *(() if last is None else (last,)))
        finally:
            self._telling -= 1
        if walk is self._walk and walk is not None and step is walk.step:
            self._found, self._wrong = before[0].after if before else "", ""
            self._text, self._told = text, step
            self._paint()

    async def _stand(self, place: Place, turn: int) -> None:
        """Put the screen of a step where it must be, unless it is there."""
        here = self._stages[place.screen]
        if not await self._until(lambda: here.see() is not None, turn):
            return
        if not self._holds(here, place):
            self._app.clear_notifications()  # they speak of what is replaced
            here.put(place)
            await self._until(lambda: self._holds(here, place), turn)
        if turn == self._entering:
            here.screen.bring_forward(place.pane)
            here.scroll(place)
            # A board that has just come to the front has no cells before it is laid out.
            await self._until(lambda: self._point(here, place), turn, LAYOUT)

    @staticmethod
    def _point(here: Stage, place: Place) -> bool:
        """Put the cursor where the place has it; whether it is there."""
        here.point(place.cell)
        seen = here.see()
        return seen is not None and seen.cell == place.cell

    @staticmethod
    def _holds(here: Stage, place: Place) -> bool:
        seen = here.see()
        return seen is not None and bool(getattr(here.screen, "settled", True)) and place.holds(seen)

    async def _until(self, true: Callable[[], bool], turn: int, patience: float = PATIENCE) -> bool:
        """Wait until something is true; False where another step has been entered meanwhile."""
        clock = asyncio.get_running_loop()
        end = clock.time() + patience
        while turn == self._entering and not true() and clock.time() < end:
            await asyncio.sleep(0.01)
        return turn == self._entering

    def look(self) -> None:
        """Look at what the reader has done, and go on if that was what the step asks for."""
        walk = self._walk
        if walk is None or self._busy or not self._app.screen_stack or self._app.screen.is_modal:
            return
        if self._app.size != self._fitted:
            self._app.run_worker(self.fit(), group="lesson size", exclusive=True)
        panel = self._panel()
        if panel is not None:
            panel.cover(self._covered(panel))
        if walk.step is None:
            return
        here = self._stages.get(walk.step.place.screen)
        if here is not None and panel is not None and panel.answering:
            here.uncover()
        if here is None or here.screen is not self._app.screen or not getattr(here.screen, "settled", True):
            return
        seen = here.see()
        step = walk.step
        if seen is not None and walk.look(seen):
            self._go_on(step)
        elif self._way() != self._told_way:
            self._paint()

    def _is_in_a_cell(self) -> bool:
        """Whether the arrow keys that the step asks for would only move the cursor of a board."""
        step, board = self._walk.step if self._walk is not None else None, self._app.focused
        if step is None or not isinstance(board, MatrixBoard) or board.cursor is None:
            return False
        names = names_at(step.place, getattr(self._app, "keymap", {}))
        return any(names.key(id) in ARROWS for id in step.keys)

    def _covered(self, panel: LessonPanel) -> int:
        """How many lines of the panel are under the explanation of a number, which comes up from below."""
        inspectors = [found for found in self._app.screen.query("#inspector") if found.display]
        return max(
            (panel.region.bottom - found.region.y for found in inspectors if found.region.overlaps(panel.region)),
            default=0,
        )

    def _go_on(self, before: Step) -> None:
        """Show what has changed: another step, or the question of this one."""
        self._wrong = ""
        if self._walk is not None and self._walk.step is not before:
            self._found = self._text.after if self._walk.last is before else ""
            self._busy = True
            panel = self._panel()
            if panel is not None:
                panel.forgive()
            self._app.run_worker(self._enter(), group="lesson", exclusive=True)
        else:
            self._paint()

    def _skip(self) -> None:
        """Go on without doing the step; after the last one to the next lesson."""
        walk = self._walk
        if walk is None or self._busy:
            return
        if walk.step is None:
            self._next_lesson(walk)
            return
        before = walk.step
        walk.skip()
        self._go_on(before)

    def _next_lesson(self, walk: Walk) -> None:
        number = course.NAMES.index(walk.lesson.name) + 1
        if number < len(course.NAMES):
            self._busy = True
            self._app.run_worker(self.begin(course.NAMES[number]), group="lesson", exclusive=True)

    def _back(self) -> None:
        """Go to the step before."""
        walk = self._walk
        if walk is None or self._busy:
            return
        before = walk.step
        walk.back()
        if before is None or walk.step is not before:
            self._found = ""
            self._wrong = ""
            self._busy = True
            self._app.run_worker(self._enter(), group="lesson", exclusive=True)

    # --- answers

    def _takes_enter(self) -> bool:
        """Whether the enter key is the lesson's: it points, or it goes back to a question."""
        walk, panel = self._walk, self._panel()
        if walk is None or self._busy or not walk.asking or panel is None or walk.step is None:
            return False
        return isinstance(walk.step.question, Pointing) or not panel.answering

    def _enter_key(self) -> None:
        """Take the cell under the cursor for an answer, or go back to the question, from another screen as well."""
        walk, panel = self._walk, self._panel()
        if walk is None or walk.step is None or panel is None:
            return
        question = walk.step.question
        if self._is_elsewhere():
            self._app.run_worker(self._come_back(walk.step.place.screen), group="lesson screen")
            return
        if not isinstance(question, Pointing):
            panel.focus_question()
            return
        here = self._stages[walk.step.place.screen]
        seen = here.see()
        say = words().lessons.panel
        if seen is not None and not self._is_there(walk.step, seen):
            self._wrong = say.came_back
            self._busy = True
            self._app.run_worker(self._enter(), group="lesson", exclusive=True)
            return
        cell = seen.cell if seen is not None else None
        self._answer(question.judge(cell), of_a_cell(None if cell is None else here.symbol(cell), self._text))

    @staticmethod
    def _is_there(step: Step, seen: Seen) -> bool:
        """Whether the screen still shows what the step asks about."""
        return seen.screen == step.place.screen and (step.done is not None or step.place.holds(seen))

    def _takes_escape(self) -> bool:
        """Whether the escape key is the lesson's: it leads from the question back to the screen."""
        return self.answering

    def _takes_leave(self) -> bool:
        """Whether the lesson is finished and the escape key has nothing to leave on its screen."""
        walk, screen, board = self._walk, self._app.screen, self._app.focused
        if walk is None or walk.step is not None or self._busy or not getattr(screen, "settled", True):
            return False
        return not screen.has_class("-zoomed") and not (isinstance(board, MatrixBoard) and board.cursor is not None)

    def _leave(self) -> None:
        """Leave the lessons."""
        self._busy = True
        self._app.run_worker(self.leave(), group="lesson", exclusive=True)

    def _escape(self) -> None:
        """Give the keys back to the screen."""
        screen = self._app.screen
        if isinstance(screen, PanesScreen):
            screen.bring_forward(screen.front)

    def choose(self, shown: int | None) -> None:
        """Take a choice, by its place among those shown, for an answer."""
        step = self._asked(Choice)
        if step is None or not isinstance(step.question, Choice):
            return
        if shown is None:
            self._say_wrong(words().lessons.panel.choose_first)
        else:
            chosen = step.question.order(step.name)[shown]
            self._answer(step.question.judge(chosen), of_a_choice(chosen, self._text))

    def type(self, text: str) -> None:
        """Take a text for an answer that is a number."""
        step = self._asked(Number)
        if step is None or not isinstance(step.question, Number):
            return
        if not text.strip():
            self._say_wrong(words().lessons.panel.type_first)
            return
        try:
            verdict = step.question.judge(read_number(text), last_place(text))
        except ExpressionError as error:
            shown = text if len(text) <= REPEATED else f"{text[:REPEATED]}…"
            self._say_wrong(words().lessons.panel.not_a_number(text=shown, reason=sentence(error.fact)))
            return
        self._answer(verdict, of_a_number(verdict, self._text))

    def _asked(self, kind: type[Any]) -> Step | None:
        walk = self._walk
        step = walk.step if walk is not None and walk.asking and not self._busy else None
        return step if step is not None and isinstance(step.question, kind) else None

    def _answer(self, verdict: Verdict, wrong: str) -> None:
        walk = self._walk
        if walk is None or walk.step is None:
            return
        before = walk.step
        walk.answer(verdict)
        if verdict is Verdict.RIGHT:
            self._escape()
            self._go_on(before)
        else:
            self._say_wrong(wrong)

    def _say_wrong(self, wrong: str) -> None:
        self._wrong = wrong
        self._paint()

    # --- what is shown

    def _paint(self) -> None:
        panel = self._panel()
        if panel is not None and self._walk is not None:
            told = self._text if self._walk.step is self._told else None
            self._told_way = way = self._way()
            panel.show(view_of(self._walk, told, self._found, self._wrong, way, getattr(self._app, "keymap", {})))
        self._name_keys()

    def _way(self) -> Way:
        """What stands between the reader and the step now."""
        panel = self._panel()
        return Way(self._is_elsewhere(), self._is_in_a_cell(), panel is not None and panel.left)

    def _is_elsewhere(self) -> bool:
        """Whether one of the lessons' screens is in front that the step is not on."""
        step = self._walk.step if self._walk is not None else None
        here = None if step is None else self._stages.get(step.place.screen)
        return here is not None and here.screen is not self._app.screen

    def _name_keys(self) -> None:
        """Have the footer show the keys that have something to do now."""
        if isinstance(self._app.screen, PanesScreen):
            self._app.screen.name_keys()


def _own(name: str) -> str:
    """The name under which the app knows a screen of the lessons."""
    return f"lesson.{name}"
