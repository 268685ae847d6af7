"""What is said of a text that is no expression."""

from __future__ import annotations

from typing import Protocol


class ExpressionWords(Protocol):
    """One sentence for each code of a refusal, which says what is wrong and what would be right.

    `text` is the piece at fault, `most` the limit that it exceeds."""

    def at_character(self, *, character: int, sentence: str) -> str:
        """The sentence with the character, counted from 1, where the text goes wrong."""
        ...

    def unreadable(self) -> str:
        """It has none of the shapes below."""
        ...

    def too_many_parts(self) -> str:
        """Too many operations and numbers."""
        ...

    def not_finite(self, *, text: str) -> str:
        """A part without variables that has no finite real value."""
        ...

    def not_allowed(self) -> str:
        """Something that is no number, name, operator or function."""
        ...

    def variable_exponent(self) -> str:
        """A variable in an exponent."""
        ...

    def exponent_too_large(self, *, most: int) -> str:
        """One exponent."""
        ...

    def power_too_large(self, *, most: int) -> str:
        """Exponents of exponents."""
        ...

    def too_many_open(self, *, most: int) -> str:
        """Parentheses nested too deep."""
        ...

    def never_opened(self) -> str:
        """A ) without (."""
        ...

    def never_closed(self) -> str:
        """A ( without )."""
        ...

    def nothing_follows(self, *, text: str) -> str:
        """An operator at the end."""
        ...

    def operator_missing(self, *, text: str) -> str:
        """Two operands side by side."""
        ...

    def operand_missing(self, *, text: str) -> str:
        """An operator without what it is applied to."""
        ...

    def empty_parentheses(self) -> str:
        """Nothing between ( and )."""
        ...

    def argument_missing(self, *, function: str) -> str:
        """A function without parentheses."""
        ...

    def text_too_long(self, *, length: int, most: int) -> str:
        """The whole text."""
        ...

    def expression_too_long(self, *, length: int, most: int) -> str:
        """One expression of several."""
        ...

    def expression_missing(self) -> str:
        """Nothing between two commas, or nothing at all."""
        ...

    def comma_in_parentheses(self) -> str:
        """A function with two arguments."""
        ...

    def too_many_expressions(self, *, most: int) -> str:
        """One comma too many."""
        ...

    def character(self, *, text: str, hint: str, plain: str) -> str:
        """A character that no expression has; `hint` says what was meant by it, `plain` is its plain form."""
        ...

    def needless_zero(self, *, text: str) -> str:
        """A number such as 007."""
        ...

    def number_out_of_range(self, *, text: str, low: str, high: str) -> str:
        """A number too large or too small."""
        ...

    def underscores(self) -> str:
        """A number such as 1_000."""
        ...

    def complex_number(self) -> str:
        """A number such as 2j."""
        ...

    def unknown_name(self, *, text: str, names: str, functions: str) -> str:
        """A name that is no variable, constant or function."""
        ...

    def no_such_input(self, *, text: str, names: str) -> str:
        """A variable that f does not have; `names` are those that it has."""
        ...

    def no_such_component(self, *, text: str, count: int, names: str) -> str:
        """A variable of g without its component of f, which has so many."""
        ...

    def numbers_expected(self, *, count: int) -> str:
        """A point of another size than f takes."""
        ...

    def number_not_finite(self) -> str:
        """A point with a number such as 1/0."""
        ...
