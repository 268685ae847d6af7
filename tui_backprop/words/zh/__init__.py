"""Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_backprop.words import Words
from tui_backprop.words.later import Later

if TYPE_CHECKING:
    from tui_backprop.words.zh.app import ChineseApp
    from tui_backprop.words.zh.chain import ChineseChain
    from tui_backprop.words.zh.command import ChineseCommand
    from tui_backprop.words.zh.data import ChineseData
    from tui_backprop.words.zh.descent import ChineseDescent
    from tui_backprop.words.zh.explain import ChineseExplain
    from tui_backprop.words.zh.export import ChineseExport
    from tui_backprop.words.zh.expression import ChineseExpression
    from tui_backprop.words.zh.lessons import ChineseLessons
    from tui_backprop.words.zh.network import ChineseNetwork
    from tui_backprop.words.zh.network_screen import ChineseNetworkScreen
    from tui_backprop.words.zh.practice import ChinesePractice
    from tui_backprop.words.zh.runs import ChineseRuns
    from tui_backprop.words.zh.saving import ChineseSaving
    from tui_backprop.words.zh.serve import ChineseServe
    from tui_backprop.words.zh.settings import ChineseSettings
    from tui_backprop.words.zh.starts import ChineseStarts
    from tui_backprop.words.zh.starts_screen import ChineseStartsScreen


class Chinese(Later):
    """All sentences in Chinese."""

    if TYPE_CHECKING:
        app = ChineseApp()
        chain = ChineseChain()
        command = ChineseCommand()
        data = ChineseData()
        descent = ChineseDescent()
        lessons = ChineseLessons()
        export = ChineseExport()
        explain = ChineseExplain()
        expression = ChineseExpression()
        network = ChineseNetwork()
        network_screen = ChineseNetworkScreen()
        practice = ChinesePractice()
        runs = ChineseRuns()
        saving = ChineseSaving()
        serve = ChineseServe()
        settings = ChineseSettings()
        starts = ChineseStarts()
        starts_screen = ChineseStartsScreen()


WORDS: Words = Chinese()
