"""What is said about what is taken along: the clipboard, files, pictures. Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.export import ExportWords


class ChineseExport(ExportWords):
    """What is said about what is taken along: the clipboard, files, pictures."""

    copied = "已复制"
    sent_title = "已送往剪贴板"
    sent = (
        "下面的文字已送给终端 (OSC 52)。大多数终端会把它放进剪贴板；tmux、screen 和少数终端不会，而且都不作答。"
        "如果粘贴出来的是别的内容，请按住 shift 用鼠标选取这段文字（macOS 自带的终端用 fn 或 option）。"
    )
    close = "esc：关闭"

    def too_long(self, *, characters: str) -> str:
        return f"{characters} 个字符，终端的剪贴板放不下：请再按 x，选择文件。"

    title = "导出"
    hint = "回车：导出 · 方向键：选择 · tab：文件名 · esc：关闭"
    what = "导出什么"
    format = "格式"
    where = "去处"
    clipboard = "剪贴板"
    file = "文件"
    file_name = "文件名："
    formats: Mapping[str, str] = {
        "latex": "LaTeX",
        "markdown": "Markdown",
        "numpy": "NumPy",
        "torch": "PyTorch",
        "csv": "CSV",
        "json": "JSON",
        "text": "纯文本",
        "svg": "SVG",
    }
    curve = "误差曲线"
    points = "下降经过的点"
    screen = "这个界面的图片"

    def matrix(self, *, symbol: str) -> str:
        return f"光标处的 {symbol}"

    def matrix_first(self, *, key: str) -> str:
        return f"矩阵：先按 esc，再用 {key} 指向它"

    def cycle(self, *, cycle: str) -> str:
        return f"第 {cycle} 步的完整计算"

    no_file_name = "请输入文件名"

    def there_already(self, *, path: str) -> str:
        return f"{path} 已经存在：再按一次回车就覆盖它"

    def is_a_folder(self, *, path: str) -> str:
        return f"{path} 是文件夹；请输入其中一个文件的名字"

    def written(self, *, path: str) -> str:
        return f"已写入 {path}。"

    def not_written(self, *, path: str, why: str) -> str:
        return f"无法写入 {path}：{why}"
