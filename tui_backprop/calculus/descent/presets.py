"""Descents worth looking at, by their names."""

from __future__ import annotations

from dataclasses import dataclass

from tui_backprop.calculus.descent.surface import SURFACES, Surface


@dataclass(frozen=True)
class DescentPreset:
    """A descent worth looking at: its name, how to begin, and how many steps show what it is there for."""

    name: str
    surface_name: str
    start: tuple[float, float]
    alpha: float
    steps: int

    @property
    def surface(self) -> Surface:
        """The surface that it descends on."""
        return SURFACES[self.surface_name]


DESCENT_PRESETS = (
    DescentPreset("article", "article", (1.0, 1.0), 0.01, 200),
    DescentPreset("brisk", "article", (1.0, 1.0), 0.16, 200),
    DescentPreset("oscillating", "article", (1.0, 1.0), 0.17, 500),
    DescentPreset("into-the-saddle", "article", (1.0, -1.0), 0.01, 300),
    DescentPreset("past-the-saddle", "article", (1.0, -1.0 + 1e-9), 0.01, 600),
    DescentPreset("diverging", "article", (5.0, 5.0), 0.05, 10),
    DescentPreset("bowl", "bowl", (4.0, 1.0), 0.07, 100),
    DescentPreset("bowl-limit", "bowl", (4.0, 1.0), 0.08, 100),
    DescentPreset("saddle", "saddle", (2.0, 0.001), 0.1, 200),
    DescentPreset("rosenbrock", "rosenbrock", (-1.2, 1.0), 0.001, 1000),
    DescentPreset("himmelblau", "himmelblau", (0.0, 0.0), 0.01, 200),
    DescentPreset("himmelblau-west", "himmelblau", (-1.0, 0.0), 0.01, 200),
)
