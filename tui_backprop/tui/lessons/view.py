"""What the panel of a lesson shows at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui_backprop.lessons import course
from tui_backprop.lessons.questions import Choice, Number, Pointing, Question
from tui_backprop.lessons.walk import Walk
from tui_backprop.tui.kit.keys import printed
from tui_backprop.tui.lessons.keys import shown
from tui_backprop.words import words
from tui_backprop.words.lessons import StepText


@dataclass(frozen=True)
class PanelView:
    """The head and the texts, those that have nothing to say empty.

    `found` is what the step before has found, `act` what is to be done, or how to come back to where that is, `ask` the
    question with `how` it is answered.
    `choices` are in the order in which they are shown; `typing` says that a number is typed. `wrong` says what was wrong
    with the last answer. `step` tells one step from the next.
    """

    heading: str
    place: str
    keys: str
    step: tuple[str, int] = ("", 0)
    found: str = ""
    say: str = ""
    act: str = ""
    ask: str = ""
    how: str = ""
    choices: tuple[str, ...] = ()
    typing: bool = False
    wrong: str = ""


@dataclass(frozen=True)
class Way:
    """What stands between the reader and the step: another screen is in front, the arrow keys move a cursor, or the keys
    do not go to the question."""

    elsewhere: bool = False
    in_a_cell: bool = False
    away: bool = False


def view_of(
    walk: Walk, text: StepText | None, found: str, wrong: str, way: Way, keymap: Mapping[str, str]
) -> PanelView:
    """The view of a walk: `text` is that of its step, None while it is being set up; `keymap` has keys given anew."""
    open, skip, back, leave = (shown(id, keymap) for id in ("lessons", "lesson.skip", "lesson.back", "lesson.leave"))
    say, name, step = words().lessons.panel, walk.lesson.name, walk.step
    heading = say.heading(number=str(_number(name)), title=course.title(words().lessons, name))
    if step is None:
        keys, count = say.keys_at_the_end(back=back, lessons=open), len(walk.lesson.steps)
        return PanelView(heading, "", keys, (name, count), found, _farewell(walk, open, skip, printed(leave)))
    keys = say.keys_line(next=skip, back=back, lessons=open)
    place, which = say.step(number=str(walk.index + 1), of=str(len(walk.lesson.steps))), (name, walk.index)
    if text is None:
        return PanelView(heading, place, keys, say=say.preparing)
    found = "" if wrong else found
    question = step.question
    if way.elsewhere:
        way_back = say.elsewhere(
            key=shown(f"screen.{step.place.screen}", keymap), screen=words().app.screens[step.place.screen]
        )
        return PanelView(heading, place, keys, which, found, text.say, way_back)
    if question is None or not walk.asking:
        first = say.leave_the_cell(key=shown("lesson.escape", keymap)) if way.in_a_cell else ""
        return PanelView(heading, place, keys, which, found, text.say, say.both(first, text.do) if first else text.do)
    order = question.order(step.name) if isinstance(question, Choice) else []
    return PanelView(
        heading,
        place,
        keys,
        which,
        found,
        text.say,
        ask=text.ask,
        how=say.how_to_come_back(key=printed(shown("lesson.enter", keymap))) if way.away else _how(question),
        choices=tuple(text.choices[index] for index in order),
        typing=isinstance(question, Number),
        wrong=wrong,
    )


def _how(question: Question) -> str:
    say = words().lessons.panel
    if isinstance(question, Pointing):
        return say.how_to_point
    return say.how_to_choose if isinstance(question, Choice) else say.how_to_type


def _number(name: str) -> int:
    return course.NAMES.index(name) + 1


def _farewell(walk: Walk, open: str, skip: str, leave: str) -> str:
    """After the last step of a lesson."""
    say, name, count = words().lessons.panel, walk.lesson.name, len(walk.lesson.steps)
    number, title = _number(name), course.title(words().lessons, name)
    if number == len(course.NAMES):
        on = say.all_finished(lessons=open, leave=leave)
    else:
        on = say.go_on(next=skip, title=course.title(words().lessons, course.NAMES[number]), leave=leave)
    if walk.done == count:
        return say.both(say.finished(title=title), on)
    return say.both(say.passed(title=title, done=str(walk.done), of=str(count)), on)
