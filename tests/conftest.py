"""What every test must find: a settings file and a state that are nobody's, and a system that speaks English."""

from __future__ import annotations

import atexit
import gc
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tui_backprop.explain.plain import is_plain, wear_plain
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.words import speak, wear

# An app makes and drops so many small objects that looking for cycles among them took a quarter of the tests' time.
gc.set_threshold(200_000, 20, 100)
atexit.register(gc.freeze)  # what ends takes its memory with it


settings.register_profile("any machine", deadline=None)  # a fifth of a second is short where others are at work
settings.load_profile("any machine")


def pytest_collection_finish() -> None:
    """Take what is there by now for no garbage: at the end pytest looks for it five times, in each of its processes."""
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Have the tests of a module go to one process, unless a command line says how they are to be dealt out."""
    if config.getoption("dist") != "loadgroup":
        return None
    from scheduling import ModulesTogether  # here, for without pytest-xdist nothing asks for it

    return ModulesTogether(config, log)


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell has what runs in its background ignore Ctrl-C, and all programs that the tests start would do so too.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _nobodys_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the settings and the kept runs of whoever runs it, and all find an English system."""
    folder: Path = tmp_path_factory.getbasetemp() / "nobody"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(folder))
        for name in ("LC_ALL", "LC_MESSAGES"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        yield


@pytest.fixture(autouse=True)
def _in_english_and_as_on_paper() -> Iterator[None]:
    """A test that speaks another language, or puts on the plain skin, by an app or by a command, leaves neither behind."""
    yield
    if is_plain():
        wear(None)
        wear_plain(False)
    speak("en")


@pytest.fixture(scope="module")
def machine_code() -> Iterator[None]:
    """For a module whose long runs are not its subject: the machine code trains the article's network from the start."""
    begin = Arithmetic.__init__

    def begin_compiled(self: Arithmetic, inputs: int, hidden: int) -> None:
        begin(self, inputs, hidden)
        if (inputs, hidden) == (2, 4):
            self.compile()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Arithmetic, "__init__", begin_compiled)
        yield
