"""What is said where a cycle is worked out. Chinese."""

from __future__ import annotations

from tui_backprop.words.explain import ExplainWords


class ChineseExplain(ExplainWords):
    """What is said where a cycle is worked out."""

    about = "把一步（一个样本）完整地算出来：前向、每个雅可比矩阵、两串乘积、更新。"
    epilog = """\
numpy 和 torch 打印一段脚本，它从参数重新计算这一步，并断言每个数组都相符；
torch 的导数全由自动求导算出。json 写出全部数字。
"""
    group = "算什么"
    option_go_to = "哪一步（默认 1）"
    option_what = "只算这些量，例如 jacobian_f1_theta1,theta1_gradient（默认全部）"

    def option_phase(self, *, phases: str) -> str:
        return f"算到这个阶段为止：{phases}（默认最后一个）"

    def progress(self, *, done: str, goal: str) -> str:
        return f"第 {done} 步 / {goal}"

    def title(self, *, cycle: str) -> str:
        return f"第 {cycle} 步的完整计算"

    def place(self, *, iteration: str, sample: int, samples: int) -> str:
        return f"迭代 {iteration}，样本 {sample} / {samples}。"

    def run(self, *, task: str, sizes: str, seed: int, alpha: str) -> str:
        return f"{task}，{sizes} 网络，种子 {seed}，学习率 α = {alpha}。"

    def edited(self, *, cycle: str) -> str:
        return f"第 {cycle} 步之后手动修改过：从下一步起生效，不在下面的数里。"

    def given(self) -> str:
        return "已知：样本、标签、参数"

    def forward(self, *, symbol: str) -> str:
        return f"前向：{symbol}"

    def backward(self, *, symbol: str) -> str:
        return f"反向：{symbol}"

    def update(self) -> str:
        return "更新"

    def zeros(self, *, zeros: int, entries: int) -> str:
        return f"{entries} 个元素中有 {zeros} 个由结构决定为零。"

    def vanishing(self, *, vanishing: int, terms: int) -> str:
        return f"每个元素是 {terms} 个乘积之和，其中 {vanishing} 个由结构决定为零。"

    def rounding(self) -> str:
        return "数越大，舍入误差越大：比较时允许的差也随之放大。"

    def agreement(self, *, arrays: int) -> str:
        return f"{arrays} 个数组相符。"

    def no_cycle(self) -> str:
        return "第 0 步什么也没有计算；从第 1 步算起"

    def no_quantity(self, *, name: str, names: str) -> str:
        return f"没有名为 {name!r} 的量；有 {names}"

    def no_phase(self, *, text: str, phases: str) -> str:
        return f"没有阶段 {text!r}；阶段有 {phases}"

    def no_moment(self) -> str:
        return "请指定一次迭代或一步，例如 at(iteration=100)"

    def before_the_start(self, *, cycle: int) -> str:
        return f"没有第 {cycle} 步；训练从第 0 步开始"

    def data_and_task(self, *, task: str | None) -> str:
        return f"data 本身就是任务；请去掉 task={task!r}，或用 edited(cycle, 'task', {task!r}) 中途换成它"

    def not_yet(self, *, name: str, phase: str, needed: str) -> str:
        return f"{name} 在阶段 {needed} 才计算，晚于 {phase}；请算到 {needed}，或不指定阶段"
