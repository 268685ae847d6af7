"""The app under random keys, mouse events and sizes: it lives, and the screen at rest is what a full repaint shows."""

from __future__ import annotations

from random import Random

import pytest
from at_rest import paint_at_once
from random_driver import drive, harmless_app, joined, painted_anew, picture, rest
from textual.screen import Screen


@pytest.fixture(autouse=True)
def _every_frame_is_painted(monkeypatch: pytest.MonkeyPatch, _rest_is_exact: None) -> None:
    monkeypatch.setattr(Screen, "_compositor_refresh", paint_at_once)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("screen", ["network", "chain", "descent"])
async def test_the_app_survives_whatever_is_struck(screen, seed):
    random = Random(f"{screen}{seed}")
    async with harmless_app(screen) as app:
        await drive(app, random, 250, resizes=0.04)
        await rest(app)
        before = picture(app)
        assert joined(before) == joined(await painted_anew(app))
