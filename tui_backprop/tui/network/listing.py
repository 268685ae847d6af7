"""Lines of this project's own code."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui_backprop.explain.network.source import SourceLines
from tui_backprop.tui.dialogs.dialog import Dialog


class ListingScreen(Dialog[None]):
    """Shows one function."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,v", "dismiss(None)", "close")]

    DEFAULT_CSS = """
    ListingScreen { align: center middle; }
    ListingScreen > VerticalScroll {
        width: 90%; max-width: 130; height: auto; max-height: 80%; border: round $primary; background: $surface;
    }
    ListingScreen Static { width: 1fr; }
    """

    def __init__(self, source: SourceLines) -> None:
        super().__init__()
        self._source = source

    def compose(self) -> ComposeResult:
        """The code with its line numbers."""
        from rich.syntax import Syntax  # loads Pygments, which takes a tenth of the time to the first paint

        theme = "ansi_dark" if self.app.current_theme.dark else "ansi_light"
        code = Syntax(
            self._source.text, "python", theme=theme, line_numbers=True, start_line=self._source.first, word_wrap=True
        )
        with VerticalScroll() as box:
            box.border_title = f"tui_backprop/{self._source.file}"
            box.border_subtitle = "esc: close"
            yield Static(code)
