"""Lesson 2, the chain rule for one variable. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.one_variable import OneVariableWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseOneVariable(OneVariableWords):
    """The chain rule for one variable and its proof in numbers (1.2)-(1.5)."""

    title = "一元函数的链式法则"

    def path(self, *, f: str, g: str, key: str, x: str) -> StepText:
        return StepText(
            say=f"两个函数首尾相接：先是 y₁ = f(x₁) = {f}，再是 z₁ = g(y₁) = {g}。x₁ 的变化经过 y₁ 传到 z₁。",
            do=f"按一下 {key}：x₁ 变成 {x}。留意 y₁ 和 z₁ 怎样跟着变。",
            ask="现在 y₁ 是多少？",
            hint=f"把 x₁ = {x} 代入 {f}。",
            after="x₁ 带动 y₁，y₁ 又带动 z₁：这是一条两环的链。",
        )

    def inner(self) -> StepText:
        return StepText(
            say="x₁ 又回到原处。每一环都有自己的导数，第一环是 y₁ 随 x₁ 变化的快慢 f′(x₁)。"
            "界面上把它放在方括号里，记作 Jᵀ(f)；这个记号下一课再讲，现在里面只有一个数。",
            ask="请指向 f′(x₁)。",
            hint="要找的数，在括号里只有 f 的那个矩阵中。",
            after="光标停在哪个数上，界面就写出它的公式，并代入数值。",
        )

    def where(self, *, g: str, x: str, y: str, at_y: str, at_x: str, value: str) -> StepText:
        return StepText(
            say=f"第二环是 g′，其中 g = {g}。这里 x₁ = {x}，y₁ = {y}。g 的输入是 y₁，不是 x₁。",
            ask="第二环的导数是哪个数？",
            choices=(f"{at_y}，即 g′ 在 y₁ 处的值", f"{at_x}，即 g′ 在 x₁ 处的值", f"{value}，即 g 在 y₁ 处的值"),
            reasons=(
                "g 作用在 y₁ 上，它的导数也要在 y₁ 处取。",
                "那是 z₁ 本身的值，不是它变化的快慢。",
            ),
            hint="(1.2) 里写的是 g′(y)，而 y = f(x)。",
            after="外层函数的导数，要在内层函数到达的那一点上取。",
        )

    def product(self, *, x: str, inner: str, outer: str) -> StepText:
        return StepText(
            say=f"在 x₁ = {x} 处，两环的导数分别是 f′(x₁) = {inner} 和 g′(y₁) = {outer}。按 (1.2)，把它们乘起来。",
            ask="(g∘f)′(x₁) 是多少？",
            hint=f"请算 {inner} · {outer}。可以直接输入算式。",
            after="y₁ 的变化是 x₁ 的若干倍，z₁ 的变化又是 y₁ 的若干倍，倍数自然相乘。",
        )

    def rest(self, *, x: str, there: str, h: str, moved: str, straight: str) -> StepText:
        return StepText(
            say=f"为什么可以相乘？在 x₁ = {x} 附近，用切线代替 f (1.3)。取 h = {h}，切线给出 {straight}，"
            f"而 f 在 {there} 处其实是 {moved}。",
            ask="切线没有算到的余项有多大？",
            hint=f"请算 {moved} − {straight}。",
            after="(1.3) 把这个余项记作 o(x′ − x)。",
        )

    def vanishing(self, *, h: str, ratio: str, smaller: str, next_ratio: str) -> StepText:
        return StepText(
            say=f"把余项除以 h：h = {h} 时得 {ratio}，h = {smaller} 时得 {next_ratio}。",
            ask="h 趋于零时，它趋向哪里？",
            choices=("趋于零", "趋于 f′(x₁)", "保持不变"),
            reasons=(
                "导数已经包含在切线里了，余项里不再有它。",
                "第二个数比第一个小。",
            ),
            hint="比较这两个数。",
            after="这就是 o(h) 的意思：它比 h 更快地趋于零。",
        )

    def bound(self, *, h: str, good: str, slope: str, half: str) -> StepText:
        return StepText(
            say=f"(1.4) 需要一个常数 C，使得在 x 附近 |f(x′) − f(x)| ≤ C·|x′ − x|。"
            f"设 |x′ − x| 不超过 {h}，f′ 在这一点是 {slope}。",
            ask="要对所有这样的 x′ 都成立，C 取哪个数才够？",
            choices=(good, slope, half),
            reasons=(
                "稍往右一点，f 就比在 x 处更陡，改变量会超过它。",
                "连切线都没有这么平。",
            ),
            hint=f"最陡的是通到右端点的那条弦，它的斜率就是 h = {h} 时的差商。",
            after="所以 x′ − x 很小时，y′ − y 也很小：凡是 o(y′ − y)，也都是 o(x′ − x)。",
        )

    def leftovers(self, *, h: str, from_f: str, from_g: str, total: str) -> StepText:
        return StepText(
            say=f"(1.5) 里剩下两个余项。取 h = {h}：f 的余项乘以 g′(y₁) 得 {from_f}，g "
            f"自己的余项是 {from_g}，合起来是 {total}。",
            ask="把它们除以 h，再令 h 趋于零。除了 g′(y)·f′(x)，还剩下什么？",
            choices=("什么也不剩", "g′(y)", f"{total}"),
            reasons=(
                "g′(y) 只是 f 的余项前面一个固定的因子。固定的数乘以趋于零的量，仍然趋于零。",
                "那是某一个 h 对应的和，它会随 h 一起变小。",
            ),
            hint="f 的余项是 o(h)；由 (1.4)，g 的余项也是 o(h)。",
            after="所以 g∘f 的导数就是 g′(y)·f′(x)。证明到此完成。",
        )

    def check(self, *, key: str, pane: str, product: str) -> StepText:
        return StepText(
            say="现在不用任何定理，直接看 g∘f 自己的差商。光标已经停在它的导数上。",
            do=f"按 {key}，直到“{pane}”窗格来到最前面，看看它的差商趋向哪里。",
            after=f"趋向 {product}，正是两环导数的乘积。",
        )
