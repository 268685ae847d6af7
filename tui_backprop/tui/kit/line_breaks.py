"""Has the texts that Textual draws itself (explanations, notices, lists, labels) broken into lines by our rules."""

from __future__ import annotations

import textual.content
from rich.cells import cell_len

from tui_backprop.explain.wrap import breaks


def break_lines_by_our_rules() -> None:
    """Have Textual break lines so; it breaks at spaces alone, of which Chinese has few, and α = 0.02 has two."""
    textual.content.divide_line = _divide_line  # pyright: ignore[reportPrivateImportUsage]


def _divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    return [] if cell_len(text) <= width else breaks(text, width)
