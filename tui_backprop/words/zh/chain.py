"""What is said about the chain rule. Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_backprop.words.chain import FUNCTIONS, ChainWords
from tui_backprop.words.keys import KeyText


class ChineseChain(ChainWords):
    """What is said about the chain rule."""

    groups: Mapping[str, str] = {
        "point": "点",
        "functions": "函数",
        "look": "查看",
    }

    keys: Mapping[str, KeyText] = {
        "chain.x.forward": KeyText("把 x 的所选坐标增大一步", "移动 x"),
        "chain.x.back": KeyText("减小一步"),
        "chain.coordinate.forward": KeyText("x 的下一个坐标"),
        "chain.coordinate.back": KeyText("x 的上一个坐标"),
        "chain.step.forward": KeyText("更大的步长，最大 1"),
        "chain.step.back": KeyText("更小的步长，最小 0.001"),
        "first": KeyText("预设开始时的点"),
        "go_to": KeyText("输入一个点，移到那里"),
        "chain.f": KeyText("修改 f：用 x1, x2, … 写出 y1, y2, …", "修改 f"),
        "chain.g": KeyText("修改 g：用 y1, y2, … 写出 z1, z2, …", "修改 g"),
        "chain.preset": KeyText("选择预设函数", "预设"),
        "undo": KeyText("撤销上一次对 f、g 或预设的修改，或 x 的上一次跳动"),
        "redo": KeyText("重做刚才撤销的操作"),
        "copy": KeyText("复制计算同一结果的命令行"),
        "export": KeyText("导出光标处的矩阵，或界面的图片"),
        "chain.symbols": KeyText("元素写成符号，或写成数", "符号"),
        "flip": KeyText("显示矩阵 J，或其转置 Jᵀ", "J 或 Jᵀ"),
        "practise": KeyText("练习：选一个主题，动手算一题"),
        "pane.next": KeyText("下一个窗格", "窗格"),
        "pane.previous": KeyText("上一个窗格"),
        "zoom": KeyText("放大窗格，或还原", "放大窗格"),
        "stop": KeyText("离开单元格、放大或对话框", "离开"),
    }

    found: Mapping[str, str] = {"symbolic": "符号微分", "numerical": "数值微分"}
    no_value = "无值"
    command = "在一点处把 f 和 g 的雅可比矩阵的转置相乘：Jᵀ(g∘f) = Jᵀ(f) Jᵀ(g)，如 (2.4)。"
    command_notes = """\
