"""ctrl+s in the app: the run in a file that a person names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from scenes import settle
from textual.widgets import Input, Static

from tui_backprop.training.saving.saved import read
from tui_backprop.tui.app import BackpropApp


async def save_as(app: BackpropApp, pilot: Any, name: str) -> None:
    await pilot.press("ctrl+s")
    await settle(pilot)
    app.screen.query_one(Input).value = name
    await pilot.press("enter")
    await settle(pilot)


def notices(app: BackpropApp) -> list[str]:
    return [notification.message for notification in app._notifications]


async def test_the_run_is_in_the_file_that_was_named_and_the_next_time_it_is_proposed(tmp_path: Path) -> None:
    app, path = BackpropApp(compile=False), tmp_path / "mine.run"
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("right", "right")
        await settle(pilot)
        await save_as(app, pilot, str(path))
        assert f"tui-backprop open {path} goes on with it" in notices(app)[0]
        session, screen = read(path.read_bytes())
        assert (session.cycle, screen) == (2, "network")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.screen.query_one(Input).value == str(path)


@pytest.mark.parametrize(("name", "said"), [("", "type the name of a file"), ("notes.txt", "it is not written over")])
async def test_what_must_not_be_written_over_is_refused_where_it_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text("dear diary", encoding="utf-8")
    app = BackpropApp(compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await save_as(app, pilot, name)
        assert said in str(app.screen.query_one("#ask-error", Static).render())
        assert Path("notes.txt").read_text(encoding="utf-8") == "dear diary"


async def test_a_folder_that_cannot_be_written_is_one_sentence_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    app = BackpropApp(compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("right")
        await settle(pilot)
        await save_as(app, pilot, str(tmp_path / "file" / "a.run"))
        assert "the run cannot be kept in" in notices(app)[0]
        assert app.network.snapshot is not None
        assert app.network.snapshot.cycle == 1
