"""Help for each pane in plain words; what a quantity is and where it is misprinted comes from words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.explain.network.notation import JACOBIAN, SYMBOLS
from tui_backprop.words import words

_QUANTITIES = {
    "phase": (),
    "computation": ("x1", "x2", "x3", "x4", "tx1", "x5"),
    "parameters": ("theta1", "theta1_gradient", "theta1_change", "theta2", "theta2_change", "jacobian_f1_x1"),
    "jacobians": (
        *("jacobian_f4_x4", "jacobian_f3_x3", "jacobian_f2_x2", "jacobian_f1_theta1", "theta1_gradient_row"),
        *("jacobian_f3_theta2", "theta2_gradient", "product_f3", "product_f2"),
    ),
    "loss": ("x5",),
    "samples": ("x1", "tx1", "x4", "x5"),
    "network": ("theta1", "theta2", "x3", "x4"),
    "map": ("x4",),
    "reports": ("x5",),
}


def pane_help(pane: str) -> Text:
    """What the pane shows, each of its quantities with its equation, and where the article is misprinted."""
    said = words().network_screen
    text = Text(said.about[pane] + "\n")
    if quantities := _quantities(_QUANTITIES[pane]):
        text.append("\n").append_text(quantities)
    text.append(f"\n{said.convention(convention=words().network.convention(jacobian=JACOBIAN))}", style="italic")
    return text


def _quantities(codes: Sequence[str]) -> Text:
    said, text = words().network_screen, Text()
    for code in codes:
        text.append(f"{SYMBOLS[code]} ", style="bold")
        meaning = words().network.meaning(quantity=code)
        text.append(f"{said.what_it_is(equation=QUANTITIES[code].equation, meaning=meaning)}\n")
        misprint = words().network.misprints.get(code)
        if misprint is not None:
            text.append(f"   {said.misprint(misprint=misprint)}\n", style="dim")
    return text
