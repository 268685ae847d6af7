"""One filter in the place of several."""

from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DIMMED_MONOKAI
from textual.color import Color
from textual.filter import ANSIToTruecolor

from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.control_filter import ControlFilter
from tui_backprop.tui.kit.joined_filter import MOST_KEPT, JoinedFilter
from tui_backprop.tui.kit.legible_filter import LegibleFilter

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


def test_it_does_what_the_filters_do_one_after_the_other():
    faint = Style(color="#202020")
    line = [
        Segment("a\x1b[1mb", faint),
        Segment("── ", faint),
        Segment("c"),
        Segment("d", Style(dim=True, color="red")),
    ]
    truecolor, legible, control = ANSIToTruecolor(DIMMED_MONOKAI), LegibleFilter(), ControlFilter()
    joined = JoinedFilter((truecolor, legible), (control,))
    for ground in (BLACK, WHITE, BLACK):
        expected = line
        for part in (truecolor, legible, control):
            expected = part.apply(expected, ground)
        assert joined.apply(line, ground) == expected
    assert JoinedFilter().apply(line, BLACK) == line


def test_it_knows_many_styles_on_any_ground_keeps_few_and_takes_none_for_another():
    joined, legible = JoinedFilter((LegibleFilter(),)), LegibleFilter()
    for number in range(10_000):
        ground = Color(0, 0, number % 5)
        line = [Segment("a", Style(color=f"#{number:06x}"))]  # another object, perhaps where the last one was
        assert joined.apply(line, ground) == legible.apply(line, ground)
        assert sum(map(len, joined._looks.values())) <= MOST_KEPT


async def test_the_app_has_one_that_stays_until_textual_has_other_filters():
    app = BackpropApp(compile=False)
    async with app.run_test() as pilot:
        (first,) = app.get_line_filters()
        assert app.get_line_filters() == (first,)
        app.theme = "ansi-dark"
        await pilot.pause()
        (other,) = app.get_line_filters()
        assert other is not first
