"""What stands around the steps of a lesson. Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.keys import KeyText
from tui_backprop.words.lessons.panel import PanelWords


class ChinesePanel(PanelWords):
    """What stands around the steps of a lesson."""

    groups: Mapping[str, str] = {"lesson": "课程"}
    keys: Mapping[str, KeyText] = {
        "lesson.skip": KeyText("跳过这一步", "跳过"),
        "lesson.back": KeyText("回到上一步", "上一步"),
        "lesson.enter": KeyText("回答问题，或者回到问题", "回答"),
        "lesson.escape": KeyText("从问题回到界面", "回到界面"),
        "lesson.leave": KeyText("最后一步之后：离开课程，回到你自己的训练", "离开课程"),
    }

    lessons = "课程"
    preparing = "正在准备这一步……"
    about_command = "沿着文章学习：打开课程"
    which_lesson = "课程的编号；不写就列出全部课程"
    how_to_choose = "用 ↑ ↓ 选择，回车确定。"
    how_to_choose_a_lesson = "回车：开始或继续 · esc：关闭"
    how_to_type = "输入一个数或算式，再按回车。"
    how_to_point = "用 ↑ ↓ ← → 移动光标，或用鼠标点，再按回车。"
    choose_first = "还没有选：先用 ↓ 或数字键选一项。"
    type_first = "请先输入一个数。"
    point_first = "光标还没有停在数上：按 ↓。"
    came_back = "界面刚才已经走到别处，现在回到了这一步。"
    wrong_sign = "大小对了，符号不对。"
    wrong_power = "数字对了，小数点的位置不对。"
    too_rough = "很接近了：请算到三位有效数字。"
    too_small = "正确的数比它大。"
    too_large = "正确的数比它小。"
    leave = "离开课程"
    forget = "清除所有课程的进度"
    forget_surely = "真的要全部清除吗？再按一次回车"
    forgotten = "课程进度已清除。"

    def heading(self, *, number: str, title: str) -> str:
        return f"第 {number} 课 {title}"

    def step(self, *, number: str, of: str) -> str:
        return f"第 {number} 步，共 {of} 步"

    def keys_line(self, *, next: str, back: str, lessons: str) -> str:
        return f"{next} 跳过 · {back} 上一步 · {lessons} 课程"

    def keys_at_the_end(self, *, back: str, lessons: str) -> str:
        return f"{back} 上一步 · {lessons} 课程"

    def both(self, first: str, second: str) -> str:
        return first + second

    def not_a_number(self, *, text: str, reason: str) -> str:
        return f"无法把“{text}”识别为数或算式：{reason}。"

    def how_to_come_back(self, *, key: str) -> str:
        return f"按{key}回答。"

    def pointed_at(self, *, symbol: str) -> str:
        return f"你指的是 {symbol}。"

    def elsewhere(self, *, key: str, screen: str) -> str:
        return f"这一步在“{screen}”界面上：按 {key} 回去。"

    def leave_the_cell(self, *, key: str) -> str:
        return f"光标停在一个数上，方向键移动的是光标：先按 {key}。"

    def finished(self, *, title: str) -> str:
        return f"“{title}”这一课学完了。"

    def passed(self, *, title: str, done: str, of: str) -> str:
        return f"“{title}”这一课到此为止，完成了 {done}/{of} 步。"

    def go_on(self, *, next: str, title: str, leave: str) -> str:
        return f"按 {next} 继续学“{title}”；按 {leave} 回到你自己的界面，它和离开时一样。"

    def all_finished(self, *, lessons: str, leave: str) -> str:
        return f"这是最后一课。按 {lessons} 查看所有课程；按 {leave} 回到你自己的界面，它和离开时一样。"

    def progress(self, *, done: str, of: str) -> str:
        return f"{done}/{of}"

    def offer(self, *, key: str, decline: str) -> str:
        return f"第一次使用？按 {key}，由课程带你读完这篇文章；按 {decline} 以后再说。"
