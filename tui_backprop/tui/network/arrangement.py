"""Where the panes stand: a size and the heights that the contents need go in, places come out. Pure: no widget.

There are no layouts to switch between. Boards get the height of their numbers, the views share what is left, side by
side as soon as they fit; what finds no room is a tab away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

BOARDS = ("phase", "computation", "parameters", "jacobians")
VIEWS = ("loss", "samples", "network", "map", "reports")
PANES = (*BOARDS, *VIEWS)
INSPECTOR, STRIP = "inspector", "strip"

TILE_WIDTH, TILE_HEIGHT = 48, 9
"""The least that a view is given before it shares its place with others."""

COLUMN_WIDTH, COLUMN_HEIGHT = 60, 34
"""The least room beside the boards, and the least height, for a column of views of their own."""

WIDE = 4 * TILE_WIDTH
"""From this width on the explanation of a number always has a place: under boards that need it all, the first one."""

ROOMY, VIEWS_HEIGHT = 36, 12
"""From so many lines on the views have that many of them, however tall the board is."""

STRIP_HEIGHT = 3
INSPECTOR_HEIGHT = 11

_COMPANIONS = ("computation", "parameters", "phase", "jacobians")
"""The boards in the order in which they get a place of their own: what is wanted beside the others comes first."""

Height = Callable[[str, int], int]
"""The lines that a pane needs at a width; views give the least with which they say something."""


class Place(NamedTuple):
    """A part of the screen; where it has several panes a line of tabs at its top chooses one of them.

    `front` is the one that it has been given its height for; "" where that is the same for all.
    """

    x: int
    y: int
    width: int
    height: int
    panes: tuple[str, ...]
    front: str = ""

    @property
    def tabbed(self) -> bool:
        """Whether a line of tabs stands at its top."""
        return len(self.panes) > 1

    @property
    def room(self) -> tuple[int, int, int, int]:
        """What the pane in front gets: x, y, width, height."""
        return self.x, self.y + self.tabbed, self.width, max(self.height - self.tabbed, 0)


def arrange(
    width: int, height: int, recent: Sequence[str], main_width: Callable[[], int], need: Height, zoomed: bool = False
) -> tuple[Place, ...]:
    """The places for all panes in so many columns and lines.

    `recent` are boards, the one used last first, which must be in sight; `main_width` tells the width in which the
    boards are whole; it lays them out to find it, and is asked only where the screen is tall enough for two columns.
    """
    if zoomed:
        return (Place(0, 0, width, height, PANES),)
    if height >= COLUMN_HEIGHT and width - main_width() >= COLUMN_WIDTH:
        return _two_columns(width, height, recent, main_width(), need)
    stack = _stack(recent, 0, width, height - TILE_HEIGHT, need)
    if height >= ROOMY and len(stack) == 1:
        # A board that not even a tall screen has room for is scrolled in any case: the views keep theirs.
        stack = [stack[0]._replace(height=min(stack[0].height, height - VIEWS_HEIGHT))]
    used = _bottom(stack)
    if height - used >= TILE_HEIGHT:
        lasting = width >= WIDE and height >= COLUMN_HEIGHT
        return (*stack, *_side_by_side(used, width, height - used, lasting))
    strip = min(STRIP_HEIGHT, max(height - 8, 0))
    main = Place(0, 0, width, height - strip, PANES)
    return (main, Place(0, height - strip, width, strip, (STRIP,))) if strip else (main,)


def _two_columns(width: int, height: int, recent: Sequence[str], main_width: int, need: Height) -> tuple[Place, ...]:
    """The boards on the left, the views on the right; what is left under the boards is the loss chart's."""
    stack = _stack(recent, 0, main_width, height, need)
    if len(stack) == 1:
        stack = [stack[0]._replace(height=min(stack[0].height, height))]
    used = _bottom(stack)
    views = VIEWS
    if height - used >= TILE_HEIGHT:
        stack, views = [*stack, Place(0, used, main_width, height - used, VIEWS[:1])], VIEWS[1:]
    return (*stack, *_one_under_another(main_width, width - main_width, height, views, need))


