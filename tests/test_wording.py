"""The mathematics and the runs hold no wording: what a person reads is made in words, of facts."""

import ast
import re
from pathlib import Path

import pytest

import tui_backprop

PACKAGE = Path(tui_backprop.__file__).parent
WORD = re.compile(r"[A-Za-z]{2,}")
FILES = [file for floor in ("calculus", "training") for file in sorted((PACKAGE / floor).rglob("*.py"))]
CODE = re.compile(r"[\[\]|\\]|[a-z]\(")
"""Signs of a type, a pattern or a formula."""

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
        if (
            literal
            and len([word for word in node.value.split() if WORD.search(word)]) >= 3
            and not CODE.search(node.value)
        ):
            yield node.lineno, node.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_of_the_mathematics_or_of_the_runs_holds_no_sentence(file):
    assert list(prose(file.read_text())) == []


def test_a_sentence_would_be_found():
    assert [text for _, text in prose('"""A docstring of many words."""\nx = "no step can follow"')] == [
        "no step can follow"
    ]
    assert list(prose('raise ValueError("the sizes do not fit")')) == []
