"""Where we are, in words: the two lines at the top. Pure: a Snapshot goes in, text comes out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from tui_backprop.calculus.network.own_data import OWN
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.typeset import brief, count, number, short
from tui_backprop.training.network.notice import Diverged
from tui_backprop.training.network.snapshot import Progress, Snapshot
from tui_backprop.tui.kit.lines import spread
from tui_backprop.words import words

_DOT = " · "
_BAR = 10


def run_text(snapshot: Snapshot, room: int, badges: Sequence[str] = ()) -> Text:
    """Task, sizes, seed, learning rate, the target, and the longest of the badges, as far as there is room for them.

    A badge, which says what the check found, comes before the seed and the sizes; its last wording, a sign alone, only
    where there is no room for any other.
    """
    said = words().network_screen
    name = snapshot.task.upper() if snapshot.task != OWN else snapshot.data
    task = f"{name} {snapshot.inputs}-{snapshot.hidden}-1"
    seed, alpha = said.seed(seed=snapshot.seed), _alpha(snapshot)
    choices = ([task, seed, alpha], [task, alpha], [name, alpha], [alpha])
    with_badge = [parts + badge for parts in choices if (badge := _fitting(parts, badges[:-1], room))]
    with_badge += [[f"{alpha} {sign}"] for sign in badges[-1:] if cell_len(f"{alpha} {sign}") <= room]
    fitting = [parts for parts in choices if cell_len(_DOT.join(parts)) <= room]
    parts = (with_badge or fitting or [[alpha]])[0]
    if snapshot.until_error is not None:
        parts += _fitting(parts, [said.until(error=short(snapshot.until_error))], room)
    return Text(_DOT.join(parts), style="bold")


def _alpha(snapshot: Snapshot) -> str:
    return f"α {short(snapshot.learning_rate)}"


def _fitting(parts: Sequence[str], choices: Sequence[str], room: int) -> list[str]:
    taken = cell_len(_DOT.join(parts)) + len(_DOT)
    return [text for text in choices if taken + cell_len(text) <= room][:1]


def status(snapshot: Snapshot, width: int, taken: int) -> Text:
    """Running or paused, at which pace; at full speed the speed measured; how far a journey has got.

    `taken` of the width of the line is not to be had, nor is what α needs.
    """
    said = words().network_screen
    if snapshot.progress is not None:
        room = width - taken - cell_len(_alpha(snapshot)) - 1
        return Text(
            _journey(snapshot.progress, snapshot.samples, room if width >= 110 else min(room, 30)), style="bold"
        )
    if snapshot.pace.full:
        measured = f"{per_second(snapshot.cycles_per_second / snapshot.samples):>6}" if snapshot.running else ""
        pace = said.full_speed(speed=measured)
    else:
        pace = said.pace(speed=count(int(snapshot.pace.speed)), unit=snapshot.pace.unit)
    if not snapshot.running and snapshot.stopped is not None:
        reason = said.diverged if isinstance(snapshot.stopped, Diverged) else said.reached
        return Text(f"‖ {reason}{_DOT}{pace}" if width >= 110 else f"‖ {reason}", style="bold")
    if not snapshot.running:
        return Text(f"‖ {said.paused}{_DOT}{pace}" if width >= 110 else f"‖ {pace}")
    return Text(f"▶ {pace}", style="bold reverse")


def _journey(way: Progress, samples: int, room: int) -> str:
    """How far a journey has got, and how to end it; first of all that, then a bar, then where it leads."""
    said = words().network_screen
    share = (way.cycle - way.start) / ((way.goal - way.start) or 1)
    least = f"{share:4.0%} {said.esc_stops}"
    bar = f"{'█' * round(_BAR * share):░<{_BAR}} {least}"
    if not way.searching:
        goals = [said.to_cycle(cycle=count(way.goal))]
    else:
        goals = [said.searching_to(iteration=count(way.goal // samples)), said.searching]
    choices = [f"▶ {part}" for part in (*(f"{goal} {bar}" for goal in goals), bar, least)]
    return next((choice for choice in choices if cell_len(choice) <= room), choices[-1])


def per_second(speed: float) -> str:
    """A speed in at most six characters: 950, 12.3k, 17.9M."""
    for limit, divisor, suffix in ((999.5, 1, ""), (999_500, 1e3, "k"), (float("inf"), 1e6, "M")):
        if speed < limit:
            digits = 1 if suffix else 0
            return f"{speed / divisor:.{digits}f}{suffix}"
    return ""


def place_line(snapshot: Snapshot, width: int) -> Text:
    """Iteration, sample and cycle on the left; E of the sample and of the last whole iteration on the right.

    Counts are padded so that nothing moves while they grow, up to where a longer number needs the room.
    """
    room = max(len(count(snapshot.furthest)), 9)
    left = words().network_screen.place(
        iteration=f"{count(snapshot.iteration):>{room}}",
        sample=f"{snapshot.sample or '–'}/{snapshot.samples}{_sample(snapshot, width)}",
        cycle=f"{count(snapshot.cycle):>{room}}",
        furthest=f"{count(snapshot.furthest):>{room}}" if width >= 118 else "",
    )
    right = Text(f"E {_or_dash(snapshot.error)}")
    if width >= 100:
        names = (words().network_screen.error_of_iteration, "ΣE")
        # The samples' table shows another sum, that of one moment: the name says which one this is.
        name = next((name for name in names if cell_len(f"{left} {right}{_DOT}{name}") + 8 <= width), names[-1])
        right.append(f"{_DOT}{name} {_or_dash(snapshot.iteration_error)}")
    return spread(Text(left), right, width)


def _sample(snapshot: Snapshot, width: int) -> str:
    if width < 90:
        return ""
    table = snapshot.table
    samples = [
        f" ({','.join(map(brief, x1))}) → {brief(t)}" for x1, t in zip(table.x1.tolist(), table.t.tolist(), strict=True)
    ]
    shown = "" if snapshot.phase is Phase.START else samples[snapshot.sample - 1]
    return shown.ljust(max(map(len, samples)))


def _or_dash(value: float | None) -> str:
    return f"{'—':>7}" if value is None else number(value)
