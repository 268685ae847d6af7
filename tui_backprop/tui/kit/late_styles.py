"""Component styles that are worked out when they are first asked for, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.style import Style
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

    As Rich's styles they are kept until the widget's rules change, where Textual forgets them at every repaint. A rule
    for a component must therefore not depend on a state that changes no rule of the widget, such as `:focus > .part`.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._kept: dict[tuple[tuple[str, ...], bool], Style] = {}
        super().__init__(*arguments, **named)

    def get_component_rich_style(self, *names: str, partial: bool = False, default: Style | None = None) -> Style:
        """The style of component classes. Raises KeyError for one that the widget does not have, without a default."""
        if default is not None:
            return super().get_component_rich_style(*names, partial=partial, default=default)
        key = names, partial
        if key not in self._kept:
            self._kept[key] = super().get_component_rich_style(*names, partial=partial)
        return self._kept[key]

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._kept.clear()
        super().notify_style_update()

    if not TYPE_CHECKING:  # of the class in Textual, of the widget here

        def _get_component_classes(self) -> frozenset[str]:
            return frozenset(self._component_styles)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of these component classes, merged in this order; each is worked out when it is first asked for.

        Raises KeyError for a class that the widget does not have.
        """
        for name in names:
            if name not in self._component_styles and name in super()._get_component_classes():
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part, animate=False)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)
