"""What a pane does not paint again."""

import pytest

from tui_backprop.tui.network.decision_map import DecisionMapPane
from tui_backprop.tui.network.drawing import NetworkPane


@pytest.mark.parametrize(("pane", "other"), [(DecisionMapPane, {"seed": 4}), (NetworkPane, {"sample": 3})])
async def test_an_equal_snapshot_repaints_nothing(pane_snapshot, host, monkeypatch, pane, other):
    app = host(pane())
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.show(pane_snapshot())
        await pilot.pause()
        asked = []
        monkeypatch.setattr(app.pane, "refresh", lambda *args, **kwargs: asked.append(args))
        app.pane.show(pane_snapshot())
        assert not asked
        app.pane.show(pane_snapshot(**other))
        assert asked
