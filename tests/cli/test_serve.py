"""The app in browsers: a process for each visitor, ended with the page, and nothing from elsewhere."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from terminal import PROGRAM, environment

from tui_backprop.cli import main
from tui_backprop.cli.serve import is_loopback

aiohttp = pytest.importorskip("aiohttp", reason="textual-serve is not installed: pip install -e '.[serve]'")

PATIENCE = 60.0


class Served:
    """`tui-backprop serve` in a process."""

    def __init__(self, folder: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(self.port), *options],
            env=environment(folder), stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, cwd=folder,
        )  # fmt: skip
        assert self.process.stderr is not None
        self.said = self.process.stderr.readline()
        end = time.monotonic() + PATIENCE
        while not self._listens():
            assert time.monotonic() < end, "nobody listens"
            time.sleep(0.05)

    def _listens(self) -> bool:
        with socket.socket() as caller:
            return caller.connect_ex(("127.0.0.1", self.port)) == 0

    def visitors(self) -> list[int]:
        """The processes that the server has started."""
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True)
        return [int(pid) for pid in found.stdout.split()]

    def wait_for_visitors(self, count: int) -> list[int]:
        end = time.monotonic() + PATIENCE
        while len(pids := self.visitors()) != count:
            assert time.monotonic() < end, f"{pids} are here and not {count}"
            time.sleep(0.05)
        return pids

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = Served(tmp_path, "--most", "2")
    yield server
    server.end()


without_visitors = pytest.mark.xdist_group("the server without visitors")
"""Of the tests that let no visitor in: one worker starts one server for all of them."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that has no visitors."""
    server = Served(tmp_path_factory.mktemp("empty"), "--most", "2")
    yield server
    server.end()


async def shown(page: Any, what: str) -> bytes:
    """Read what the app draws until it has drawn a text."""
    seen = b""
    async with asyncio.timeout(PATIENCE):
        while what.encode() not in seen:
            message = await page.receive()
            assert message.type is aiohttp.WSMsgType.BINARY, message
            seen += message.data
    return seen


@without_visitors
def test_it_says_where_it_is(empty: Served) -> None:
    assert f"at http://{empty.address} for up to 2 visitors at once" in empty.said


async def test_two_visitors_have_two_runs_and_a_third_is_told_to_wait(served: Served, tmp_path: Path) -> None:
    url = f"http://{served.address}"
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{url}/ws?width=120&height=36") as one:
        await shown(one, "quit")
        async with session.ws_connect(f"{url}/ws?width=80&height=24") as two:
            await shown(two, "quit")
            served.wait_for_visitors(2)
            await one.send_json(["stdin", "]"])
            await shown(one, "0.6793")
            async with session.get(url) as page:
                assert page.status == 503
                assert "As many visitors as fit" in await page.text()
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(f"{url}/ws")
        (left,) = served.wait_for_visitors(1)
        assert left in served.visitors()
    served.wait_for_visitors(0)
    assert list(tmp_path.rglob("*.run")) == [], "what visitors do is not kept among the runs of the host"


async def test_the_end_of_the_server_ends_every_visitor(served: Served) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(f"http://{served.address}/ws") as page:
        await shown(page, "quit")
        pids = served.wait_for_visitors(1)
        served.process.send_signal(signal.SIGINT)
        while not (await page.receive()).type.value >= 0x100:
            pass
    assert served.process.wait(PATIENCE) == 0
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_nonsense_on_the_line_ends_its_own_visitor_only(served: Served) -> None:
    async with aiohttp.ClientSession() as session:
        for nonsense in ("{", "[]", '{"a": 1}', '["resize", {}]', '["stdin"]'):
            async with session.ws_connect(f"http://{served.address}/ws") as page:
                await page.send_str(nonsense)
                async with asyncio.timeout(PATIENCE):
                    while (await page.receive()).type is aiohttp.WSMsgType.BINARY:
                        pass
            await asyncio.to_thread(served.wait_for_visitors, 0)
        async with session.get(f"http://{served.address}") as page:
            assert page.status == 200


@without_visitors
async def test_the_page_asks_for_nothing_from_elsewhere(empty: Served) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"http://{empty.address}") as page:
        text = await page.text()
        assert "default-src 'self'" in page.headers["Content-Security-Policy"]
        names = re.findall(r"(?:https?|wss?)://([^/\"']+)", text.replace('xmlns="http://www.w3.org/2000/svg"', ""))
        assert set(names) == {empty.address}
        for name in re.findall(rf"{empty.address}(/static/[^\"']+)", text) + re.findall(r'url\("(/[^"]+)"\)', text):
            async with session.get(f"http://{empty.address}{name}") as part:
                assert part.status == 200, name


