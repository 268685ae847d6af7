"""What is said about runs that are kept, handed on and come back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class SavingWords(Protocol):
    """What is said about runs that are kept, handed on and come back to."""

    # --- options and the end

    group: str
    """The title of the options of the app on any run."""

    resume: str
    save: str
    """The options' help."""

    open: str
    """What `tui-backprop open` does."""

    file: str
    """The argument of `tui-backprop open`."""

    def come_back(self, *, command: str) -> str:
        """Printed at the end: the command line that leads to the same moment."""
        ...

    def reproduce(self, *, command: str) -> str:
        """Printed at the end: the command line that makes the same run from its start."""
        ...

    def own_run(self, *, option: str, file: str) -> str:
        """An option contradicts a run that is resumed or opened."""
        ...

    def there_already(self, *, path: str) -> str:
        """--save names a file that exists."""
        ...

    # --- refusals

    def no_run(self) -> str:
        """The file is of another kind."""
        ...

    def newer(self, *, version: int, known: int) -> str:
        """The file was written by a newer program."""
        ...

    def damaged(self) -> str:
        """The file is cut off or has been changed."""
        ...

    def inconsistent(self) -> str:
        """The file's entries contradict one another."""
        ...

    def not_its_recipe(self) -> str:
        """The file's numbers are not what its recipe gives."""
        ...

    def too_large(self, *, most: int) -> str:
        """The file has more than so many MiB."""
        ...

    def no_such_run(self, *, name: str, names: Sequence[str]) -> str:
        """--resume names a run that is not kept; `names` are kept, the newest first."""
        ...

    def in_use(self, *, name: str) -> str:
        """Another program has the run open."""
        ...

    def nothing_to_resume(self) -> str:
        """No run is kept."""
        ...

    def not_read(self, *, path: str, why: str) -> str:
        """A file cannot be read."""
        ...

    def refused(self, *, path: str, why: str) -> str:
        """A file is no run that can be opened."""
        ...

    def not_kept(self, *, path: str, why: str) -> str:
        """The run cannot be written."""
        ...

    # --- in the app

    save_title: str
    save_hint: str
    """The question for a file's name."""

    def saved(self, *, path: str) -> str:
        """The file was written."""
        ...

    def foreign(self, *, path: str) -> str:
        """The file exists and is no run: it is not written over."""
        ...

    def no_name(self) -> str:
        """No file was named."""
        ...

    def too_many_marks(self, *, most: int) -> str:
        """There are as many marks as there may be."""
        ...

    def too_many_kept(self, *, most: int) -> str:
        """As many runs are kept as there may be."""
        ...
