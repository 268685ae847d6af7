"""Lesson 3, vector functions and their Jacobians. English."""

from __future__ import annotations

from tui_backprop.words.lessons.jacobian import JacobianWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishJacobian(JacobianWords):
    """Vector functions and Jᵀ (2.1), (2.2), example 2.2."""

    title = "Vector functions and Jᵀ"

    def vector(self, *, inputs: str, outputs: str, first: str, second: str, formula: str) -> StepText:
        return StepText(
            say=f"This is the article's example 2.2: f takes a vector of {inputs} numbers to a vector of {outputs}. "
            f"Now x₁ = {first} and x₂ = {second}. The second output is y₂ = {formula}.",
            ask="What is y₂?",
            hint=f"Put the two numbers into {formula}.",
            after="A vector function is several functions of the same inputs, written below each other.",
        )

    def coordinate(self, *, choose: str, move: str, x: str, all: str) -> StepText:
        return StepText(
            say="Each input can be moved alone. Keep an eye on the vector y.",
            do=f"Press {choose} to choose x₂, then {move} until x₂ is {x} or more.",
            ask="Which outputs have changed?",
            choices=(f"All {all}", "Only y₂", "Only y₃"),
            reasons=(
                "x₂ stands in the formulas of the other outputs too.",
                "x₂ stands in the formulas of the other outputs too.",
            ),
            hint="Compare the formulas at the top: in which of them is there an x₂?",
            after="One input may move every output. So one number alone cannot be the derivative here.",
        )

    def count(self, *, inputs: str, outputs: str) -> StepText:
        return StepText(
            say=f"Each of the {inputs} inputs moves each of the {outputs} outputs at a rate of its own, ∂yⱼ/∂xᵢ.",
            ask="How many such rates does f have?",
            hint=f"Compute {inputs} · {outputs}.",
            after="They are arranged in a matrix, the Jacobian.",
        )

    def entry(self, *, symbol: str) -> StepText:
        return StepText(
            say="The article writes this matrix as Jᵀ(f) (2.1): one row for each input, one column for each output.",
            ask=f"Point at {symbol}.",
            hint="It is in Jᵀ_x(f): the index of x is the row, the index of y is the column.",
            after=f"{symbol} says one thing: how fast y₃ changes with x₁.",
        )

    def value(self, *, symbol: str, output: str, formula: str, first: str, second: str) -> StepText:
        return StepText(
            say=f"For {symbol} one input moves and the other stands still, as if it were "
            f"a constant. {output} = {formula}.",
            ask=f"What is {symbol} at ({first}, {second})?",
            hint=f"Differentiate {formula} with respect to x₂, then put the number in. Mind the sign.",
            after="Negative: y₂ falls when x₂ rises.",
        )

    def row(self) -> StepText:
        return StepText(
            say="Look at Jᵀ(f) as a whole, and compare it with (2.1).",
            ask="What stands in one row of Jᵀ(f)?",
            choices=(
                "How every output answers to one input",
                "How one output answers to every input",
                "The values of the outputs",
            ),
            reasons=(
                "That is a column of Jᵀ, which is a row of J.",
                "The values are the vector y. The matrix has rates of change.",
            ),
            hint="In the first row of (2.1) every denominator has an x₁.",
            after="Row i of Jᵀ belongs to xᵢ, column j to yⱼ.",
        )

    def symbols(self, *, key: str, pane: str, symbol: str, right: str, other: str, another: str) -> StepText:
        return StepText(
            say="The numbers belong to one point. The formulas behind them belong to all points.",
            do=f"Press {key} to see the pane “{pane}”.",
            ask=f"Which formula is {symbol}?",
            choices=(right, other, another),
            reasons=(
                "That entry stands elsewhere. First find the row of x₂, then the column of y₂.",
                "That entry stands elsewhere. First find the row of x₂, then the column of y₂.",
            ),
            hint="The second row, the second column.",
            after="The formulas are found once; the numbers come from putting x in.",
        )

    def flip(self, *, key: str) -> StepText:
        return StepText(
            say="The small ᵀ says “transposed”: rows and columns are swapped. The article writes "
            "Jᵀ here, and J in the part on networks, except in (3.18).",
            do=f"Press {key} to see J instead of Jᵀ.",
            ask="How many rows does J(f) have?",
            hint="In J there is one row for each output.",
            after="The same numbers, mirrored on the diagonal. J has one row for each "
            "output and one column for each input.",
        )

    def misprint(self, *, printed: str, right: str, other: str) -> StepText:
        return StepText(
            say=f"In (2.2) the article prints {printed} as the first entry of the second row of Jᵀ(g). "
            "The second row of Jᵀ(g) belongs to y₂, for the y are the inputs of g.",
            ask="What should it say?",
            choices=(right, printed, other),
            reasons=(
                "z₁ is an output of g. Nothing is differentiated with respect to it.",
                "That is the entry on the other side of the diagonal: first row, second column.",
            ),
            hint="Row y₂, column z₁.",
            after=f"It is {right}. Knowing the rule, you can mend the print.",
        )
