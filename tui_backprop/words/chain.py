"""What is said about the chain rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tui_backprop.words.keys import KeyWords

FUNCTIONS = "+ - * / **, sin cos tan exp log sqrt tanh sigmoid, pi e"
"""What an expression may have beside its variables and numbers, in any language."""


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

    def verdict(self, *, verdict: str, doubt: str, of: str, worst: str) -> Sequence[str]:
        """Whether the product is the derivative of g∘f: "right", "wrong" or "cannot tell".

        `doubt` says why nothing can be told: "value", "edge" or "kink" `of` this function, "large", "formula" or
        "rounding". `worst` is the largest difference."""
        ...

    # --- the limit (1.1)

    precision: str
    """How many digits the quotients of the table have, and those that confirm the product."""
    referee_precision: str
    """The latter, in one word."""
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

    def preset_seen(self, *, title: str, seen: str) -> str:
        """What is worth seeing with a preset, after its title."""
        ...

    def differences(self, *, symbolic: str | None, numerical: str | None) -> str:
        """The line under `beside`: the largest difference from each; None where it has no value."""
        ...

    def chart_titles(self, *, symbol: str, found: str) -> Sequence[str]:
        """The title of the chart of errors, the longest wording first."""
        ...

    def slope(self, *, of: str, slope: str) -> str:
        """An entry of the legend: a line, and its slope."""
        ...

    def remainder_falls(self, *, power: str, best: str) -> str:
        """o(h)/h, which is the error, falls like h to this power, and is least at this h."""
        ...

    def remainder_hidden(self, *, power: str) -> str:
        """o(h)/h falls like h to this power, but every error is made by rounding."""
        ...

    # --- the proof (1.3)-(1.5)

    left_over: str
    """The head of the last column: what is left over, divided by h. At most 13 cells."""

    def proof_title(self, *, symbol: str) -> str:
        """The title of the pane."""
        ...

    def no_proof(self, *, symbol: str) -> str:
        """There is no derivative here."""
        ...

    def bound(self, *, bound: str) -> str:
        """A C of (1.4) that serves for every h of the table."""
        ...

    def proved(self, *, symbol: str) -> str:
        """What follows from the last column."""
        ...

    # --- the screen

    panes: Mapping[str, str]
    """The names of the panes: "board", "symbols", "limit", "chart", "proof"."""
    working: str
    """The derivatives are being worked out."""
    own_functions: str
    """In the place of a preset's name."""
    own_functions_hint: str
    """In the place of what is worth seeing with a preset."""
    preset_names: Mapping[str, str]
    """What each preset is called."""

    presets: Mapping[str, tuple[str, str]]
    """Of each preset its title, and a true sentence on what is to be seen; expressions as they are typed."""
    product_note: str
    """Under the matrices in symbols: where the entries of the last one are from."""
    no_rate: str
    """The answer to the key that sets the learning rate on the other screens."""
    nothing_to_undo: str
    nothing_to_redo: str
    ask_functions: str
    ask_point: str
    """The titles of two dialogs; those for f and g are symbols."""
    hint_f: str

    def hint_g(self, *, first: str, last: str) -> str:
        """What g is written in."""
        ...

    def hint_point(self, *, count: int, examples: str) -> str:
        """What a point is, with so many numbers as examples."""
        ...

    def another_g(self, *, reason: str) -> str:
        """The g that there is does not take what the new f gives, for this reason."""
        ...

    def failed(self, *, error: str) -> str:
        """The derivatives cannot be worked out."""
        ...

    # --- where a number comes from

    def no_value_of_formula(self, *, symbol: str) -> str:
        """The formula of a derivative has no value, though the values of the function lead to one."""
        ...

    def no_product(self, *, found: str | None) -> str:
        """An entry of the product has no value, since a factor has none; that of g∘f, found from its values, may be this."""
        ...

    factors_needed: str
    """The same in one line of 78 cells, of all entries."""

    def chosen_coordinate(self) -> str:
        """A coordinate of x."""
        ...

    def component(self, *, number: int, of: str, zero: bool) -> str:
        """An entry of y or z; it may be `zero` but for rounding."""
        ...

    def how_fast(self, *, output: str, input: str) -> str:
        """A partial derivative."""
        ...

    def from_formula(self, *, output: str, input: str, difference: str | None) -> str:
        """A partial derivative from the formula of g∘f, which differs so much from the product."""
        ...

    def from_values(self, *, difference: str | None) -> str:
        """A partial derivative from the values of g∘f alone, which differs so much from the product."""
        ...

    def row_times_column(self, *, row: int, left: str, column: int, right: str, zero: bool) -> str:
        """An entry of the product; it may be `zero` but for rounding."""
        ...

    def misprint_of_2_2(self, *, right: str) -> str:
        """What (2.2) prints in the place of this entry."""
        ...

    def misprint_of_2_5(self, *, printed: str, right: str) -> str:
        """What (2.5) prints in the place of this entry."""
        ...

    # --- help

    help: Mapping[str, str]
    """What each pane shows."""
    equations: Sequence[tuple[str, str, str]]
    """The number of an equation, what it says, and where the article is misprinted, or ""."""
    help_notes: str

    def misprint(self, *, said: str) -> str:
        """A line on a misprint."""
        ...
