"""What is said about moments that are marked, and about runs that are kept beside each other. English."""

from __future__ import annotations

from tui_backprop.words.runs import RunsWords


class EnglishRuns(RunsWords):
    """What is said about moments that are marked, and about runs that are kept beside each other."""

    mark_title = "Mark this moment"
    mark_hint = "a name; ' lists the marks and goes to one, and they are saved with the run"

    def default_mark(self, *, iteration: str, sample: int, phase: str) -> str:
        where = f"iteration {iteration}" + (f", sample {sample}" if sample else "")
        return f"{where}, {phase}" if phase else where

    def no_mark_name(self) -> str:
        return "type a name, such as: before the drop"

    def long_mark_name(self, *, length: int, most: int) -> str:
        return f"the name has {length} characters; up to {most} are shown"

    def mark_set(self, *, name: str) -> str:
        return f"Marked: {name}"

    def marks_gone(self, *, marks: int) -> str:
        gone = "1 mark" if marks == 1 else f"{marks} marks"
        return f"{gone} behind the edit went with the future that was dropped; u brings all of it back."

    marks_title = "Marks"
    marks_hint = "enter: go there · r: rename · delete: remove · esc: close"
    no_marks = "no mark yet: m marks the moment that the screen shows"
    rename_title = "Rename the mark"
    name_head = "name"
    iteration_head = "iteration"
    cycle_head = "cycle"
    phase_head = "phase"

    def kept(self, *, label: str) -> str:
        return f"This run is kept as {label}: its curve stays on the loss chart. K compares the runs."

    def let_go_title(self, *, most: int) -> str:
        return f"{most} runs are kept: which one makes room?"

    def switched(self, *, label: str) -> str:
        return f"This is the kept run {label} now, where it was left; u brings the other one back."

    def runs_title(self, *, shared: str) -> str:
        return f"Kept runs · all: {shared}" if shared else "Kept runs"

    runs_hint = "enter: go to it · d: side by side · delete: remove · esc: close"
    no_kept = "no run is kept yet: k keeps this one, and its curve stays on the loss chart"
    present = "this"
    same_settings = "the same settings"
    settings_head = "what differs"
    iterations_head = "iterations"

    def error_head(self, *, iteration: str) -> str:
        return f"ΣE at {iteration}"

    def reached_head(self, *, error: str) -> str:
        return f"to {error}"

    def not_within(self, *, iterations: str) -> str:
        return f"> {iterations}"

    def beside_title(self, *, label: str, iteration: str) -> str:
        return f"This run beside {label}, after iteration {iteration}"

    beside_hint = "[ ]: one iteration back, on · esc: close"
    difference = "difference"

    def of_run(self, *, symbol: str, run: str) -> str:
        return f"{symbol} {run}"

    def errors_beside(self, *, present: str, label: str, kept: str) -> str:
        return f"ΣE: this {present} · {label} {kept}"

    def not_so_far(self, *, label: str, iterations: str) -> str:
        return f"{label} was kept after {iterations} iterations: [ goes back to where both are"

    def other_sizes(self) -> str:
        return "networks of different sizes have no difference"

    def largest_difference(self, *, entry: str, value: str) -> str:
        return f"they differ most in {entry}, by {value}"

    def same_parameters(self) -> str:
        return "every parameter is the same, bit for bit"

    when_title = "When did it change last?"
    what_head = "what"

    def when_sample(self, *, sample: int, inputs: str) -> str:
        return f"sample {sample} ({inputs}): when did it become right, or wrong?"

    def when_unit(self, *, unit: int) -> str:
        return f"hidden unit {unit}: when did it saturate, or come back?"

    def sign_changed(self, *, symbol: str, positive: bool, cycle: str, sample: int) -> str:
        sign = "over 0" if positive else "not over 0"
        of = f" of sample {sample}" if sample else ""
        if not cycle:
            return f"{symbol}{of} has been {sign} in the whole run up to here."
        return f"{symbol}{of} changed its sign last in cycle {cycle}: since then it is {sign}."

    def sample_changed(self, *, sample: int, right: bool, cycle: str) -> str:
        side = "right" if right else "wrong"
        if not cycle:
            return f"Sample {sample} has been {side} in the whole run up to here."
        return f"Sample {sample} is {side} since the end of cycle {cycle}."

    def unit_changed(self, *, unit: int, saturated: bool, cycle: str) -> str:
        if not cycle:
            how = "was all the time" if saturated else "was never"
            return f"Hidden unit {unit} {how} saturated for every sample at once, up to here."
        how = "is" if saturated else "is no longer"
        return f"Hidden unit {unit} {how} saturated for every sample since the end of cycle {cycle}."

    def never_changes(self, *, symbol: str) -> str:
        return f"{symbol} never changes: nothing that is trained goes into it."

    def task(self, *, task: str, sizes: str) -> str:
        return f"{task} {sizes}"

    def rate(self, *, rate: str) -> str:
        return f"α {rate}"

    def seed(self, *, seed: int) -> str:
        return f"seed {seed}"

    def weights(self, *, low: str, high: str) -> str:
        return f"weights {low} to {high}"

    def edit(self, *, what: str, value: str, cycle: str) -> str:
        return f"{what} = {value} at cycle {cycle}"

    def edit_task(self, *, task: str, cycle: str) -> str:
        return f"{task} from cycle {cycle} on"

    def edits(self, *, edits: int, last: str) -> str:
        return f"{edits} edits, last {last}"
