"""Terminals that draw θ in two cells are told from those that draw it in one."""

import os
import pty
import termios
import threading
from contextlib import suppress

import pytest

from tui_backprop.tui import ambiguous_width
from tui_backprop.tui.ambiguous_width import asked


class Answering:
    """A terminal's other end that reports the cursor after a sign of so many cells; None reports nothing."""

    def __init__(self, cells):
        self.cells = cells
        self.seen = b""
        self.master, slave = pty.openpty()
        self.source, self.target = os.fdopen(os.dup(slave), "r"), os.fdopen(slave, "w")
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self):
        while not self.seen.endswith(b"\x1b[K"):
            self.seen += os.read(self.master, 64)
            if b"\x1b[6n" in self.seen and self.cells is not None:
                os.write(self.master, b"\x1b[12;%dR" % (1 + self.cells))

    def wait(self):
        """Until it has seen the question, and answered."""
        self._thread.join(5)

    def close(self):
        self.wait()
        self.source.close()
        self.target.close()
        os.close(self.master)


@pytest.fixture
def patient(monkeypatch):
    monkeypatch.setattr(ambiguous_width, "PATIENCE", 5.0)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)


@pytest.mark.parametrize(("cells", "wide"), [(1, False), (2, True)])
def test_the_terminals_own_answer_decides(cells, wide, patient):
    terminal = Answering(cells)
    with asked(terminal.source, terminal.target) as is_wide:
        assert is_wide() is wide
    terminal.close()
    assert terminal.seen.startswith("\rθ".encode())
    assert terminal.seen.endswith(b"\r\x1b[K"), "the sign is not left on the screen"


def test_the_answer_travels_meanwhile_and_what_is_typed_after_it_is_kept(patient):
    terminal = Answering(1)
    before = termios.tcgetattr(terminal.source.fileno())
    with asked(terminal.source, terminal.target) as is_wide:
        terminal.wait()
        assert terminal.seen.endswith(b"\r\x1b[K"), "wiped out before anybody waits for the answer"
        os.write(terminal.master, b".\n")
        assert not is_wide()
    assert termios.tcgetattr(terminal.source.fileno()) == before
    assert terminal.source.readline() == ".\n"
    terminal.close()


def test_the_terminal_is_put_right_when_nobody_asks_for_the_answer(patient):
    terminal = Answering(1)
    before = termios.tcgetattr(terminal.source.fileno())
    with suppress(KeyboardInterrupt), asked(terminal.source, terminal.target):
        assert termios.tcgetattr(terminal.source.fileno()) != before
        raise KeyboardInterrupt
    assert termios.tcgetattr(terminal.source.fileno()) == before
    terminal.close()


def test_a_terminal_that_does_not_answer_counts_as_narrow(monkeypatch):
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    terminal = Answering(None)
    with asked(terminal.source, terminal.target) as is_wide:
        assert not is_wide()
    terminal.close()


def test_a_pipe_is_not_asked(tmp_path, patient):
    with open(tmp_path / "out", "w+") as file, asked(file, file) as is_wide:
        assert not is_wide()
    assert (tmp_path / "out").read_text() == ""


def test_a_browser_is_not_asked(monkeypatch):
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    terminal = Answering(2)
    with asked(terminal.source, terminal.target) as is_wide:
        assert not is_wide()
    terminal.target.write("\x1b[K")
    terminal.target.flush()
    terminal.close()
    assert b"6n" not in terminal.seen
