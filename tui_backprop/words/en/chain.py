"""What is said about the chain rule. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.chain import ChainWords
from tui_backprop.words.keys import KeyText


class EnglishChain(ChainWords):
    """What is said about the chain rule."""

    groups: Mapping[str, str] = {
        "point": "Point",
        "functions": "Functions",
        "look": "Look",
    }

    keys: Mapping[str, KeyText] = {
        "chain.x.forward": KeyText("a step up with the chosen coordinate of x", "move x"),
        "chain.x.back": KeyText("a step down"),
        "chain.coordinate.forward": KeyText("the next coordinate of x"),
        "chain.coordinate.back": KeyText("the coordinate before"),
        "chain.step.forward": KeyText("a longer step, up to 1"),
        "chain.step.back": KeyText("a shorter step, down to 0.001"),
        "first": KeyText("the point that the preset begins with"),
        "go_to": KeyText("go to a point that you type"),
        "chain.f": KeyText("edit f: y1, y2, … in x1, x2, …", "edit f"),
        "chain.g": KeyText("edit g: z1, z2, … in y1, y2, …", "edit g"),
        "chain.preset": KeyText("take two functions worth looking at: the presets", "preset"),
        "undo": KeyText("undo the last change of f, g or preset, or the last jump of x"),
        "redo": KeyText("redo what was undone"),
        "copy": KeyText("copy the command line that computes the same"),
        "chain.symbols": KeyText("the entries as symbols, or as numbers", "symbols"),
        "flip": KeyText("the matrices J, or their transposes Jᵀ"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back"),
        "stop": KeyText("leave a cell, a zoom, a dialog"),
    }
