"""Lesson 1, the derivative as a limit. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.derivative import DerivativeWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseDerivative(DerivativeWords):
    """The derivative as a limit (1.1)."""

    title = "导数是一个极限"

    def table(self, *, f: str, x: str, key: str, pane: str) -> StepText:
        return StepText(
            say=f"函数 f(x₁) = {f} 在 x₁ = {x} 处变化得有多快？让 x₁ 增加一小步 h，看 f 变了多少，再除以 h，"
            "得到的就是 (1.1) 里的差商。",
            do=f"按 {key}，直到“{pane}”窗格来到最前面。表里每一行对应一个 h。",
            after="每一行依次是 h、对应的差商，以及它与导数相差多少。",
        )

    def quotient(self, *, h: str, x: str, there: str, low: str, high: str) -> StepText:
        return StepText(
            say=f"先看最大的一步 h = {h}：x₁ 从 {x} 走到 {there}，f 从 {low} 变成 {high}。",
            ask="这个 h 对应的差商是多少？",
            hint=f"f 的改变量是 {high} − {low}，再除以 {h}。",
            after="h 很大时，差商只是一整段路上的平均变化率。",
        )

    def limit(self, *, exact: str, first: str, value: str) -> StepText:
        return StepText(
            say="顺着差商的两列往下看：h 一行比一行小，差商也渐渐稳定下来。",
            ask="它们趋向哪个数？",
            choices=(exact, first, value),
            reasons=(
                f"{first} 是 h 最大时的差商，下面各行已经离它越来越远。",
                f"{value} 是 f 在这一点的函数值，不是它变化的快慢。",
            ),
            hint="看表的中段，前面相同的数字越来越多，把它们读出来。",
            after=f"极限是 {exact}，这个极限就叫作导数 f′(x₁)。",
        )

    def another_point(self, *, key: str, x: str, slope: str) -> StepText:
        return StepText(
            say="导数总是某一点处的导数。同一个函数，换一个点，导数一般也不同。",
            do=f"按一下 {key}：x₁ 变成 {x}，表格随之重新计算。",
            ask=f"在 x₁ = {x} 处，f′ 是多少？",
            hint=f"用学过的求导公式：{slope}。表里的差商趋向同一个数。",
            after="点移动了，导数也跟着变了。",
        )

    def both_sides(self, *, f: str, x: str, h: str, there: str, above: str) -> StepText:
        return StepText(
            say=f"(1.1) 里的 h 也可以取负数，这时 x₁ + h 在 x₁ 的左边。x₁ 又回到 {x}，从那里"
            f"向右走 h = {h.removeprefix('−')}，差商是 {above}；现在向左走同样长的一步。",
            ask=f"h = {h} 时，差商是多少？",
            hint=f"f = {f}，先算 f({there}) − f({x})，再除以 {h}。可以直接输入算式。",
            after="从右边来，差商往下降到极限；从左边来，差商往上升到极限：两边趋向同一个数。",
        )

    def kink(self, *, f: str, right: str, left: str) -> StepText:
        return StepText(
            say=f"f(x₁) = {f} 是 x₁ 到零的距离，它的图像在零处有一个尖角，这样的点叫作尖点。在那里，右边的差商全是 {right}，"
            f"左边的差商全是 {left}。",
            ask="f 在这一点可导吗？",
            choices=("不可导：左右两边的极限不同", f"可导，导数是 {right}", "可导，导数取两者的中间"),
            reasons=(
                "那只是右边的极限。(1.1) 要求无论 h 从哪边来，极限都是同一个。",
                "没有哪个差商会接近那个数。极限不是左右两边的平均。",
            ),
            hint="比较左右两边的差商：它们趋于同一个数吗？",
            after="左右极限不相等，就不可导。程序在这里也给不出导数值。",
        )

    def order(
        self, *, key: str, pane: str, table: str, h: str, error: str, smaller: str, times: str, more: str
    ) -> StepText:
        return StepText(
            say=f"差商接近导数有多快？h = {h} 时误差是 {error}，h = {smaller} 时就小一些了。",
            do=f"按 {key}，直到“{pane}”窗格来到最前面，它画出了每一行的误差。",
            ask="h 除以十，误差大约怎样变？",
            choices=(f"除以 {times}", f"除以 {more}", "不变"),
            reasons=(
                "那样每一次就要多对两位数字。比较图上相邻的两点。",
                "看图上的点：h 变小时它们一路下降，直到舍入误差出现为止。",
            ),
            hint=f"“{table}”窗格里有这两个误差的数值：用 h = {h} 的误差除以 h = {smaller} 的误差。",
            after="差商的误差就是 o(h)/h，在这里它与 h 同阶。",
        )

    def rounding(self, *, h: str, x: str, quotient: str, exact: str, digits: str) -> StepText:
        return StepText(
            say=f"最后一行出人意料：h = {h} 时从右边来的差商是 {quotient}，可是 f 在 x₁ = {x} 处的导数明明是 {exact}。",
            ask="为什么会这样？",
            choices=("x₁ + h 被舍入成了 x₁，f 根本没有变", "极限算错了", "f 在这里不可导"),
            reasons=(
                "极限是数学上的事，上面各行也都支持它。问题出在计算机身上。",
                "中间各行有许多位数字相同。f 是可导的，只是不能这样去算它的差商。",
            ),
            hint=f"计算机里的一个数大约只有 {digits} 位有效数字。",
            after="h 太小时，f 的改变量淹没在舍入误差里了。",
        )

    def best(self, *, best: str, large: str, small: str) -> StepText:
        return StepText(
            say="h 太大，差商还没有接近极限；h 太小，又被舍入误差淹没。",
            ask="哪个 h 的误差最小？",
            choices=(best, large, small),
            reasons=(
                "在那里差商离极限还远，再往下几行更准。",
                "在那里剩下的几乎只有舍入误差，再往上几行更准。",
            ),
            hint="在“误差”一列里找最小的数。",
            after="在纸上，h 趋于零；在计算机上，要么停在半路，要么像接下来这样按公式求导。",
        )
