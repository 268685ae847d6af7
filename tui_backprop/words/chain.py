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

    # --- the limit (1.1)

    error: str
    made_by: str
    """The heads of two columns: the error of a quotient, and what makes it."""
    causes: Mapping[str, str]
    """What makes an error: "o(h)", "rounding", or "exact" where there is none. At most 8 cells each."""
    no_derivative: Mapping[str, str]
    """In a few words why there is none: at an "edge" or a "kink" or "nowhere"."""
    all_exact: str
    only_rounding: str

    def no_limit(self, *, kind: str, symbol: str) -> str:
        """Why there is no derivative: at an "edge" or a "kink" or "nowhere"."""
        ...

    def chart_titles(self, *, symbol: str, found: str) -> Sequence[str]:
        """The title of the chart of errors, the longest wording first."""
        ...

    def slope(self, *, of: str, slope: str) -> str:
        """An entry of the legend: a line, and its slope."""
        ...

    def remainder_falls(self, *, power: str, best: str) -> str:
        """o(h) falls like h to this power, and the error is least at this h."""
        ...

    def remainder_hidden(self, *, power: str) -> str:
        """o(h) falls like h to this power, but every error is made by rounding."""
        ...
