"""Which part of a surface is looked at: the path, the whole of it, or what someone has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.descent.surface import Interval, Surface

Window = tuple[Interval, Interval]
"""The intervals of x1 and of x2."""

MARGIN = 0.3
"""The room left around a path, as a share of its size."""

SMALLEST, LARGEST = 1 / 16, 4.0
"""How small and how large the view of a path may be, as shares of the surface's own window."""

NARROWEST, WIDEST = 2.0**-20, 2.0**20
"""How far one may look closer and wider, as shares of the surface's own window."""


@dataclass(frozen=True)
class MapView:
    """A window, and how it came to be: fitted to the "path", the "whole" of the surface's own, or "chosen" by hand."""

    window: Window
    kind: Literal["path", "whole", "chosen"] = "whole"

    @classmethod
    def whole(cls, surface: Surface) -> MapView:
        """The surface's own window."""
        return cls(surface.window)

    @classmethod
    def of_path(cls, surface: Surface, x: Array) -> MapView:
        """The window around the points (n, 2), without those that are far beyond the surface's own window."""
        own = np.array(surface.window)
        middle, half = own.mean(axis=1), np.ptp(own, axis=1) / 2
        with np.errstate(all="ignore"):
            near = (np.abs(x - middle) <= LARGEST * half).all(axis=1)
        # A path that has left does not shrink the view to what it came back to.
        gone = np.flatnonzero(~near)
        points = x[: gone[0]] if len(gone) and gone[0] else x[near] if near.any() else x[:1]
        low, high = points.min(axis=0), points.max(axis=0)
        # The same share of both sides: the axes keep the proportion of the surface's own window.
        share = max(float(((high - low) * (1 + 2 * MARGIN) / (2 * half)).max()), SMALLEST)
        centre = (low + high) / 2
        return cls(_around(centre, half * min(share, LARGEST)), "path")

    def shows(self, x: Array) -> bool:
        """Whether a point (2,) is in the window."""
        return all(low <= value <= high for value, (low, high) in zip(x.tolist(), self.window, strict=True))

    def scaled(self, surface: Surface, factor: float, about: Array) -> MapView:
        """A window `factor` times as wide in which the point `about` (2,) stays where it is."""
        half = self._half()
        own = np.ptp(np.array(surface.window), axis=1) / 2
        factor = float(np.clip(factor, (NARROWEST * own / half).max(), (WIDEST * own / half).min()))
        if not np.isfinite(about).all():
            about = self._centre()
        return MapView(_around(about + (self._centre() - about) * factor, half * factor), "chosen")

    def moved(self, right: float, up: float) -> MapView:
        """The window moved by so many of its widths and heights."""
        return MapView(_around(self._centre() + 2 * self._half() * np.array([right, up]), self._half()), "chosen")

    def centred(self, x: Array) -> MapView:
        """The window around a point (2,), if that is a place to look at."""
        return MapView(_around(x, self._half()), self.kind) if np.isfinite(x).all() else self

    def _centre(self) -> Array:
        return np.array(self.window).mean(axis=1)

    def _half(self) -> Array:
        return np.ptp(np.array(self.window), axis=1) / 2


def _around(centre: Array, half: Array) -> Window:
    (a, c), (b, d) = (centre - half).tolist(), (centre + half).tolist()
    return (a, b), (c, d)
