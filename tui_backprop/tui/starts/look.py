"""What the screen of many starts may show at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.training.starts.run import StartsSnapshot
from tui_backprop.training.starts.summary import SettingSummary

Kind = tuple[int, tuple[int, ...]]
"""A setting's index and the samples that are wrong: what a portrait stands for."""


@dataclass(frozen=True, eq=False)
class Look:
    """A snapshot and how it is looked at: the results of the chosen setting in `order`, sorted by `column`; the portraits
    (rows, columns) of its groups, and whether iterations stand on a logarithmic axis."""

    snapshot: StartsSnapshot
    order: NDArray[np.int64]
    column: str
    descending: bool
    logarithmic: bool
    portraits: Mapping[Kind, Array]

    @property
    def summary(self) -> SettingSummary:
        """That of the chosen setting."""
        return self.snapshot.settings[self.snapshot.chosen]
