"""What is said about the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tui_backprop.words.keys import KeyWords


class NetworkWords(KeyWords, Protocol):
    """What is said about the network."""

    quantities: Mapping[str, str]
    """What each quantity is, by its code."""

    misprints: Mapping[str, str]
    """Where the article is misprinted, by the code of the quantity."""

    start: str
    update: str
    """The phases that have no symbol."""

    # --- what stops a run

    def all_right(self, *, iteration: str) -> str:
        """Every sample was right in this iteration when its turn came, for the first time."""
        ...

    def target_reached(self, *, error: str, iteration: str) -> str:
        """The sum of E fell under the target in this iteration."""
        ...

    def target_missed(self, *, error: str, iterations: str) -> str:
        """The sum of E did not fall under the target in so many iterations."""
        ...

    def edit_too_late(self, *, edit: str, last: int) -> str:
        """An edit comes after the last cycle of a run."""
        ...

    def diverged(self, *, cycle: str, cell: str, last: str) -> str:
        """The cycle leaves the finite numbers, in this entry first; the run ends at cycle `last`."""
        ...

    def search_found(self, *, cycle: str, iteration: str, at_once: bool) -> str:
        """A search ended at the end of this cycle; `at_once` where all samples are right there, asked with the same θ."""
        ...

    def search_missed(self) -> str:
        """A search found nothing."""
        ...

    def nothing_to_undo(self) -> str:
        """There is no change to take back."""
        ...

    def nothing_to_redo(self) -> str:
        """There is no change to make again."""
        ...

    def check_badge(self, *, gradients: str, entries: str, worst: str) -> str:
        """How many entries of the gradients and of the Jacobians are right, such as 17/17, and the largest error."""
        ...

    # --- practice

    def ask_entry(self, *, symbol: str) -> str:
        """What is this entry?"""
        ...

    def hint_entry(self, *, formula: str) -> str:
        """The formula of an entry."""
        ...

    def ask_shape(self, *, symbol: str, inputs: int, hidden: int) -> str:
        """How many rows and columns has this matrix?"""
        ...

    def hint_shape(self, *, output: str, input: str) -> str:
        """Rows are outputs, columns inputs."""
        ...

    def ask_zeros(self, *, symbol: str, rows: int, columns: int) -> str:
        """How many entries of this matrix are zero whatever the numbers?"""
        ...

    def hint_zeros(self, *, output: str, input: str) -> str:
        """An entry is zero by structure where the output does not contain the input."""
        ...

    def second_try(self, *, hint: str) -> str:
        """An answer was not right: a hint for the second try."""
        ...

    def no_shape(self, *, text: str) -> str:
        """An answer is no number of rows and columns."""
        ...

    def no_topic(self, *, topic: str, topics: str) -> str:
        """There is no topic of this name."""
        ...

    def nothing_to_ask(self, *, topic: str) -> str:
        """A cycle has no entry of this topic that is worth asking for."""
        ...

    # --- what was refused

    def no_edit(self, *, text: str) -> str:
        """A text is no edit of a run."""
        ...

    def hidden_out_of_range(self, *, hidden: int, most: int) -> str:
        """The number of hidden units is not from 1 to `most`."""
        ...

    def seed_out_of_range(self, *, seed: int, most: int) -> str:
        """The seed is not from 0 to `most`."""
        ...

    def no_weights_range(self, *, low: str, high: str) -> str:
        """The range of the first parameters is none."""
        ...

    def edit_before_start(self, *, edit: str) -> str:
        """An edit is before cycle 0."""
        ...

    def other_inputs(self, *, wanted: str, inputs: int, task: str) -> str:
        """A task has another number of inputs than the run's."""
        ...

    def other_samples(self, *, wanted: str, samples: int, task: str) -> str:
        """A task in the middle of a run has another number of samples."""
        ...

    def no_entry(self, *, name: str, hidden: int, inputs: int) -> str:
        """A run has nothing of this name to edit; the sizes are the network's."""
        ...

    def no_number(self, *, name: str, text: str) -> str:
        """The text for what is called `name` is no number."""
        ...

    def edit_not_trained(self, *, cycle: int, furthest: int) -> str:
        """An edit is after the last cycle trained."""
        ...

    def no_sample(self, *, sample: int, most: int) -> str:
        """There is no sample of this number."""
        ...

    def no_unit(self, *, unit: int, most: int) -> str:
        """There is no hidden unit of this number."""
        ...

    def no_task(self, *, task: str, tasks: str) -> str:
        """There is no task of this name."""
        ...

    # --- what a number means

    def why_input(self, *, number: int) -> str:
        """An input of the sample."""
        ...

    def why_label(self) -> str:
        """The label of the sample."""
        ...

    def why_sum(self, *, unit: int, updated: bool) -> str:
        """A hidden unit's sum; `updated` says that θ has been updated since."""
        ...

    def why_constant(self, *, bias: str) -> str:
        """The constant 1 in x3, which the output unit's bias multiplies."""
        ...

    def why_hidden_output(self, *, unit: int) -> str:
        """A hidden unit's output."""
        ...

    def why_output(self, *, updated: bool) -> str:
        """The network's output."""
        ...

    def why_error(self) -> str:
        """E of the sample."""
        ...

    def why_parameter(self) -> str:
        """A parameter before the update."""
        ...

    def why_parameter_set(self, *, updated: str) -> str:
        """A parameter that was set by hand after the update, which gave `updated`."""
        ...

    def why_parameter_updated(self, *, new: str, old: str, alpha: str) -> str:
        """A parameter after the update; `new` and `old` are its symbols after and before."""
        ...

    def why_change(self, *, alpha: str) -> str:
        """What the update adds to a parameter."""
        ...

    def why_input_weight(self, *, input: int, unit: int, updated: bool) -> str:
        """An entry of J_x1(f1): a weight."""
        ...

    def why_foreign_parameter(self, *, unit: int, parameter: str) -> str:
        """A structural zero of J_theta1(f1)."""
        ...

    def why_own_bias(self, *, unit: int, parameter: str) -> str:
        """An entry of J_theta1(f1) for the bias of its unit."""
        ...

    def why_own_weight(self, *, unit: int, parameter: str, input: int) -> str:
        """An entry of J_theta1(f1) for a weight of its unit."""
        ...

    def why_constant_slope(self, *, constant: str, sum: str) -> str:
        """A structural zero in the first row of J_x2(f2)."""
        ...

    def why_foreign_sum(self, *, unit: int, sum: str) -> str:
        """A structural zero of J_x2(f2) off the diagonal."""
        ...

    def why_slope(self, *, unit: int) -> str:
        """The slope of a hidden unit's sigmoid."""
        ...

    def why_weight_times_slope(self, *, updated: bool) -> str:
        """An entry of J_x3(f3) for a weight."""
        ...

    def why_bias_times_slope(self, *, updated: bool) -> str:
        """The entry of J_x3(f3) for the bias."""
        ...

    def why_output_times_slope(self, *, unit: int) -> str:
        """An entry of J_theta2(f3) for a hidden unit's output."""
        ...

    def why_constant_times_slope(self) -> str:
        """The entry of J_theta2(f3) for the constant 1."""
        ...

    def why_difference(self) -> str:
        """J_x4(f4)."""
        ...

    def why_product(self, *, left: str, right: str, column: int, terms: int, zeros: int) -> str:
        """A sum of `terms` products, of which `zeros` are zero by structure."""
        ...

    def why_folded(self, *, entry: int, first: int, last: int, row: int, product: str) -> str:
        """An entry of the folded gradient: where it stands in the row, and the product that made it."""
        ...

    def meaning(self, *, quantity: str) -> str:
        """What a quantity is, as in `quantities`."""
        ...

    def misprint(self, *, quantity: str) -> str:
        """Where the article misprints a quantity, as a sentence."""
        ...

    # --- what a phase has just done, in a line

    def convention(self, *, jacobian: str) -> str:
        """How matrices are to be read, `jacobian` being the index convention in symbols."""
        ...
