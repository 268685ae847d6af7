"""The mathematics and the runs hold no wording: what a person reads is made in words, of facts."""

import ast
import re
from pathlib import Path

import pytest

import tui_backprop

PACKAGE = Path(tui_backprop.__file__).parent
WORD = re.compile(r"[A-Za-z]{2,}")
FILES = [file for floor in ("calculus", "training") for file in sorted((PACKAGE / floor).rglob("*.py"))]
CODE = re.compile(r"\w+[(\[]\w*(, *\w+)*[)\]]")
"""A function or a type with what it is given: its names are no words."""

FOR_PROGRAMMERS = ("ValueError", "RuntimeError")


def prose(text):
    """The string literals of three words or more, but for docstrings and the errors that a programmer makes."""
    tree = ast.parse(text)
    spared = set()
    for node in ast.walk(tree):
        for first in getattr(node, "body", []) if isinstance(getattr(node, "body", None), list) else []:
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                spared.add(first.value)
        if isinstance(node, ast.Raise) and getattr(getattr(node.exc, "func", None), "id", None) in FOR_PROGRAMMERS:
            spared.update(ast.walk(node))
    for node in ast.walk(tree):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in spared
        if literal and len([word for word in CODE.sub("", node.value).split() if WORD.search(word)]) >= 3:
            yield node.lineno, node.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_of_the_mathematics_or_of_the_runs_holds_no_sentence(file):
    assert list(prose(file.read_text())) == []


@pytest.mark.parametrize(
    "sentence", ["no step can follow", "f(x) has no value at this point", "no value [at this point] here"]
)
def test_a_sentence_would_be_found(sentence):
    assert [text for _, text in prose(f'"""A docstring of many words."""\nx = "{sentence}"')] == [sentence]


@pytest.mark.parametrize("code", ['raise ValueError("the sizes do not fit")', 'x = "tuple[Any, Any, Any]"'])
def test_what_only_a_programmer_reads_is_no_sentence(code):
    assert list(prose(code)) == []
