"""The screens that the lessons stand on: what is seen of them, and how they are put where a step must be.

The one place that knows how each screen does it; the guide knows them only as stages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.notation import LETTERS, partial
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.typeset import indexed
from tui_backprop.lessons.places import ChainPlace, DescentPlace, NetworkPlace, Place, StartsPlace
from tui_backprop.lessons.seen import Seen
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.tui.chain.board import ChainBoard
from tui_backprop.tui.chain.limit_table import LimitTable
from tui_backprop.tui.chain.screen import ChainScreen
from tui_backprop.tui.descent.screen import DescentScreen
from tui_backprop.tui.descent.step import DescentStepPane
from tui_backprop.tui.kit.keys import printed
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.network.jacobians import JacobiansPane
from tui_backprop.tui.network.screen import NetworkScreen
from tui_backprop.tui.starts.screen import StartsScreen
from tui_backprop.words import words


class Stage(Protocol):
    """A screen of the lessons' own."""

    @property
    def screen(self) -> PanesScreen:
        """The screen."""
        ...

    def see(self) -> Seen | None:
        """What is seen of it now, None before there is anything and while the screen is taken down."""
        ...

    def put(self, place: Any) -> None:
        """Go to a place; it is reached when it holds for what is seen and the screen is settled."""
        ...

    def point(self, cell: Cell | None) -> None:
        """Put the cursor on a cell, or take it away."""
        ...

    def scroll(self, place: Any) -> None:
        """Have in sight what the place wants to be seen of a text that scrolls."""
        ...

    def uncover(self) -> None:
        """Take away what stands over the panel of the lesson, where its question is being answered."""
        ...

    def symbol(self, cell: Cell) -> str:
        """How the screen writes a cell."""
        ...


class ChainStage:
    """The chain rule."""

    def __init__(self) -> None:
        self.screen = ChainScreen()
        self.screen.keeps_company = False

    def see(self) -> Seen | None:
        """What is seen."""
        snapshot, boards = self.screen.snapshot, self.screen.query(ChainBoard)
        if snapshot is None or not boards:
            return None
        board = boards.first()
        return Seen("chain", self.screen.front, board.pointed(), board.flipped, chain=snapshot)

    def put(self, place: ChainPlace) -> None:
        """Look at the study of a place."""
        if self.screen.query_one(ChainBoard).flipped:
            self.screen.action_flip()
        self.screen.study(place.study)

    def point(self, cell: Cell | None) -> None:
        """Put the cursor on a cell of the board."""
        self.screen.query_one(ChainBoard).cursor = cell

    def scroll(self, place: ChainPlace) -> None:
        """Show the beginning of the table of the limit, or its end."""
        table = self.screen.query_one(LimitTable)
        (table.show_end if place.end else table.show_beginning)()

    def uncover(self) -> None:
        """Nothing: the explanation has a place of its own."""

    def symbol(self, cell: Cell) -> str:
        """∂z₁/∂x₂, or y₁; of a matrix that only confirms the product also how that was found."""
        if cell.code not in LETTERS:
            return indexed(cell.code, cell.row)
        found = words().chain.found.get(cell.code)
        return partial(*cell) + (f" · {found}" if found else "")


class DescentStage:
    """Gradient descent."""

    def __init__(self) -> None:
        self.screen = DescentScreen()

    def see(self) -> Seen | None:
        """What is seen."""
        snapshot, boards = self.screen.snapshot, self.screen.query(DescentStepPane)
        if snapshot is None or not boards:
            return None
        return Seen("descent", self.screen.front, boards.first().cursor, descent=snapshot)

    def put(self, place: DescentPlace) -> None:
        """Descend to the point of a place, and no further."""
        self.screen.descend(place.recipe, place.k)

    def point(self, cell: Cell | None) -> None:
        """Put the cursor on a cell of the step."""
        self.screen.query_one(DescentStepPane).cursor = cell

    def scroll(self, place: DescentPlace) -> None:
        """Nothing: the table keeps its point in sight."""

    def uncover(self) -> None:
        """Nothing: the explanation has a place of its own."""

    def symbol(self, cell: Cell) -> str:
        """The name of a cell of the step."""
        return cell.code


