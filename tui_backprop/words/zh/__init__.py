"""Chinese. One word for one thing throughout:

==========================  =====================================================================
term                        Chinese
==========================  =====================================================================
cycle (of one sample)       一步、第 N 步; never 周期, which many readers take for an epoch
iteration (of all samples)  迭代, as in the article
phase                       阶段
run                         训练
start (of a run, descent)   起点
seed                        种子
sample answered right       答对、全对; on a side of ½: 判断正确
unit                        神经元
bias, weight                偏置、权重; the node that the bias is the weight of: 哑节点、常数 1
sum (entering a unit)       线性组合
error, loss curve           误差、误差曲线
Jacobian                    雅可比矩阵; the article writes 雅克比
belongs to (a row, column)  对应
partial product             部分乘积
zero by structure           由结构决定为零
curvature, bend             曲率
has no derivative           不可导
remainder                   余项
to check (numerically)      检验
misprint                    印刷错误; verbs: 印成、漏了
XOR                         异或 in sentences, XOR as the name of the task
your own (functions)        自定义
keep (a run), export        保留、导出
screen, pane                界面、窗格
==========================  =====================================================================

Numbers are digits, except in the lessons, where none is typed; Latin, digits and symbols stand in spaces beside Chinese,
quotes are “ ”, and a sentence ends with 。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_backprop.words import Words
from tui_backprop.words.later import Later

if TYPE_CHECKING:
    from tui_backprop.words.zh.app import ChineseApp
    from tui_backprop.words.zh.chain import ChineseChain
    from tui_backprop.words.zh.command import ChineseCommand
    from tui_backprop.words.zh.data import ChineseData
    from tui_backprop.words.zh.descent import ChineseDescent
    from tui_backprop.words.zh.explain import ChineseExplain
    from tui_backprop.words.zh.export import ChineseExport
    from tui_backprop.words.zh.expression import ChineseExpression
    from tui_backprop.words.zh.lessons import ChineseLessons
    from tui_backprop.words.zh.network import ChineseNetwork
    from tui_backprop.words.zh.network_screen import ChineseNetworkScreen
    from tui_backprop.words.zh.practice import ChinesePractice
    from tui_backprop.words.zh.runs import ChineseRuns
    from tui_backprop.words.zh.saving import ChineseSaving
    from tui_backprop.words.zh.serve import ChineseServe
    from tui_backprop.words.zh.settings import ChineseSettings
    from tui_backprop.words.zh.starts import ChineseStarts
    from tui_backprop.words.zh.starts_screen import ChineseStartsScreen


class Chinese(Later):
    """All sentences in Chinese."""

    if TYPE_CHECKING:
        app = ChineseApp()
        chain = ChineseChain()
        command = ChineseCommand()
        data = ChineseData()
        descent = ChineseDescent()
        lessons = ChineseLessons()
        export = ChineseExport()
        explain = ChineseExplain()
        expression = ChineseExpression()
        network = ChineseNetwork()
        network_screen = ChineseNetworkScreen()
        practice = ChinesePractice()
        runs = ChineseRuns()
        saving = ChineseSaving()
        serve = ChineseServe()
        settings = ChineseSettings()
        starts = ChineseStarts()
        starts_screen = ChineseStartsScreen()


WORDS: Words = Chinese()
