"""The app under random keys, mouse events and sizes: it lives, and the screen at rest is what a full repaint shows."""

from __future__ import annotations

from random import Random

import pytest
from random_driver import drive, harmless_app, joined, painted_anew, picture, rest


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("screen", ["network", "chain", "descent"])
async def test_the_app_survives_whatever_is_struck(screen, seed):
    random = Random(f"{screen}{seed}")
    async with harmless_app(screen) as app:
        await drive(app, random, 250, resizes=0.04)
        await rest(app)
        before = picture(app)
        assert joined(before) == joined(await painted_anew(app))
