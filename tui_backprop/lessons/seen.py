"""What a lesson can see of the program at one moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.snapshot import Snapshot

if TYPE_CHECKING:
    # Loading it loads SciPy's differentiation, which the lessons on the network do without.
    from tui_backprop.training.chain.study import ChainSnapshot
    from tui_backprop.training.descent.snapshot import DescentSnapshot
    from tui_backprop.training.starts.run import StartsSnapshot


@dataclass(frozen=True, eq=False)
class Seen:
    """The screen in front (chain, descent, network or starts), its pane in front, the cell under its cursor, its snapshot.

    Cells of the chain rule are counted as in Jᵀ, whichever way the matrices are shown. `flipped` says that they are
    shown the other way round than the screen begins. Of the snapshots only the one of the screen in front is there.
    """

    screen: str
    pane: str = ""
    cell: Cell | None = None
    flipped: bool = False
    chain: ChainSnapshot | None = None
    descent: DescentSnapshot | None = None
    network: Snapshot | None = None
    starts: StartsSnapshot | None = None


Condition = Callable[[Seen], bool]
