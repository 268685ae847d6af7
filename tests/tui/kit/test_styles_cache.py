"""What is around the lines of a widget is Textual's to the character, and kept no longer than it holds."""

import pytest
from textual._styles_cache import StylesCache
from textual.app import App
from textual.containers import Vertical
from textual.geometry import Region
from textual.widgets import Static

from tui_backprop.tui.kit.styles_cache import SparingStylesCache, paint_sparingly

LOOKS = {
    "bare": "",
    "framed": "border: round red; padding: 1 2; background: blue 40%;",
    "left": "border-left: thick green; padding: 0 0 0 1;",
    "right": "border-right: solid $accent; padding-right: 3;",
    "line": "border-top: heavy yellow; border-title-color: red;",
    "outlined": "outline: solid red;",
    "outlined-left": "outline-left: solid red; padding: 1;",
    "tinted": "tint: red 30%; border: solid white;",
    "faint": "opacity: 50%; border: solid white;",
    "pale": "text-opacity: 50%;",
    "hatched": "hatch: cross red; padding: 1;",
    "tall": "height: 6; border: tall red;",
}


class Boxes(App):
    CSS = (
        "\n".join(f"#{name} {{ height: auto; {look} }}" for name, look in LOOKS.items())
        + """
    .other { border: double magenta; padding: 0 4; background: green; }
    #inside.dark { background: red; }
    """
    )

    def __init__(self):
        paint_sparingly()
        super().__init__()

    def compose(self):
        with Vertical(id="inside"):
            for name in LOOKS:
                box = Static("some [b]text[/b]\nand a [on red]second[/] line", id=name)
                box.border_title, box.border_subtitle = "above", "below"
                yield box


def lines(widget):
    return widget.render_lines(Region(0, 0, *widget.outer_size))


def as_textual_paints(widget):
    return StylesCache().render_widget(widget, Region(0, 0, *widget.outer_size))


@pytest.mark.parametrize("name", LOOKS)
async def test_a_widget_looks_as_textual_paints_it_in_any_style_and_in_the_next_one(name):
    app = Boxes()
    async with app.run_test(size=(40, 60)) as pilot:
        box = app.query_one(f"#{name}")
        assert isinstance(box._styles_cache, SparingStylesCache)
        assert lines(box) == as_textual_paints(box)
        before = lines(box)
        for change in (
            lambda: box.update("another\ntext"),
            lambda: setattr(box, "border_title", "another title"),
            lambda: box.add_class("other"),
            lambda: app.query_one("#inside").add_class("dark"),
            lambda: setattr(app, "theme", "textual-light"),
            lambda: setattr(app, "theme", "ansi-dark"),
        ):
            change()
            await pilot.pause()
            assert lines(box) == as_textual_paints(box)
        assert lines(box) != before


async def test_a_line_that_has_changed_is_painted_and_what_is_around_it_is_not_asked_for_again(monkeypatch):
    app = Boxes()
    async with app.run_test(size=(40, 60)) as pilot:
        box = app.query_one("#framed")
        lines(box)
        asked = []
        monkeypatch.setattr(SparingStylesCache, "_ask", lambda self, widget: asked.append(widget))
        box.refresh(Region(0, 1, 40, 1))
        assert lines(box) == as_textual_paints(box)
        assert not asked
        await pilot.pause()


class Forgetful(Static):
    """Forgets its lines while one of them is painted, as a list of options does that measures itself then."""

    def render_line(self, y):
        if y == 1:
            self._styles_cache.clear()
        return super().render_line(y)


async def test_a_widget_that_forgets_its_lines_while_they_are_painted_is_painted_whole():
    class Forgetting(Boxes):
        def compose(self):
            yield Forgetful("one\ntwo\nthree", id="bare")

    app = Forgetting()
    async with app.run_test(size=(40, 60)) as pilot:
        box = app.query_one("#bare")
        for _ in range(2):
            assert [line.text.strip() for line in lines(box)] == ["one", "two", "three"]
            box.refresh(Region(0, 2, 40, 1))
            await pilot.pause()
