"""What is said about a table of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class DataWords(Protocol):
    """What is said about a table of one's own."""

    option: str
    """What --data takes."""

    option_checksum: str
    """What --data-checksum takes."""

    def refused(self, *, path: str, why: str) -> str:
        """The file cannot be used; `why` is one of the sentences below, or what the system says."""
        ...

    def checksum_alone(self) -> str:
        """--data-checksum stands without --data."""
        ...

    def other_task(self, *, task: str) -> str:
        """--data stands beside a --task that is another one."""
        ...

    def no_data(self, *, task: str) -> str:
        """The task `data` was asked for without a table."""
        ...

    def no_name(self) -> str:
        """The file's name cannot be printed."""
        ...

    def empty(self) -> str:
        """There is no row of numbers."""
        ...

    def no_text(self) -> str:
        """The file is no text in UTF-8."""
        ...

    def too_large(self, *, most: int) -> str:
        """The file has more than `most` MiB."""
        ...

    def too_many_rows(self, *, row: int, most: int) -> str:
        """Row `row` is one more than `most`."""
        ...

    def columns(self, *, row: int, columns: int, fewest: int, most: int) -> str:
        """A row has not `fewest` to `most` inputs and a label."""
        ...

    def cell_too_many(self, *, row: int, column: int, columns: int) -> str:
        """A row has more columns than the rows before."""
        ...

    def cell_missing(self, *, row: int, column: int) -> str:
        """There is nothing in a cell."""
        ...

    def no_number(self, *, row: int, column: int, text: str) -> str:
        """A cell holds no finite number."""
        ...

    def label_out_of_range(self, *, row: int, column: int, text: str) -> str:
        """A label is not from 0 to 1."""
        ...

    def changed(self, *, wanted: str, found: str) -> str:
        """The table is not the one with the checksum `wanted`."""
        ...

    def no_side(self, *, samples: Sequence[int]) -> str:
        """The labels of these samples, for none of all samples, are ½, so that no answer can be on their side."""
        ...
