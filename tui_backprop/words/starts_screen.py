"""What is said on the screen of many starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tui_backprop.words.keys import KeyWords


class StartsScreenWords(KeyWords, Protocol):
    """What is said on the screen of many starts."""

    panes: Mapping[str, str]
    """The names of the panes by their ids."""

    about: Mapping[str, str]
    """What each pane shows, by its id."""

    preset_names: Mapping[str, str]
    """What each plan is called."""

    presets: Mapping[str, str]
    """What each plan worth trying asks, by its name, in one sentence."""

    presets_title: str
    plan_title: str
    plan_hint: str
    rates_title: str
    rates_hint: str
    waiting: str
    """Before it begins: which key begins it."""
    preparing: str
    paused: str
    done: str
    stopped: str
    seed: str
    """The heads of the columns of the seeds, as the next ones are."""
    iteration: str
    wrong: str
    never: str
    all_right: str
    compiling: str
    none_ended: str
    solved_axis: str
    """What counts along the charts: iterations."""
    median: str
    band: str

    def plan(self, *, settings: int, starts: int, target: str, iterations: str) -> str:
        """What a plan will do, before it begins: so many starts of each of its settings; and the keys from here."""
        ...

    def running(self, *, speed: str, left: str) -> str:
        """Under way: starts a second, and the time left, empty where it is not known."""
        ...

    def failed(self, *, problem: str) -> str:
        """What ended it."""
        ...

    def counted(self, *, done: str, total: str) -> str:
        """So many starts of so many have ended."""
        ...

    def reached(self, *, reached: str, done: str, share: str, low: str, high: str, target: str) -> str:
        """So many of those that have ended got under the target; where the true share may lie, in per cent."""
        ...

    def median_iteration(self, *, median: str) -> str:
        """The median of the iterations at which they got there."""
        ...

    def weights_range(self, *, low: str, high: str) -> str:
        """The range of the first weights."""
        ...

    def units(self, *, hidden: int) -> str:
        """A number of hidden units, short, for the table."""
        ...

    def weights(self, *, low: str, high: str) -> str:
        """A range of first weights, short, for the table."""
        ...

    def group(self, *, wrong: tuple[int, ...], starts: str, share: str) -> str:
        """So many starts end with these samples wrong; all are right where there is none."""
        ...

    def right_but_not_under(self, *, starts: str, target: str) -> str:
        """So many of the starts with all samples right did not get under the target. At most 40 cells."""
        ...

    def opened(self, *, seed: int, wrong: tuple[int, ...], error: str, target: str, reached: bool) -> str:
        """The run of this seed is open in the network screen, how it ended, and how to come back."""
        ...

    not_in_a_lesson: str
    """In a lesson no start is opened, and why."""

    # --- what is wrong with a plan

    def unbalanced_quotes(self) -> str:
        """A quote is opened and not closed."""
        ...

    def unknown_option(self, *, option: str, options: tuple[str, ...]) -> str:
        """There is no such option."""
        ...

    def value_missing(self, *, option: str) -> str:
        """The option stands last, without a value."""
        ...

    def no_value(self, *, option: str, text: str) -> str:
        """The text is no value of this option; what one looks like."""
        ...
