"""What is said about gradient descent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tui_backprop.words.keys import KeyWords


class DescentWords(KeyWords, Protocol):
    """What is said about gradient descent. Numbers, symbols and formulas come in typeset."""

    # --- panes and titles

    panes: Mapping[str, str]
    """The names of the panes by their ids."""

    pane_help: Mapping[str, str]
    """What each pane shows."""

    misprint_help: str
    """Where the article's third point is misprinted."""

    presets_title: str
    preset_names: Mapping[str, str]
    """What each preset is called."""

    presets: Mapping[str, str]
    """What each preset shows, a sentence without its full stop."""

    surface_names: Mapping[str, str]
    """Each surface in a word or two."""

    surfaces: Mapping[str, str]
    """What each surface is; "own" is a person's own function."""

    map_off: str
    map_far: str
    legend_start: str
    legend_path: str
    legend_future: str
    legend_step: str
    curve_title: str
    logarithmic: str
    curve_empty: str
    gauge_title: str
    gauge_limit: str
    table_title: str
    table_title_short: str
    hessian: str
    eigenvalues_note: str

    def map_title(self, *, coloured: bool, factor: str) -> str:
        """What the map shows, and how many times as long as the step its arrow is; "" if there is no arrow."""
        ...

    # --- the lines at the top

    running: str
    paused: str
    no_step: str
    full_speed: str

    def speed(self, *, steps: str) -> str:
        """So many steps a second."""
        ...

    def under_way(self, *, bar: str, share: str) -> str:
        """How far a journey has got, and how it is stopped."""
        ...

    def place(self, *, k: str, reached: str, x1: str, x2: str) -> str:
        """Which point of how many, and x there."""
        ...

    def preset_line(self, *, name: str) -> str:
        """What a preset shows, in a sentence."""
        ...

    def descent_line(self, *, surface: str, x1: str, x2: str, changes: tuple[tuple[str, str], ...]) -> str:
        """What is descended on, from where, and from which points on with which other α."""
        ...

    def trouble(self, *, code: str, k: int, far: str) -> str:
        """Why no step can follow point k, and what to try: a whole sentence."""
        ...

    # --- the check

    def check_badge(self, *, verdict: str, right: int, unsure: int, wrong: int) -> str:
        """What the check of the six entries of J and H has found, with a sign that tells the verdict."""
        ...

    def check_badge_short(self, *, verdict: str, right: int, unsure: int, wrong: int) -> str:
        """The same in few cells."""
        ...

    # --- what a step does

    def promise(self, *, parabola: str) -> str:
        """What the step would do if f were the parabola that touches it along the step."""
        ...

    def steepest(self, *, parabola: str, both_ways: bool) -> str:
        """What a step along f's steepest bend here would do if f were a parabola; whether f bends down elsewhere."""
        ...

    def deed(self, *, f: str, passed: bool | None, before: str, after: str) -> str:
        """What the step did to f, and whether it went over a lowest point on its way."""
        ...

    def along_step(self, *, gauge: str, bend: str) -> str:
        """The gauge with the bend along this step."""
        ...

    def resting(self, *, point: str) -> str:
        """What the point is, where J is 0."""
        ...

    def arrived(self, *, point: str) -> str:
        """What the descent has come to, where less than a billionth of its way is left."""
        ...

    too_short: str
    """A step that is too short to change x, though J is not 0."""

    article_points: Mapping[int, str]
    """What the article prints of its points 1, 2 and 3."""

    # --- where a number comes from

    workings_title: str

    def working_title(self, *, meaning: str, symbol: str, along: int, equation: str) -> str:
        """What a number is."""
        ...

    working_misprints: Mapping[str, str]
    """What the article prints instead, by the meaning of the number."""

    # --- notices and questions

    restarted: str
    nothing_to_undo: str
    nothing_to_redo: str
    no_logarithm: str
    computed: str

    def stopped(self, *, sentence: str) -> str:
        """A run has stopped because no step can follow."""
        ...

    def converged(self, *, k: str) -> str:
        """x no longer changes."""
        ...

    def farthest(self, *, k: str) -> str:
        """A descent goes no further."""
        ...

    ask_point: str
    ask_rate: str
    ask_start: str
    ask_surface: str
    ask_preset: str
    rate_hint: str
    start_hint: str

    def point_hint(self, *, most: str) -> str:
        """What is a number of a point."""
        ...

    def surface_hint(self, *, names: str) -> str:
        """What is a surface."""
        ...

    def no_point_number(self, *, text: str, most: str) -> str:
        """The text is no number of a point."""
        ...

    def no_rate(self, *, text: str) -> str:
        """The text is no learning rate."""
        ...

    def no_start(self, *, text: str) -> str:
        """The text is no point of the plane."""
        ...

    def no_expression(self, *, character: int, sentence: str) -> str:
        """The text cannot be read from this character on."""
        ...

    # --- the command

    command: str
    command_epilog: str
    command_options: Mapping[str, str]
    command_verdict: str
    command_verdicts: Mapping[str, str]
