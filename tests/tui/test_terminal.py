"""The installed command as a person meets it: in a real pseudo-terminal, by its keys, on its screen."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np
import pytest
from terminal import (
    ALTERNATE_SCREEN,
    CURSOR,
    ESCAPE,
    FOCUS,
    HOME,
    LEFT,
    MOUSE,
    PASTE,
    PROGRAM,
    RIGHT,
    Terminal,
    environment,
)

from tui_backprop import NeuralNet
from tui_backprop.explain.typeset import number

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of forkpty:DeprecationWarning")

SAMPLES = [((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)]
MATRICES = slice(2, 16)
FULL_SPEED = ">>"


def started(folder: Path, *command: str) -> Terminal:
    terminal = Terminal(folder, *(command or (str(PROGRAM), "--until-error", "1e-12")))  # it does not stop by itself
    terminal.wait(is_painted)
    return terminal


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], AbstractContextManager[Terminal]]]:
    """Gives a program at its first cycle to each test that does not end it: to the next one the same, if all went well."""
    running: list[Terminal] = []

    @contextmanager
    def at_the_start() -> Iterator[Terminal]:
        with ExitStack() as ends:
            terminal = ends.enter_context(running.pop() if running else started(tmp_path_factory.mktemp("home")))
            yield terminal
            terminal.press(HOME)
            terminal.wait(at(0))
            ends.pop_all()
            running.append(terminal)

    yield at_the_start
    for terminal in running:
        with terminal:
            pass


def is_painted(terminal: Terminal) -> bool:
    return "backward" in terminal.text and terminal.lines[-1].endswith("quit") and terminal.cycle >= 0


def run_to(terminal: Terminal, cycle: int) -> None:
    """Press space, see it run past a cycle, press space again."""
    terminal.press(FULL_SPEED, " ")
    terminal.wait(lambda t: t.cycle > cycle and "▶" in t.lines[0])
    terminal.press(" ")
    terminal.wait(lambda t: "‖" in t.lines[0])


def at(cycle: int):
    """Whether the screen rests at the end of a cycle."""
    return lambda terminal: terminal.cycle == cycle and "‖" in terminal.lines[0]


def row(values: np.ndarray) -> str:
    return " ".join(map(number, values.ravel()))


def digits(cycle: int) -> list[str]:
    """What the screen must show at the end of a cycle, by the article's class."""
    state = np.random.RandomState(0)
    net = NeuralNet()
    net.set_parameter(state.rand(4, 3), state.rand(1, 5))
    shown: list[str] = []
    for c in range(cycle):
        x, t = SAMPLES[c % 4]
        net.feed_forward(np.array([x]).T, [[t]])
        _, theta2_gradient = net.back_propagate()
        shown = [
            f"E {number(net.x5[0, 0])} · ΣE",
            f"─f₁→{row(net.x2)}─f₂→{row(net.x3)}─f₃→{row(net.x4)}─f₄→{row(net.x5)}",
            f"[{row(theta2_gradient)}]",
        ]
        net.update_parameter(0.02)
    return shown + [row(values) for values in (*net.theta1, net.theta2)]


def wait_for_digits(terminal: Terminal, cycle: int) -> None:
    """Wait until it rests at a cycle and shows its digits."""
    wanted = digits(cycle)
    terminal.wait(lambda t: at(cycle)(t) and all(row in "\n".join(t.lines) for row in wanted))


def assert_left_clean(terminal: Terminal, code: int = 0) -> None:
    """The program has ended, and the shell finds its terminal as it was."""
    assert terminal.wait_for_the_end() == code
    modes = terminal.modes
    assert modes[CURSOR]
    assert [mode for mode in (ALTERNATE_SCREEN, PASTE, FOCUS, *MOUSE) if modes[mode]] == []
    assert terminal.is_a_shells
    assert b"Traceback" not in terminal.output


def test_the_screen_shows_the_digits_of_the_articles_class_on_the_way_there_and_back(begun):
    with begun() as terminal:
        wait_for_digits(terminal, 0)
        seen = {}
        for key, cycle in [(RIGHT, 1), (RIGHT, 2), ("]", 6), (RIGHT, 7)]:
            terminal.press(key)
            wait_for_digits(terminal, cycle)
            seen[cycle] = terminal.lines[MATRICES]
        for key, cycle in [(LEFT, 6), ("[", 2), (LEFT, 1)]:
            terminal.press(key)
            wait_for_digits(terminal, cycle)
            terminal.wait(lambda t, there=seen[cycle]: t.lines[MATRICES] == there)
        assert terminal.wait_until_still()[MATRICES] == seen[1]


def test_a_report_shows_the_articles_loss_and_is_the_same_when_it_comes_back(begun):
    with begun() as terminal:
        terminal.press("}")
        terminal.wait(lambda t: at(40_000)(t) and "ΣE last iteration +0.3952" in t.lines[1])
        seen = terminal.lines
        terminal.press(RIGHT)
        terminal.wait(at(40_001))
        terminal.press("{")
        terminal.wait(lambda t: at(40_000)(t) and t.lines[MATRICES] == seen[MATRICES])
        assert "ΣE last iteration +0.3952" in terminal.lines[1]


