"""What is known of a number that someone points at, in no language."""

from __future__ import annotations

from dataclasses import dataclass

from tui_backprop.calculus.fact import Fact
from tui_backprop.explain.working import Source, Term


@dataclass(frozen=True)
class Explanation:
    """One cell explained: `symbol` = `formula` = `numbers` = `result`.

    `forms` are in the article's notation, none where the number was chosen rather than computed. Where there is a short
    form (a sum with Σ, the slope s(1 − s)) it comes first and the written-out form after it. `numbers` is the
    written-out form with the numbers of this moment, in the grammar of working.py: operands have 9 significant digits, or
    all of theirs where 9 would not give 7 digits of `result`. Both lines are complete for any size and may be wrapped at
    spaces. `result` is the float that the cell shows, `equation` the article's number or "".

    `why` is what the number means and `misprint` where the article prints another one, for words to say (words.sentence).

    `sources` are the cells that the number is made from. For a matrix product they are the whole row of the left factor
    and the whole column of the right one, and `terms` has their products in order with the running sum.
    """

    symbol: str
    forms: tuple[str, ...]
    numbers: str
    result: float
    equation: str
    why: Fact
    sources: tuple[Source, ...] = ()
    terms: tuple[Term, ...] = ()
    misprint: Fact | None = None

    @property
    def formula(self) -> str:
        """All forms in one line."""
        return " = ".join(self.forms)
