"""No figure of a lesson is typed: digits come in by placeholders, except in names such as f₁ and in equation numbers."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest

import tui_backprop.words as words

FOLDER = Path(words.__file__).parent
TEXTS = sorted(path for language in ("en", "zh") for path in (FOLDER / language / "lessons").glob("*.py"))

NAMED = re.compile(
    r"\([123]\.\d{1,2}\)|(?:example |section |例 |第 )[123]\.\d"  # (3.7), example 2.2, section 3.4
    r"|(?:[Ff]igures? |[Tt]able |图 |表 )3-\d"
    r"|[xθ]⁽[¹²³⁴]⁾(?:[₀₁₂₃₄](?:,[₀₁₂₃₄])?)?|θ[₀₁₂₃₄],[₀₁₂₃₄]|[xyzf][₀₁₂₃₄]|theta[12]"
)

all_texts = pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")


def typed(path: Path) -> list[str]:
    """The strings of a file without docstrings, placeholders and names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef)]
    docstrings = {body[0].value for body in bodies if isinstance(body[0], ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [NAMED.sub("", node.value) for node in strings if node not in docstrings]


def digits(text: str) -> list[str]:
    return [sign for sign in text if unicodedata.category(sign) in ("Nd", "No")]


@all_texts
def test_no_digit_of_a_text_is_typed(path):
    assert [text for text in typed(path) if digits(text)] == []


def test_a_typed_digit_would_be_found(tmp_path):
    path = tmp_path / "text.py"
    path.write_text('"""1."""\nsay = f"f₁ of (3.9): {x} plus 2 is x⁽²⁾, and x₁² is ½"\n', encoding="utf-8")
    assert [sign for text in typed(path) for sign in digits(text)] == ["2", "²", "½"]


@all_texts
def test_a_text_uses_all_that_it_is_given(path):
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            given = {argument.arg for argument in function.args.kwonlyargs}
            used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            assert given <= used, f"{function.name} leaves out {given - used}"


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if path.is_relative_to(FOLDER / "zh")], ids=lambda path: path.stem
)
def test_chinese_texts_have_no_narrow_punctuation_beside_chinese(path):
    for text in typed(path):
        assert not re.search(r"[一-鿿][,:;?!]|[,:;?!][一-鿿]", text)
