"""Where there is no number, or none that is finite, no screen shows what a computer calls it."""

from __future__ import annotations

import re
from itertools import cycle

import pytest
from languages import seen
from scenes import settle

from tui_backprop.explain.cell import Cell
from tui_backprop.lessons.progress import Progress
from tui_backprop.training.chain.study import ChainStudy
from tui_backprop.training.descent.recipe import DescentRecipe
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.chain.board import ChainBoard
from tui_backprop.words import LANGUAGES, speak, words

COMPUTER = re.compile(r"(?i)\b(?:nan|inf)\b")


@pytest.fixture(params=LANGUAGES, autouse=True)
def _language(request):
    speak(request.param)


def app_on(screen: str, tmp_path, recipe: Recipe | None = None) -> BackpropApp:
    app = BackpropApp(
        recipe or Recipe(), compile=False, start_screen=screen, progress=Progress(tmp_path / "lessons.json")
    )
    app.animation_level = "none"
    return app


async def shown_on_every_pane(app: BackpropApp, pilot) -> str:
    texts = []
    for pane in type(app.screen).NAMES:
        app.screen.bring_forward(pane)
        await settle(pilot)
        texts.append(seen(app))
    return "\n".join(texts)


@pytest.mark.parametrize(
    "study",
    [
        ChainStudy("sqrt(x1**2)", "y1", (0.0,), (0.0,)),
        ChainStudy("log(x1)", "1/y1, y1", (-1.0,), (-1.0,)),
        ChainStudy("exp(x1), x1", "y1*y2, exp(y1)", (800.0,), (800.0,)),
        ChainStudy("sqrt(x1**2), x1", "y1**2 + y2, y2", (0.0,), (0.0,)),
    ],
    ids=lambda study: study.f,
)
async def test_a_derivative_that_does_not_exist_is_said_in_words(study, tmp_path):
    app = app_on("chain", tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.screen.study(study)
        await settle(pilot)
        said = await shown_on_every_pane(app, pilot)
        board = app.screen.query_one(ChainBoard)
        point = app.screen.snapshot.point
        for code in ("y", "z", "f", "g", "gf", "symbolic", "numerical"):
            array = {"y": point.y, "z": point.z, "f": point.jt_f, "g": point.jt_g}.get(code, point.jt_gf)
            board.cursor = Cell(code, 0, array.shape[1] - 1 if array.ndim > 1 else 0)
            await settle(pilot)
            said += seen(app)
    assert words().app.no_value in said
    assert not COMPUTER.findall(said), said


@pytest.mark.parametrize(
    "recipe",
    [DescentRecipe("log(x1)*x2", (-1.0, 1.0)), DescentRecipe("sqrt(x1) + x2**2", (0.1, 1.0), 1.0),
     DescentRecipe("exp(x1*x2)", (30.0, 30.0), 1e300)],
    ids=lambda recipe: recipe.f,
)  # fmt: skip
async def test_a_descent_out_of_the_domain_shows_no_computers_word(recipe, tmp_path):
    app = app_on("descent", tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.screen.descend(recipe, 3)
        await settle(pilot)
        said = await shown_on_every_pane(app, pilot)
        for key in ("tab", "down", "down", "down", "right", "c"):
            await pilot.press(key)
            await settle(pilot)
            said += seen(app)
    assert not COMPUTER.findall(said), said


@pytest.mark.parametrize("value", [1e308, -1e308, float("inf")])
async def test_a_run_that_leaves_the_finite_numbers_shows_no_computers_word(value, tmp_path):
    edits = tuple(Edit(4, f"theta1[{row},{column}]", value) for row in range(4) for column in range(3))
    app = app_on(
        "network", tmp_path, Recipe(edits=(*edits, Edit(4, "theta2[0,1]", 1e308), Edit(4, "theta2[0,2]", -1e308)))
    )
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for _ in range(4):
            await pilot.press("right")
            await settle(pilot)
        # There and back on one pane after another: a pane that comes forward costs as much as three steps.
        for pane, key in zip(type(app.screen).NAMES, cycle(("full_stop", "comma"))):
            app.screen.bring_forward(pane)
            await settle(pilot)
            assert not COMPUTER.findall(said := seen(app)), said
            for _ in range(30):
                before = app.screen.snapshot
                await pilot.press(key)
                await settle(pilot)
                assert not COMPUTER.findall(said := seen(app)), said
                if (app.screen.snapshot.cycle, app.screen.snapshot.phase) == (before.cycle, before.phase):
                    break  # what an infinite parameter would begin is not run
