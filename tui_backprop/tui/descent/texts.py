"""The lines of the descent screen: a DescentSnapshot goes in, text comes out, in the words of the language spoken."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import get_args

from rich.cells import cell_len
from rich.text import Text

from tui_backprop.calculus.descent.descent import FAR, Gauge
from tui_backprop.calculus.descent.surface import SURFACES
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.descent.working import Working, article_point, step_formula, step_numbers, working
from tui_backprop.explain.typeset import count, expression, fixed, power_of_ten, significant
from tui_backprop.explain.wrap import wrap
from tui_backprop.training.descent.snapshot import DescentSnapshot, End
from tui_backprop.tui.kit.lines import spread
from tui_backprop.words import words
from tui_backprop.words.descent import DescentWords

WHOLE_WIDTH = 13
DIGITS = 9
_DOT = " · "


def wrapped(text: str, width: int) -> list[str]:
    """The text on lines of this width, measured in cells."""
    return wrap(text, max(width, 10))


# --- the lines at the top


def run_text(snapshot: DescentSnapshot, width: int) -> Text:
    """The surface, the learning rate, and what the check has found."""
    name = words().descent.surface_names[_surface(snapshot)]
    if width >= 110:
        name = f"f = {expression(snapshot.surface.text)}"
    room = max(width - 74, 12)
    shown = Text(name)
    shown.truncate(room, overflow="ellipsis")
    parts = [shown.plain, f"α {significant(snapshot.point.alpha, 6)}"]
    if (badge := check_badge(snapshot, short=width < 110)) is not None:
        parts.append(badge)
    return Text(_DOT.join(parts), style="bold")


def check_badge(snapshot: DescentSnapshot, short: bool) -> str | None:
    """What the check has found, None without one."""
    check, said = snapshot.check, words().descent
    if check is None:
        return None
    badge = said.check_badge_short if short else said.check_badge
    counts = (check.count("right"), check.count("cannot tell"), check.count("wrong"))
    return badge(verdict=check.verdict, right=counts[0], unsure=counts[1], wrong=counts[2])


def status(snapshot: DescentSnapshot, width: int) -> Text:
    """Running or paused and the speed, or how far a journey has got."""
    said = words().descent
    if snapshot.goal is not None:
        share = snapshot.reached / snapshot.goal
        bar = f"{'█' * round(8 * share):░<8}"
        return Text(said.under_way(bar=bar, share=f"{share:4.0%}"), style="bold")
    if snapshot.point.trouble:
        return Text(said.no_step, style="bold")
    steps = snapshot.steps_per_second
    speed = said.full_speed if steps == float("inf") else said.speed(steps=count(int(steps)))
    state = said.running if snapshot.running else said.paused
    return Text(f"{state}{_DOT}{speed}" if width >= 96 else state, style="bold reverse" if snapshot.running else "")


def place_line(snapshot: DescentSnapshot, width: int) -> Text:
    """k, x and f, in so many digits that the article's can be compared; J where there is room."""
    point, room = snapshot.point, max(len(count(snapshot.reached)), 3)
    x1, x2 = (fixed(value, WHOLE_WIDTH) for value in point.x.tolist())
    k, reached = (f"{count(n):>{room}}" for n in (point.k, snapshot.reached))
    left = Text(words().descent.place(k=k, reached=reached, x1=x1, x2=x2))
    right = Text(f"f {fixed(point.f, WHOLE_WIDTH)}")
    if width >= 112:
        j1, j2 = (fixed(value, WHOLE_WIDTH) for value in point.J.tolist())
        right.append(f" · J [{j1}, {j2}]")
    return spread(left, right, width)


def _surface(snapshot: DescentSnapshot) -> str:
    """The name of the surface, also where its expression was typed; "own" for one that has no name."""
    text = snapshot.surface.text
    return next((name for name, surface in SURFACES.items() if text in (name, surface.text)), "own")


def narration(snapshot: DescentSnapshot) -> str:
    """What the preset shows, or what is descended on."""
    said, recipe = words().descent, snapshot.recipe
    if recipe.preset is not None:
        return said.preset_line(name=recipe.preset.name)
    x1, x2 = (significant(value, 6) for value in recipe.start)
    # The change in force here, and the next one: at the start of the path it is the next that would surprise.
    before = [edit for edit in recipe.edits if edit.k <= snapshot.k][-1:]
    after = [edit for edit in recipe.edits if edit.k > snapshot.k][:1]
    changes = tuple((count(edit.k), significant(edit.alpha, 6)) for edit in before + after)
    return said.descent_line(surface=_surface(snapshot), x1=x1, x2=x2, changes=changes)


def trouble(snapshot: DescentSnapshot) -> str:
    """Why no step can follow, "" where one can."""
    point = snapshot.point
    if point.trouble is None:
        return ""
    return words().descent.trouble(code=point.trouble, k=point.k, far=power_of_ten(round(math.log10(FAR))))


