"""A style sheet that knows what it has found gives every widget the rules that Textual's finds."""

from __future__ import annotations

from typing import Any

import pytest
from scenes import settle
from textual.app import App
from textual.containers import Vertical
from textual.css.styles import Styles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets import Button, Label

from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit import known_rules
from tui_backprop.tui.kit.known_rules import KnownRules

FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")


class States(App):
    AUTO_FOCUS = None
    CSS = """
    Button { color: red; &:hover { color: green; } &:focus { color: blue; } &:disabled { color: grey; } }
    Vertical:focus-within Label { color: yellow; }
    Vertical:hover > Label { background: green; }
    .last Label:last-child { text-style: bold; }
    Label:odd { background: blue; }
    #left.on Button { width: 9; }
    Button.-quiet:can-focus { height: 4; }
    Vertical:disabled Button { height: 5; }
    Screen:light Button { height: 6; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = KnownRules(variables=self.get_css_variables())

    def compose(self):
        for name in ("left", "right"):
            with Vertical(id=name, classes=name):
                yield Label("one")
                yield Button("two", classes="-quiet")
                yield Label("three")


@pytest.fixture
def rules_of(monkeypatch):
    """What a widget wears after an app's style sheet, and what it would wear after Textual's; its parts too."""

    def read(styles: Styles) -> dict[str, Any]:
        rules: dict[str, Any] = dict(styles.get_rules())
        if "layout" in rules:
            rules["layout"] = rules["layout"].name  # every widget has one of its own
        return rules

    def found_by(sheet: Stylesheet, node: Any) -> dict[str, Any]:
        given: list[dict[str, Any]] = []
        with monkeypatch.context() as patch:
            patch.setattr(Stylesheet, "replace_rules", lambda self, node, rules, *_, **__: given.append(rules))
            patch.setattr(Stylesheet, "_process_component_classes", lambda self, node: None)
            sheet.apply(node)
        if not given:
            return read(node.styles.base)
        styles = Styles()
        for name, rule in given[0].items():
            setattr(styles, name, rule)
        return read(styles)

    def flags(node: Any) -> tuple[bool, ...]:
        return tuple(getattr(node, flag) for flag in FLAGS)

    def both(app: App[Any], node: Any) -> tuple[Any, Any]:
        app.stylesheet.apply(node)
        parts = sorted(node._get_component_classes())
        worn = read(node.styles.base), flags(node)
        worn += tuple(read(node.get_component_styles(name).base) for name in parts)
        textual = Stylesheet(variables=app.stylesheet._variables)
        textual._rules, textual._rules_map = app.stylesheet.rules, app.stylesheet.rules_map
        found = found_by(textual, node), flags(node)
        for name in parts:
            part = DOMNode(classes=name)
            part._attach(node)
            found += (found_by(textual, part),)
        return worn, found

    return both


async def test_in_every_state_of_a_widget_and_of_what_it_is_in(rules_of):
    app = States()
    async with app.run_test(size=(60, 30)) as pilot:
        left, right = app.query(Vertical)
        one, two = app.query(Button)
        changes = {
            "start": lambda: None,
            "focus": one.focus,
            "focus elsewhere": two.focus,
            "a class": lambda: left.add_class("on", "last"),
            "hover": lambda: setattr(right, "mouse_hover", True),
            "hover over a button": lambda: setattr(one, "mouse_hover", True),
            "a disabled place": lambda: setattr(left, "disabled", True),
            "a button that takes no focus": lambda: setattr(one, "can_focus", False),
            "no class": lambda: left.remove_class("on"),
            "another order": lambda: left.move_child(0, after=2),
            "a light theme": lambda: setattr(app, "theme", "textual-light"),
            "a place that is not disabled": lambda: setattr(left, "disabled", False),
        }
        different = set()
        for change, make in changes.items():
            make()
            await pilot.pause()
            for node in app.screen.walk_children(with_self=True):
                known, found = rules_of(app, node)
                assert known == found, (change, node)
            different.add(str([rules_of(app, node)[0] for node in (*app.query(Button), *app.query(Label))]))
        assert len(different) == len(changes)


async def test_on_the_screens_of_the_app(rules_of):
    app = BackpropApp(compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        assert isinstance(app.stylesheet, KnownRules)
        for key in ("tab", "right", "question_mark", "escape", "p", "escape", "1", "tab", "2", "3"):
            await pilot.press(key)
            await settle(pilot)
            for node in app.screen.walk_children(with_self=True):
                known, found = rules_of(app, node)
                assert known == found, (key, node)
        assert len(app.stylesheet._known) > 30


async def test_it_forgets_what_it_knows_when_that_has_become_much(rules_of, monkeypatch):
    monkeypatch.setattr(known_rules, "MOST_KNOWN", 40)
    app = BackpropApp(compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        for key in ("tab", "question_mark", "escape", "1", "2", "3"):
            await pilot.press(key)
            await settle(pilot)
            for node in app.screen.walk_children(with_self=True):
                known, found = rules_of(app, node)
                assert known == found, (key, node)
                assert len(app.stylesheet._known) <= 41
