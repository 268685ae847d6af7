"""One's own table from a file."""

from __future__ import annotations

from pathlib import Path

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OwnData, read_table
from tui_backprop.files import read_bounded

LARGEST = 2**20
"""In bytes: 64 rows of five numbers take a few thousand."""


def read_data(path: Path, checksum: str | None = None) -> OwnData:
    """The table of a file, in UTF-8 with or without its mark.

    Raises InputError for a table out of range, or one that does not have the checksum; OSError where there is no such
    file.
    """
    data = read_bounded(path, LARGEST)
    if data is None:
        raise InputError("data", "too_large", most=LARGEST // 2**20)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("data", "no_text") from None
    if "\0" in text:
        raise InputError("data", "no_text")
    own = read_table(text, str(path))
    if checksum is not None and checksum.lower() != own.checksum:
        raise InputError("data", "changed", wanted=checksum[:64], found=own.checksum)
    return own
