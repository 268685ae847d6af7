"""The panel of a lesson: a column beside the screen where there is room for one, else a strip under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui_backprop.explain.wrap import wrap
from tui_backprop.tui.kit.app_keys import APP_KEYS
from tui_backprop.tui.kit.keys import PANE_KEYS
from tui_backprop.tui.kit.lines import spread
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.kit.typed import fold
from tui_backprop.tui.lessons.keys import LESSON_KEYS, shown
from tui_backprop.tui.lessons.view import PanelView
from tui_backprop.words import words

COLUMN_FROM = 160
"""The width of a terminal that has room for a column."""

PAGES = {"pageup": "page_up", "pagedown": "page_down"}
"""The keys that turn the pages of the pane in front though the question has the keys, and what they ask of it."""

COLUMN_WIDTH = 40
STRIP_HEIGHT = 10


class Head(Widget):
    """The lesson, the step, and the keys, in one line or, in a column, in three."""

    DEFAULT_CSS = "Head { height: auto; background: $primary; color: $text; text-style: bold; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._view = PanelView("", "", "")

    def show(self, view: PanelView) -> None:
        """Show the head of a view."""
        self._view = view
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line where all fits into it."""
        return len(self._lines(width))

    def render(self) -> Text:
        """The lines."""
        return Text("\n", no_wrap=True).join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Text]:
        view = self._view
        left, right = Text(f"{view.heading}  {view.place}"), Text(view.keys)
        if left.cell_len + right.cell_len < width:
            return [spread(left, right, width)]
        if width >= COLUMN_WIDTH:  # a strip: the keys are what one must be able to find
            left.truncate(max(width - right.cell_len - 1, 0), overflow="ellipsis")
            return [spread(left, right, width)]
        return [Text(line) for text in (view.heading, view.place, view.keys) for line in wrap(text, width)]


class Sentences(Widget):
    """Texts under each other, each in its style, in lines that are broken for Chinese and English alike."""

    DEFAULT_CSS = "Sentences { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._texts: tuple[tuple[str, str], ...] = ()

    def show(self, *texts: tuple[str, str]) -> None:
        """Show texts with their styles; those that are empty take no line."""
        self._texts = tuple((text, style) for text, style in texts if text)
        self.display = bool(self._texts)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the texts have at this width."""
        return sum(len(wrap(text, width)) for text, _ in self._texts)

    def render(self) -> Text:
        """The lines."""
        width = self.content_size.width
        lines = [Text(line, style) for text, style in self._texts for line in wrap(text, width)]
        return Text("\n", no_wrap=True).join(lines)


class Answer(Input):
    """The line that a number is typed into."""

    DEFAULT_CSS = """
    Answer { width: 1fr; max-width: 40; border: none; padding: 0; background: $boost; height: 1; }
    Answer:focus { border: none; }
    """

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Leave the keys of the lessons to the lessons: no number has such a letter."""
        keymap: dict[str, str] = getattr(self.app, "keymap", {})
        lessons = {shown(id, keymap) for id in ("lessons", "lesson.skip", "lesson.back")}
        return key not in lessons and super().check_consume_key(key, character)


class Choices(OptionList, inherit_bindings=False):
    """The choices of a question. None is highlighted before the reader does it: enter alone is no answer."""

    DEFAULT_CSS = """
    Choices, Choices:focus {
        height: auto; max-height: 100%; border: none; padding: 0; background: $surface; overflow-y: hidden;
    }
    """

    class NoneChosen(Message):
        """Enter was pressed with no choice highlighted."""

    # Home, end and the pages of the list are not its own: it is always whole in sight.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("enter", "select", show=False),
        *(Binding(str(number), f"light({number})", show=False) for number in range(1, 5)),
    ]

    def on_key(self, event: Key) -> None:
        """Keep the other keys of the screen, which are not in the footer, from changing what the question asks about."""
        if event.key not in self._in_force():
            event.stop()

    def _in_force(self) -> set[str]:
        """The keys that do the same wherever one is, those by which one looks around, and those of the choices."""
        keymap: dict[str, str] = getattr(self.app, "keymap", {})
        keys = {
            each for key in (*LESSON_KEYS, *APP_KEYS, *PANE_KEYS) for each in keymap.get(key.id, key.keys).split(",")
        }
        return {*keys, *PAGES, *self._bindings.key_to_bindings}

    def action_select(self) -> None:
        """Take the choice that is highlighted, or say that none is."""
        if self.highlighted is None:
            self.post_message(self.NoneChosen())
        super().action_select()

    def action_light(self, number: int) -> None:
        """Highlight a choice by its number, which would lead to another screen otherwise."""
        if number <= self.option_count:
            self.highlighted = number - 1


class Body(VerticalScroll, can_focus=False):
    """What stands under the head. Its first lines are in sight or its last ones, whatever has become of texts and room.

    The reader may scroll it, until they change.
    """

    _at_the_end = False

    def begin_with(self, last: bool) -> None:
        """Have the last lines in sight from now on, or the first ones."""
        self._at_the_end = last
        self._scroll()

    if not TYPE_CHECKING:  # what is Textual's own affair

        def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
            changed = super()._size_updated(size, virtual_size, container_size, layout)
            if changed:
                self._scroll()
            return changed

    def _scroll(self) -> None:
        self.scroll_to(y=self.max_scroll_y if self._at_the_end else 0, animate=False, force=True, immediate=True)


