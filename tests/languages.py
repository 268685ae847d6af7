"""Which words of which language stand in a text: how the tests see that nothing was left in the other language."""

from __future__ import annotations

import re
from typing import Any

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_WORD = re.compile(r"(?<![\w`])--?[a-z][\w-]*|[A-Za-z][A-Za-z'’]*(?:[-_.][A-Za-z]+)*")


def seen(app: Any) -> str:
    """What is on the screen, a line per line."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def english_in(text: str) -> set[str]:
    """The words of two letters and more."""
    return {word for word in _WORD.findall(text) if len(word) > 1}
