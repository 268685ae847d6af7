"""tui-backprop: back-propagation made visible, in a terminal.

`Run` is a run of the network, and `help(Run)` shows how to use it; `NeuralNet` is the network alone, `truth_table` its
tasks, `Recipe` a run as a value, and `Session` what the app travels. Each is loaded on first use, so that importing the
package loads neither Textual nor Numba.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui_backprop.calculus.network.neural_net import NeuralNet as NeuralNet
    from tui_backprop.calculus.network.truth_table import TruthTable as TruthTable
    from tui_backprop.calculus.network.truth_table import truth_table as truth_table
    from tui_backprop.notebook.run import Run as Run
    from tui_backprop.training.network.recipe import Recipe as Recipe
    from tui_backprop.training.network.session import Session as Session

__version__ = "0.2.4"

_HOMES = {
    "NeuralNet": "tui_backprop.calculus.network.neural_net",
    "TruthTable": "tui_backprop.calculus.network.truth_table",
    "truth_table": "tui_backprop.calculus.network.truth_table",
    "Run": "tui_backprop.notebook.run",
    "Recipe": "tui_backprop.training.network.recipe",
    "Session": "tui_backprop.training.network.session",
}

__all__ = ["NeuralNet", "Recipe", "Run", "Session", "TruthTable", "__version__", "truth_table"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
