"""What may be typed, and what is said of what may not."""

import re
import subprocess
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tui_backprop import __version__
from tui_backprop.calculus.network.truth_table import TASKS
from tui_backprop.cli import main
from tui_backprop.cli.arguments import COMMANDS
from tui_backprop.training.network.recipe import MOST_HIDDEN, Edit, Recipe
from tui_backprop.training.network.session import LEARNED, Session

WRONG = {
    "--task xo": "there is no task 'xo'; the tasks are xor,",
    "--task=": "there is no task ''",
    "--hidden 0": "the number of hidden units is 0; it goes from 1 to 16",
    "--hidden 17": "the number of hidden units is 17; it goes from 1 to 16",
    "--hidden four": "--hidden: 'four' is not a whole number",
    "--seed -1": "the seed is -1; it goes from 0 to 4294967295",
    "--seed 4294967296": "the seed is 4294967296; it goes from 0 to",
    "--seed 0.5": "--seed: '0.5' is not a whole number",
    "--learning-rate 0": "the learning rate is 0.0; it is a finite number over 0",
    "--learning-rate -1e-3": "the learning rate is -0.001; it is a finite number over 0",
    "--learning-rate -inf": "the learning rate is -inf",
    "--learning-rate nan": "the learning rate is nan",
    "--learning-rate fast": "--learning-rate: 'fast' is not a number",
    "--learning-rate": "--learning-rate needs a value; see tui-backprop --help",
    "--edit 5": "'5' is no edit; write CYCLE:NAME=VALUE",
    "--edit -5:learning_rate=1": "'-5:learning_rate=1' is no edit",
    "--edit 4:theta1[4,0]=1": "there is no theta1[4,0] to edit",
    "--edit 4:learning_rate=-1": "the learning rate is -1.0",
    "--edit 4:task=parity3": "parity3 has not the 2 inputs of xor",
    "--until-error 0": "--until-error: '0' is not a finite number over 0",
    "--until-error inf": "--until-error: 'inf' is not a finite number over 0",
    "--go-to -1": "--go-to: '-1' is not a whole number from 0 to",
    "--go-to 99999999999999999999": "--go-to: '99999999999999999999' is not a whole number from 0 to",
    "--theme pink": "there is no theme 'pink'; there are ansi-dark, ansi-light, atom-one-dark",
    "--screen wide": "there is no screen 'wide'; the screens are chain, descent, network",
    "--sed 3": "there is no option --sed; see tui-backprop --help",
    "--see=3": "there is no option --see; see tui-backprop --help",
    "-s 3": "there is no option -s; see",
    "trian": "there is no command 'trian'; the commands are train, starts, descent, chain",
    "descent --start 1": "--start: '1' is not 2 numbers with commas between, such as 1,2",
    "descent --start -1,nan": "--start: '-1,nan' is not 2 numbers with commas between",
    "descent --learning-rate -0.1": "--learning-rate: '-0.1' is not a finite number over 0",
    "descent --steps -1": "--steps: '-1' is not a whole number from 0 to 1,000,000,000",
    "descent --f=": "--f: an expression is missing: write a number or a name",
    "chain --at 1,2,3,4,5": "--at: '1,2,3,4,5' is not 1 to 4 numbers with commas between, such as 1,2",
    "chain --at 1;2": "--at: '1;2' is not 1 to 4 numbers with commas between",
    "chain --f x1": "--f goes with --g, in y1 and so on, one variable for each component of f",
    "--seed 3 train": "the command comes first: tui-backprop train",
    "train --iterations 0": "--iterations: '0' is not a whole number from 1 to 10,000,000,000",
    "train --iterations -5": "--iterations: '-5' is not a whole number from 1 to",
    "train --iterations 10000000001": "--iterations: '10000000001' is not a whole number from 1 to",
    "train --iterations 1e5": "--iterations: '1e5' is not a whole number",
    "train --report-every 0": "--report-every: '0' is not a whole number from 1 to",
    "train --json=yes": "--json takes no value; write --json alone",
    "train now": "'now' belongs to no option; see tui-backprop train --help",
    "train --go-to 5": "there is no option --go-to; see tui-backprop train --help",
    "train --iterations 10 --edit 41:learning_rate=1": "comes after the run's last cycle, 40; train more iterations",
}


@pytest.mark.parametrize(("typed", "said"), WRONG.items(), ids=list(WRONG))
def test_a_wrong_argument_gets_one_sentence_and_exit_code_2(typed: str, said: str, capsys: pytest.CaptureFixture[str]):
    assert main(typed.split()) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("tui-backprop: ")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("where", ["output", "input"])
def test_without_a_terminal_the_app_points_to_train(where, capsys, monkeypatch):
    other = "stdin" if where == "output" else "stdout"
    monkeypatch.setattr(getattr(sys, other), "isatty", lambda: True)

    assert main([]) == 2
    assert f"the {where} is not a terminal; tui-backprop train does" in capsys.readouterr().err


def test_a_closed_output_is_no_terminal(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)

    assert main([]) == 2
    assert "the output is not a terminal" in capsys.readouterr().err


