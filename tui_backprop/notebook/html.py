"""How a notebook shows a cycle and a run: tables and a curve in HTML, in the colours of the page, without any script."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.network.notation import SYMBOLS
from tui_backprop.explain.typeset import count, number, short
from tui_backprop.training.network.loss_curve import LossCurve
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.words import words

_WIDTH, _HEIGHT, _POINTS = 480, 120, 240
_BORDER = "border-left:1px solid;border-right:1px solid;border-radius:6px;padding:0 6px"


def cycle_html(moment: Snapshot) -> str:
    """Every array that the cycle has computed, with its symbol, its equation, and what it is."""
    meanings = words().network.quantities
    rows: list[str] = []
    for code, quantity in QUANTITIES.items():
        values = moment.value(code)
        if values is None or (not moment.cycle and code not in ("theta1", "theta2")):
            continue
        rows.append(
            f"<tr><td>{escape(SYMBOLS[code])}</td><td>{_matrix(moment, code, values)}</td>"
            f"<td>({quantity.equation})</td><td><code>{code}</code></td>"
            f'<td style="text-align:left">{escape(meanings[code])}</td></tr>'
        )
    return f"<table><caption><code>{escape(moment.command)}</code></caption>{''.join(rows)}</table>"


def _matrix(moment: Snapshot, code: str, values: Array) -> str:
    zeros = structural_zeros(code, moment.inputs, moment.hidden).tolist()
    rows = (
        " ".join("   ·   " if zero and not value else number(value) for value, zero in zip(row, flags, strict=True))
        for row, flags in zip(values.tolist(), zeros, strict=True)
    )
    body = "\n".join(rows)
    return f'<pre style="display:inline-block;text-align:left;margin:0;{_BORDER}">{body}</pre>'


def run_html(command: str, curve: LossCurve) -> str:
    """The command line of the run, and ΣE over the iterations trained so far, on a logarithmic axis."""
    return f"<div><code>{escape(command)}</code>{''.join(_curve(curve))}</div>"


def _curve(curve: LossCurve) -> Iterator[str]:
    if curve.count < 2:
        return
    shown = curve.envelope(1, curve.count, _POINTS)
    least, most = float(shown.low.min()), float(shown.high.max())
    label = f"ΣE {short(least)} … {short(most)}, {words().command.iteration} 1 … {count(curve.count)}"
    if least > 0 and most < math.inf:
        yield _line(shown.iteration.tolist(), shown.low.tolist(), (least, most), curve.count, label)
    yield f"<br><small>{escape(label)}</small>"


def _line(iterations: list[float], errors: list[float], ends: tuple[float, float], last: int, label: str) -> str:
    low, high = map(math.log10, ends)
    scale = _HEIGHT / (high - low) if high > low else 0.0
    places = (
        f"{iteration / last * _WIDTH:.1f},{(high - math.log10(error)) * scale:.1f}"
        for iteration, error in zip(iterations, errors, strict=True)
    )
    box = f'viewBox="-2 -2 {_WIDTH + 4} {_HEIGHT + 4}" width="{_WIDTH}"'
    line = f'<polyline fill="none" stroke="currentColor" stroke-width="1.5" points="{" ".join(places)}"/>'
    return f'<br><svg {box} role="img" aria-label="{escape(label)}">{line}</svg>'
