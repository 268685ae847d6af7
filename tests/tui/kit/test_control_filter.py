"""No escape sequence reaches the terminal, whoever wrote it."""

from rich.segment import Segment
from rich.style import Style
from scenes import settle
from textual.color import Color
from textual.widgets._toast import Toast

from tui_backprop.printable import printable
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.control_filter import ControlFilter


def test_what_a_terminal_obeys_is_taken_out_and_all_else_stays():
    assert printable("θ⁽¹⁾ 数据\x1b[31m\x07\x9d\x7f\u202e!") == "θ⁽¹⁾ 数据[31m!"
    assert printable("a\r\n\tb", keep="\n\t") == "a\n\tb"


def test_a_line_loses_its_control_characters_and_keeps_its_styles():
    red = Style(color="red")
    segments = [Segment("a\x1b]0;title\x07", red), Segment("b")]
    assert ControlFilter().apply(segments, Color(0, 0, 0)) == [Segment("a]0;title", red), Segment("b")]


async def test_a_notice_with_an_escape_sequence_is_drawn_without_it():
    app = BackpropApp(compile=False)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.screen.notify("name \x1b[31mred\x9b5n", markup=False)
        for _ in range(200):
            await pilot.pause(0.01)
            if app.screen.query(Toast):
                break
        drawn = "".join(segment.text for line in app.screen._compositor.render_strips() for segment in line)
    assert "name [31mred5n" in drawn
    assert not set(drawn) & {"\x1b", "\x9b", "\x07"}
