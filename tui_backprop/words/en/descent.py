"""What is said about gradient descent. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.descent import DescentWords
from tui_backprop.words.keys import KeyText


class EnglishDescent(DescentWords):
    """What is said about gradient descent."""

    groups: Mapping[str, str] = {
        "time": "Time",
        "change": "Change",
        "map": "Map and curve",
        "look": "Look",
    }

    keys: Mapping[str, KeyText] = {
        "run": KeyText("run, or pause", "run"),
        "descent.step.forward": KeyText("one step forward", "step"),
        "descent.step.back": KeyText("one step back"),
        "descent.ten.forward": KeyText("10 steps forward", "10 steps"),
        "descent.ten.back": KeyText("10 steps back"),
        "descent.hundred.forward": KeyText("100 steps forward"),
        "descent.hundred.back": KeyText("100 steps back"),
        "first": KeyText("the start x⁽¹⁾"),
        "furthest": KeyText("the furthest point reached"),
        "go_to": KeyText("go to point number k, which you type"),
        "stop": KeyText("stop what is under way; leave a cell, a zoom, a dialog"),
        "faster": KeyText("run faster"),
        "slower": KeyText("run slower, down to one step a second"),
        "rate.up": KeyText("a higher learning rate α from the next step on"),
        "rate.down": KeyText("a lower learning rate α from the next step on"),
        "descent.rate": KeyText("type the learning rate α"),
        "edit": KeyText("type another start; a click on the map takes that point"),
        "descent.preset": KeyText("choose a descent worth looking at: the presets", "preset"),
        "descent.surface": KeyText("another f: an expression in x1 and x2, or a name", "edit f"),
        "restart": KeyText("restart with α as it was at the start"),
        "undo": KeyText("undo the last change or restart"),
        "redo": KeyText("redo what was undone"),
        "copy": KeyText("copy the command line that computes this point"),
        "zoom.in": KeyText("map: closer, around the point"),
        "zoom.out": KeyText("map: wider"),
        "descent.left": KeyText("map: to the left"),
        "descent.right": KeyText("map: to the right"),
        "descent.up": KeyText("map: upwards"),
        "descent.down": KeyText("map: downwards"),
        "window": KeyText("map: the whole of it again"),
        "log": KeyText("curve: linear or logarithmic"),
        "check": KeyText("check J and the Hessian numerically, and keep checking"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back"),
    }
