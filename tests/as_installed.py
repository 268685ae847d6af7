"""The program as a user has installed it, with whatever releases of its dependencies that brought: it must still start,
train, draw and explain on every screen. It runs without a terminal and needs nothing but the program."""

from __future__ import annotations

import asyncio
import sys

from scenes import settle

from tui_backprop.tui.app import BackpropApp

KEYS = {
    "chain": ("right", "down", "down", "s"),
    "descent": ("right", "right", "right_curly_bracket", "tab"),
    "network": ("right_square_bracket", "full_stop", "right_curly_bracket", *["tab"] * 4, "z", "l", "down"),
    "starts": ("space", "tab", "tab"),
}


async def seen(screen: str) -> str:
    """What a screen shows after its keys."""
    app = BackpropApp(start_screen=screen)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for key in KEYS[screen]:
            await pilot.press(key)
            await settle(pilot)
        return app.export_screenshot()


for name in KEYS:
    if not any("⠁" <= sign <= "⣿" for sign in asyncio.run(seen(name))):
        sys.exit(f"{name}: no curve was drawn")
    print(name, "starts, trains and draws")
