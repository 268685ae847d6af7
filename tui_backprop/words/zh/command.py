"""What the command line says. Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.command import CommandWords


class ChineseCommand(CommandWords):
    """What the command line says."""

    wide_terminal = "这个终端把 θ 和 ² 画成两格宽，各列会对不齐。改用 ASCII 来写吗？[Y/n] "

    usage = "用法："
    group_arguments = "参数"
    group_options = "选项"
    help_help = "显示这份帮助"
    help_version = "显示版本号"

    def no_key(self, *, wish: str, ids: Sequence[str]) -> str:
        return f"{wish!r} 没有指定按键；请写成 ID=KEY，其中 ID 是 {', '.join(ids)} 之一"

    def system_problem(self, *, name: str, text: str) -> str:
        said = {
            "ENOENT": "没有这个文件或文件夹",
            "EACCES": "没有权限",
            "EPERM": "系统不允许",
            "EEXIST": "已经存在",
            "EISDIR": "这是一个文件夹",
            "ENODEV": "这不是普通文件",
            "ENOTDIR": "路径中有一段不是文件夹",
            "ENOSPC": "磁盘已满",
            "EDQUOT": "磁盘配额已满",
            "EROFS": "磁盘只读",
            "EIO": "磁盘读写出错",
            "ENAMETOOLONG": "名字太长",
            "ELOOP": "链接成环",
            "EADDRINUSE": "地址已被占用",
        }
        return said.get(name, f"系统报告：{text}")

    def missing(self, *, names: str, command: str) -> str:
        return f"缺少 {names}；参见 {command} --help"

    def excluded(self, *, option: str, other: str) -> str:
        return f"{option} 不能与 {other} 同用；请只写其中一个"

    about_app = "误差逆传播的显微镜：一个小网络的每个雅可比矩阵、每一步。"
    app_epilog = """\
不用界面的命令（各有自己的 --help）：
  tui-backprop train      训练，并报告误差和参数
  tui-backprop starts     从许多组随机参数开始训练，统计有多少次学得会
  tui-backprop descent    在曲面上一步步下降
  tui-backprop chain      把两个向量函数的雅可比矩阵相乘
  tui-backprop explain    完整地算出一步：文本、LaTeX、NumPy 或 PyTorch 脚本、JSON
  tui-backprop practice   打印一份习题，可附答案
  tui-backprop serve      在浏览器里显示本程序，供课堂使用
  tui-backprop settings   打印设置文件的位置，以及当前生效的设置

tui-backprop --resume 从上次离开的地方继续；训练会自动保留。
tui-backprop open FILE 继续一次存下的训练。
tui-backprop learn [N] 打开沿着文章的课程；在程序里按 L 也行。

在程序里：空格运行和暂停，→ 和 ← 前进后退，? 解释当前窗格，q 退出。
"""
    about_train = "训练，并报告误差和参数。"
    train_epilog = """\
