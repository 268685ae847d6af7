"""Lines in the plain skin are as wide as they were laid out."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui_backprop.tui.kit.plain_filter import PlainFilter

BLACK = Color(0, 0, 0)


def test_signs_are_replaced_one_for_one_and_styles_stay():
    segments = [Segment("│θ⁽¹⁾ −1.5", Style(bold=True)), Segment("误差 ok")]
    lined = PlainFilter().apply(segments, BLACK)
    assert [segment.text for segment in lined] == ["|0(1) -1.5", "误差 ok"]
    assert [cell_len(segment.text) for segment in lined] == [cell_len(segment.text) for segment in segments]
    assert lined[0].style == Style(bold=True)


def test_a_half_block_becomes_a_cell_of_its_colour():
    (cell,) = PlainFilter().apply([Segment("▀▀", Style(color="#ff8800", bgcolor="#0000ff"))], BLACK)
    assert cell.text == "  "
    assert cell.style is not None
    assert cell.style.bgcolor is not None
    assert cell.style.bgcolor.name == "#ff8800"


def test_a_half_block_without_a_colour_is_a_sign():
    (cell,) = PlainFilter().apply([Segment("▀▄", Style())], BLACK)
    assert cell.text == "^_"
