"""The look of every scene at three sizes, of some at more, against pictures that were looked at."""

from functools import partialmethod

import pytest
from at_rest import paint_when_asked
from rich.console import Console
from scenes import SCENES, SIZES, Scene


@pytest.fixture(autouse=True)
def _only_the_picture_is_painted(monkeypatch: pytest.MonkeyPatch, _rest_is_exact: None) -> None:
    paint_when_asked(monkeypatch)


@pytest.fixture(autouse=True)
def _a_picture_is_not_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rich adds up all signs and styles of a picture to a number for it, which the comparison leaves out again."""
    monkeypatch.setattr(Console, "export_svg", partialmethod(Console.export_svg, unique_id="terminal-0"))


PICTURES = [(scene, size) for scene in SCENES for size in (*SIZES, *scene.also)]


@pytest.mark.parametrize(("scene", "size"), PICTURES, ids=[f"{scene.name}-{x}x{y}" for scene, (x, y) in PICTURES])
def test_a_scene_looks_as_it_did(scene: Scene, size: tuple[int, int], snap_compare) -> None:
    assert snap_compare(scene.app(), terminal_size=size, run_before=scene.play)
