"""What is said on the screen of many starts. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.keys import KeyText
from tui_backprop.words.starts_screen import StartsScreenWords

_EXAMPLES = {
    "--task": "xor or xor,and",
    "--hidden": "4 or 2,3,4",
    "--learning-rate": "0.02 or 0.1,0.5",
    "--weights": "0,1 or '0,1;-1,1'",
    "--until-error": "0.01",
}


class EnglishStartsScreen(StartsScreenWords):
    """What is said on the screen of many starts."""

    groups: Mapping[str, str] = {"run": "Run", "plan": "Plan", "look": "Look"}

    keys: Mapping[str, KeyText] = {
        "run": KeyText("begin, pause, or go on", "run"),
        "stop": KeyText("leave a zoom or a dialog; end what is under way"),
        "restart": KeyText("begin the same plan again"),
        "starts.open": KeyText(
            "open the start, the group or the setting under the cursor in the network screen", "open"
        ),
        "starts.preset": KeyText("choose a plan worth trying", "plans"),
        "edit": KeyText("type a plan: the options of the command `tui-backprop starts`", "edit"),
        "rate": KeyText("set the learning rate α of the plan, or several to try"),
        "starts.setting.forward": KeyText("the next setting of the plan", "setting"),
        "starts.setting.back": KeyText("the setting before"),
        "starts.sort": KeyText("sort the seeds by number, iteration or error"),
        "starts.reverse": KeyText("sort them the other way round"),
        "log": KeyText("iterations on a logarithmic axis, or a linear one"),
        "copy": KeyText("copy the command line that tries the same"),
        "export": KeyText("take a picture of the screen along; the command that y copies writes the rows as CSV"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back"),
    }

    panes: Mapping[str, str] = {
        "settings": "Settings",
        "solved": "Solved",
        "errors": "ΣE",
        "groups": "How they end",
        "seeds": "Seeds",
    }

    about: Mapping[str, str] = {
        "settings": (
            "Every combination of the plan: how many of its starts got under the target, of how many that have ended. "
            "The darker a cell, the fewer. The arrows choose the setting that the other panes show."
        ),
        "solved": (
            "The share of the starts that are solved by an iteration: the curve rises where many get there. It ends at the "
            "share that gets there at all. How sure that share is, the line at the top says: with 100 starts it is known to "
            "about ten per cent."
        ),
        "errors": (
            "ΣE over the iterations: the line is the median of the starts, the band holds the middle 80% of them. A start "
            "that has ended counts on with its last ΣE. A flat band is a plateau that many starts sit on."
        ),
        "groups": (
            "The starts that end with the same samples on the wrong side of ½, with the decision map of one of them: orange "
            "where the network answers 1, blue where it answers 0. Enter opens that one. A start with all samples right need not "
            "be solved: its outputs are on their sides of ½, but ΣE is not under the target yet."
        ),
        "seeds": (
            "Every start of the setting: its seed, the iteration at which ΣE first fell under the target, its last ΣE, and "
            "the samples that are wrong. Enter opens the run in the network screen at exactly that cycle; esc comes back."
        ),
    }

    preset_names: Mapping[str, str] = {
        "article": "article",
        "units": "units",
        "rates": "rates",
        "units-rates": "units-rates",
        "weights": "weights",
        "many": "many",
    }
    presets: Mapping[str, str] = {
        "article": "How often does the article's own network learn XOR?",
        "units": "How many hidden units does XOR need?",
        "rates": "How large may α be?",
        "units-rates": "Do more units allow a larger α?",
        "weights": "What does the range of the first weights do to 2 units?",
        "many": "Ten thousand starts: how rare is a failure?",
    }

    presets_title = "Plans"
    plan_title = "A plan"
    plan_hint = (
        "Options as in tui-backprop starts; a list tries each of its values:\n"
        "--hidden 2,3,4 --learning-rate 0.1,0.5 --weights '0,1;-1,1'\n"
        "--starts 100 --iterations 20000 --until-error 0.01\n"
        "--first-seed 0 --task xor"
    )
    rates_title = "Learning rate α"
    rates_hint = "A number over 0, or several with commas between: each is tried, as in 0.02,0.1,0.5."
    waiting = "space begins"
    preparing = "compiling"
    paused = "paused"
    done = "done"
    stopped = "ended"
    seed = "seed"
    iteration = "iteration"
    wrong = "wrong"
    never = "never"
    all_right = "none"
    compiling = "Compiling: some seconds, once for each network size."
    none_ended = "No start has ended yet."
    solved_axis = "iteration"
    median = "median"
    band = "10–90%"

    def plan(self, *, settings: int, starts: int, target: str, iterations: str) -> str:
        sets = "one set" if starts == 1 else f"{starts:,} sets"
        what = "This network is" if settings == 1 else f"Each of {settings} settings is"
        return (
            f"{what} trained from {sets} of random parameters, until ΣE < {target} or for {iterations} iterations.\n"
            "space begins; t has other plans, e changes this one."
        )

    def running(self, *, speed: str, left: str) -> str:
        return f"{speed} starts/s" + (f" · {left} left" if left else "")

    def failed(self, *, problem: str) -> str:
        return f"it ended: {problem}"

    def counted(self, *, done: str, total: str) -> str:
        return f"{done} of {total} ended"

    def reached(self, *, reached: str, done: str, share: str, low: str, high: str, target: str) -> str:
        return f"{reached} of {done} got under ΣE {target}: {share} (95% interval {low} to {high})"

    def median_iteration(self, *, median: str) -> str:
        return f"median iteration {median}"

    def weights_range(self, *, low: str, high: str) -> str:
        return f"θ from {low} to {high}"

    def units(self, *, hidden: int) -> str:
        return f"{hidden} unit" if hidden == 1 else f"{hidden} units"

    def weights(self, *, low: str, high: str) -> str:
        return f"θ {low}…{high}"

    def group(self, *, wrong: tuple[int, ...], starts: str, share: str) -> str:
        if not wrong:
            return f"{starts} ({share}): all right"
        return f"{starts} ({share}): {self._samples(wrong)} wrong"

    def right_but_not_under(self, *, starts: str, target: str) -> str:
        return f"{starts} of them not under ΣE {target} yet"

    def opened(self, *, seed: int, wrong: tuple[int, ...], error: str, target: str, reached: bool) -> str:
        samples = "all samples right" if not wrong else f"{self._samples(wrong)} wrong"
        end = f"ΣE {error} is {'' if reached else 'not '}under {target}"
        back = "Esc goes to the starts; until you quit, u brings your own run back."
        return f"Seed {seed}, where it ended: {samples}, {end}. {back}"

    not_in_a_lesson = "Not in a lesson: an opened start takes the place of your own run."

    @staticmethod
    def _samples(numbers: tuple[int, ...]) -> str:
        return f"sample{'' if len(numbers) == 1 else 's'} {', '.join(map(str, numbers))}"

    def unbalanced_quotes(self) -> str:
        return "A quote is opened and not closed: write '0,1;-1,1' with one on each side."

    def unknown_option(self, *, option: str, options: tuple[str, ...]) -> str:
        return f"There is no option {option}; the options are {', '.join(options)}."

    def value_missing(self, *, option: str) -> str:
        return f"{option} needs a value, such as {_EXAMPLES.get(option, '100')}."

    def no_value(self, *, option: str, text: str) -> str:
        return f"{text!r} is no value of {option}; write {_EXAMPLES.get(option, 'a whole number, such as 100')}."
