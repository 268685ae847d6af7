"""What is said about the settings file. Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.settings import SettingsWords


class ChineseSettings(SettingsWords):
    """What is said about the settings file."""

    description = "打印设置文件的位置，以及当前生效的设置。"
    nothing_chosen = "未选择"

    def where(self, *, path: str, there: bool) -> str:
        return path if there else f"{path}（还没有这个文件；可以自己写，也可以在命令面板里选择）"

    def problem(self, *, path: str, line: int, why: str) -> str:
        return f"{path} 第 {line} 行：{why}"

    def unreadable(self, *, why: str) -> str:
        return f"无法读取设置：{why}"

    def too_large(self, *, most: int) -> str:
        return f"设置超过 {most:,} 字节，不予采用"

    def no_text(self) -> str:
        return "这里不是 UTF-8 文本；设置全都不予采用"

    def no_toml(self, *, why: str) -> str:
        return f"这不是 TOML（{why}）；设置全都不予采用"

    def no_entry(self, *, name: str, names: Sequence[str]) -> str:
        return f"没有设置 {name!r}；设置有 {', '.join(names)}"

    def wrong_value(self, *, name: str, value: str, choices: Sequence[str | int]) -> str:
        right = ", ".join(f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in choices)
        return f"{name} 不能是 {value}；应是{f'其中之一：{right}' if right else '一段文字'}"

    def no_action(self, *, name: str, names: Sequence[str]) -> str:
        return f"没有可以指定按键的操作 {name!r}；操作有 {', '.join(names)}"

    def keys_no_table(self, *, value: str) -> str:
        return f'keys 不能是 {value}；keys 自成一张表，其中的条目形如 run = "p"'

    def no_key(self, *, name: str, value: str) -> str:
        return f'{name} 不能用按键 {value}；请写一段文字，例如 "p" 或 "ctrl+b"'

    def not_remembered(self, *, name: str, path: str) -> str:
        return f"{name} 在退出之前有效；写进 {path} 会损坏其中的内容，所以没有写入"

    def not_written(self, *, path: str, why: str) -> str:
        return f"无法写入 {path}：{why}"
