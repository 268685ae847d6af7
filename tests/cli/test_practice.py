"""The sheet of exercises."""

import re
import shutil
import subprocess

import pytest

from tui_backprop.cli import main
from tui_backprop.words import speak


def test_a_sheet_has_so_many_questions_and_its_answers_only_when_asked(capsys):
    assert main(["practice", "--questions", "4"]) == 0
    questions = capsys.readouterr().out
    assert main(["practice", "--questions", "4", "--answers"]) == 0
    both = capsys.readouterr().out
    assert both.startswith(questions.rstrip())
    assert "  4. " in questions
    assert "  5. " not in questions
    assert "Answers" not in questions
    assert both.count("  4. ") == 2


@pytest.mark.parametrize(
    ("typed", "said"), [("--topic poetry", "no topic 'poetry'"), ("--format doc", "no format 'doc'")]
)
def test_an_unknown_topic_or_format_is_one_sentence(typed, said, capsys):
    assert main(["practice", *typed.split()]) == 2
    assert said in capsys.readouterr().err


def test_the_markdown_is_a_numbered_list(capsys):
    assert main(["practice", "--questions", "3", "--format", "markdown", "--topic", "gradients"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Exercises")
    assert "\n3. What is ∂E/∂θ" in out


@pytest.mark.parametrize("topic", ["descent", "chain"])
@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
def test_a_sheet_on_one_subject_has_its_formulas_and_its_answers_in_every_format(topic, form, capsys):
    assert main(["practice", "--topic", topic, "--questions", "3", "--format", form, "--answers"]) == 0
    out = capsys.readouterr().out
    assert {"descent": "f = ", "chain": "x_{1} = " if form == "latex" else "x₁ = "}[topic] in out
    assert out.count("3.") >= 2


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no LaTeX here")
def test_the_latex_compiles(tmp_path, capsys):
    assert main(["practice", "--questions", "12", "--answers", "--format", "latex"]) == 0
    set_in_type(capsys.readouterr().out, tmp_path)


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no LaTeX here")
def test_a_chinese_sheet_asks_for_ctex_and_is_latex_but_for_its_signs(tmp_path, capsys):
    assert main(["practice", "--language", "zh", "--questions", "16", "--answers", "--format", "latex"]) == 0
    speak("en")
    sheet = capsys.readouterr().out
    assert sheet.startswith("\\documentclass{ctexart}")
    assert "ctex" in sheet.splitlines()[0].partition("%")[2]
    left = re.sub("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", "o", sheet.replace("ctexart", "article"))
    assert left.isascii()
    set_in_type(left, tmp_path)


def set_in_type(text, folder):
    (folder / "sheet.tex").write_text(text)
    found = subprocess.run(["pdflatex", "-halt-on-error", "sheet.tex"], cwd=folder, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout[-2000:]
