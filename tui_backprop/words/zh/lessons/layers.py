"""Lesson 7, a matrix as a row, and every Jacobian of the layers. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.layers import LayersWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseLayers(LayersWords):
    """A matrix as a row, and every Jacobian of the layers (3.13)-(3.27)."""

    title = "各层的雅可比矩阵"

    def row(self, *, rows: str, columns: str) -> StepText:
        return StepText(
            say=f"θ⁽¹⁾ 是矩阵，而雅可比矩阵是对向量定义的。所以文章把矩阵写成一行：先第一行，再接第二行，依此类推。"
            f"取一个 {rows} 行 {columns} 列的矩阵，就像 (3.13)。",
            ask="第二行的第一个元素，在 (3.14) 那一行里排在第几位（从一数起）？",
            hint=f"第一行占了 {columns} 个位置。",
            after="信息没有丢失：由这一行可以折叠回原来的矩阵。",
        )

    def place(self, *, symbol: str, columns: str, full_rows: str, column: str) -> StepText:
        return StepText(
            say=f"θ⁽¹⁾ 有 {columns} 列，依次对应偏置和各个输入；第二个下标从零数起。",
            ask=f"{symbol} 在展开的那一行里排在第几位（从一数起）？",
            hint=f"它前面有 {full_rows} 个整行，每行 {columns} 个数；在自己那一行里，它是第 {column} 个。",
            after="J_θ⁽¹⁾(f₁) 的各列就按这个次序排列。",
        )

    def zeros(self, *, rows: str, columns: str, share: str, count: str) -> StepText:
        return StepText(
            say="J_θ⁽¹⁾(f₁) 的每一行对应 x⁽²⁾ 的一个元素，每一列对应 θ⁽¹⁾ 的一个元素："
            f"共 {rows} 行 {columns} 列 (3.19)。大多数元素是暗淡的小点：{count} 个里有 {share} 个。小点表示无论数值如何都为零。",
            ask="它们为什么是零？",
            choices=("每个线性组合里只含有 θ⁽¹⁾ 中自己的那一行", "样本里有零", "参数都很小"),
            reasons=(
                "那也会带来零，但只限于这个样本，而且会显示成数字。",
                "这个矩阵里根本没有参数。",
            ),
            hint="x⁽²⁾₁ 的公式里有 θ⁽¹⁾₂,₀ 吗？",
            after="只有对角线上的各块里有数。",
        )

    def blocks(self, *, printed: str, listing: str) -> StepText:
        return StepText(
            say=f"(3.19) 印了 {printed} 个这样的块，文章的程序里却只有 {listing} 个。",
            ask="应该有几块？",
            hint="每个隐藏神经元一块。数一数矩阵的行数。",
            after="两处都有错，都与程序开头给出的形状不符。",
        )

    def block(self, *, right: str, printed: str, other: str) -> StepText:
        return StepText(
            say=f"(3.20) 说对角线上的每一块是 {printed}。请与界面上的块对照。",
            ask="一块里究竟是什么？",
            choices=(right, printed, other),
            reasons=(
                "那样就缺了偏置的那一列。",
                "线性组合对 θ⁽¹⁾ 来说是一次的，对 θ⁽¹⁾ 求导以后不会再有 θ⁽¹⁾。",
            ),
            hint="把 θ₁,₀ + θ₁,₁·x₁ + θ₁,₂·x₂ 对它自己的三个参数求导。",
            after="对某个权重求导，得到的就是与它相乘的那个数。",
        )

    def own_bias(self, *, symbol: str) -> StepText:
        return StepText(
            say="J_θ⁽¹⁾(f₁) 的每一行、每一列对应哪个量，现在已经知道了。",
            ask=f"请指向 {symbol}。",
            hint="要找的元素，行看 x⁽²⁾ 的下标；列和刚才一样数：先数前面的整行，再数自己那一行里的位置。",
            after="偏置增加多少，它所在的线性组合就增加多少。",
        )

    def inputs(self) -> StepText:
        return StepText(
            say="f₁ 还可以对输入求导：J_x⁽¹⁾(f₁)，它的转置就是 (3.18)。它等于 θ⁽¹⁾ 去掉第一列。",
            ask="为什么要去掉第一列？",
            choices=("偏置乘的是常数，不是输入", "偏置总是零", "为了得到方阵"),
            reasons=(
                "看看 θ⁽¹⁾：第一列和别的列一样有数。",
                "数一数行和列：它并不是方阵。",
            ),
            hint="x⁽¹⁾₁ 改变时，线性组合会怎样改变？偏置参与其中吗？",
            after="权重决定线性组合随输入怎样变化，偏置与输入无关。",
        )

    def slope(self, *, formula: str, value: str) -> StepText:
        return StepText(
            say="J_x⁽²⁾(f₂) 的第一行全为零，对应常数；其余各行构成对角矩阵，对角元素是 Sigmoid 的斜率 (3.22)。记 "
            f"Sigmoid 的值为 s，斜率就是 {formula}。",
            ask=f"x⁽³⁾₁ = {value}。那里的斜率是多少？",
            hint=f"这个值，乘以它与一的差。可以输入含有 {value} 的算式。",
            after="不用另外计算：前向传播时已经把这个值留在那里了。",
        )

    def steepest(self, *, formula: str, quarter: str, half: str, one: str, times: str) -> StepText:
        return StepText(
            say=f"Sigmoid 的值 s 在零与一之间，斜率是 {formula}。",
            ask="这个斜率最大能有多大？",
            choices=(f"{quarter}，当 s = {half} 时", f"{one}，当 s = {one} 时", f"{half}，当 s = {half} 时"),
            reasons=(
                "这时第二个因子是零：饱和的神经元几乎学不到东西。",
                "一半的一半，比一半要小。",
            ),
            hint="两个数的和是一，什么时候乘积最大？",
            after=f"反向每经过一个 Sigmoid，导数的绝对值至少要除以 {times}。",
        )

    def weights(self, *, symbol: str, printed: str, places: str) -> StepText:
        return StepText(
            say=f"f₃ 有两个雅可比矩阵：对 x⁽³⁾ 的是 θ⁽²⁾ 乘以输出处的斜率 (3.24)，对 θ⁽²⁾ 的是 x⁽³⁾ 乘以这个斜率 (3.25)。"
            f"文章的 (3.25) 有 {places} 处都印成了 {printed}。",
            ask=f"请指向 {symbol}。",
            hint="要找的在 J_θ⁽²⁾(f₃) 里：各列依次对应 θ⁽²⁾ 的元素，偏置在最前面。",
            after="每个权重乘的是自己的 x⁽³⁾，所以这几个元素各不相同：(3.25) 有印刷错误。",
        )

    def last(self, *, output: str, label: str) -> StepText:
        return StepText(
            say=f"最后一层最简单 (3.27)：E 对 x⁽⁴⁾ 的导数。这里 x⁽⁴⁾ = {output}，t = {label}。",
            ask="J_x⁽⁴⁾(f₄) 是多少？",
            hint="请算 x⁽⁴⁾ − t。注意符号。",
            after="负的：输出增大时 E 减小。至此，各层的雅可比矩阵都求出来了。",
        )