def ending(snapshot: DescentSnapshot, end: End) -> str:
    """Why a run has stopped by itself."""
    said = words().descent
    if end == "trouble":
        return said.stopped(sentence=trouble(snapshot))
    return said.converged(k=count(snapshot.k - 1)) if end == "converged" else said.farthest(k=count(snapshot.k))


def row_note(snapshot: DescentSnapshot) -> str:
    """What the article says of this point, where it is one of the article's."""
    printed = article_point(snapshot)
    return "" if printed is None else words().descent.article_points[printed]


# --- now: the step, and what it does


def now(snapshot: DescentSnapshot, width: int) -> Text:
    """(3.5), with the numbers of this point, and why: what the step does. In trouble, why no step can follow."""
    text = Text(step_formula(), style="bold")
    text.append("   (3.5)\n", style="not bold dim")
    if snapshot.after is None:
        return text.append(f"✗ {trouble(snapshot)}")
    digits = next((d for d in range(DIGITS, 3, -1) if cell_len(step_numbers(snapshot, d)) <= width), 4)
    text.append(f"{step_numbers(snapshot, digits)}\n", style="not bold")
    return text.append(deed(snapshot), style="not bold italic")


def deed(snapshot: DescentSnapshot) -> str:
    """What the step from this point does; what the point is where no step moves x any more."""
    point, landing, said = snapshot.point, snapshot.landing, words().descent
    if point.stationary is not None:
        return said.resting(point=point.stationary)
    if snapshot.arrived is not None:
        return said.arrived(point=snapshot.arrived)
    if landing is None:
        return ""
    if snapshot.after is not None and (snapshot.after == point.x).all():
        return said.too_short
    before, after = apart(point.f, landing.value)
    return said.deed(f=landing.f, passed=landing.passed, before=before, after=after)


def apart(a: float, b: float) -> tuple[str, str]:
    """Two numbers in ten significant digits, or in as many as tell them apart."""
    pairs = ((significant(a, digits), significant(b, digits)) for digits in range(10, 18))
    return next((pair for pair in pairs if pair[0] != pair[1]), (significant(a, 10), significant(b, 10)))


def forecast(snapshot: DescentSnapshot) -> str:
    """What the gauge foretells of the step."""
    point, said = snapshot.point, words().descent
    if point.trouble is not None:
        return trouble(snapshot)
    if point.stationary is not None:
        return said.resting(point=point.stationary)
    steepest = said.steepest(parabola=point.steepest_parabola, both_ways=point.bends_both_ways)
    return f"{steepest}\n{said.promise(parabola=point.parabola)}"


@lru_cache(maxsize=64)
def longest_forecast(width: int, said: DescentWords) -> int:
    """How many lines of this width the longest forecast takes."""
    kinds = get_args(Gauge)
    first = max(len(wrapped(said.steepest(parabola=kind, both_ways=True), width)) for kind in kinds)
    second = max(len(wrapped(said.promise(parabola=kind), width)) for kind in kinds)
    return first + second


# --- where a number comes from


def explanation(found: Working, snapshot: DescentSnapshot) -> tuple[str, str]:
    """The title and the text about a number."""
    said = words().descent
    title = said.working_title(meaning=found.meaning, symbol=found.symbol, along=found.along, equation=found.equation)
    lines = [*found.lines] or [trouble(snapshot)]
    if found.misprint:
        lines.append(said.working_misprints[found.meaning])
    return title, "\n".join(lines)


WORKED_OUT = (
    *(Cell("after", 0, index) for index in (0, 1)),
    *(Cell("J", 0, index) for index in (0, 1)),
    *(Cell("H", *place) for place in ((0, 0), (0, 1), (1, 1))),
    *(Cell("eigenvalues", 0, index) for index in (1, 0)),
)
"""The numbers of a step in the order in which a reader asks for them, back from the next point."""


def all_workings(snapshot: DescentSnapshot) -> Text:
    """Where every number of the step comes from."""
    text = Text()
    for cell in WORKED_OUT:
        first, *others = explanation(working(cell, snapshot), snapshot)[1].splitlines()
        text.append(f"{first}\n", style="bold")
        text.append("".join(f"  {line}\n" for line in others))
    text.rstrip()
    return text


def pane_help(pane: str) -> Text:
    """What the pane shows, where the article is misprinted, and the presets."""
    said = words().descent
    text = Text(f"{said.pane_help[pane]}\n\n{said.misprint_help}\n")
    text.append(f"\n{said.presets_title}\n", style="bold")
    for name, shown in said.preset_names.items():
        start = len(text)
        text.append(f"{said.preset_line(name=name)}\n").stylize("bold", start, start + len(shown))
    return text
