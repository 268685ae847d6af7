"""English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_backprop.words import Words
from tui_backprop.words.later import Later

if TYPE_CHECKING:
    from tui_backprop.words.en.app import EnglishApp
    from tui_backprop.words.en.chain import EnglishChain
    from tui_backprop.words.en.command import EnglishCommand
    from tui_backprop.words.en.data import EnglishData
    from tui_backprop.words.en.descent import EnglishDescent
    from tui_backprop.words.en.explain import EnglishExplain
    from tui_backprop.words.en.export import EnglishExport
    from tui_backprop.words.en.expression import EnglishExpression
    from tui_backprop.words.en.lessons import EnglishLessons
    from tui_backprop.words.en.network import EnglishNetwork
    from tui_backprop.words.en.network_screen import EnglishNetworkScreen
    from tui_backprop.words.en.practice import EnglishPractice
    from tui_backprop.words.en.runs import EnglishRuns
    from tui_backprop.words.en.saving import EnglishSaving
    from tui_backprop.words.en.serve import EnglishServe
    from tui_backprop.words.en.settings import EnglishSettings
    from tui_backprop.words.en.starts import EnglishStarts
    from tui_backprop.words.en.starts_screen import EnglishStartsScreen


class English(Later):
    """All sentences in English."""

    if TYPE_CHECKING:
        app = EnglishApp()
        chain = EnglishChain()
        command = EnglishCommand()
        data = EnglishData()
        descent = EnglishDescent()
        lessons = EnglishLessons()
        export = EnglishExport()
        explain = EnglishExplain()
        expression = EnglishExpression()
        network = EnglishNetwork()
        network_screen = EnglishNetworkScreen()
        practice = EnglishPractice()
        runs = EnglishRuns()
        saving = EnglishSaving()
        serve = EnglishServe()
        settings = EnglishSettings()
        starts = EnglishStarts()
        starts_screen = EnglishStartsScreen()


WORDS: Words = English()
