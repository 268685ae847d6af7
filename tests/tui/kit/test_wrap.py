"""Running text in lines: within the width, nothing lost, no sign where a Chinese line must not have it."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui_backprop.explain.wrap import LONGEST_WHOLE, breaks, wrap
from tui_backprop.tui.kit.line_breaks import break_lines_by_our_rules

NOT_FIRST, NOT_LAST = "，。；：！？、）》」", "（《「"


def random_text(random: Random) -> str:
    """Chinese with formulas between, as the lessons are: a mark stands behind a sign, a bracket before one."""
    parts = []
    for _ in range(random.randrange(5, 40)):
        parts.append(random.choice(["梯", "下降", "θ⁽¹⁾", " α = 0.02 ", "x₁", " J(f) ", "每一步", "1.04"]))
        parts.append(random.choice(["", "", "", "，", "。", "；", "（误差）", "《向量函数》", "：", "「层」", "、"]))
    return "".join(parts).strip()


@pytest.mark.parametrize("seed", range(60))
def test_a_text_keeps_every_sign_and_no_line_begins_or_ends_as_it_must_not(seed):
    random = Random(seed)
    text, width = random_text(random), random.randrange(14, 60)
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert cell_len(line) <= width
        assert line[0] not in NOT_FIRST
        assert line[-1] not in NOT_LAST
    for line, after in pairwise(lines):
        assert cell_len(line) > width - 20, f"{line!r} leaves room though {after!r} follows"


def test_chinese_is_broken_between_its_signs_and_the_mark_stays_with_its_sign():
    assert wrap("梯度下降每一步都沿着梯度的反方向，走一小步。", 16) == [
        "梯度下降每一步都",
        "沿着梯度的反方",
        "向，走一小步。",
    ]


def test_a_word_that_is_longer_than_the_line_is_cut_by_cells():
    assert wrap("ab 雅可比矩阵", 4) == ["ab", "雅可", "比矩", "阵"]
    assert wrap("jacobian_f1_theta1", 8) == ["jacobian", "_f1_thet", "a1"]


def test_an_equation_stays_whole_and_paragraphs_stay_apart():
    assert wrap("so that a = 1 holds", 12) == ["so that", "a = 1 holds"]
    assert wrap("一\n二", 12) == ["一", "二"]
    assert breaks("", 5) == []


def test_a_relation_stays_with_both_its_sides_as_long_as_they_fit_into_a_line():
    assert wrap("the change −α times its gradient, with α = 0.02", 44) == [
        "the change −α times its gradient, with",
        "α = 0.02",
    ]
    assert wrap("c 49379 (4 in each), E < 0.05, all right", 26) == ["c 49379 (4 in each),", "E < 0.05, all right"]
    assert wrap("k = 3", 3) == ["k", "= 3"]
    assert wrap("= 0.5488 − 0.0005 + 0.25 = 0.7983", 20) == ["= 0.5488 − 0.0005 +", "0.25 = 0.7983"]
    assert wrap("a = 0.123456 = 0.654321", 16) == ["a = 0.123456", "= 0.654321"]


def test_what_stands_in_parentheses_stays_on_a_line_as_long_as_it_fits_into_one():
    assert wrap("the derivative of ½(x⁽⁴⁾ − t)²", 26) == ["the derivative of", "½(x⁽⁴⁾ − t)²"]
    assert wrap("= (2.5 + 2.5)/2 + √((1.5 − 1.5)² + (−0.25)²)", 30) == [
        "= (2.5 + 2.5)/2 +",
        "√((1.5 − 1.5)² + (−0.25)²)",
    ]
    assert wrap("f = (a + b + c + d + e)", 14) == ["f = (a + b + c", "+ d + e)"]
    assert wrap("a sentence (which may be parted + anywhere else)", 30)[0] == "a sentence (which may be"


@pytest.mark.parametrize("width", range(3, 30))
def test_a_long_equation_is_parted_between_its_numbers_and_never_within_one_that_fits(width):
    text = "x = 1.25 − 0.5 · (−3.75) = 3.125 < 4 ≤ 10.5 and so on, with α = 0.02 · 7"
    words = [word for line in wrap(text, width) for word in line.split()]
    assert "".join(words) == "".join(text.split())
    assert [word for word in text.split() if len(word) <= width and word not in words] == []


@pytest.mark.parametrize("seed", range(40))
def test_a_wider_line_never_makes_more_lines(seed):
    random = Random(seed)
    words = ["x₁·x₂", "=", "+", "−", "(2.865", "0.27)²", "√(((2.8", "and", "α", "0.02", "<", "f(x)", "a", "行"]
    text = " ".join(random.choices(words, k=40))
    lines = [len(wrap(text, width)) for width in range(LONGEST_WHOLE, 120)]
    assert lines == sorted(lines, reverse=True)


async def test_textual_breaks_its_own_texts_so_too():
    class Host(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("按 . 走第一个阶段，按 → 走一个周期，按空格运行，再按一次就停。")

    break_lines_by_our_rules()
    app = Host()
    async with app.run_test(size=(20, 6)):
        lines = ["".join(s.text for s in strip).rstrip() for strip in app.screen._compositor.render_strips()]
    shown = [line for line in lines if line]
    assert "".join("".join(shown).split()) == "按.走第一个阶段，按→走一个周期，按空格运行，再按一次就停。"
    assert all(line[0] not in NOT_FIRST for line in shown)
    assert all(cell_len(line) >= 16 for line in shown[:-1])
