"""Help for each pane in plain words; what a quantity is and where it is misprinted comes from words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.explain.network.notation import JACOBIAN, SYMBOLS
from tui_backprop.words import words

_ABOUT = {
    "computation": (
        "The forward pass of one sample (figure 3-2): each vector is made from the one before it. The arrow that is lit is "
        "the function of this phase; a — has not been computed yet in this cycle.",
        ("x1", "x2", "x3", "x4", "tx1", "x5"),
    ),
    "parameters": (
        "What is learned. Beside θ⁽¹⁾ and θ⁽²⁾ stand their gradients, folded like them, and Δ = −α∇, what the update of "
        "this cycle adds. After the update θ is the new value; the Jacobians were computed with the old one, θ − Δ. J_x⁽¹⁾(f₁) "
        "stands here because it is a part of θ⁽¹⁾ and of no gradient: the sample is not learned.",
        ("theta1", "theta1_gradient", "theta1_change", "theta2", "theta2_change", "jacobian_f1_x1"),
    ),
    "jacobians": (
        "The chain rule as a product of matrices, one Jacobian a function. A dim · is zero by structure, whatever the "
        "numbers; 0.0000 is a zero that was computed. After the chain stand its "
        "partial products. Put the cursor on a number (↓, or a click) to be told where it comes from; c checks all of them, "
        "and underlines the entry that is furthest from its numerical derivative.",
        (
            "jacobian_f4_x4", "jacobian_f3_x3", "jacobian_f2_x2", "jacobian_f1_theta1", "theta1_gradient_row",
            "jacobian_f3_theta2", "theta2_gradient", "product_f3", "product_f2",
        ),
    ),
    "loss": (
        "ΣE, the error summed over the samples of an iteration, as training went by: every sample's E is taken before its "
        "own update. A long run is drawn as the band between the lowest and the highest value. l: logarithmic, w: a window "
        "around the cursor, i and o: closer and wider, s: a line a sample. The faint line is a future that an edit dropped; "
        "u brings it back.",
        ("x5",),
    ),
    "samples": (
        "Every sample under the parameters shown: the label t, the output x⁽⁴⁾, the error E, and whether x⁽⁴⁾ is on the "
        "right side of ½ (✓ or ✗). ▶ marks the sample of this cycle.",
        ("x1", "tx1", "x4", "x5"),
    ),
    "network": (
        "Figure 3-1 with the numbers of this cycle: the neurons' activations in the circles; an edge is a parameter, its "
        "sign told by the kind of line as well as by the colour.",
        ("theta1", "theta2", "x3", "x4"),
    ),
    "map": (
        "The network's output x⁽⁴⁾ over the square of inputs, from blue (0) to orange (1); the line is the boundary "
        "x⁽⁴⁾ = ½. Learning XOR means to put the two 1s on one side and the two 0s on the other.",
        ("x4",),
    ),
    "reports": (
        "The article's report: ΣE every 10,000 iterations, the newest first.",
        ("x5",),
    ),
}  # fmt: skip


def pane_help(pane: str) -> Text:
    """What the pane shows, each of its quantities with its equation, and where the article is misprinted."""
    about, codes = _ABOUT[pane]
    text = Text(about + "\n\n")
    text.append_text(_quantities(codes))
    text.append(f"\nConvention: {words().network.convention(jacobian=JACOBIAN)}", style="italic")
    return text


def _quantities(codes: Sequence[str]) -> Text:
    text = Text()
    for code in codes:
        text.append(f"{SYMBOLS[code]} ", style="bold")
        text.append(f"({QUANTITIES[code].equation}) {words().network.quantities[code]}.\n")
        misprint = words().network.misprints.get(code)
        if misprint is not None:
            text.append(f"   The article's misprint: {misprint}.\n", style="dim")
    return text
