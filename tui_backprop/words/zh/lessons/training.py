"""Lesson 9, training, the decision map, several starts. Chinese."""

from __future__ import annotations

from tui_backprop.words.lessons.step_text import StepText
from tui_backprop.words.lessons.training import TrainingWords
from tui_backprop.words.zh.network_screen import ChineseNetworkScreen

NOW = ChineseNetworkScreen.error_now


class ChineseTraining(TrainingWords):
    """Training, the decision map, several starts (section 3.4)."""

    title = "训练，以及多试几个起点"

    def iteration(self, *, key: str) -> StepText:
        return StepText(
            say="训练就是一步接一步：每一步取一个样本，做前向传播、误差逆传播和更新。表 3-1 的样本都轮过一遍，叫作一次迭代。"
            "为了快一些，α 取得比上一课大。",
            do=f"按一下 {key}：一次迭代。",
            ask="一次迭代有几步？",
            hint="表 3-1 的每一行对应一步。",
            after="每个样本一步。各个样本的误差之和 ΣE，就是应当下降的量。",
        )

    def report(self, *, key: str, iterations: str, before: str) -> StepText:
        return StepText(
            say=f"第一次迭代之后，样本表下面的“{NOW}”是 {before}。文章的程序每 {iterations} 次迭代报告一次。",
            do=f"按一下 {key}：{iterations} 次迭代。",
            ask=f"“{NOW}”降到了多少（两位有效数字）？",
            hint="它在样本表的最下面一行，照界面上的样子输入就行。",
            after="这些都是真正算出来的，其中每一步都可以回去看。",
        )

    def right(self, *, half: str, samples: str) -> StepText:
        return StepText(
            say=f"输出大于 {half} 判为一，小于 {half} 判为零。",
            ask=f"现在 {samples} 个样本里答对了几个？",
            hint="样本表里，答对的后面打了勾。",
            after="网络只靠自己的误差，就学会了异或。",
        )

    def map(self, *, key: str, pane: str) -> StepText:
        return StepText(
            say="样本以外的点，网络会怎样判断？决策图给出正方形里每一点的输出。",
            do=f"按 {key}，直到“{pane}”窗格来到最前面。",
            ask="两种颜色的分界是什么？",
            choices=("输出恰好等于一半的那些点", "E 最大的那些点", "离哪种标签的样本近，就归哪一边"),
            reasons=(
                "算 E 要有标签，样本之间没有标签。",
                "网络并不比较远近，输出只由参数算出。",
            ),
            hint="一边的输出大于一半，另一边小于一半。",
            after="分界两侧的判断不同；只用一条直线分不开这些样本，所以才需要隐藏层。",
        )

    def stuck(self, *, hidden: str, key: str, iterations: str, wrong: str) -> StepText:
        return StepText(
            say=f"换一个小一些的网络，只有 {hidden} 个隐藏神经元，起点也换一个。",
            do=f"按一下 {key}：{iterations} 次迭代。",
            ask=f"“{NOW}”停在 {wrong}，有一个样本始终答错。为什么学不下去了？",
            choices=("各个样本的梯度互相抵消：这里平坦，却不是最低处", "停得太早了", "α 是零"),
            reasons=(
                "再按一次试试：ΣE 几乎不动了。",
                "那样的话，从一开始就什么也不会变。",
            ),
            hint="想一想梯度下降那一课里的鞍点。",
            after="下降停在哪里，取决于从哪里出发。",
        )

    def another_start(self, *, key: str, seed: str) -> StepText:
        return StepText(
            say=f"文章最后的建议是：不收敛就换几组随机参数。随机数由种子决定，现在的种子是 {seed}。",
            do=f"按一下 {key}：换下一个种子，重新开始。",
            after="其余一切不变：任务、神经元个数、α。",
        )

    def again(self, *, key: str, samples: str) -> StepText:
        return StepText(
            say="从这个新的起点出发，做同样的训练。",
            do=f"按一下 {key}。",
            ask=f"这一次 {samples} 个样本里答对了几个？",
            hint="数一数样本表里的勾。",
            after="网络相同，规则相同，只是起点不同：这次学会了。",
        )

    def several(self, *, key: str, pane: str, few: str, starts: str, solved: str, more: str, all: str) -> StepText:
        return StepText(
            say=f"运气也可以统计。这个界面让网络从许多起点开始训练：{few} 个和 {more} 个隐藏神经元，各试 {starts} 个起点。",
            do=f"按{key}开始，在“{pane}”窗格里看有多少个学会了异或。",
            ask=f"只有 {few} 个时，{starts} 个起点里学会了 {solved} 个。怎样才更有把握？",
            choices=(
                f"多试几个起点，或者增加隐藏神经元：有 {more} 个时，{starts} 个起点里 {all} 个都学会了",
                "总用同一个起点，但训练得更久",
                "减少隐藏神经元",
            ),
            reasons=(
                "停滞的起点还会停滞：一个样本推过去，另一个又推回来。",
                "一个隐藏神经元只是一条直线，异或需要的不止一条。",
            ),
            hint="停滞的起点和学会的起点，差别在哪里？",
            after="从差商的极限，到会学习的网络：这就是整条路。",
        )
