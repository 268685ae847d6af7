"""Lesson 5, gradient descent on a surface. English."""

from __future__ import annotations

from tui_backprop.words.lessons.descent import DescentLessonWords
from tui_backprop.words.lessons.step_text import StepText


class EnglishDescentLesson(DescentLessonWords):
    """Descent (3.1)-(3.8), the misprint, α too large, a bad start."""

    title = "Gradient descent"

    def value(self, *, f: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"We look for a point where f = {f} is small, and begin at ({x1}, {x2}), as the article does.",
            ask="What is f there?",
            hint=f"Put x₁ = {x1} and x₂ = {x2} into the formula.",
            after="This is (3.3).",
        )

    def gradient(self, *, formula: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"In which direction does f fall? J(f) tells how f answers to each input (3.2): ∂f/∂x₁ = {formula}.",
            ask=f"What is ∂f/∂x₁ at ({x1}, {x2})?",
            hint="Work out the parentheses first. Mind the sign.",
            after="Negative: f falls when x₁ rises. The other entry is the same here.",
        )

    def rule(self, *, x: str, alpha: str, slope: str) -> StepText:
        return StepText(
            say=f"A step goes against the gradient (3.5): subtract α·∂f/∂x₁ from x₁. Now x₁ = {x}, α = {alpha} "
            f"and ∂f/∂x₁ = {slope}.",
            ask="Where will x₁ be after the step?",
            hint=f"Compute {x} − {alpha}·({slope}).",
            after="Minus times minus: x₁ rises, and so f falls.",
        )

    def step(self, *, key: str, before: str, after: str) -> StepText:
        return StepText(
            say="Let the program take that step.",
            do=f"Press {key} once.",
            after=f"x₁ is where you said, and f has fallen from {before} to {after}, as in (3.6).",
        )

    def misprint(self, *, printed: str, x: str, formula: str) -> StepText:
        return StepText(
            say=f"Now (3.7): for the second step the article prints {printed} for both entries of J, at x₁ = x₂ = {x}. "
            f"Don't believe it. Work out {formula} yourself.",
            ask="What is ∂f/∂x₁ here?",
            hint=f"The table has this number too, in the row of this point. You may type a calculation with {x} in it.",
            after=f"So {printed} is a misprint. You have found it.",
        )

    def cause(self, *, printed: str, right: str, ratio: str) -> StepText:
        return StepText(
            say=f"The article has {printed} where {right} should be.",
            ask="What went wrong?",
            choices=(
                f"The factor {ratio} of (3.2) is missing",
                "The sign is wrong",
                "J was taken at the point before",
            ),
            reasons=(
                "Both numbers are negative: the sign is right.",
                "At the point before J is another number: look one row up.",
            ),
            hint="Divide the number that should be there by the printed one.",
            after="A square has been differentiated and its exponent forgotten.",
        )

    def third(self, *, key: str, right: str, printed: str, before: str, printed_x: str) -> StepText:
        return StepText(
            say=f"A misprint travels on: with it the article comes to x₁ = {printed_x}, and prints f at that point in (3.8).",
            do=f"Press {key} once more.",
            ask="What is f after the correct second step?",
            choices=(right, printed, before),
            reasons=(
                "That is f after the step with the missing factor: it is too short.",
                "That is f before this step.",
            ),
            hint="Read f(x) in the row of this point.",
            after="The right step is twice as long, and f falls by about twice as much.",
        )

    def arrive(self, *, key: str, k: str, x1: str, x2: str) -> StepText:
        return StepText(
            say="Repeating this is gradient descent. The steps become shorter by themselves, because |J| gets smaller.",
            do=f"Press {key} once: on to point {k}.",
            ask="What is f now (three digits)?",
            hint="A square is never negative. So how small can f be?",
            after=f"x has come to ({x1}, {x2}), where the square in f is zero.",
        )

    def gauge(self, *, key: str, alpha: str, curvature: str, limit: str) -> StepText:
        return StepText(
            say=f"How large may α be? On a parabola of the curvature λ, steps with α·λ over {limit} jump further away "
            f"each time. A larger α has brought x close to a lowest point, and the largest curvature there is λ = {curvature}.",
            do=f"Press {key} once: α becomes {alpha}.",
            ask="What is α·λ now?",
            hint=f"Compute {alpha} · {curvature}.",
            after=f"That is over the limit {limit}, as the gauge shows too.",
        )

    def too_large(self, *, key: str, x1: str, x2: str, alpha: str, gauge: str, lowest: str) -> StepText:
        return StepText(
            say=f"With α = {alpha}, α·λ at the lowest points is {gauge}: only a little over the limit. From ({x1}, {x2}) "
            f"again: what does it do? The lowest value of f is {lowest}.",
            do=f"Press {key} a few times, to make some tens of steps.",
            ask="What does x do?",
            choices=(
                "It jumps to and fro over the lowest points and does not come to rest",
                "It arrives, only faster than before",
                "It does not move",
            ),
            reasons=(
                "Look at the column of f: it goes up and down and stays above the lowest value.",
                "Every row of the table has another x.",
            ),
            hint="Compare the last rows of the table with each other.",
            after="The steps are longer than the valley is wide. A smaller α helps.",
        )

    def saddle(self, *, key: str, x1: str, x2: str, f: str, lowest: str) -> StepText:
        return StepText(
            say=f"α as in the beginning, but another starting point: ({x1}, {x2}).",
            do=f"Press {key} a few times, and see where f comes to rest.",
            ask=f"It stays where f is {f}, though f can be {lowest}. Why?",
            choices=(
                "It goes to a point where J is zero: no step leads away",
                "α is too small to arrive",
                "It is the lowest point on that side",
            ),
            reasons=(
                "The steps are not only short: they go to zero. With a larger α it only comes to rest sooner.",
                "It is not: beside this path f falls away to both sides. It is a saddle.",
            ),
            hint="Look at the two entries of J in the last row.",
            after="A bad start can end in a saddle. A start a hair's breadth beside it gets away: try several.",
        )
