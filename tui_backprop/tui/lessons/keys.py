"""The keys of a lesson. They go before all others: an answer is typed, and they must not be typed into it."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.tui.kit.app_keys import APP_KEYS
from tui_backprop.tui.kit.keys import Key, KeyTable
from tui_backprop.words import words

LESSON_KEYS = KeyTable(
    lambda: words().lessons.panel,
    (
        Key("lesson.skip", "N", "N", "app.lesson('skip')", "lesson", priority=True),
        Key("lesson.back", "B", "B", "app.lesson('back')", "lesson", priority=True),
        Key("lesson.enter", "enter", "enter", "app.lesson('enter')", "lesson", priority=True),
        Key("lesson.escape", "escape", "esc", "app.lesson('escape')", "lesson", priority=True),
        Key("lesson.leave", "escape", "esc", "app.lesson('leave')", "lesson", priority=True),
    ),
    by_focus={
        "question": ("lesson.enter", "lesson.escape"),
        "waiting": ("lesson.enter",),
        "finished": ("lesson.leave",),
    },
)
"""In a lesson; "question" is a question that has the focus, "waiting" one that it has left, or a cell to be pointed at,
"finished" the end, from which escape leads back once it has nothing to leave on the screen. The keys for the next step and
the one before stand in the head of the panel, and not in the footer too."""


def shown(id: str, keymap: Mapping[str, str]) -> str:
    """How the key of this id is printed; `keymap` has those that were given to other keys."""
    return keymap.get(id) or next(key.shown for table in (LESSON_KEYS, APP_KEYS) for key in table if key.id == id)
