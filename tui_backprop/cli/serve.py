"""`tui-backprop serve`: the app in browsers, a process for each visitor."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from importlib.util import find_spec

from tui_backprop.cli.arguments import Parser, UsageError, whole
from tui_backprop.cli.console import say
from tui_backprop.words import words

MOST = 40


def run(arguments: list[str]) -> int:
    """Serve until Ctrl+C. Raises UsageError for a wrong argument, or where nothing can be served."""
    said = words().serve
    parser = Parser("tui-backprop serve", said.description)
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help=said.host)
    parser.add_argument("--port", type=whole(1, 65_535), default=8_000, metavar="PORT", help=said.port)
    parser.add_argument("--most", type=whole(1, 1_000), default=MOST, metavar="VISITORS", help=said.most)
    values = parser.read(arguments)
    if find_spec("textual_serve") is None:
        raise UsageError(said.not_installed)
    _check_address(values.host, values.port)
    if not is_loopback(values.host):
        say(said.open_to_others(host=values.host))
    from tui_backprop.cli.classroom import Classroom

    Classroom(values.host, values.port, values.most, is_loopback(values.host)).serve()
    return 0


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches the address."""
    with suppress(ValueError):
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    return host == "localhost"


def _check_address(host: str, port: int) -> None:
    """Raise UsageError where the address cannot be listened at; the server itself would end in a traceback."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(family[0], family[1]) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(family[4])
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(words().serve.no_address(host=host, port=port, why=why)) from None
