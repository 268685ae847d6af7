"""The standard library's dataclass, made in a fifth of the time.

The library compiles up to six methods for every class: for the seventy classes of a start that took a fifteenth of the time
to the first paint. Those that can be the same for every class are the same here, and only `__init__` is compiled.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def dataclass(made: type[T], /) -> type[T]: ...
@overload
def dataclass(*, frozen: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(field_specifiers=(field,))
def dataclass(
    made: type[T] | None = None, /, *, frozen: bool = False, eq: bool = True
) -> type[T] | Callable[[type[T]], type[T]]:
    """Give a class the methods of a dataclass: those that `dataclasses.dataclass` gives it with the same arguments.

    A method that the class has itself stays. Its fields may have a default or a `default_factory`; no dataclass is made
    from another one.
    """

    def dress(made: type[T]) -> type[T]:
        own = set(vars(made))
        fields = dataclasses.fields(dataclasses.dataclass(init=False, repr=False, eq=False)(made))  # pyright: ignore
        methods: dict[str, Any] = {"__init__": _init(made, fields, frozen), "__repr__": _repr}
        if eq:
            methods["__eq__"], methods["__hash__"] = _comparison(fields, hashable=frozen)
        if frozen:
            methods |= {"__setattr__": _refuse_to_assign, "__delattr__": _refuse_to_delete}
        for name, method in methods.items():
            if name not in own:
                setattr(made, name, method)
        return made

    return dress if made is None else dress(made)


def _init(made: type, fields: tuple[Field[Any], ...], frozen: bool) -> Any:
    """The method that sets the fields: of a frozen class past its own refusal to have them assigned."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    parameters, lines = ["self"], list[str]()
    for each in fields:
        name = value = each.name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            parameters.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        elif each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), known)
    init = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    init.__annotations__ = {each.name: each.type for each in fields} | {"return": None}
    return init


@recursive_repr()
def _repr(self: Any) -> str:
    values = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self))
    return f"{type(self).__qualname__}({values})"


def _comparison(fields: tuple[Field[Any], ...], hashable: bool) -> tuple[Any, Any]:
    """What compares all fields, and the hash that goes with it; None for that where they may change."""
    values: Any = attrgetter(*(each.name for each in fields)) if fields else _nothing

    def is_equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return is_equal, hashed if hashable else None


def _nothing(self: Any) -> tuple[()]:
    return ()


def _refuse_to_assign(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
