"""The look of every scene at three sizes, of some at more, against pictures that were looked at."""

import pytest
from at_rest import paint_when_asked
from scenes import SCENES, SIZES, Scene


@pytest.fixture(autouse=True)
def _only_the_picture_is_painted(monkeypatch: pytest.MonkeyPatch, _rest_is_exact: None) -> None:
    paint_when_asked(monkeypatch)


PICTURES = [(scene, size) for scene in SCENES for size in (*SIZES, *scene.also)]


@pytest.mark.parametrize(("scene", "size"), PICTURES, ids=[f"{scene.name}-{x}x{y}" for scene, (x, y) in PICTURES])
def test_a_scene_looks_as_it_did(scene: Scene, size: tuple[int, int], snap_compare) -> None:
    assert snap_compare(scene.app(), terminal_size=size, run_before=scene.play)