class FakeApp:
    started: list[tuple[Recipe, dict[str, Any]]]
    return_code: int | None = None

    def __init__(
        self, session: Session, settings: Any, remember: Any, keeper: Any, file: Any, lesson: Any, progress: Any,
        offer_lessons: bool, **options: Any,
    ) -> None:  # fmt: skip
        self.started.append((session.recipe, {"until_error": session.until_error, "lesson": lesson, **options}))
        self.network = SimpleNamespace(wait_for_the_engine=lambda: None, command="")

    def run(self) -> None:
        pass


@pytest.fixture
def app(monkeypatch) -> type[FakeApp]:
    """The app, and a terminal to run it in."""
    module: Any = ModuleType("tui_backprop.tui.app")
    module.BackpropApp = FakeApp
    FakeApp.started = []
    monkeypatch.setitem(sys.modules, "tui_backprop.tui.app", module)
    monkeypatch.setattr(FakeApp, "return_code", None)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    return FakeApp


@pytest.mark.parametrize(("kind", "sixteen"), [("xterm-256color", False), ("xterm-16color", True)])
def test_without_options_the_app_starts_on_the_articles_network_in_the_terminals_colours(
    app, monkeypatch, kind, sixteen
):
    monkeypatch.setenv("TERM", kind)
    assert main([]) == 0
    assert app.started == [
        (
            Recipe(),
            {
                "go_to": 0,
                "until_error": LEARNED,
                "start_screen": "network",
                "keymap": {},
                "plain": False,
                "sixteen": sixteen,
                "lesson": None,
            },
        )
    ]


def test_every_option_reaches_the_app(app):
    typed = "--task and --hidden 3 --seed 7 --learning-rate 0.5 --edit 8:theta1[2,0]=-1.5 --edit=4:learning_rate=1e-1"

    assert (
        main([*typed.split(), "--go-to", "4_000", "--until-error", "0.01", "--screen", "descent", "--key", "run=p"])
        == 0
    )

    edits = (Edit(4, "learning_rate", 0.1), Edit(8, "theta1[2,0]", -1.5))
    options = {"go_to": 4000, "until_error": 0.01, "start_screen": "descent", "keymap": {"run": "p"}, "plain": False}
    options |= {"lesson": None, "sixteen": False}
    assert app.started == [(Recipe("and", 3, 7, 0.5, edits), options)]


def test_a_key_for_no_action_is_one_sentence(capsys):
    assert main(["--key", "fly=x"]) == 2
    assert "'fly=x' maps no key" in capsys.readouterr().err


def test_the_options_of_a_recipe_give_that_recipe(app):
    edits = (Edit(4, "task", "and"), Edit(4, "theta2[0,4]", 1 / 3), Edit(9, "learning_rate", 1e-7))
    recipe = Recipe("nor", 5, 2**32 - 1, 0.1 + 0.2, edits, (-1 / 3, 0.5))

    assert main(recipe.options()) == 0
    assert app.started[0][0] == recipe


def test_the_exit_code_is_that_of_the_app(app, monkeypatch):
    monkeypatch.setattr(FakeApp, "return_code", 3)
    assert main([]) == 3


def test_help_tells_the_tasks_the_defaults_and_the_commands(capsys):
    assert main(["--help"]) == 0

    help_text = " ".join(capsys.readouterr().out.split())
    assert all(task in help_text for task in TASKS)
    assert f"hidden units, 1 to {MOST_HIDDEN} (default {Recipe().hidden})" in help_text
    assert f"a number over 0 (default {Recipe().learning_rate})" in help_text
    assert f"(default {Recipe().task})" in help_text
    assert all(f"tui-backprop {command} " in help_text for command in COMMANDS)


def test_version_tells_the_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tui-backprop {__version__}\n"


HEAVY = ("numpy", "scipy", "sympy", "numba", "textual", "rich", "plotext")


@pytest.mark.parametrize(
    "typed", ["--help", "--version", "train --help", "descent --help", "chain --help", "--hidden four", "trian"]
)
def test_what_needs_no_mathematics_loads_none(typed):
    script = f"""
import sys
from tui_backprop.cli import main
main({typed.split()!r})
loaded = {{name.split('.')[0] for name in sys.modules}} & set({HEAVY!r})
sys.exit(f"loaded: {{loaded}}" if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_a_short_run_loads_neither_numba_nor_the_screen():
    script = """
import sys
from tui_backprop.cli import main
main(["train", "--iterations", "3"])
loaded = {name.split('.')[0] for name in sys.modules} & {"numba", "textual", "rich", "plotext", "sympy"}
sys.exit(f"loaded: {loaded}" if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_the_package_is_a_command_of_python_too():
    done = subprocess.run(
        [sys.executable, "-m", "tui_backprop", "--version"], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, f"tui-backprop {__version__}\n")


@pytest.mark.parametrize("command", ["", "train ", "chain ", "descent "])
def test_a_value_of_two_hyphens_is_one_sentence_for_every_option(command, capsys):
    assert main(f"{command}--help".split()) == 0
    options = set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help", "--version"}
    assert len(options) >= 3
    for option in options:
        assert main([*command.split(), f"{option}=--"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"tui-backprop: {option}")
        assert "value" in err


@pytest.mark.parametrize("command", [[], ["train"], ["starts"]])
def test_a_target_is_called_a_sum_of_errors_and_not_the_error_of_a_sample(command, capsys):
    assert main([*command, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "--until-error SUM" in said
    assert "E reached" not in said.replace("ΣE reached", "")
