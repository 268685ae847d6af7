"""What is said about exercises that are asked on the screens. Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.practice import PracticeWords


class ChinesePractice(PracticeWords):
    """What is said about exercises that are asked on the screens."""

    choose = "练习"
    topics: Mapping[str, str] = {
        "entries": "这一步中被遮住的元素",
        "shapes": "矩阵的行数和列数",
        "zeros": "由结构决定的零",
        "jacobians": "各雅可比矩阵的元素",
        "products": "部分乘积",
        "gradients": "梯度",
        "updates": "参数的更新",
        "descent": "梯度下降的一步",
        "chain": "链式法则的元素",
    }
    how: Mapping[str, str] = {
        "shapes": "行数和列数，例如 3x7",
        "zeros": "一个整数",
        "number": "写三位有效数字即可",
    }
    needs_a_cycle = "要练习一步里的数，先按 → 走完一步再停下。"
    another_or_leave = "p：再来一题 · esc：离开"

    def question(self, *, symbol: str, right: int, asked: int) -> str:
        return f"练习：{symbol} = ?" + (f"（已做 {asked} 题，对 {right} 题）" if asked else "")

    def title(self, *, topic: str, right: int, asked: int) -> str:
        return f"练习：{topic}" + (f"（已做 {asked} 题，对 {right} 题）" if asked else "")

    def verdict(self, *, answer: str, is_right: bool, right: int, asked: int) -> str:
        verdict = "正确" if is_right else "不对：算法见下方"
        return f"{answer} {verdict}。到目前为止共做 {asked} 题，答对 {right} 题；按 p 再出一题。"

    def counted(self, *, symbol: str, answer: str, hint: str) -> str:
        return f"{symbol}：{answer}；{hint}"
