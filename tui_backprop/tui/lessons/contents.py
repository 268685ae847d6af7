"""The list of the lessons, with how far the reader has got."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui_backprop.lessons import course
from tui_backprop.lessons.progress import Progress
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.words import words

LEAVE, FORGET = "leave", "forget"


class ContentsScreen(Dialog[str | None]):
    """Gives the name of the lesson chosen, `LEAVE`, `FORGET`, or None after escape.

    `counts` has the number of steps of each lesson; `current` names the lesson under way, if there is one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel")]

    DEFAULT_CSS = """
    ContentsScreen { align: center middle; }
    ContentsScreen > OptionList { width: 64; max-width: 100%; height: auto; max-height: 100%; border: round $primary; }
    """

    def __init__(self, progress: Progress, counts: dict[str, int], current: str | None) -> None:
        super().__init__()
        self._progress = progress
        self._counts = counts
        self._current = current

    def compose(self) -> ComposeResult:
        """The lessons, then what else can be done."""
        say = words().lessons
        options = [Option(self._line(number, name), id=name) for number, name in enumerate(course.NAMES, start=1)]
        others = [Option(say.panel.leave, id=LEAVE)] if self._current else []
        others += [Option(say.panel.forget, id=FORGET)]
        contents = OptionList(*options, None, *others)
        contents.border_title = say.panel.lessons
        unfinished = (name for name in course.NAMES if not self._finished(name))
        contents.highlighted = course.NAMES.index(self._current or next(unfinished, course.NAMES[0]))
        yield contents

    def _finished(self, name: str) -> bool:
        return len(self._progress.done(name)) >= self._counts[name]

    def _line(self, number: int, name: str) -> Text:
        say = words().lessons
        done, of = min(len(self._progress.done(name)), self._counts[name]), self._counts[name]
        title = Text(f"{number} {course.title(say, name)}", no_wrap=True)
        mark = "✓" if self._finished(name) else " "
        right = Text(f"{say.panel.progress(done=str(done), of=str(of))} {mark}", "dim")
        room = 60 - title.cell_len - right.cell_len
        return Text.assemble(title, " " * max(room, 1), right)

    def on_key(self, event: events.Key) -> None:
        """Take the lesson with this number."""
        by_number = {str(number): name for number, name in enumerate(course.NAMES, start=1)}
        if event.character in by_number:
            event.stop()
            self.dismiss(by_number[event.character])

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        """Done, but what cannot be undone is asked for twice."""
        surely = words().lessons.panel.forget_surely
        if event.option.id == FORGET and event.option.prompt != surely:
            event.option_list.replace_option_prompt(FORGET, surely)
        else:
            self.dismiss(event.option.id)

    @on(OptionList.OptionHighlighted)
    def _follow_the_bar(self, event: OptionList.OptionHighlighted) -> None:
        """Say what enter does there; what cannot be undone is asked for anew."""
        is_lesson = event.option.id in course.NAMES
        event.option_list.border_subtitle = (
            words().lessons.panel.how_to_choose_a_lesson if is_lesson else words().app.take_or_cancel
        )
        if event.option.id != FORGET:
            event.option_list.replace_option_prompt(FORGET, words().lessons.panel.forget)
