"""A picture of the screen in which every sign has the cells that it has on a terminal."""

from __future__ import annotations

import re

from rich.cells import cell_len

_TEXT = re.compile(r'(?P<before><text [^>]*)textLength="(?P<length>[\d.]+)"(?P<after>[^>]*)>(?P<text>[^<]*)</text>')


def in_cells(svg: str) -> str:
    """The picture with two cells for each Chinese sign: Rich gives every sign one, and squeezes them."""

    from html import unescape  # knows all the names that HTML has for signs

    def widened(found: re.Match[str]) -> str:
        text = unescape(found["text"])
        length = float(found["length"]) * cell_len(text) / max(len(text), 1)
        return f'{found["before"]}textLength="{length:g}"{found["after"]}>{found["text"]}</text>'

    return _TEXT.sub(widened, svg)
