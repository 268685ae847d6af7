"""Where we are, in words: the two lines at the top. Pure: a Snapshot goes in, text comes out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.typeset import count, number, short
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.lines import spread
from tui_backprop.tui.network.phases import phase_label

_DOT = " · "


def run_text(snapshot: Snapshot, room: int, badges: Sequence[str] = ()) -> Text:
    """Task, sizes, seed, learning rate, the target, and the longest of the badges, as far as there is room for them."""
    task = f"{snapshot.task.upper()} {snapshot.inputs}-{snapshot.hidden}-1"
    seed, alpha = f"seed {snapshot.seed}", f"α {short(snapshot.learning_rate)}"
    choices = ([task, seed, alpha], [task, alpha], [task])
    parts = next((parts for parts in choices if len(_DOT.join(parts)) <= room), [task])
    if snapshot.until_error is not None:
        parts += _fitting(parts, [f"until E < {short(snapshot.until_error)}"], room)
    return Text(_DOT.join(parts + _fitting(parts, badges, room)), style="bold")


def _fitting(parts: Sequence[str], words: Sequence[str], room: int) -> list[str]:
    taken = len(_DOT.join(parts)) + len(_DOT)
    return [word for word in words if taken + len(word) <= room][:1]


def status(snapshot: Snapshot, width: int) -> Text:
    """Running or paused, the pace, the rate measured, how far a journey has got."""
    if snapshot.progress is not None:
        done = snapshot.progress.cycle - snapshot.progress.start
        share = done / max(snapshot.progress.goal - snapshot.progress.start, 1)
        bar = "█" * round(10 * share)
        goal = f"to cycle {count(snapshot.progress.goal)} " if width >= 110 else ""
        return Text(f"▶ {goal}{bar:░<10} {share:4.0%} esc stops", style="bold")
    pace = f" · {snapshot.pace}" if width >= 110 else ""
    if not snapshot.running:
        return Text(f"‖ paused{pace}")
    words = f"running{pace} · {rate(snapshot.rate):>6} cycles" if width >= 110 else f"{rate(snapshot.rate):>6}"
    return Text(f"▶ {words}/s", style="bold reverse")


def rate(cycles_per_second: float) -> str:
    """A rate in at most six characters: 950, 12.3k, 17.9M."""
    for limit, divisor, suffix in ((999.5, 1, ""), (999_500, 1e3, "k"), (float("inf"), 1e6, "M")):
        if cycles_per_second < limit:
            digits = 1 if suffix else 0
            return f"{cycles_per_second / divisor:.{digits}f}{suffix}"
    return ""


def place_line(snapshot: Snapshot, width: int) -> Text:
    """Iteration, sample, cycle and phase on the left; E of the sample and of the iteration on the right.

    Counts are padded so that nothing moves while they grow, up to where a longer number needs the room.
    """
    room = max(len(count(snapshot.furthest)), 9)
    cycle = f"cycle {count(snapshot.cycle):>{room}}"
    if width >= 118:
        cycle += f" of {count(snapshot.furthest):>{room}}"
    parts = [
        f"iteration {count(snapshot.iteration):>{room}}",
        f"sample {snapshot.sample or '–'}/{snapshot.samples}{_sample(snapshot, width)}",
        cycle,
    ]
    parts.append(f"{phase_label(snapshot.phase):<6}")
    left = Text(_DOT.join(parts))
    right = Text(f"E {_or_dash(snapshot.error)}")
    if width >= 100:
        right.append(f"{_DOT}ΣE {_or_dash(snapshot.iteration_error)}")
    return spread(left, right, width)


def _sample(snapshot: Snapshot, width: int) -> str:
    if width < 100:
        return ""
    if snapshot.phase is Phase.START:
        return " " * (2 * snapshot.inputs + 5)
    x1 = ",".join(f"{x:.0f}" for x in snapshot.values["x1"][:, 0])
    return f" ({x1}) → {snapshot.values['tx1'][0, 0]:.0f}"


def _or_dash(value: float | None) -> str:
    return f"{'—':>7}" if value is None else number(value)
