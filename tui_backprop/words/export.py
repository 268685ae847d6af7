"""What is said about what is taken along: the clipboard, files, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class ExportWords(Protocol):
    """What is said about what is taken along: the clipboard, files, pictures."""

    copied: str
    """The title of the notice with a text that is on the clipboard."""

    sent_title: str
    sent: str
    """Over a text that was sent to the terminal's clipboard, and nobody knows whether it has arrived."""

    close: str
    """Under a text that is shown: which key closes it."""

    def too_long(self, *, characters: str) -> str:
        """A text is too long for a terminal's clipboard."""
        ...

    # --- the dialog

    title: str
    hint: str
    """Over and under it; the hint names its keys."""

    what: str
    format: str
    where: str
    """Over its three lists: what is taken along, as what, and where to."""

    clipboard: str
    file: str
    """Where to."""

    file_name: str
    """Over the line for the file's name."""

    formats: Mapping[str, str]
    """The names of the formats by their codes."""

    curve: str
    points: str
    screen: str
    """What can be taken: the loss curve, the points of a descent, the picture of the screen."""

    def matrix(self, *, symbol: str) -> str:
        """What can be taken: the matrix under the cursor."""
        ...

    def matrix_first(self, *, key: str) -> str:
        """How a matrix could be taken, where the cursor is on none: `key` puts it on one. At most 38 cells."""
        ...

    def cycle(self, *, cycle: str) -> str:
        """What can be taken: a cycle, worked out."""
        ...

    no_file_name: str
    """Nothing was typed where a file's name is wanted."""

    def there_already(self, *, path: str) -> str:
        """The file is there: the key once more writes over it."""
        ...

    def is_a_folder(self, *, path: str) -> str:
        """The name is that of a folder."""
        ...

    def written(self, *, path: str) -> str:
        """The file was written."""
        ...

    def not_written(self, *, path: str, why: str) -> str:
        """The file could not be written."""
        ...
