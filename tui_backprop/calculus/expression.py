"""Expressions that a user types: data, never code.

A text goes through three gates: every token must be on a whitelist, operands and operators must
alternate, and every node that Python's `ast` then builds must be on a whitelist too. What comes out
is a small immutable tree that NumPy evaluates and that SymPy differentiates node by node; no text
ever reaches `eval`, `compile` or `sympify`. Every size is bounded before the work that depends on
it is done.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit

from tui_backprop.calculus.layers import Array

MAX_LENGTH = 200
MAX_COMPONENTS = 4
MAX_VECTOR_LENGTH = 1000
MAX_PARENTHESES = 20
MAX_DEPTH = 100
MAX_NODES = 150
MAX_EXPONENT = 16
MAX_DEGREE = 64
NUMBERS = (1e-300, 1e300)

FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "tanh": np.tanh,
    "sigmoid": expit,
}
CONSTANTS = {"pi": float(np.pi), "e": float(np.e)}


class ExpressionError(ValueError):
    """A text that is no expression: one sentence, and the 0-based column where it goes wrong."""

    def __init__(self, sentence: str, position: int = 0) -> None:
        super().__init__(sentence)
        self.position = position


@dataclass(frozen=True, slots=True)
class Number:
    """A number; from a text always finite and never negative."""

    value: float


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Apply:
    """`head` applied to `arguments`: + and * take two or more, / and ** two, neg and the functions
    one, pi and e none. A difference is a sum with a neg in it."""

    head: str
    arguments: tuple[Node, ...]


Node = Number | Variable | Apply


@dataclass(frozen=True)
class Expression:
    """A real expression in the `variables`, m of them: the `text` as typed and its `tree`."""

    text: str
    variables: tuple[str, ...]
    tree: Node

    def __call__(self, values: ArrayLike) -> float:
        """The value at one point, `values` of shape (m,); nan or inf outside of the domain.

        Raises ValueError for another shape."""
        array = np.asarray(values, dtype=np.float64)
        if array.ndim != 1:
            raise ValueError(f"one point has the shape ({len(self.variables)},), not {array.shape}")
        return float(self.on_grid(array))

    def on_grid(self, values: ArrayLike) -> Array:
        """The values at many points at once: `values` (m, ...) gives an array of the shape (...).

        `values[i]` holds variable number i. Raises ValueError unless m is the first size."""
        array = np.asarray(values, dtype=np.float64)
        if array.shape[:1] != (len(self.variables),):
            names = ", ".join(self.variables)
            raise ValueError(f"the first size is one for each of {names}, not {array.shape}")
        with np.errstate(all="ignore"):
            result = _evaluate(self.tree, dict(zip(self.variables, array, strict=True)))
        return np.array(np.broadcast_to(result, array.shape[1:]), dtype=np.float64)

    @property
    def used(self) -> frozenset[str]:
        """The names of the variables that occur in the tree."""
        return frozenset(node.name for node in _nodes(self.tree) if isinstance(node, Variable))

    def symbolic(self) -> Any:
        """The expression in SymPy, built node by node.

        Its sin, exp, … have their derivatives but stay as they are written; `.doit()` replaces them
        by SymPy's own, which evaluate and simplify themselves."""
        return _symbolic(self.tree)

    def derivative(self, variable: str) -> Expression:
        """The partial derivative by `variable`, by SymPy. Raises ValueError for another name."""
        import sympy

        if variable not in self.variables:
            raise ValueError(f"{variable} is not among the variables {', '.join(self.variables)}")
        derivative = self.symbolic().diff(sympy.Symbol(variable))
        return self.with_tree(_from_symbolic(derivative, decimal=_has_decimals(self.tree)))

    def substitute(self, values: Sequence[Expression]) -> Expression:
        """The expression with values[i] in the place of variable number i (2.3).

        Raises ValueError unless there is one value for each variable."""
        if len(values) != len(self.variables):
            raise ValueError(f"{len(values)} values for the {len(self.variables)} variables")
        trees = dict(zip(self.variables, (value.tree for value in values), strict=True))
        return values[0].with_tree(_substitute(self.tree, trees))

    def with_tree(self, tree: Node) -> Expression:
        """An expression in the same variables whose text is written from its tree."""
        return Expression(_written(tree), self.variables, tree)

    def __str__(self) -> str:
        return _written(self.tree)


