"""A run is kept while it goes on, and at its end."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue

import pytest

from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.saving import keeper as keeper_module
from tui_backprop.training.saving.keeper import Keeper
from tui_backprop.training.saving.saved import read


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "folder" / "a.run"


def cycle_in(path: Path) -> int:
    return read(path.read_bytes())[0].cycle


def test_a_run_that_has_not_begun_is_not_kept(path):
    keeper = Keeper([path])
    keeper.finish(Session())
    assert not path.exists()
    assert not keeper.written


def test_it_is_kept_again_only_after_a_while_and_only_if_it_has_changed(path, monkeypatch):
    now = 100.0
    monkeypatch.setattr(keeper_module.time, "monotonic", lambda: now)
    session, keeper = Session(), Keeper([path])
    session.go_to(10)
    keeper.offer(session)
    keeper.finish(session)
    assert cycle_in(path) == 10
    session.go_to(20)
    keeper.offer(session)
    assert cycle_in(path) == 10
    now += keeper_module.EVERY
    keeper.offer(session)
    keeper.finish(session)
    assert cycle_in(path) == 20
    path.unlink()
    now += keeper_module.EVERY
    keeper.offer(session)
    keeper.finish(session)
    assert not path.exists()


def test_the_end_keeps_what_has_changed_at_once(path):
    session, keeper = Session(), Keeper([path])
    session.go_to(10)
    keeper.offer(session)
    session.go_to(30)
    keeper.finish(session)
    assert cycle_in(path) == 30


def test_the_screen_in_sight_and_an_edit_are_changes(path):
    session, keeper = Session(Recipe(hidden=1)), Keeper([path])
    session.go_to(4)
    keeper.finish(session)
    session.set_learning_rate(0.5)
    keeper.screen = "chain"
    keeper.finish(session)
    back, screen = read(path.read_bytes())
    assert (screen, back.recipe) == ("chain", session.recipe)


def test_a_place_that_cannot_be_written_is_said_once_and_the_others_are_written(path, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    wrong, said = tmp_path / "file" / "a.run", []
    session, keeper = Session(), Keeper([wrong, path], fail=lambda *why: said.append(why))
    for cycle in (10, 20):
        session.go_to(cycle)
        keeper.finish(session)
    assert [where for where, _ in said] == [wrong]
    assert cycle_in(path) == 20


def test_an_engine_keeps_its_session_at_its_end_whatever_happens(path):
    session = Session()
    engine = Engine(session, SimpleQueue().put, SimpleQueue().put, keeper=Keeper([path]))

    def fails(_: Engine) -> None:
        raise ZeroDivisionError

    engine.submit(lambda engine: engine.session.go_to(12))
    engine.submit(fails)
    with pytest.raises(ZeroDivisionError):
        engine.loop()
    assert engine.ended.is_set()
    assert cycle_in(path) == 12
