"""What stands around the steps of a lesson: heads, keys, what was wrong with an answer."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.keys import KeyWords


class PanelWords(KeyWords, Protocol):
    """What stands around the steps of a lesson."""

    lessons: str
    preparing: str
    about_command: str
    which_lesson: str
    how_to_choose: str
    how_to_choose_a_lesson: str
    how_to_type: str
    how_to_point: str
    choose_first: str
    type_first: str
    point_first: str
    came_back: str
    """The screen had gone elsewhere, and shows again what a cell of is asked for."""

    wrong_sign: str
    wrong_power: str
    too_rough: str
    too_small: str
    too_large: str
    leave: str
    forget: str
    forget_surely: str
    """In its place once it has been chosen: choosing it again does it."""

    forgotten: str

    def heading(self, *, number: str, title: str) -> str:
        """The head of the panel."""
        ...

    def step(self, *, number: str, of: str) -> str:
        """Which step of how many."""
        ...

    def keys_line(self, *, next: str, back: str, lessons: str) -> str:
        """The keys of the panel, in one short line."""
        ...

    def keys_at_the_end(self, *, back: str, lessons: str) -> str:
        """Those after the last step of a lesson, which is none to be skipped."""
        ...

    def both(self, first: str, second: str) -> str:
        """Two sentences one after the other."""
        ...

    def not_a_number(self, *, text: str, reason: str) -> str:
        """The answer typed cannot be read."""
        ...

    def how_to_come_back(self, *, key: str) -> str:
        """The keys go to the screen: this one has them go to the question again."""
        ...

    def pointed_at(self, *, symbol: str) -> str:
        """Which cell was pointed at, where another one was asked for."""
        ...

    def elsewhere(self, *, key: str, screen: str) -> str:
        """Another screen is in front; this key leads back to the one that the step is on."""
        ...

    def leave_the_cell(self, *, key: str) -> str:
        """The arrow keys move a cursor from number to number; this key takes it away first."""
        ...

    def finished(self, *, title: str) -> str:
        """After the last step of a lesson, all of which are done."""
        ...

    def passed(self, *, title: str, done: str, of: str) -> str:
        """After the last step of a lesson, of which some were skipped."""
        ...

    def go_on(self, *, next: str, title: str, leave: str) -> str:
        """Which key leads to which lesson, and which one leaves."""
        ...

    def all_finished(self, *, lessons: str, leave: str) -> str:
        """After the last step of the last lesson: which key lists them, which one leaves."""
        ...

    def progress(self, *, done: str, of: str) -> str:
        """How many steps of a lesson are done."""
        ...

    def offer(self, *, key: str, decline: str) -> str:
        """One line at the first start: which key opens the lessons, which one declines."""
        ...
