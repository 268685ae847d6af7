"""textual-serve's page without what comes from elsewhere, and with an end for every visitor's process."""

from __future__ import annotations

import asyncio
import re
import shlex
import sys
from contextlib import suppress

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from tui_backprop.cli.console import say
from tui_backprop.words import words

PATIENCE = 5.0
"""Seconds that a visitor's process has to end by itself when the page is closed."""

# exec: a shell in between would take the signals that are meant for the app.
_COMMAND = f"exec {shlex.join([sys.executable, '-m', 'tui_backprop'])}"
_POLICY = "default-src 'self' 'unsafe-inline' data:; connect-src 'self' ws: wss:; frame-ancestors 'self'"
_FONT = (
    '<style>@font-face { font-family: "Roboto Mono"; font-weight: 100 700; '
    'src: url("/static/fonts/RobotoMono-VariableFont_wght.ttf"); }</style>'
)


class Visitor(AppService):
    """The process of one visitor."""

    async def end(self) -> None:
        """Ask the process to end, and end it where it does not."""
        with suppress(TimeoutError, ConnectionError):
            await asyncio.wait_for(self.stop(), PATIENCE)
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()


class Classroom(Server):
    """The app for up to `most` visitors at once; `only_here` for visitors on this computer only."""

    def __init__(self, host: str, port: int, most: int, only_here: bool) -> None:
        super().__init__(_COMMAND, host=host, port=port, title="tui-backprop")
        self._most = most
        self._only_here = only_here
        self._pages: set[web.WebSocketResponse] = set()

    def initialize_logging(self) -> None:
        """Say nothing but what the program's own sentences say."""

    async def on_startup(self, app: web.Application) -> None:
        """Say where the app is."""
        say(words().serve.serving(address=self.public_url, most=self._most))

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every page, and so end every process."""
        for page in list(self._pages):
            await page.close(code=WSCloseCode.GOING_AWAY)

    def _refusal(self, request: web.Request) -> web.Response | None:
        """Why a request is not served: it comes from another site's page, or as many as fit are here."""
        name = re.sub(r":[0-9]+$", "", request.host)
        origin = request.headers.get("Origin")
        from_elsewhere = origin is not None and origin.partition("://")[2] != request.host
        # A name that a stranger has pointed at this computer would make the stranger's page one of ours.
        renamed = self._only_here and name not in ("localhost", "127.0.0.1", "[::1]", self.host)
        if from_elsewhere or renamed or not re.fullmatch(r"[\w.:\[\]-]+", request.host):
            return web.Response(status=403, text=words().serve.elsewhere)
        if len(self._pages) >= self._most:
            return web.Response(status=503, text=words().serve.full)
        return None

    async def handle_index(self, request: web.Request) -> web.StreamResponse:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The page, its links turned to the address that it was asked for under, its font to the copy that we have."""
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        page: web.Response = await super().handle_index(request)  # pyright: ignore[reportAssignmentType]
        text = re.sub(r"<link[^>]*https?://fonts[^>]*>", _FONT, page.text or "")
        here = self.public_url.partition("://")[2]
        page.text = text.replace(f"://{here}/", f"://{request.host}/")
        page.headers["Content-Security-Policy"] = _POLICY
        return page

    async def handle_websocket(self, request: web.Request) -> web.StreamResponse:  # pyright: ignore[reportIncompatibleMethodOverride]
        """A visitor: start a process, pass keys and pictures on, and end it when the page is closed."""
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal

        async def close() -> None:
            await page.close()

        page = web.WebSocketResponse(heartbeat=15, max_msg_size=2**20)
        self._pages.add(page)
        visitor = Visitor(
            self.command,
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        try:
            await page.prepare(request)
            width, height = to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24)
            await visitor.start(min(max(width, 1), 1_000), min(max(height, 1), 500))
            with suppress(ValueError, LookupError, TypeError, AttributeError, AssertionError):  # what no page sends
                await self._process_messages(page, visitor)
        finally:
            await visitor.end()
            self._pages.discard(page)
            await page.close()
        return page
