"""What the network screen says: its panes, its dialogs, its notices. Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.network_screen import NetworkScreenWords


class ChineseNetworkScreen(NetworkScreenWords):
    """What the network screen says: its panes, its dialogs, its notices."""

    panes: Mapping[str, str] = {
        "phase": "阶段",
        "computation": "前向传播",
        "parameters": "参数",
        "jacobians": "雅可比矩阵",
        "loss": "误差曲线",
        "samples": "样本",
        "network": "网络图",
        "map": "决策图",
        "reports": "报告",
    }

    running = "运行中"
    reached = "已达目标"
    diverged = "发散"
    paused = "已暂停"
    esc_stops = "esc 停止"
    searching = "正在查找"
    first_right = "首次全对"
    check_waits = "检验已打开：等到这一步走完时进行"
    check_waits_short = "待检验"
    check_wrong = "错误"
    checked = "已检验"

    def seed(self, *, seed: int) -> str:
        return f"种子 {seed}"

    def until(self, *, error: str) -> str:
        return f"直到 ΣE < {error}"

    def searching_to(self, *, iteration: str) -> str:
        return f"正在查找，最远到第 {iteration} 次迭代"

    def to_cycle(self, *, cycle: str) -> str:
        return f"前往第 {cycle} 步"

    def pace(self, *, speed: str, unit: str) -> str:
        return f"{speed} {_UNITS.get(unit, unit)}/秒"

    def full_speed(self, *, speed: str) -> str:
        return f"全速 {speed} 次迭代/秒" if speed else "全速"

    def right(self, *, right: int | None, samples: int) -> str:
        return f"{'–' if right is None else right}/{samples} 正确"

    def place(self, *, iteration: str, sample: str, cycle: str, furthest: str) -> str:
        of = f" / {furthest}" if furthest else ""
        return f"迭代 {iteration} · 样本 {sample} · 步 {cycle}{of}"

    go_to = "跳到"
    learning_rate = "学习率 α"
    learning_rate_hint = "大于 0 的数，例如 0.02；从下一步起生效"
    task = "任务"
    edit_hint = "一个数，例如 0.5；此后的各步重新训练，按 u 撤销"

    def go_to_hint(self, *, samples: int, most: str) -> str:
        return (
            f"输入迭代次数（12345）、步数（c 49379，每次迭代 {samples} 步），或条件：E < 0.05（指 ΣE）、全对、"
            f"饱和（一个神经元对所有样本）。条件最多查到第 {most} 次迭代。"
        )

    def no_place(self, *, text: str) -> str:
        return f"不能跳到“{text}”；请输入迭代次数（12345）、步数（c 49379）、E < 0.05（指 ΣE）、全对或饱和"

    all_right = ("全对", "all right", "right")
    saturated_words = ("饱和", "saturated", "saturation")

    def no_target(self, *, text: str) -> str:
        return f"ΣE 不可能小于 {text}；请输入大于 0 的数，例如 0.05"

    def no_number(self, *, text: str) -> str:
        return f"“{text}”不是一个数；请写 0.5 这样的数"

    def no_learning_rate(self, *, text: str) -> str:
        return f"{text} 不是学习率；应是大于 0 的有限的数，例如 0.02"

    def too_far(self, *, cycle: str) -> str:
        return f"太远了；最远可以到第 {cycle} 步"

    def restarted(self, *, rate: str, edits: int) -> str:
        without = f"，不带之前的 {edits} 处修改" if edits else ""
        return f"已用 α {rate} 重新开始{without}：按 u 可以回到之前的训练。"

    point_at_a_number = "请先把光标放到一个数上：在有矩阵的窗格里按 ↓，或用鼠标点。"
    point_at_a_parameter = (
        "e 修改光标处的参数：按 tab 到参数窗格，再用方向键移到一个参数上，或用鼠标点它。a 设定学习率。"
    )

    def uncompiled(self, *, reason: str) -> str:
        return f"训练未经编译，约慢 20 倍：{reason}"

    def broken(self, *, reason: str) -> str:
        return f"由于本程序的错误，训练已停止：{reason}"

    saturated = "饱和：对这个样本，它的斜率 s(1 − s) 小于 0.02，所以这个神经元从中几乎学不到东西。"
    hidden_for_practice = "为练习而遮住：它是多少？"

    any_other_number = "看别的数：按 ↓ 或点击"
    inspector = "一个数从何而来？"
    before_the_update = "这一步前向和反向计算所用的值"

    def at(self, *, row: tuple[int, str, str] | None, column: tuple[int, str, str] | None) -> str:
        kinds = {"unit": "神经元 ", "input": "输入 ", "bias": "偏置", "constant": "常数 1", "entry": ""}
        axes = (("行", row), ("列", column))
        return "，".join(f"第 {at[0]} {axis}（{kinds[at[1]]}{at[2]}）" for axis, at in axes if at is not None)

    def not_computed(self, *, phase: str) -> str:
        return f"这一步尚未计算：要到阶段 {phase}（按 .）"

    forward = "前向"
    backward = "反向"
    update = "更新"
    no_numbers_yet = "按 . 走第一个阶段，] 走一次迭代，空格运行"
    events: Mapping[str, str] = {
        "saturated": "饱和",
        "vanishes": "梯度消失",
        "equal_units": "对称僵局",
        "overshoots": "越过",
        "stale": "旧值",
        "plateau": "平台",
        "reached": "已达目标",
        "diverged": "发散",
    }

    def why_start(self, *, parameters: int) -> str:
        return f"{parameters} 个参数，随机取得；还没有样本进入网络"

    def why_sums(self, *, unit: int, value: str) -> str:
        return f"每个神经元把偏置与加权的输入相加；神经元 {unit} 的线性组合离 0 最远（{value}）"

    def why_outputs(self, *, unit: int, value: str) -> str:
        return f"s 把每个线性组合压缩到 0 与 1 之间；神经元 {unit} 的输出离 ½ 最远（{value}）"

    def why_saturated(self, *, units: tuple[int, ...], slope: str) -> str:
        return f"{_units(units)}：对这个样本，斜率 s(1 − s) 小于 {slope}"

    def why_answer(self, *, output: str, answer: int | None, slope: str) -> str:
        read = "正好是 ½" if answer is None else f"判为 {answer}"
        return f"网络的输出是 {output}，{read}；那里的斜率 s(1 − s) 是 {slope}"

    def why_error(self, *, off: str, output: str, label: str, side: str) -> str:
        if off == "exact":
            return f"输出就是真实标签 {label}：从这个样本学不到什么"
        sides = {
            "right": "已判断正确",
            "wrong": "判断错误",
            "half": "正好是 ½，不作判断",
            "none": "标签是 ½，无所谓对错",
        }
        return f"{_off(off, output, label)}，{sides[side]}；E 是差的平方的一半"

    def why_theta2(self, *, off: str, output: str, label: str, all: bool) -> str:
        if off == "exact":
            return f"输出就是真实标签 {label}：θ⁽²⁾ 的元素都不变"
        way = "增大" if off == "low" else "减小"
        goes = f"θ⁽²⁾ 的元素都{way}" if all else f"θ⁽²⁾ 在 x⁽³⁾ > 0 处{way}"
        return f"{_off(off, output, label)}：{goes}"

    def why_still(self, *, off: str, output: str, label: str, parameter: str) -> str:
        return f"{_off(off, output, label)}，但 ∇{parameter} 是 0：{parameter} 不变"

    def why_theta1(
        self, *, off: str, output: str, label: str, up: tuple[int, ...], down: tuple[int, ...], zeros: tuple[int, ...]
    ) -> str:
        if off == "exact":
            return f"输出就是真实标签 {label}：θ⁽¹⁾ 的元素都不变"
        changed, way = (up, "增大") if up else (down, "减小")
        said = f"{_units(changed)} 的参数{way}"
        if up and down:
            said += f"，{'、'.join(map(str, down))} 的减小"
        elif len(changed) > 1:
            said = f"所有神经元的参数都{way}"
        still = "；输入 0 的权重不变" if zeros else ""
        return f"{_off(off, output, label)}：{said}{still}"

    def why_vanishes(self, *, largest: str, reason: str) -> str:
        reasons = {"output": "输出的斜率接近 0", "weights": "θ⁽²⁾ 接近 0", "units": "隐藏神经元的斜率都接近 0"}
        return f"输出不对，但最大的元素只有 {largest}：{reasons[reason]}"

    def why_equal_units(self, *, one: int, other: int) -> str:
        return f"隐藏神经元 {one} 和 {other} 的参数相同，所以得到相同的梯度，始终相同"

    def why_moves(self, *, before: str, after: str, label: str) -> str:
        return f"更新后，这个样本的输出从 {before} 变为 {after}：离真实标签 {label} 更近"

    def why_answer_stays(self, *, output: str) -> str:
        return f"更新后，这个样本的输出仍是 {output}：没有一位数字改变"

    def why_overshoots(self, *, before: str, after: str, label: str) -> str:
        return f"输出从 {before} 变为 {after}，离真实标签 {label} 更远：这里 α 太大"

    def why_stale(self) -> str:
        return "这里作过修改：这些数还是修改之前的；按 . 用新值继续"

    def why_reached(self, *, error: str, iteration: str) -> str:
        return f"训练在此停下：第 {iteration} 次迭代 ΣE < {error}；按空格继续"

    def why_diverged(self, *, cycle: str, cell: str) -> str:
        return f"第 {cycle} 步超出有限数，最先是 {cell}；请减小 α"

    def why_plateau(self, *, error: str, reason: str, share: str, largest: str) -> str:
        reasons = {
            "cancel": f"各样本的梯度互相抵消，相加后只剩 {share}%",
            "small": f"各样本梯度的元素都不超过 {largest}",
            "steps": "α 这么小，每一步都太小",
        }
        return f"ΣE 停留在 {error} 附近：{reasons[reason]}"

    def before(self, *, symbol: str) -> str:
        return f"更新前的 {symbol}"

    def edited(self, *, symbol: str) -> str:
        return f"手动修改后的 {symbol}"

    def after(self, *, symbol: str) -> str:
        return f"更新后的 {symbol}"

    def chain_for(self, *, parameter: str) -> str:
        return f"计算 ∇{parameter} 的链式法则"

    def chain_waits(self, *, parameter: str, phase: str) -> str:
        return f"计算 ∇{parameter} 的链式法则从 {phase} 开始"

    folded = "折叠后"
    rest_of_the_cycle = "这一步到此已知的"
    updated = "已更新"
    by_hand = "已手动修改"
    partial_products = "部分乘积"

    no_iteration = "还没有完成一次迭代：按 ] 或空格"
    not_finite = "ΣE 已不是有限的数：参数已经发散"
    whole_run = "整个训练"
    live = "实时"
    loss_titles = ("误差曲线：各样本的 E 之和", "误差 ΣE", "ΣE")
    iteration = "迭代"
    edit = "修改"
    mark = "标记"
    dropped = "已舍弃"
    samples = "样本"
    logarithmic = "对数"

    def window(self, *, first: str, last: str) -> str:
        return f"局部 {first}–{last}"

    def at_iteration(self, *, iteration: str) -> str:
        return f"迭代 {iteration} 处"

    def loss_at(self, *, iteration: str, error: str) -> tuple[str, str]:
        there = f"{self.error_of_iteration} {error}"
        return (f"迭代 {iteration} · {there}", there) if error else (f"迭代 {iteration}", iteration)

    def samples_right(self, *, right: int, samples: int) -> str:
        return f"样本：正确 {right}/{samples}"

    error_of_iteration = "上次迭代的 ΣE"
    error_now = "当前 ΣE"

    network = "网络图"
    edge_kinds: Mapping[str, str] = {
        "theta": "参数 θ",
        "gradient": "梯度 ∇θ",
        "change": "最近一次的变化 Δθ",
    }
    not_computed_yet = "尚未计算"
    signs_of_edges = "实线 + · 虚线 −"

    def network_title(self, *, edges: str, missing: bool) -> tuple[str, ...]:
        what = self.edge_kinds[edges]
        end = f"{what} · {self.not_computed_yet}" if missing else what
        return f"网络图：{end}", end, what

    def edge_legend(self, *, largest: str) -> str:
        return f"{self.signs_of_edges} · 最粗 {largest}"

    def table_legend(self, *, largest: str) -> str:
        return f"每个神经元一行 · 最深 ±{largest}"

    map_title = "决策图：x⁽⁴⁾"
    map_title_long = "决策图：x⁽⁴⁾ 随输入的变化"
    this_sample = "这个样本"
    label = "真实标签 t"
    unit_at_half = "神经元 1 为 ½"

    def slice_at(self, *, fixed: str) -> str:
        return f"截面 {fixed}"

    no_report = "还没有报告：每 10,000 次迭代一次；按 } 前进到下一次"

    about: Mapping[str, str] = {
        "phase": (
            "这个阶段计算什么，写成一个等式：所用的量带底色，结果最醒目。下面是同一阶段得到的导数。"
            "各窗格中粗体的数，与按键之前相比有变化。用 . 和 , 逐个阶段前进后退，也可以点击上方的阶段行。"
        ),
        "computation": ("一个样本的前向传播（图 3-2）：每个向量由前一个算出。亮着的箭头是这个阶段的函数。"),
        "parameters": (
            "要学习的参数。θ⁽¹⁾ 和 θ⁽²⁾ 旁边是它们的梯度，按同样的样子折叠，以及 Δ = −α∇，即这一步更新时加上的量。"
            "更新之后 θ 是新值；雅可比矩阵是用旧值 θ − Δ 算出的。"
            "J_x⁽¹⁾(f₁) 放在这里，因为它是 θ⁽¹⁾ 的一部分，而不是任何梯度的一部分：样本不需要学习。"
        ),
        "jacobians": (
            "链式法则写成矩阵的乘积，每个函数一个雅可比矩阵（文章写作雅克比矩阵）。"
            "暗的 · 是由结构决定的零，与数值无关；0.0000 是算出来的零。"
            "链的后面是它的部分乘积。把光标放到一个数上（按 ↓ 或点击），就能看到它从何而来；"
            "c 检验所有的数，并在与数值微分偏差最大的元素下画线。"
        ),
        "loss": (
            "ΣE，即一次迭代中各样本的误差之和，随训练的变化：每个样本的 E 都取自它自己的更新之前。"
            "很长的训练画成最小值与最大值之间的带子。l：ΣE 取对数；X：迭代次数取对数；w：光标附近的一段；i 和 o：放大和缩小；"
            "s：每个样本一条线。淡色的线是因修改而舍弃的后续训练，按 u 可以找回。"
        ),
        "samples": (
            "每个样本在当前参数下的情形：真实标签 t、输出 x⁽⁴⁾、误差 E，以及 x⁽⁴⁾ 是否判断正确（✓ 或 ✗）。"
            "▶ 标出这一步的样本。“当前 ΣE”是这一列之和，用同一组 θ 算全部样本；顶部和误差曲线上的“上次迭代的 ΣE”"
            "则是每个样本轮到时的 E 之和，其间 θ 一直在变。"
        ),
        "network": (
            "带有这一步各数的图 3-1：圆圈里是神经元的激活值；每条连线是一个参数，它的符号由线型和颜色共同表示。"
        ),
        "map": (
            "网络的输出 x⁽⁴⁾ 在输入的正方形上的变化，从蓝色 (0) 到橙色 (1)；线是分界 x⁽⁴⁾ = ½。"
            "学会异或，就是把两个 1 放在一侧，两个 0 放在另一侧。"
        ),
        "reports": "文章的报告：每 10,000 次迭代的 ΣE，最新的在最前。",
    }

    def convention(self, *, convention: str) -> str:
        return f"约定：{convention}"

    def what_it_is(self, *, equation: str, meaning: str) -> str:
        return f"({equation}) {meaning}。"

    def misprint(self, *, misprint: str) -> str:
        return f"文章的印刷错误：{misprint}。"


def _off(off: str, output: str, label: str) -> str:
    return f"输出太{'小' if off == 'low' else '大'}（{output} {'<' if off == 'low' else '>'} {label}）"


def _units(units: tuple[int, ...]) -> str:
    return f"神经元 {'、'.join(map(str, units))}"


_UNITS = {"phase": "个阶段", "cycle": "步", "iteration": "次迭代"}
