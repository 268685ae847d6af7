"""What the network screen says: its panes, its dialogs, its notices. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.network_screen import NetworkScreenWords


class EnglishNetworkScreen(NetworkScreenWords):
    """What the network screen says: its panes, its dialogs, its notices."""

    panes: Mapping[str, str] = {
        "phase": "Phase",
        "computation": "Forward",
        "parameters": "Parameters",
        "jacobians": "Jacobians",
        "loss": "Loss",
        "samples": "Samples",
        "network": "Network",
        "map": "Map",
        "reports": "Reports",
    }

    running = "running"
    paused = "paused"
    reached = "target reached"
    diverged = "diverged"
    esc_stops = "esc stops"
    searching = "searching"
    first_right = "all right, first"
    check_waits = "check on: it waits for the end of a cycle"
    check_waits_short = "check waits"
    check_wrong = "WRONG"
    checked = "checked"

    def seed(self, *, seed: int) -> str:
        return f"seed {seed}"

    def until(self, *, error: str) -> str:
        return f"until ΣE < {error}"

    def searching_to(self, *, iteration: str) -> str:
        return f"searching as far as iteration {iteration}"

    def to_cycle(self, *, cycle: str) -> str:
        return f"to cycle {cycle}"

    def pace(self, *, speed: str, unit: str) -> str:
        return f"{speed} {unit}{'' if speed == '1' else 's'}/s"

    def full_speed(self, *, speed: str) -> str:
        return f"full speed {speed} iterations/s" if speed else "full speed"

    def right(self, *, right: int | None, samples: int) -> str:
        return f"{'–' if right is None else right}/{samples} right"

    def place(self, *, iteration: str, sample: str, cycle: str, furthest: str) -> str:
        of = f" of {furthest}" if furthest else ""
        return f"iteration {iteration} · sample {sample} · cycle {cycle}{of}"

    go_to = "Go to"
    learning_rate = "Learning rate α"
    learning_rate_hint = "a number over 0, such as 0.02; it counts from the next cycle on"
    task = "Task"
    edit_hint = "a number, such as 0.5; the cycles after this one are trained anew, and u undoes it"

    def go_to_hint(self, *, samples: int, most: str) -> str:
        return (
            f"an iteration such as 12345, a cycle such as c 49379 ({samples} in each), E < 0.05 for ΣE, all right, or "
            f"saturated (a unit for every sample); what is to be found is searched for up to iteration {most}"
        )

    def no_place(self, *, text: str) -> str:
        return f"{text!r} is no place; type an iteration (12345), a cycle (c 49379), E < 0.05 for ΣE, all right, or saturated"

    all_right = ("all right", "right")
    saturated_words = ("saturated", "saturation")

    def no_target(self, *, text: str) -> str:
        return f"ΣE cannot come under {text}; type a number over 0, such as 0.05"

    def no_number(self, *, text: str) -> str:
        return f"{text!r} is no number; it should be one such as 0.5"

    def no_learning_rate(self, *, text: str) -> str:
        return f"{text} is no learning rate; it is a finite number over 0, such as 0.02"

    def too_far(self, *, cycle: str) -> str:
        return f"that is too far; go up to cycle {cycle}"

    def restarted(self, *, rate: str, edits: int) -> str:
        without = "" if not edits else ", without the edit" if edits == 1 else f", without the {edits} edits"
        return f"Restarted with α {rate}{without}: u brings the run before it back."

    point_at_a_number = "Put the cursor on a number first: ↓ in a pane of matrices, or a click."
    point_at_a_parameter = (
        "e edits the parameter under the cursor: go to the parameters with tab, then to one with the arrows, "
        "or click on it. a sets the learning rate."
    )

    def uncompiled(self, *, reason: str) -> str:
        return f"Training runs uncompiled, about 20 times slower: {reason}"

    def broken(self, *, reason: str) -> str:
        return f"The run has stopped by an error of this program: {reason}"

    saturated = "saturated: for this sample its slope s(1 − s) is under 0.02, so that the unit hardly learns from it."
    hidden_for_practice = "hidden for practice: what is it?"

    any_other_number = "any other number: ↓ or a click"
    inspector = "Where does a number come from?"
    before_the_update = "the value with which this cycle's forward and backward pass were computed"

    def at(self, *, row: tuple[int, str, str] | None, column: tuple[int, str, str] | None) -> str:
        kinds = {"unit": "unit ", "input": "input ", "bias": "bias", "constant": "the constant 1", "entry": ""}
        axes = (("row", row), ("column", column))
        return ", ".join(f"{axis} {at[0]} ({kinds[at[1]]}{at[2]})" for axis, at in axes if at is not None)

    def not_computed(self, *, phase: str) -> str:
        return f"not computed yet in this cycle: phase {phase} does it (press .)"

    forward = "forward"
    backward = "backward"
    update = "update"
    no_numbers_yet = "press . for the first phase, ] for an iteration, space to run"
    events: Mapping[str, str] = {
        "saturated": "saturated",
        "vanishes": "vanishing gradient",
        "equal_units": "dead symmetry",
        "overshoots": "overshoot",
        "stale": "stale",
        "plateau": "plateau",
        "reached": "target reached",
        "diverged": "diverged",
    }

    def why_start(self, *, parameters: int) -> str:
        return f"{parameters} parameters, drawn at random; no sample has entered yet"

    def why_sums(self, *, unit: int, value: str) -> str:
        return f"each unit sums its weighted inputs; unit {unit} is furthest from 0 ({value})"

    def why_outputs(self, *, unit: int, value: str) -> str:
        return f"s squeezes each sum into 0 to 1; unit {unit} is the most decided ({value})"

    def why_saturated(self, *, units: tuple[int, ...], slope: str) -> str:
        return f"{self._units(units)}: slope s(1 − s) < {slope} for this sample"

    def why_answer(self, *, output: str, answer: int | None, slope: str) -> str:
        read = "on ½ itself" if answer is None else f"read as {answer}"
        return f"the network answers {output}, {read}; the slope s(1 − s) is {slope}"

    def why_error(self, *, off: str, output: str, label: str, side: str) -> str:
        if off == "exact":
            return f"the output is the label, {label}: there is nothing to learn from this sample"
        sides = {
            "right": "on the right side of ½ already",
            "wrong": "on the wrong side of ½",
            "half": "on neither side of ½",
            "none": "which has no side of ½",
        }
        return f"the {self._off(off, output, label)}, {sides[side]}"

    def why_theta2(self, *, off: str, output: str, label: str, all: bool) -> str:
        if off == "exact":
            return f"the output is the label, {label}: every θ⁽²⁾ stays"
        way = "up" if off == "low" else "down"
        goes = f"every θ⁽²⁾ goes {way}" if all else f"θ⁽²⁾ goes {way} where x⁽³⁾ > 0"
        return f"the {self._off(off, output, label)}: {goes}"

    def why_still(self, *, off: str, output: str, label: str, parameter: str) -> str:
        return f"the {self._off(off, output, label)}, yet ∇{parameter} is 0: {parameter} stays"

    def why_theta1(
        self, *, off: str, output: str, label: str, up: tuple[int, ...], down: tuple[int, ...], zeros: tuple[int, ...]
    ) -> str:
        if off == "exact":
            return f"the output is the label, {label}: every θ⁽¹⁾ stays"
        ways = [f"{self._units(units)} {way}" for units, way in ((up, "up"), (down, "down")) if units]
        if len(ways) == 1 and len(up or down) > 1:
            ways = [f"all units {'up' if up else 'down'}"]
        still = "; weights from a 0 stay" if zeros and len(ways) == 1 else ""
        return f"the {self._off(off, output, label)}: {', '.join(ways)}{still}"

    def why_vanishes(self, *, largest: str, reason: str) -> str:
        reasons = {"output": "a flat output", "weights": "θ⁽²⁾ is almost 0", "units": "flat slopes"}
        return f"wrong, yet no entry is over {largest}: {reasons[reason]}"

    def why_equal_units(self, *, one: int, other: int) -> str:
        return f"units {one} and {other} are the same, and get the same gradient"

    def why_moves(self, *, before: str, after: str, label: str) -> str:
        return f"after the update the output is {after}, not {before}: closer to its label {label}"

    def why_answer_stays(self, *, output: str) -> str:
        return f"for this sample the output is {output} still: no digit of it has moved"

    def why_overshoots(self, *, before: str, after: str, label: str) -> str:
        return f"{before} → {after}, further from its label {label}: α is too large"

    def why_stale(self) -> str:
        return "these numbers are from before your change; . goes on with it"

    def why_reached(self, *, error: str, iteration: str) -> str:
        return f"ΣE < {error} at iteration {iteration}; space goes on"

    def why_diverged(self, *, cycle: str, cell: str) -> str:
        return f"cycle {cycle} is not finite, {cell} first; lower α"

    def why_plateau(self, *, error: str, reason: str, share: str, largest: str) -> str:
        reasons = {
            "cancel": f"the samples' gradients cancel but for {share}%",
            "small": f"no sample's gradient is over {largest}",
            "steps": "with this α the steps are too small",
        }
        return f"ΣE stays near {error}: {reasons[reason]}"

    def _off(self, off: str, output: str, label: str) -> str:
        return f"output is too {off} ({output} {'<' if off == 'low' else '>'} {label})"

    def _units(self, units: tuple[int, ...]) -> str:
        if len(units) == 1:
            return f"unit {units[0]}"
        return f"units {', '.join(map(str, units[:-1]))} and {units[-1]}"

    def before(self, *, symbol: str) -> str:
        return f"{symbol} before"

    def edited(self, *, symbol: str) -> str:
        return f"{symbol} as edited"

    def after(self, *, symbol: str) -> str:
        return f"{symbol} after"

    def chain_for(self, *, parameter: str) -> str:
        return f"the chain for {parameter}"

    def chain_waits(self, *, parameter: str, phase: str) -> str:
        return f"the chain for {parameter} begins with {phase}"

    folded = "folded"
    rest_of_the_cycle = "known so far in this cycle"
    updated = "updated"
    by_hand = "edited"
    partial_products = "partial products"

    no_iteration = "no iteration is complete yet: press ] or space"
    not_finite = "ΣE is no number any more: the parameters have run away"
    whole_run = "whole run"
    live = "live"
    loss_titles = ("Loss: E summed over the samples", "Loss ΣE", "ΣE")
    iteration = "iteration"
    edit = "edit"
    mark = "mark"
    dropped = "dropped"
    samples = "samples"
    logarithmic = "log"

    def window(self, *, first: str, last: str) -> str:
        return f"window {first}–{last}"

    def at_iteration(self, *, iteration: str) -> str:
        return f"at iteration {iteration}"

    def loss_at(self, *, iteration: str, error: str) -> tuple[str, str]:
        there = f"{self.error_of_iteration} {error}"
        return (f"iteration {iteration} · {there}", there) if error else (f"iteration {iteration}", iteration)

    def samples_right(self, *, right: int, samples: int) -> str:
        return f"Samples: {right} of {samples} right"

    error_of_iteration = "ΣE last iteration"
    error_now = "ΣE now"

    network = "Network"
    edge_kinds: Mapping[str, str] = {
        "theta": "the parameters θ",
        "gradient": "the gradient ∇θ",
        "change": "the last change Δθ",
    }
    not_computed_yet = "not computed yet"
    signs_of_edges = "solid + · dashed −"

    def network_title(self, *, edges: str, missing: bool) -> tuple[str, ...]:
        what = self.edge_kinds[edges]
        end = f"{what} · not computed yet" if missing else what
        return f"Network: {end}", end, what

    def edge_legend(self, *, largest: str) -> str:
        return f"{self.signs_of_edges} · thickest {largest}"

    def table_legend(self, *, largest: str) -> str:
        return f"one row per unit · strongest ±{largest}"

    map_title = "Decision map: x⁽⁴⁾"
    map_title_long = "Decision map: x⁽⁴⁾ over the inputs"
    this_sample = "this sample"
    label = "label t"
    unit_at_half = "unit 1 at ½"

    def slice_at(self, *, fixed: str) -> str:
        return f"slice at {fixed}"

    no_report = "no report yet: one comes every 10,000 iterations; } goes to the next"

    about: Mapping[str, str] = {
        "phase": (
            "What this phase computes, as an equation: what it is made from is tinted, the result stands out. Under it stand "
            "the derivatives that the same phase makes. On every board a bold number is not what it was at the step before. "
            "The keys . and , go through the phases, and so does a click on the line of phases above."
        ),
        "computation": (
            "The forward pass of one sample (figure 3-2): each vector is made from the one before it. The arrow that is "
            "lit is the function of this phase."
        ),
        "parameters": (
            "What is learned. Beside θ⁽¹⁾ and θ⁽²⁾ stand their gradients, folded like them, and Δ = −α∇, what the update "
            "of this cycle adds. After the update θ is the new value; the Jacobians were computed with the old one, θ − Δ. "
            "J_x⁽¹⁾(f₁) stands here because it is a part of θ⁽¹⁾ and of no gradient: the sample is not learned."
        ),
        "jacobians": (
            "The chain rule as a product of matrices, one Jacobian for each function. A dim · is zero by structure, whatever the "
            "numbers; 0.0000 is a zero that was computed. After the chain stand its partial products. Put the cursor on a "
            "number (↓, or a click) to be told where it comes from; c checks all of them, and underlines the entry that is "
            "furthest from its numerical derivative."
        ),
        "loss": (
            "ΣE, the error summed over the samples of an iteration, as training went by: every sample's E is taken before "
            "its own update. A long run is drawn as the band between the lowest and the highest value. l: ΣE logarithmic, "
            "X: the iterations logarithmic, w: a window around the cursor, i and o: closer and wider, s: one line for each "
            "sample. The faint line is a future that an edit dropped; u brings it back."
        ),
        "samples": (
            "Every sample under the parameters shown: the label t, the output x⁽⁴⁾, the error E, and whether x⁽⁴⁾ is on "
            "the right side of ½ (✓ or ✗). ▶ marks the sample of this cycle. ΣE now is the sum of this column, all samples "
            "with the same θ; the ΣE of the last iteration, at the top and on the loss chart, adds up the E that each sample had "
            "when its turn came, before θ moved on."
        ),
        "network": (
            "Figure 3-1 with the numbers of this cycle: the neurons' activations in the circles; an edge is a parameter, "
            "its sign told by the kind of line as well as by the colour."
        ),
        "map": (
            "The network's output x⁽⁴⁾ over the square of inputs, from blue (0) to orange (1); the line is the boundary "
            "x⁽⁴⁾ = ½. Learning XOR means to put the two 1s on one side and the two 0s on the other."
        ),
        "reports": "The article's report: ΣE every 10,000 iterations, the newest first.",
    }

    def convention(self, *, convention: str) -> str:
        return f"Convention: {convention}"

    def what_it_is(self, *, equation: str, meaning: str) -> str:
        return f"({equation}) {meaning}."

    def misprint(self, *, misprint: str) -> str:
        return f"The article's misprint: {misprint}."