def _stack(recent: Sequence[str], x: int, width: int, height: int, need: Height) -> list[Place]:
    """The boards one under another: those that fit whole beside the equation of the phase stand alone, the rest share a place.

    Which ones stand alone does not depend on which board is in front, so that they do not change places when another one
    comes to the front; only one for which there is no room beside them takes theirs.
    """
    needs = {pane: need(pane, width) for pane in BOARDS}
    alone: list[str] = []
    for pane in _COMPANIONS:
        beside = next((b for b in BOARDS if b not in (*alone, pane) and needs[b] <= height), None)
        tabs = int(len(alone) + 2 < len(BOARDS))
        if beside is not None and sum(needs[other] for other in (*alone, pane, beside)) + tabs <= height:
            alone.append(pane)

    def fits(pane: str) -> bool:
        shown = {pane, *alone}
        return sum(needs[other] for other in shown) + (len(shown) < len(BOARDS)) <= height

    sharing = [pane for pane in BOARDS if pane not in alone]
    last = next((pane for pane in recent if pane in sharing), None)
    front = last or next((pane for pane in sharing if fits(pane)), sharing[0])
    while alone and not fits(front):
        alone.pop()
    sharing = [pane for pane in BOARDS if pane not in alone]
    front = front if recent[0] in alone else recent[0]
    places: list[Place] = []
    # The place with tabs stands at the top, so that they do not move from under the pointer.
    tabbed = len(sharing) > 1
    for pane in sorted((front, *alone), key=lambda pane: (tabbed and pane != front, BOARDS.index(pane))):
        panes, lines = (tuple(sharing), needs[pane] + tabbed) if pane == front else ((pane,), needs[pane])
        places.append(Place(x, _bottom(places), width, lines, panes, front if pane == front else ""))
    return places


def _bottom(places: Sequence[Place]) -> int:
    return places[-1].y + places[-1].height if places else 0


def _side_by_side(y: int, width: int, height: int, lasting: bool) -> list[Place]:
    """The views in a row of as many places as fit; the last one holds all that find no place of their own.

    Where the explanation of a number is `lasting` the first place is its own.
    """
    shown = (*((INSPECTOR,) if lasting else ()), *VIEWS)
    tiles = max(min(width // TILE_WIDTH, len(shown)), 1)
    edges = [width * tile // tiles for tile in range(tiles + 1)]
    return [
        Place(left, y, right - left, height, (shown[tile],) if tile < tiles - 1 else shown[tile:])
        for tile, (left, right) in enumerate(pairwise(edges))
    ]


def _one_under_another(x: int, width: int, height: int, views: Sequence[str], need: Height) -> list[Place]:
    """The number under the cursor explained, then as many views as fit; the last place holds the rest."""
    room = height - INSPECTOR_HEIGHT
    least = [need(view, width) for view in views]
    tiles = next((n for n in range(len(views), 1, -1) if sum(least[:n]) <= room), 1)
    spare = max(room - sum(least[:tiles]), 0)
    # A long explanation cannot be scrolled by keys: it comes before a larger view.
    longer = min(max(need(INSPECTOR, width) - INSPECTOR_HEIGHT, 0), spare)
    spare -= longer
    places = [Place(x, 0, width, INSPECTOR_HEIGHT + longer, (INSPECTOR,))]
    # What is left is shared by those that can use it; a table has its lines.
    growing = [tile for tile in range(tiles) if views[tile] not in ("samples", "reports")] or [tiles - 1]
    for tile in range(tiles):
        share = spare // len(growing) + (growing.index(tile) < spare % len(growing)) if tile in growing else 0
        panes = (views[tile],) if tile < tiles - 1 else tuple(views[tile:])
        lines = min(least[tile] + share, height - _bottom(places))
        places.append(Place(x, _bottom(places), width, lines, panes))
    return places