def parse(text: str, variables: Sequence[str]) -> Expression:
    """The expression in a text. Raises ExpressionError, and nothing else, for any other text."""
    return _parse_components(text, tuple(variables), most=1, length=MAX_LENGTH)[0]


def parse_vector(text: str, variables: Sequence[str]) -> tuple[Expression, ...]:
    """The 1 to 4 expressions, separated by commas, in a text such as "x1**2 + x2**2, x1*x2".

    Raises ExpressionError; its position counts from the start of the whole text."""
    return _parse_components(text, tuple(variables), MAX_COMPONENTS, MAX_VECTOR_LENGTH)


# --- Evaluation -----------------------------------------------------------------------------------


def _evaluate(node: Node, values: Mapping[str, Any]) -> Any:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Variable):
        return values[node.name]
    if node.head in CONSTANTS:
        return CONSTANTS[node.head]
    arguments = [_evaluate(argument, values) for argument in node.arguments]
    if node.head in FUNCTIONS:
        return FUNCTIONS[node.head](arguments[0])
    return reduce(_ARITHMETIC[node.head], arguments) if arguments[1:] else np.negative(arguments[0])


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "*": np.multiply,
    "/": np.divide,
    "**": np.power,
}


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Apply):
        for argument in node.arguments:
            yield from _nodes(argument)


def _has_decimals(node: Node) -> bool:
    numbers = (part.value for part in _nodes(node) if isinstance(part, Number))
    return any(not value.is_integer() for value in numbers)


def _substitute(node: Node, trees: Mapping[str, Node]) -> Node:
    if isinstance(node, Variable):
        return trees[node.name]
    if isinstance(node, Apply):
        return Apply(node.head, tuple(_substitute(part, trees) for part in node.arguments))
    return node


# --- Text -> tokens -------------------------------------------------------------------------------


class _Token(NamedTuple):
    kind: str
    text: str
    position: int


_TOKEN = re.compile(
    r"(?P<space>\ +)"
    r"|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<operator>\*\*|[-+*/])"
    r"|(?P<open>\()|(?P<close>\))|(?P<comma>,)"
)

_HINTS = {
    "^": "write ** for a power, as in x1**2",
    "//": "write / for a division",
    "%": "the operators are + - * / **",
    "\n": "write the expression in one line",
    "\r": "write the expression in one line",
    "\t": "write a space",
    "=": "write only the function's value, without an equals sign",
    "<": "comparisons are not part of an expression",
    ">": "comparisons are not part of an expression",
    "[": "write round parentheses ( )",
    "]": "write round parentheses ( )",
    "{": "write round parentheses ( )",
    "}": "write round parentheses ( )",
    ".": "a point stands only inside a number, as in 0.5",
    "'": "an expression has no quoted text",
    '"': "an expression has no quoted text",
    "\u2212": "write -",
    "\u2013": "write -",
    "\u00d7": "write *",
    "\u00b7": "write *",
    "\u22c5": "write *",
    "\u00f7": "write /",
    "\u221a": "write sqrt( )",
    "\u03c0": "write pi",
}


def _scan(text: str, variables: tuple[str, ...]) -> list[_Token]:
    """The tokens of a text without its spaces. Raises ExpressionError at the first bad one."""
    tokens: list[_Token] = []
    position = 0
    while position < len(text):
        found = None if text.startswith("//", position) else _TOKEN.match(text, position)
        if found is None:
            raise ExpressionError(_refused_character(text, position), position)
        token = _Token(str(found.lastgroup), found.group(), position)
        if token.kind == "number":
            _check_number(token)
        elif token.kind == "name" and text[found.end() :][:1].isascii():
            _check_name(token, text, variables)
        if token.kind != "space":
            tokens.append(token)
        position = found.end()
    return tokens


