"""What the network screen says: its panes, its dialogs, its notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class NetworkScreenWords(Protocol):
    """What the network screen says: its panes, its dialogs, its notices."""

    panes: Mapping[str, str]
    """The names of the panes by their ids."""

    # the lines at the top

    running: str
    paused: str
    reached: str
    diverged: str
    esc_stops: str
    searching: str
    first_right: str
    """Beside the iteration in which all samples were right for the first time, in the list of reports."""
    check_waits: str
    check_waits_short: str
    check_wrong: str
    checked: str

    def seed(self, *, seed: int) -> str:
        """The seed of the run."""
        ...

    def until(self, *, error: str) -> str:
        """The target of the run."""
        ...

    def searching_to(self, *, iteration: str) -> str:
        """A search is under way, which gives up at this iteration."""
        ...

    def to_cycle(self, *, cycle: str) -> str:
        """Where a journey goes."""
        ...

    def pace(self, *, speed: str, unit: str) -> str:
        """So many phases, cycles or iterations a second; `unit` is the word for one."""
        ...

    def full_speed(self, *, speed: str) -> str:
        """As fast as it goes; `rate` are iterations a second, or empty while it does not run."""
        ...

    def right(self, *, right: int | None, samples: int) -> str:
        """How many samples are right, in a few characters; None for not known yet."""
        ...

    def place(self, *, iteration: str, sample: str, cycle: str, furthest: str) -> str:
        """Where in the run we are; `furthest` is empty where there is no room for it."""
        ...

    # dialogs

    go_to: str
    learning_rate: str
    learning_rate_hint: str
    task: str
    edit_hint: str

    def go_to_hint(self, *, samples: int, most: str) -> str:
        """What may be typed to go somewhere; an iteration has `samples` cycles."""
        ...

    def no_place(self, *, text: str) -> str:
        """The text is neither an iteration nor a cycle."""
        ...

    all_right: tuple[str, ...]
    saturated_words: tuple[str, ...]
    """What is typed to go to where all samples are right, or a unit is saturated."""

    def no_target(self, *, text: str) -> str:
        """The number is no error that a run could come under."""
        ...

    def no_number(self, *, text: str) -> str:
        """The text is no number."""
        ...

    def no_learning_rate(self, *, text: str) -> str:
        """The number is no learning rate."""
        ...

    def too_far(self, *, cycle: str) -> str:
        """The last cycle that one may go to."""
        ...

    # notices

    def restarted(self, *, rate: str, edits: int) -> str:
        """The run begins again with this α, without the edits of the run before it, so many."""
        ...

    point_at_a_number: str
    point_at_a_parameter: str

    def uncompiled(self, *, reason: str) -> str:
        """The compiler has failed, training goes on without it."""
        ...

    def broken(self, *, reason: str) -> str:
        """The thread of the run has ended by an error of the program."""
        ...

    # the number under the cursor

    saturated: str
    hidden_for_practice: str

    any_other_number: str
    """Under the explanation of the number that the phase works out: how to come to that of another one."""

    inspector: str
    before_the_update: str

    def at(self, *, row: tuple[int, str, str] | None, column: tuple[int, str, str] | None) -> str:
        """Where in a matrix an entry stands."""
        ...

    def not_computed(self, *, phase: str) -> str:
        """The number comes with this phase."""
        ...

    # the lines that say what happens now

    forward: str
    backward: str
    update: str
    """The parts of the rail."""

    no_numbers_yet: str
    events: Mapping[str, str]
    """The names of what happens now and then, by their codes."""

    def why_start(self, *, parameters: int) -> str:
        """Nothing but parameters is there yet."""
        ...

    def why_sums(self, *, unit: int, value: str) -> str:
        """The hidden unit's sum is the one furthest from 0."""
        ...

    def why_outputs(self, *, unit: int, value: str) -> str:
        """The hidden unit's output is the one furthest from ½."""
        ...

    def why_saturated(self, *, units: tuple[int, ...], slope: str) -> str:
        """These hidden units' slopes are under the limit."""
        ...

    def why_answer(self, *, output: str, answer: int | None, slope: str) -> str:
        """How the output is read, None where it is ½ itself, and the slope there."""
        ...

    def why_error(self, *, off: str, output: str, label: str, side: str) -> str:
        """The output is "low", "high" or "exact" against the label.

        It is on the "right" `side` of ½, the "wrong" one, or on "half" itself; "none" for a label of ½, which has no side.
        """
        ...

    def why_theta2(self, *, off: str, output: str, label: str, all: bool) -> str:
        """Which way the parameters of the output unit go; not `all` of them where a hidden unit's output is 0."""
        ...

    def why_still(self, *, off: str, output: str, label: str, parameter: str) -> str:
        """The output is off, and yet the gradient of θ⁽¹⁾ or θ⁽²⁾ is 0."""
        ...

    def why_theta1(
        self, *, off: str, output: str, label: str, up: tuple[int, ...], down: tuple[int, ...], zeros: tuple[int, ...]
    ) -> str:
        """Which hidden units' parameters go up and which down; the weights of inputs that are `zeros` stay."""
        ...

    def why_vanishes(self, *, largest: str, reason: str) -> str:
        """The output is off and yet the gradient is next to nothing: by the "output", the "weights" θ⁽²⁾ or the "units"."""
        ...

    def why_equal_units(self, *, one: int, other: int) -> str:
        """Two hidden units have the same parameters."""
        ...

    def why_moves(self, *, before: str, after: str, label: str) -> str:
        """What the update has done to the output for this sample."""
        ...

    def why_answer_stays(self, *, output: str) -> str:
        """The update has not changed the output for this sample."""
        ...

    def why_overshoots(self, *, before: str, after: str, label: str) -> str:
        """The update has made the output for this sample worse."""
        ...

    def why_stale(self) -> str:
        """The run was edited here; the numbers of the cycle are those from before."""
        ...

    def why_reached(self, *, error: str, iteration: str) -> str:
        """The run has stopped here because ΣE has fallen under its target."""
        ...

    def why_diverged(self, *, cycle: str, cell: str) -> str:
        """The run ends here because the next cycle leads out of the finite numbers, in this entry first."""
        ...

    def why_plateau(self, *, error: str, reason: str, share: str, largest: str) -> str:
        """The loss hardly changes, since the samples' gradients "cancel", all but `share` percent, or are "small", none of
        their entries over `largest`, or the "steps" made of them are."""
        ...

    # panes

    def before(self, *, symbol: str) -> str:
        """A parameter before the update."""
        ...

    def edited(self, *, symbol: str) -> str:
        """A parameter that was changed by hand after the update."""
        ...

    def after(self, *, symbol: str) -> str:
        """A parameter after the update."""
        ...

    def chain_for(self, *, parameter: str) -> str:
        """The heading over the chain of matrices for a parameter."""
        ...

    def chain_waits(self, *, parameter: str, phase: str) -> str:
        """Nothing of the chain for a parameter is computed yet; it begins in this phase."""
        ...

    folded: str
    rest_of_the_cycle: str
    updated: str
    by_hand: str
    """Of a parameter that was changed by hand after the update."""
    partial_products: str

    no_iteration: str
    not_finite: str
    whole_run: str
    live: str
    loss_titles: tuple[str, ...]
    """The title of the loss chart, the longest first."""
    iteration: str
    edit: str
    mark: str
    dropped: str
    samples: str
    logarithmic: str

    def window(self, *, first: str, last: str) -> str:
        """The part of the run that the chart shows."""
        ...

    def at_iteration(self, *, iteration: str) -> str:
        """Where the cursor of the chart stands."""
        ...

    def loss_at(self, *, iteration: str, error: str) -> tuple[str, str]:
        """ΣE at the cursor, that of the last whole iteration, long and short; `error` may be empty."""
        ...

    def samples_right(self, *, right: int, samples: int) -> str:
        """How many samples the network has right."""
        ...

    error_of_iteration: str
    error_now: str

    network: str
    edge_kinds: Mapping[str, str]
    """What the edges of the network show: "theta", "gradient", "change"."""
    not_computed_yet: str
    signs_of_edges: str

    def network_title(self, *, edges: str, missing: bool) -> tuple[str, ...]:
        """The title of the network, the longest first; `missing` says that what the edges show is not computed yet."""
        ...

    def edge_legend(self, *, largest: str) -> str:
        """How edges are drawn; the thickest has this number."""
        ...

    def table_legend(self, *, largest: str) -> str:
        """How the table of many units is to be read; the strongest colour has this number, of either sign."""
        ...

    map_title: str
    map_title_long: str
    this_sample: str
    label: str
    unit_at_half: str

    def slice_at(self, *, fixed: str) -> str:
        """The inputs that the map keeps fixed."""
        ...

    no_report: str

    about: Mapping[str, str]
    """Help for the panes by their ids, a paragraph each."""

    def convention(self, *, convention: str) -> str:
        """How derivatives are arranged in a matrix."""
        ...

    def what_it_is(self, *, equation: str, meaning: str) -> str:
        """A quantity in the help, behind its symbol: its equation, and a sentence."""
        ...

    def misprint(self, *, misprint: str) -> str:
        """Where the article is misprinted."""
        ...
