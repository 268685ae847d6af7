"""What is said about many starts. English."""

from __future__ import annotations

from tui_backprop.words.starts import StartsWords


class EnglishStarts(StartsWords):
    """What is said about many starts."""

    command = "Train from many random parameters: how often is it learned, how soon, and which samples stay wrong?"
    command_notes = """\
Lists (2,3,4 or "0,1;-1,1") try every combination. The starts go to the standard output in the order of their seeds,
everything else to the standard error. Ctrl-C prints what has ended by then.
Exit codes: 0 done, 1 the cluster or the compiler failed, 2 a wrong argument, 130 left by Ctrl-C.
"""
    option_starts = "so many starts of each setting (default 1000)"
    option_first_seed = "their seeds begin here (default 0)"
    option_task = "xor, xnor, and, or, nand, nor, parity3 or parity4 (default xor)"
    option_hidden = "hidden units, 1 to 16, or a list (default 4)"
    option_learning_rate = "a number over 0, or a list (default 0.02)"
    option_weights = 'the range of the first parameters, or a list such as "0,1;-1,1" (default 0,1)'
    option_until_error = "a start ends at its first iteration with a smaller sum of errors (default 0.01)"
    option_iterations = "or after so many (default 100000)"
    option_jobs = "threads (default: one for each processor)"
    option_scheduler = "train on the Dask cluster of this scheduler, such as tcp://host:8786"
    option_resume = "keep the ends in this file, and go on where it stops"
    option_json = "one object for each start, then one that sums up each setting"
    option_csv = "one line for each start"

    seed = "seed"
    iteration = "iteration"
    wrong = "wrong samples"
    hidden = "hidden"
    weights = "weights"
    reached = "solved"
    share = "share"
    confidence = "95% confidence"
    median = "median iteration"
    never = "never"

    def solved(self, *, reached: int, starts: int, target: str, share: str, low: str, high: str) -> str:
        return (
            f"{reached:,} of {starts:,} starts came under ΣE = {target}: {share}%, "
            f"with 95% confidence between {low}% and {high}% of all seeds."
        )

    def half_by(self, *, median: str, first: str, third: str) -> str:
        return f"Half of these did by iteration {median}, a quarter by {first}, three quarters by {third}."

    def group(self, *, starts: int, wrong: tuple[int, ...], seed: int) -> str:
        samples = {0: "no sample", 1: "sample"}.get(len(wrong), "samples")
        numbers = "".join(f" {number}" for number in wrong)
        ending = "start ends" if starts == 1 else "starts end"
        return f"{starts:,} {ending} with {samples}{numbers} wrong, such as seed {seed}."

    def right_but_not_under(self, *, starts: int, target: str) -> str:
        return f"{starts:,} of these did not come under ΣE = {target}: each output is on its side of ½, but not near enough."

    def progress(self, *, done: str, total: str, speed: str) -> str:
        return f"{done} of {total} starts, {speed}/s"

    def empty_plan(self) -> str:
        return "a plan needs a task, a number of hidden units, a learning rate and a range of weights"

    def starts_out_of_range(self, *, starts: int, most: int) -> str:
        return f"the number of starts is {starts:,}; it goes from 1 to {most:,}"

    def iterations_out_of_range(self, *, iterations: int, most: int) -> str:
        return f"the number of iterations is {iterations:,}; it goes from 1 to {most:,}"

    def target_out_of_range(self, *, target: float) -> str:
        return f"the target for ΣE is {target:g}; it is a finite number over 0, such as 0.01"

    def too_few_seeds(self, *, first: int, left: int, most: int) -> str:
        return (
            f"from seed {first} on there are {left:,} seeds, the last one {most}; take fewer starts or an earlier seed"
        )

    def no_numba(self, *, problem: str) -> str:
        return f"many starts need Numba, which could not be loaded: {problem}"

    def no_distributed(self, *, problem: str) -> str:
        return f"--scheduler needs Dask; install tui-backprop[cluster] ({problem})"

    def no_scheduler(self, *, address: str, problem: str) -> str:
        return f"no Dask scheduler answers at {address}: {problem}"

    def other_versions(self, *, here: str, workers: tuple[tuple[str, str], ...]) -> str:
        listed = ", ".join(f"{address} has {version}" for address, version in workers)
        return f"all workers must run tui-backprop {here}, as this computer does; {listed}"

    def other_plan(self, *, path: str) -> str:
        return f"{path} belongs to another plan or another version of tui-backprop; take its options, or another file"

    def no_record(self, *, path: str) -> str:
        return f"{path} is no file of tui-backprop starts; take another one"

    def record_in_use(self, *, path: str) -> str:
        return f"another tui-backprop is writing to {path}; wait for its end, or take another file"
