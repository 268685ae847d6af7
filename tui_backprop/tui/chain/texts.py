"""Where we are on the screen of the chain rule: a ChainSnapshot goes in, text comes out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from tui_backprop.explain.chain.notation import named, space
from tui_backprop.explain.explanation import Explanation
from tui_backprop.explain.typeset import expression, indexed, number, short
from tui_backprop.tui.kit.lines import spread
from tui_backprop.words import sentence, words

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot


def functions_text(snapshot: ChainSnapshot) -> Text:
    """The preset, and the spaces that f and g lead through."""
    said, preset = words().chain, snapshot.study.preset
    name = said.preset_names[preset] if preset else said.own_functions
    spaces = [space(size) for size in (snapshot.f.inputs, snapshot.f.outputs, snapshot.g.outputs)]
    return Text(f"{name} · " + " → ".join(spaces), style="bold")


def point_line(snapshot: ChainSnapshot, width: int, arrows: bool = True) -> Text:
    """The point and its step, with the `arrows` where it is they that do it; at the other end what confirms the product.

    That is said in the longest words that fit.
    """
    study = snapshot.study
    left = Text(f"x = ({', '.join(map(number, study.x))}) · {'← → ' if arrows else ''}")
    left.append(f"{indexed('x', study.coordinate)} ± {short(study.step)}", style="bold")
    texts = (Text(text, style="bold") for text in badges(snapshot))
    return next(
        (spread(left, text, width) for text in texts if left.cell_len + text.cell_len < width),
        spread(left, Text(), width),
    )


def badges(snapshot: ChainSnapshot) -> Sequence[str]:
    """Whether the product is the derivative of g∘f, the longest wording first."""
    point = snapshot.point
    worst = f"{point.worst_difference:.1e}"
    return words().chain.verdict(verdict=point.verdict, doubt=point.doubt, of=named(point.doubtful), worst=worst)


def worth_seeing(snapshot: ChainSnapshot, width: int) -> str:
    """What is worth seeing with these functions; where they are from, if that fits too."""
    say = words().chain
    if snapshot.point.lacks_factors:
        return say.factors_needed
    if snapshot.study.preset not in say.presets:
        return say.own_functions_hint
    title, seen = (expression(text) for text in say.presets[snapshot.study.preset])
    whole = say.preset_seen(title=title, seen=seen)
    return whole if cell_len(whole) <= width else seen


def convention(flipped: bool, room: int) -> Text:
    """Whether the matrices are J or Jᵀ and why there are both, in the words that fit."""
    texts = words().app.convention(transposed=not flipped)
    return Text(next((text for text in texts if cell_len(text) <= room), texts[-1]))


def tip(explanation: Explanation) -> str:
    """Where a number comes from, in one line."""
    value = words().app.no_value if math.isnan(explanation.result) else number(explanation.result).strip()
    return f"{explanation.symbol} = {value}: {sentence(explanation.why)}"
