"""Lesson 5, gradient descent on a surface. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.descent import DescentLessonWords
from tui_backprop.words.lessons.step_text import StepText


class ChineseDescentLesson(DescentLessonWords):
    """Descent (3.1)-(3.8), the misprint, α too large, a bad start."""

    title = "梯度下降"

    def value(self, *, f: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"我们要找一点，使 f = {f} 尽量小。和文章一样，从 ({x1}, {x2}) 出发。",
            ask="f 在这一点是多少？",
            hint=f"把 x₁ = {x1}、x₂ = {x2} 代入公式。",
            after="这就是 (3.3)。",
        )

    def gradient(self, *, formula: str, x1: str, x2: str) -> StepText:
        return StepText(
            say=f"朝哪个方向走，f 会下降？J(f) 告诉我们 f 对每个输入怎样反应 (3.2)：∂f/∂x₁ = {formula}。",
            ask=f"在 ({x1}, {x2}) 处，∂f/∂x₁ 是多少？",
            hint="先算括号里的。注意符号。",
            after="负的：x₁ 增大时 f 减小。另一个元素在这里与它相同。",
        )

    def rule(self, *, x: str, alpha: str, slope: str) -> StepText:
        return StepText(
            say="每一步都逆着梯度走 (3.5)：从 x₁ 里减去 α·∂f/∂x₁，α 是学习率。现在 x₁ = "
            f"{x}，α = {alpha}，∂f/∂x₁ = {slope}。",
            ask="走完这一步，x₁ 在哪里？",
            hint=f"请算 {x} − {alpha}·({slope})。",
            after="负负得正：x₁ 增大，于是 f 下降。",
        )

    def step(self, *, key: str, before: str, after: str) -> StepText:
        return StepText(
            say="让程序来走这一步。",
            do=f"按一下 {key}。",
            after=f"x₁ 正好走到你算出的地方，f 从 {before} 降到了 {after}，与 (3.6) 一致。",
        )

    def misprint(self, *, printed: str, x: str, formula: str) -> StepText:
        return StepText(
            say=f"接着看 (3.7)：第二步里，文章把 x₁ = x₂ = {x} 处 J 的两个元素都印成了 "
            f"{printed}。先别相信，自己算一算 {formula}。",
            ask="这里的 ∂f/∂x₁ 是多少？",
            hint=f"表格中这一点所在的行里也有这个数。可以输入含有 {x} 的算式。",
            after=f"所以 {printed} 是印刷错误。你自己发现了它。",
        )

    def cause(self, *, printed: str, right: str, ratio: str) -> StepText:
        return StepText(
            say=f"文章里印的是 {printed}，应该是 {right}。",
            ask="错在哪里？",
            choices=(f"漏掉了 (3.2) 里的因子 {ratio}", "符号错了", "用了上一点的 J"),
            reasons=(
                "两个数都是负的，符号没有错。",
                "上一点的 J 是另一个数：看上面一行。",
            ),
            hint="用应有的数除以印出的数，看看是几倍。",
            after="对平方求导时，忘了把指数乘到前面。",
        )

    def third(self, *, key: str, right: str, printed: str, before: str, printed_x: str) -> StepText:
        return StepText(
            say=f"错误会传下去：文章于是得到 x₁ = {printed_x}，并在 (3.8) 里印出了那里的 f。",
            do=f"再按一下 {key}。",
            ask="正确的第二步走完后，f 是多少？",
            choices=(right, printed, before),
            reasons=(
                "那是漏掉因子以后走出的 f：步子太短了。",
                "那是走这一步之前的 f。",
            ),
            hint="读这一点所在行的 f(x)。",
            after="正确的一步是它的两倍长，f 的下降量也大约是两倍。",
        )

    def arrive(self, *, key: str, k: str, x1: str, x2: str) -> StepText:
        return StepText(
            say="这样反复进行就是梯度下降。步子会自己变短，因为 |J| 越来越小。",
            do=f"按一下 {key}：一直走到第 {k} 个点。",
            ask="f 降到了多少（三位数字即可）？",
            hint="平方不会是负数，那么 f 最小能是多少？",
            after=f"x 来到了 ({x1}, {x2})，在那里 f 里的平方为零。",
        )

    def gauge(self, *, key: str, alpha: str, curvature: str, limit: str) -> StepText:
        return StepText(
            say=f"学习率 α 可以取多大？在曲率为 λ 的抛物线上，α·λ 超过 {limit} 时，每一步都会比上一步跳得更远。"
            f""
            f"程序已用大一些的 α 让 x 走到最低点附近，那里最大的曲率是 λ = {curvature}。",
            do=f"按一下 {key}：α 变成 {alpha}。",
            ask="这时 α·λ 是多少？",
            hint=f"请算 {alpha} · {curvature}。",
            after=f"超过了界限 {limit}，步长标尺上也看得出来。",
        )

    def too_large(self, *, key: str, x1: str, x2: str, alpha: str, gauge: str, lowest: str) -> StepText:
        return StepText(
            say=f"α = {alpha} 时，α·λ 在最低点处是 {gauge}，只超出一点。从 ({x1}, {x2}) 重新出发，看看会怎样。"
            f"f 的最小值是 {lowest}。",
            do=f"按几次 {key}，走上几十步。",
            ask="x 在做什么？",
            choices=("在最低点两侧来回跳，停不下来", "到了最低点，而且更快", "没有动"),
            reasons=(
                "看 f 那一列：时高时低，总在最小值之上。",
                "表里每一行的 x 都不一样。",
            ),
            hint="比较表格的最后几行。",
            after="步子比谷底还宽，所以停不下来。α 小一些就好了。",
        )

    def saddle(self, *, key: str, x1: str, x2: str, f: str, lowest: str) -> StepText:
        return StepText(
            say=f"α 改回开始时的值，但换一个起点：({x1}, {x2})。",
            do=f"按几次 {key}，看 f 停在哪里。",
            ask=f"f 停在 {f}，而它本可以降到 {lowest}。为什么？",
            choices=("它走向一个 J 为零的点，没有哪一步能离开", "α 太小，走不到", "那一侧的最低点就在那里"),
            reasons=(
                "步子不只是短，而是趋于零。α 大一些，也只是更快地停在那里。",
                "不是：在这条路的两旁，f 都往下降。那是一个鞍点。",
            ),
            hint="看最后一行里 J 的两个元素。",
            after="起点不好，可能停在鞍点。把起点挪开一丝一毫就能走出去，所以要多试几个起点。",
        )
