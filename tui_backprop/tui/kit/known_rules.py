"""Textual's style sheet, looking for a widget's rules once."""

from __future__ import annotations

from typing import Any, cast

from textual.app import App
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

STATES = frozenset(
    ("hover", "focus", "blur", "can-focus", "disabled", "enabled", "dark", "light", "inline", "ansi", "nocolor")
)
"""What a selector may ask of a widget, beside its type, its id and its classes, for which `_look_of` has an answer.

It has none for which child of its parent a widget is, and for whether the focus is within it.
"""

MOST_KNOWN = 1_000
"""So many looks of widgets in their places; a screen and its dialogs have a few hundred."""


class KnownRules(Stylesheet):
    """Gives a widget the rules that Textual finds, and knows them when one like it, in a place like its, asks again.

    Textual tries all selectors that may fit a widget, one after the other, when it is mounted and whenever a state or a
    class of it or of what it is in may have changed: when the focus moves, a dialog opens, or the size changes.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._known: dict[object, tuple[RulesMap, bool]] = {}
        self._known_of: object = None
        self._asked: tuple[object, bool] | None = None

    def apply(self, node: DOMNode, *, animate: bool = False, cache: Any = None) -> None:
        """Give a widget its rules."""
        if self.rules is not self._known_of or len(self._known) > MOST_KNOWN:  # another sheet, another theme, or enough
            self._known_of, self._known = self.rules, {}
        key = tuple([_look_of(step) for step in node.css_path_nodes])
        widget: Any = node
        self._asked = None
        if key in self._known:
            found, widget._has_hover_style = self._known[key]
            widget._has_focus_within = widget._has_order_style = widget._has_odd_or_even = False
            self.replace_rules(node, found, animate)
            self._process_component_classes(node)
            return
        rules, names = self.rules_map, cast("set[str]", widget._selector_names)
        states = {state for name in rules.keys() & names for rule in rules[name] for state in rule.pseudo_classes}
        if states <= STATES:
            self._asked = key, "hover" in states
        super().apply(node, animate=animate, cache=cache)
        self._asked = None

    def replace_rules(self, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:  # pyright: ignore
        """Give a widget these rules, and know them where `apply` asks for them."""
        if self._asked is not None:
            key, has_hover = self._asked
            self._asked, self._known[key] = None, (rules, has_hover)
        super().replace_rules(node, rules, animate)


def _look_of(step: Any) -> tuple[object, ...]:
    """What a selector may ask of one step of the way from the app to a widget."""
    kind, name, classes = type(step), step._id, frozenset(step._classes)
    if isinstance(step, Widget):
        return kind, name, classes, step.mouse_hover, step.has_focus, step.disabled, step.can_focus
    if isinstance(step, App):
        return kind, name, classes, step.app_focus, step.theme, step.is_inline, step.native_ansi_color, step.no_color
    return kind, name, classes