@without_visitors
@pytest.mark.parametrize(
    "headers", [{"Origin": "http://elsewhere.example"}, {"Host": "elsewhere.example"}, {"Host": 'a"><script>'}], ids=str
)
async def test_another_sites_page_cannot_drive_it(empty: Served, headers: dict[str, str]) -> None:
    async with aiohttp.ClientSession() as session:
        for path in ("/", "/ws"):
            async with session.get(f"http://{empty.address}{path}", headers=headers) as page:
                assert page.status == 403
    assert empty.visitors() == []


def test_another_host_is_allowed_and_warned_about(tmp_path: Path) -> None:
    server = Served(tmp_path, "--host", "0.0.0.0")
    try:
        assert "whoever reaches this computer at 0.0.0.0 can use the app, without a password" in server.said
    finally:
        server.end()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--port 0", "'0' is not a whole number from 1 to 65,535"),
        ("--most 0", "'0' is not a whole number from 1 to 1,000"),
        ("--host 192.0.2.1", "nothing can be served at 192.0.2.1:8000: "),
        ("--host no..name", "nothing can be served at no..name:8000: "),
    ],
)
def test_what_cannot_be_served_is_one_sentence(options: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *options.split()]) == 2
    assert said in capsys.readouterr().err


@without_visitors
def test_a_port_in_use_is_one_sentence(empty: Served, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", str(empty.port)]) == 2
    assert f"nothing can be served at {empty.address}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "only_here"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.9.9.9", True), ("0.0.0.0", False), ("::", False)],
)
def test_which_addresses_only_this_computer_reaches(host: str, only_here: bool) -> None:
    assert is_loopback(host) is only_here


def test_without_textual_serve_the_way_to_install_it_is_named(monkeypatch, capsys) -> None:
    monkeypatch.setattr("tui_backprop.cli.serve.find_spec", lambda name: None)
    assert main(["serve"]) == 2
    assert "pip install 'tui-backprop[serve]'" in capsys.readouterr().err


# --- in a real browser


@pytest.fixture
async def page(served: Served) -> Any:
    """The app in a Chromium that reaches nothing but the server."""
    driver = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser_path is None:
        pytest.skip("there is no Chromium here")
    async with driver.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1_200, "height": 800})
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        await page.goto(f"http://{served.address}/?fontsize=14")
        await page.wait_for_selector("body.-first-byte", timeout=PATIENCE * 1_000)
        await page.wait_for_timeout(2_000)
        yield page
        await browser.close()


async def picture(page: Any, name: str) -> bytes:
    """What the page shows; kept where SCREENSHOTS names a folder, to be looked at."""
    folder = os.environ.get("SCREENSHOTS")
    seen: bytes = await page.screenshot(**({"path": f"{folder}/{name}.png"} if folder else {}))
    return seen


async def until_it_differs(page: Any, before: bytes, name: str) -> bytes:
    end = time.monotonic() + PATIENCE
    while await picture(page, name) == before:
        assert time.monotonic() < end, f"nothing has changed for {name}"
        await page.wait_for_timeout(200)
    await page.wait_for_timeout(500)
    return await picture(page, name)


async def test_in_a_browser_it_steps_runs_helps_and_resizes_and_ends_with_the_page(served: Served, page: Any) -> None:
    await page.mouse.click(900, 700)
    await page.wait_for_timeout(500)
    seen = await picture(page, "start")
    await page.keyboard.press("ArrowRight")
    seen = await until_it_differs(page, seen, "step")
    await page.keyboard.press("Space")
    seen = await until_it_differs(page, seen, "run")
    await page.keyboard.press("Space")
    await page.wait_for_timeout(1_000)
    seen = await picture(page, "paused")
    await page.keyboard.press("?")
    seen = await until_it_differs(page, seen, "help")
    await page.keyboard.press("Escape")
    seen = await until_it_differs(page, seen, "closed")
    await page.set_viewport_size({"width": 800, "height": 520})
    await until_it_differs(page, seen, "small")
    assert {url.split("/")[2] for url in page.asked if not url.startswith("data:")} == {served.address}
    served.wait_for_visitors(1)
    await page.close()
    served.wait_for_visitors(0)
