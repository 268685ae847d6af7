"""Lesson 7, a matrix as a row, and every Jacobian of the layers. English."""

from __future__ import annotations

from tui_backprop.words.lessons.layers import LayersWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishLayers(LayersWords):
    """A matrix as a row, and every Jacobian of the layers (3.13)-(3.27)."""

    title = "Jacobians of the layers"

    def row(self, *, rows: str, columns: str) -> StepText:
        return StepText(
            say=f"θ⁽¹⁾ is a matrix, and a Jacobian needs a vector. So the article writes a matrix as one row: its first row, "
            f"then its second one, and so on. Take a matrix with {rows} rows and {columns} columns, as in (3.13).",
            ask="Counting from one, at which place of (3.14) is the first entry of the second row?",
            hint=f"The first row takes {columns} places.",
            after="Nothing is lost: the row can be folded into the matrix again.",
        )

    def place(self, *, symbol: str, columns: str, full_rows: str, column: str) -> StepText:
        return StepText(
            say=f"θ⁽¹⁾ has {columns} columns, for the bias and the inputs; the second index counts from zero.",
            ask=f"Counting from one, at which place of the whole row is {symbol}?",
            hint=f"{full_rows} full rows of {columns} lie before it, and in its own row it is number {column}.",
            after="The columns of J_θ⁽¹⁾(f₁) stand in this order.",
        )

    def zeros(self, *, rows: str, columns: str, share: str, count: str) -> StepText:
        return StepText(
            say="J_θ⁽¹⁾(f₁) has one row for each sum x⁽²⁾ and one column for each entry of θ⁽¹⁾: "
            f"{rows} rows, {columns} columns (3.19). Most entries are dim dots: {share} of {count}. A dot "
            "is zero whatever the numbers are.",
            ask="Why are they zero?",
            choices=(
                "A sum contains only its own row of θ⁽¹⁾",
                "The sample has a zero in it",
                "The parameters are small",
            ),
            reasons=(
                "That makes zeros too, but only for this sample; those are printed as numbers.",
                "The parameters do not stand in this matrix at all.",
            ),
            hint="Does θ⁽¹⁾₂,₀ occur in the formula of x⁽²⁾₁?",
            after="Only the blocks on the diagonal have numbers.",
        )

    def blocks(self, *, printed: str, listing: str) -> StepText:
        return StepText(
            say=f"(3.19) prints {printed} of these blocks, and the article's listing makes {listing}.",
            ask="How many must there be?",
            hint="One block for each hidden unit. Count the rows of the matrix.",
            after="Two misprints on one page, and neither agrees with the shape given "
            "in the listing's own first lines.",
        )

    def block(self, *, right: str, printed: str, other: str) -> StepText:
        return StepText(
            say=f"(3.20) writes the matrix as blocks {printed} on the diagonal. Compare "
            "this with a block on the screen.",
            ask="What is in one block?",
            choices=(right, printed, other),
            reasons=(
                "Then the column of the bias would be missing.",
                "A sum is linear in θ⁽¹⁾, so its derivative with respect to θ⁽¹⁾ has no θ⁽¹⁾ in it.",
            ),
            hint="Differentiate θ₁,₀ + θ₁,₁·x₁ + θ₁,₂·x₂ with respect to its own three parameters.",
            after="The derivative with respect to a weight is the number by which the weight is multiplied.",
        )

    def own_bias(self, *, symbol: str) -> StepText:
        return StepText(
            say="You know by now to what each row and each column of J_θ⁽¹⁾(f₁) belongs.",
            ask=f"Point at {symbol}.",
            hint="The row is that of the sum. The column is found as before: the full rows "
            "of θ⁽¹⁾ before it, then its own place.",
            after="A sum grows exactly as fast as its own bias.",
        )

    def inputs(self) -> StepText:
        return StepText(
            say="f₁ also has a derivative with respect to its input: J_x⁽¹⁾(f₁), whose transpose is (3.18). "
            "It is θ⁽¹⁾ without its first column.",
            ask="Why without the first column?",
            choices=(
                "The bias is multiplied by a constant, not by an input",
                "The bias is always zero",
                "To make the matrix square",
            ),
            reasons=(
                "Look at θ⁽¹⁾: its first column has numbers like the others.",
                "Count its rows and columns: it is not square.",
            ),
            hint="How does a sum change when x⁽¹⁾₁ changes?",
            after="Weights say how a unit answers to its inputs; the bias does not answer at all.",
        )

    def slope(self, *, formula: str, value: str) -> StepText:
        return StepText(
            say=f"The first row of J_x⁽²⁾(f₂) is zero, for the constant. The rows under it are a diagonal matrix of the slopes "
            f"of Sigmoid (3.22). With s for the value of Sigmoid, the slope is {formula}.",
            ask=f"x⁽³⁾₁ = {value}. What is the slope there?",
            hint=f"The value times the difference between one and it. You may type a calculation with {value}.",
            after="Nothing new has to be computed: forward propagation left the value there.",
        )

    def steepest(self, *, formula: str, quarter: str, half: str, one: str, times: str) -> StepText:
        return StepText(
            say=f"The value s of Sigmoid lies between zero and one, and its slope is {formula}.",
            ask="How large can this slope be at most?",
            choices=(
                f"{quarter}, where the value is {half}",
                f"{one}, where the value is {one}",
                f"{half}, where the value is {half}",
            ),
            reasons=(
                "There the second factor is zero: a unit so sure of itself hardly learns.",
                "Half of a half is less than a half.",
            ),
            hint="Two numbers with the sum one: when is their product largest?",
            after=f"Every Sigmoid on the way divides a derivative by at least {times}.",
        )

    def weights(self, *, symbol: str, printed: str, places: str) -> StepText:
        return StepText(
            say="f₃ has two Jacobians: for x⁽³⁾ it is θ⁽²⁾ times the slope at the output (3.24), for θ⁽²⁾ it is x⁽³⁾ times "
            f"that slope (3.25). In (3.25) the article prints {printed} in {places} places.",
            ask=f"Point at {symbol}.",
            hint="Look in J_θ⁽²⁾(f₃), whose columns belong to the entries of θ⁽²⁾, the bias first.",
            after="Each weight has its own x⁽³⁾: the entries differ, as you see, so (3.25) is misprinted.",
        )

    def last(self, *, output: str, label: str) -> StepText:
        return StepText(
            say="The last layer is the simplest (3.27): the derivative of E with respect to x⁽⁴⁾. "
            f"Here x⁽⁴⁾ = {output} and t = {label}.",
            ask="What is J_x⁽⁴⁾(f₄)?",
            hint="Compute x⁽⁴⁾ − t. Mind the sign.",
            after="Negative: E falls when the output rises. All Jacobians are there now.",
        )
