"""What the descent screen asks, and how the answers are read."""

from __future__ import annotations

import math
from collections.abc import Callable

from textual.app import App

from tui_backprop.calculus.descent.presets import DESCENT_PRESETS, DescentPreset
from tui_backprop.calculus.descent.surface import SURFACES
from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.explain.typeset import count
from tui_backprop.training.descent.recipe import FARTHEST, surface_of
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.words import reason, words


async def ask_point_number(app: App[None], k: int) -> int | None:
    """The number of a point to go to; None after escape."""
    said = words().descent
    text = await _ask(app, said.ask_point, said.point_hint(most=count(FARTHEST)), read_point_number, str(k))
    return None if text is None else read_point_number(text)


async def ask_rate(app: App[None], alpha: float) -> float | None:
    """A learning rate; None after escape."""
    said = words().descent
    text = await _ask(app, said.ask_rate, said.rate_hint, read_rate, repr(alpha))
    return None if text is None else read_rate(text)


async def ask_start(app: App[None], start: tuple[float, float]) -> tuple[float, float] | None:
    """A start; None after escape."""
    said = words().descent
    text = await _ask(app, said.ask_start, said.start_hint, read_start, f"{start[0]!r}, {start[1]!r}")
    return None if text is None else read_start(text)


async def ask_surface(app: App[None], text: str) -> str | None:
    """The name or the expression of a surface; None after escape."""
    said = words().descent
    answer = await _ask(app, said.ask_surface, said.surface_hint(names=", ".join(SURFACES)), read_surface, text)
    return None if answer is None else read_surface(answer)


async def ask_preset(app: App[None], current: DescentPreset | None) -> DescentPreset | None:
    """A preset; None after escape."""
    presets = {preset.name: preset for preset in DESCENT_PRESETS}
    names = {name: words().descent.preset_names[name] for name in presets}
    name = await app.push_screen_wait(
        ChooseScreen(words().descent.ask_preset, names, (current or DESCENT_PRESETS[0]).name)
    )
    return None if name is None else presets[name]


async def _ask(app: App[None], title: str, hint: str, check: Callable[[str], object], value: str) -> str | None:
    return await app.push_screen_wait(AskScreen(title, hint, check, value))


# --- reading; each raises ValueError with one sentence


def read_point_number(text: str) -> int:
    """The number k of "1,000". Raises ValueError."""
    digits = text.strip().lower().removeprefix("k").strip(" =").replace(",", "").replace("_", "")
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= FARTHEST):
        raise ValueError(words().descent.no_point_number(text=text.strip(), most=count(FARTHEST)))
    return int(digits)


def read_rate(text: str) -> float:
    """The learning rate of "0.02". Raises ValueError."""
    value = _number(text)
    if value is None or value <= 0:
        raise ValueError(words().descent.no_rate(text=text.strip()))
    return value


def read_start(text: str) -> tuple[float, float]:
    """The point of "1, 1". Raises ValueError."""
    values = [_number(part) for part in text.strip().strip("()[]").split(",")]
    if len(values) != 2 or values[0] is None or values[1] is None:
        raise ValueError(words().descent.no_start(text=text.strip()))
    return values[0], values[1]


def read_surface(text: str) -> str:
    """The name or expression of a surface. Raises ValueError, which points at the character."""
    text = text.strip()
    try:
        surface_of(text)
    except ExpressionError as error:
        sentence = words().descent.no_expression(character=error.position + 1, sentence=reason(error))
        raise ValueError(sentence) from None
    return text


def _number(text: str) -> float | None:
    """A finite number, None if the text is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
