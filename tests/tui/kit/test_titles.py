"""Titles that are changed without a repaint of the pane under them."""

from textual.app import App
from textual.strip import Strip
from textual.widget import Widget

from tui_backprop.tui.kit.titles import entitle


class Pane(Widget):
    DEFAULT_CSS = "Pane { width: 20; height: 5; border-top: solid white; padding-left: 1; }"

    def __init__(self):
        super().__init__()
        self.painted = []

    def render_line(self, y):
        self.painted.append(y)
        return Strip.blank(self.size.width)


class Host(App):
    def compose(self):
        yield Pane()


def top(app):
    return app.screen._compositor.render_strips()[0].text


async def test_a_new_title_stands_there_and_no_line_of_the_pane_is_painted_again():
    app = Host()
    async with app.run_test() as pilot:
        pane = app.query_one(Pane)
        pane.painted.clear()
        entitle(pane, "[1] loss", "not shown, for there is no edge at the bottom")
        await pilot.pause()
        assert "[1] loss" in top(app)
        assert pane.painted == []
        pane.border_title = "Textual's own way"
        await pilot.pause()
        assert pane.painted


async def test_the_same_title_is_not_painted_and_none_takes_it_away(monkeypatch):
    app = Host()
    async with app.run_test() as pilot:
        pane = app.query_one(Pane)
        entitle(pane, "loss")
        await pilot.pause()
        asked = []
        monkeypatch.setattr(pane, "refresh", lambda *regions, **more: asked.append(regions))
        entitle(pane, "loss")
        assert asked == []
        monkeypatch.undo()
        entitle(pane, None)
        await pilot.pause()
        assert "loss" not in top(app)
