"""What is said about what is taken along: the clipboard, files, pictures. Chinese."""

from __future__ import annotations

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
