"""Lesson 8, back-propagation. English."""

from __future__ import annotations

from tui_backprop.words.lessons.backward import BackwardWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishBackward(BackwardWords):
    """Back-propagation: the two products, the fold, the update (section 3.4)."""

    title = "Back-propagation"

    def short_chain(self, *, key: str, off: str, slope: str) -> StepText:
        return StepText(
            say="Forward propagation is over, and all Jacobians are there. For θ⁽²⁾ the chain is short: "
            "J_x⁽⁴⁾(f₄)·J_θ⁽²⁾(f₃).",
            do=f"Press {key} once to multiply them.",
            ask="What is the first entry of the product, the one for the bias?",
            hint=f"Compute {off}·{slope}: the one entry of J_x⁽⁴⁾(f₄) times the first entry of J_θ⁽²⁾(f₃).",
            after="This is ∇θ⁽²⁾: how E changes with each entry of θ⁽²⁾.",
        )

    def sign(self, *, output: str, label: str) -> StepText:
        return StepText(
            say=f"All entries of ∇θ⁽²⁾ are negative here. The output is {output}, the label {label}.",
            ask="What will the update do to the entries of θ⁽²⁾?",
            choices=("Raise them all", "Lower them all", "Leave them as they are"),
            reasons=(
                "Descent goes against the gradient: it subtracts a negative number.",
                "Only a gradient of zero leaves a parameter as it is.",
            ),
            hint="θ − α·∇θ, with a negative ∇θ.",
            after="The output is too low, and larger θ⁽²⁾ raise it: that makes sense.",
        )

    def long_chain(self, *, key: str, right: str, other: str, another: str, shapes: str) -> StepText:
        return StepText(
            say="For θ⁽¹⁾ the chain has four factors: J_x⁽⁴⁾(f₄)·J_x⁽³⁾(f₃)·J_x⁽²⁾(f₂)·J_θ⁽¹⁾(f₁). "
            f"Their shapes are {shapes}.",
            do=f"Press {key} once to multiply them.",
            ask="What is the shape of the product?",
            choices=(right, other, another),
            reasons=(
                "That is the shape of θ⁽¹⁾. The product comes out as one row and is folded later.",
                "That is what the first three factors give. The last factor is still missing.",
            ),
            hint="The rows of the first factor, the columns of the last one.",
            after="One number E, and one entry for each number in θ⁽¹⁾.",
        )

    def partial(self, *, symbol: str) -> StepText:
        return StepText(
            say="Multiplied from the left, the chain has results on the way, and each has a meaning. "
            "The product of the first two factors says how E answers to each entry of x⁽³⁾.",
            ask=f"Point at {symbol}.",
            hint="Look in J_x⁽³⁾(f₄∘f₃), the product of the first two factors, under the whole product. Its "
            "first column is that of the constant.",
            after="An error at the output is shared out among the hidden units, by their weights.",
        )

    def through_sigmoid(self, *, before: str, slope: str, symbol: str) -> StepText:
        return StepText(
            say=f"The third factor leads back through Sigmoid. ∂E/∂x⁽³⁾₁ = {before}, and "
            f"the slope of this unit is {slope}.",
            ask=f"What is {symbol}?",
            hint=f"Compute {before}·{slope}.",
            after="The entry of the constant is gone: a constant does not depend on x⁽²⁾.",
        )

    def fold(self, *, symbol: str, columns: str) -> StepText:
        return StepText(
            say=f"The whole product is a row. Folded row by row, {columns} entries at "
            "a time, it has the shape of θ⁽¹⁾.",
            ask=f"Point at {symbol} in the row, before it is folded.",
            hint=f"The first {columns} entries belong to the first row of θ⁽¹⁾; take the next one.",
            after="Folding moves numbers and changes none.",
        )

    def no_input(self, *, x1: str) -> StepText:
        return StepText(
            say=f"In ∇θ⁽¹⁾ the whole middle column is zero. The sample has x⁽¹⁾₁ = {x1}.",
            ask="Why do those weights get no gradient?",
            choices=(
                "They are multiplied by an input that is zero",
                "They are right already",
                "Their Sigmoid is saturated",
            ),
            reasons=(
                "No weight knows whether it is right; the other samples will change them.",
                "Then the other weights of the same unit would get none either.",
            ),
            hint="Look at their columns in J_θ⁽¹⁾(f₁).",
            after="From this sample nothing can be learned about them.",
        )

    def update(self, *, key: str, alpha: str, gradient: str, symbol: str) -> StepText:
        return StepText(
            say=f"Now one step of descent: subtract α·∇θ from each θ. α = {alpha}, and "
            f"the gradient for {symbol} is {gradient}.",
            do=f"Press {key} once to update.",
            ask=f"By how much has {symbol} changed?",
            hint=f"Compute −{alpha}·({gradient}). Mind the sign.",
            after="That is the entry of Δθ⁽²⁾. Every parameter has made a step of its own.",
        )

    def effect(self, *, before: str, after: str) -> StepText:
        return StepText(
            say="Has it helped? Let the same sample go through the network again, with the new parameters.",
            ask=f"E was {before}. Which one is it now?",
            choices=(after, before, "Zero"),
            reasons=(
                "All parameters have moved a little in the direction in which E falls.",
                "One small step cannot bring E down to zero.",
            ),
            hint="The step went in the direction in which E falls, but it was short.",
            after="A tiny improvement for one sample. Training is many thousands of these.",
        )

    def twice(self) -> StepText:
        return StepText(
            say="The listing at the end of section 3.4 calls back_propagate() and then update_parameter(), which calls "
            "back_propagate() itself.",
            ask="What does the first of these calls change?",
            choices=(
                "Nothing: it only computes gradients that nobody uses",
                "The gradient counts twice",
                "The parameters are updated twice",
            ),
            reasons=(
                "It returns the gradients and keeps none: nothing is there to be added to.",
                "Only update_parameter() writes to theta1 and theta2.",
            ),
            hint="Does back_propagate() assign to anything of the network?",
            after="Once is enough; the call before it only costs time.",
        )
