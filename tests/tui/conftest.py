"""Hand-made snapshots for the tests of the panes: no session, every number from the dense network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import textual.strip
from at_rest import ask_the_loop, paint_at_the_end
from textual.app import App, ComposeResult
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.message import Message
from textual.widget import Widget

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.calculus.network.truth_table import TruthTable, truth_table
from tui_backprop.training.network.loss_curve import Curve
from tui_backprop.training.network.snapshot import Chart, SampleTable, Snapshot
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.known_rules import KnownRules
from tui_backprop.tui.kit.single_timers import keep_single_timers

MakeSnapshot = Callable[..., Snapshot]


def make_snapshot(
    task: str = "xor",
    hidden: int = 4,
    seed: int = 3,
    sample: int = 2,
    phase: Phase = Phase.UPDATE,
    parameters: tuple[Array, Array] | None = None,
    chart: Chart | None = None,
    own: TruthTable | None = None,
    **more: Any,
) -> Snapshot:
    """Sample number `sample` of a task or of one's `own` table, as the network with these or with random parameters sees it."""
    table, random, rate = own or truth_table(task), np.random.default_rng(seed), 0.5
    net = NeuralNet(table.inputs, hidden)
    if parameters is None:
        parameters = random.normal(size=net.theta1.shape) * 3, random.normal(size=net.theta2.shape) * 3
    net.set_parameter(*parameters)
    error = np.array([net.feed_forward(x[:, None], [[t]])[0, 0] for x, t in zip(table.x1, table.t, strict=True)])
    x4 = np.array([answer(net, x) for x in table.x1])
    net.feed_forward(table.x1[max(sample - 1, 0)][:, None], [[table.t[max(sample - 1, 0)]]])
    values = {code: getattr(net, code) for code in ("x1", "x2", "x3", "x4", "x5", "tx1", "theta1", "theta2")}
    gradients = dict(zip(("theta1", "theta2"), net.back_propagate(), strict=True))
    values |= {f"{code}_gradient": gradient for code, gradient in gradients.items()}
    values |= {f"{code}_change": -rate * gradient for code, gradient in gradients.items()}
    return Snapshot(
        task=table.name,
        inputs=table.inputs,
        hidden=hidden,
        seed=seed,
        learning_rate=rate,
        learning_rate_used=rate,
        cycle=sample,
        phase=phase if sample else Phase.START,
        samples=table.samples,
        furthest=sample,
        values=values,
        table=SampleTable(table.x1, table.t, x4, error),
        iteration_error=None,
        chart=chart or make_chart([1.0]),
        **more,
    )


def answer(net: NeuralNet, x: Array) -> float:
    """The article's own network's output for an input."""
    net.feed_forward(x[:, None], [[0.0]])
    return float(net.x4[0, 0])


def make_curve(low: Any, high: Any = None, start: int = 1) -> Curve:
    low = np.asarray(low, dtype=np.float64)
    high = low.copy() if high is None else np.asarray(high, dtype=np.float64)
    return Curve(np.arange(start, start + len(low), dtype=np.float64), low, high)


def make_chart(errors: Any, **more: Any) -> Chart:
    curve = errors if isinstance(errors, Curve) else make_curve(errors)
    last = int(curve.iteration[-1]) if len(curve) else 0
    given: dict[str, Any] = {
        "curve": curve,
        "window": (int(curve.iteration[0]) if len(curve) else 1, last),
        "cursor": last,
        "cursor_error": float(curve.high[-1]) if len(curve) else None,
    }
    return Chart(**(given | more))


class Host(App[None]):
    """A pane alone on the screen, in a border, and nothing else."""

    CSS = "Screen > * { border: round $primary; width: 100%; height: 100%; }"

    def __init__(self, pane: Widget) -> None:
        super().__init__()
        self.pane = pane

    def compose(self) -> ComposeResult:
        yield self.pane

    def hear(self, kind: type[Message], heard: list[Any]) -> None:
        """Put the messages of a kind that the pane posts into a list; every one goes its way all the same."""
        post_message = self.pane.post_message

        def listen(message: Message) -> bool:
            if isinstance(message, kind):
                heard.append(message)
            return post_message(message)

        self.pane.post_message = listen

    def picture(self) -> list[str]:
        """What the screen shows inside the border, one string a row."""
        rows = [strip.text for strip in self.screen._compositor.render_strips()]
        return [row[1:-1] for row in rows[1:-1]]


