"""What may be undone and redone: the values that a run was, bounded in number and in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 20
ROOM = 48 * 2**20


class History(Generic[T]):
    """Two stacks of values: those before the present one, and those that an undo has left.

    Together they hold at most `most` values, and values of at most `room` bytes as `size` measures them; what is furthest
    from the present goes first. The value nearest to the present always stays, so that the last change can be undone.
    """

    def __init__(self, most: int = MOST, room: int = ROOM, size: Callable[[T], int] = lambda value: 0) -> None:
        self._most, self._room, self._size = most, room, size
        self._done: list[T] = []
        self._undone: list[T] = []

    def __len__(self) -> int:
        return len(self._done) + len(self._undone)

    @property
    def size(self) -> int:
        """The bytes of all values kept."""
        return sum(map(self._size, (*self._done, *self._undone)))

    def keep(self, past: T) -> None:
        """A change is about to replace `past`: keep it. What had been undone can no longer be redone."""
        self._undone.clear()
        self._done.append(past)
        self._trim(self._done)

    def undo(self, now: T) -> T | None:
        """The value before the last change, or None; `now`, the present one, is kept for `redo`."""
        return self._swap(self._done, self._undone, now)

    def redo(self, now: T) -> T | None:
        """The value that the last undo left, or None; `now`, the present one, is kept for `undo`."""
        return self._swap(self._undone, self._done, now)

    def _swap(self, source: list[T], target: list[T], now: T) -> T | None:
        if not source:
            return None
        value = source.pop()
        target.append(now)
        self._trim(target)
        return value

    def _trim(self, nearest: list[T]) -> None:
        other = self._undone if nearest is self._done else self._done
        while len(self) > self._most or (len(self) > 1 and self.size > self._room):
            (other or nearest).pop(0)
