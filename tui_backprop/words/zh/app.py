"""What every screen says: tabs, dialogs, notices, the palette. Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_backprop.words.app import AppWords
from tui_backprop.words.keys import KeyText


class ChineseApp(AppWords):
    """What every screen says: tabs, dialogs, notices, the palette."""

    screens: Mapping[str, str] = {"chain": "链式法则", "descent": "梯度下降", "network": "网络", "starts": "多次尝试"}
    take_or_cancel = "回车：确定 · esc：取消"
    keys_title = "按键"
    help_hint = "/：搜索按键 · tab：正文或按键 · 回车：执行所选按键 · esc：关闭"
    palette_title = "命令面板"
    palette_hint = "搜索界面、预设和按键"
    search_hint = "搜索按键"
    theme_title = "主题：配色"
    running_sum = "逐项累加"
    no_value = "没有值"
    language_title = "语言："

    key_names: Mapping[str, str] = {"space": "空格", "enter": "回车"}

    groups: Mapping[str, str] = {"screens": "界面"}

    keys: Mapping[str, KeyText] = {
        "screen.chain": KeyText("到链式法则"),
        "screen.descent": KeyText("到梯度下降"),
        "screen.network": KeyText("到网络"),
        "screen.starts": KeyText("到多次尝试"),
        "lessons": KeyText("沿着文章的课程：列表，以及学到了哪里", "课程"),
        "palette": KeyText("命令面板：按名字找界面、预设、按键和主题"),
        "help": KeyText("解释当前窗格", "帮助"),
        "quit": KeyText("退出程序；tui-backprop --resume 回到这次训练", "退出"),
    }

    def how_to_leave(self, *, key: str) -> str:
        return f"按 {key} 退出；ctrl+q 在任何地方都能退出。"

    def labelled(self, *, label: str, text: str) -> str:
        return f"{label}：{text}"

    def columns(self, *, first: int, last: int, all: int) -> str:
        return f"{first}–{last} / {all}"

    def columns_by_line(self, *, lines: Sequence[tuple[int, int]]) -> str:
        parts = [f"{first}–{last}" if last > first else f"{first}" for first, last in lines]
        return f"列 {'、'.join(parts) if len(parts) < 4 else f'{parts[0]}、{parts[1]}……{parts[-1]}'}"

    def help_title(self, *, pane: str) -> str:
        return f"帮助：{pane}"

    def key_note(self, *, key: str) -> str:
        return f"按键 {key}"

    def preset_entry(self, *, screen: str, name: str) -> str:
        return f"{screen}的预设：{name}"

    def too_small(self, *, width: int, height: int) -> str:
        return f"这个终端是 {width}×{height}；请放大到 80×24 或更大。训练照常进行。"

    def learning_rate_out_of_range(self, *, rate: float) -> str:
        return f"学习率为 {rate}；应是大于 0 的有限的数，例如 0.02"

    def convention(self, *, transposed: bool) -> Sequence[str]:
        if not transposed:
            return (
                "J：每个输出一行，如网络一节 (3.16) · j 显示 Jᵀ，如链式法则 (2.1)",
                "J：每个输出一行 (3.16) · j：Jᵀ",
                "J (3.16) · j：Jᵀ",
                "j：J → Jᵀ",
            )
        return (
            "Jᵀ：每个输入一行，如链式法则 (2.1) · j 显示 J，如网络一节 (3.16)",
            "Jᵀ：每个输入一行 (2.1) · j：J",
            "Jᵀ (2.1) · j：J",
            "j：Jᵀ → J",
        )
