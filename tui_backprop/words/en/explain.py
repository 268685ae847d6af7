"""What is said where a cycle is worked out. English."""

from __future__ import annotations

from tui_backprop.words.explain import ExplainWords


class EnglishExplain(ExplainWords):
    """What is said where a cycle is worked out."""

    about = "Work one whole cycle out: forward, every Jacobian, both products, the update."
    epilog = """\
numpy and torch print a script that recomputes the cycle from its parameters and asserts that every array agrees;
torch leaves the derivatives to autograd. json has every digit.
"""
    group = "what is worked out"
    option_go_to = "the cycle (default 1)"
    option_what = "only these quantities, such as jacobian_f1_theta1,theta1_gradient (default all)"

    def option_phase(self, *, phases: str) -> str:
        return f"as far as this phase: {phases} (default the last)"

    def progress(self, *, done: str, goal: str) -> str:
        return f"cycle {done} of {goal}"

    def title(self, *, cycle: str) -> str:
        return f"Cycle {cycle} worked out"

    def place(self, *, iteration: str, sample: int, samples: int) -> str:
        return f"Iteration {iteration}, sample {sample} of {samples}."

    def run(self, *, task: str, sizes: str, seed: int, alpha: str) -> str:
        return f"{task}, a {sizes} network, seed {seed}, learning rate α = {alpha}."

    def edited(self, *, cycle: str) -> str:
        return (
            f"After cycle {cycle} the run was changed by hand; it counts from the next cycle on, not in these numbers."
        )

    def given(self) -> str:
        return "Given: the sample, its label, the parameters"

    def forward(self, *, symbol: str) -> str:
        return f"Forward: {symbol}"

    def backward(self, *, symbol: str) -> str:
        return f"Backward: {symbol}"

    def update(self) -> str:
        return "The update"

    def zeros(self, *, zeros: int, entries: int) -> str:
        return f"{zeros} of the {entries} entries {'are' if zeros > 1 else 'is'} zero by structure."

    def vanishing(self, *, vanishing: int, terms: int) -> str:
        vanish = "vanish" if vanishing > 1 else "vanishes"
        return f"Each entry is a sum of {terms} products, of which {vanishing} {vanish} by structure."

    def rounding(self) -> str:
        return "Rounding errors grow with the numbers: what is compared may differ by so much more."

    def agreement(self, *, arrays: int) -> str:
        return "1 array agrees." if arrays == 1 else f"{arrays} arrays agree."

    def no_cycle(self) -> str:
        return "nothing has been computed at cycle 0; the first cycle is 1"

    def no_quantity(self, *, name: str, names: str) -> str:
        return f"there is no quantity {name!r}; there are {names}"

    def no_phase(self, *, text: str, phases: str) -> str:
        return f"there is no phase {text!r}; the phases are {phases}"

    def no_moment(self) -> str:
        return "name an iteration or a cycle, such as at(iteration=100)"

    def before_the_start(self, *, cycle: int) -> str:
        return f"there is no cycle {cycle}; a run starts at cycle 0"

    def data_and_task(self, *, task: str | None) -> str:
        return f"data is a task itself; leave out task={task!r}, or change to it with edited(cycle, 'task', {task!r})"

    def not_yet(self, *, name: str, phase: str, needed: str) -> str:
        return f"{name} is computed in the phase {needed}, after {phase}; go as far as {needed}, or name no phase"
