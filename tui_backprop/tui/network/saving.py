"""Writes the run of a screen into a file that a person names."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from textual.screen import Screen

from tui_backprop.calculus.fact import InputError
from tui_backprop.files import write_whole
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.saving.container import NAME
from tui_backprop.training.saving.saved import written
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.network.run import Run
from tui_backprop.words import problem_of, words


def _begins_as_a_run(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(NAME)) == NAME


class Saving:
    """Asks for the file's name, `proposed` first; the engine's thread writes it, between two cycles."""

    def __init__(self, screen: Screen[Any], run: Run, proposed: Path | None) -> None:
        self._screen = screen
        self._run = run
        self._proposed = proposed or Path("backprop.run")

    async def ask(self) -> None:
        """Ask for the name, from a worker, and write the file; in a browser it is the visitor's to download."""
        said = words().saving
        if self._screen.app.is_web:
            self._run.do(self._hand_over)
            return
        answer = await self._screen.app.push_screen_wait(
            AskScreen(said.save_title, said.save_hint, self._path, str(self._proposed), verbatim=True)
        )
        if answer is not None:
            path = self._proposed = self._path(answer)
            self._run.do(lambda engine: self._write(engine, path))

    def _hand_over(self, engine: Engine) -> None:
        app, data = self._screen.app, BytesIO(written(engine.session, self._run.screen_in_sight))
        app.call_from_thread(app.deliver_binary, data, save_filename=self._proposed.name)

    @staticmethod
    def _path(text: str) -> Path:
        """The file of this name. Raises InputError where it is something that must not be written over."""
        if not text.strip():
            raise InputError("saving", "no_name")
        path = Path(text.strip()).expanduser()
        try:
            if path.exists() and not (path.is_file() and _begins_as_a_run(path)):
                raise InputError("saving", "foreign", path=str(path))
        except OSError as error:
            raise InputError("saving", "not_kept", path=str(path), why=problem_of(error)) from None
        return path

    def _write(self, engine: Engine, path: Path) -> None:
        try:
            write_whole(path, written(engine.session, self._run.screen_in_sight))
        except OSError as error:
            raise InputError("saving", "not_kept", path=str(path), why=problem_of(error)) from None
        self._run.say(words().saving.saved(path=str(path)))
