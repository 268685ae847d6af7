"""Textual lets go of the widgets that are gone."""

from __future__ import annotations

from typing import Any

import textual.dom
from textual._styles_cache import StylesCache
from textual.dom import DOMNode

_dom: Any = textual.dom
_painted_lines: Any = StylesCache
_of_textual = _dom._watch


def let_widgets_go() -> None:
    """Have Textual keep no widget, nor its painted lines, after it has been taken away. Textual keeps two kinds.

    It remembers the two colours behind a widget by the painted lines too, of up to 1,024 widgets, when the colours alone
    decide: so dialogs, notices and lists stayed with all their lines, four in five lines of all after 3,000 random keys
    (Textualize/textual#6665). And what watches the theme, as a field of text does, is forgotten when the theme changes.
    """
    colours = vars(StylesCache)["get_inner_outer"]
    if not isinstance(colours, classmethod):
        _painted_lines.get_inner_outer = classmethod(colours)
    _dom._watch = _watch


def _watch(node: DOMNode, watched: Any, name: str, *callback: Any, **more: Any) -> None:
    watchers = getattr(watched, "__watchers", {}).get(name, [])
    watchers[:] = [watcher for watcher in watchers if not watcher[0]._closing]
    _of_textual(node, watched, name, *callback, **more)
