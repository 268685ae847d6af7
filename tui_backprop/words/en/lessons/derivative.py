"""Lesson 1, the derivative as a limit. English."""

from __future__ import annotations

from tui_backprop.words.lessons.derivative import DerivativeWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishDerivative(DerivativeWords):
    """The derivative as a limit (1.1)."""

    title = "The derivative as a limit"

    def table(self, *, f: str, x: str, key: str, pane: str) -> StepText:
        return StepText(
            say=f"How fast does f(x₁) = {f} change at x₁ = {x}? Make x₁ larger by a small h, see by how much f changes, "
            "and divide that change by h. This is the quotient in (1.1).",
            do=f"Press {key} until the pane “{pane}” is in front. It has one row for each h.",
            after="Each row has an h, the quotient for it, and how far it is from the derivative.",
        )

    def quotient(self, *, h: str, x: str, there: str, low: str, high: str) -> StepText:
        return StepText(
            say=f"Start with the largest step, h = {h}. x₁ goes from {x} to {there}, and f goes from {low} to {high}.",
            ask="What is the quotient for this h?",
            hint=f"The change of f is {high} − {low}. Divide it by {h}.",
            after="A quotient for a large h is only an average over the whole step.",
        )

    def limit(self, *, exact: str, first: str, value: str) -> StepText:
        return StepText(
            say="Now look down the two columns of the quotients. h gets smaller from row to row, and the quotients settle.",
            ask="Which number do they approach?",
            choices=(exact, first, value),
            reasons=(
                f"{first} is the quotient of the largest h. The rows below it leave it behind.",
                f"{value} is f itself at this point, not how fast f changes.",
            ),
            hint="More and more leading digits agree. Read those digits in the middle of the table.",
            after=f"The limit is {exact}, and the limit is called the derivative f′(x₁).",
        )

    def another_point(self, *, key: str, x: str, slope: str) -> StepText:
        return StepText(
            say="A derivative belongs to a point. At another point the same function has another one.",
            do=f"Press {key} once. x₁ becomes {x}, and the table is recalculated.",
            ask=f"What is f′ at x₁ = {x}?",
            hint=f"The rule from school gives {slope}. The table approaches the same number.",
            after="The point has moved, and the derivative with it.",
        )

    def both_sides(self, *, f: str, x: str, h: str, there: str, above: str) -> StepText:
        return StepText(
            say=f"In (1.1) h may be negative too: then x₁ + h lies on the left of x₁. x₁ is back at {x}. There a step to the "
            f"right, h = {h.removeprefix('−')}, has the quotient {above}; now take one of the same length to the left.",
            ask=f"What is the quotient for h = {h}?",
            hint=f"Work out f({there}) − f({x}) for f = {f}, and divide it by {h}. "
            "You may type the calculation itself.",
            after="From the right the quotients come down to the limit, from the left they come up to it: one number.",
        )

    def kink(self, *, f: str, right: str, left: str) -> StepText:
        return StepText(
            say=f"f(x₁) = {f} is the distance of x₁ from zero. At the corner every quotient with h on the right is "
            f"{right}, and every one with h on the left is {left}.",
            ask="Does f have a derivative there?",
            choices=(
                "No: the two sides have different limits",
                f"Yes, it is {right}",
                "Yes, halfway between the two",
            ),
            reasons=(
                "That is the limit from the right only. (1.1) asks for one limit, whichever side h comes from.",
                "No quotient ever comes near that number. A limit is not an average of the two sides.",
            ),
            hint="One limit must serve both sides.",
            after="No common limit, no derivative. The program shows no number there either.",
        )

    def order(
        self, *, key: str, pane: str, table: str, h: str, error: str, smaller: str, times: str, more: str
    ) -> StepText:
        return StepText(
            say=f"How fast do the quotients approach the derivative? At h = {h} the error is {error}, "
            f"at h = {smaller} it is smaller.",
            do=f"Press {key} until the pane “{pane}” is in front. It shows the error of each row.",
            ask="With h a tenth as long, the error becomes …",
            choices=(f"{times} times smaller", f"{more} times smaller", "no smaller"),
            reasons=(
                "That would be two more digits each time. Compare two neighbouring dots of the chart.",
                "The dots of the chart fall as h falls, until rounding stops them.",
            ),
            hint=f"The pane “{table}” has both errors as numbers: divide that of h = {h} by that of h = {smaller}.",
            after="The error of the quotient is o(h)/h, and here it is of the size of h itself.",
        )

    def rounding(self, *, h: str, x: str, quotient: str, exact: str, digits: str) -> StepText:
        return StepText(
            say=f"The last row is a surprise: at h = {h} the quotient from the right is "
            f"{quotient}, though f′ at x₁ = {x} is {exact}.",
            ask="Why?",
            choices=(
                "x₁ + h is rounded to x₁, so that f does not change at all",
                "The limit is wrong",
                "f has no derivative there",
            ),
            reasons=(
                "The limit is a matter of mathematics, and the rows above agree on it. The computer is at fault here.",
                "The rows in the middle agree on many digits. f has a derivative; its quotient cannot be computed so.",
            ),
            hint=f"A computer keeps about {digits} digits of a number.",
            after="With so small an h the change of f drowns in rounding.",
        )

    def best(self, *, best: str, large: str, small: str) -> StepText:
        return StepText(
            say="A large h is inexact because it is not a limit yet, a tiny h because of rounding.",
            ask="Which h has the smallest error?",
            choices=(best, large, small),
            reasons=(
                "There the quotient is far from its limit: rows further down are better.",
                "There almost nothing but rounding is left: rows further up are better.",
            ),
            hint="Look for the smallest number in the column of errors.",
            after="On paper h goes to zero. On a computer we stop halfway, or differentiate "
            "by rules, as we do from now on.",
        )
