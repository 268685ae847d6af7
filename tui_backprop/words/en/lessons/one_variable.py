"""Lesson 2, the chain rule for one variable. English."""

from __future__ import annotations

from tui_backprop.words.lessons.one_variable import OneVariableWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishOneVariable(OneVariableWords):
    """The chain rule for one variable and its proof in numbers (1.2)-(1.5)."""

    title = "Chain rule for one variable"

    def path(self, *, f: str, g: str, key: str, x: str) -> StepText:
        return StepText(
            say=f"Two functions in a row: y₁ = f(x₁) = {f}, and then z₁ = g(y₁) = {g}. A "
            "change of x₁ travels through y₁ to z₁.",
            do=f"Press {key} once: x₁ becomes {x}. Watch y₁ and z₁ move.",
            ask="What is y₁ now?",
            hint=f"Put x₁ = {x} into {f}.",
            after="x₁ moved y₁, and y₁ moved z₁: a chain of two links.",
        )

    def inner(self) -> StepText:
        return StepText(
            say="x₁ is back where it was. Each link has a derivative; the first one says how fast y₁ follows x₁: f′(x₁). "
            "The screen puts it in brackets and calls them Jᵀ(f); the next lesson says why, and here they hold one number.",
            ask="Point at f′(x₁).",
            hint="Look in the matrix whose name has f alone in its parentheses.",
            after="Of the number under the cursor the screen shows the formula, with the numbers put in.",
        )

    def where(self, *, g: str, x: str, y: str, at_y: str, at_x: str, value: str) -> StepText:
        return StepText(
            say=f"The second link is g′ for g = {g}. Here x₁ = {x} and y₁ = {y}. g never sees x₁: it is given y₁.",
            ask="Which number is the derivative of the second link?",
            choices=(f"{at_y}, g′ at y₁", f"{at_x}, g′ at x₁", f"{value}, g at y₁"),
            reasons=(
                "g is applied to y₁, so its derivative has to be taken at y₁ as well.",
                "That is the value z₁ itself, not how fast it changes.",
            ),
            hint="In (1.2) it says g′(y), with y = f(x).",
            after="The outer derivative is taken where the inner function has arrived.",
        )

    def product(self, *, x: str, inner: str, outer: str) -> StepText:
        return StepText(
            say=f"At x₁ = {x} the two links have f′(x₁) = {inner} and g′(y₁) = {outer}. By (1.2) they are multiplied.",
            ask="What is (g∘f)′(x₁)?",
            hint=f"Compute {inner} · {outer}. You may type the calculation itself.",
            after="If y₁ moves so many times as fast as x₁, and z₁ so many times as fast as y₁, the factors multiply.",
        )

    def rest(self, *, x: str, there: str, h: str, moved: str, straight: str) -> StepText:
        return StepText(
            say=f"Why is that so? Near x₁ = {x}, replace f by its tangent (1.3). For h = {h} the tangent gives "
            f"{straight}, and f itself is {moved} at {there}.",
            ask="How large is the remainder, the part that the tangent misses?",
            hint=f"Compute {moved} − {straight}.",
            after="(1.3) calls this remainder o(x′ − x).",
        )

    def vanishing(self, *, h: str, ratio: str, smaller: str, next_ratio: str) -> StepText:
        return StepText(
            say=f"Divide the remainder by h. For h = {h} this is {ratio}, and for h = {smaller} it is {next_ratio}.",
            ask="Where does it go when h goes to zero?",
            choices=("To zero", "To f′(x₁)", "It stays as it is"),
            reasons=(
                "The derivative is in the tangent already. The remainder contains nothing of it.",
                "The second number is smaller than the first.",
            ),
            hint="Compare the two numbers.",
            after="That is what o(h) means: it goes to zero faster than h does.",
        )

    def bound(self, *, h: str, good: str, slope: str, half: str) -> StepText:
        return StepText(
            say=f"(1.4) needs a constant C with |f(x′) − f(x)| ≤ C·|x′ − x| near x. Let |x′ − x| be at most {h}; "
            f"f′ is {slope} at this point.",
            ask="Which C is large enough for all these x′?",
            choices=(good, slope, half),
            reasons=(
                "A little to the right f is steeper than at x itself, so f changes by more than that.",
                "Not even the tangent is so flat.",
            ),
            hint=f"The steepest chord is the one to the right end. Its slope is the quotient for h = {h}.",
            after="So y′ − y is small wherever x′ − x is: what is o(y′ − y) is o(x′ − x) as well.",
        )

    def leftovers(self, *, h: str, from_f: str, from_g: str, total: str) -> StepText:
        return StepText(
            say=f"In (1.5) two remainders are left. For h = {h}, g′(y₁) times the remainder of f is {from_f}, "
            f"and the remainder of g is {from_g}; together {total}.",
            ask="Both are divided by h, and h goes to zero. What is left besides g′(y)·f′(x)?",
            choices=("Nothing", "g′(y)", f"{total}"),
            reasons=(
                "g′(y) is only a fixed factor of f's remainder. A fixed number times something that goes to zero goes to zero.",
                "That is the sum for one h. It shrinks with h.",
            ),
            hint="The remainder of f is o(h). And by (1.4) the remainder of g is o(h) too.",
            after="So g′(y)·f′(x) is the derivative of g∘f. That is the whole proof.",
        )

    def check(self, *, key: str, pane: str, product: str) -> StepText:
        return StepText(
            say="Now without any theorem: the quotients of g∘f itself. The cursor stands on its derivative.",
            do=f"Press {key} until the pane “{pane}” is in front, and look where its quotients go.",
            after=f"They go to {product}: the product of the two links.",
        )
