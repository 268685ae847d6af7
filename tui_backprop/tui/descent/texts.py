"""What the descent screen says in words and in numbers. Pure: a DescentSnapshot goes in, text comes out."""

from __future__ import annotations

import math
import textwrap
from typing import Literal

from rich.text import Text

from tui_backprop.calculus.descent.descent import GAUGE_LIMIT, DescentPoint
from tui_backprop.calculus.descent.surface import SURFACES
from tui_backprop.explain.typeset import count, expression, fixed, short
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.kit.lines import spread

GaugeState = Literal["none", "flat", "steady", "jumping", "over"]

WHOLE_WIDTH = 13
DOWNWARDS = 1e-3
_DOT = " · "
_ARTICLE_NOTES = {
    1: "(3.3) f = 5, (3.4) J = [−4 −4]: as the article prints them.",
    2: "(3.5), (3.6) as printed. J here is −3.990272; (3.7) prints −1.995136: its factor 2 is missing.",
    3: "The article prints x = 1.05995136 (3.7) and f = 4.5212639385 (3.8): a factor 2 is missing in its J at k = 2.",
}


def wrapped(text: str, width: int) -> list[str]:
    """The text on lines of this width."""
    return textwrap.wrap(text, max(width, 10))


# --- the lines at the top


def run_text(snapshot: DescentSnapshot, width: int) -> Text:
    """The surface, the learning rate, and what the check has found."""
    name = snapshot.recipe.f
    if width >= 110:
        name = f"f = {expression(snapshot.surface.text)}"
    elif name not in SURFACES:
        name = "your own f"
    room = max(width - 74, 12)
    parts = [name if len(name) <= room else name[: room - 1] + "…", f"α {short(snapshot.point.alpha)}"]
    if snapshot.check is not None:
        badge = snapshot.check.badge
        short_badge = badge.split(" entries")[0]
        parts.append(badge if width >= 150 else short_badge if width >= 100 else short_badge.replace("J and H ", ""))
    return Text(_DOT.join(parts), style="bold")


def status(snapshot: DescentSnapshot, width: int) -> Text:
    """Running or paused and the pace, or how far a journey has got."""
    if snapshot.goal is not None:
        share = snapshot.reached / snapshot.goal
        return Text(f"▶ {'█' * round(8 * share):░<8} {share:4.0%} esc stops", style="bold")
    pace = f" · {snapshot.pace}" if width >= 100 else ""
    if snapshot.point.trouble:
        return Text("✗ no step can follow", style="bold")
    return Text(f"▶ running{pace}", style="bold reverse") if snapshot.running else Text(f"‖ paused{pace}")


def place_line(snapshot: DescentSnapshot, width: int) -> Text:
    """k, x and f, in so many digits that the article's can be compared; J where there is room."""
    point, room = snapshot.point, max(len(count(snapshot.reached)), 3)
    x1, x2 = (fixed(value, WHOLE_WIDTH) for value in point.x.tolist())
    left = Text(f"k {count(point.k):>{room}} of {count(snapshot.reached):>{room}} · x ({x1}, {x2})")
    right = Text(f"f {fixed(point.f, WHOLE_WIDTH)}")
    if width >= 112:
        j1, j2 = (fixed(value, WHOLE_WIDTH) for value in point.J.tolist())
        right.append(f" · J [{j1}, {j2}]")
    return spread(left, right, width)


def narration(snapshot: DescentSnapshot) -> str:
    """Why no step can follow; else what the preset shows, or what is descended on."""
    if snapshot.point.trouble:
        return f"No step can follow: {snapshot.point.trouble}."
    preset = snapshot.recipe.preset
    if preset is not None:
        return f"{preset.name}: {preset.sentence}."
    changes = len(snapshot.recipe.edits)
    changed = f", α changed {changes} {'time' if changes == 1 else 'times'}" if changes else ""
    x1, x2 = snapshot.recipe.start
    title = snapshot.surface.title
    return f"{title[0].upper()}{title[1:]}, from ({short(x1)}, {short(x2)}){changed}."


def row_note(snapshot: DescentSnapshot) -> str:
    """What the article says of this point, where it is one of the article's."""
    preset = snapshot.recipe.preset
    return _ARTICLE_NOTES.get(snapshot.k, "") if preset is not None and preset.name == "article" else ""


# --- the gauge


def gauge_state(point: DescentPoint) -> GaugeState:
    """On which side of 1 and of its limit the gauge stands."""
    gauge = point.gauge
    if not math.isfinite(gauge):
        return "none"
    if gauge <= 0:
        return "flat"
    return "steady" if gauge <= 1 else "jumping" if gauge < GAUGE_LIMIT - 1e-9 else "over"


def gauge_sentence(point: DescentPoint) -> str:
    """What the gauge and the eigenvalues mean for the step to come."""
    if point.trouble:
        return "No step can follow this point."
    lowest = float(point.eigenvalues[0])
    if not point.J.any():
        where = "a saddle or a top" if lowest < 0 else "a lowest point" if lowest > 0 else "a flat place"
        return f"J(f) is 0 here, so no step moves x any more: {where}."
    sentences = {
        "none": "The Hessian has no finite value here, so there is no gauge.",
        "flat": "f bends upwards in no direction here (λ_max ≤ 0): nothing limits the step.",
        "steady": "Steady: along the steepest bend the step stops short of the bottom.",
        "jumping": "Over 1: along the steepest bend each step jumps over the bottom, but lands nearer to it.",
        "over": "At or over the limit: each step jumps over the bottom and lands no nearer; x oscillates or runs away.",
    }
    bends_down = lowest < -DOWNWARDS * point.lambda_max < 0
    saddle = " λ_min < 0: in the other direction f bends down, as at a saddle." if bends_down else ""
    return sentences[gauge_state(point)] + saddle
