"""Texts from elsewhere, such as the name of a file, without what a terminal would obey instead of showing it."""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, ESC and the C1 introducers among them, and the signs that turn the direction of writing."""


def printable(text: str, keep: str = "") -> str:
    """The text without control characters, but for those in `keep`: an escape sequence is left as harmless signs."""
    if text.isprintable():
        return text
    return _OBEYED.sub(lambda found: found[0] if found[0] in keep else "", text)