表达式由变量、数、+ - * / **、( )、sin cos tan exp log sqrt tanh
sigmoid、pi 和 e 组成。
不写 --f 和 --g 时：文章的例 2.2，后接一个值得求导的函数。
乘积与只用 g∘f 的值求出的导数相比较，后者至少算到 50 位。
退出码：0 完成，1 在这一点函数值或导数不是有限数，2 参数有误。
"""
    option_f = "y1, …：1 到 4 个含 x1 到 x4 的表达式，用逗号隔开"
    option_g = "z1, …：1 到 4 个含 y1, … 的表达式，f 的每个分量对应一个变量"
    option_at = "点 x（默认 1,2，个数与 f 的输入相同）"
    option_json = "输出一个对象：x、y、z、Jt_f、Jt_g、Jt_gf、symbolic、numerical 和 verdict"
    f_without_g = "--f 须与 --g 同用，g 用 y1 等变量写成，f 的每个分量对应一个变量"
    not_finite_at = "在这一点乘积没有有限的值；请换一个 --at"
    beside = "乘积与不用乘积求出的 g∘f 的导数相比，最大偏差："

    _DOUBTS: Mapping[str, Sequence[str]] = {
        "value": ("在这里 f 或 g 没有有限的值：请移动 x", "这里没有有限的值", "无值"),
        "edge": ("? {} 在这里只有一侧有值，所以不可导", "? {} 在这里不可导：边缘", "? 边缘"),
        "kink": ("? {} 在这里有尖点，所以不可导", "? {} 在这里不可导：尖点", "? 尖点"),
        "large": ("? 某个导数在这里太大，超出了浮点数", "? 某个导数太大", "? 太大"),
        "formula": ("? 某个导数的公式在这里没有值，例如 0/0，虽然导数存在", "? 某个公式在这里没有值", "? 无法判断"),
        "rounding": ("? 无法判断：舍入使某个元素可比较的数字不足九位", "? 无法判断：舍入太大", "? 无法判断"),
    }

    def verdict(self, *, verdict: str, doubt: str, of: str, worst: str) -> Sequence[str]:
        if doubt:
            return [text.format(of) for text in self._DOUBTS[doubt]]
        mark, said = ("✓", "是") if verdict == "right" else ("✗", "不是")
        return f"{mark} 乘积{said} g∘f 的导数，最大偏差 {worst}", f"{mark} 最大偏差 {worst}", f"{mark} {worst}"

    precision = "16 位"
    referee_precision = "70 位"
    error = "误差"
    made_by = "来源"
    causes: Mapping[str, str] = {"o(h)": "o(h)", "rounding": "舍入", "exact": "精确"}
    no_derivative: Mapping[str, str] = {
        "edge": "不可导：f 只在一侧有值",
        "kink": "不可导：两侧趋于不同的数",
        "nowhere": "这里不可导",
    }
    all_exact = "每个差商都精确：没有误差可画"
    only_rounding = "没有 o(h)，像直线那样：误差全由舍入造成"

    def no_limit(self, *, kind: str, symbol: str) -> str:
        if kind == "edge":
            return f"这里没有 {symbol}：这是定义域的边缘，只有一侧有值，而 (1.1) 要求内点。"
        if kind == "kink":
            return f"从两侧取的差商不趋于同一个数：这里没有 {symbol}。"
        return f"{symbol} 在这一点没有有限的值：请移动 x，或按 g 输入另一个点。"

    def preset_seen(self, *, title: str, seen: str) -> str:
        return f"{title}：{seen}"

    def differences(self, *, symbolic: str | None, numerical: str | None) -> str:
        found = {"symbolic": symbolic, "numerical": numerical}
        return "，".join(f"{self.found[code]} {value or self.no_value}" for code, value in found.items())

    def chart_titles(self, *, symbol: str, found: str) -> Sequence[str]:
        return f"{symbol} 的误差 · {found}", f"{symbol} · {found}", found

    def slope(self, *, of: str, slope: str) -> str:
        return f"{of}，斜率 {slope}"

    def remainder_falls(self, *, power: str, best: str) -> str:
        return f"o(h)/h 按 h{power} 减小 · 最好的 h 是 {best}"

    def remainder_hidden(self, *, power: str) -> str:
        return f"按 h{power} 减小的 o(h)/h 淹没在舍入中"

    left_over = "剩余/h"

    def proof_title(self, *, symbol: str) -> str:
        return f"{symbol} 的链式法则的证明"

    def no_proof(self, *, symbol: str) -> str:
        return f"在这一点没有 {symbol}，也就没有可证的：请移动 x，或按 g 输入另一个点。"

    def bound(self, *, bound: str) -> str:
        return f"对下面的每个 h，取 C = {bound} 即可。每个余项都除以 h："

    def proved(self, *, symbol: str) -> str:
        return f"最后一列随 h 趋于 0：除了 {symbol}·h，只剩下一个 o(h)。"

    panes: Mapping[str, str] = {
        "board": "链式法则",
        "symbols": "符号",
        "limit": "极限",
        "chart": "误差随 h 的变化",
        "proof": "证明",
    }
    working = "正在求导数……"
    own_functions = "自定义"
    own_functions_hint = "自定义的 f 和 g：home 回到最初的点，u 回到之前的函数"
    preset_names: Mapping[str, str] = {
        "example": "例 2.2",
        "polar": "极坐标",
        "layers": "f₁ 与 f₂ 层",
        "output": "f₂ 与 f₃ 层",
        "one-variable": "一元函数",
    }
    presets: Mapping[str, tuple[str, str]] = {
        "example": (
            "f 取自文章的例 2.2",
            "不论 x 在哪里，y1**2 - y2**2 都是 4*y3**2，所以除去舍入，z2 和对应的那一列都是 0",
        ),
        "polar": (
            "极坐标化为直角坐标，再化回来",
            "z1 又是半径 x1，z2 是 tan(x2)，所以 x1 > 0 时乘积是对角矩阵",
        ),
        "layers": (
            "文章网络的 f1 层和 f2 层 (3.9)、(3.10)，三个隐藏神经元",
            "乘积的第一列是 0：f2 添上的偏置 1 不依赖于任何量",
        ),
        "output": (
            "文章网络的 f2 层和 f3 层 (3.10)、(3.11)，三个隐藏神经元",
            "两个 Sigmoid 中只要有一个接近 0 或 1，乘积的元素就小",
        ),
        "one-variable": (
            "一个变量 (1.2)",
            "每个矩阵只有一个元素，所以乘积就是两个数 g'(y) 与 f'(x) 的积",
        ),
    }
    product_note = "乘积的元素就是 g∘f 的元素，其中代入了 y = f(x)。"
    no_rate = "链式法则没有学习率 α：它在梯度下降、网络和多次尝试的界面中设定。"
    nothing_to_undo = "没有可以撤销的操作。"
    nothing_to_redo = "没有可以重做的操作。"
    ask_functions = "函数"
    ask_point = "移到点 x"
    hint_f = f"1 到 4 个含 x1 到 x4 的表达式，用逗号隔开；可用 {FUNCTIONS}"

    def hint_g(self, *, first: str, last: str) -> str:
        variables = first if first == last else f"{first} 到 {last}"
        return f"1 到 4 个含 {variables} 的表达式，用逗号隔开；可用 {FUNCTIONS}"

    def hint_point(self, *, count: int, examples: str) -> str:
        return f"1 个数，例如 {examples}" if count == 1 else f"{count} 个数，用逗号隔开，例如 {examples}"

    def another_g(self, *, reason: str) -> str:
        return f"{reason}。请另写一个 g（esc 保留原来的 f）"

    def failed(self, *, error: str) -> str:
        return f"这些导数求不出来：{error}"

    def no_value_of_formula(self, *, symbol: str) -> str:
        return f"这个公式在这里没有值，例如 0/0；但 {symbol} 存在，见极限。"

    def no_product(self, *, found: str | None) -> str:
        said = "有一个因子在这里不存在，而 ∄·0 是 ∄：链式法则要求两个导数都存在。"
        return f"{said}g∘f 本身有这个导数：{found}。" if found else said

    factors_needed = "∄·0 是 ∄：链式法则要求两个导数都存在，哪怕 g∘f 本身可导"

    def chosen_coordinate(self) -> str:
        return "你选的数；esc 离开单元格，然后用 ← 和 → 移动它；g 输入一个点"

    def component(self, *, number: int, of: str, zero: bool) -> str:
        return f"{of} 的第 {number} 个分量{self._ZERO if zero else ''}"

    def how_fast(self, *, output: str, input: str) -> str:
        return f"只有 {input} 变化时，{output} 变化得多快"

    def from_formula(self, *, output: str, input: str, difference: str | None) -> str:
        differs = self._differs(difference)
        return f"只有 {input} 变化时，{output} 变化得多快；由 g∘f 的公式求出，不用乘积：{differs}"

    def from_values(self, *, difference: str | None) -> str:
        differs = self._differs(difference)
        return f"只由 g∘f 的值求出，算到 70 位，h = 10⁻²⁰ 或更小，所以直到最后一位都正确：{differs}"

    def _differs(self, difference: str | None) -> str:
        return f"乘积与它相差 {difference}" if difference else "在这里两者无法比较"

    def row_times_column(self, *, row: int, left: str, column: int, right: str, zero: bool) -> str:
        return f"{left} 的第 {row} 行乘以 {right} 的第 {column} 列{self._ZERO if zero else ''}"

    _ZERO = "；准确值是 0，所见的是舍入"

    def misprint_of_2_2(self, *, right: str) -> str:
        return f"文章的印刷错误：(2.2) 在这里印的是 ∂z₁/∂z₁，应为 {right}。"

    def misprint_of_2_5(self, *, printed: str, right: str) -> str:
        return f"文章的印刷错误：(2.5) 的最后一行在这里印的是 {printed}，应为 {right}。"

    help: Mapping[str, str] = {
        "board": (
            "f 把点 x 变为 y，g 把 y 变为 z (2.3)。每个函数有一个由导数组成的矩阵：每个输入一行，每个输出一列 (2.1)、(2.2)。"
            "链式法则 (2.4) 说，先 f 后 g 的 g∘f 的矩阵，就是两者的乘积。把光标放到一个数上（按 ↓ 或点击），"
            "看它从何而来：乘积的一个元素是左边矩阵的一行乘以右边矩阵的一列，两者都会亮起来。"
        ),
        "symbols": (
            "同样的矩阵，尚未代入任何数。求一个输出对一个输入的导数时，把其他输入看作常数。"
            "最后一个矩阵的元素由 g∘f 的公式求出，即把 y = f(x) 代入 g：没有用到乘积。"
            "它的数与乘积的数相同，这就是链式法则。"
        ),
        "limit": (
            "导数是极限 (1.1)：h 越小，差商越接近它，而且两侧都如此，所以 x 须是定义域的内点。所示的误差是两侧中较大的一个；"
            "◀ 标出最小的误差。与精确导数一致的数字用粗体。起初误差是 o(h)/h (1.3)，随 h 减小。误差从何而来并非猜测："
            "每个差商还用 300 位算一遍，那样算出的误差里只有 o(h)，没有舍入。文章没有讲到：计算机大约保留 16 位数字，"
            "所以 h 极小时两个函数值几乎相同，它们的差主要是舍入，再除以 h 就把舍入放大了。h = 10⁻¹⁶ 时往往没有一位正确。"
            "表针对光标最后停留的元素。"
        ),
        "chart": (
            "表中的误差，两条轴都用对数坐标：从右到左 h 越来越小。在这样的坐标下，h 的幂是直线。误差沿着 o(h)/h 减小，"
            "当 o(h) 与 h² 同阶时斜率为 1，直到遇上像 1/h 那样上升的舍入线。最好的 h 就在两者相交处："
            "常常在 10⁻⁸ 即 10⁻¹⁶ 的平方根附近；若 f 比它的导数大得多，或 x 为 0，则在别处。精确的差商没有误差，所以没有点。"
        ),
        "proof": (
            "用数来看链式法则为什么成立。k = f(x + h) − f(x) 是 x 移动 h 时 y 移动多少；(1.3) 把每个改变量"
            "分成线性部分和余项 o(h)。"
            "把一个代入另一个，g∘f 剩下的就是 g'(y)·o(h) + o(k)，即 (1.5)。前一部分与 h 相比显然是高阶无穷小。"
            "后一部分也是，因为 |k| 至多为 C·|h| (1.4)：界 C 写在表里，而剩余的部分除以 h 趋于 0。"
            "各列都用 300 位计算，不让舍入掩盖它。"
        ),
    }
    equations: Sequence[tuple[str, str, str]] = (
        ("(1.1)", "f'(x) = lim (f(x + h) − f(x)) / h，h → 0。", ""),
        ("(1.2)", "(g∘f)'(x) = g'(y)·f'(x)：一个变量的链式法则；预设“一元函数”。", ""),
        ("(2.1)", "Jᵀ_x(f)：第 i 行第 j 列是 ∂yⱼ/∂xᵢ。它的转置 J 用于网络一节：按 j 切换。", ""),
        ("(2.2)", "Jᵀ_y(g)：第 j 行第 k 列是 ∂zₖ/∂yⱼ。", "第二行的第一个元素印成 ∂z₁/∂z₁，应为 ∂z₁/∂y₂"),
        ("(2.3)", "x ─f→ y ─g→ z。", ""),
        ("(2.4)", "Jᵀ_x(g∘f) = Jᵀ_x(f)·Jᵀ_y(g)，因而 J_x(g∘f) = J_y(g)·J_x(f)。", ""),
        (
            "(2.5)",
            "同一等式逐项写出：∂zₖ/∂xᵢ 是 ∂yⱼ/∂xᵢ·∂zₖ/∂yⱼ 对 j 求和。",
            "Jᵀ(g) 的最后一行印成 ∂z/∂xₘ，应为 ∂z/∂yₙ",
        ),
    )
    help_notes = (
        "乘积旁边的符号微分和数值微分，是不用乘积求出的 g∘f 的导数：前者由它的公式求出，后者只由它的值求出，至少算到 70 位。"
        "✓ 表示除了乘积自身的舍入，两者相同；✗ 表示不同；? 表示无法判断：在尖点上，在定义域的边缘，"
        "或舍入使可比较的数字不足九位。所示的数是最大偏差。极限的表偏离很多时它也可以是 0："
        "表里是普通数的 16 位，h 小时被舍入淹没。暗的 · 不论 x 是什么都为零；0.0000 是算出来的零。\n\n"
        "f 有 1 到 4 个分量，含 x1 到 x4，用逗号隔开；g 也一样，含 y1, …，f 的每个分量对应一个变量。"
        "可以用 + − * / **、括号、sin cos tan exp log sqrt tanh sigmoid、pi 和 e。"
    )

    def misprint(self, *, said: str) -> str:
        return f"文章的印刷错误：{said}。"
