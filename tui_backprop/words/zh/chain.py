"""What is said about the chain rule. Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_backprop.words.chain import ChainWords
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
        "chain.preset": KeyText("换两个值得一看的函数：预设", "预设"),
        "undo": KeyText("撤销上一次对 f、g 或预设的修改，或 x 的上一次跳动"),
        "redo": KeyText("重做刚才撤销的操作"),
        "copy": KeyText("复制计算同一结果的命令行"),
        "chain.symbols": KeyText("元素写成符号，或写成数", "符号"),
        "flip": KeyText("显示矩阵 J，或其转置 Jᵀ"),
        "pane.next": KeyText("下一个窗格", "窗格"),
        "pane.previous": KeyText("上一个窗格"),
        "zoom": KeyText("放大窗格，或还原"),
        "stop": KeyText("离开单元格、放大或对话框"),
    }

    found: Mapping[str, str] = {"symbolic": "符号微分", "numerical": "数值微分"}
    no_value = "无值"
    command = "在一点处把 f 和 g 的雅可比矩阵的转置相乘：Jᵀ(g∘f) = Jᵀ(f) Jᵀ(g)，如 (2.4)。"
    command_notes = """\
表达式由变量、数、+ - * / **、( )、sin cos tan exp log sqrt tanh sigmoid、pi 和 e 组成。
不写 --f 和 --g 时：文章的例 2.2，后接一个值得求导的函数。
乘积与只用 g∘f 的值求出的导数相比较，后者至少算到 50 位。
退出码：0 完成，1 在这一点函数值或导数不是有限数，2 参数有误。
"""
    option_f = "y1, …：1 到 4 个含 x1 到 x4 的表达式，用逗号隔开"
    option_g = "z1, …：1 到 4 个含 y1, … 的表达式，f 的每个分量对应一个变量"
    option_at = "点 x（默认 1,2，个数与 f 的输入相同）"
    option_json = "输出一个对象：x、y、z、Jt_f、Jt_g、Jt_gf、symbolic、numerical 和 verdict"
    f_without_g = "--f 须与 --g 同用，g 用 y1 等变量写成，f 的每个分量对应一个变量"
    not_finite_at = "在这一点 f、g 或某个导数没有有限的值；请换一个 --at"
    beside = "乘积与不用乘积求出的 g∘f 的导数相比，最大偏差："

    _DOUBTS: Mapping[str, Sequence[str]] = {
        "value": ("在这里 f、g 或某个导数没有有限的值：请移动 x", "这里没有有限的值", "无值"),
        "edge": ("? 无法判断：x 在尖点上，或在定义域的边缘，只有一侧有值", "? 无法判断：尖点或边缘", "? 无法判断"),
        "rounding": ("? 无法判断：舍入使某个元素可比较的数字不足九位", "? 无法判断：舍入太多", "? 无法判断"),
    }

    def verdict(self, *, verdict: str, doubt: str, worst: str) -> Sequence[str]:
        """Whether the product is the derivative of g∘f."""
        if doubt:
            return self._DOUBTS[doubt]
        mark, said = ("✓", "是") if verdict == "right" else ("✗", "不是")
        return f"{mark} 乘积{said} g∘f 的导数，最大偏差 {worst}", f"{mark} 最大偏差 {worst}", f"{mark} {worst}"

    error = "误差"
    made_by = "来源"
    causes: Mapping[str, str] = {"o(h)": "o(h)", "rounding": "舍入", "exact": "精确"}
    no_derivative: Mapping[str, str] = {
        "edge": "没有导数：f 只在一侧有值",
        "kink": "没有导数：两侧趋于不同的数",
        "nowhere": "这里没有导数",
    }
    all_exact = "每个差商都精确：没有误差可画"
    only_rounding = "没有 o(h)，像直线那样：误差全由舍入造成"

    def no_limit(self, *, kind: str, symbol: str) -> str:
        """Why there is no derivative."""
        if kind == "edge":
            return "x 在定义域的边缘：只有一侧有值，而 (1.1) 要求 x 是内点。"
        if kind == "kink":
            return f"从两侧取的差商不趋于同一个数：这里没有 {symbol}。"
        return f"{symbol} 在这一点没有有限的值：请移动 x，或按 g 输入另一个点。"

    def chart_titles(self, *, symbol: str, found: str) -> Sequence[str]:
        """The title of the chart of errors."""
        return f"{symbol} 的误差随 h 的变化 · {found}", f"{symbol} · {found}", found

    def slope(self, *, of: str, slope: str) -> str:
        """An entry of the legend."""
        return f"{of}，斜率 {slope}"

    def remainder_falls(self, *, power: str, best: str) -> str:
        """o(h) is seen."""
        return f"o(h) 按 h{power} 减小 · 最好的 h 是 {best}"

    def remainder_hidden(self, *, power: str) -> str:
        """o(h) is not seen."""
        return f"按 h{power} 减小的 o(h) 淹没在舍入中"
