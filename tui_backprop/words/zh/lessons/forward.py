"""Lesson 6, the network forward. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.forward import ForwardWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseForward(ForwardWords):
    """Forward propagation (3.9)-(3.12), figures 3-1 and 3-2."""

    title = "神经网络的前向传播"

    def figure(self, *, key: str, pane: str, rows: str, columns: str, outputs: str, inputs: str) -> StepText:
        return StepText(
            say=f"神经网络是一串首尾相接的向量函数。要学习的数是 {rows} 行 {columns} 列的 θ⁽¹⁾，"
            f"和 {outputs} 行 {inputs} 列的 θ⁽²⁾。",
            do=f"按 {key}，直到“{pane}”窗格来到最前面：这就是图 3-1，每条线代表一个这样的数。",
            ask="要学习的数一共有多少个？",
            hint=f"请算 {rows}·{columns} + {outputs}·{inputs}。",
            after="它们叫作参数。训练，就是调整这些参数。",
        )

    def sums(self, *, key: str, bias: str, weight: str, other: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"轮到样本 x⁽¹⁾ = ({x1}, {x2})。第一层 f₁ 在它前面添上哑节点，也就是一个常数，再做线性组合 (3.9)。"
            f"θ⁽¹⁾ 的第一行是 ({bias}, {weight}, {other})。",
            do=f"按一下 {key}，计算 f₁。",
            ask="x⁽²⁾₁ 是多少？",
            hint=f"偏置 {bias}，加上 {weight}·{x1}，再加上 {other}·{x2}。",
            after="每个隐藏神经元在 θ⁽¹⁾ 里有自己的一行：一个偏置，每个输入再配一个权重。",
        )

    def dummy(self, *, right: str, wrong: str) -> StepText:
        return StepText(
            say=f"偏置也是一个权重，与它相乘的是哑节点 x₀，而 x₀ 对所有样本都一样。文章在 (3.17) 后面说 x₀ 等于 {wrong}。",
            ask="x₀ 应该等于什么？",
            choices=(right, wrong, "x⁽¹⁾₁"),
            reasons=(
                "那样偏置乘以它都得零，等于没有偏置。",
                "偏置不能随样本改变。",
            ),
            hint="θ₁,₀·x₀ 应该就是偏置本身。",
            after=f"x₀ = {right}，(3.9) 里正是这样写的。(3.17) 后面的那句话是印刷错误。",
        )

    def activations(self, *, key: str) -> StepText:
        return StepText(
            say="第二层 f₂ 对每个线性组合做 Sigmoid，又在最上面添一个常数 (3.10)。这一层没有参数。",
            do=f"按一下 {key}，计算 f₂。",
            ask="请在 x⁽³⁾ 里指向那个常数。",
            hint="要找的常数是 x⁽³⁾ 的第一个元素。",
            after="下一层的偏置就靠它。",
        )

    def sigmoid(self, *, sum: str, right: str, mirrored: str) -> StepText:
        return StepText(
            say="Sigmoid 把任何数压缩到零与一之间：很大的正数对应的值接近一，绝对值很大的负数对应的值接近零，"
            "零对应的值正好在正中。",
            ask=f"线性组合 x⁽²⁾₁ 是 {sum}。它的 Sigmoid 是哪个数？",
            choices=(right, mirrored, sum),
            reasons=(
                "那个数小于一半，应该来自一个负数。",
                "经过 Sigmoid，数一定会改变，并落在零与一之间。",
            ),
            hint="这个数是正的。",
            after="每个隐藏神经元都这样处理。",
        )

    def output(self, *, key: str, row: str, column: str, result: str) -> StepText:
        return StepText(
            say="第三层 f₃ 再做一次线性组合和一次 Sigmoid。(3.11) 在这里把 θ⁽²⁾ 转置了，可是 "
            f"θ⁽²⁾ 本来就是 {row}，x⁽³⁾ 是 {column}。",
            do=f"按一下 {key}，计算 f₃。",
            ask="应该是哪个乘积？",
            choices=("θ⁽²⁾ x⁽³⁾", "(θ⁽²⁾)ᵀ x⁽³⁾", "x⁽³⁾ θ⁽²⁾"),
            reasons=(
                "列乘列，没有这样的矩阵乘法。",
                "列乘行得到一整个矩阵，而输出只是一个数。",
            ),
            hint=f"结果应该是 {result}。",
            after="行乘列得到一个数。(3.23) 里写的是对的。",
        )

    def error(self, *, key: str, output: str, label: str, half: str) -> StepText:
        return StepText(
            say=f"x⁽⁴⁾ = {output} 是网络给出的概率，真实标签是 t = {label}。最后一层 f₄ 由两者之差算出误差 (3.12)："
            f"{half} 乘以 x⁽⁴⁾ − t 的平方。",
            do=f"按一下 {key}，计算 f₄。",
            ask="误差 E 是多少？",
            hint=f"请算 {half}·({output} − {label})·({output} − {label})。",
            after="梯度下降要减小的就是 E。如果只做预测，算到 x⁽⁴⁾ 就够了。",
        )

    def codomain(self, *, error: str, zero: str, one: str) -> StepText:
        return StepText(
            say=f"(3.12) 印的是 f₄: ℝ → {{{one}, {zero}}}，也就是说 f₄ 只取这两个值。刚才算出的 E 是 {error}。",
            ask="箭头右边应该是哪个集合？",
            choices=("全体实数 ℝ", f"{{{one}, {zero}}}", "全体整数"),
            reasons=(
                "那是标签 t 的取值。E 两个都不是。",
                "E 不是整数。",
            ),
            hint="哪个集合包含你刚才算出的 E？",
            after="只取这两个值的是 t。",
        )

    def influence(self, *, pane: str) -> StepText:
        return StepText(
            say=f"图 3-2 的计算图画出了谁影响谁，“{pane}”窗格里的一行就是它：θ⁽¹⁾ 在 f₁ 处进来，θ⁽²⁾ 在 f₃ 处进来。"
            "请顺着箭头看到 E。",
            ask="θ⁽¹⁾ 通过哪些量影响 E？",
            choices=("x⁽²⁾、x⁽³⁾ 和 x⁽⁴⁾", "只有 x⁽⁴⁾", "x⁽¹⁾、x⁽²⁾、x⁽³⁾ 和 x⁽⁴⁾"),
            reasons=(
                "那是 θ⁽²⁾ 的影响经过的路。θ⁽¹⁾ 进来得更早。",
                "x⁽¹⁾ 是给定的，不受 θ⁽¹⁾ 影响。",
            ),
            hint="从 f₁ 的箭头往后数，一直数到 E。",
            after="链式法则将沿着同一条路倒着走，每个箭头对应一个雅可比矩阵。",
        )

    def next_sample(self, *, key: str, samples: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"表 3-1 里有 {samples} 个样本。一步处理一个样本：前向传播、误差逆传播、更新；然后轮到下一个样本。",
            do=f"按一下 {key}：走完一整步。",
            ask=f"现在 x⁽¹⁾ = ({x1}, {x2})。它的标签 t 是多少？",
            hint="标签说的是：两个输入里是不是恰好有一个为一。",
            after="四层依次算完，就是一次前向传播。这一步里其余的部分，误差逆传播和更新，后面再学。",
        )