class LessonPanel(Vertical):
    """Shows a view; `type` takes what was typed, in plain signs, `choose` the place of a choice among those shown.

    None is the place of none: enter was pressed before one was highlighted.
    """

    DEFAULT_CSS = """
    LessonPanel { split: bottom; height: 10; width: 1fr; background: $surface; color: $foreground; }
    LessonPanel.-column { split: right; width: 40; height: 100%; }
    LessonPanel VerticalScroll {
        height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > Sentences, & > Choices, & > Answer { margin: 0 0 0 1; }
    }
    LessonPanel.-column Sentences { margin: 1 0 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"turn({action!r})", show=False) for key, action in PAGES.items()
    ]

    def __init__(self, column: bool, choose: Callable[[int | None], None], type: Callable[[str], None]) -> None:
        super().__init__(id="lesson")
        self._take_choice, self._take_text = choose, type
        self._body = Body()
        self._head, self._told = Head(), Sentences(id="lesson-told")
        self._asked, self._wrong = Sentences(id="lesson-asked"), Sentences(id="lesson-wrong")
        self._choices, self._answer = Choices(compact=True, markup=False), Answer(compact=True)
        self._view: PanelView | None = None
        self._covered = 0
        self._left = False
        self.set_class(column, "-column")

    def compose(self) -> ComposeResult:
        """The head, what is told, what is asked, and what was wrong."""
        yield self._head
        with self._body:
            yield self._told
            yield self._asked
            yield self._choices
            yield self._answer
            yield self._wrong

    def on_mount(self) -> None:
        """Begin with nothing to answer."""
        self._choices.display = self._answer.display = False

    @property
    def left(self) -> bool:
        """Whether the question that is here has had the focus, and has it no longer."""
        return self._question is not None and self._left

    @property
    def answering(self) -> bool:
        """Whether the question has the focus."""
        question = self._question
        return question is not None and question.has_focus

    @property
    def _question(self) -> Choices | Answer | None:
        if self._view is None:
            return None
        return self._choices if self._view.choices else self._answer if self._view.typing else None

    def show(self, view: PanelView) -> None:
        """Show a view; where another question comes up, it gets the focus."""
        before, self._view = self._view, view
        if view == before:
            return
        self._head.show(view)
        self._told.show(
            ("" if view.wrong else view.found and f"✓ {view.found}", "dim"),
            (view.say, ""),
            (view.act and f"▶ {view.act}", "bold"),
        )
        asking = words().lessons.panel.both(view.ask, view.how) if view.how else view.ask
        self._asked.show((view.ask and f"? {asking}", "bold"))
        self._wrong.show((view.wrong and f"✗ {view.wrong}", "bold"))
        asked = before is not None and (before.step, before.choices, before.typing)
        if asked != (view.step, view.choices, view.typing):
            self._ask(view)
        self._scroll()

    def action_turn(self, action: str) -> None:
        """Turn a page of the pane in front: what is asked about may be out of sight."""
        screen = self.screen
        if isinstance(screen, PanesScreen):
            getattr(screen.query_one(f"#{screen.front}"), f"action_{action}")()

    def forgive(self) -> None:
        """Take back what was said of a wrong answer: another one was right, and the next step takes a moment."""
        if self._view is not None:
            self.show(replace(self._view, wrong=""))

    def cover(self, lines: int) -> None:
        """Have so many lines at the bottom left free, for something else stands over them."""
        if lines != self._covered:
            self._covered = lines
            self._body.styles.margin = (0, 0, min(lines, self.size.height - 2), 0)
            self._scroll()

    def _scroll(self) -> None:
        """To what matters now: what is to be done, what is asked, or what was wrong, which stand last where not all fits."""
        self._body.begin_with(last=bool(self._covered or (self._view is not None and self._view.ask)))

    def _ask(self, view: PanelView) -> None:
        self._choices.clear_options()
        self._choices.add_options([Option(choice) for choice in view.choices])
        self._choices.display, self._answer.display = bool(view.choices), view.typing
        self._answer.value, self._left = "", False
        self.focus_question()

    def on_descendant_focus(self) -> None:
        """The keys go to the question."""
        self._left = False

    def on_descendant_blur(self) -> None:
        """The keys go elsewhere, unless it is the question before that has lost them to this one."""
        self._left = not self.answering

    def focus_question(self) -> None:
        """Have the keys go to the question, if it is answered here."""
        question = self._question
        if question is not None:
            question.focus(scroll_visible=False)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take_choice(event.option_index)

    @on(Choices.NoneChosen)
    def _choose_none(self, event: Choices.NoneChosen) -> None:
        event.stop()
        self._take_choice(None)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self._take_text(fold(event.value))
        self._answer.select_all()  # a second try takes the place of the first, and does not go on behind it
