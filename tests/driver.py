"""The app driven by its keys, without a terminal."""

from __future__ import annotations

from typing import Any

from scenes import settle
from textual.widgets import Input

from tui_backprop.tui.app import BackpropApp


class Driver:
    """Presses keys and waits until what they asked for is done."""

    def __init__(self, app: BackpropApp, pilot: Any) -> None:
        self.app, self.pilot = app, pilot

    async def rest(self) -> None:
        """Wait until all that was asked for is done."""
        await settle(self.pilot)

    async def press(self, *keys: str) -> Any:
        """Press keys one after the other; what the network screen shows then."""
        for key in keys:
            await self.pilot.press(key)
            await self.rest()
        return self.app.network.snapshot

    async def type(self, text: str) -> None:
        """Put a text in the place of what a dialog proposes, and enter it."""
        self.app.screen.query_one(Input).value = text
        await self.press("enter")

    @property
    def text(self) -> str:
        """What is on the screen."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line) for line in lines)

    @property
    def notices(self) -> list[str]:
        """What the notices say, the oldest first."""
        return [notification.message for notification in self.app._notifications]
