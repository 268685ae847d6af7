"""Lesson 4, the chain as a product of matrices. English."""

from __future__ import annotations

from tui_backprop.words.lessons.product import ProductWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishProduct(ProductWords):
    """The chain as a product (2.3)-(2.5)."""

    title = "The chain as a product"

    def shapes(self, *, f: str, g: str, right: str, other: str, another: str) -> StepText:
        return StepText(
            say=f"x goes through f to y, and y through g to z (2.3). Here Jᵀ(f) is {f} and Jᵀ(g) is {g} "
            "(rows × columns). By (2.4) the derivative of the whole is their product.",
            ask="What is the shape of the product?",
            choices=(right, other, another),
            reasons=(
                "The number in the middle is summed over and disappears.",
                "The rows come from the left matrix, the columns from the right one.",
            ),
            hint="One row for each input x, one column for each output z.",
            after="y lies in between: it is summed over, and it is not seen from outside.",
        )

    def sources(self, *, symbol: str) -> StepText:
        return StepText(
            say="After the equals sign stands the product Jᵀ(g∘f).",
            ask=f"Point at {symbol} in the product.",
            hint="It is in the first row and the first column of Jᵀ_x(g∘f).",
            after="A row of Jᵀ(f) and a column of Jᵀ(g) have lit up: this number is made from them.",
        )

    def sum(self, *, row: str, column: str, symbol: str) -> StepText:
        return StepText(
            say=f"The row is ({row}) and the column is ({column}). Each y contributes one product: how fast it follows x₁, "
            "times how fast z₁ follows it.",
            ask=f"What is {symbol}, the sum of the products?",
            hint="Multiply first with first, second with second, third with third, and add. "
            "You may type the calculation itself.",
            after="A sum over all the ways from x₁ to z₁: each way multiplies, the ways add up.",
        )

    def zeros(self, *, g: str) -> StepText:
        return StepText(
            say=f"The second column of the product is zero, though neither factor has a zero in it. "
            f"The second output is z₂ = {g}.",
            ask="Why is that so?",
            choices=(
                "With y = f(x) put in, z₂ is the same for every x",
                "x does not reach z₂",
                "The numbers happen to be zero at this point",
            ),
            reasons=(
                "It does: the column of Jᵀ(g) for z₂ has numbers in it. But their effects cancel.",
                "Move x with the arrow keys: the column stays zero.",
            ),
            hint="Put the formulas of y₁, y₂ and y₃ into z₂ and multiply out.",
            after="The ways from x to z₂ cancel. Matrix multiplication takes care of it.",
        )

    def confirmed(self, *, key: str, x: str) -> StepText:
        return StepText(
            say="Beside the product stand two matrices made without it: one from the formula of g∘f, "
            "one from nothing but values of g∘f.",
            do=f"Press {key} until x₁ is {x} or more, and watch whether all three stay equal.",
            after="They do, wherever x goes. That is what (2.4) says.",
        )

    def order(self, *, key: str) -> StepText:
        return StepText(
            say="With Jᵀ the factors stand in the order in which x travels: first f, then g.",
            do=f"Press {key} to see J in the place of Jᵀ.",
            ask="In which order do the factors stand now?",
            choices=("J(g)·J(f)", "J(f)·J(g)", "In either order"),
            reasons=(
                "Look at the shapes: the columns of J(f) do not fit the rows of J(g).",
                "Matrices do not commute, and here the shapes do not even allow it.",
            ),
            hint="Transposing a product turns the order of its factors around.",
            after="In the part on networks the article uses J, so there the last layer stands on the left.",
        )

    def polar(self, *, f: str, g: str, key: str, x: str, symbol: str) -> StepText:
        return StepText(
            say=f"Another pair: f = ({f}) turns a radius x₁ and an angle x₂ into a point, "
            f"and z₁ = {g} is the radius again.",
            do=f"Press {key} until x₁ is {x} or more.",
            ask=f"What does {symbol} stay at all the time?",
            hint="z₁ is x₁ again. If x₁ grows, how fast does z₁ grow?",
            after="Going there and back is the identity, and the derivative of the identity is one.",
        )

    def layers(self, *, g: str) -> StepText:
        return StepText(
            say=f"Now f and g are the first two layers of a network: g adds a constant to its outputs, z₁ = {g}. "
            "A dim dot marks a zero that is zero whatever the numbers are.",
            ask="Point at such a zero in the product.",
            hint="The constant z₁ depends on nothing: look at its column in Jᵀ_x(g∘f).",
            after="No way leads from x to a constant. We shall meet this column again in (3.22).",
        )

    def misprint(self, *, right: str, printed: str, other: str) -> StepText:
        return StepText(
            say=f"In the last row of Jᵀ(g) in (2.5) the article prints {printed}, but for the last entry. Yet Jᵀ(g) has one "
            "row for each y, and there are n of them.",
            ask="What should the denominators of the whole row be?",
            choices=(right, printed, other),
            reasons=(
                "x is no input of g. It only comes in through f.",
                "z is what comes out of g.",
            ),
            hint="With respect to which variables is g differentiated?",
            after=f"{right} throughout the row. With m in its place the shapes would not even fit.",
        )
