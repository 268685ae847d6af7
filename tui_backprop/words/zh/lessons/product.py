"""Lesson 4, the chain as a product of matrices. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.product import ProductWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseProduct(ProductWords):
    """The chain as a product (2.3)-(2.5)."""

    title = "链式法则就是矩阵乘法"

    def shapes(self, *, f: str, g: str, right: str, other: str, another: str) -> StepText:
        return StepText(
            say=f"x 经过 f 变成 y，y 再经过 g 变成 z (2.3)。这里 Jᵀ(f) 是 {f} 的矩阵，Jᵀ(g) 是 {g} 的（行数×列数）。"
            "按 (2.4)，复合函数的导数是两者的乘积。",
            ask="乘积的形状是什么？",
            choices=(right, other, another),
            reasons=(
                "中间的那一维在相乘时被求和，消失了。",
                "行数来自左边的矩阵，列数来自右边的矩阵。",
            ),
            hint="每个输入 x 占一行，每个输出 z 占一列。",
            after="y 夹在中间：对它求和之后，从外面就看不到它了。",
        )

    def sources(self, *, symbol: str) -> StepText:
        return StepText(
            say="等号后面就是乘积 Jᵀ(g∘f)。",
            ask=f"请在乘积里指向 {symbol}。",
            hint="要找的在 Jᵀ_x(g∘f) 的第一行第一列。",
            after="Jᵀ(f) 的一行和 Jᵀ(g) 的一列亮了起来：这个数就由它们得来。",
        )

    def sum(self, *, row: str, column: str, symbol: str) -> StepText:
        return StepText(
            say=f"这一行是 ({row})，这一列是 ({column})。每个 y 各贡献一个乘积：它随 x₁ "
            "变化的快慢，乘以 z₁ 随它变化的快慢。",
            ask=f"各个乘积之和 {symbol} 是多少？",
            hint="第一个乘第一个，第二个乘第二个，第三个乘第三个，再相加。可以直接输入算式。",
            after="这是对从 x₁ 到 z₁ 的所有路径求和：沿一条路径相乘，不同路径相加。",
        )

    def zeros(self, *, g: str) -> StepText:
        return StepText(
            say=f"乘积的第二列全是零，两个因子里却没有零。第二个输出是 z₂ = {g}。",
            ask="这是为什么？",
            choices=("把 y = f(x) 代入后，z₂ 对任何 x 都一样", "x 影响不到 z₂", "只是在这一点碰巧为零"),
            reasons=(
                "影响得到：Jᵀ(g) 里 z₂ 那一列有数，只是这些影响互相抵消了。",
                "用方向键移动 x 试试：这一列始终是零。",
            ),
            hint="把 y₁、y₂、y₃ 的公式代入 z₂，展开看看。",
            after="从 x 到 z₂ 的各条路径互相抵消。做矩阵乘法时，这一点自然就体现出来了。",
        )

    def confirmed(self, *, key: str, x: str) -> StepText:
        return StepText(
            say="乘积旁边还有两个矩阵，都不是乘出来的：一个由 g∘f 的公式求导得到，一个只用 g∘f 的函数值算出。",
            do=f"按 {key}，直到 x₁ 不小于 {x}，看看三者是否始终相等。",
            after="无论 x 在哪里，三者都相等。这正是 (2.4) 所说的。",
        )

    def order(self, *, key: str) -> StepText:
        return StepText(
            say="用 Jᵀ 时，因子的顺序就是 x 前进的顺序：先 f，后 g。",
            do=f"按 {key}，把 Jᵀ 换成 J。",
            ask="现在因子的顺序是什么？",
            choices=("J(g)·J(f)", "J(f)·J(g)", "哪种顺序都行"),
            reasons=(
                "看看形状：J(f) 的列数与 J(g) 的行数对不上。",
                "矩阵乘法不能交换，在这里连形状都不允许。",
            ),
            hint="乘积转置以后，因子的顺序要反过来。",
            after="神经网络部分用的是 J，所以在那里最后一层写在最左边。",
        )

    def polar(self, *, f: str, g: str, key: str, x: str, symbol: str) -> StepText:
        return StepText(
            say=f"换一对函数：f = ({f}) 把半径 x₁ 和角度 x₂ 变成平面上的点，z₁ = {g} 又求回半径。",
            do=f"按 {key}，直到 x₁ 不小于 {x}。",
            ask=f"{symbol} 一直保持是多少？",
            hint="z₁ 就是 x₁。x₁ 增大时，z₁ 增大得多快？",
            after="去了又回来，等于没有动；恒等函数的导数处处是一。",
        )

    def layers(self, *, g: str) -> StepText:
        return StepText(
            say=f"现在 f 和 g 是一个网络的前两层：g 在输出前面添上了一个常数，z₁ = {g}。"
            "暗淡的小点表示无论数值如何都为零。",
            ask="请在乘积里指向一个这样的零。",
            hint="常数 z₁ 不依赖于任何量：要找的零在 Jᵀ_x(g∘f) 里 z₁ 的那一列。",
            after="没有路径从 x 通向常数。到 (3.22) 我们还会遇到它。",
        )

    def misprint(self, *, right: str, printed: str, other: str) -> StepText:
        return StepText(
            say=f"(2.5) 里 Jᵀ(g) 的最后一行，除了最后一个元素，分母都印成了 {printed}。可是 Jᵀ(g) 每个 y 占一行，一共 n 行。",
            ask="整个最后一行的分母应该是什么？",
            choices=(right, printed, other),
            reasons=(
                "g 的输入不是 x，x 只通过 f 起作用。",
                "z 是 g 的输出。",
            ),
            hint="g 是对哪些变量求导的？",
            after=f"整行的分母都应是 {right}。若是 m，连矩阵的形状都对不上。",
        )
