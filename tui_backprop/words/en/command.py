"""What the command line says. English."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.command import CommandWords


class EnglishCommand(CommandWords):
    """What the command line says."""

    wide_terminal = (
        "This terminal draws θ and ² two cells wide, so columns would stand out of line. Write in ASCII? [Y/n] "
    )

    usage = "usage: "
    group_arguments = "arguments"
    group_options = "options"
    help_help = "show this help"
    help_version = "show the version"

    def no_key(self, *, wish: str, ids: Sequence[str]) -> str:
        return f"{wish!r} maps no key; write ID=KEY, where ID is one of {', '.join(ids)}"

    def system_problem(self, *, name: str, text: str) -> str:
        return text

    def missing(self, *, names: str, command: str) -> str:
        return f"{names} is missing; see {command} --help"

    def excluded(self, *, option: str, other: str) -> str:
        return f"{option} does not go with {other}; give one of the two"

    about_app = "A microscope for back-propagation: every Jacobian of a small network, every step."
    app_epilog = """\
commands without a screen (each has a --help of its own):
  tui-backprop train      train, and report the loss and the parameters
  tui-backprop starts     train from many random parameters, and count how often it is learned
  tui-backprop descent    go down a surface step by step
  tui-backprop chain      multiply the Jacobians of two vector functions
  tui-backprop explain    work one whole cycle out: text, LaTeX, a NumPy or PyTorch script, JSON
  tui-backprop practice   print a sheet of exercises, with or without answers
  tui-backprop serve      show the app in browsers, for a class
  tui-backprop settings   print where the settings file is, and what is in force

tui-backprop --resume goes on where the app was left last; its run is kept without your doing.
tui-backprop open FILE goes on with a run that was saved.
tui-backprop learn [N] opens the lessons along the article; so does L in the app.

In the app: space runs and pauses, → and ← step, ? explains what has the focus, q leaves.
"""
    about_train = "Train, and report the loss and the parameters."
    train_epilog = """\
The report goes to the standard output, everything else to the standard error.
Exit codes: 0 done or the target ΣE reached, 1 the run left the finite numbers, 2 a wrong argument, 130 left by Ctrl-C.
"""
    group_run = "the run"
    group_start = "the start"
    group_report = "the report"
    help_task = "xor, xnor, and, or, nand, nor, parity3 or parity4 (default xor)"
    help_hidden = "hidden units, 1 to 16 (default 4)"
    help_seed = "parameters from np.random.RandomState(S) (default 0)"
    help_learning_rate = "a number over 0 (default 0.02)"
    help_weights = "the range of the first parameters (default 0,1)"
    help_edit = (
        "change learning_rate, task or an entry such as theta1[2,0], indices from 0, after this cycle; repeatable"
    )
    help_until_error = "stop at the end of the first iteration whose ΣE, the sum over the samples, is smaller"
    help_go_to = "start at the end of this cycle"
    help_screen = "chain, descent, network or starts (default network)"
    help_key = "another key for an action, such as run=p"
    help_plain = "write the notation in ASCII, for terminals that draw θ two cells wide"
    help_theme = "colours, such as textual-light, nord, or ansi-dark for 16 colours"
    help_iterations = "train so many (default 100000)"
    help_report_every = "iterations to a report (default 10000)"
    help_train_json = "one object a line, the last one with theta1 and theta2"
    help_csv = "write the reports to this file too: iteration, ΣE and each sample's E, every digit"
    iteration = "iteration"
    output_no_terminal = "the output is not a terminal; tui-backprop train does a run without a screen"
    input_no_terminal = "the input is not a terminal; tui-backprop train does a run without a screen"

    about_practice = "A sheet of exercises on the network's derivatives, the same for the same seed."
    practice_epilog = (
        "Give a class one seed and everyone has the same sheet; --answers prints the worked answers too.\n"
    )
    help_practice_seed = "the sheet's number (default 0)"
    help_questions = "how many questions (default 10)"
    help_answers = "print the answers, worked out, after the questions"
    sheet = "Exercises on back-propagation"
    answers = "Answers"

    def help_topic(self, *, topics: str) -> str:
        return f"{topics} (default all in turn); repeatable"

    def help_format(self, *, formats: str) -> str:
        return f"{formats} (default text)"

    def no_format(self, *, text: str, formats: str) -> str:
        return f"there is no format {text!r}; the formats are {formats}"

    def help_language(self, *, codes: Sequence[str]) -> str:
        return f"{' or '.join(codes)}; else the system's"

    def progress(self, *, done: str, goal: str) -> str:
        return f"iteration {done} of {goal}"

    def see_help(self, *, problem: str, command: str) -> str:
        return f"{problem}; see {command} --help"

    def no_value(self, *, option: str, command: str) -> str:
        return f"{option} needs a value; see {command} --help"

    def no_value_taken(self, *, option: str) -> str:
        return f"{option} takes no value; write {option} alone"

    def command_first(self, *, command: str) -> str:
        return f"the command comes first: {command}"

    def no_option(self, *, option: str, command: str) -> str:
        return f"there is no option {option}; see {command} --help"

    def wrong_value(self, *, option: str, reason: str) -> str:
        return f"{option}: {reason}"

    def no_command(self, *, name: str, commands: str) -> str:
        return f"there is no command {name!r}; the commands are {commands}"

    def stray(self, *, text: str, command: str) -> str:
        return f"{text!r} belongs to no option; see {command} --help"

    def no_whole_number(self, *, text: str, least: str, most: str) -> str:
        if not least:
            return f"{text!r} is not a whole number, such as 7"
        return f"{text!r} is not a whole number from {least} to {most}"

    def no_number(self, *, text: str) -> str:
        return f"{text!r} is not a number, such as 0.5"

    def no_positive_number(self, *, text: str) -> str:
        return f"{text!r} is not a finite number over 0, such as 0.01"

    def no_point(self, *, text: str, least: int, most: int, example: str) -> str:
        count = f"{least}" if least == most else f"{least} to {most}"
        return f"{text!r} is not {count} numbers with commas between, such as {example}"

    def no_language(self, *, text: str, languages: str) -> str:
        return f"there is no language {text!r}; the languages are {languages}"

    def no_screen(self, *, text: str, screens: str) -> str:
        return f"there is no screen {text!r}; the screens are {screens}"

    def no_file(self, *, name: str, problem: str) -> str:
        return f"the file {name} cannot be opened: {problem}"

    def not_written(self, *, problem: str) -> str:
        return f"the output could not be written: {problem}"

    def no_theme(self, *, name: str, names: Sequence[str]) -> str:
        return f"there is no theme {name!r}; there are {', '.join(names)}"
