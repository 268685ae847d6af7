"""What is said on the screen of many starts. Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.keys import KeyText
from tui_backprop.words.starts_screen import StartsScreenWords

_EXAMPLES = {
    "--task": "xor 或 xor,and",
    "--hidden": "4 或 2,3,4",
    "--learning-rate": "0.02 或 0.1,0.5",
    "--weights": "0,1 或 '0,1;-1,1'",
    "--until-error": "0.01",
}


class ChineseStartsScreen(StartsScreenWords):
    """What is said on the screen of many starts."""

    groups: Mapping[str, str] = {"run": "运行", "plan": "方案", "look": "查看"}

    keys: Mapping[str, KeyText] = {
        "run": KeyText("开始、暂停或继续", "运行"),
        "stop": KeyText("离开放大或对话框；结束正在进行的尝试"),
        "restart": KeyText("把同一方案重新开始"),
        "starts.open": KeyText("在网络界面中打开光标处的一次训练、一组或一种设置", "打开"),
        "starts.preset": KeyText("选择预设的方案", "方案"),
        "edit": KeyText("输入方案：即命令 tui-backprop starts 的选项", "输入"),
        "rate": KeyText("设定方案的学习率 α；写几个就逐一尝试"),
        "starts.setting.forward": KeyText("方案的下一种设置", "设置"),
        "starts.setting.back": KeyText("上一种设置"),
        "starts.sort": KeyText("按种子、迭代或误差排序"),
        "starts.reverse": KeyText("反过来排序"),
        "log": KeyText("迭代用对数坐标或线性坐标"),
        "copy": KeyText("复制做同样尝试的命令行"),
        "export": KeyText("导出界面的图片；y 复制的命令可以把各行写成 CSV"),
        "pane.next": KeyText("下一个窗格", "窗格"),
        "pane.previous": KeyText("上一个窗格"),
        "zoom": KeyText("放大窗格，或还原"),
    }

    panes: Mapping[str, str] = {
        "settings": "设置",
        "solved": "学会的比例",
        "errors": "ΣE",
        "groups": "训练结果",
        "seeds": "种子",
    }

    about: Mapping[str, str] = {
        "settings": (
            "方案的每种组合：在已结束的训练中，有多少次降到了目标以下。格子越暗，成功的越少。方向键选择其他窗格显示哪一种设置。"
        ),
        "solved": (
            "到某次迭代为止学会的训练所占的比例：许多训练到达目标的地方，曲线就上升。曲线止于最终能到达的比例。"
            "这个比例有多可靠，写在顶上那一行：100 次训练误差大约在百分之十以内。"
        ),
        "errors": (
            "ΣE 随迭代的变化：线是各次训练的中位数，带子包含居中的 80%。已结束的训练以它最后的 ΣE 继续计入。"
            "带子变平，说明许多训练停在平台上。"
        ),
        "groups": (
            "结束时同样的样本落在 ½ 错误一侧的训练归为一组，附上其中一次的决策图：橙色处判为 1，蓝色处判为 0。"
            "按回车打开那一次。样本全对还不等于学会：输出都已判断正确，但 ΣE 可能还没有降到目标以下。"
        ),
        "seeds": (
            "这种设置的每一次训练：种子、ΣE 首次降到目标以下的迭代、最后的 ΣE，以及答错的样本。"
            "按回车在网络界面中打开它，正好停在结束的那一步；esc 回来。"
        ),
    }

    preset_names: Mapping[str, str] = {
        "article": "文章的网络",
        "units": "神经元数",
        "rates": "学习率",
        "units-rates": "神经元数与学习率",
        "weights": "初始范围",
        "many": "一万次",
    }
    presets: Mapping[str, str] = {
        "article": "文章自己的网络有多少次能学会异或？",
        "units": "学会异或需要多少个隐藏神经元？",
        "rates": "α 可以多大？",
        "units-rates": "神经元越多，α 就可以越大吗？",
        "weights": "初始参数的范围对 2 个神经元有什么影响？",
        "many": "一万次训练：失败有多罕见？",
    }

    presets_title = "方案"
    plan_title = "方案"
    plan_hint = (
        "选项与命令 tui-backprop starts 相同；写成列表就逐一尝试：\n"
        "--hidden 2,3,4 --learning-rate 0.1,0.5 --weights '0,1;-1,1'\n"
        "--starts 100 --iterations 20000 --until-error 0.01\n"
        "--first-seed 0 --task xor"
    )
    rates_title = "学习率 α"
    rates_hint = "一个大于 0 的数；写几个就用逗号隔开，逐一尝试，例如 0.02,0.1,0.5。"
    waiting = "按空格开始"
    preparing = "正在编译"
    paused = "已暂停"
    done = "完成"
    stopped = "已结束"
    seed = "种子"
    iteration = "迭代"
    wrong = "答错"
    never = "未达到"
    all_right = "无"
    compiling = "正在编译：每种网络大小只需一次，几秒即可。"
    none_ended = "还没有训练结束。"
    solved_axis = "迭代"
    median = "中位数"
    band = "10–90%"

    def plan(self, *, settings: int, starts: int, target: str, iterations: str) -> str:
        what = "这个网络" if settings == 1 else f"{settings} 种设置，每种都"
        return (
            f"{what}从 {starts:,} 组随机参数开始训练，到 ΣE < {target} 或迭代 {iterations} 次为止。\n"
            "按空格开始，t 另选方案，e 修改这个方案。"
        )

    def running(self, *, speed: str, left: str) -> str:
        return f"每秒 {speed} 次" + (f" · 还需 {left}" if left else "")

    def failed(self, *, problem: str) -> str:
        return f"中断了：{problem}"

    def counted(self, *, done: str, total: str) -> str:
        return f"已完成 {done}/{total}"

    def reached(self, *, reached: str, done: str, share: str, low: str, high: str, target: str) -> str:
        return f"学会 {reached}/{done}（ΣE < {target}）：{share}（95% 区间 {low} 到 {high}）"

    def median_iteration(self, *, median: str) -> str:
        return f"迭代次数的中位数 {median}"

    def weights_range(self, *, low: str, high: str) -> str:
        return f"θ 从 {low} 到 {high}"

    def units(self, *, hidden: int) -> str:
        return f"{hidden} 神经元"

    def weights(self, *, low: str, high: str) -> str:
        return f"θ {low}…{high}"

    def group(self, *, wrong: tuple[int, ...], starts: str, share: str) -> str:
        if not wrong:
            return f"{starts} 次（{share}）：全对"
        return f"{starts} 次（{share}）：样本 {'、'.join(map(str, wrong))} 答错"

    def right_but_not_under(self, *, starts: str, target: str) -> str:
        return f"其中 {starts} 次 ΣE 还没有降到 {target} 以下"

    def opened(self, *, seed: int, wrong: tuple[int, ...], error: str, target: str, reached: bool) -> str:
        samples = f"样本 {'、'.join(map(str, wrong))} 答错" if wrong else "样本全对"
        end = f"ΣE 为 {error}，{'已' if reached else '没有'}降到 {target} 以下"
        return f"种子 {seed} 结束时：{samples}，{end}。按 esc 回到多次尝试，退出程序之前按 u 回到自己的训练。"

    not_in_a_lesson = "课程中不打开：打开的训练会取代你自己的训练。"

    def unbalanced_quotes(self) -> str:
        return "引号没有成对：请写成 '0,1;-1,1'，两边各一个。"

    def unknown_option(self, *, option: str, options: tuple[str, ...]) -> str:
        return f"没有选项 {option}；选项有 {', '.join(options)}。"

    def value_missing(self, *, option: str) -> str:
        return f"{option} 需要一个值，例如 {_EXAMPLES.get(option, '100')}。"

    def no_value(self, *, option: str, text: str) -> str:
        return f"{text!r} 不是 {option} 的值；请写 {_EXAMPLES.get(option, '100 这样的整数')}。"
