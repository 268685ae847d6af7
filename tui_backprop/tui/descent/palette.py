"""The presets in the command palette of the descent screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.tui.descent.screen import DescentScreen


class DescentPresets(Provider):
    """Finds a preset by its name or by what it shows."""

    async def discover(self) -> Hits:
        """All presets, while nothing is typed."""
        take, said = cast("DescentScreen", self.screen).take_preset, words().descent
        for preset in DESCENT_PRESETS:
            title = said.preset_command(name=preset.name)
            yield DiscoveryHit(title, partial(take, preset), help=said.presets[preset.name])

    async def search(self, query: str) -> Hits:
        """The presets that what is typed fits."""
        take, said = cast("DescentScreen", self.screen).take_preset, words().descent
        matcher = self.matcher(query)
        for preset in DESCENT_PRESETS:
            title, sentence = said.preset_command(name=preset.name), said.presets[preset.name]
            score = max(matcher.match(title), matcher.match(sentence))
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(take, preset), help=sentence)
