"""Where a notice stands while it lasts: over no key, and over nothing that is asked or explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import time
from typing import TYPE_CHECKING, Any

from textual.geometry import Offset, Region, Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets._toast import Toast, ToastRack

if TYPE_CHECKING:
    Base = Screen[Any]
else:  # its methods go before those of the screen that it is mixed into
    Base = object


WAITING = 86_400.0
"""The seconds by which the time of a notice that waits begins later; it is set anew when the notice is seen."""


class ClearOfNotices(Base):
    """To be mixed into a screen before its base: no notice is painted over the regions that it has `kept`."""

    _moving = False

    def kept(self) -> list[Region]:
        """What no notice stands over."""
        return [child.region for child in own_children(self)]

    def lay_out(self) -> None:
        """Lay out at once: what is painted then knows its room."""
        self._refresh_layout()
        self._layout_required = False

    def _compositor_refresh(self) -> None:
        if not self._moving and _keep_clear(self, self.kept):
            self._moving = True
            self.lay_out()
            self._moving = False
        else:
            super()._compositor_refresh()


def _keep_clear(screen: Screen[Any], kept: Callable[[], Iterable[Region]]) -> bool:
    """Have the notices stand clear of the regions that are `kept`, from the next layout on; whether they have to move.

    They stay where they are as long as they can. Where there is no room for them they wait out of sight, and the time of
    the newest runs from when it is seen.
    """
    rack = next((child for child in screen.children if isinstance(child, ToastRack)), None)
    if rack is None:
        return False
    toasts = [toast for toast in rack.query(Toast) if toast.region.area] if rack.display else []
    if not toasts:
        rack.styles.clear_rule("offset")  # the next one begins in the corner
        return False
    shown = Region.from_union([toast.region for toast in toasts])
    taken = [region for region in kept() if region.area]
    size = screen.size
    x, y = next(place for place in _places(shown, size, taken) if _is_clear(Region(*place, *shown.size), size, taken))
    if screen.is_active:
        _count_the_time(toasts, in_sight=y < size.height)
    if (x, y) == shown.offset:
        return False
    before = rack.styles.offset
    rack.styles.offset = int(before.x.value) + x - shown.x, int(before.y.value) + y - shown.y
    return True


def _count_the_time(toasts: Sequence[Any], in_sight: bool) -> None:
    """Have the newest notice wait while it is out of sight; older ones go in their time, so that they don't pile up."""
    for toast in toasts:
        now, notification = time(), toast._notification
        waits = not in_sight and toast is toasts[-1]
        if waits != (notification.raised_at > now):
            notification.raised_at = now + WAITING if waits else now
            for timer in list(toast._timers):
                timer.stop()
            toast.set_timer(notification.time_left, toast._expire)


def own_children(screen: Screen[Any]) -> list[Widget]:
    """What a screen is made of, without what Textual has put over it."""
    return [child for child in screen.children if child.display and not child.has_class("-textual-system")]


def _places(shown: Region, size: Size, taken: list[Region]) -> Iterator[Offset]:
    """The places to try in turn: where they stand now, then from the lower right corner leftwards and up, last out of sight."""
    width, height = size
    if shown.y < height:
        yield shown.offset
    rights = {width, *(region.x for region in taken), *(region.right + shown.width for region in taken), shown.width}
    lefts = sorted((right - shown.width for right in rights if shown.width <= right <= width), reverse=True)
    yield from (Offset(x, y) for y in range(height - shown.height, -1, -1) for x in lefts)
    yield Offset(max(width - shown.width, 0), height)


def _is_clear(place: Region, size: Size, taken: list[Region]) -> bool:
    """Whether they would hide nothing there, or are out of sight."""
    inside = size.region.contains_region(place)
    return place.y >= size.height or (inside and not any(place.overlaps(region) for region in taken))
