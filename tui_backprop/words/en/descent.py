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
        "descent.ten.forward": KeyText("on to the next multiple of 10", "10 steps"),
        "descent.ten.back": KeyText("back to the multiple of 10 before"),
        "descent.hundred.forward": KeyText("on to the next multiple of 100"),
        "descent.hundred.back": KeyText("back to the multiple of 100 before"),
        "first": KeyText("the start x⁽¹⁾"),
        "furthest": KeyText("the furthest point reached"),
        "go_to": KeyText("go to point number k, which you type", "go to"),
        "stop": KeyText("leave a cell, stop on the way to another point, end a zoom, pause the run", "leave"),
        "faster": KeyText("run faster"),
        "slower": KeyText("run slower, down to one step a second"),
        "rate.up": KeyText("a higher learning rate α from the next step on"),
        "rate.down": KeyText("a lower learning rate α from the next step on"),
        "descent.rate": KeyText("type the learning rate α", "α"),
        "edit": KeyText("type another start, from x under the cursor; a click on the map takes that point", "start"),
        "descent.preset": KeyText("choose a descent worth looking at: the presets", "preset"),
        "descent.surface": KeyText("another f: an expression in x1 and x2, or a name", "edit f"),
        "restart": KeyText("restart from x⁽¹⁾, with the α of the start"),
        "undo": KeyText("undo the last change or restart"),
        "redo": KeyText("redo what was undone"),
        "copy": KeyText("copy the command line that computes this point"),
        "export": KeyText("take the points or a picture of the screen along"),
        "zoom.in": KeyText("map or curve: closer, around the point", "closer"),
        "zoom.out": KeyText("map or curve: wider", "wider"),
        "descent.left": KeyText("map: to the left"),
        "descent.right": KeyText("map: to the right"),
        "descent.up": KeyText("map: upwards"),
        "descent.down": KeyText("map: downwards"),
        "window": KeyText("map: fitted to the path, or the whole; curve: the whole", "whole"),
        "log": KeyText("curve: linear or logarithmic", "log"),
        "check": KeyText("check J and the Hessian numerically, and keep checking", "check"),
        "practise": KeyText("practise: choose a topic and work something out by hand"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back", "zoom"),
    }

    # --- panes and titles

    panes: Mapping[str, str] = {"map": "Map", "table": "Table", "step": "Step", "gauge": "Gauge", "curve": "Curve"}

    pane_help: Mapping[str, str] = {
        "map": (
            "f(x₁, x₂) seen from above. Darker is lower; every level line joins the points where f has the value that the "
            "legend gives. 1 is the start x⁽¹⁾, ● the point x⁽ᵏ⁾, the line the path between them, the dotted one "
            "what has been reached beyond. The arrow is the next step, along −J(f), at right angles to the level line; "
            "where the step is too short to be seen the arrow is longer, and the legend says how many times.\n\n"
            "i and o: closer and wider; shift and an arrow key: move the map; w: fitted to the path, or the whole of it. "
            "The wheel looks closer at the place under the pointer, a drag moves the map. "
            "A click starts the descent there, e takes a start that you type; u takes it back."
        ),
        "table": (
            "One row per point, as the article goes on in (3.3) to (3.8): k, x, the value f(x) and the gradient J(f). ▶ marks "
            "the point shown; a click on a row goes there. All digits that fit are printed: z shows more."
        ),
        "step": (
            "The step from this point, (3.5): x⁽ᵏ⁺¹⁾ = x⁽ᵏ⁾ − α J(f). Under it the Hessian H, the Jacobian of J(f): how the "
            "gradient itself changes, with its eigenvalues, the least and the greatest bend of f here. ↓ or a click puts "
            "the cursor on a number and shows where it comes from; e on x starts from there; c checks J and H numerically."
        ),
        "gauge": (
            "Why it can go wrong, measured. On a parabola with the bend λ a step multiplies the distance to the bottom by "
            "1 − αλ: under 1 the steps stop short of the bottom, from 1 on they jump over it, from 2 on they land no nearer "
            "than before. λ_max, the greatest eigenvalue of the Hessian, is the steepest bend of f here; ◆ has the bend along "
            "this very step. f is no parabola, so both are only a forecast: under the bar stands what the step does. "
            "= and − change α from the next step on, a takes one that you type."
        ),
        "curve": (
            "f at every point reached; the upright is the point shown, a dashed one a change of α. l: a logarithmic axis; "
            "i, o and the wheel: fewer steps, or more. "
            "A curve that falls and flattens has come to where J is small: a lowest point, or a saddle, or a long valley; "
            "the eigenvalues of H tell the first two apart. It has arrived when less than a billionth of its way is left. "
            "One that goes up and down jumps over the bottom."
        ),
    }  # fmt: skip

    misprint_help = (
        "The article's third point. In (3.7) the article prints J = [−1.995136 −1.995136] at (1.04, 1.04). By its own (3.2) "
        "an entry is 2 · 1.04 · (1.04² − 3) = −3.990272: the factor 2 is missing. So its third point "
        "(1.05995136, 1.05995136) and its f = 4.5212639385 (3.8) differ from the ones here, (1.07990272, 1.07990272) and "
        "4.3628595391."
    )

    presets_title = "Presets (t)"
    preset_names: Mapping[str, str] = {
        "article": "article",
        "brisk": "brisk",
        "oscillating": "oscillating",
        "into-the-saddle": "into-the-saddle",
        "past-the-saddle": "past-the-saddle",
        "diverging": "diverging",
        "bowl": "bowl",
        "bowl-limit": "bowl-limit",
        "saddle": "saddle",
        "rosenbrock": "rosenbrock",
        "himmelblau": "himmelblau",
        "himmelblau-west": "himmelblau-west",
    }
    presets: Mapping[str, str] = {
        "article": "f at its points is 5, 4.68025856, 4.3628595391; the printed J in (3.7) lacks a factor 2",
        "brisk": "after one step x jumps over the lowest point each time, yet f falls: α λ_max nears 1.92",
        "oscillating": "x comes to jump between 1.598 and 1.841: at the lowest point α λ_max is 2.04, over 2",
        "into-the-saddle": "x₂ stays −x₁ at every step, so the path ends in the saddle (0, 0), where J is 0 and f 10",
        "past-the-saddle": "a start 10⁻⁹ beside the last one comes to the saddle too, but leaves it and ends at f = 1",
        "diverging": "the gauge α λ_max is 7.2 at the start, and the fifth step is past 10⁸",
        "bowl": "x₂ changes its sign at every step, for α λ_max is 1.75, while x₁ falls by only 7%",
        "bowl-limit": "α λ_max is 2: x₂ jumps between 1 and −1 for ever while x₁ arrives",
        "saddle": "x comes within 0.05 of the saddle (0, 0), then runs away, for f has no least value",
        "rosenbrock": "f falls from 24.2 to 4.1 in 10 steps, but along the valley it is still 0.45 after 1000",
        "himmelblau": "from (0, 0) the descent ends at (3, 2), the nearest of the four least points",
        "himmelblau-west": "from (−1, 0) the same descent ends at another least point, (−2.805, 3.131)",
    }

    surface_names: Mapping[str, str] = {
        "article": "article",
        "bowl": "bowl",
        "saddle": "saddle",
        "rosenbrock": "rosenbrock",
        "himmelblau": "himmelblau",
        "own": "your own f",
    }
    surfaces: Mapping[str, str] = {
        "article": "the article's function (3.1)",
        "bowl": "a bowl 25 times as steep along x₂ as along x₁",
        "saddle": "a saddle, without a least value",
        "rosenbrock": "Rosenbrock's curved valley",
        "himmelblau": "Himmelblau's function, with four least points",
        "own": "your own function",
    }

    map_off = "x⁽ᵏ⁾ is off the map: o shows more"
    map_far = "x⁽ᵏ⁾ is off the map, far away"
    legend_start = "start"
    legend_path = "path"
    legend_future = "beyond"
    legend_step = "step"
    curve_title = "f(x⁽ᵏ⁾) over k"
    logarithmic = "log"
    curve_empty = "f has no value here that a chart could show"
    gauge_title = "Gauge α·λ_max: as if f were a parabola"
    gauge_limit = "2 limit"
    table_title = "Table: k, x, f(x), J(f), as in (3.3) to (3.8)"
    table_title_short = "Table"
    hessian = "Hessian H"
    eigenvalues_note = "eigenvalues of H"

    def map_title(self, *, coloured: bool, factor: str) -> str:
        title = "f(x₁, x₂) from above" + (": darker is lower" if coloured else "")
        return title + {"": "", "1": " · → next step"}.get(factor, f" · → next step ×{factor}")

    # --- the lines at the top

    running = "▶ running"
    paused = "‖ paused"
    no_step = "✗ no step can follow"
    full_speed = "full speed"

    def speed(self, *, steps: str) -> str:
        return f"{steps} {'step' if steps == '1' else 'steps'}/s"

    def under_way(self, *, bar: str, share: str) -> str:
        return f"▶ {bar} {share} esc stops"

    def place(self, *, k: str, reached: str, x1: str, x2: str) -> str:
        return f"k {k} of {reached} · x ({x1}, {x2})"

    def preset_line(self, *, name: str) -> str:
        return f"{self.preset_names[name]}: {self.presets[name]}."

    def descent_line(self, *, surface: str, x1: str, x2: str, changes: tuple[tuple[str, str], ...]) -> str:
        title = self.surfaces[surface]
        changed = ", ".join(f"α {alpha} from k {k} on" for k, alpha in changes)
        return f"{title[0].upper()}{title[1:]}, from ({x1}, {x2}){changed and f'; {changed}'}."

    def trouble(self, *, code: str, k: int, far: str) -> str:
        reasons = {
            "x_infinite": f"Point {k} has left the finite numbers",
            "x_far": f"Point {k} is farther out than {far}, so the descent runs away",
            "f_infinite": f"f has no finite value at point {k}",
            "J_infinite": f"f has no finite derivative at point {k}",
        }
        return f"{reasons[code]}: try a smaller learning rate or another start."

    # --- the check

    def check_badge(self, *, verdict: str, right: int, unsure: int, wrong: int) -> str:
        found = [f"{right} right"] if right else []
        found += [f"{wrong} wrong"] if wrong else []
        found += [f"{unsure} cannot tell"] if unsure else []
        return f"{_SIGNS[verdict]} J and H: {', '.join(found)}"

    def check_badge_short(self, *, verdict: str, right: int, unsure: int, wrong: int) -> str:
        return f"{_SIGNS[verdict]} {right}/{right + unsure + wrong}"

    # --- what a step does

    def promise(self, *, parabola: str) -> str:
        return {
            "unknown": "H has no finite value here: no forecast.",
            "no_bottom": "◆ Along this step f does not bend upwards: a parabola without a bottom.",
            "short": "◆ If f were the parabola along this step, it would stop short of the bottom.",
            "onto": "◆ If f were the parabola along this step, it would land on the bottom.",
            "over": "◆ If f were the parabola along this step, it would jump over the bottom and land lower.",
            "level": "◆ If f were the parabola along this step, it would land as high as it began.",
            "beyond": "◆ If f were the parabola along this step, it would jump over the bottom and land higher.",
        }[parabola]

    def steepest(self, *, parabola: str, both_ways: bool) -> str:
        sentence = {
            "unknown": "H has no finite value here: no gauge.",
            "no_bottom": "f bends upwards in no direction: nothing limits the step.",
            "short": "Under 1: on a parabola of f's steepest bend a step stops short of the bottom.",
            "onto": "At 1: on a parabola of f's steepest bend a step lands on the bottom.",
            "over": "Over 1: on a parabola of f's steepest bend a step jumps over the bottom, nearer to it.",
            "level": "At the limit: on a parabola of f's steepest bend a step jumps over the bottom, as far off.",
            "beyond": "▲ Over the limit: on a parabola of f's steepest bend a step lands further off than the one before.",
        }[parabola]
        return f"{sentence} In another direction f bends down." if both_ways else sentence

    def deed(self, *, f: str, passed: bool | None, before: str, after: str) -> str:
        change = {
            "lower": f"f falls from {before} to {after}",
            "higher": f"f rises from {before} to {after}",
            "level": f"f stays at {after}, but for rounding",
            "lost": "The step lands where f has no finite value",
        }[f]
        way = {
            None: "",
            True: ": the step goes past a lowest point along its direction",
            False: ", and is still falling at the landing point",
        }[passed]
        if f == "higher" and passed is False:
            way = ", though it is falling again at the landing point"
        return f"{change}{way}."

    def along_step(self, *, gauge: str, bend: str) -> str:
        return f"◆ {gauge} = α · bend along this step {bend}"

    _STATIONARY: Mapping[str, str] = {
        "minimum": "a lowest point of its surroundings",
        "maximum": "a highest point of its surroundings",
        "saddle": "a saddle, no lowest point",
        "valley": "a valley of lowest points perhaps, but the second derivatives cannot tell",
        "flat": "a lowest point, a highest one, a saddle or none of them: the second derivatives cannot tell",
    }

    def resting(self, *, point: str) -> str:
        return f"J(f) is 0 here, so no step moves x any more: {self._STATIONARY[point]}."

    def arrived(self, *, point: str) -> str:
        return f"Arrived, for J(f) is almost 0: {self._STATIONARY[point]}."

    too_short = (
        "The step is smaller than the last digit of x, which stays where it is: α is too small here, or J(f) is."
    )

    article_points: Mapping[int, str] = {
        1: "(3.3) f = 5, (3.4) J = [−4 −4]: as the article prints them.",
        2: "(3.5), (3.6) as printed. J here is −3.990272; (3.7) prints −1.995136: its factor 2 is missing.",
        3: "The article prints x = 1.05995136 (3.7) and f = 4.5212639385 (3.8): a factor 2 is missing in its J at k = 2.",
    }

    # --- where a number comes from

    workings_title = "How the step is computed"

    def working_title(self, *, meaning: str, symbol: str, along: int, equation: str) -> str:
        what = {
            "start": "where the descent starts",
            "came_from": "the step before",
            "goes_to": "the step to come",
            "slope": f"entry {along} of J(f)",
            "bend": f"how J(f) changes along x{'₀₁₂'[along]}",
            "least_bend": "how much f bends in the direction where it bends least",
            "most_bend": "how much f bends in the direction where it bends most",
        }[meaning]
        return f"{symbol} · {what}" + (f", ({equation})" if equation else "")

    working_misprints: Mapping[str, str] = {
        "came_from": "The article prints 1.05995136: in (3.7) the factor 2 of J(f) is missing.",
        "goes_to": "The article prints 1.05995136: in (3.7) the factor 2 of J(f) is missing.",
        "slope": "The article prints −1.995136 in (3.7): the factor 2 is missing.",
    }

    # --- notices and questions

    restarted = "Restarted: u brings the run before it back."
    nothing_to_undo = "There is nothing to undo."
    nothing_to_redo = "There is nothing to redo."
    no_logarithm = "A logarithmic axis needs an f over 0, and this one is not."
    computed = "This number is computed. What can be set: the start, with the cursor on x or on none, and α with a."

    def stopped(self, *, sentence: str) -> str:
        return f"The run has stopped. {sentence}"

    def converged(self, *, k: str) -> str:
        return f"x stays where it is from k = {k} on: the step is smaller than its last digit."

    def farthest(self, *, k: str) -> str:
        return f"A descent ends at k = {k}."

    ask_point = "Go to point"
    ask_rate = "Learning rate α"
    ask_start = "Start x⁽¹⁾"
    ask_surface = "f(x₁, x₂)"
    ask_preset = "Preset"
    rate_hint = "a number over 0, such as 0.01; it holds from the next step on"
    start_hint = "two numbers with a comma between, such as 1,1"

    def point_hint(self, *, most: str) -> str:
        return f"its number k, from 1 to {most}"

    def surface_hint(self, *, names: str) -> str:
        return f"an expression in x1 and x2, such as x1**2 + sin(x2), or a name: {names}"

    def no_point_number(self, *, text: str, most: str) -> str:
        return f"{text!r} is no point's number; type one from 1 to {most}"

    def no_rate(self, *, text: str) -> str:
        return f"{text!r} is no learning rate; type a finite number over 0, such as 0.01"

    def no_start(self, *, text: str) -> str:
        return f"{text!r} is no point; type two finite numbers with a comma between, such as 1,1"

    def no_expression(self, *, character: int, sentence: str) -> str:
        return f"at character {character}: {sentence}"

    # --- the command

    command = "Go down a surface step by step: x - α J(f), as in (3.5)."
    command_epilog = """\
An expression has x1, x2, numbers, + - * / **, ( ), sin cos tan exp log sqrt tanh sigmoid, pi and e.
Exit codes: 0 done, 1 the descent leaves the finite numbers or runs away, or the check finds a wrong entry,
2 a wrong argument, 130 left by Ctrl-C.
"""
    command_options: Mapping[str, str] = {
        "--f": "an expression in x1 and x2, or article, bowl, saddle, rosenbrock or himmelblau "
        "(default article: (x1*x2 - 3)**2 + 1)",
        "--start": "where to begin (default 1,1)",
        "--learning-rate": "α, a number over 0 (default 0.01)",
        "--steps": "how many steps (default 10)",
        "--check": "check J and the Hessian of every point by difference quotients: right, wrong or cannot tell",
        "--json": "one object a line: k, x, f, J and the Hessian H; with --check also verdict",
        "--csv": "the table as CSV, with every digit",
    }
    command_verdict = "J and H"
    command_verdicts: Mapping[str, str] = {"right": "right", "wrong": "wrong", "cannot tell": "cannot tell"}


_SIGNS = {"right": "✓", "wrong": "✗ WRONG", "cannot tell": "?"}