def test_it_runs_at_full_speed_pauses_and_steps_back_to_the_same_digits(begun):
    with begun() as terminal:
        run_to(terminal, 1_000_000)
        cycle = terminal.cycle
        seen = terminal.wait_until_still()
        assert terminal.cycle == cycle
        terminal.press(LEFT)
        terminal.wait(at(cycle - 1))
        terminal.press(RIGHT)
        terminal.wait(lambda t: at(cycle)(t) and t.lines[MATRICES] == seen[MATRICES])


def test_another_size_shows_other_panes_and_the_first_size_the_same_screen_again(begun):
    with begun() as terminal:
        terminal.press("]", "]", RIGHT)
        terminal.wait(at(9))
        seen = terminal.wait_until_still()
        terminal.resize(80, 24)
        terminal.wait(lambda t: t.lines[-1].endswith("quit") and "Reports" in t.text and "Samples:" not in t.text)
        terminal.resize(200, 60)
        terminal.wait(lambda t: t.lines[-1].endswith("quit") and all(x in t.text for x in ("Samples:", "Decision map")))
        wait_for_digits(terminal, 9)
        terminal.resize(60, 20)
        terminal.wait("This terminal is 60×20; enlarge it to 80×24 or more.")
        terminal.resize(120, 36)
        terminal.wait(lambda t: t.lines == seen)


@pytest.mark.parametrize("key", ["q", "\x11"], ids=["q", "ctrl+q"])
def test_it_can_be_resized_and_left_while_it_runs_and_leaves_the_terminal_as_it_was(tmp_path, key):
    with started(tmp_path) as terminal:
        assert not terminal.is_a_shells
        terminal.press(FULL_SPEED, " ")
        terminal.wait(lambda t: "▶" in t.lines[0])
        for columns, lines in [(80, 24), (60, 20), (200, 60), (120, 36)]:
            terminal.resize(columns, lines)
        terminal.wait(lambda t: is_painted(t) and t.cycle > 100_000)
        terminal.press(key)
        assert_left_clean(terminal)


def test_ctrl_c_says_how_to_leave_and_leaves_the_run_alone(tmp_path):
    with started(tmp_path) as terminal:
        terminal.press(RIGHT, "\x03")
        terminal.wait("ctrl+q")
        wait_for_digits(terminal, 1)
        terminal.press("q")
        assert_left_clean(terminal)


@pytest.mark.parametrize("keys", ["q4", "q1", "qaa4"])
def test_keys_that_are_typed_behind_the_one_that_leaves_do_nothing(tmp_path, keys):
    with started(tmp_path) as terminal:
        terminal.press(keys)
        assert_left_clean(terminal)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)], ids=["INT", "TERM"])
def test_a_signal_that_ends_it_leaves_the_terminal_as_it_was(tmp_path, number, code):
    with started(tmp_path) as terminal:
        terminal.press(FULL_SPEED, " ")
        terminal.wait(lambda t: "▶" in t.lines[0])
        terminal.kill(number)
        assert_left_clean(terminal, code)


def test_it_ends_when_its_window_is_closed(tmp_path):
    with started(tmp_path) as terminal:
        terminal.press(FULL_SPEED, " ")
        terminal.wait(lambda t: "▶" in t.lines[0])
        terminal.hang_up()


def test_after_a_kill_in_full_run_it_starts_and_runs_as_ever(tmp_path):
    with started(tmp_path) as terminal:
        terminal.press(FULL_SPEED, " ")
        terminal.wait(lambda t: t.cycle > 1_000_000)
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_for_the_end() == -signal.SIGKILL
    with started(tmp_path) as terminal:
        wait_for_digits(terminal, 0)
        run_to(terminal, 1_000_000)
        terminal.press(HOME, RIGHT)
        wait_for_digits(terminal, 1)
        terminal.press("q")
        assert_left_clean(terminal)
    assert {path.name for path in tmp_path.iterdir()} <= {".local", ".config", ".cache"}


def test_a_place_that_is_none_gets_one_sentence_and_nothing_is_lost(begun):
    with begun() as terminal:
        terminal.press("]", RIGHT)
        terminal.wait(at(5))
        seen = terminal.wait_until_still()
        terminal.press("g")
        terminal.wait("Go to")
        terminal.press("banana", "\r")
        terminal.wait("'banana' is no place; type an iteration (12345), a cycle (c 49379),")
        terminal.press(ESCAPE)
        terminal.wait(lambda t: t.lines == seen)
        for typed, cycle in [("12,345", 49_380), ("c 6", 6)]:
            terminal.press("g")
            terminal.wait("Go to")
            terminal.press(typed, "\r")
            terminal.wait(at(cycle))
        wait_for_digits(terminal, 6)


def test_a_key_held_down_in_full_run_takes_its_steps_and_the_next_key_answers_at_once(tmp_path):
    with started(tmp_path) as terminal:
        terminal.press(FULL_SPEED, " ")
        terminal.wait(lambda t: t.cycle > 1_000_000)
        terminal.press(RIGHT * 300, "=")
        asked = time.monotonic()
        terminal.wait("α 0.05")
        assert time.monotonic() - asked < 5
        terminal.wait(lambda t: "‖" in t.lines[0])
        end = terminal.cycle
        assert f"of {end:,}" in " ".join(terminal.lines[1].split())
        terminal.press(LEFT * 300)
        terminal.wait(at(end - 300))
        terminal.press(RIGHT * 200)
        terminal.wait(at(end - 100))


def test_without_a_terminal_it_says_so_in_a_sentence(tmp_path):
    found = subprocess.run(
        [PROGRAM], env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.count("\n") == 1
    assert "not a terminal" in found.stderr