def _refused_character(text: str, position: int) -> str:
    character = text[position]
    plain = unicodedata.normalize("NFKC", character)
    code = f"U+{ord(character):04X}"
    shown = f"'{character}'" if character.isascii() else f"'{character}' ({code})"
    if not character.isprintable():
        shown = code
    hint = _HINTS.get("//" if text.startswith("//", position) else character)
    if hint is None and unicodedata.decomposition(character).startswith("<super>"):
        hint = f"write **{plain} for a power"
    if hint is None and plain != character and plain.isascii() and plain.isprintable():
        hint = f"write a plain {plain.strip() or 'space'}"
    hint = hint or "an expression has numbers, names, + - * / ** and ( ) only"
    return f"the character {shown} is not allowed here: {hint}"


def _check_number(token: _Token) -> None:
    if re.match(r"0[0-9]", token.text):
        sentence = f"the number {_cut(token.text)} starts with a needless 0: leave it out"
        raise ExpressionError(sentence, token.position)
    low, high = NUMBERS
    value = float(token.text)
    zero = not re.search(r"[1-9]", re.split("[eE]", token.text)[0])
    if not (zero or low <= value <= high):
        sentence = f"the number {_cut(token.text)} is too large or too small: write one"
        raise ExpressionError(f"{sentence} between {low:g} and {high:g}", token.position)


def _check_name(token: _Token, text: str, variables: tuple[str, ...]) -> None:
    if token.text in variables or token.text in FUNCTIONS or token.text in CONSTANTS:
        return
    after_digit = token.position > 0 and text[token.position - 1] in "0123456789."
    if after_digit and token.text.startswith("_"):
        sentence = "a number has no underscores: write 1000 and not 1_000"
    elif after_digit and token.text in ("j", "J"):
        sentence = "complex numbers are not part of an expression: write a real number"
    else:
        known = ", ".join((*variables, *CONSTANTS))
        functions = ", ".join(FUNCTIONS)
        sentence = f"the name {_cut(token.text)} is not known: use {known} or {functions}"
    raise ExpressionError(sentence, token.position)


def _cut(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"


# --- Tokens -> components with a sound structure --------------------------------------------------


def _parse_components(text: str, variables: tuple[str, ...], most: int, length: int) -> tuple[Expression, ...]:
    if len(text) > length:
        sentence = f"the text has {len(text)} characters: write at most {length}"
        raise ExpressionError(sentence, length)
    components: list[list[_Token]] = [[]]
    ends: list[int] = []
    depth = 0
    for token in _scan(text, variables):
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind == "comma":
            _check_comma(token, depth, len(components), most)
            components.append([])
            ends.append(token.position)
        else:
            components[-1].append(token)
    ends.append(len(text))
    return tuple(_parse_component(text, tokens, end, variables) for tokens, end in zip(components, ends, strict=True))


def _check_comma(token: _Token, depth: int, components: int, most: int) -> None:
    if depth > 0:
        sentence = "a comma stands inside parentheses: every function takes one argument"
    elif components == most:
        count = "one expression" if most == 1 else f"at most {most} expressions"
        sentence = f"the comma starts one expression too many: write {count}"
    else:
        return
    raise ExpressionError(sentence, token.position)


def _parse_component(text: str, tokens: list[_Token], end: int, variables: tuple[str, ...]) -> Expression:
    if not tokens:
        position = end if text.strip(" ") else 0
        raise ExpressionError("an expression is missing: write a number or a name", position)
    start, last = tokens[0].position, tokens[-1]
    source = text[start : last.position + len(last.text)]
    if len(source) > MAX_LENGTH:
        sentence = f"an expression has {len(source)} characters: write at most {MAX_LENGTH}"
        raise ExpressionError(sentence, start + MAX_LENGTH)
    _check_structure(tokens)
    try:
        body = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        sentence = "the expression cannot be read: write numbers, names, operators and parentheses"
        raise ExpressionError(sentence, start) from None
    return Expression(source, variables, _Builder(source, start).build(body, depth=1))


def _check_structure(tokens: list[_Token]) -> None:
    """Operands and operators alternate and the parentheses match. Raises ExpressionError if not.

    Python's parser then has nothing left to refuse: its own messages would speak of code."""
    opened: list[_Token] = []
    before: _Token | None = None
    for token in tokens:
        operand_before = before is not None and before.kind in ("number", "name", "close") and not _is_function(before)
        _check_neighbours(before, token, operand_before)
        if token.kind == "open":
            opened.append(token)
            if len(opened) > MAX_PARENTHESES:
                sentence = f"more than {MAX_PARENTHESES} parentheses are open: nest fewer"
                raise ExpressionError(sentence, token.position)
        elif token.kind == "close":
            if not opened:
                raise ExpressionError("this ) has no ( before it: remove it", token.position)
            opened.pop()
        before = token
    if before is not None and before.kind not in ("number", "name", "close"):
        sentence = f"nothing follows {before.text}: write a number, a variable or a function"
        raise ExpressionError(sentence, before.position)
    if before is not None and _is_function(before):
        raise _without_argument(before)
    if opened:
        raise ExpressionError("this ( is never closed: add a )", opened[-1].position)


def _check_neighbours(before: _Token | None, token: _Token, operand_before: bool) -> None:
    if before is not None and _is_function(before) and token.kind != "open":
        raise _without_argument(before)
    if operand_before and token.kind in ("number", "name", "open"):
        sentence = f"an operator is missing before {_cut(token.text)}: write * to multiply"
        raise ExpressionError(sentence, token.position)
    sign = token.kind == "operator" and token.text in "+-"
    if operand_before or sign or token.kind in ("number", "name", "open"):
        return
    if before is not None and before.kind == "open" and token.kind == "close":
        sentence = "the parentheses are empty: write an expression between them"
    else:
        sentence = f"a number, a variable or a function is missing before {token.text}: add it"
    raise ExpressionError(sentence, token.position)


def _is_function(token: _Token) -> bool:
    return token.kind == "name" and token.text in FUNCTIONS


def _without_argument(token: _Token) -> ExpressionError:
    sentence = f"{token.text} needs its argument in parentheses: write {token.text}( )"
    return ExpressionError(sentence, token.position)


# --- Python's syntax tree -> our tree -------------------------------------------------------------


_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Mult: "*", ast.Div: "/"}


