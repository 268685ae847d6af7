"""What is said about the app in browsers. English."""

from __future__ import annotations

from tui_backprop.words.serve import ServeWords


class EnglishServe(ServeWords):
    """What is said about the app in browsers."""

    description = "Show the app in browsers: each visitor has a process and a run of their own."
    host = "the address to listen at (default 127.0.0.1: this computer only)"
    port = "the port to listen at (default 8000)"
    most = "how many visitors at once (default 40)"
    not_installed = "serve needs textual-serve; install it with: pip install 'tui-backprop[serve]'"
    full = "As many visitors as fit are here already. Please try again later."
    elsewhere = "This page may be used from its own address only."

    def serving(self, *, address: str, most: int) -> str:
        return f"at {address} for up to {most} visitors at once; Ctrl+C ends it"

    def open_to_others(self, *, host: str) -> str:
        return (
            f"whoever reaches this computer at {host} can use the app, without a password and unencrypted; "
            "serve it so in a network that you trust only"
        )

    def no_address(self, *, host: str, port: int, why: str) -> str:
        return f"nothing can be served at {host}:{port}: {why}"
