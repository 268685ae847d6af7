"""What is said about many starts."""

from __future__ import annotations

from typing import Protocol


class StartsWords(Protocol):
    """What is said about many starts."""

    # --- the command `starts`

    command: str
    """What the command does, in a sentence."""
    command_notes: str
    """Under its options: where the output goes, and the exit codes."""
    option_starts: str
    option_first_seed: str
    option_task: str
    option_hidden: str
    option_learning_rate: str
    option_weights: str
    option_until_error: str
    option_iterations: str
    option_jobs: str
    option_scheduler: str
    option_resume: str
    option_json: str
    option_csv: str

    seed: str
    """The head of a column, as the next ones are."""
    iteration: str
    wrong: str
    hidden: str
    weights: str
    reached: str
    share: str
    confidence: str
    median: str
    never: str
    """In the column of iterations: it did not get under the target."""

    def solved(self, *, reached: int, starts: int, target: str, share: str, low: str, high: str) -> str:
        """How many starts got under the target, and where the true share may lie, in percent."""
        ...

    def half_by(self, *, median: str, first: str, third: str) -> str:
        """When those got there: the median and the quartiles of the iteration."""
        ...

    def group(self, *, starts: int, wrong: tuple[int, ...], seed: int) -> str:
        """So many starts end with these samples wrong (with none, if it is empty); one of them has this seed."""
        ...

    def right_but_not_under(self, *, starts: int, target: str) -> str:
        """So many of the starts with no sample wrong did not get under the target."""
        ...

    def progress(self, *, done: str, total: str, speed: str) -> str:
        """Beside the progress bar: starts done, and how many a second."""
        ...

    # --- what was refused

    def empty_plan(self) -> str:
        """A plan without a setting."""
        ...

    def starts_out_of_range(self, *, starts: int, most: int) -> str:
        """The number of starts goes from 1 to `most`."""
        ...

    def iterations_out_of_range(self, *, iterations: int, most: int) -> str:
        """The number of iterations goes from 1 to `most`."""
        ...

    def target_out_of_range(self, *, target: float) -> str:
        """The target for ΣE is not over 0."""
        ...

    def too_few_seeds(self, *, first: int, left: int, most: int) -> str:
        """From seed `first` there are only `left` seeds up to the last one, `most`."""
        ...

    def no_numba(self, *, problem: str) -> str:
        """Many starts need the compiler, which could not be loaded."""
        ...

    def no_distributed(self, *, problem: str) -> str:
        """A cluster needs Dask's distributed, which is not installed."""
        ...

    def no_scheduler(self, *, address: str, problem: str) -> str:
        """Nobody answers at the address of the scheduler."""
        ...

    def other_versions(self, *, here: str, workers: tuple[tuple[str, str], ...]) -> str:
        """Workers of the cluster, by address and version, do not run the version that runs here."""
        ...

    def other_plan(self, *, path: str) -> str:
        """The file to resume from belongs to another plan or another version."""
        ...

    def no_record(self, *, path: str) -> str:
        """The file to resume from is none that this program wrote."""
        ...

    def record_in_use(self, *, path: str) -> str:
        """Another program writes to the file to resume from."""
        ...
