"""Help for each pane of the descent screen, in plain words."""

from __future__ import annotations

from rich.text import Text

from tui_backprop.calculus.descent.descent import DESCENT_PRESETS

NAMES = {
    "map": "Map",
    "table": "Table",
    "step": "Step",
    "gauge": "Gauge",
    "curve": "Curve",
}

_ABOUT = {
    "map": (
        "f(x₁, x₂) seen from above. Darker is lower; every level line joins the points where f has the value that the "
        "legend gives. 1 is the start x⁽¹⁾, ● the point x⁽ᵏ⁾, the bright line the path between them, the duller one what "
        "has been reached beyond. The arrow points along −∇f, steepest down, at right angles to the level line; it is "
        "always of one length, for a step is often too short to be seen.\n\n"
        "i and o: closer and wider; shift and an arrow key: move the map; w: the whole of it. "
        "A click on the map starts the descent there, e takes a start that you type; u takes it back."
    ),
    "table": (
        "A row a point, as the article goes on in (3.3) to (3.8): k, x, the value f(x) and the gradient J(f). ▶ marks the "
        "point shown; a click on a row goes there. All digits that fit are printed: z shows more."
    ),
    "step": (
        "The step from this point, (3.5): x⁽ᵏ⁺¹⁾ = x⁽ᵏ⁾ − α J(f). Under it the Hessian H, the Jacobian of J(f): how the "
        "gradient itself changes, with its eigenvalues, the least and the greatest bend of f here. ↓ or a click puts the "
        "cursor on a number and shows where it comes from; c checks J and H numerically."
    ),
    "gauge": (
        "Why it can go wrong, measured. On a parabola with the bend λ a step multiplies the distance to the bottom by "
        "1 − αλ: under 1 the steps stop short of the bottom, from 1 on they jump over it, from 2 on they land no nearer "
        "than before. λ_max, the greatest eigenvalue of the Hessian, is the steepest bend of f here, so α·λ_max over 2 is "
        "a learning rate too large for this place. = and − change α from the next step on, a takes one that you type."
    ),
    "curve": (
        "f at every point reached; the upright is the point shown, a dashed one a change of α. l: a logarithmic axis. "
        "A curve that falls and flattens has arrived, one that goes up and down jumps over the bottom."
    ),
}  # fmt: skip

_MISPRINT = (
    "\n\nThe article's third point. In (3.7) the article prints J = [−1.995136 −1.995136] at (1.04, 1.04). By its own (3.2) "
    "an entry is 2 · 1.04 · (1.04² − 3) = −3.990272: the factor 2 is missing. So its third point (1.05995136, 1.05995136) "
    "and its f = 4.5212639385 (3.8) differ from the ones here, (1.07990272, 1.07990272) and 4.3628595391.\n"
)


def pane_help(pane: str) -> Text:
    """What the pane shows, where the article is misprinted, and the presets."""
    text = Text(_ABOUT[pane] + _MISPRINT)
    text.append("\nPresets (t)\n", style="bold")
    for preset in DESCENT_PRESETS:
        text.append(f"{preset.name}: ", style="bold").append(f"{preset.sentence}.\n")
    return text