class _Builder:
    """Builds the tree of one component; `start` is its column in the whole text."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.start = start
        self.nodes = 0

    def build(self, node: ast.expr, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            raise self.refusal(node, "the expression has too many parts: make it shorter")
        built = self.dispatch(node, depth + 1)
        if isinstance(built, Apply) and _is_constant(built):
            self.check_finite(node, built)
        return built

    def dispatch(self, node: ast.expr, depth: int) -> Node:
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                return Number(float(value))
            case ast.Name(id=name):
                return Apply(name, ()) if name in CONSTANTS else Variable(name)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.build(operand, depth)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Apply("neg", (self.build(operand, depth),))
            case ast.BinOp(op=ast.Pow()):
                return self.power(node, depth)
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                return Apply("+", (self.build(left, depth), self.negated(right, depth)))
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
                head = _OPERATORS[type(operator)]
                return Apply(head, (self.build(left, depth), self.build(right, depth)))
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]):
                return Apply(name, (self.build(argument, depth),))
            case _:
                sentence = "only numbers, names, + - * / ** and functions are allowed"
                raise self.refusal(node, sentence)

    def negated(self, node: ast.expr, depth: int) -> Node:
        self.nodes += 1
        return Apply("neg", (self.build(node, depth + 1),))

    def power(self, node: ast.BinOp, depth: int) -> Node:
        base, exponent = self.build(node.left, depth), self.build(node.right, depth)
        position = self.start + self.source.index("**", node.left.end_col_offset)
        if not _is_constant(exponent):
            sentence = "the exponent holds a variable: write exp(x2*log(x1)) for x1**x2"
            raise ExpressionError(sentence, position)
        if not abs(_constant_value(exponent)) <= MAX_EXPONENT:
            limits = f"from -{MAX_EXPONENT} to {MAX_EXPONENT}"
            sentence = f"the exponent is too large: write one {limits}"
            raise ExpressionError(sentence, position)
        power = Apply("**", (base, exponent))
        if _degree(power) > MAX_DEGREE:
            sentence = f"the exponents make a power over {MAX_DEGREE} together: make them smaller"
            raise ExpressionError(sentence, position)
        return power

    def check_finite(self, node: ast.expr, built: Node) -> None:
        if not np.isfinite(_constant_value(built)):
            shown = _cut(self.source[node.col_offset : node.end_col_offset])
            raise self.refusal(node, f"{shown} is not a finite real number: write one that is")

    def refusal(self, node: ast.expr, sentence: str) -> ExpressionError:
        return ExpressionError(sentence, self.start + node.col_offset)


def _is_constant(node: Node) -> bool:
    return not any(isinstance(part, Variable) for part in _nodes(node))


def _constant_value(node: Node) -> float:
    with np.errstate(all="ignore"):
        return float(_evaluate(node, {}))


def _degree(node: Node) -> float:
    """How high powers of powers reach; a function starts anew, for SymPy keeps it as one symbol."""
    if not isinstance(node, Apply) or node.head in FUNCTIONS or node.head in CONSTANTS:
        return 1.0
    if node.head == "**":
        return _degree(node.arguments[0]) * max(1.0, abs(_constant_value(node.arguments[1])))
    return max(_degree(argument) for argument in node.arguments)


# --- Our tree <-> SymPy ---------------------------------------------------------------------------


@cache
def _heads() -> dict[str, Any]:
    """SymPy functions that know their derivatives but evaluate nothing.

    SymPy's own turn exp(10**9*log(2)) into the digits of 2**10**9 as soon as they are written; such
    a text can hide behind a sum that cancels, so no check of the text alone would be enough."""
    import sympy

    derivatives: dict[str, Callable[[Any, Any], Any]] = {
        "sin": lambda u, y: heads["cos"](u),
        "cos": lambda u, y: -heads["sin"](u),
        "tan": lambda u, y: 1 + y**2,
        "exp": lambda u, y: y,
        "log": lambda u, y: 1 / u,
        "tanh": lambda u, y: 1 - y**2,
        "sigmoid": lambda u, y: y * (1 - y),
    }

    def head(name: str, derivative: Callable[[Any, Any], Any]) -> Any:
        def fdiff(self: Any, argindex: int = 1) -> Any:
            return derivative(self.args[0], self)

        def doit(self: Any, **hints: Any) -> Any:
            argument = self.args[0].doit(**hints)
            known = getattr(sympy, name, None)
            return 1 / (1 + sympy.exp(-argument)) if known is None else known(argument)

        # SymPy asks for the sign of anything that calls itself a number, and would work out
        # sin(exp(exp(9))) for it, to more digits than there is room for.
        body = {"nargs": 1, "fdiff": fdiff, "doit": doit, "is_number": False}
        return type(name, (sympy.Function,), body)

    heads = {name: head(name, derivative) for name, derivative in derivatives.items()}
    return heads


def _symbolic(node: Node) -> Any:
    import sympy

    if isinstance(node, Number):
        # Exact, as typed: with Floats SymPy never ends on sqrt(2**(2/9)*2.5*x1).
        return sympy.Rational(repr(node.value)) if np.isfinite(node.value) else sympy.nan
    if isinstance(node, Variable):
        return sympy.Symbol(node.name)
    arguments = [_symbolic(argument) for argument in node.arguments]
    match node.head, arguments:
        case "pi", _:
            return sympy.pi
        case "e", _:
            return sympy.E
        case "neg", [argument]:
            return -argument
        case "+", _:
            return sympy.Add(*arguments)
        case "*", _:
            return sympy.Mul(*arguments)
        case "/", [above, below]:
            return above / below
        case "**", [base, exponent]:
            return sympy.Pow(base, exponent)
        case "sqrt", [argument]:
            return sympy.sqrt(argument)
        case head, _:
            return _heads()[head](*arguments)


def _from_symbolic(expression: Any, decimal: bool) -> Node:
    """Our tree of a SymPy expression; what is not real in it becomes nan.

    With `decimal`, 4/5 becomes 0.8 and not a fraction."""
    import sympy

    if expression.is_Symbol:
        return Variable(expression.name)
    if expression.is_Rational:
        return _rational(expression, decimal)
    if expression is sympy.pi or expression is sympy.E:
        return Apply("pi" if expression is sympy.pi else "e", ())
    if expression.is_Add:
        return _sum(expression.as_ordered_terms(), decimal)
    if expression.is_Mul:
        return _product(expression, decimal)
    if expression.is_Pow:
        return _power(expression.base, expression.exp, decimal)
    name = type(expression).__name__
    if name in FUNCTIONS:
        return Apply(name, (_from_symbolic(expression.args[0], decimal),))
    return Number(float("nan"))


def _rational(number: Any, decimal: bool) -> Node:
    if number < 0:
        return Apply("neg", (_rational(-number, decimal),))
    if _is_fraction(number, decimal):
        return Apply("/", (Number(float(number.p)), Number(float(number.q))))
    return Number(float(number))


def _is_fraction(number: Any, decimal: bool) -> bool:
    """Whether a rational number is to be written p/q: not if it is whole or too long for a float."""
    import sympy

    if number.q == 1 or max(abs(number.p), number.q) > 2**53:
        return False
    return not decimal or sympy.Rational(repr(float(number))) != number


def _sum(terms: list[Any], decimal: bool) -> Node:
    """A sum; a term without a minus goes first if there is one, as one writes 1 - x."""
    first = next((term for term in terms if not _is_negative(term)), terms[0])
    signed = [
        Apply("neg", (_from_symbolic(-term, decimal),)) if _is_negative(term) else _from_symbolic(term, decimal)
        for term in terms
        if term is not first
    ]
    return Apply("+", (_from_symbolic(first, decimal), *signed))


def _is_negative(term: Any) -> bool:
    return bool(term.as_coeff_Mul()[0].is_negative)


def _product(expression: Any, decimal: bool) -> Node:
    """A product, as a fraction if anything stands below the line."""
    negative = _is_negative(expression)
    coefficient, rest = (-expression if negative else expression).as_coeff_Mul()
    above: list[Node] = []
    below: list[Node] = []
    over, under = coefficient, 1
    if coefficient.is_Rational and _is_fraction(coefficient, decimal):
        over, under = coefficient.as_numer_denom()
        below.append(_from_symbolic(under, decimal))
    if over != 1:
        above.append(_from_symbolic(over, decimal))
    for factor in rest.as_ordered_factors():
        if factor.is_Pow and factor.exp.is_negative:
            below.append(_power(factor.base, -factor.exp, decimal))
        else:
            above.append(_from_symbolic(factor, decimal))
    top = above or [Number(1.0)]
    if negative:
        top[0] = Apply("neg", (top[0],))
    return Apply("/", (_times(top), _times(below))) if below else _times(top)


def _times(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Apply("*", tuple(factors))


def _power(base: Any, exponent: Any, decimal: bool) -> Node:
    if exponent.is_negative:
        return Apply("/", (Number(1.0), _power(base, -exponent, decimal)))
    node = _from_symbolic(base, decimal)
    if exponent == 1:
        return node
    if exponent.is_Rational and (exponent.p, exponent.q) == (1, 2):
        return Apply("sqrt", (node,))
    return Apply("**", (node, _from_symbolic(exponent, decimal)))


# --- Our tree -> text -----------------------------------------------------------------------------

_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_BINDING = {"+": _SUM, "*": _PRODUCT, "/": _PRODUCT, "neg": _SIGN, "**": _POWER}


def _written(node: Node) -> str:
    if isinstance(node, Number):
        whole = node.value.is_integer() and node.value < 1e15
        return str(int(node.value)) if whole else repr(float(node.value))
    if isinstance(node, Variable):
        return node.name
    parts = node.arguments
    match node.head:
        case "+":
            return _in(parts[0], _SUM) + "".join(_written_term(part) for part in parts[1:])
        case "*" | "/":
            return node.head.join((_in(parts[0], _PRODUCT), *(_in(part, _SIGN) for part in parts[1:])))
        case "neg":
            return "-" + _in(parts[0], _SIGN)
        case "**":
            return _in(parts[0], _ATOM) + "**" + _in(parts[1], _SIGN)
        case name:
            return f"{name}({_written(parts[0])})" if parts else name


def _written_term(term: Node) -> str:
    if isinstance(term, Apply) and term.head == "neg":
        return " - " + _in(term.arguments[0], _PRODUCT)
    return " + " + _in(term, _PRODUCT)


def _in(node: Node, least: int) -> str:
    """The text of a node, in parentheses if it binds less than `least`."""
    binding = _BINDING.get(node.head, _ATOM) if isinstance(node, Apply) else _ATOM
    return f"({_written(node)})" if binding < least else _written(node)
