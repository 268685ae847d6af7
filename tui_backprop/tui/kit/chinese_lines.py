"""Textual's own texts, notices, lists and labels, broken by our rules where they are Chinese."""

from __future__ import annotations

import textual.content

from tui_backprop.explain.typeset import cells
from tui_backprop.explain.wrap import breaks

_of_textual = textual.content.divide_line  # pyright: ignore[reportPrivateImportUsage]


def break_chinese_lines() -> None:
    """Have Textual break every line with Chinese in it by our rules; it breaks at spaces alone, of which there are few."""
    textual.content.divide_line = _divide_line  # pyright: ignore[reportPrivateImportUsage]


def _divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    return breaks(text, width) if cells(text) > len(text) else _of_textual(text, width, fold)
