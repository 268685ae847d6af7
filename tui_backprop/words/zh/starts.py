"""What is said about many starts. Chinese."""

from __future__ import annotations

from tui_backprop.words.starts import StartsWords


class ChineseStarts(StartsWords):
    """What is said about many starts."""

    command = "从许多组随机参数开始训练：有多少次学得会，多久学会，哪些样本总是答错？"
    command_notes = """\
列表（2,3,4 或 "0,1;-1,1"）会试遍所有组合。各次训练按种子的顺序写到标准输出，
其余的话写到标准错误。按 Ctrl-C 会打印到那时为止已结束的训练。
退出码：0 完成，1 集群或编译器出错，2 参数有误，130 由 Ctrl-C 中断。
"""
    option_starts = "每种设置训练多少次（默认 1000）"
    option_first_seed = "种子从这里开始（默认 0）"
    option_task = "xor、xnor、and、or、nand、nor、parity3 或 parity4（默认 xor）"
    option_hidden = "隐藏神经元数，1 到 16，或一个列表（默认 4）"
    option_learning_rate = "大于 0 的数，或一个列表（默认 0.02）"
    option_weights = '初始参数的范围，或一个列表，例如 "0,1;-1,1"（默认 0,1）'
    option_until_error = "误差之和首次小于这个数时，在那次迭代的末尾结束训练（默认 0.01）"
    option_iterations = "或者在这么多次迭代之后结束（默认 100000）"
    option_jobs = "线程数（默认每个处理器一个）"
    option_scheduler = "在这个调度器的 Dask 集群上训练，例如 tcp://host:8786"
    option_resume = "把结果存进这个文件，并从它停下的地方继续"
    option_json = "每次训练一个对象，然后每种设置一个汇总对象"
    option_csv = "每次训练一行"

    seed = "种子"
    iteration = "迭代"
    wrong = "答错的样本"
    hidden = "隐藏神经元"
    weights = "初始参数"
    reached = "学会"
    share = "比例"
    confidence = "95% 置信区间"
    median = "迭代次数的中位数"
    never = "未达到"

    def solved(self, *, reached: int, starts: int, target: str, share: str, low: str, high: str) -> str:
        return (
            f"{starts:,} 次训练中有 {reached:,} 次降到 ΣE = {target} 以下：{share}%，"
            f"就全部种子而言有 95% 的把握在 {low}% 到 {high}% 之间。"
        )

    def half_by(self, *, median: str, first: str, third: str) -> str:
        return f"其中一半在第 {median} 次迭代之前做到，四分之一在第 {first} 次之前，四分之三在第 {third} 次之前。"

    def group(self, *, starts: int, wrong: tuple[int, ...], seed: int) -> str:
        if not wrong:
            return f"{starts:,} 次训练结束时样本全对，例如种子 {seed}。"
        return f"{starts:,} 次训练结束时样本 {'、'.join(map(str, wrong))} 答错，例如种子 {seed}。"

    def right_but_not_under(self, *, starts: int, target: str) -> str:
        return f"其中 {starts:,} 次 ΣE 没有降到 {target} 以下：输出都已判断正确，但离标签还不够近。"

    def progress(self, *, done: str, total: str, speed: str) -> str:
        return f"{done} / {total} 次训练，每秒 {speed} 次"

    def empty_plan(self) -> str:
        return "方案需要一个任务、隐藏神经元数、学习率和初始参数的范围"

    def starts_out_of_range(self, *, starts: int, most: int) -> str:
        return f"训练次数为 {starts:,}；应在 1 到 {most:,} 之间"

    def iterations_out_of_range(self, *, iterations: int, most: int) -> str:
        return f"迭代次数为 {iterations:,}；应在 1 到 {most:,} 之间"

    def target_out_of_range(self, *, target: float) -> str:
        return f"ΣE 的目标为 {target:g}；应是大于 0 的有限的数，例如 0.01"

    def too_few_seeds(self, *, first: int, left: int, most: int) -> str:
        return f"从种子 {first} 起只有 {left:,} 个种子，最后一个是 {most}；请减少训练次数，或从更小的种子开始"

    def no_numba(self, *, problem: str) -> str:
        return f"多次训练需要 Numba，但无法载入：{problem}"

    def no_distributed(self, *, problem: str) -> str:
        return f"--scheduler 需要 Dask；请安装 tui-backprop[cluster]（{problem}）"

    def no_scheduler(self, *, address: str, problem: str) -> str:
        return f"{address} 处没有 Dask 调度器应答：{problem}"

    def other_versions(self, *, here: str, workers: tuple[tuple[str, str], ...]) -> str:
        listed = "，".join(f"{address} 上是 {version}" for address, version in workers)
        return f"所有工作进程都须运行与本机相同的 tui-backprop {here}；{listed}"

    def other_plan(self, *, path: str) -> str:
        return f"{path} 属于另一个方案或另一版 tui-backprop；请用它的选项，或换一个文件"

    def no_record(self, *, path: str) -> str:
        return f"{path} 不是 tui-backprop starts 的文件；请换一个"

    def record_in_use(self, *, path: str) -> str:
        return f"另一个 tui-backprop 正在写 {path}；请等它结束，或换一个文件"
