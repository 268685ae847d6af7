"""What is said of a text that is no expression. English."""

from __future__ import annotations

from tui_backprop.words.expression import ExpressionWords

_HINTS = {
    "power": "write ** for a power, as in x1**2",
    "division": "write / for a division",
    "operators": "the operators are + - * / **",
    "space": "write a space",
    "equals": "write only the function's value, without an equals sign",
    "point": "a point stands only inside a number, as in 0.5",
    "one_line": "write the expression in one line",
    "comparison": "comparisons are not part of an expression",
    "parentheses": "write round parentheses ( )",
    "quotation": "an expression has no quoted text",
    "minus": "write -",
    "times": "write *",
    "divided": "write /",
    "root": "write sqrt( )",
    "pi": "write pi",
    "plain_space": "write a plain space",
    "": "an expression has numbers, names, + - * / ** and ( ) only",
}


class EnglishExpression(ExpressionWords):
    """One sentence for each code of a refusal."""

    def at_character(self, *, character: int, sentence: str) -> str:
        return f"at character {character}: {sentence}"

    def unreadable(self) -> str:
        return "the expression cannot be read: write numbers, names, operators and parentheses"

    def too_many_parts(self) -> str:
        return "the expression has too many parts: make it shorter"

    def not_finite(self, *, text: str) -> str:
        return f"{text} is not a finite real number: write one that is"

    def not_allowed(self) -> str:
        return "only numbers, names, + - * / ** and functions are allowed"

    def variable_exponent(self) -> str:
        return "the exponent holds a variable: write exp(x2*log(x1)) for x1**x2"

    def exponent_too_large(self, *, most: int) -> str:
        return f"the exponent is too large: write one from -{most} to {most}"

    def power_too_large(self, *, most: int) -> str:
        return f"the exponents make a power over {most} together: make them smaller"

    def too_many_open(self, *, most: int) -> str:
        return f"more than {most} parentheses are open: nest fewer"

    def never_opened(self) -> str:
        return "this ) has no ( before it: remove it"

    def never_closed(self) -> str:
        return "this ( is never closed: add a )"

    def nothing_follows(self, *, text: str) -> str:
        return f"nothing follows {text}: write a number, a variable or a function"

    def operator_missing(self, *, text: str) -> str:
        return f"an operator is missing before {text}: write * to multiply"

    def operand_missing(self, *, text: str) -> str:
        return f"a number, a variable or a function is missing before {text}: add it"

    def empty_parentheses(self) -> str:
        return "the parentheses are empty: write an expression between them"

    def argument_missing(self, *, function: str) -> str:
        return f"{function} needs its argument in parentheses: write {function}( )"

    def text_too_long(self, *, length: int, most: int) -> str:
        return f"the text has {length} characters: write at most {most}"

    def expression_too_long(self, *, length: int, most: int) -> str:
        return f"an expression has {length} characters: write at most {most}"

    def expression_missing(self) -> str:
        return "an expression is missing: write a number or a name"

    def comma_in_parentheses(self) -> str:
        return "a comma stands inside parentheses: every function takes one argument"

    def too_many_expressions(self, *, most: int) -> str:
        count = "one expression" if most == 1 else f"at most {most} expressions"
        return f"the comma starts one expression too many: write {count}"

    def character(self, *, text: str, hint: str, plain: str) -> str:
        hints = {**_HINTS, "superscript": f"write **{plain} for a power", "plain": f"write a plain {plain}"}
        return f"the character {text} is not allowed here: {hints[hint]}"

    def needless_zero(self, *, text: str) -> str:
        return f"the number {text} starts with a needless 0: leave it out"

    def number_out_of_range(self, *, text: str, low: str, high: str) -> str:
        return f"the number {text} is too large or too small: write one between {low} and {high}"

    def underscores(self) -> str:
        return "a number has no underscores: write 1000 and not 1_000"

    def complex_number(self) -> str:
        return "complex numbers are not part of an expression: write a real number"

    def unknown_name(self, *, text: str, names: str, functions: str) -> str:
        return f"the name {text} is not known: use {names} or {functions}"

    def no_such_input(self, *, text: str, names: str) -> str:
        return f"{text} is not there: f has the inputs {names}"

    def no_such_component(self, *, text: str, count: int, names: str) -> str:
        components = "component" if count == 1 else "components"
        return f"{text} is not there: f has {count} {components}, so g has the inputs {names}"

    def numbers_expected(self, *, count: int) -> str:
        if count == 1:
            return "f has 1 input: type 1 number"
        return f"f has {count} inputs: type {count} numbers, with commas between"

    def number_not_finite(self) -> str:
        return "x has a number that is not finite: type one that is"
