"""A language loaded by its parts: who looks at the network needs no lesson and no chain rule."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Later:
    """Words of which each part is loaded when it is asked for first.

    The part `chain` of a class in a package is the one class that the package's file `chain.py` has. A subclass names its
    parts under TYPE_CHECKING, where the type checker finds what they lack.
    """

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        home = f"{type(self).__module__}.{name}"
        try:
            found = vars(import_module(home))
        except ModuleNotFoundError:
            raise AttributeError(f"there are no words about {name!r}") from None
        (kind,) = (each for each in found.values() if isinstance(each, type) and each.__module__ == home)
        part = self.__dict__[name] = kind()
        return part
