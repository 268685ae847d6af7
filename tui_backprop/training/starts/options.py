"""A plan as the options of the command `starts`, and back: what is typed in the app and on the command line is the same."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OWN, OwnData
from tui_backprop.training.starts.plan import Plan

_FIELDS = {
    "--task": "tasks",
    "--hidden": "hidden",
    "--learning-rate": "learning_rates",
    "--weights": "weights",
    "--first-seed": "first_seed",
    "--starts": "starts",
    "--until-error": "until_error",
    "--iterations": "iterations",
}


def plan_options(plan: Plan) -> str:
    """The options that make this plan, those of the usual values left out."""
    usual, parts = Plan(), list[str]()
    for option, name in _FIELDS.items():
        value = getattr(plan, name)
        if value != getattr(usual, name):
            parts += [option, written(value)]
    return shlex.join(parts)


def plan_command(plan: Plan) -> str:
    """The command line that tries the same without a screen."""
    if plan.data is None or plan.tasks != (OWN,):
        return f"tui-backprop starts {plan_options(plan)}".rstrip()
    table = shlex.join(["--data", plan.data.name, "--data-checksum", plan.data.checksum])
    return f"tui-backprop starts {table} {plan_options(replace(plan, tasks=Plan().tasks))}".rstrip()


def read_plan(text: str, data: OwnData | None = None) -> Plan:
    """The plan of options such as "--hidden 2,4 --weights '0,1;-1,1'"; the task "data" is the table `data`.

    Raises InputError, or the ValueError of Plan for a value out of range.
    """
    try:
        parts = shlex.split(text.replace("=", " "))
    except ValueError:
        raise InputError("starts_screen", "unbalanced_quotes") from None
    given: dict[str, Any] = {}
    while parts:
        option = parts.pop(0)
        if option not in _FIELDS:
            raise InputError("starts_screen", "unknown_option", option=option, options=tuple(_FIELDS))
        if not parts:
            raise InputError("starts_screen", "value_missing", option=option)
        given[_FIELDS[option]] = _read(option, parts.pop(0))
    return replace(Plan(data=data if OWN in given.get("tasks", ()) else None), **given)


def _read(option: str, text: str) -> Any:
    try:
        if option == "--task":
            return tuple(text.split(","))
        if option == "--weights":
            return tuple(_pair(part) for part in text.split(";"))
        if option in ("--hidden", "--learning-rate"):
            number: Callable[[str], Any] = int if option == "--hidden" else float
            return tuple(number(part) for part in text.split(","))
        return float(text) if option == "--until-error" else int(text)
    except ValueError:
        raise InputError("starts_screen", "no_value", option=option, text=text) from None


def _pair(text: str) -> tuple[float, float]:
    low, high = text.split(",")
    return float(low), float(high)


def written(value: Any) -> str:
    """The value of an option as it is typed: "2,3,4", "0,1;-1,1", "0.02"."""
    if isinstance(value, tuple):
        nested = any(isinstance(part, tuple) for part in value)
        return (";" if nested else ",").join(written(part) for part in value)
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)
