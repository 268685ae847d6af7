"""Lesson 8, back-propagation. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.backward import BackwardWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseBackward(BackwardWords):
    """Back-propagation: the two products, the fold, the update (section 3.4)."""

    title = "误差逆传播"

    def short_chain(self, *, key: str, off: str, slope: str) -> StepText:
        return StepText(
            say="前向传播已经结束，所有的雅可比矩阵都有了。对 θ⁽²⁾ 来说链很短：J_x⁽⁴⁾(f₄)·J_θ⁽²⁾(f₃)。",
            do=f"按一下 {key}，把它们乘起来。",
            ask="乘积的第一个元素，也就是偏置的那个，是多少？",
            hint=f"请算 {off}·{slope}：J_x⁽⁴⁾(f₄) 唯一的元素，乘以 J_θ⁽²⁾(f₃) 的第一个元素。",
            after="这就是 ∇θ⁽²⁾：E 对 θ⁽²⁾ 每个元素的变化率。",
        )

    def sign(self, *, output: str, label: str) -> StepText:
        return StepText(
            say=f"这里 ∇θ⁽²⁾ 的元素全是负的。输出是 {output}，标签是 {label}。",
            ask="更新会怎样改变 θ⁽²⁾ 的各个元素？",
            choices=("全部增大", "全部减小", "保持不变"),
            reasons=(
                "下降要逆着梯度走，减去的是负数。",
                "只有梯度为零，参数才保持不变。",
            ),
            hint="θ − α·∇θ，而 ∇θ 是负的。",
            after="输出太低，增大 θ⁽²⁾ 能使它升高，正该如此。",
        )

    def long_chain(self, *, key: str, right: str, other: str, another: str, shapes: str) -> StepText:
        return StepText(
            say=f"对 θ⁽¹⁾ 来说，链有四个因子：J_x⁽⁴⁾(f₄)·J_x⁽³⁾(f₃)·J_x⁽²⁾(f₂)·J_θ⁽¹⁾(f₁)。它们的形状依次是 {shapes}。",
            do=f"按一下 {key}，把它们乘起来。",
            ask="乘积的形状是什么？",
            choices=(right, other, another),
            reasons=(
                "那是 θ⁽¹⁾ 的形状。乘出来的是一行，以后再折叠。",
                "那是前三个因子的乘积。再乘最后一个因子，才通到 θ⁽¹⁾。",
            ),
            hint="第一个因子的行数，最后一个因子的列数。",
            after="E 只有一个，θ⁽¹⁾ 里有几个数，就有几个元素。",
        )

    def partial(self, *, symbol: str) -> StepText:
        return StepText(
            say="从左往右乘，每个部分乘积都有含义。乘完前两个因子，得到的是 E 对 x⁽³⁾ 每个元素的变化率。",
            ask=f"请指向 {symbol}。",
            hint="要找的在整个乘积下面，前两个因子的乘积 J_x⁽³⁾(f₄∘f₃) 里。第一列对应常数。",
            after="输出处的误差，按权重分摊给了各个隐藏神经元。",
        )

    def through_sigmoid(self, *, before: str, slope: str, symbol: str) -> StepText:
        return StepText(
            say=f"第三个因子把误差经 Sigmoid 反向传回。∂E/∂x⁽³⁾₁ = {before}，这个神经元的斜率是 {slope}。",
            ask=f"{symbol} 是多少？",
            hint=f"请算 {before}·{slope}。",
            after="常数的那个元素不见了：常数不依赖于 x⁽²⁾，误差传到它那里就终止了。",
        )

    def fold(self, *, symbol: str, columns: str) -> StepText:
        return StepText(
            say=f"整个乘积是一行。每 {columns} 个数折成一行，就成了 θ⁽¹⁾ 的形状。",
            ask=f"请在折叠之前的那一行里指向 {symbol}。",
            hint=f"最前面的 {columns} 个元素对应 θ⁽¹⁾ 的第一行，紧接着的就是要找的元素。",
            after="折叠只改变排列，一个数也没有变。",
        )

    def no_input(self, *, x1: str) -> StepText:
        return StepText(
            say=f"∇θ⁽¹⁾ 的中间一列全是零。这个样本的 x⁽¹⁾₁ = {x1}。",
            ask="为什么那些权重得不到梯度？",
            choices=("与它们相乘的输入是零", "它们已经正确了", "它们的 Sigmoid 饱和了"),
            reasons=(
                "权重没有对错之分，别的样本还会改变它们。",
                "那样的话，同一个神经元的其他权重也得不到梯度。",
            ),
            hint="看看它们在 J_θ⁽¹⁾(f₁) 里的那几列。",
            after="这个样本不能使这些权重改变。",
        )

    def update(self, *, key: str, alpha: str, gradient: str, symbol: str) -> StepText:
        return StepText(
            say=f"现在走一步梯度下降：每个 θ 减去 α·∇θ。学习率 α = {alpha}，{symbol} 的梯度是 {gradient}。",
            do=f"按一下 {key}，更新参数。",
            ask=f"{symbol} 改变了多少？",
            hint=f"请算 −{alpha}·({gradient})。注意符号。",
            after="这就是 Δθ⁽²⁾ 的元素。每个参数都按自己的梯度走了一步。",
        )

    def effect(self, *, before: str, after: str) -> StepText:
        return StepText(
            say="有用吗？让同一个样本用新的参数再走一遍网络。",
            ask=f"E 原来是 {before}，现在是哪个数？",
            choices=(after, before, "零"),
            reasons=(
                "所有参数都朝着 E 下降的方向动了一点。",
                "只走一小步，E 还远不会降到零。",
            ),
            hint="这一步沿着 E 下降的方向，但走得很短。",
            after="对一个样本来说改进很小。训练就是成千上万个这样的小步。",
        )

    def twice(self) -> StepText:
        return StepText(
            say="第 3.4 节末尾的程序先调用 back_propagate()，再调用 update_parameter()，"
            "而后者自己又会调用 back_propagate()。",
            ask="前面那次调用改变了什么？",
            choices=("什么也没有改变：算出的梯度没有用到", "梯度加倍了", "参数更新了两次"),
            reasons=(
                "它只返回梯度，什么也不保存，不会累加。",
                "只有 update_parameter() 会写入 theta1 和 theta2。",
            ),
            hint="back_propagate() 给网络的哪个属性赋值了吗？",
            after="一次就够了，前面那次只是白费时间。",
        )
