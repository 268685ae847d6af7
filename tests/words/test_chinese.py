"""No English word is left in the Chinese texts, whatever makes a sentence of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from languages import english_in

import tui_backprop.words.zh

FOLDER = Path(tui_backprop.words.zh.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))
TYPED = {"all", "right", "saturated", "saturation"}
"""What may be typed in the place of a number of an iteration, in any language."""


def texts(source: str) -> Iterator[tuple[int, str]]:
    """The literals that people read: no docstrings, no ids by which a text is looked up, no formats of numbers."""
    spared: set[ast.AST] = set()
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            spared.add(body[0].value)
        if isinstance(node, ast.Dict):
            spared.update(key for key in node.keys if key is not None)
        if isinstance(node, ast.Subscript):
            spared.update(ast.walk(node.slice))
        if isinstance(node, ast.Compare):
            spared.update(ast.walk(node))
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spared.update(ast.walk(node.format_spec))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in spared:
            yield node.lineno, node.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FOLDER)))
def test_a_file_of_chinese_words_holds_no_english_one(file):
    found = {
        line: words for line, text in texts(file.read_text(encoding="utf-8")) if (words := english_in(text) - TYPED)
    }
    assert not found


def test_a_word_that_was_left_would_be_found():
    source = 'class A:\n    """A docstring."""\n    a = {"key": "你好 world"}\n    b = f"{x:>{WIDTH}} rate of {y}"\n'
    assert [english_in(text) for _, text in texts(source)] == [{"world"}, {"rate", "of"}]
    assert english_in("按 tab 或 --seed，learning_rate、XOR 与 sin(x)") == set()
