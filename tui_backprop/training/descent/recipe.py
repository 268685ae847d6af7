"""A descent as a value: what is descended on, from where, at which rate, and how the rate changed on the way."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from tui_backprop.calculus.descent.presets import DESCENT_PRESETS, DescentPreset
from tui_backprop.calculus.descent.surface import SURFACES, Surface, expression_surface
from tui_backprop.training.learning_rate import check_learning_rate

FARTHEST = 1_000_000
"""The number of the last point that a descent may reach."""


@lru_cache(maxsize=32)
def surface_of(f: str) -> Surface:
    """The surface of a name, or of an expression in x1 and x2. Raises ExpressionError."""
    return SURFACES[f] if f in SURFACES else expression_surface(f)


@dataclass(frozen=True)
class AlphaEdit:
    """The steps from point number `k` on are made with `alpha`."""

    k: int
    alpha: float


@dataclass(frozen=True)
class DescentRecipe:
    """Everything that a descent depends on: `f` is the name of a surface or an expression.

    Raises ValueError for a start that is not finite, InputError for a learning rate that is not finite and over 0, and
    ExpressionError for an `f` that is neither.
    """

    f: str = "article"
    start: tuple[float, float] = (1.0, 1.0)
    alpha: float = 0.01
    edits: tuple[AlphaEdit, ...] = ()

    def __post_init__(self) -> None:
        surface_of(self.f)
        if not all(map(math.isfinite, self.start)):
            raise ValueError(f"the start {self.start} is not two finite numbers")
        for rate in (self.alpha, *(edit.alpha for edit in self.edits)):
            check_learning_rate(rate)

    @property
    def surface(self) -> Surface:
        """What is descended on."""
        return surface_of(self.f)

    @property
    def preset(self) -> DescentPreset | None:
        """The preset that this is, if it is one."""
        alike = (p for p in DESCENT_PRESETS if self == preset_recipe(p))
        return next(alike, None)

    def alpha_at(self, k: int) -> float:
        """The learning rate of the step from point k to point k + 1."""
        return next((edit.alpha for edit in reversed(self.edits) if edit.k <= k), self.alpha)

    def edited(self, k: int, alpha: float) -> DescentRecipe:
        """The recipe with this rate from point k on, without the edits of k and later."""
        if k <= 1:
            return replace(self, alpha=alpha, edits=())
        kept = tuple(edit for edit in self.edits if edit.k < k)
        return replace(self, edits=(*kept, AlphaEdit(k, alpha)))

    def shared(self, other: DescentRecipe) -> int:
        """How many points the paths of both begin with, 0 if not even the start is one; FARTHEST if they are equal."""
        if (self.f, self.start) != (other.f, other.start):
            return 0
        if self.alpha != other.alpha:
            return 1
        different = set(self.edits) ^ set(other.edits)
        return min((edit.k for edit in different), default=FARTHEST)


def preset_recipe(preset: DescentPreset) -> DescentRecipe:
    """The recipe of a preset."""
    return DescentRecipe(preset.surface_name, preset.start, preset.alpha)
