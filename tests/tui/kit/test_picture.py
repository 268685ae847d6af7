"""Signs in a picture have the cells that a terminal gives them."""

from tui_backprop.tui.kit.picture import in_cells

PIECE = '<text class="r1" x="{}" y="20" textLength="{}" clip-path="u">{}</text>'


def test_a_chinese_sign_has_two_cells_and_all_others_stay():
    assert in_cells(PIECE.format(0, "48.8", "链式ab")) == PIECE.format(0, "48.8", "链式") + PIECE.format(
        "48.8", "24.4", "ab"
    )
    assert in_cells(PIECE.format("12.2", "36.6", "a&amp;b")) == PIECE.format("12.2", "36.6", "a&amp;b")
    assert in_cells("<rect width='3'/>") == "<rect width='3'/>"


def test_the_dots_of_a_curve_begin_in_their_cell_whatever_font_they_come_from():
    placed = PIECE.format("12.2", "24.4", "&#160;&#160;") + PIECE.format("36.6", "12.2", "⠒")
    assert in_cells(PIECE.format("12.2", "36.6", "&#160;&#160;⠒")) == placed
