"""What is said about what is taken along: the clipboard, files, pictures. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.export import ExportWords


class EnglishExport(ExportWords):
    """What is said about what is taken along: the clipboard, files, pictures."""

    copied = "Copied"
    sent_title = "Sent to the clipboard"
    sent = (
        "This text was sent to your terminal (OSC 52). Most terminals put it on the clipboard; tmux, screen and some "
        "others do not, and none of them answers. If pasting gives something else, mark the text here with the mouse "
        "while you hold shift (in macOS's own terminals: fn or option)."
    )
    close = "esc: close"

    def too_long(self, *, characters: str) -> str:
        return f"{characters} characters are too long for a terminal's clipboard: x again, and choose a file."

    title = "Take along"
    hint = "enter: take it · arrows: choose · tab: the file's name · esc: close"
    what = "what"
    format = "as"
    where = "where"
    clipboard = "clipboard"
    file = "file"
    file_name = "the file's name:"
    formats: Mapping[str, str] = {
        "latex": "LaTeX",
        "markdown": "Markdown",
        "numpy": "NumPy",
        "torch": "PyTorch",
        "csv": "CSV",
        "json": "JSON",
        "text": "text",
        "svg": "SVG",
    }
    curve = "the loss curve"
    points = "the points of the descent"
    screen = "the picture of this screen"

    def matrix(self, *, symbol: str) -> str:
        return f"{symbol}, under the cursor"

    def matrix_first(self, *, key: str) -> str:
        return f"a matrix: esc, point into it with {key}"

    def cycle(self, *, cycle: str) -> str:
        return f"cycle {cycle}, worked out"

    no_file_name = "type the name of a file, such as notes/theta1.tex"

    def there_already(self, *, path: str) -> str:
        return f"{path} is there already: enter once more writes over it"

    def is_a_folder(self, *, path: str) -> str:
        return f"{path} is a folder; type the name of a file in it"

    def written(self, *, path: str) -> str:
        return f"It is in {path}."

    def not_written(self, *, path: str, why: str) -> str:
        return f"{path} cannot be written: {why}"