class NetworkStage:
    """The network."""

    def __init__(self, compile: bool) -> None:
        self.screen = NetworkScreen(Session(Recipe()), compile=compile)
        self.screen.keeps_company = False

    def see(self) -> Seen | None:
        """What is seen."""
        snapshot, boards = self.screen.snapshot, self.screen.query(JacobiansPane)
        if snapshot is None or not boards:
            return None
        return Seen("network", self.screen.front, self.screen.pointed, boards.first().turned, network=snapshot)

    def put(self, place: NetworkPlace) -> None:
        """Train the run of a place up to its phase."""
        if self.screen.query_one(JacobiansPane).turned:
            self.screen.action_flip()
        self.screen.run.do(lambda engine: _train(engine, place))

    def point(self, cell: Cell | None) -> None:
        """Put the cursor on a cell of any board in sight."""
        self.screen.point(cell)

    def scroll(self, place: NetworkPlace) -> None:
        """Show the matrix that the step speaks of; a board keeps its cursor in sight by itself."""
        if place.matrix:
            self.screen.query_one(JacobiansPane).show_matrix(place.matrix)

    def uncover(self) -> None:
        """Take the cursor away, and the explanation with it."""
        if self.screen.pointed is not None:
            self.screen.point(None)

    def symbol(self, cell: Cell) -> str:
        """∂x⁽⁴⁾/∂x⁽³⁾₁, θ⁽¹⁾₂,₀."""
        return element(cell.code, cell.row, cell.column)


def _train(engine: Engine, place: NetworkPlace) -> None:
    """In the engine's thread: the run of a place, at its phase."""
    session = engine.session
    engine.halt()
    session.until_error = None
    if session.recipe != place.recipe:
        session.restart(place.recipe)
    session.go_to(place.cycle)
    session.stand_in(place.phase)


class StartsStage:
    """Many starts."""

    def __init__(self) -> None:
        self.screen = StartsScreen()

    def see(self) -> Seen | None:
        """What is seen."""
        look = self.screen.snapshot
        return None if look is None else Seen("starts", self.screen.front, starts=look.snapshot)

    def put(self, place: StartsPlace) -> None:
        """Take the plan of a place, which waits to be begun."""
        self.screen.trial.take(place.plan)

    def point(self, cell: Cell | None) -> None:
        """Nothing: no cell of this screen is pointed at."""

    def scroll(self, place: StartsPlace) -> None:
        """Nothing."""

    def uncover(self) -> None:
        """Nothing."""

    def symbol(self, cell: Cell) -> str:
        """Never asked for: no cell of this screen can be pointed at."""
        return cell.code


def stage(name: str, compile: bool) -> Stage:
    """A new stage for a screen: "chain", "descent", "network" or "starts"."""
    if name == "network":
        return NetworkStage(compile)
    if name == "starts":
        return StartsStage()
    return ChainStage() if name == "chain" else DescentStage()


class ScreenNames:
    """Keys and panes by the names that a screen gives them; `keymap` has the keys that were given to other keys."""

    def __init__(self, screen: type[PanesScreen], panes: Mapping[str, str], keymap: Mapping[str, str]) -> None:
        self._screen = screen
        self._panes = panes
        self._keymap = keymap

    def key(self, id: str) -> str:
        """The key as it is printed."""
        return printed(self._keymap.get(id) or next(key.shown for key in self._screen.KEYS if key.id == id))

    def pane(self, id: str) -> str:
        """The name on the pane's tab."""
        return self._panes[id]


def names_at(place: Place, keymap: Mapping[str, str]) -> ScreenNames:
    """The names that hold at a place."""
    if place.screen == "network":
        return ScreenNames(NetworkScreen, words().network_screen.panes, keymap)
    if place.screen == "starts":
        return ScreenNames(StartsScreen, words().starts_screen.panes, keymap)
    if place.screen == "chain":
        return ScreenNames(ChainScreen, words().chain.panes, keymap)
    return ScreenNames(DescentScreen, words().descent.panes, keymap)
