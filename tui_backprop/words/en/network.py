"""What is said about the network. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.keys import KeyText
from tui_backprop.words.network import NetworkWords


class EnglishNetwork(NetworkWords):
    """What is said about the network."""

    groups: Mapping[str, str] = {
        "time": "Time",
        "change": "Change",
        "chart": "Loss chart",
        "look": "Look",
    }

    keys: Mapping[str, KeyText] = {
        "run": KeyText("run, or pause", "run"),
        "cycle.forward": KeyText("one cycle (one sample) forward", "cycle"),
        "cycle.back": KeyText("one cycle back"),
        "phase.forward": KeyText("one phase forward: f₁ f₂ f₃ f₄ ∇θ⁽²⁾ ∇θ⁽¹⁾ update", "phase"),
        "phase.back": KeyText("one phase back"),
        "iteration.forward": KeyText("one iteration (all samples) forward", "iteration"),
        "iteration.back": KeyText("one iteration back"),
        "report.forward": KeyText("one report (10,000 iterations) forward", "report"),
        "report.back": KeyText("one report back"),
        "first": KeyText("the start, before cycle 1"),
        "furthest": KeyText("the furthest trained cycle"),
        "go_to": KeyText("go to a cycle or an iteration that you type"),
        "stop": KeyText("stop what is under way; leave a cell, a zoom, a dialog"),
        "faster": KeyText("run faster"),
        "slower": KeyText("run slower, down to one cycle a second"),
        "rate.up": KeyText("a higher learning rate α from the next cycle on"),
        "rate.down": KeyText("a lower learning rate α from the next cycle on"),
        "edit": KeyText("edit the parameter under the cursor; elsewhere the learning rate"),
        "task": KeyText("choose the task: xor, xnor, and, or, …"),
        "restart": KeyText("restart with the same seed"),
        "restart.new": KeyText("restart with a new seed"),
        "undo": KeyText("undo the last edit or restart"),
        "redo": KeyText("redo what was undone"),
        "copy": KeyText("copy the command line that reproduces this state"),
        "log": KeyText("loss chart: linear or logarithmic"),
        "window": KeyText("loss chart: whole run, or a window that follows the cursor"),
        "zoom.in": KeyText("loss chart: closer"),
        "zoom.out": KeyText("loss chart: wider"),
        "samples": KeyText("loss chart: the samples as lines of their own"),
        "check": KeyText("check every Jacobian entry and gradient numerically, and keep checking"),
        "flip": KeyText("the Jacobians J, or their transposes Jᵀ"),
        "source": KeyText("view the lines of this program that computed the matrix under the cursor"),
        "practise": KeyText("practise: work out a hidden entry of a Jacobian or gradient"),
        "edges": KeyText("network: the edges show θ, its gradient or its last change"),
        "units": KeyText("map: the hidden units' lines s = ½"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back"),
    }
