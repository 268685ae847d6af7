"""Component styles that are worked out when they are first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.styles import RenderStyles
from textual.dom import DOMNode

if TYPE_CHECKING:
    from textual.widget import Widget as Base
else:  # rules are looked for along the first base that is a node: this is none
    Base = object


class LateStyles(Base):
    """To be mixed into a widget before its base: component classes cost nothing until their styles are asked for.

    Textual works out the styles of every component class of every widget, those of panes out of sight too, each time
    when a rule may have changed: several times before the first paint, again when the theme or the size changes. Here
    only those that were asked for are worked out again.
    """

    if not TYPE_CHECKING:  # of the class in Textual, of the widget here

        def _get_component_classes(self) -> frozenset[str]:
            return frozenset(self._component_styles)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of component classes, put together. Raises KeyError for one that the widget does not have."""
        for name in names:
            if name not in self._component_styles and name in super()._get_component_classes():
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part, animate=False)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)
