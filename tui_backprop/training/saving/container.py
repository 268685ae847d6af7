"""The file format: a line that names it, a header in JSON, rows of float64, and a checksum of all before it.

Nothing in it is executed or unpacked, and no size that it states is believed before it is compared with the file's own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError

NAME = b"tui-backprop run "
VERSION = 1
LARGEST = 512 * 2**20
LARGEST_HEADER = 2**20
_CHECKSUM = 32


def pack(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> bytes:
    """The bytes of a file with this header, which JSON can write, and these arrays."""
    shapes = {name: list(array.shape) for name, array in arrays.items()}
    text = json.dumps({**header, "arrays": shapes}, allow_nan=False, separators=(",", ":")).encode()
    rows = [np.ascontiguousarray(array, dtype="<f8").tobytes() for array in arrays.values()]
    data = b"".join((NAME, b"%d %d\n" % (VERSION, len(text)), text, *rows))
    return data + _checksum(data)


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    """Header and arrays of a file. Raises InputError for one of another kind, a newer or a damaged one."""
    line, newline, _ = data[: len(NAME) + 40].partition(b"\n")
    version, _, length = line.removeprefix(NAME).partition(b" ")
    if not (data.startswith(NAME) and newline and version.isdigit() and length.isdigit()):
        raise InputError("saving", "no_run")
    if int(version) > VERSION:
        raise InputError("saving", "newer", version=int(version), known=VERSION)
    if _checksum(data[:-_CHECKSUM]) != data[-_CHECKSUM:]:
        raise InputError("saving", "damaged")
    start = len(line) + 1
    end = start + int(length)
    if int(length) > LARGEST_HEADER or end > len(data) - _CHECKSUM:
        raise InputError("saving", "damaged")
    try:
        header = json.loads(data[start:end])
        shapes = header.pop("arrays")
        arrays, at = dict[str, Array](), end
        for name, shape in shapes.items():
            size = _size(shape) * 8
            if at + size > len(data) - _CHECKSUM:
                raise ValueError(name)
            arrays[str(name)] = np.frombuffer(data, "<f8", size // 8, at).reshape(shape).astype(np.float64)
            at += size
        if at != len(data) - _CHECKSUM:
            raise ValueError("more than its arrays")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        raise InputError("saving", "inconsistent") from None
    return header, arrays


def _size(shape: Any) -> int:
    """The number of entries of a shape. Raises ValueError unless it is one or two whole numbers from 0."""
    if not (isinstance(shape, list) and 1 <= len(shape) <= 2 and all(type(n) is int and 0 <= n < 2**40 for n in shape)):
        raise ValueError("shape")
    return math.prod(shape)


def _checksum(data: bytes) -> bytes:
    import hashlib  # a program that begins claims a place for its file before the first paint, and has nothing to write

    return hashlib.sha256(data).digest()
