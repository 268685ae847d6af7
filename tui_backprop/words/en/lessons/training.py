"""Lesson 9, training, the decision map, several starts. English."""

from __future__ import annotations

from tui_backprop.words.en.network_screen import EnglishNetworkScreen
from tui_backprop.words.lessons.step_text import StepText
from tui_backprop.words.lessons.training import TrainingWords

NOW = EnglishNetworkScreen.error_now


class EnglishTraining(TrainingWords):
    """Training, the decision map, several starts (section 3.4)."""

    title = "Training, several starts"

    def iteration(self, *, key: str) -> StepText:
        return StepText(
            say="Training repeats the cycle: forward, backward, update, next sample. When all samples of table 3-1 have "
            "had their turn, one iteration is over. To save time, α is larger than in the last lesson.",
            do=f"Press {key} once: one iteration.",
            ask="How many cycles are there in one iteration?",
            hint="One cycle for each row of table 3-1.",
            after="One for each sample. ΣE, the errors of all samples added up, is what should go down.",
        )

    def report(self, *, key: str, iterations: str, before: str) -> StepText:
        return StepText(
            say=f"After the first iteration “{NOW}” under the samples is {before}. The article's program "
            f"reports every {iterations} iterations.",
            do=f"Press {key} once: {iterations} iterations.",
            ask=f"How far has “{NOW}” fallen (two digits)?",
            hint="It is the last line of the table of samples: type it as it stands there.",
            after="All of this has really been computed, and each of these cycles can be visited.",
        )

    def right(self, *, half: str, samples: str) -> StepText:
        return StepText(
            say=f"An output over {half} counts as the answer one, an output under it as zero.",
            ask=f"How many of the {samples} samples are answered correctly now?",
            hint="The table of samples has a tick for each right answer.",
            after="The network has learned XOR from its errors alone.",
        )

    def map(self, *, key: str, pane: str) -> StepText:
        return StepText(
            say="What does the network answer between the samples? The map shows its output at every point of the square.",
            do=f"Press {key} until the pane “{pane}” is in front.",
            ask="What separates the two colours?",
            choices=(
                "The points where the output is exactly one half",
                "The points where E is largest",
                "The samples of the two labels, each with its neighbours",
            ),
            reasons=(
                "E needs a label, and between the samples there are no labels.",
                "The network knows nothing of nearest neighbours: it has only its parameters.",
            ),
            hint="On one side the output is over one half, on the other under it.",
            after="There the answer tips over. No straight line could do it: that is why there are hidden units.",
        )

    def stuck(self, *, hidden: str, key: str, iterations: str, wrong: str) -> StepText:
        return StepText(
            say=f"Now a smaller network, with {hidden} hidden units, and other parameters to start from.",
            do=f"Press {key} once: {iterations} iterations.",
            ask=f"“{NOW}” stays at {wrong}, and one answer stays wrong. Why does it learn no more?",
            choices=(
                "The gradients of the samples cancel each other: a flat place, though not the lowest one",
                "It was stopped too early",
                "α is zero",
            ),
            reasons=(
                "Press the key again: ΣE hardly moves any more.",
                "Then nothing would have changed from the start on.",
            ),
            hint="Think of the saddle in the lesson on descent.",
            after="Where descent ends depends on where it starts.",
        )

    def another_start(self, *, key: str, seed: str) -> StepText:
        return StepText(
            say="The article's last advice: if it does not converge, try other random parameters. The seed decides which random "
            f"numbers are drawn; here it is {seed}.",
            do=f"Press {key} once: a new start with the next seed.",
            after="Everything else is the same: task, units, α.",
        )

    def again(self, *, key: str, samples: str) -> StepText:
        return StepText(
            say="The same training from this other start.",
            do=f"Press {key} once.",
            ask=f"How many of the {samples} samples are right this time?",
            hint="Count the ticks in the table of samples.",
            after="Same network, same rule, another start: now it has learned.",
        )

    def several(self, *, key: str, pane: str, few: str, starts: str, solved: str, more: str, all: str) -> StepText:
        return StepText(
            say="Luck can be counted. This screen trains a network from many starts: here from "
            f"{starts} for {few} hidden units, and from {starts} for {more}.",
            do=f"Press {key}, and see how many learn XOR in the pane “{pane}”.",
            ask=f"With {few} units {solved} of {starts} have learned it. What makes success more likely?",
            choices=(
                f"Several starts, or more hidden units: with {more} units {all} of {starts} have learned it",
                "Always the same start, but longer",
                "Fewer hidden units",
            ),
            reasons=(
                "The stuck start would stay stuck: what one sample moves, another moves back.",
                "One hidden unit is one straight line, and XOR needs more than that.",
            ),
            hint="What differed between the start that got stuck and the other one?",
            after="From the limit of a quotient to a network that learns: that is the whole way.",
        )