@pytest.fixture(scope="session", autouse=True)
def _styles_are_parsed_once() -> Iterator[None]:
    """All apps of the tests have the same few style sheets, with the colours of a few themes."""
    parse_rules, parse, reparse = Stylesheet._parse_rules, Stylesheet.parse, Stylesheet.reparse
    parts: dict[Any, list[RuleSet]] = {}
    sheets: dict[Any, tuple[list[RuleSet], dict[str, list[RuleSet]]]] = {}
    known: dict[int, tuple[list[RuleSet], dict[Any, Any]]] = {}

    def parse_part_once(sheet: Stylesheet, css: str, *place: Any, **more: Any) -> list[RuleSet]:
        key = css, place, frozenset(more.items()), frozenset(sheet._variables.items())
        if key not in parts:
            parts[key] = parse_rules(sheet, css, *place, **more)
        return parts[key]

    def parse_once(sheet: Stylesheet) -> None:
        key = *sheet.source.items(), frozenset(sheet._variables.items())
        if key not in sheets:
            parse(sheet)
            sheets[key] = sheet._rules, sheet.rules_map
        sheet._rules, sheet._rules_map = sheets[key]
        sheet._require_parse = False
        share_what_is_known(sheet)

    def reparse_once(sheet: Stylesheet) -> None:
        reparse(sheet)
        share_what_is_known(sheet)

    def share_what_is_known(sheet: Stylesheet) -> None:
        if isinstance(sheet, KnownRules):
            # With the rules themselves, so that no other ones come to their place in memory.
            sheet._known_of, sheet._known = known.setdefault(id(sheet._rules), (sheet._rules, {}))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_part_once)
        patch.setattr(Stylesheet, "parse", parse_once)
        patch.setattr(Stylesheet, "reparse", reparse_once)
        patch.setattr(RuleSet, "__hash__", object.__hash__)  # the same, without a call: thousands for every widget
        yield


class _NoCache:
    """Keeps nothing."""

    def get(self, key: object, default: Any = None) -> Any:
        return default

    def __setitem__(self, key: object, value: object) -> None:
        """Forget it."""


@pytest.fixture(scope="session", autouse=True)
def _strips_have_no_caches() -> Iterator[None]:
    """A line of a picture is made with seven caches, which cost more than they spare where each picture is taken once."""
    nothing = _NoCache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textual.strip, "FIFOCache", lambda size: nothing)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_size_is_lost() -> None:
    """Panes alone on a screen hear of every size too."""
    keep_single_timers()


@pytest.fixture(autouse=True)
def _rest_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    ask_the_loop(monkeypatch)


@pytest.fixture(autouse=True)
def _keys_are_not_painted(monkeypatch: pytest.MonkeyPatch, _rest_is_exact: None) -> None:
    """A test of the app that needs the frame after each key has a fixture of this name that does nothing."""
    paint_at_the_end(monkeypatch, BackpropApp)


@pytest.fixture
def pane_snapshot() -> MakeSnapshot:
    """Makes snapshots by hand; `snapshot` itself is the name of a fixture that compares pictures."""
    return make_snapshot


@pytest.fixture
def chart() -> Callable[..., Chart]:
    """Makes charts from a list of errors, or from a curve."""
    return make_chart


@pytest.fixture
def curve() -> Callable[..., Curve]:
    """Makes curves from their low and high values."""
    return make_curve


@pytest.fixture
def host() -> Callable[[Widget], Host]:
    """Puts a pane alone into an app."""
    return Host


@pytest.fixture
def network_output() -> Callable[[Array, Array, Array], float]:
    """The referee of the map: the dense network's answer for θ1, θ2 and an input."""

    def output(theta1: Array, theta2: Array, x: Array) -> float:
        net = NeuralNet(theta1.shape[1] - 1, theta1.shape[0])
        net.set_parameter(theta1, theta2)
        return answer(net, np.asarray(x, dtype=np.float64))

    return output
