"""What is studied now, and what was: the only thing that changes it."""

from __future__ import annotations

from tui_backprop.training.chain.study import ChainStudy, Pair
from tui_backprop.training.history import History


class ChainSession:
    """Holds one ChainStudy. Steps and looks replace it; a jump, another preset or other functions can be undone."""

    def __init__(self, study: ChainStudy | None = None) -> None:
        self.study = study or ChainStudy.of_preset()
        self._history: History[ChainStudy] = History()

    def move(self, steps: int) -> None:
        """Move the chosen coordinate of x so many steps."""
        self.study = self.study.moved(steps)

    def choose(self, by: int) -> None:
        """Choose another coordinate."""
        self.study = self.study.choosing(by)

    def lengthen(self, by: int) -> None:
        """Take longer or shorter steps."""
        self.study = self.study.stepping(by)

    def look_at(self, pair: Pair) -> None:
        """Take the limit of another entry."""
        self.study = self.study.looking_at(pair)

    def go_to(self, x: tuple[float, ...]) -> None:
        """Jump to another point, of as many numbers."""
        if x != self.study.x:
            self._change(self.study.at(x))

    def go_home(self) -> None:
        """Jump to the point where the functions began."""
        self.go_to(self.study.home)

    def take_preset(self, name: str) -> None:
        """Study a preset from its beginning. Raises ValueError for another name."""
        self._change(ChainStudy.of_preset(name))

    def take_functions(self, f: str, g: str) -> None:
        """Study other functions. Raises ExpressionError."""
        self._change(self.study.with_functions(f, g))

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        return self._travel(self._history.undo(self.study))

    def redo(self) -> bool:
        """Make the change again that was taken back; False where there is none."""
        return self._travel(self._history.redo(self.study))

    def forget(self, study: ChainStudy) -> None:
        """Go back to a study without a change: what was wished for could not be worked out."""
        self.study = study

    def _change(self, study: ChainStudy) -> None:
        self._history.keep(self.study)
        self.study = study

    def _travel(self, study: ChainStudy | None) -> bool:
        if study is None:
            return False
        self.study = study
        return True
