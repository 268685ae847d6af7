"""Lesson 3, vector functions and their Jacobians. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.jacobian import JacobianWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseJacobian(JacobianWords):
    """Vector functions and Jᵀ (2.1), (2.2), example 2.2."""

    title = "向量函数与 Jᵀ"

    def vector(self, *, inputs: str, outputs: str, first: str, second: str, formula: str) -> StepText:
        return StepText(
            say=f"这是文章的例 2.2：f 把 {inputs} 维向量变成 {outputs} 维向量。现在 x₁ = {first}，x₂ = {second}，"
            f"第二个输出是 y₂ = {formula}。",
            ask="y₂ 是多少？",
            hint=f"把这两个数代入 {formula}。",
            after="向量函数就是几个输入相同的函数，上下写在一起。",
        )

    def coordinate(self, *, choose: str, move: str, x: str, all: str) -> StepText:
        return StepText(
            say="每个输入都可以单独改变。请注意观察向量 y。",
            do=f"按 {choose} 选中 x₂，再按 {move}，直到 x₂ 不小于 {x}。",
            ask="哪些输出变了？",
            choices=(f"{all} 个都变了", "只有 y₂", "只有 y₃"),
            reasons=(
                "其他输出的公式里也有 x₂。",
                "其他输出的公式里也有 x₂。",
            ),
            hint="对照上方的公式：哪几个里面有 x₂？",
            after="一个输入可以影响所有的输出，所以在这里，单用一个数表示不了导数。",
        )

    def count(self, *, inputs: str, outputs: str) -> StepText:
        return StepText(
            say=f"{inputs} 个输入中的每一个，对 {outputs} 个输出中的每一个，都有自己的变化率 ∂yⱼ/∂xᵢ。",
            ask="f 一共有多少个这样的变化率？",
            hint=f"请算 {inputs} · {outputs}。",
            after="把它们排成一个矩阵，就是雅可比矩阵。",
        )

    def entry(self, *, symbol: str) -> StepText:
        return StepText(
            say="文章把这个矩阵写成 Jᵀ(f) (2.1)：每个输入占一行，每个输出占一列。",
            ask=f"请指向 {symbol}。",
            hint="要找的在 Jᵀ_x(f) 里：x 的下标是行号，y 的下标是列号。",
            after=f"{symbol} 只说一件事：x₁ 变化时，y₃ 变化得多快。",
        )

    def value(self, *, symbol: str, output: str, formula: str, first: str, second: str) -> StepText:
        return StepText(
            say=f"求 {symbol} 时只让一个输入变化，另一个不变，看作常数。{output} = {formula}。",
            ask=f"在 ({first}, {second}) 处，{symbol} 是多少？",
            hint=f"先把 {formula} 对 x₂ 求导，再代入数值。注意符号。",
            after="负的：x₂ 增大时 y₂ 减小。",
        )

    def row(self) -> StepText:
        return StepText(
            say="再看整个 Jᵀ(f)，与 (2.1) 对照。",
            ask="Jᵀ(f) 的一行里是什么？",
            choices=("所有输出对同一个输入的变化率", "同一个输出对所有输入的变化率", "各个输出的值"),
            reasons=(
                "那是 Jᵀ 的一列，也就是 J 的一行。",
                "输出的值是向量 y。矩阵里是变化率。",
            ),
            hint="(2.1) 的第一行，分母都是 x₁。",
            after="Jᵀ 的第 i 行对应 xᵢ，第 j 列对应 yⱼ。",
        )

    def symbols(self, *, key: str, pane: str, symbol: str, right: str, other: str, another: str) -> StepText:
        return StepText(
            say="数值只对应一个点，背后的公式却对所有的点都成立。",
            do=f"按 {key}，打开“{pane}”窗格。",
            ask=f"{symbol} 是哪个公式？",
            choices=(right, other, another),
            reasons=(
                "那是另一个元素。先找 x₂ 的那一行，再找 y₂ 的那一列。",
                "那是另一个元素。先找 x₂ 的那一行，再找 y₂ 的那一列。",
            ),
            hint="第二行第二列。",
            after="公式只求一次，代入 x 就得到数值。",
        )

    def flip(self, *, key: str) -> StepText:
        return StepText(
            say="小小的 ᵀ 表示转置，即行列互换。文章在这里用 Jᵀ，到了神经网络部分，除 (3.18) 外都用 J。",
            do=f"按 {key}，把 Jᵀ 换成 J。",
            ask="J(f) 有几行？",
            hint="在 J 里，每个输出占一行。",
            after="还是那些数，只是沿对角线翻了过来：J 的每一行对应一个输出，每一列对应一个输入。",
        )

    def misprint(self, *, printed: str, right: str, other: str) -> StepText:
        return StepText(
            say=f"文章的 (2.2) 把 Jᵀ(g) 第二行的第一个元素印成了 {printed}。g 的输入是 y，所以 Jᵀ(g) 的第二行对应 y₂。",
            ask="这里应该是什么？",
            choices=(right, printed, other),
            reasons=(
                "z₁ 是 g 的输出，不会对它求导。",
                "那是对角线另一侧的元素：第一行第二列。",
            ),
            hint="y₂ 那一行，z₁ 那一列。",
            after=f"应为 {right}。懂得了规律，印刷错误自己就能改过来。",
        )
