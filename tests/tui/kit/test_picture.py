"""Signs in a picture have the cells that a terminal gives them."""

from tui_backprop.tui.kit.picture import in_cells


def test_a_chinese_sign_has_two_cells_and_all_others_stay():
    line = '<text class="r1" x="0" textLength="{}" y="20">{}</text>'
    assert in_cells(line.format("48.8", "链式ab")) == line.format("73.2", "链式ab")
    assert in_cells(line.format("36.6", "a&amp;b")) == line.format("36.6", "a&amp;b")
    assert in_cells("<rect width='3'/>") == "<rect width='3'/>"
