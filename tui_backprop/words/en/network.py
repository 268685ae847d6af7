"""What is said about the network. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.keys import KeyText
from tui_backprop.words.network import NetworkWords


class EnglishNetwork(NetworkWords):
    """What is said about the network."""

    groups: Mapping[str, str] = {
        "time": "Time",
        "change": "Change",
        "keep": "Keep and compare",
        "chart": "Loss chart",
        "look": "Look",
    }

    keys: Mapping[str, KeyText] = {
        "run": KeyText("run, or pause", "run"),
        "cycle.forward": KeyText("one cycle (one sample) forward", "cycle"),
        "cycle.back": KeyText("one cycle back"),
        "phase.forward": KeyText("one phase forward: f₁ f₂ f₃ f₄ ∇θ⁽²⁾ ∇θ⁽¹⁾ update", "phase"),
        "phase.back": KeyText("one phase back"),
        "iteration.forward": KeyText("forward to the end of the iteration (all samples)", "iteration"),
        "iteration.back": KeyText("back to the end of the iteration before"),
        "report.forward": KeyText("on to the next report (iterations 10,000, 20,000, …)", "report"),
        "report.back": KeyText("back to the report before"),
        "first": KeyText("the start, before cycle 1"),
        "furthest": KeyText("the furthest trained cycle"),
        "go_to": KeyText(
            "go to an iteration or a cycle that you type, or to the first with ΣE < 0.05, all right or saturated",
            "go to",
        ),
        "stop": KeyText("close a dialog, stop on the way to another cycle, leave a cell, end a zoom", "leave"),
        "faster": KeyText("run faster"),
        "slower": KeyText("run slower, down to one phase per second"),
        "rate.up": KeyText("a higher learning rate α from the next cycle on"),
        "rate.down": KeyText("a lower learning rate α from the next cycle on"),
        "rate": KeyText("set the learning rate α"),
        "edit": KeyText("edit the parameter under the cursor", "edit"),
        "task": KeyText("choose the task: xor, xnor, and, or, …"),
        "restart": KeyText("restart with the same seed"),
        "restart.new": KeyText("restart with a new seed"),
        "undo": KeyText("undo the last edit or restart"),
        "redo": KeyText("redo what was undone"),
        "save": KeyText("save the run in a file to hand on"),
        "copy": KeyText("copy the command line that reproduces this state"),
        "export": KeyText("take a matrix, the cycle, the loss curve or a picture of the screen along", "export"),
        "mark": KeyText("mark this moment with a name", "mark"),
        "marks": KeyText("list the marks, and go to one", "marks"),
        "keep": KeyText("keep this run: its curve stays on the loss chart", "keep"),
        "compare": KeyText("compare the kept runs, go to one, or put it side by side with this one", "compare"),
        "log": KeyText("loss chart: linear or logarithmic", "log"),
        "spread": KeyText(
            "loss chart: iterations evenly spaced or logarithmic, so that the learning of a long run is not one column",
            "iterations log",
        ),
        "window": KeyText("loss chart: whole run, or a window that follows the cursor", "window"),
        "zoom.in": KeyText("loss chart: closer", "closer"),
        "zoom.out": KeyText("loss chart: wider"),
        "samples": KeyText("loss chart: the samples as lines of their own", "samples"),
        "check": KeyText("check every Jacobian entry and gradient numerically, and keep checking", "check"),
        "flip": KeyText("the Jacobians J, or their transposes Jᵀ", "J or Jᵀ"),
        "source": KeyText("view the lines of this program that computed the matrix under the cursor", "source"),
        "when": KeyText("when did this change? the last time the number, unit or sample under the cursor did", "when"),
        "practise": KeyText(
            "practise: choose a topic and work something out, such as a hidden entry of a Jacobian", "practise"
        ),
        "edges": KeyText("network: the edges show θ, its gradient or its last change", "edges"),
        "units": KeyText("map: the hidden units' lines s = ½", "units"),
        "point": KeyText("put the cursor on a number: where it comes from, e edits it", "number"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back", "zoom"),
    }

    quantities: Mapping[str, str] = {
        "x1": "the sample that enters the network",
        "tx1": "the label: the answer wanted for this sample",
        "x2": "the weighted sums that enter the hidden units",
        "x3": "the hidden units' outputs, under the constant 1",
        "x4": "the network's output, a probability",
        "x5": "the error of this sample, half the squared difference",
        "theta1": "one row for each hidden unit: its bias, then one weight for each input",
        "theta2": "the output unit: its bias, then one weight for each hidden unit",
        "jacobian_f1_x1": "θ⁽¹⁾ without its bias column",
        "jacobian_f1_theta1": "one block [1 x⁽¹⁾ᵀ] for each hidden unit, on the diagonal: "
        "a unit's sum depends on its own row of θ⁽¹⁾ only",
        "jacobian_f2_x2": "s(1 − s) on the diagonal under a row of zeros: the constant 1 depends on nothing",
        "jacobian_f3_x3": "θ⁽²⁾ times the slope s(1 − s) at the output",
        "jacobian_f3_theta2": "x⁽³⁾ as a row times the slope s(1 − s) at the output",
        "jacobian_f4_x4": "x⁽⁴⁾ − t: how far the output is off",
        "product_f3": "the chain down to x⁽³⁾: a product of two Jacobians",
        "product_f2": "the chain down to x⁽²⁾: a product of three Jacobians",
        "theta2_gradient": "how E changes with each entry of θ⁽²⁾",
        "theta1_gradient_row": "how E changes with each entry of θ⁽¹⁾, written as one row",
        "theta1_gradient": "the row of the chain folded like θ⁽¹⁾, row by row",
        "theta1_change": "−α∇θ⁽¹⁾, what the update adds",
        "theta2_change": "−α∇θ⁽²⁾, what the update adds",
    }

    misprints: Mapping[str, str] = {
        "tx1": "(3.12) prints the codomain of f₄ as {1, 0}; it is ℝ",
        "x2": "the text after (3.17) prints x₀ = 0; it is 1, the dummy node. (3.17) prints five rows; there are four",
        "x4": "(3.11) prints θ⁽²⁾ transposed; θ⁽²⁾ is already a row, so it is θ⁽²⁾x⁽³⁾",
        "jacobian_f1_theta1": "(3.19) prints five blocks and the code three; there are four, one for each hidden unit",
        "jacobian_f3_theta2": "(3.25) prints x⁽³⁾₁ four times; it is x⁽³⁾₁, x⁽³⁾₂, x⁽³⁾₃, x⁽³⁾₄",
    }

    start = "start"
    update = "update"

    def all_right(self, *, iteration: str) -> str:
        return f"Iteration {iteration} is the first in which every sample is answered correctly in its turn."

    def target_reached(self, *, error: str, iteration: str) -> str:
        return f"ΣE < {error} at iteration {iteration}"

    def target_missed(self, *, error: str, iterations: str) -> str:
        return f"ΣE did not come under {error} in {iterations} iterations"

    def edit_too_late(self, *, edit: str, last: int) -> str:
        return f"the edit {edit} comes after the run's last cycle, {last}; train more iterations"

    def diverged(self, *, cycle: str, cell: str, last: str) -> str:
        return (
            f"cycle {cycle} leaves the finite numbers, {cell} first: the run ends at cycle {last}; "
            "try a smaller learning rate"
        )

    def search_found(self, *, cycle: str, iteration: str, at_once: bool) -> str:
        found = f"found: iteration {iteration}, at the end of cycle {cycle}"
        return f"{found}; there all samples are right, asked with the same θ" if at_once else found

    def search_missed(self) -> str:
        return "it did not happen in the cycles that were searched"

    def nothing_to_undo(self) -> str:
        return "There is nothing to undo."

    def nothing_to_redo(self) -> str:
        return "There is nothing to redo."

    def ask_entry(self, *, symbol: str) -> str:
        return f"What is {symbol} ?"

    def hint_entry(self, *, formula: str) -> str:
        return f"use {formula}"

    def ask_shape(self, *, symbol: str, inputs: int, hidden: int) -> str:
        units = "hidden unit" if hidden == 1 else "hidden units"
        return f"How many rows and columns has {symbol} in a network of {inputs} inputs and {hidden} {units}?"

    def hint_shape(self, *, output: str, input: str) -> str:
        return f"one row for each entry of {output}, one column for each entry of {input}"

    def ask_zeros(self, *, symbol: str, rows: int, columns: int) -> str:
        return f"How many of the {rows}×{columns} entries of {symbol} are zero whatever the numbers?"

    def hint_zeros(self, *, output: str, input: str) -> str:
        return f"an entry is zero by structure where the entry of {output} does not contain the entry of {input}"

    def second_try(self, *, hint: str) -> str:
        return f"not yet right, once more: {hint}"

    def no_shape(self, *, text: str) -> str:
        return f"{text!r} is no shape; type rows and columns, such as 4x12"

    def no_topic(self, *, topic: str, topics: str) -> str:
        return f"there is no topic {topic!r}; the topics are {topics}"

    def nothing_to_ask(self, *, topic: str) -> str:
        return f"this cycle has nothing of {topic} that is worth asking: every entry is 0; take another cycle"

    def check_badge(self, *, gradients: str, entries: str, worst: str) -> str:
        return f"{gradients} gradients, {entries} Jacobian entries, worst {worst}"

    def no_edit(self, *, text: str) -> str:
        return f"{text!r} is no edit; write CYCLE:NAME=VALUE, such as 400:learning_rate=0.5"

    def hidden_out_of_range(self, *, hidden: int, most: int) -> str:
        return f"the number of hidden units is {hidden}; it goes from 1 to {most}"

    def seed_out_of_range(self, *, seed: int, most: int) -> str:
        return f"the seed is {seed}; it goes from 0 to {most}"

    def no_weights_range(self, *, low: str, high: str) -> str:
        return f"the range of the first weights is {low},{high}; it is LOW,HIGH, such as -1,1"

    def edit_before_start(self, *, edit: str) -> str:
        return f"the edit {edit} is before cycle 0, where a run starts"

    def other_inputs(self, *, wanted: str, inputs: int, task: str) -> str:
        return f"{wanted} has not the {inputs} inputs of {task}; restart to train it on a network of its own"

    def other_samples(self, *, wanted: str, samples: int, task: str) -> str:
        return f"{wanted} has not the {samples} samples of {task}; restart to train it in a run of its own"

    def no_entry(self, *, name: str, hidden: int, inputs: int) -> str:
        return (
            f"there is no {name} to edit; there are learning_rate, task, theta1[0,0] to "
            f"theta1[{hidden - 1},{inputs}] and theta2[0,0] to theta2[0,{hidden}]"
        )

    def no_number(self, *, name: str, text: str) -> str:
        what = {"learning_rate": "the learning rate", "answer": "the answer"}.get(name, name)
        return f"{what} is {text!r}; it should be a number, such as 0.5"

    def edit_not_trained(self, *, cycle: int, furthest: int) -> str:
        return f"cycle {cycle} is not trained yet; an edit goes up to cycle {furthest}"

    def no_sample(self, *, sample: int, most: int) -> str:
        return f"there is no sample {sample}; they go from 1 to {most}"

    def no_unit(self, *, unit: int, most: int) -> str:
        return f"there is no hidden unit {unit}; they go from 1 to {most}"

    def no_task(self, *, task: str, tasks: str) -> str:
        return f"there is no task {task!r}; the tasks are {tasks}"

    def why_input(self, *, number: int) -> str:
        return f"input {number} of this sample, as the table of the samples gives it"

    def why_label(self) -> str:
        return "the label of this sample: the answer that the table of the samples wants"

    def why_sum(self, *, unit: int, updated: bool) -> str:
        return f"hidden unit {unit}'s sum: its bias, then each input times its weight{_old(updated)}"

    def why_constant(self, *, bias: str) -> str:
        return f"the constant 1 above the hidden units' outputs, which the bias {bias} multiplies"

    def why_hidden_output(self, *, unit: int) -> str:
        return f"hidden unit {unit}'s output: s(z) = 1/(1 + e⁻ᶻ) of its sum"

    def why_output(self, *, updated: bool) -> str:
        return f"the network's output: s(z) = 1/(1 + e⁻ᶻ) of the output unit's sum{_old(updated)}"

    def why_error(self) -> str:
        return "half the squared difference between the output and the label"

    def why_parameter(self) -> str:
        return "the initial or previous value: training has not changed it in this cycle"

    def why_parameter_set(self, *, updated: str) -> str:
        return f"set by hand after this cycle's update, which gave {updated}"

    def why_parameter_updated(self, *, new: str, old: str, alpha: str) -> str:
        return f"{new} is the new value: the old one, {old}, plus the change −α times its gradient, with α = {alpha}"

    def why_change(self, *, alpha: str) -> str:
        return f"minus α = {alpha} times the gradient, a step downhill: what the update adds"

    def why_input_weight(self, *, input: int, unit: int, updated: bool) -> str:
        return f"input {input} enters hidden unit {unit}'s sum times this weight{_old(updated)}"

    def why_foreign_parameter(self, *, unit: int, parameter: str) -> str:
        return f"zero by structure: unit {unit}'s sum does not contain {parameter}"

    def why_own_bias(self, *, unit: int, parameter: str) -> str:
        return f"the bias {parameter} enters unit {unit}'s sum times the dummy node x₀ = 1"

    def why_own_weight(self, *, unit: int, parameter: str, input: int) -> str:
        return f"{parameter} enters unit {unit}'s sum times input {input}"

    def why_constant_slope(self, *, constant: str, sum: str) -> str:
        return f"zero by structure: {constant} is the constant 1 and does not depend on {sum}"

    def why_foreign_sum(self, *, unit: int, sum: str) -> str:
        return f"zero by structure: unit {unit}'s output depends on its own sum only, not on {sum}"

    def why_slope(self, *, unit: int) -> str:
        return f"the slope of the sigmoid at hidden unit {unit}'s sum, from its output"

    def why_weight_times_slope(self, *, updated: bool) -> str:
        return f"the weight times the slope of the sigmoid at the output unit's sum, s = x⁽⁴⁾{_old(updated)}"

    def why_bias_times_slope(self, *, updated: bool) -> str:
        return f"the bias times the slope of the sigmoid at the output unit's sum, s = x⁽⁴⁾{_old(updated)}"

    def why_output_times_slope(self, *, unit: int) -> str:
        return f"hidden unit {unit}'s output times the slope of the sigmoid at the output unit's sum, s = x⁽⁴⁾"

    def why_constant_times_slope(self) -> str:
        return "the constant 1 times the slope of the sigmoid at the output unit's sum, s = x⁽⁴⁾"

    def why_difference(self) -> str:
        return "how far the output is off: the derivative of ½(x⁽⁴⁾ − t)²"

    def why_product(self, *, left: str, right: str, column: int, terms: int, zeros: int) -> str:
        sentence = f"row 1 of {left} times column {column} of {right}"
        if not zeros:
            return sentence
        return f"{sentence}; {zeros} of the {terms} terms {'vanish' if zeros > 1 else 'vanishes'} by structure"

    def why_folded(self, *, entry: int, first: int, last: int, row: int, product: str) -> str:
        return f"entry {entry} of the row, of which {first} to {last} fold into row {row}: {product}"

    def meaning(self, *, quantity: str) -> str:
        return self.quantities[quantity]

    def misprint(self, *, quantity: str) -> str:
        return f"The article's misprint: {self.misprints[quantity]}."

    def convention(self, *, jacobian: str) -> str:
        return f"{jacobian} · θ flattened row by row · E = ½(x⁽⁴⁾ − t)²"


def _old(updated: bool) -> str:
    return ", θ as it was before this cycle's update" if updated else ""
