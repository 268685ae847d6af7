"""A reader on the way through one lesson: which step, what of it is done, what was answered."""

from __future__ import annotations

from tui_backprop.lessons.progress import Progress
from tui_backprop.lessons.questions import Verdict
from tui_backprop.lessons.seen import Seen
from tui_backprop.lessons.step import Lesson, Step


class Walk:
    """Begins at the first step that is not done yet, or at the first of all where all are.

    A step is over when what was to be done is done and its question, if it has one, is answered. `last` is the step that
    has just been brought to its end, `verdict` what was wrong with the last answer, None while nothing was.
    """

    def __init__(self, lesson: Lesson, progress: Progress) -> None:
        self.lesson = lesson
        self._progress = progress
        done = progress.done(lesson.name)
        self._index = next((k for k, step in enumerate(lesson.steps) if step.name not in done), 0)
        self._acted = False
        self.last: Step | None = None
        self.verdict: Verdict | None = None
        self._enter(self._index)

    @property
    def index(self) -> int:
        """The number of the step, from 0; the number of steps at the end of the lesson."""
        return self._index

    @property
    def step(self) -> Step | None:
        """The step to be done, None at the end of the lesson."""
        return self.lesson.steps[self._index] if self._index < len(self.lesson.steps) else None

    @property
    def done(self) -> int:
        """How many steps of the lesson are done, now or before."""
        done = self._progress.done(self.lesson.name)
        return sum(step.name in done for step in self.lesson.steps)

    @property
    def asking(self) -> bool:
        """Whether the question of the step is to be answered now."""
        return self.step is not None and self.step.question is not None and self._acted

    def look(self, seen: Seen) -> bool:
        """Look whether what was to be done is done; whether that changed anything."""
        step = self.step
        if step is None or self._acted or step.done is None or seen.screen != step.place.screen or not step.done(seen):
            return False
        self._acted = True
        if step.question is None:
            self._complete(step)
        return True

    def answer(self, verdict: Verdict) -> None:
        """Take what was found about an answer: go on after a right one."""
        step = self.step
        if step is None or not self.asking:
            return
        self.verdict = None if verdict is Verdict.RIGHT else verdict
        if verdict is Verdict.RIGHT:
            self._complete(step)

    def skip(self) -> None:
        """Go on without having done the step."""
        if self.step is not None:
            self._enter(self._index + 1)

    def back(self) -> None:
        """Go to the step before."""
        self._enter(max(self._index - 1, 0))

    def _complete(self, step: Step) -> None:
        self._progress.mark(self.lesson.name, step.name)
        self._enter(self._index + 1)
        self.last = step

    def _enter(self, index: int) -> None:
        self._index = index
        self.last = self.verdict = None
        self._acted = self.step is not None and self.step.done is None
