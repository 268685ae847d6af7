"""What is said about the chain rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tui_backprop.words.keys import KeyWords


class ChainWords(KeyWords, Protocol):
    """What is said about the chain rule. Several wordings are given the longest first; what fits is shown."""

    found: Mapping[str, str]
    """The derivative of g∘f found without the product: "symbolic" from its formula, "numerical" from its values."""
    no_value: str
    """In the place of a number that there is not."""
    command: str
    """What `tui-backprop chain` does."""
    command_notes: str
    """What stands under the options of `tui-backprop chain`."""
    option_f: str
    option_g: str
    option_at: str
    option_json: str
    f_without_g: str
    not_finite_at: str
    beside: str
    """The heading of the two differences."""

    def verdict(self, *, verdict: str, doubt: str, worst: str) -> Sequence[str]:
        """Whether the product is the derivative of g∘f: "right", "wrong" or "cannot tell".

        `doubt` is "value", "edge" or "rounding" where nothing can be told, `worst` the largest difference."""
        ...
