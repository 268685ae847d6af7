"""A picture of the screen in which every sign has the cells that it has on a terminal."""

from __future__ import annotations

import re
from itertools import groupby

from rich.cells import cell_len

from tui_backprop.tui.kit.half_blocks import BRAILLE

_TEXT = re.compile(
    r'<text (?P<before>[^>]*)x="(?P<x>[\d.]+)" (?P<between>[^>]*)textLength="(?P<length>[\d.]+)"(?P<after>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)
_SPACE = "\xa0"
_DOTS = range(BRAILLE, BRAILLE + 256)
"""The signs of two by four dots, with which curves and the edges of the network are drawn."""


def in_cells(svg: str) -> str:
    """The picture with each sign in its cells, whatever the fonts are that it is seen with.

    Rich gives every sign one cell, Chinese ones too, and says of a whole piece of text how long it is: a viewer whose
    font has no dots takes them from another, of another width, and moves all the letters and dots of the piece.
    """

    from html import escape, unescape  # knows all the names that HTML has for signs

    def placed(found: re.Match[str]) -> str:
        text = unescape(found["text"])
        cell = float(found["length"]) / max(len(text), 1)
        pieces, x = "", float(found["x"])
        for _, signs in groupby(text, _kind):
            piece = "".join(signs)
            length = cell * cell_len(piece)
            pieces += (
                f'<text {found["before"]}x="{x:g}" {found["between"]}textLength="{length:g}"{found["after"]}>'
                f"{escape(piece).replace(_SPACE, '&#160;')}</text>"
            )
            x += length
        return pieces

    return _TEXT.sub(placed, svg)


def _kind(sign: str) -> tuple[bool, bool]:
    return ord(sign) in _DOTS, cell_len(sign) == 2
