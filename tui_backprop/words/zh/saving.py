"""What is said about runs that are kept, handed on and come back to. Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.saving import SavingWords


class ChineseSaving(SavingWords):
    """What is said about runs that are kept, handed on and come back to."""

    group = "程序"
    resume = "从上次离开的地方继续训练，或继续这个名字的训练"
    save = "把训练也存进这个新文件，以便交给别人"
    open = "从文件继续一次训练，不改动文件。"
    file = "由 ctrl+s 或 --save 写成的文件"

    def come_back(self, *, command: str) -> str:
        return f"回到这里：{command}"

    def reproduce(self, *, command: str) -> str:
        return f"从头重现同一次训练：{command}"

    def own_run(self, *, option: str, file: str) -> str:
        return f"{option} 不能与 {file} 同用，后者自带一次训练；请去掉其中一个"

    def there_already(self, *, path: str) -> str:
        return f"{path} 已经存在；tui-backprop open {path} 可以接着训练，换一个名字则两者都保留"

    def no_run(self) -> str:
        return "它不是 tui-backprop 存下的训练"

    def newer(self, *, version: int, known: int) -> str:
        return f"它由更新的 tui-backprop 写成（格式 {version}；本程序能读到 {known}）；请更新本程序"

    def damaged(self) -> str:
        return "它已损坏：内容有缺失或被改动"

    def inconsistent(self) -> str:
        return "它的内容自相矛盾，不会是 tui-backprop 写成的"

    def not_its_recipe(self) -> str:
        return "它的数与它自己的训练设置算出的不同，不可信"

    def too_large(self, *, most: int) -> str:
        return f"它超过 {most} MiB，任何一次训练都没有这么大"

    def no_such_run(self, *, name: str, names: Sequence[str]) -> str:
        kept = f"；存有 {'、'.join(names)}" if names else ""
        return f"没有名为 {name} 的训练{kept}"

    def in_use(self, *, name: str) -> str:
        return f"另一个 tui-backprop 正打开着训练 {name}；请先在那里离开它"

    def nothing_to_resume(self) -> str:
        return "没有可以继续的训练；运行 tui-backprop 可以开始一次"

    def not_read(self, *, path: str, why: str) -> str:
        return f"无法读取 {path}：{why}"

    def refused(self, *, path: str, why: str) -> str:
        return f"无法打开 {path}：{why}"

    def not_kept(self, *, path: str, why: str) -> str:
        return f"训练无法存进 {path}：{why}"

    save_title = "保存训练"
    save_hint = "文件名；在任何地方都可以用 tui-backprop open FILE 接着训练"

    def saved(self, *, path: str) -> str:
        return f"训练已存进 {path}；用 tui-backprop open {path} 接着训练。"

    def foreign(self, *, path: str) -> str:
        return f"{path} 已经存在，但不是一次训练，不会被覆盖：请换一个名字"

    def no_name(self) -> str:
        return "请输入文件名，例如 xor.run"

    def too_many_marks(self, *, most: int) -> str:
        return f"已有 {most} 个标记；请先删去一个"

    def too_many_kept(self, *, most: int) -> str:
        return f"已存有 {most} 次训练；请先在表中删去一次"
