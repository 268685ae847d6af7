"""Component styles worked out late are those that Textual works out early."""

import pytest
from textual.app import App
from textual.widget import Widget

from tui_backprop.tui.kit.late_styles import LateStyles

CSS = """
& { color: red; background: blue; }
& > .part--one { color: green 50%; text-style: bold; }
&:light > .part--one { color: white; }
.part--two { background: $primary; }
"""


class Early(Widget):
    COMPONENT_CLASSES = {"part--one", "part--two"}
    DEFAULT_CSS = f"Early {{ {CSS} }}"


class Late(LateStyles, Widget):
    COMPONENT_CLASSES = {"part--one", "part--two"}
    DEFAULT_CSS = f"Late {{ {CSS} }}"


class Both(App):
    def compose(self):
        yield Early()
        yield Late()


async def test_the_styles_are_the_same_and_follow_the_theme():
    app = Both()
    async with app.run_test() as pilot:
        early, late = app.query_one(Early), app.query_one(Late)
        seen = set()
        for theme in ("textual-dark", "textual-light", "nord"):
            app.theme = theme
            await pilot.pause()
            for name in ("part--one", "part--two"):
                assert late.get_component_rich_style(name) == early.get_component_rich_style(name)
                assert late.get_component_rich_style(name, partial=True) == early.get_component_rich_style(
                    name, partial=True
                )
            seen.add(tuple(str(late.get_component_rich_style(name)) for name in ("part--one", "part--two")))
        assert len(seen) == 3


async def test_what_was_not_asked_for_costs_nothing_and_what_does_not_exist_is_an_error():
    app = Both()
    async with app.run_test():
        late = app.query_one(Late)
        late.get_component_styles("part--two")
        assert late._get_component_classes() == {"part--two"}
        with pytest.raises(KeyError):
            late.get_component_styles("part--three")
