"""What the screen of the chain rule asks, and how the answers are read. Each gives None after escape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS, vector_function
from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.explain.typeset import short
from tui_backprop.training.chain.study import ChainStudy, read_point
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.words import reason, words

_EXAMPLES = ("1", "-0.5", "pi/4", "2")


async def ask_point(app: App[Any], study: ChainStudy) -> tuple[float, ...] | None:
    """A point, of as many numbers as f takes."""
    say, size = words().chain, len(study.x)
    hint = say.hint_point(count=size, examples=", ".join(_EXAMPLES[:size]))
    value = ", ".join(short(x) if float(short(x)) == x else repr(x) for x in study.x)
    text = await _ask(app, say.ask_point, hint, lambda text: read_point(text, size), value)
    return None if text is None else read_point(text, size)


async def ask_preset(app: App[Any], study: ChainStudy) -> str | None:
    """The name of a preset."""
    said, first = words().chain, CHAIN_PRESETS[0].name
    names = {preset.name: said.preset_names[preset.name] for preset in CHAIN_PRESETS}
    return await app.push_screen_wait(ChooseScreen(said.ask_functions, names, study.preset or first))


async def ask_f(app: App[Any], study: ChainStudy) -> tuple[str, str] | None:
    """Another f, with another g if the one that there is does not take what f gives."""
    f = await _ask(app, "f: y1, y2, … =", words().chain.hint_f, vector_function, study.f)
    if f is None:
        return None
    try:
        study.with_functions(f, study.g)
    except ExpressionError as error:
        return await _ask_g(app, study, f, words().chain.another_g(reason=reason(error)))
    return f, study.g


async def ask_g(app: App[Any], study: ChainStudy) -> tuple[str, str] | None:
    """Another g for the f that there is."""
    outputs = vector_function(study.f, len(study.x)).outputs
    return await _ask_g(app, study, study.f, words().chain.hint_g(first="y1", last=f"y{outputs}"))


async def _ask_g(app: App[Any], study: ChainStudy, f: str, hint: str) -> tuple[str, str] | None:
    g = await _ask(app, "g: z1, z2, … =", hint, lambda text: study.with_functions(f, text), study.g)
    return None if g is None else (f, g)


async def _ask(app: App[Any], title: str, hint: str, check: Callable[[str], object], value: str) -> str | None:
    return await app.push_screen_wait(AskScreen(title, hint, _pointing(check), value))


def _pointing(check: Callable[[str], object]) -> Callable[[str], object]:
    """The check of a text; its sentence says at which character an expression goes wrong."""

    def pointed(text: str) -> object:
        try:
            return check(text)
        except ExpressionError as error:
            say = words().expression
            raise ValueError(say.at_character(character=error.position + 1, sentence=reason(error))) from None
        except ValueError as error:
            raise ValueError(reason(error)) from None

    return pointed
