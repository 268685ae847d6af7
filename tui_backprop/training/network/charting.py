"""What the loss chart shows: the whole run, or a window that follows the cursor and is replayed where it must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tui_backprop.training.network.kept import Kept
from tui_backprop.training.network.loss_curve import Curve, summed, thinned
from tui_backprop.training.network.mark import Mark
from tui_backprop.training.network.snapshot import Chart, KeptCurve
from tui_backprop.training.network.timeline import Timeline

POINTS = 250
NARROWEST = 20
_REPLAY = 2**21
_REPLAY_LIVE = 2**16


@dataclass(frozen=True)
class ChartView:
    """How the chart looks at the run: `span` is the number of iterations of the window that follows the cursor.

    `log` and `spread` say whether ΣE and the iterations are logarithmic.
    """

    whole: bool = True
    span: int = 1_000
    log: bool = False
    spread: bool = False
    samples: bool = False

    def zoomed(self, closer: bool, iterations: int) -> ChartView:
        """Half or twice the span; out beyond the run's length it is the whole run, in from there a window."""
        if closer:
            span = (iterations if self.whole else self.span) // 2
            return replace(self, whole=False, span=max(span, NARROWEST))
        if self.whole or self.span * 2 >= iterations:
            return replace(self, whole=True)
        return replace(self, span=self.span * 2)


def chart(
    timeline: Timeline,
    view: ChartView,
    whole_cycle: int,
    error: float | None,
    ghost: Curve | None,
    live: bool,
    marks: Sequence[Mark] = (),
    kept: Sequence[Kept] = (),
) -> Chart:
    """The chart with the cursor after cycle `whole_cycle`, where ΣE of the last whole iteration is `error`.

    The whole run is shown as far as the longest of the curves goes, the dropped one and the kept ones included.
    """
    count, cursor = timeline.curve.count, whole_cycle // timeline.samples
    first, last = (1, count) if view.whole else _window(cursor, view.span, count)
    curve, each = _curves(timeline, first, last, view, live)
    if view.whole and ghost is not None and len(ghost):
        last = max(last, int(ghost.iteration[-1]))
    if view.whole:
        last = max([last, *(run.timeline.curve.count for run in kept)])
    curves = (KeptCurve(run.label, _kept_curve(run.timeline, first, last, view), run.timeline.recipe) for run in kept)
    places = ((mark.whole_cycle // timeline.samples, mark.name) for mark in marks)
    edits = {edit.cycle // timeline.samples + 1 for edit in timeline.recipe.edits}
    return Chart(
        curve=curve,
        window=(first, last),
        cursor=cursor,
        cursor_error=error,
        whole=view.whole,
        log=view.log,
        spread=view.spread,
        samples=each,
        ghost=ghost,
        edits=tuple(sorted(edit for edit in edits if first <= edit <= last)),
        marks=tuple((place, name) for place, name in places if max(first, 1) <= max(place, 1) <= last),
        kept=tuple(curves),
    )


def _kept_curve(timeline: Timeline, first: int, last: int, view: ChartView) -> Curve:
    """The part of a kept run in the window; replayed only if that takes a few milliseconds, for there may be eight."""
    return _curves(timeline, first, min(last, timeline.curve.count), replace(view, samples=False), True)[0]


def _window(cursor: int, span: int, count: int) -> tuple[int, int]:
    first = max(min(cursor - span // 2, count - span + 1), 1)
    return first, min(first + span - 1, count)


def _curves(timeline: Timeline, first: int, last: int, view: ChartView, live: bool) -> tuple[Curve, tuple[Curve, ...]]:
    if last < first:
        nothing = np.empty(0)
        return Curve(nothing, nothing, nothing), ()
    cycles = (last - first + 1) * timeline.samples
    whole = first == 1 and last == timeline.curve.count
    stored = timeline.curve.width == 1 or whole or cycles > (_REPLAY_LIVE if live else _REPLAY)
    if stored:
        each = timeline.curve.sample_curves(first, last, POINTS, view.spread) if view.samples else ()
        return timeline.curve.envelope(first, last, POINTS, view.spread), each
    errors = timeline.errors((first - 1) * timeline.samples, last * timeline.samples).reshape(-1, timeline.samples)
    iteration, sums = np.arange(first, last + 1, dtype=np.float64), summed(errors)
    each = tuple(thinned(iteration, e, e, POINTS, view.spread) for e in errors.T) if view.samples else ()
    return thinned(iteration, sums, sums, POINTS, view.spread), each
