"""Terminals that draw θ in two cells are told from those that draw it in one."""

import os
import pty
import threading

import pytest

from tui_backprop.tui import ambiguous_width
from tui_backprop.tui.ambiguous_width import is_wide


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
            if self.seen.endswith(b"\x1b[6n") and self.cells is not None:
                os.write(self.master, b"\x1b[12;%dR" % (1 + self.cells))

    def close(self):
        self._thread.join(5)
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
    assert is_wide(terminal.source, terminal.target) is wide
    terminal.close()
    assert terminal.seen.startswith("\rθ".encode())
    assert terminal.seen.endswith(b"\r\x1b[K"), "the sign is not left on the screen"


def test_a_terminal_that_does_not_answer_counts_as_narrow(monkeypatch):
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    terminal = Answering(None)
    assert not is_wide(terminal.source, terminal.target)
    terminal.close()


def test_a_pipe_is_not_asked(tmp_path, patient):
    with open(tmp_path / "out", "w+") as file:
        assert not is_wide(file, file)
    assert (tmp_path / "out").read_text() == ""


def test_a_browser_is_not_asked(monkeypatch):
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    terminal = Answering(2)
    assert not is_wide(terminal.source, terminal.target)
    terminal.target.write("\x1b[K")
    terminal.target.flush()
    terminal.close()
    assert b"6n" not in terminal.seen
