"""What stands around the steps of a lesson. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.keys import KeyText
from tui_backprop.words.lessons.panel import PanelWords


class EnglishPanel(PanelWords):
    """What stands around the steps of a lesson."""

    groups: Mapping[str, str] = {"lesson": "Lesson"}
    keys: Mapping[str, KeyText] = {
        "lesson.skip": KeyText("go on without doing the step", "skip"),
        "lesson.back": KeyText("go back to the step before", "step before"),
        "lesson.enter": KeyText("answer the question, or go back to it", "answer"),
        "lesson.escape": KeyText("from the question back to the screen", "to the screen"),
        "lesson.leave": KeyText("after the last step: leave the lessons, back to your own run", "leave the lessons"),
    }

    lessons = "Lessons"
    preparing = "The lesson is being set up …"
    about_command = "learn along the article: the lessons in the app"
    which_lesson = "the number of a lesson, else the list of them"
    how_to_choose = "↑ ↓ and enter choose."
    how_to_choose_a_lesson = "enter: begin, or go on · esc: close"
    how_to_type = "Type a number or an expression, then enter."
    how_to_point = "↑ ↓ ← → or a click, then enter."
    choose_first = "None is chosen yet: ↓ or a digit highlights one."
    type_first = "Nothing is typed yet: type a number first."
    point_first = "The cursor is on no number yet: ↓ puts it on one."
    came_back = "The screen had gone on. Here it is again."
    wrong_sign = "The size is right, the sign is not."
    wrong_power = "The digits are right, the decimal point is not."
    too_rough = "Close: now give it to three digits."
    too_small = "The right number is larger."
    too_large = "The right number is smaller."
    leave = "Leave the lessons"
    forget = "Forget the progress of all lessons"
    forget_surely = "Really forget all of it? enter once more"
    forgotten = "The progress of the lessons is forgotten."

    def heading(self, *, number: str, title: str) -> str:
        return f"Lesson {number}: {title}"

    def step(self, *, number: str, of: str) -> str:
        return f"step {number} of {of}"

    def keys_line(self, *, next: str, back: str, lessons: str) -> str:
        return f"{next} skip · {back} back · {lessons} lessons"

    def keys_at_the_end(self, *, back: str, lessons: str) -> str:
        return f"{back} back · {lessons} lessons"

    def both(self, first: str, second: str) -> str:
        return f"{first} {second}"

    def not_a_number(self, *, text: str, reason: str) -> str:
        return f"“{text}” is no number and no calculation: {reason}."

    def how_to_come_back(self, *, key: str) -> str:
        return f"Press {key} to answer."

    def pointed_at(self, *, symbol: str) -> str:
        return f"You are pointing at {symbol}."

    def elsewhere(self, *, key: str, screen: str) -> str:
        return f"This step is on the screen “{screen}”: {key} goes back to it."

    def leave_the_cell(self, *, key: str) -> str:
        return f"The cursor is on a number, and the arrow keys move it: first press {key}."

    def finished(self, *, title: str) -> str:
        return f"That was the lesson “{title}”."

    def passed(self, *, title: str, done: str, of: str) -> str:
        return f"This is the end of the lesson “{title}”: {done} of its {of} steps are done."

    def go_on(self, *, next: str, title: str, leave: str) -> str:
        return f"{next} goes on to “{title}”; {leave} goes back to your own screen, which is as you left it."

    def all_finished(self, *, lessons: str, leave: str) -> str:
        return (
            f"It was the last lesson. {lessons} lists them all; {leave} goes back to your own screen, which is as you "
            "left it."
        )

    def progress(self, *, done: str, of: str) -> str:
        return f"{done} of {of}"

    def offer(self, *, key: str, decline: str) -> str:
        return f"New here? {key} opens lessons that lead through the article. {decline}: not now."
