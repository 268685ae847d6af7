"""The two lines at the top of the screen of many starts."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from tui_backprop.explain.typeset import count, short
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import StartResult
from tui_backprop.training.starts.run import StartsSnapshot, State
from tui_backprop.tui.kit.lines import spread
from tui_backprop.tui.starts.look import Look
from tui_backprop.words import words


def plan_text(snapshot: StartsSnapshot, room: int) -> Text:
    """What the starts of the chosen setting have in common, as much of it as there is room for beside the status."""
    setting, said = snapshot.setting, words().starts_screen
    low, high = (short(end) for end in setting.weights)
    name = setting.task.upper() if setting.data is None else setting.data.title
    sizes = f"{name} {setting.recipe(0).inputs}-{setting.hidden}-1"
    parts = [sizes, f"α {short(setting.learning_rate)}", said.weights_range(low=low, high=high)]
    while parts and cell_len(" · ".join(parts)) > room:
        parts.pop()
    return Text(" · ".join(parts), style="bold")


def status(snapshot: StartsSnapshot) -> Text:
    """Whether it runs, how fast, how long it will take."""
    said = words().starts_screen
    if snapshot.state is State.RUNNING and not snapshot.preparing:
        left = "" if snapshot.seconds_left is None else duration(snapshot.seconds_left)
        return Text(f"▶ {said.running(speed=short(round(snapshot.speed, 1)), left=left)}", style="bold reverse")
    if snapshot.state is State.FAILED:
        return Text(f"✗ {said.failed(problem=str(snapshot.failure))}", style="bold")
    sentences = {
        State.WAITING: said.waiting,
        State.RUNNING: f"▶ {said.preparing}",
        State.PAUSED: f"‖ {said.paused}",
        State.STOPPED: said.stopped,
        State.DONE: f"✓ {said.done}",
    }
    return Text(sentences[snapshot.state], style="bold")


def none_ended(snapshot: StartsSnapshot) -> str:
    """In the place of what has ended: why nothing has."""
    said = words().starts_screen
    return said.compiling if snapshot.preparing else said.none_ended


def before_the_first_end(snapshot: StartsSnapshot) -> str:
    """In the place of a chart: what the plan will do, or that it is under way."""
    plan, said = snapshot.plan, words().starts_screen
    if snapshot.state is not State.WAITING:
        return none_ended(snapshot)
    target, iterations = short(plan.until_error), count(plan.iterations)
    return said.plan(settings=len(snapshot.settings), starts=plan.starts, target=target, iterations=iterations)


def result_line(look: Look, width: int) -> Text:
    """How many have ended, on the left a bar of it; what the chosen setting has come to."""
    snapshot, summary, said = look.snapshot, look.summary, words().starts_screen
    done = round(10 * snapshot.done / snapshot.total)
    left = Text(f"{'█' * done:░<10} {said.counted(done=count(snapshot.done), total=count(snapshot.total))}")
    right = Text()
    if summary.share is not None and summary.interval is not None:
        low, high = (f"{end:.1%}" for end in summary.interval)
        right.append(
            said.reached(
                reached=count(summary.reached), done=count(summary.done), share=f"{summary.share:.1%}", low=low, high=high,
                target=short(snapshot.plan.until_error),
            )
        )  # fmt: skip
        if summary.quartiles is not None:
            median = said.median_iteration(median=count(round(summary.quartiles[1])))
            if left.cell_len + right.cell_len + len(median) + 4 < width:
                right.append(f" · {median}")
    if left.cell_len + right.cell_len >= width:
        return right if right.cell_len else left
    return spread(left, right, width)


def opened(result: StartResult, plan: Plan) -> str:
    """What a start that is opened has come to, and how to come back."""
    return words().starts_screen.opened(
        seed=result.seed,
        wrong=result.wrong,
        error=short(result.error),
        target=short(plan.until_error),
        reached=result.iteration is not None,
    )


def duration(seconds: float) -> str:
    """A time as minutes and seconds: 2:05, or 1:02:05 with hours."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
