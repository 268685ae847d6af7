"""Lines of text look and act as Textual's own would."""

import pytest
from rich.text import Span, Text
from textual.app import App
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from tui_backprop.tui.kit.text_lines import TextLines

LINES = [
    Text.assemble(" f₁ ", ("▶ f₂", "bold reverse"), " │ ", ("warm", "#102030 on #ffee00"), ("", "red"), " end"),
    Text("all in one style", "italic #ff8800"),
    Text("对数 轴 and a link", "dim").append(" there", "underline").append(" here"),
    Text("one over another", spans=[Span(0, 8, "bold"), Span(4, 12, "italic #ff0000")]),
]
CSS = "& { width: 40; height: 5; padding: 0 1; color: $foreground; background: $panel; text-style: bold; }"


class Plain(Widget):
    DEFAULT_CSS = f"Plain {{ {CSS} }}"

    def render(self):
        return Text("\n").join(LINES)


class Quick(TextLines, Widget):
    DEFAULT_CSS = f"Quick {{ {CSS} }}"

    def lines(self):
        return LINES


class Both(App):
    def compose(self):
        yield Plain()
        yield Quick()


def cells(strip):
    """Each sign with its style and with its place in the text, which is that of its piece and as many signs on."""
    found = []
    for text, style, _ in strip:
        x, y = style.meta["offset"]
        look = style.without_color, style.color, style.bgcolor
        found += [(sign, str(look), (x + index, y)) for index, sign in enumerate(text)]
    return found


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_each_sign_has_the_style_and_the_place_that_textual_gives_it(theme):
    app = Both()
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        plain, quick = app.query_one(Plain), app.query_one(Quick)
        for y in range(len(LINES)):
            assert cells(quick.render_line(y)) == cells(plain.render_line(y))


async def test_selected_text_is_shown_and_copied_as_textual_does_it():
    app = Both()
    async with app.run_test() as pilot:
        plain, quick = app.query_one(Plain), app.query_one(Quick)
        selection = Selection(Offset(1, 0), Offset(6, 1))
        app.screen.selections = {plain: selection, quick: selection}
        await pilot.pause()
        assert quick.get_selection(selection) == plain.get_selection(selection)
        assert cells(quick.render_line(0)) == cells(plain.render_line(0))
        assert cells(quick.render_line(0)) != cells(quick.render_line(2))
