"""Fewer changes of style, and nobody sees a difference."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui_backprop.tui.kit.thrift_filter import ThriftFilter

ORANGE, BLUE = Style(color="yellow", bgcolor="black", bold=True), Style(color="blue", bgcolor="black")
GAP, RAISED = Style(color="white", bgcolor="black"), Style(color="white", bgcolor="red")


def pieces(*segments):
    found = ThriftFilter().apply([Segment(text, style) for text, style in segments], Color(0, 0, 0))
    return [(segment.text, segment.style) for segment in found]


def test_spaces_go_with_what_stands_before_them_and_what_is_alike_is_one_piece():
    assert pieces(("+1", ORANGE), (" ", GAP), ("+2", ORANGE), ("  ", GAP), ("-3", BLUE)) == [
        ("+1 +2  ", ORANGE),
        ("-3", BLUE),
    ]


def test_spaces_that_can_be_seen_stay_as_they_are():
    for style in (
        RAISED,
        GAP + Style(underline=True),
        GAP + Style(reverse=True),
        GAP + Style(meta={"screen": "chain"}),
    ):
        line = ("+1", ORANGE), (" ", style), ("+2", ORANGE)
        assert pieces(*line) == list(line)
    underlined = ORANGE + Style(underline=True)
    assert pieces(("+1", underlined), (" ", GAP)) == [("+1", underlined), (" ", GAP)]


def test_signs_keep_their_style_and_a_line_without_a_style_its_text():
    assert pieces(("+1", ORANGE), ("·", GAP)) == [("+1", ORANGE), ("·", GAP)]
    assert pieces(("a", None), ("b", None)) == [("ab", Style())]
    assert pieces() == []
