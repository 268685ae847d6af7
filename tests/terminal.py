"""The installed program in a real pseudo-terminal, with a screen that reads as a person would see it."""

from __future__ import annotations

import re
import signal
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

PROGRAM = Path(sys.executable).with_name("tui-backprop")
PATIENCE = 45.0
"""How long a test waits for what must come: no more than a bound, far over what a busy machine of two cores takes."""

RIGHT, LEFT, HOME, ESCAPE = "\x1b[C", "\x1b[D", "\x1b[H", "\x1b"

MOUSE = (1000, 1003, 1006, 1015)
ALTERNATE_SCREEN, CURSOR, PASTE, FOCUS = 1049, 25, 2004, 1004


def environment(folder: Path) -> dict[str, str]:
    """What the program sees around it: a home of its own; a test run's homes share Numba's cache beside them.

    The home is that of somebody who has been asked about the lessons already.
    """
    kept = folder / ".local/state/tui-backprop/lessons.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text('{"answered": true}')
    return {
        "HOME": str(folder),
        "PATH": str(PROGRAM.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


_FRAMES_ASKED, _FRAMES_KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


class Terminal:
    """A terminal in which a command runs. `output` is all that it wrote; what it shows is up to date after a wait."""

    def __init__(self, folder: Path, *command: str, columns: int = 120, lines: int = 36) -> None:
        program, *arguments = command or (str(PROGRAM),)
        self.output = bytearray()
        self._unread = b""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._process = pexpect.spawn(
            program, arguments, dimensions=(lines, columns), env=environment(folder), cwd=str(folder)
        )
        self._process.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.isalive():
            # pexpect's own way out asks nicely, and gives up a tenth of a second after the signal that kills.
            self._process.kill(signal.SIGKILL)
            self._process.ptyproc.wait()
        self._process.close()

    @property
    def pid(self) -> int:
        """The number of the process in the terminal."""
        return self._process.pid

    # --- what goes in

    def press(self, *keys: str) -> None:
        """Type keys, or the bytes that a terminal sends for them."""
        self._process.send("".join(keys))

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(lines, columns)
        self._process.setwinsize(lines, columns)

    def kill(self, number: int) -> None:
        """Send the process a signal."""
        self._process.kill(number)

    def hang_up(self) -> None:
        """Close the terminal's window, and wait until the program has ended."""
        self._process.ptyproc.fileobj.close()
        end = time.monotonic() + PATIENCE
        while self._process.isalive():
            assert time.monotonic() < end, "the program lives on without its window"
            time.sleep(0.01)

    # --- what comes out

    def read(self, timeout: float = 0.2, shown: bool = True) -> bytes:
        """What the program writes next, up to the end of a frame, b"" if nothing comes; `shown` as long as the screen is to
        follow.

        Frames follow each other without a gap: who reads more slowly than the program writes sees a whole one only here.
        """
        if not self._unread:
            try:
                self._unread = self._process.read_nonblocking(65_536, timeout)
            except pexpect.TIMEOUT:
                return b""
            if _FRAMES_ASKED in self._unread:
                self._process.send(_FRAMES_KNOWN)
        before, end, self._unread = self._unread.partition(_FRAME_ENDS)
        data = before + end
        self.output += data
        if shown:
            self._stream.feed(data)
        return data

    def wait(self, what: str | Callable[[Terminal], bool], timeout: float = PATIENCE) -> None:
        """Read until the screen shows a text, or something is true of it, at the end of a frame; text may be wrapped."""
        end = time.monotonic() + timeout
        while self._in_a_frame or not (what in self.text if isinstance(what, str) else what(self)):
            if time.monotonic() > end:
                raise AssertionError(f"waited {timeout} s for {what!r}; the screen shows\n" + "\n".join(self.lines))
            try:
                self.read()
            except pexpect.EOF:
                raise AssertionError(f"the program ended before {what!r}:\n" + "\n".join(self.lines)) from None

    def wait_until_still(self) -> list[str]:
        """Read until nothing has come for a while, and give the lines on the screen."""
        while self.read(timeout=0.8):
            pass
        return self.lines

    def wait_for_the_end(self) -> int:
        """Read until the program has ended, and give its exit code, or the negative of the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.read()
            except pexpect.EOF:
                self._process.wait()
                status = self._process.exitstatus
                return -self._process.signalstatus if status is None else status
        raise AssertionError("the program has not ended; the screen shows\n" + "\n".join(self.lines))

    @property
    def _in_a_frame(self) -> bool:
        return self.output.rfind(_FRAME_BEGINS) > self.output.rfind(_FRAME_ENDS)

    @property
    def _display(self) -> list[str]:
        """The lines as they stand in the cells; the second cell of a wide sign adds nothing, whatever stood there."""
        screen = self._screen
        return ["".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)]

    @property
    def lines(self) -> list[str]:
        """The lines on the screen."""
        return [line.rstrip() for line in self._display]

    @property
    def text(self) -> str:
        """All that is on the screen as one line, each gap a single space."""
        return " ".join(" ".join(self._display).split())

    @property
    def cycle(self) -> int:
        """The cycle that the second line names; -1 where it is not to be seen."""
        found = re.search(r"cycle +([\d,]+)", self._display[1])
        return int(found[1].replace(",", "")) if found else -1

    @property
    def modes(self) -> dict[int, bool]:
        """The terminal's private modes that the program has set or reset."""
        found = re.findall(rb"\x1b\[\?([\d;]+)([hl])", bytes(self.output))
        return {int(mode): letter == b"h" for modes, letter in found for mode in modes.split(b";")}

    @property
    def is_a_shells(self) -> bool:
        """Whether the line is as a shell wants it: it echoes, waits for whole lines and turns Ctrl-C into a signal."""
        wanted = termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN
        flags: int = termios.tcgetattr(self._process.child_fd)[3]
        return flags & wanted == wanted
