"""What is said about runs that are kept, handed on and come back to. English."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.saving import SavingWords


class EnglishSaving(SavingWords):
    """What is said about runs that are kept, handed on and come back to."""

    group = "the app"
    resume = "go on where the last run was left, or the run of this name"
    save = "keep the run in this new file too, to hand it on"
    open = "Go on with a run from a file, without changing the file."
    file = "a file that ctrl+s or --save has written"

    def come_back(self, *, command: str) -> str:
        return f"to come back here: {command}"

    def reproduce(self, *, command: str) -> str:
        return f"the same run from its start: {command}"

    def own_run(self, *, option: str, file: str) -> str:
        return f"{option} does not go with {file}, which brings its own run; leave one of the two out"

    def there_already(self, *, path: str) -> str:
        return f"{path} is there already; tui-backprop open {path} goes on with it, another name keeps both"

    def no_run(self) -> str:
        return "it is no run of tui-backprop"

    def newer(self, *, version: int, known: int) -> str:
        return f"a newer tui-backprop wrote it (format {version}; this one reads {known}); update this one"

    def damaged(self) -> str:
        return "it is damaged: some of it is missing or was changed"

    def inconsistent(self) -> str:
        return "it contradicts itself, so no tui-backprop wrote it"

    def not_its_recipe(self) -> str:
        return "its numbers are not those that its own recipe gives, so they are not to be trusted"

    def too_large(self, *, most: int) -> str:
        return f"it has more than {most} MiB, which no run has"

    def no_such_run(self, *, name: str, names: Sequence[str]) -> str:
        kept = f"; there are {', '.join(names)}" if names else ""
        return f"no run is kept under the name {name}{kept}"

    def in_use(self, *, name: str) -> str:
        return f"another tui-backprop has the run {name} open; leave it there first"

    def nothing_to_resume(self) -> str:
        return "there is no run to go on with; tui-backprop begins one"

    def not_read(self, *, path: str, why: str) -> str:
        return f"{path} cannot be read: {why}"

    def refused(self, *, path: str, why: str) -> str:
        return f"{path} cannot be opened: {why}"

    def not_kept(self, *, path: str, why: str) -> str:
        return f"the run cannot be kept in {path}: {why}"

    save_title = "Save the run"
    save_hint = "a file's name; tui-backprop open FILE goes on with it, anywhere"

    def saved(self, *, path: str) -> str:
        return f"The run is in {path}; tui-backprop open {path} goes on with it."

    def foreign(self, *, path: str) -> str:
        return f"{path} is there and is no run; it is not written over: take another name"

    def no_name(self) -> str:
        return "type the name of a file, such as xor.run"

    def too_many_marks(self, *, most: int) -> str:
        return f"there are {most} marks already; delete one first"

    def too_many_kept(self, *, most: int) -> str:
        return f"{most} runs are kept already; drop one in the table first"
