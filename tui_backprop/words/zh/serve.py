"""What is said about the app in browsers. Chinese."""

from __future__ import annotations

from tui_backprop.words.serve import ServeWords


class ChineseServe(ServeWords):
    """What is said about the app in browsers."""

    description = "在浏览器里显示本程序：每位访问者有自己的进程，各自训练。"
    host = "监听的地址（默认 127.0.0.1：只限这台计算机）"
    port = "监听的端口（默认 8000）"
    most = "最多同时有多少位访问者（默认 40）"
    not_installed = "serve 需要 textual-serve；请这样安装：pip install 'tui-backprop[serve]'"
    full = "访问者已满，请稍后再试。"
    elsewhere = "这个页面只能从它自己的地址使用。"

    def serving(self, *, address: str, most: int) -> str:
        return f"地址 {address}，最多同时接待 {most} 位访问者；按 Ctrl+C 结束"

    def open_to_others(self, *, host: str) -> str:
        return f"凡是能通过 {host} 连到这台计算机的人都能使用本程序，既无密码也不加密；请只在可信的网络中这样做"

    def no_address(self, *, host: str, port: int, why: str) -> str:
        return f"无法在 {host}:{port} 提供服务：{why}"
