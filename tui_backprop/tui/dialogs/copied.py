"""What was copied, and where nobody can know whether it arrived the text itself, to be taken by hand."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from tui_backprop.explain.typeset import count
from tui_backprop.printable import printable
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.clipboard import LONGEST, put
from tui_backprop.words import words

SHOWN = 400
"""The characters of a copied text that a notice shows."""


async def copy(app: App[Any], text: str) -> None:
    """Put a text on the clipboard and say the truth about it; called from an action that is marked with `opens_dialog`."""
    if await put(app, text):
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]} …"
        app.notify(shown, title=words().export.copied, markup=False)
    elif len(text) > LONGEST:
        app.notify(words().export.too_long(characters=count(len(text))), severity="warning")
    else:
        await app.push_screen_wait(CopiedScreen(text))


class CopiedScreen(Dialog[None]):
    """Shows a text over the whole width, so that it can be marked with the mouse and nothing else is marked with it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "dismiss(None)", "close", priority=True)]

    DEFAULT_CSS = """
    CopiedScreen { align: center middle; }
    CopiedScreen > Vertical {
        width: 100%; height: auto; max-height: 90%; border-top: solid $primary; border-bottom: solid $primary;
        background: $surface;
    }
    CopiedScreen Static { height: auto; color: $foreground 80%; margin-bottom: 1; }
    CopiedScreen TextArea, CopiedScreen TextArea:focus {
        height: auto; max-height: 20; border: none; padding: 0; background: $surface;
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = printable(text, keep="\n\t")

    def compose(self) -> ComposeResult:
        """What was done, and the text."""
        said = words().export
        with Vertical() as box:
            box.border_title = said.sent_title
            box.border_subtitle = said.close
            yield Static(said.sent, markup=False)
            area = TextArea(self._text, read_only=True, soft_wrap=True, compact=True, highlight_cursor_line=False)
            area.cursor_blink = False
            yield area
