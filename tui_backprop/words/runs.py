"""What is said about moments that are marked, and about runs that are kept beside each other."""

from __future__ import annotations

from typing import Protocol


class RunsWords(Protocol):
    """What is said about moments that are marked, and about runs that are kept beside each other."""

    # --- marks

    mark_title: str
    mark_hint: str
    """The question for a mark's name."""

    def default_mark(self, *, iteration: str, sample: int, phase: str) -> str:
        """The name that is offered; `phase` is empty at the end of a cycle, `sample` 0 at the end of an iteration."""
        ...

    def no_mark_name(self) -> str:
        """Nothing was typed that can be printed."""
        ...

    def long_mark_name(self, *, length: int, most: int) -> str:
        """The name has too many characters."""
        ...

    def mark_set(self, *, name: str) -> str:
        """This moment is marked."""
        ...

    def marks_gone(self, *, marks: int) -> str:
        """An edit has dropped the future with so many marks in it."""
        ...

    marks_title: str
    marks_hint: str
    """Over and under the list of marks; the hint names its keys."""

    no_marks: str
    """There is no mark yet."""

    rename_title: str
    """The question for a mark's new name."""

    name_head: str
    iteration_head: str
    cycle_head: str
    phase_head: str
    """Over the columns of the list."""

    # --- kept runs

    def kept(self, *, label: str) -> str:
        """The run is kept under this letter."""
        ...

    def let_go_title(self, *, most: int) -> str:
        """So many runs are kept: which one makes room for this one?"""
        ...

    def switched(self, *, label: str) -> str:
        """The kept run of this letter is the present one now."""
        ...

    def runs_title(self, *, shared: str) -> str:
        """Over the table of runs; `shared` are the settings of all of them."""
        ...

    runs_hint: str
    """Under the table: its keys."""

    no_kept: str
    """No run is kept yet."""

    present: str
    """This run, that is travelled, in a word of at most four cells."""

    same_settings: str
    """A run differs from the others in nothing."""

    settings_head: str
    """Over the column with the settings that differ."""

    iterations_head: str
    """Over the column with the iterations that a run has."""

    def error_head(self, *, iteration: str) -> str:
        """Over ΣE of each run at this iteration."""
        ...

    def reached_head(self, *, error: str) -> str:
        """Over the iterations that a run takes to come under an error."""
        ...

    def not_within(self, *, iterations: str) -> str:
        """The run does not come so low in the iterations that it has, in a few characters."""
        ...

    # --- side by side

    def errors_beside(self, *, present: str, label: str, kept: str) -> str:
        """ΣE of both runs at the iteration."""
        ...

    def beside_title(self, *, label: str, iteration: str) -> str:
        """This run and the kept one after the same iteration."""
        ...

    beside_hint: str
    """Under it: its keys."""

    def of_run(self, *, symbol: str, run: str) -> str:
        """A parameter matrix of a run."""
        ...

    difference: str
    """The title of the difference of two matrices, this run's minus the kept one's."""

    def not_so_far(self, *, label: str, iterations: str) -> str:
        """The kept run ends after so many iterations."""
        ...

    def other_sizes(self) -> str:
        """The networks are of different sizes, so that there is no difference."""
        ...

    def largest_difference(self, *, entry: str, value: str) -> str:
        """The entry in which the runs differ most."""
        ...

    def same_parameters(self) -> str:
        """The runs have the same parameters, bit for bit."""
        ...

    # --- when did this change?

    when_title: str
    """The question what is meant, where the cursor is on nothing."""

    what_head: str
    """Over the list of what may be meant."""

    def when_sample(self, *, sample: int, inputs: str) -> str:
        """When did this sample become right? `inputs` are its inputs, such as "0,1"."""
        ...

    def when_unit(self, *, unit: int) -> str:
        """When did this hidden unit saturate?"""
        ...

    def sign_changed(self, *, symbol: str, positive: bool, cycle: str, sample: int) -> str:
        """The entry has this sign since the cycle; from the start on where `cycle` is empty.

        `sample` is the one for which it is computed, 0 for a parameter.
        """
        ...

    def sample_changed(self, *, sample: int, right: bool, cycle: str) -> str:
        """The sample is right, or wrong, since the cycle; from the start on where `cycle` is empty."""
        ...

    def unit_changed(self, *, unit: int, saturated: bool, cycle: str) -> str:
        """The unit is saturated, or not, since the cycle; from the start on where `cycle` is empty."""
        ...

    def never_changes(self, *, symbol: str) -> str:
        """The entry is zero by structure, or given: no training changes it."""
        ...

    # --- settings, in a word or two

    def task(self, *, task: str, sizes: str) -> str:
        """The task and the units of the layers."""
        ...

    def rate(self, *, rate: str) -> str:
        """The learning rate."""
        ...

    def seed(self, *, seed: int) -> str:
        """The seed."""
        ...

    def weights(self, *, low: str, high: str) -> str:
        """The range of the first parameters."""
        ...

    def edit(self, *, what: str, value: str, cycle: str) -> str:
        """A number was set at a cycle."""
        ...

    def edit_task(self, *, task: str, cycle: str) -> str:
        """Another task was set at a cycle."""
        ...

    def edits(self, *, edits: int, last: str) -> str:
        """So many edits, and the last of them."""
        ...