报告写到标准输出，其余的话写到标准错误。
退出码：0 完成或 ΣE 达到目标，1 训练超出了有限数的范围，2 参数有误，130 由 Ctrl-C 中断。
"""
    group_run = "训练"
    group_start = "开始"
    group_report = "报告"
    help_task = "xor、xnor、and、or、nand、nor、parity3 或 parity4（默认 xor）"
    help_hidden = "隐藏神经元数，1 到 16（默认 4）"
    help_seed = "参数取自 np.random.RandomState(S)（默认 0）"
    help_learning_rate = "大于 0 的数（默认 0.02）"
    help_weights = "初始参数的范围（默认 0,1）"
    help_edit = "在这一步之后修改 learning_rate、task 或 theta1[2,0] 这样的元素（下标从 0 起）；可重复"
    help_until_error = "ΣE（各样本的 E 之和）首次小于这个数时，在那次迭代的末尾停止"
    help_go_to = "从这一步的末尾开始"
    help_screen = "chain、descent、network 或 starts（默认 network）"
    help_key = "为操作指定另一个键，例如 run=p"
    help_plain = "用 ASCII 书写符号，适用于把 θ 画成两格宽的终端"
    help_theme = "配色的名字；名字写错时会列出全部可用的配色"
    help_iterations = "训练这么多次迭代（默认 100000）"
    help_report_every = "每隔多少次迭代报告一次（默认 10000）"
    help_train_json = "每行一个对象，最后一行含 theta1 和 theta2"
    help_csv = "把报告也写进这个文件：迭代、ΣE 和每个样本的 E，写出全部数字"
    iteration = "迭代"
    output_no_terminal = "输出不是终端；tui-backprop train 不用界面也能训练"
    input_no_terminal = "输入不是终端；tui-backprop train 不用界面也能训练"

    about_practice = "一份关于网络导数的习题；种子相同，习题就相同。"
    practice_epilog = "给全班同一个种子，大家就得到同一份习题；--answers 还打印附有算法的答案。\n"
    help_practice_seed = "习题的编号（默认 0）"
    help_questions = "多少道题（默认 10）"
    help_answers = "在题目之后打印答案及其算法"
    sheet = "误差逆传播习题"
    answers = "答案"

    def help_topic(self, *, topics: str) -> str:
        return f"{topics}（默认依次全部）；可重复"

    def help_format(self, *, formats: str) -> str:
        return f"{formats}（默认 text）"

    def no_format(self, *, text: str, formats: str) -> str:
        return f"没有格式 {text!r}；格式有 {formats}"

    def help_language(self, *, codes: Sequence[str]) -> str:
        return f"{' 或 '.join(codes)}；默认为系统的语言"

    def progress(self, *, done: str, goal: str) -> str:
        return f"迭代 {done} / {goal}"

    def see_help(self, *, problem: str, command: str) -> str:
        return f"{problem}；参见 {command} --help"

    def no_value(self, *, option: str, command: str) -> str:
        return f"{option} 需要一个值；参见 {command} --help"

    def no_value_taken(self, *, option: str) -> str:
        return f"{option} 不带值；请只写 {option}"

    def command_first(self, *, command: str) -> str:
        return f"命令要写在最前面：{command}"

    def no_option(self, *, option: str, command: str) -> str:
        return f"没有选项 {option}；参见 {command} --help"

    def wrong_value(self, *, option: str, reason: str) -> str:
        return f"{option}：{reason}"

    def no_command(self, *, name: str, commands: str) -> str:
        return f"没有命令 {name!r}；命令有 {commands}"

    def stray(self, *, text: str, command: str) -> str:
        return f"{text!r} 不属于任何选项；参见 {command} --help"

    def no_whole_number(self, *, text: str, least: str, most: str) -> str:
        if not least:
            return f"{text!r} 不是整数；请写 7 这样的整数"
        return f"{text!r} 不是 {least} 到 {most} 之间的整数"

    def no_number(self, *, text: str) -> str:
        return f"{text!r} 不是一个数；请写 0.5 这样的数"

    def no_positive_number(self, *, text: str) -> str:
        return f"{text!r} 不是大于 0 的有限的数；请写 0.01 这样的数"

    def no_point(self, *, text: str, least: int, most: int, example: str) -> str:
        count = f"{least}" if least == most else f"{least} 到 {most}"
        return f"{text!r} 不是用逗号隔开的 {count} 个数；请写成 {example} 这样"

    def no_language(self, *, text: str, languages: str) -> str:
        return f"没有语言 {text!r}；语言有 {languages}"

    def no_screen(self, *, text: str, screens: str) -> str:
        return f"没有界面 {text!r}；界面有 {screens}"

    def no_file(self, *, name: str, problem: str) -> str:
        return f"无法打开文件 {name}：{problem}"

    def not_written(self, *, problem: str) -> str:
        return f"无法写出结果：{problem}"

    def no_theme(self, *, name: str, names: Sequence[str]) -> str:
        return f"没有名为 {name!r} 的配色；可用的有：{'、'.join(names)}"
