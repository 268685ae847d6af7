"""Textual's style sheet, looking for a widget's rules once."""

from __future__ import annotations

from typing import Any, cast

from textual.app import App
from textual.css.styles import RulesMap, Styles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

STATES = frozenset(
    ("hover", "focus", "blur", "can-focus", "disabled", "enabled", "dark", "light", "inline", "ansi", "nocolor")
)
"""What a selector may ask of a widget, beside its type, its id and its classes, for which `_look_of` has an answer.

It has none for which child of its parent a widget is, and for whether the focus is within it.
"""

_HEARD = frozenset(("layout", "display", "overflow_x", "overflow_y", "pointer"))
"""The rules that do something when a widget is given them, before it is mounted too: a layout is made for it alone."""

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

    def apply(self, node: DOMNode, *, animate: bool = False, cache: dict[Any, Any] | None = None) -> None:
        """Give a widget its rules; the `cache` is that of widgets that get theirs one after the other, in unchanged states."""
        if self.rules is not self._known_of or len(self._known) > MOST_KNOWN:  # another sheet, another theme, or enough
            self._known_of, self._known = self.rules, {}
        key = _look_of(node, {} if cache is None else cache)
        widget: Any = node
        self._asked = None
        if key in self._known:
            found, widget._has_hover_style = self._known[key]
            widget._has_focus_within = widget._has_order_style = widget._has_odd_or_even = False
            self._wear(node, found, animate)
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
            self._asked, self._known[key] = None, (_as_worn(rules), has_hover)
        super().replace_rules(node, rules, animate)

    def _wear(self, node: DOMNode, rules: RulesMap, animate: bool) -> None:
        """Give a widget rules that are known; where it has them already, or is new, Textual need not look at each of them."""
        base: Any = node.styles.base
        if animate:
            self.replace_rules(node, rules, animate)
        elif base._rules == rules:  # as for most widgets of a screen that has changed
            node.notify_style_update()
        elif base._rules or cast("Any", node)._is_mounted:
            self.replace_rules(node, rules)
        else:  # a new widget, which nobody has laid out or painted yet
            base._rules.update(rules)
            base._updates += 1
            for name in _HEARD & rules.keys():
                del base._rules[name]
                setattr(base, name, rules.get(name))
            node.notify_style_update()


def _as_worn(rules: RulesMap) -> RulesMap:
    """The rules in the form in which a widget keeps them, to be compared with its own.

    Setting a rule may change it: a border of the type "none" is kept as no border.
    """
    styles = Styles()
    for name, rule in rules.items():
        setattr(styles, name, rule)
    return styles.get_rules()


def _look_of(node: Any, known: dict[Any, Any]) -> tuple[object, ...]:
    """What a selector may ask of a widget, and of what it is in up to the app; what is `known` of any is not asked again."""
    if (look := known.get(node)) is None:
        kind, name, classes, parent = type(node), node._id, frozenset(node._classes), node._parent
        above = _look_of(parent, known) if isinstance(parent, DOMNode) else None
        if isinstance(node, Widget):
            look = above, kind, name, classes, node.mouse_hover, node.has_focus, node.disabled, node.can_focus
        elif isinstance(node, App):
            look = (
                kind,
                name,
                classes,
                node.app_focus,
                node.theme,
                node.is_inline,
                node.native_ansi_color,
                node.no_color,
            )
        else:
            look = above, kind, name, classes
        known[node] = look
    return look
