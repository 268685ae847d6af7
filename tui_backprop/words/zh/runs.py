"""What is said about moments that are marked, and about runs that are kept beside each other. Chinese."""

from __future__ import annotations

from tui_backprop.words.runs import RunsWords


class ChineseRuns(RunsWords):
    """What is said about moments that are marked, and about runs that are kept beside each other."""

    mark_title = "标记这一刻"
    mark_hint = "一个名字；按 ' 列出标记并跳到其中一个，标记随训练一起保存"

    def default_mark(self, *, iteration: str, sample: int, phase: str) -> str:
        where = f"迭代 {iteration}" + (f"，样本 {sample}" if sample else "")
        return f"{where}，{phase}" if phase else where

    def no_mark_name(self) -> str:
        return "请输入一个名字，例如：下降之前"

    def long_mark_name(self, *, length: int, most: int) -> str:
        return f"名字有 {length} 个字符；最多 {most} 个"

    def mark_set(self, *, name: str) -> str:
        return f"已标记：{name}"

    def marks_gone(self, *, marks: int) -> str:
        return f"修改之后的 {marks} 个标记随被舍弃的后续训练一起去掉了；按 u 一并恢复。"

    marks_title = "标记"
    marks_hint = "回车：跳到那里 · r：改名 · delete：删去 · esc：关闭"
    no_marks = "还没有标记：按 m 标记界面上的这一刻"
    rename_title = "给标记改名"
    name_head = "名字"
    iteration_head = "迭代"
    cycle_head = "步"
    phase_head = "阶段"

    def kept(self, *, label: str) -> str:
        return f"这次训练已保留为 {label}：它的曲线留在误差曲线图上。按 K 比较各次训练。"

    def let_go_title(self, *, most: int) -> str:
        return f"已保留 {most} 次训练：用哪一次换？"

    def switched(self, *, label: str) -> str:
        return f"现在是保留的训练 {label}，停在它当时的位置；按 u 回到刚才那次。"

    def runs_title(self, *, shared: str) -> str:
        return f"保留的训练 · 共同设置：{shared}" if shared else "保留的训练"

    runs_hint = "回车：转到它 · d：并排比较 · delete：删去 · esc：关闭"
    no_kept = "还没有保留的训练：按 k 保留这一次，它的曲线会留在误差曲线图上"
    present = "本次"
    same_settings = "设置相同"
    settings_head = "不同的设置"
    iterations_head = "迭代次数"

    def error_head(self, *, iteration: str) -> str:
        return f"{iteration} 处的 ΣE"

    def reached_head(self, *, error: str) -> str:
        return f"到 {error}"

    def not_within(self, *, iterations: str) -> str:
        return f"> {iterations}"

    def beside_title(self, *, label: str, iteration: str) -> str:
        return f"本次训练与 {label} 并排，第 {iteration} 次迭代之后"

    beside_hint = "[ ]：后退、前进一次迭代 · esc：关闭"
    difference = "差"

    def of_run(self, *, symbol: str, run: str) -> str:
        return f"{symbol} {run}"

    def errors_beside(self, *, present: str, label: str, kept: str) -> str:
        return f"ΣE：本次 {present} · {label} {kept}"

    def not_so_far(self, *, label: str, iterations: str) -> str:
        return f"{label} 在 {iterations} 次迭代后保留：按 [ 退回到两者都有的地方"

    def other_sizes(self) -> str:
        return "大小不同的网络没有差"

    def largest_difference(self, *, entry: str, value: str) -> str:
        return f"相差最大的是 {entry}，差 {value}"

    def same_parameters(self) -> str:
        return "所有参数逐位相同"

    when_title = "上一次变化发生在何时？"
    what_head = "要查的量"

    def when_sample(self, *, sample: int, inputs: str) -> str:
        return f"样本 {sample} ({inputs})：何时变对或变错？"

    def when_unit(self, *, unit: int) -> str:
        return f"隐藏神经元 {unit}：何时饱和或恢复？"

    def sign_changed(self, *, symbol: str, positive: bool, cycle: str, sample: int) -> str:
        sign = "大于 0" if positive else "不大于 0"
        of = f"（样本 {sample}）" if sample else " "
        if not cycle:
            return f"{symbol}{of}在这次训练中从未变号：到此为止一直{sign}。"
        return f"{symbol}{of}上一次变号在第 {cycle} 步：此后一直{sign}。"

    def sample_changed(self, *, sample: int, right: bool, cycle: str) -> str:
        side = "正确" if right else "错误"
        if not cycle:
            return f"样本 {sample} 在这次训练中从未变过：到此为止一直{side}。"
        return f"样本 {sample} 从第 {cycle} 步结束起一直{side}。"

    def unit_changed(self, *, unit: int, saturated: bool, cycle: str) -> str:
        if not cycle:
            how = "一直对所有样本都饱和" if saturated else "从未对所有样本同时饱和"
            return f"到此为止，隐藏神经元 {unit} {how}。"
        how = "对所有样本都饱和" if saturated else "不再对所有样本都饱和"
        return f"隐藏神经元 {unit} 从第 {cycle} 步结束起{how}。"

    def never_changes(self, *, symbol: str) -> str:
        return f"{symbol} 从不变化：训练对它没有作用。"

    def task(self, *, task: str, sizes: str) -> str:
        return f"{task} {sizes}"

    def rate(self, *, rate: str) -> str:
        return f"α {rate}"

    def seed(self, *, seed: int) -> str:
        return f"种子 {seed}"

    def weights(self, *, low: str, high: str) -> str:
        return f"初值 {low} 到 {high}"

    def edit(self, *, what: str, value: str, cycle: str) -> str:
        return f"第 {cycle} 步起 {what} = {value}"

    def edit_task(self, *, task: str, cycle: str) -> str:
        return f"第 {cycle} 步起 {task}"

    def edits(self, *, edits: int, last: str) -> str:
        return f"{edits} 处修改，最后 {last}"
