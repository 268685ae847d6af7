"""The scenes that the snapshot tests compare and the screenshots show. Run it to write the folder screenshots/."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

from textual.widgets import Input

from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.explain.cell import Cell
from tui_backprop.lessons import course
from tui_backprop.lessons.progress import Progress
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.jacobians import JacobiansPane
from tui_backprop.words import speak

SIZES = ((80, 24), (120, 36), (200, 60))
BETWEEN_AND_BEYOND = ((160, 45), (250, 70))

GRID = tuple((x, y) for x in range(-2, 3) for y in range(-2, 3))

DONE = {"derivative": 9, "one_variable": 4, "descent": 5, "backward": 3}
"""How many steps of the lessons are done in the scenes that show them."""

STEP = ("right_square_bracket", "right")


@dataclass(frozen=True)
class Scene:
    """Keys pressed in an app with a fixed recipe; `point` is where the cursor is put, `quiet` takes the notices away,
    `shown` has the sizes of its screenshots, `also` further sizes at which it is compared."""

    name: str
    keys: tuple[str, ...] = ()
    recipe: Recipe = field(default_factory=Recipe)
    theme: str = "textual-dark"
    screen: str = "network"
    point: Cell | None = None
    no_color: bool = False
    language: str = "en"
    lesson: str | None = None
    quiet: bool = False
    shown: tuple[tuple[int, int], ...] = ()
    also: tuple[tuple[int, int], ...] = ()

    def app(self) -> BackpropApp:
        """The app before its keys. It compiles its kernel: uncompiled, with the same bits, some scenes train for a minute."""
        speak(self.language)
        if self.no_color:
            os.environ["NO_COLOR"] = "1"
        progress = Progress(Path(mkdtemp()) / "lessons.json")
        for name, steps in DONE.items() if self.lesson is not None else ():
            for step in course.lesson(name).steps[:steps]:
                progress.mark(name, step.name)
        app = BackpropApp(self.recipe, start_screen=self.screen, lesson=self.lesson, progress=progress)
        os.environ.pop("NO_COLOR", None)
        app.animation_level = "none"
        app.NOTIFICATION_TIMEOUT = 3600  # or the picture depends on how long the machine takes
        app.network.practice_random = Random(0)
        return app

    async def play(self, pilot: Any) -> None:
        """Press the keys, each when all that the one before it asked for is done."""
        pilot.app.theme = self.theme
        await settle(pilot)
        for key in self.keys:
            await pilot.press(key)
            await settle(pilot)
            if self.quiet:
                pilot.app.clear_notifications()
                await settle(pilot)
            for field_ in pilot.app.screen.query(Input):
                field_.cursor_blink = False  # or the picture depends on the clock
        if self.point is not None:
            pilot.app.network._places.bring_forward("jacobians")
            await settle(pilot)
            pilot.app.network.query_one(JacobiansPane).cursor = self.point
            await settle(pilot)


async def settle(pilot: Any) -> None:
    """Wait until nothing is under way in any screen."""
    for _ in range(3_000):
        await pilot.pause()
        if pilot.app.settled:
            break
        await asyncio.sleep(0.005)
    else:
        raise TimeoutError("the app has not come to rest")
    await pilot.pause()


LOSS = ("tab",) * 4
PHASES = ("f1", "f2", "f3", "f4", "theta2_gradient", "theta1_gradient")
TRAINED = ("right_curly_bracket", "right_curly_bracket", "right")

OWN = OwnData("rings.csv", tuple((x, 8.0 * y, 0.5 if (x, y) == (0, 0) else float(x * x + y * y < 5)) for x, y in GRID))
"""Five times five samples: those around the middle against the rest, with a centre that nobody is sure of."""

GHOST = (*TRAINED, *["left_curly_bracket"] * 2, *["equals_sign"] * 2, *["right_square_bracket"] * 3)
"""Back to iteration 10,000, where another learning rate drops the 10,000 iterations that had been."""

MARKS = (
    *("right_curly_bracket", "m", *"plateau", "enter", "right_curly_bracket", "right", "m", "enter"),
    *(*["left_square_bracket"] * 9, "full_stop", "full_stop", "m", "enter"),
)
KEPT = (
    *("right_curly_bracket", "right_curly_bracket", "k", "n", "right_curly_bracket", "k", "n", "right_curly_bracket"),
    *("left_curly_bracket", *["equals_sign"] * 4, "right_curly_bracket"),
)

STARTS_PLAN = "--hidden 1,2,4 --learning-rate 0.5,2 --starts 12 --iterations 4000"

SCENES = (
    Scene("start", also=BETWEEN_AND_BEYOND),
    Scene("cycle", STEP),
    Scene("trained", TRAINED, shown=SIZES, also=BETWEEN_AND_BEYOND),
    *(
        Scene(f"phase_{name}", (*STEP, *["full_stop"] * (k + 1)), also=BETWEEN_AND_BEYOND if name == PHASES[-1] else ())
        for k, name in enumerate(PHASES)
    ),
    Scene("eight_units", (*STEP, *["full_stop"] * 6), Recipe(hidden=8), also=BETWEEN_AND_BEYOND),
    Scene("pointed_at_a_product", TRAINED, point=Cell("theta1_gradient_row", 0, 3), shown=((120, 36),)),
    Scene("pointed_at_a_zero", STEP, point=Cell("jacobian_f2_x2", 0, 1)),
    Scene("pointed_at_a_parameter", (*STEP, "tab", "tab", "down")),
    Scene("transposed", (*STEP, "j")),
    Scene("checked", (*STEP, "c")),
    Scene("practice", (*STEP, "p", "enter")),
    Scene("source", (*STEP, *["tab"] * 3, "down", "v")),
    Scene("loss", (*TRAINED, *LOSS, "z")),
    Scene("loss_ghost", (*GHOST, *LOSS, "z"), quiet=True),
    Scene("loss_window", (*TRAINED, *LOSS, "w", "i", "i", "l", "s", "z")),
    Scene("marks", (*MARKS, *LOSS, "z"), quiet=True),
    Scene("marks_list", (*MARKS, "apostrophe"), quiet=True),
    Scene("kept_runs", (*KEPT, *LOSS, "z"), quiet=True, shown=((120, 36),)),
    Scene("kept_runs_plain", (*KEPT, *LOSS, "z"), quiet=True, no_color=True),
    Scene("compare", (*KEPT, "K"), quiet=True),
    Scene("side_by_side", (*KEPT, "K", "down", "d"), quiet=True),
    Scene("export", (*STEP, *["tab"] * 2, "down", "x", "right", "right", "down")),
    Scene("copied", (*STEP, "y")),
    Scene("when", (*STEP, "W")),
    Scene("network_pane", (*TRAINED, *["tab"] * 6, "z")),
    Scene("map", (*TRAINED, *["tab"] * 7, "h", "z"), shown=((120, 36),)),
    Scene("reports", (*TRAINED, *["tab"] * 8)),
    Scene("help", (*STEP, "question_mark")),
    Scene("go_to", (*STEP, "g")),
    Scene("light", TRAINED, theme="textual-light"),
    Scene("chain", screen="chain", shown=((120, 36),)),
    Scene("chain_symbols", ("s",), screen="chain"),
    Scene("chain_cell", (*["down"] * 4, *["right"] * 2), screen="chain"),
    Scene("descent", ("right",) * 5, screen="descent", shown=((120, 36),)),
    Scene("descent_oscillating", ("t", "down", "down", "enter", *["right_curly_bracket"] * 3), screen="descent"),
    Scene(
        "starts",
        ("e", *STARTS_PLAN, "enter", "space", *["right_square_bracket"] * 3),
        screen="starts",
        shown=((120, 36),),
    ),
    Scene(
        "starts_groups",
        (
            "e",
            *"--hidden 2 --learning-rate 2 --starts 12 --iterations 2000",
            "enter",
            "space",
            "shift+tab",
            "shift+tab",
            "shift+tab",
            "z",
        ),
        screen="starts",
    ),
    Scene("chinese", TRAINED, language="zh", shown=((120, 36),), also=BETWEEN_AND_BEYOND),
    Scene("chinese_help", (*STEP, "question_mark"), language="zh"),
    Scene("chain_chinese", screen="chain", language="zh", shown=((120, 36),)),
    Scene("descent_chinese", ("right",) * 5, screen="descent", language="zh"),
    Scene("own_data", (*STEP, *["right_square_bracket"] * 40, *["tab"] * 5), Recipe("data", 4, 0, 0.5, data=OWN)),
    *(
        Scene(
            f"lesson_{lesson or 'contents'}{suffix}",
            lesson=lesson,
            language=language,
            shown=((120, 36),) if lesson == "backward" else (),
        )
        for lesson in ("descent", "backward", "")
        for suffix, language in (("", "en"), ("_chinese", "zh"))
    ),
    Scene("no_color", TRAINED, no_color=True),
    Scene("largest", STEP, Recipe("parity4", hidden=16)),
)


async def _shoot(scene: Scene, size: tuple[int, int], folder: Path) -> None:
    app = scene.app()
    async with app.run_test(size=size) as pilot:
        await scene.play(pilot)
        own = scene.lesson is not None or scene.name.startswith(scene.screen)
        name = scene.screen if scene.name == "trained" else scene.name if own else f"{scene.screen}-{scene.name}"
        (folder / f"{name}-{size[0]}x{size[1]}.svg").write_text(app.export_screenshot(), encoding="utf-8")


def main() -> None:
    """Write the screenshots."""
    folder = Path(__file__).parent.parent / "screenshots"
    for old in folder.glob("*.svg"):
        old.unlink()
    for scene in SCENES:
        for size in scene.shown:
            asyncio.run(_shoot(scene, size, folder))


if __name__ == "__main__":
    main()
