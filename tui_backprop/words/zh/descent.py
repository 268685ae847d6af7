"""What is said about gradient descent. Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.descent import DescentWords
from tui_backprop.words.keys import KeyText


class ChineseDescent(DescentWords):
    """What is said about gradient descent."""

    groups: Mapping[str, str] = {
        "time": "时间",
        "change": "修改",
        "map": "地图与曲线",
        "look": "查看",
    }

    keys: Mapping[str, KeyText] = {
        "run": KeyText("运行或暂停", "运行"),
        "descent.step.forward": KeyText("前进一步", "一步"),
        "descent.step.back": KeyText("后退一步"),
        "descent.ten.forward": KeyText("前进到下一个 10 的倍数", "10 步"),
        "descent.ten.back": KeyText("后退到上一个 10 的倍数"),
        "descent.hundred.forward": KeyText("前进到下一个 100 的倍数"),
        "descent.hundred.back": KeyText("后退到上一个 100 的倍数"),
        "first": KeyText("起点 x⁽¹⁾"),
        "furthest": KeyText("已到达的最远的点"),
        "go_to": KeyText("输入点的编号 k，跳到那里", "跳到"),
        "stop": KeyText("离开单元格、停止途中的跳转、还原放大、暂停运行", "离开"),
        "faster": KeyText("运行得更快"),
        "slower": KeyText("运行得更慢，最慢每秒一步"),
        "rate.up": KeyText("从下一步起用更大的学习率 α"),
        "rate.down": KeyText("从下一步起用更小的学习率 α"),
        "descent.rate": KeyText("输入学习率 α", "α"),
        "edit": KeyText("输入另一个起点，从光标处的 x 改起；在地图上点一下也行", "起点"),
        "descent.preset": KeyText("选择预设的下降过程", "预设"),
        "descent.surface": KeyText("换一个 f：含 x1 和 x2 的表达式，或一个名字", "修改 f"),
        "restart": KeyText("从 x⁽¹⁾ 用开始时的 α 重新开始"),
        "undo": KeyText("撤销上一次修改或重新开始"),
        "redo": KeyText("重做刚才撤销的操作"),
        "copy": KeyText("复制计算这一点的命令行"),
        "export": KeyText("导出经过的点，或界面的图片"),
        "zoom.in": KeyText("地图或曲线：以当前点为中心放大", "放大"),
        "zoom.out": KeyText("地图或曲线：缩小", "缩小"),
        "descent.left": KeyText("地图：向左"),
        "descent.right": KeyText("地图：向右"),
        "descent.up": KeyText("地图：向上"),
        "descent.down": KeyText("地图：向下"),
        "window": KeyText("地图：适合路径，或整张；曲线：整条", "整张"),
        "log": KeyText("曲线：线性或对数坐标", "对数"),
        "check": KeyText("用数值微分检验 J 和黑塞矩阵，并持续检验", "数值检验"),
        "practise": KeyText("练习：选一个主题，动手算一题"),
        "pane.next": KeyText("下一个窗格", "窗格"),
        "pane.previous": KeyText("上一个窗格"),
        "zoom": KeyText("放大窗格，或还原", "放大窗格"),
    }

    # --- panes and titles

    panes: Mapping[str, str] = {"map": "地图", "table": "表", "step": "这一步", "gauge": "步长标尺", "curve": "曲线"}

    pane_help: Mapping[str, str] = {
        "map": (
            "从上方看 f(x₁, x₂)。越暗越低；每条等值线连着 f 值相同的点，值写在图例里。1 是起点 x⁽¹⁾，● 是点 x⁽ᵏ⁾，"
            "亮线是两者之间的路径，较暗的线是此后到过的地方。箭头是下一步，沿 −J(f) 的方向，与等值线垂直；"
            "这一步短得看不见时箭头画得更长，图例写明放大了几倍。\n\n"
            "i 和 o：放大和缩小；shift 加方向键：移动地图；w：适合路径，或整张地图。"
            "滚轮在指针处放大缩小，拖动可移动地图。点一下就从那里开始下降，e 可以输入起点；u 撤销。"
        ),
        "table": (
            "每个点一行，如文章的 (3.3) 到 (3.8)：k、x、函数值 f(x) 和梯度 J(f)。▶ 标出当前点；点击一行就到那里。"
            "放得下的数字都写出来：按 z 能看到更多位。"
        ),
        "step": (
            "从这一点走的一步，(3.5)：x⁽ᵏ⁺¹⁾ = x⁽ᵏ⁾ − α J(f)。下面是黑塞矩阵 H，即 J(f) 的雅可比矩阵：梯度本身怎样变化；"
            "以及它的特征值，即 f 在这里的最小和最大的曲率。按 ↓ 或点击，把光标放到一个数上，就能看到它从何而来；"
            "在 x 上按 e 从那里开始；c 用数值微分检验 J 和 H。"
        ),
        "gauge": (
            "为什么会出问题，用数来衡量。在曲率为 λ 的抛物线上，一步把到最低点的距离乘以 1 − αλ：小于 1 时走不到最低点，"
            "从 1 起会越过它，从 2 起落点不比原来更近。λ_max 是黑塞矩阵的最大特征值，即 f 在这里最大的曲率；"
            "◆ 是沿这一步的曲率。f 并不是抛物线，所以两者都只是预测：横条下面写的是这一步实际做了什么。"
            "= 和 − 从下一步起改变 α，a 可以输入 α。"
        ),
        "curve": (
            "到过的每个点的 f；竖线是当前点，虚线是改变 α 的地方。l：对数坐标；i、o 和滚轮：少看几步或多看几步。"
            "曲线下降后变平，说明到了 J 很小的地方：可能是最低点，可能是鞍点，也可能是一条长谷；"
            "前两者由 H 的特征值区分。剩下的路不到全程的十亿分之一时，就算到达。曲线忽上忽下，说明每步都越过了最低点。"
        ),
    }  # fmt: skip

    misprint_help = (
        "文章的第三个点。(3.7) 在 (1.04, 1.04) 处印的是 J = [−1.995136 −1.995136]。按文章自己的 (3.2)，"
        "元素是 2 · 1.04 · (1.04² − 3) = −3.990272：漏了因子 2。因此文章的第三个点 (1.05995136, 1.05995136) 和它的 "
        "f = 4.5212639385 (3.8)，与这里的 (1.07990272, 1.07990272) 和 4.3628595391 不同。"
    )

    presets_title = "预设 (t)"
    preset_names: Mapping[str, str] = {
        "article": "文章的例子",
        "brisk": "步子较大",
        "oscillating": "来回振荡",
        "into-the-saddle": "走进鞍点",
        "past-the-saddle": "掠过鞍点",
        "diverging": "发散",
        "bowl": "碗",
        "bowl-limit": "碗，恰在界限上",
        "saddle": "鞍面",
        "rosenbrock": "罗森布罗克函数",
        "himmelblau": "希梅尔布劳函数",
        "himmelblau-west": "希梅尔布劳函数，偏西",
    }
    presets: Mapping[str, str] = {
        "article": "f 依次为 5、4.68025856、4.3628595391；(3.7) 印的 J 漏了因子 2",
        "brisk": "第一步之后 x 每次都越过最低点，f 却在下降：α λ_max 接近 1.92",
        "oscillating": "x 最后在 1.598 和 1.841 之间来回跳：在最低点 α λ_max 是 2.04，超过 2",
        "into-the-saddle": "每一步 x₂ 都等于 −x₁，所以路径止于鞍点 (0, 0)，那里 J 是 0，f 是 10",
        "past-the-saddle": "起点与上一个只差 1e-9，也到了鞍点，但又离开，止于 f = 1",
        "diverging": "开始时 α λ_max 是 7.2，第五步就超过 1e8",
        "bowl": "x₂ 每一步都变号，因为 α λ_max 是 1.75，而 x₁ 只减小 7%",
        "bowl-limit": "α λ_max 是 2：x₂ 永远在 1 和 −1 之间跳，x₁ 却到了 0",
        "saddle": "x 到了离鞍点 (0, 0) 0.05 以内，然后跑开，因为 f 没有最小值",
        "rosenbrock": "10 步之内 f 从 24.2 降到 4.1，但沿着山谷走 1000 步之后仍是 0.45",
        "himmelblau": "从 (0, 0) 出发，止于 (3, 2)，四个最低点中最近的一个",
        "himmelblau-west": "从 (−1, 0) 出发，同样的下降止于另一个最低点 (−2.805, 3.131)",
    }

    surface_names: Mapping[str, str] = {
        "article": "文章的 f",
        "bowl": "碗",
        "saddle": "鞍面",
        "rosenbrock": "罗森布罗克函数",
        "himmelblau": "希梅尔布劳函数",
        "own": "自定义的 f",
    }
    surfaces: Mapping[str, str] = {
        "article": "文章的函数 (3.1)",
        "bowl": "碗形曲面，沿 x₂ 的曲率是沿 x₁ 的 25 倍",
        "saddle": "鞍面，没有最小值",
        "rosenbrock": "罗森布罗克函数，一条弯弯的山谷",
        "himmelblau": "希梅尔布劳的函数，有四个最低点",
        "own": "自定义的函数",
    }

    map_off = "x⁽ᵏ⁾ 在地图之外：按 o 看到更多"
    map_far = "x⁽ᵏ⁾ 在地图之外很远的地方"
    legend_start = "起点"
    legend_path = "路径"
    legend_future = "此后"
    legend_step = "下一步"
    curve_title = "f(x⁽ᵏ⁾) 随 k 的变化"
    logarithmic = "对数"
    curve_empty = "这里 f 没有可以画出来的值"
    gauge_title = "步长标尺：α · λ_max，界限 2"
    gauge_limit = "2 界限"
    table_title = "表：k、x、f(x)、J(f)，如 (3.3) 到 (3.8)"
    table_title_short = "表"
    hessian = "黑塞矩阵 H"
    eigenvalues_note = "H 的特征值"

    def map_title(self, *, coloured: bool, factor: str) -> str:
        title = "从上方看 f(x₁, x₂)" + ("：越暗越低" if coloured else "")
        return title + {"": "", "1": " · → 下一步"}.get(factor, f" · → 下一步 ×{factor}")

    # --- the lines at the top

    running = "▶ 运行中"
    paused = "‖ 已暂停"
    no_step = "✗ 无法再走一步"
    full_speed = "全速"

    def speed(self, *, steps: str) -> str:
        return f"{steps} 步/秒"

    def under_way(self, *, bar: str, share: str) -> str:
        return f"▶ {bar} {share} esc 停止"

    def place(self, *, k: str, reached: str, x1: str, x2: str) -> str:
        return f"k {k} / {reached} · x ({x1}, {x2})"

    def preset_line(self, *, name: str) -> str:
        return f"{self.preset_names[name]}：{self.presets[name]}。"

    def descent_line(self, *, surface: str, x1: str, x2: str, changes: tuple[tuple[str, str], ...]) -> str:
        changed = "".join(f"，从 k {k} 起 α 为 {alpha}" for k, alpha in changes)
        return f"{self.surfaces[surface]}，从 ({x1}, {x2}) 出发{changed}。"

    def trouble(self, *, code: str, k: int, far: str) -> str:
        reasons = {
            "x_infinite": f"第 {k} 个点超出了有限数的范围",
            "x_far": f"第 {k} 个点比 {far} 还远：下降已经发散",
            "f_infinite": f"f 在第 {k} 个点没有有限的值",
            "J_infinite": f"f 在第 {k} 个点没有有限的导数",
        }
        return f"{reasons[code]}：请试试更小的学习率，或另一个起点。"

    # --- the check

    def check_badge(self, *, verdict: str, right: int, unsure: int, wrong: int) -> str:
        found = [f"{right} 个正确"] if right else []
        found += [f"{wrong} 个错误"] if wrong else []
        found += [f"{unsure} 个无法判断"] if unsure else []
        return f"{_SIGNS[verdict]} J 和 H：{'，'.join(found)}"

    def check_badge_short(self, *, verdict: str, right: int, unsure: int, wrong: int) -> str:
        return f"{_SIGNS[verdict]} {right}/{right + unsure + wrong}"

    # --- what a step does

    def promise(self, *, parabola: str) -> str:
        return {
            "unknown": "H 在这里没有有限的值，所以无法预测。",
            "no_bottom": "◆ 沿着这一步 f 的曲率不是正数：近似的抛物线没有最低点。",
            "short": "◆ 若沿这一步把 f 近似为抛物线，这一步走不到它的最低点。",
            "onto": "◆ 若沿这一步把 f 近似为抛物线，这一步正好落在它的最低点。",
            "over": "◆ 若沿这一步把 f 近似为抛物线，这一步会越过它的最低点，落在更低处。",
            "level": "◆ 若沿这一步把 f 近似为抛物线，这一步的落点与起点一样高。",
            "beyond": "◆ 若沿这一步把 f 近似为抛物线，这一步会越过它的最低点，落在更高处。",
        }[parabola]

    def steepest(self, *, parabola: str, both_ways: bool) -> str:
        sentence = {
            "unknown": "H 在这里没有有限的值，所以没有步长标尺。",
            "no_bottom": "f 在这里沿任何方向的曲率都不是正数：步长不受限制。",
            "short": "小于 1：若把 f 近似为曲率为 λ_max 的抛物线，一步走不到最低点。",
            "onto": "等于 1：若把 f 近似为曲率为 λ_max 的抛物线，一步正好落在最低点。",
            "over": "大于 1：若把 f 近似为曲率为 λ_max 的抛物线，每一步都越过最低点，但离它更近。",
            "level": "正在界限上：若把 f 近似为曲率为 λ_max 的抛物线，每一步都越过最低点，离它一样远。",
            "beyond": "▲ 超过界限：若把 f 近似为曲率为 λ_max 的抛物线，每一步都比上一步离最低点更远。",
        }[parabola]
        return f"{sentence}沿另一个方向曲率是负的，像在鞍点那样。" if both_ways else sentence

    def deed(self, *, f: str, passed: bool | None, before: str, after: str) -> str:
        change = {
            "lower": f"f 从 {before} 降到 {after}",
            "higher": f"f 从 {before} 升到 {after}",
            "level": f"除了舍入，f 仍是 {after}",
            "lost": "这一步落到 f 没有有限值的地方",
        }[f]
        way = {None: "", True: "：这一步越过了沿该方向的极小点", False: "，在落点处沿该方向仍在下降"}[passed]
        if f == "higher" and passed is False:
            way = "，不过在落点处沿该方向又在下降"
        return f"{change}{way}。"

    def along_step(self, *, gauge: str, bend: str) -> str:
        return f"◆ {gauge} = α · 沿这一步的曲率 {bend}"

    _STATIONARY: Mapping[str, str] = {
        "minimum": "它是周围的最低点",
        "maximum": "它是周围的最高点",
        "saddle": "它是鞍点，不是最低点",
        "valley": "它可能在一道由最低点组成的谷里，但二阶导数无法判断",
        "flat": "它是最低点、最高点、鞍点，还是都不是，二阶导数无法判断",
    }

    def resting(self, *, point: str) -> str:
        return f"这里 J(f) 是 0，再走一步 x 也不动：{self._STATIONARY[point]}。"

    def arrived(self, *, point: str) -> str:
        return f"已经到达，J(f) 几乎是 0：{self._STATIONARY[point]}。"

    too_short = "这一步比 x 的末位还小，x 停在原地：α 在这里太小，或者 J(f) 太小。"

    article_points: Mapping[int, str] = {
        1: "(3.3) f = 5，(3.4) J = [−4 −4]：与文章所印相同。",
        2: "(3.5)、(3.6) 与所印相同。这里 J 是 −3.990272；(3.7) 印的是 −1.995136：漏了因子 2。",
        3: "文章印的是 x = 1.05995136 (3.7) 和 f = 4.5212639385 (3.8)：它在 k = 2 处的 J 漏了因子 2。",
    }

    # --- where a number comes from

    workings_title = "这一步怎样算出"

    def working_title(self, *, meaning: str, symbol: str, along: int, equation: str) -> str:
        what = {
            "start": "下降的起点",
            "came_from": "上一步",
            "goes_to": "下一步",
            "slope": f"J(f) 的第 {along} 个元素",
            "bend": f"J(f) 沿 x{'₀₁₂'[along]} 怎样变化",
            "least_bend": "f 在这里最小的曲率",
            "most_bend": "f 在这里最大的曲率",
        }[meaning]
        return f"{symbol} · {what}" + (f"，({equation})" if equation else "")

    working_misprints: Mapping[str, str] = {
        "came_from": "文章印的是 1.05995136：(3.7) 中 J(f) 漏了因子 2。",
        "goes_to": "文章印的是 1.05995136：(3.7) 中 J(f) 漏了因子 2。",
        "slope": "文章 (3.7) 印的是 −1.995136：漏了因子 2。",
    }

    # --- notices and questions

    restarted = "已重新开始：按 u 可以回到之前的过程。"
    nothing_to_undo = "没有可以撤销的操作。"
    nothing_to_redo = "没有可以重做的操作。"
    no_logarithm = "对数坐标要求 f 大于 0，这里不是。"
    computed = "这个数是算出来的。可以设定的有：起点（光标在 x 上，或不在任何数上），以及用 a 设定的 α。"

    def stopped(self, *, sentence: str) -> str:
        return f"运行已停止。{sentence}"

    def converged(self, *, k: str) -> str:
        return f"从 k = {k} 起 x 不再移动：这一步比它的最后一位数字还小。"

    def farthest(self, *, k: str) -> str:
        return f"下降到 k = {k} 为止。"

    ask_point = "跳到某个点"
    ask_rate = "学习率 α"
    ask_start = "起点 x⁽¹⁾"
    ask_surface = "f(x₁, x₂)"
    ask_preset = "预设"
    rate_hint = "大于 0 的数，例如 0.01；从下一步起生效"
    start_hint = "两个数，中间用逗号隔开，例如 1,1"

    def point_hint(self, *, most: str) -> str:
        return f"点的编号 k，从 1 到 {most}"

    def surface_hint(self, *, names: str) -> str:
        return f"含 x1 和 x2 的表达式，例如 x1**2 + sin(x2)，或一个名字：{names}"

    def no_point_number(self, *, text: str, most: str) -> str:
        return f"“{text}”不是点的编号；请输入 1 到 {most} 之间的数"

    def no_rate(self, *, text: str) -> str:
        return f"“{text}”不是学习率；请输入大于 0 的有限的数，例如 0.01"

    def no_start(self, *, text: str) -> str:
        return f"“{text}”不是一个点；请输入两个有限的数，中间用逗号隔开，例如 1,1"

    def no_expression(self, *, character: int, sentence: str) -> str:
        return f"第 {character} 个字符处：{sentence}"

    # --- the command

    command = "在曲面上一步步下降：x - α J(f)，如 (3.5)。"
    command_epilog = """\
表达式由 x1、x2、数、+ - * / **、( )、sin cos tan exp log sqrt tanh
sigmoid、pi 和 e 组成。
退出码：0 完成，1 下降超出有限数的范围或跑得太远，或检验发现错误的元素，
2 参数有误，130 由 Ctrl-C 中断。
"""
    command_options: Mapping[str, str] = {
        "--f": "含 x1 和 x2 的表达式，或 article、bowl、saddle、rosenbrock、himmelblau 之一"
        "（默认 article：(x1*x2 - 3)**2 + 1）",
        "--start": "起点（默认 1,1）",
        "--learning-rate": "α，大于 0 的数（默认 0.01）",
        "--steps": "走多少步（默认 10）",
        "--check": "用差商检验每个点的 J 和黑塞矩阵：正确、错误或无法判断",
        "--json": "每行一个对象：k、x、f、J 和黑塞矩阵 H；加 --check 时还有 verdict",
        "--csv": "表写成 CSV，写出全部数字",
    }
    command_verdict = "J 和 H"
    command_verdicts: Mapping[str, str] = {"right": "正确", "wrong": "错误", "cannot tell": "无法判断"}


_SIGNS = {"right": "✓", "wrong": "✗ 错误", "cannot tell": "?"}
