"""x: what is taken along is what was on the screen, and a file is never lost by it."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from driver import Driver
from rich.cells import cell_len
from scenes import settle
from textual.widgets import Input, Static

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.dialogs.export import ExportScreen
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.words import LANGUAGES, speak, words


class Exporter(Driver):
    """Opens the dialog, takes along, and reads what is said of it."""

    async def open(self, what: str, format: str, where: str = "clipboard") -> None:
        """Open the dialog and put the bars on these."""
        await self.press("x")
        for name, text in (("what", what), ("as", format), ("where", where)):
            choices = self.app.screen.query_one(f"#export-{name}", Choices)
            texts = [str(option.prompt) for option in choices.options]
            assert any(text in each for each in texts), texts
            choices.highlighted = next(k for k, each in enumerate(texts) if text in each)
            await settle(self.pilot)

    async def enter(self) -> None:
        """Take it, and wait for what is said of it, for a file is written by a thread."""
        await self.press("enter")
        for _ in range(500):
            if self.notices or isinstance(self.app.screen, ExportScreen):
                break
            await self.pilot.pause(0.01)

    async def take(self, what: str, format: str) -> str:
        """What gets to the clipboard."""
        await self.open(what, format)
        await self.press("enter")
        await self.press("escape")
        return self.app.clipboard

    @property
    def error(self) -> str:
        return str(self.app.screen.query_one("#export-error", Static).render())


@asynccontextmanager
async def running(size: tuple[int, int] = (80, 24), **more: Any) -> AsyncIterator[Exporter]:
    app = BackpropApp(Recipe(seed=5, learning_rate=0.5), compile=False, **more)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Exporter(app, pilot)


async def test_the_matrix_under_the_cursor_comes_back_with_every_digit() -> None:
    async with running(go_to=401) as driver:
        await driver.press("tab", "tab", "down")
        assert driver.app.network.snapshot is not None
        theta1 = driver.app.network.snapshot.values["theta1"]
        text = await driver.take("θ′⁽¹⁾, under the cursor", "CSV")
        assert (
            np.array([[float(x) for x in row] for row in csv.reader(io.StringIO(text))]).tobytes() == theta1.tobytes()
        )
        found: dict[str, Any] = {"np": np}
        exec(await driver.take("θ′⁽¹⁾, under", "NumPy"), found)
        assert found["theta1"].tobytes() == theta1.tobytes()
        assert (await driver.take("θ′⁽¹⁾, under", "LaTeX")).startswith("\\theta '^{(1)}")
        assert (await driver.take("θ′⁽¹⁾, under", "Markdown")).count("|") == 6 * 4


async def test_what_is_shown_as_its_transpose_is_taken_as_its_transpose() -> None:
    async with running(go_to=5) as driver:
        network = driver.app.network
        await driver.press("j")
        network.bring_forward("jacobians")
        await settle(driver.pilot)
        network.point(Cell("jacobian_f3_x3", 0, 2))
        await settle(driver.pilot)
        text = await driver.take("Jᵀ_x⁽³⁾(f₃)", "NumPy")
        found: dict[str, Any] = {"np": np}
        exec(text, found)
        assert network.snapshot is not None
        expected = network.snapshot.values["jacobian_f3_x3"].T
        assert found["jacobian_f3_x3_transposed"].tolist() == expected.tolist()


async def test_a_matrix_that_is_not_computed_yet_is_not_offered() -> None:
    async with running() as driver:
        await driver.press("full_stop")
        driver.app.network.bring_forward("jacobians")
        await settle(driver.pilot)
        driver.app.network.point(Cell("jacobian_f3_x3", 0, 0))
        await settle(driver.pilot)
        await driver.press("x")
        offered = [str(option.prompt) for option in driver.app.screen.query_one("#export-what", Choices).options]
        assert offered == ["cycle 1, worked out", "the picture of this screen"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_no_number_is_pointed_at_it_is_said_how_a_matrix_is_taken(language) -> None:
    async with running() as driver:
        speak(language)
        await driver.press("right", "x")
        said = words().export.matrix_first(key="↓")
        assert cell_len(said) <= driver.app.screen.query_one("#export-what", Choices).content_size.width
        assert said in driver.text
        await driver.press("escape", "down", "x")
        assert said not in driver.text
        assert driver.app.screen.query_one("#export-what", Choices).option_count == 3


async def test_the_cycle_is_the_whole_one_though_its_phase_is_an_earlier_one() -> None:
    async with running(go_to=6) as driver:
        await driver.press("full_stop", "full_stop")
        text = await driver.take("cycle 7, worked out", "NumPy")
        exec(compile(text, "cycle", "exec"), {})  # it compares every number with its own
        assert driver.app.network.snapshot is not None
        assert (driver.app.network.snapshot.cycle, driver.app.network.snapshot.phase) == (7, Phase.F2)
        with pytest.raises(AssertionError):
            exec(compile(text.replace("theta1 = np.array([[", "theta1 = np.array([[9"), "cycle", "exec"), {})


async def test_the_loss_curve_is_that_of_training() -> None:
    async with running(go_to=4_002) as driver:
        text = await driver.take("the loss curve", "CSV")
        rows = list(csv.reader(io.StringIO(text)))
        assert rows[0] == ["iteration", "sum_of_errors"]
        session = Session(Recipe(seed=5, learning_rate=0.5))
        session.go_to(4_002)
        errors = session.timeline.errors(0, 4_000).reshape(-1, 4)
        assert [int(k) for k, _ in rows[1:]] == [*range(1, 1_001)]
        assert [float(e) for _, e in rows[1:]] == [((a + b) + c) + d for a, b, c, d in errors.tolist()]
        found: dict[str, Any] = {"np": np}
        exec(await driver.take("the loss curve", "NumPy"), found)
        assert found["sum_of_errors"].tolist() == [float(e) for _, e in rows[1:]]
        table = await driver.take("the loss curve", "Markdown")
        lines = table.splitlines()
        assert len(lines) == 42
        assert lines[2].startswith("| 25 |")
        assert float(lines[2].split("|")[3]) == pytest.approx(max(float(e) for _, e in rows[1:26]), rel=1e-9)


@pytest.mark.parametrize("screen", ["network", "chain", "descent", "starts"])
async def test_every_screen_gives_its_picture_without_the_dialog(screen: str, tmp_path: Path) -> None:
    async with running(start_screen=screen) as driver:
        await driver.open("the picture of this screen", "SVG", "file")
        driver.app.screen.query_one(Input).value = str(tmp_path / "picture.svg")
        await driver.enter()
        text = (tmp_path / "picture.svg").read_text(encoding="utf-8")
        ElementTree.fromstring(text)
        assert "chain" in text
        assert "Take" not in text


async def test_chain_and_descent_give_their_numbers() -> None:
    async with running(start_screen="chain") as driver:
        assert "J^{T}_x(g" in await driver.take("under the cursor", "LaTeX")
        await driver.press("2", "right", "right")
        text = await driver.take("the points of the descent", "CSV")
        assert text.startswith("k,x1,x2,f,")
        assert len(text.splitlines()) == 4


async def test_a_file_gets_the_text_and_the_notice_says_which_one(tmp_path: Path) -> None:
    async with running(go_to=4) as driver:
        await driver.open("the loss curve", "CSV", "file")
        line = driver.app.screen.query_one(Input)
        assert line.value == "loss.csv"
        path = tmp_path / "new" / "réseau · 数据.csv"
        line.value = str(path)
        await driver.enter()
        assert path.read_text(encoding="utf-8").startswith("iteration,sum_of_errors\n1,0.")
        assert driver.notices == [f"It is in {path}."]


async def test_a_file_that_is_there_is_asked_about_and_kept_if_one_goes_back(tmp_path: Path) -> None:
    path, other = tmp_path / "notes.md", tmp_path / "other.md"
    for each in (path, other):
        each.write_text("dear diary", encoding="utf-8")
    async with running(go_to=4) as driver:
        await driver.open("the loss curve", "Markdown", "file")
        driver.app.screen.query_one(Input).value = str(path)
        await driver.press("enter")
        assert driver.error == f"{path} is there already: enter once more writes over it"
        driver.app.screen.query_one(Input).value = str(other)
        await driver.press("enter")
        assert isinstance(driver.app.screen, ExportScreen)
        await driver.press("escape")
        assert path.read_text(encoding="utf-8") == other.read_text(encoding="utf-8") == "dear diary"
        await driver.open("the loss curve", "Markdown", "file")
        driver.app.screen.query_one(Input).value = str(path)
        await driver.press("enter")
        await driver.enter()
        assert path.read_text(encoding="utf-8").startswith("| iteration | ΣE |")
        assert other.read_text(encoding="utf-8") == "dear diary"


async def test_it_is_said_that_a_file_is_there_though_the_line_tells_late_that_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("dear diary", encoding="utf-8")
    async with running(go_to=4) as driver:
        await driver.open("the loss curve", "Markdown", "file")
        driver.app.screen.query_one(Input).value = str(path)
        driver.app.screen._take()  # before the message about the line has come to the dialog
        await driver.rest()
        assert driver.error == f"{path} is there already: enter once more writes over it"
        await driver.press("escape")


@pytest.mark.parametrize(("name", "said"), [("", "type the name of a file"), (".", "is a folder"), ("a\0b", "written")])
async def test_what_is_no_file_is_refused_where_it_is_typed(name: str, said: str) -> None:
    async with running(go_to=4) as driver:
        await driver.open("the loss curve", "CSV", "file")
        driver.app.screen.query_one(Input).value = name
        await driver.enter()
        if isinstance(driver.app.screen, ExportScreen):
            assert said in driver.error
        else:
            assert said in driver.notices[0]


async def test_a_file_that_cannot_be_written_is_one_sentence_without_its_escape_sequences(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    async with running(go_to=4) as driver:
        await driver.open("the loss curve", "CSV", "file")
        driver.app.screen.query_one(Input).value = str(tmp_path / "file" / "a\x1b[31m.csv")
        await driver.enter()
        said = driver.notices[0] if driver.notices else driver.error
        assert "cannot be written" in said
        assert "\x1b" not in said


async def test_a_picture_is_offered_as_a_file_and_all_else_to_the_clipboard() -> None:
    async with running(go_to=4) as driver:
        await driver.press("x", "end")
        where = driver.app.screen.query_one("#export-where", Choices)
        line = driver.app.screen.query_one(Input)
        assert (where.highlighted, line.value) == (1, "tui-backprop.svg")
        await driver.press("up")
        assert where.highlighted == 0


async def test_a_text_too_long_for_a_terminal_is_not_sent_to_it() -> None:
    async with running(go_to=20_000) as driver:
        driver.app.copy_to_clipboard("before")
        await driver.open("the loss curve", "CSV")
        await driver.press("enter")
        assert driver.app.clipboard == "before"
        assert "too long for a terminal's clipboard" in driver.notices[0]


async def test_keys_that_come_all_at_once_go_where_each_was_meant() -> None:
    async with running(go_to=4) as driver:
        await driver.pilot.press("x", "down", "right", "right", "down", "left", "down")
        await settle(driver.pilot)
        bars = [driver.app.screen.query_one(f"#export-{name}", Choices).highlighted for name in ("what", "as", "where")]
        assert bars == [1, 1, 1]
        assert driver.app.screen.query_one(Input).value == "loss.py"


async def test_the_name_proposed_follows_the_choice_until_another_one_is_typed() -> None:
    async with running(go_to=4) as driver:
        await driver.press("x", "right", "right", "down")
        line = driver.app.screen.query_one(Input)
        assert line.value == "cycle-4.txt"
        await driver.press("left", "left", "down")
        assert line.value == "loss.csv"
        await driver.press("right", "down")
        assert line.value == "loss.py"
        line.value = "mine"
        await driver.press("down")
        assert line.value == "mine"


async def test_who_types_a_name_wants_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(go_to=4) as driver:
        await driver.press("x", "down", "right", "right", "tab")
        line = driver.app.screen.query_one(Input)
        assert driver.app.focused is line
        monkeypatch.chdir(tmp_path)
        await driver.press(*"mine", "full_stop", *"csv")
        await driver.enter()
        assert (tmp_path / "mine.csv").read_text(encoding="utf-8").startswith("iteration,")
