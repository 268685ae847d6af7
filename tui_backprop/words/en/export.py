"""What is said about what is taken along: the clipboard, files, pictures. English."""

from __future__ import annotations

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
