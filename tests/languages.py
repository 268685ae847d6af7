"""Which words of which language stand in a text: how the tests see that nothing was left in the other language."""

from __future__ import annotations

import re
from typing import Any

from tui_backprop.calculus.descent.surface import SURFACES
from tui_backprop.calculus.expression.tree import CONSTANTS, FUNCTIONS
from tui_backprop.calculus.network.truth_table import TASKS
from tui_backprop.cli.arguments import COMMANDS, SCREENS
from tui_backprop.explain.network.practice import TOPICS
from tui_backprop.words import LANGUAGES

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_CALL = re.compile(r"\b[a-z_]{2,}\([^)\u4e00-\u9fff]*")
_WORD = re.compile(r"(?<![\w`])--?[a-z][\w-]*|[A-Za-z]+(?:[-_.][A-Za-z]\w*)*")

KEYS = {"tab", "space", "enter", "esc", "home", "end", "shift", "ctrl", "Ctrl", "Ctrl-C", "fn", "option", "delete"}
"""As they are printed on them."""
PROGRAMS = {"tui-backprop", "textual-serve", "pip", "install", "tmux", "screen", "macOS", "Dask", "Numba"}
"""What is typed in a shell, and what programs are called."""
FORMATS = {
    "json",
    "numpy",
    "torch",
    "LaTeX",
    "Markdown",
    "NumPy",
    "PyTorch",
    "text",
    "markdown",
    "latex",
    "MiB",
    "Sigmoid",
    "Jacobian",
}
"""Names that Chinese books write so too."""
FIELDS = {"symbolic", "numerical", "verdict"}
"""Of the objects that --json prints."""
SIGNS = {
    "lim",
    "max",
    "min",
    "theta",
    "grad",
    "run",
    "keys",
    "task",
    "data",
    "cluster",
    "tcp",
    "host",
    "pi",
    "Jt",
    "gradient",
    "update",
    "np",
}
"""What stands in formulas, in examples of what is typed, and in the settings."""

ALLOWED = (
    {*KEYS, *PROGRAMS, *FORMATS, *FIELDS, *SIGNS, *COMMANDS, *SCREENS, *SURFACES, *FUNCTIONS, *CONSTANTS}
    | {re.sub(r"\d", "", task) for task in TASKS}
    | {*TOPICS, *LANGUAGES}
)
"""The English words of a Chinese text; beside them options, names with _ or ., and abbreviations in capitals."""


def seen(app: Any) -> str:
    """What is on the screen, a line per line."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def english_in(text: str) -> set[str]:
    """The words of two letters and more that are no names of keys, code (a call, such as at(iteration=100)) or commands."""
    words = {word for word in _WORD.findall(_CALL.sub("", text)) if len(word) > 1}
    return {word for word in words - ALLOWED if not (word[0] == "-" or "_" in word or "." in word or word.isupper())}
