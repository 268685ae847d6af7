"""What is said about a table of one's own. English."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.data import DataWords


class EnglishData(DataWords):
    """What is said about a table of one's own."""

    option = "a table of your own: 2 to 4 inputs and a label from 0 to 1 in each row, up to 64 rows, as CSV"
    option_checksum = "refuse the table if its checksum is another one"

    def refused(self, *, path: str, why: str) -> str:
        return f"{path}: {why}"

    def checksum_alone(self) -> str:
        return "--data-checksum needs --data FILE, the table that it is the checksum of"

    def other_task(self, *, task: str) -> str:
        return f"--data is a task itself; leave out --task {task}, or add --edit CYCLE:task=data to change over to it"

    def no_data(self, *, task: str) -> str:
        return f"the task {task!r} needs a table; name its file by --data FILE.csv"

    def no_name(self) -> str:
        return "its name is too long or has signs that cannot be printed; give the file another name"

    def empty(self) -> str:
        return "it has no row of numbers; a row is the inputs and then the label, such as 0,1,1"

    def no_text(self) -> str:
        return "it is no text in UTF-8; save the table as CSV in UTF-8"

    def too_large(self, *, most: int) -> str:
        return f"it has more than {most} MiB; a table has up to 64 rows"

    def too_many_rows(self, *, row: int, most: int) -> str:
        return f"row {row} is one too many: a table has up to {most} rows of numbers"

    def columns(self, *, row: int, columns: int, fewest: int, most: int) -> str:
        what = "1 column" if columns == 1 else f"{columns} columns"
        return f"row {row} has {what}; it should have {fewest} to {most} inputs and then the label"

    def cell_too_many(self, *, row: int, column: int, columns: int) -> str:
        return f"row {row} has a column {column}; the rows before have {columns}"

    def cell_missing(self, *, row: int, column: int) -> str:
        return f"row {row}, column {column} is missing; each row has all its inputs and its label"

    def no_number(self, *, row: int, column: int, text: str) -> str:
        return f"row {row}, column {column} is {text!r}; it should be a finite number, such as 0.5"

    def label_out_of_range(self, *, row: int, column: int, text: str) -> str:
        return f"row {row}, column {column}: the label is {text}; it should be from 0 to 1"

    def changed(self, *, wanted: str, found: str) -> str:
        return f"its numbers have changed: the checksum is {found}, not {wanted}; leave out --data-checksum to use it"

    def no_side(self, *, samples: Sequence[int]) -> str:
        listed = ", ".join(map(str, samples))
        whose = "every sample" if not samples else f"sample{'s' if len(samples) > 1 else ''} {listed}"
        return f"cannot tell right from wrong for {whose}: the label is ½, and no answer is on its side"
