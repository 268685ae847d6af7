"""The article's report: ΣE, the sum over the samples, every 10,000 iterations."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from tui_backprop.explain.typeset import column, count
from tui_backprop.training.network.loss_curve import Report
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.words import words


class ReportsPane(VerticalScroll):
    """One line for each report, the newest first; a click goes to its iteration."""

    @dataclass
    class Chosen(Message):
        """The iteration of a report was clicked."""

        iteration: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Static(id="report-lines"), id=id, classes=classes)
        self._shown: tuple[object, ...] | None = None
        self._reports: tuple[Report, ...] = ()

    def show(self, snapshot: Snapshot) -> None:
        """Take a snapshot; repaint when there are other reports."""
        self.border_title = words().network_screen.panes["reports"]
        looks = (words(), *snapshot.reports)
        if looks != self._shown:
            self._shown, self._reports = looks, snapshot.reports
            self.query_one("#report-lines", Static).update(report_lines(snapshot.reports))

    def on_click(self, event: events.Click) -> None:
        """Choose the report under the pointer; over them is the line of heads."""
        line = event.screen_y - self.query_one("#report-lines", Static).region.y
        if 1 <= line <= len(self._reports):
            self.post_message(self.Chosen(self._reports[-line].iteration))


def report_lines(reports: tuple[Report, ...]) -> Text:
    """Iteration and ΣE, in columns."""
    if not reports:
        return Text(words().network_screen.no_report, style="dim")
    head = Text(f"{column(words().network_screen.iteration, 13)}  {'ΣE':<12}\n", style="bold")
    return head + Text("\n".join(f"{count(r.iteration):>13}  {r.error:<12.6g}" for r in reversed(reports)))
