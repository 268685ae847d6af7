"""One filter in the place of several."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.control_filter import ControlFilter
from tui_backprop.tui.kit.joined_filter import JoinedFilter
from tui_backprop.tui.kit.legible_filter import LegibleFilter

BLACK = Color(0, 0, 0)


def test_it_does_what_the_filters_do_one_after_the_other():
    line = [Segment("a\x1b[1mb", Style(color="#202020")), Segment("c")]
    legible, control = LegibleFilter(), ControlFilter()
    assert JoinedFilter(legible, control).apply(line, BLACK) == control.apply(legible.apply(line, BLACK), BLACK)
    assert JoinedFilter().apply(line, BLACK) == line


async def test_the_app_has_one_that_stays_until_textual_has_other_filters():
    app = BackpropApp(compile=False)
    async with app.run_test() as pilot:
        (first,) = app.get_line_filters()
        assert app.get_line_filters() == (first,)
        app.theme = "ansi-dark"
        await pilot.pause()
        (other,) = app.get_line_filters()
        assert other is not first
