"""The article's report: ΣE, the sum over the samples, every 10,000 iterations; and when all were right first."""

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
from tui_backprop.tui.kit.titles import entitle
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
        self._lines: list[tuple[int, str]] = []

    def show(self, snapshot: Snapshot) -> None:
        """Take a snapshot; repaint when there are other reports."""
        entitle(self, words().network_screen.panes["reports"])
        looks = (words(), snapshot.first_right, *snapshot.reports)
        if looks != self._shown:
            self._shown, self._lines = looks, report_lines(snapshot.reports, snapshot.first_right)
            self.query_one("#report-lines", Static).update(self._text())

    def on_click(self, event: events.Click) -> None:
        """Choose the report under the pointer; over them is the line of heads."""
        line = event.screen_y - self.query_one("#report-lines", Static).region.y
        if 1 <= line <= len(self._lines):
            self.post_message(self.Chosen(self._lines[line - 1][0]))

    def _text(self) -> Text:
        if not self._lines:
            return Text(words().network_screen.no_report, style="dim")
        head = Text(f"{column(words().network_screen.iteration, 13)}  {'ΣE':<12}\n", style="bold")
        return head + Text("\n".join(f"{count(iteration):>13}  {text}" for iteration, text in self._lines))


def report_lines(reports: tuple[Report, ...], first_right: int | None) -> list[tuple[int, str]]:
    """Each iteration that is reported, the newest first, with its ΣE; and the one in which all were right first."""
    lines = [(report.iteration, f"{report.error:<12.6g}") for report in reports]
    if first_right is not None:
        lines.append((first_right, words().network_screen.first_right))
    return sorted(lines, reverse=True)
