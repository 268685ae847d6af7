"""Lesson 6, the network forward. English."""

from __future__ import annotations

from tui_backprop.words.lessons.forward import ForwardWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishForward(ForwardWords):
    """Forward propagation (3.9)-(3.12), figures 3-1 and 3-2."""

    title = "The network, forward"

    def figure(self, *, key: str, pane: str, rows: str, columns: str, outputs: str, inputs: str) -> StepText:
        return StepText(
            say=f"A network is a chain of vector functions. Its numbers to be learned are θ⁽¹⁾ with {rows} rows and {columns} "
            f"columns, and θ⁽²⁾ with {outputs} row and {inputs} columns.",
            do=f"Press {key} until the pane “{pane}” is in front: figure 3-1, one line for each such number.",
            ask="How many numbers are to be learned?",
            hint=f"Compute {rows}·{columns} + {outputs}·{inputs}.",
            after="These are the parameters. Training means: changing them.",
        )

    def sums(self, *, key: str, bias: str, weight: str, other: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"It is the turn of the sample x⁽¹⁾ = ({x1}, {x2}). The first layer f₁ puts a dummy node in front of it, "
            f"which is a constant, and takes linear combinations (3.9). The first row of θ⁽¹⁾ is ({bias}, {weight}, {other}).",
            do=f"Press {key} once to compute f₁.",
            ask="What is x⁽²⁾₁?",
            hint=f"The bias {bias}, plus {weight}·{x1}, plus {other}·{x2}.",
            after="Each hidden unit has its row of θ⁽¹⁾: a bias and one weight for each input.",
        )

    def dummy(self, *, right: str, wrong: str) -> StepText:
        return StepText(
            say="The bias is a weight too: that of the dummy node x₀, which is the same for every sample. "
            f"After (3.17) the article says that x₀ is {wrong}.",
            ask="What must x₀ be?",
            choices=(right, wrong, "x⁽¹⁾₁"),
            reasons=(
                "Then every bias would be multiplied by nothing but zero, as if there were none.",
                "The bias must not depend on the sample.",
            ),
            hint="θ₁,₀·x₀ should be the bias itself.",
            after=f"x₀ = {right}, as (3.9) itself has it. The sentence after (3.17) is a misprint.",
        )

    def activations(self, *, key: str) -> StepText:
        return StepText(
            say="The second layer f₂ sends every sum through Sigmoid and puts a constant on "
            "top again (3.10). It has no parameters.",
            do=f"Press {key} once to compute f₂.",
            ask="Point at the constant in x⁽³⁾.",
            hint="The constant is the first entry of x⁽³⁾.",
            after="It will carry the bias of the next layer.",
        )

    def sigmoid(self, *, sum: str, right: str, mirrored: str) -> StepText:
        return StepText(
            say="Sigmoid squeezes every number into the range between zero and one: large ones close to one, very negative "
            "ones close to zero, and zero exactly into the middle.",
            ask=f"The sum x⁽²⁾₁ is {sum}. Which number is Sigmoid of it?",
            choices=(right, mirrored, sum),
            reasons=(
                "That is below the middle, and so it belongs to a negative sum.",
                "Sigmoid always changes a number so that it lies between zero and one.",
            ),
            hint="The sum is positive.",
            after="The same happens to every hidden unit.",
        )

    def output(self, *, key: str, row: str, column: str, result: str) -> StepText:
        return StepText(
            say="The third layer f₃ takes one more linear combination and one more Sigmoid. (3.11) prints θ⁽²⁾ "
            f"transposed there, although θ⁽²⁾ is {row} already and x⁽³⁾ is {column}.",
            do=f"Press {key} once to compute f₃.",
            ask="Which product is meant?",
            choices=("θ⁽²⁾ x⁽³⁾", "(θ⁽²⁾)ᵀ x⁽³⁾", "x⁽³⁾ θ⁽²⁾"),
            reasons=(
                "A column times a column does not exist.",
                "A column times a row is a whole matrix; the output is one number.",
            ),
            hint=f"The result must be {result}.",
            after="A row times a column is a number. (3.23) has it right.",
        )

    def error(self, *, key: str, output: str, label: str, half: str) -> StepText:
        return StepText(
            say=f"x⁽⁴⁾ = {output} is the network's answer, a probability. The true label is t = {label}. "
            f"The last layer f₄ turns the difference into an error (3.12): {half} times the square of x⁽⁴⁾ − t.",
            do=f"Press {key} once to compute f₄.",
            ask="What is E?",
            hint=f"Compute {half}·({output} − {label})·({output} − {label}).",
            after="E is what descent will make smaller. For a prediction alone, stop at x⁽⁴⁾.",
        )

    def codomain(self, *, error: str, zero: str, one: str) -> StepText:
        return StepText(
            say=f"(3.12) prints f₄: ℝ → {{{one}, {zero}}}, as if these were its only values. E was {error}.",
            ask="Which set should stand behind the arrow?",
            choices=("The real numbers ℝ", f"{{{one}, {zero}}}", "The whole numbers"),
            reasons=(
                "Those are the values of the label t. E is neither of the two.",
                "E is not a whole number.",
            ),
            hint="Which of these sets contains the E that you have computed?",
            after="It is t that has only these two values.",
        )

    def influence(self, *, pane: str) -> StepText:
        return StepText(
            say="Figure 3-2 shows which number influences which; it is the line of arrows in the pane "
            f"“{pane}”, where θ⁽¹⁾ comes in at f₁ and θ⁽²⁾ at f₃. Follow the arrows to E.",
            ask="Through which numbers does θ⁽¹⁾ influence E?",
            choices=("x⁽²⁾, x⁽³⁾ and x⁽⁴⁾", "x⁽⁴⁾ only", "x⁽¹⁾, x⁽²⁾, x⁽³⁾ and x⁽⁴⁾"),
            reasons=(
                "That is the way of θ⁽²⁾. θ⁽¹⁾ enters earlier.",
                "x⁽¹⁾ is given. It does not depend on θ⁽¹⁾.",
            ),
            hint="Count on from the arrow of f₁ until you come to E.",
            after="The chain rule will walk the same way backwards, one Jacobian for each arrow.",
        )

    def next_sample(self, *, key: str, samples: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"Table 3-1 has {samples} samples. One cycle takes one of them; then comes the next.",
            do=f"Press {key} once: a whole cycle.",
            ask=f"Now x⁽¹⁾ = ({x1}, {x2}). What is its label t?",
            hint="The label says whether exactly one of the two inputs is on.",
            after="The four layers in turn are forward propagation. Back-propagation and update, the rest of the cycle, "
            "come later.",
        )
