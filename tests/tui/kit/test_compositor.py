"""What is painted of a change is what Textual's own compositor would paint of it."""

import pytest
from driver import Driver
from scenes import settle
from textual._compositor import Compositor
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Static

from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.compositor import SparingCompositor


@pytest.fixture(autouse=True)
def _keys_are_not_painted():
    """Here each key is."""


@pytest.fixture
def compared(monkeypatch):
    """How many pieces were compared, each of every partial update with that of a Textual that renders all anew."""
    pieces = []
    paint = SparingCompositor.render_partial_update

    def paint_twice(compositor):
        regions = compositor._dirty_regions.copy()
        ours = paint(compositor)
        for widget in compositor.visible_widgets:
            widget._styles_cache.clear()
        compositor._dirty_regions = regions
        theirs = Compositor.render_partial_update(compositor)
        assert (ours is None) == (theirs is None)
        if ours is not None and theirs is not None:
            assert ours.spans == theirs.spans
            for y, left, right in ours.spans:
                for start, end in zip(theirs.chops[y], theirs.chop_ends[y], strict=True):
                    if start < right and left < end:
                        assert ours.chops[y][start] == theirs.chops[y][start]
                        assert ours.chop_ends[y][list(ours.chops[y]).index(start)] == end
                        pieces.append((y, start))
        return ours

    monkeypatch.setattr(SparingCompositor, "render_partial_update", paint_twice)
    return pieces


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_a_walk_through_a_run_is_painted_as_textual_paints_it(size, compared):
    app = BackpropApp(compile=False, lesson="")
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.press("escape", *["full_stop"] * 9, "right_square_bracket", "comma", "down", "down", "escape")
        app.notify("in front of other things")
        await driver.rest()
        await driver.press("full_stop", "tab", "l", "c")
    assert len(compared) > 300


@pytest.mark.parametrize("right", range(1, 9))
async def test_no_chinese_sign_is_cut_in_two_where_a_part_of_a_line_is_painted(right):
    class Shown(Screen[None]):
        def __init__(self):
            super().__init__()
            self._compositor = SparingCompositor()

        def compose(self):
            yield Static("a退出b帮助")

    app = App[None]()
    async with app.run_test(size=(20, 3)) as pilot:
        await app.push_screen(Shown())
        await pilot.pause()
        compositor = app.screen._compositor
        compositor._dirty_regions = {Region(0, 0, right, 1)}
        painted = compositor.render_partial_update().render_segments(app.console)
        whole = {1: "a", 2: "a退", 3: "a退", 4: "a退出", 5: "a退出", 6: "a退出b", 7: "a退出b帮", 8: "a退出b帮"}
        assert whole[right] in painted
        assert whole.get(right + 2, "助") not in painted
        assert "退 " not in painted


async def test_a_pane_that_comes_into_sight_is_told_its_size_though_somebody_has_asked_before_where_it_stands():
    app = BackpropApp(compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        network = app.network
        network._places._changed = network.paint_again  # at once, when the pane has no room yet
        network.bring_forward("parameters")
        network._compositor._full_map_invalidated = True  # as after a scroll, or when a new widget has been painted
        assert network.query_one("#parameters").region.area
        await settle(pilot)
        assert network.query_one("#parameters").board.blocks
