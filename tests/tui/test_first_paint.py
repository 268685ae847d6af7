"""What the first paint does not need is loaded when it is asked for: every module is a part of a second that one waits."""

import os
import re
import subprocess
import sys

import pyte
import pytest
from terminal import Terminal

START = """
import os, sys

import textual.constants  # which knows the driver from here on

from tui_backprop.cli import app, main
from tui_backprop.tui.network.screen import NetworkScreen

del os.environ["TEXTUAL_DRIVER"]  # as in a terminal, with a place to keep the run in
app._check_terminal = lambda: None
paint, loaded = NetworkScreen.paint, []


def painted(screen, snapshot):
    paint(screen, snapshot)
    loaded.append(list(sys.modules))
    screen.app.call_after_refresh(screen.app.exit)


NetworkScreen.paint = painted
main([])
print(*loaded[0])
"""

LATER = (
    "csv",
    "hashlib",
    "html",
    "numpy.random",
    "plotext",
    "pygments",
    "textual.widgets._text_area",
    "tomllib",
    "tui_backprop.calculus.network.check",
    "tui_backprop.explain.explanation",
    "tui_backprop.explain.exercise",
    "tui_backprop.explain.network.explanation",
    "tui_backprop.explain.network.notices",
    "tui_backprop.explain.network.source",
    "tui_backprop.training.network.comparison",
    "tui_backprop.training.network.search",
    "tui_backprop.training.saving.saved",
    "tui_backprop.tui.dialogs.ask",
    "tui_backprop.tui.dialogs.choose",
    "tui_backprop.tui.dialogs.copied",
    "tui_backprop.tui.dialogs.dialog",
    "tui_backprop.tui.dialogs.export",
    "tui_backprop.tui.dialogs.help",
    "tui_backprop.tui.dialogs.palette",
    "tui_backprop.tui.dialogs.practice",
    "tui_backprop.tui.dialogs.table",
    "tui_backprop.tui.network.changes",
    "tui_backprop.tui.network.kept_runs",
    "tui_backprop.tui.network.listing",
    "tui_backprop.tui.network.marks",
    "tui_backprop.tui.network.side_by_side",
    "tui_backprop.tui.network.when",
    "tui_backprop.words.chain",
    "tui_backprop.words.en.chain",
    "tui_backprop.words.en.descent",
    "tui_backprop.words.en.lessons.forward",
    "tui_backprop.words.en.practice",
    "tui_backprop.words.en.starts_screen",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The modules that the command has loaded when it has painted the network screen for the first time."""
    folder = tmp_path_factory.mktemp("home")
    headless = {"TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver", "HOME": str(folder)}
    found = subprocess.run(
        [sys.executable, "-c", START], env=os.environ | headless, capture_output=True, text=True, timeout=120
    )
    assert found.returncode == 0, found.stderr
    return set(found.stdout.split())


def test_the_first_paint_shows_the_network_screen(loaded):
    assert {"numpy", "textual.app", "tui_backprop.tui.network.screen", "tui_backprop.words.en"} <= loaded


@pytest.mark.parametrize("module", LATER)
def test_the_first_paint_waits_for_no_module_that_it_does_not_need(loaded, module):
    assert module not in loaded


def test_the_first_frame_is_whole(tmp_path):
    with Terminal(tmp_path) as terminal:
        terminal.wait("quit")
        at_rest = terminal.wait_until_still()
    frames = re.findall(rb"\x1b\[\?2026h(.*?)\x1b\[\?2026l", bytes(terminal.output), re.DOTALL)
    screen = pyte.Screen(120, 36)
    pyte.ByteStream(screen).feed(frames[0])
    assert [line.rstrip() for line in screen.display] == at_rest
    assert "press . for the first phase" in " ".join(at_rest)
