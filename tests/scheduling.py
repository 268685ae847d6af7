"""Which process of a run gets which tests."""

from __future__ import annotations

from xdist.scheduler import LoadGroupScheduling


class ModulesTogether(LoadGroupScheduling):
    """A module's tests go to one process, which makes what they share once; those of the whole app go wherever one is free.

    They come last and are dear, so the processes end together. Handed out one by one, five thousand tests would keep
    pytest's own process busy with counting which of them are left.
    """

    def _split_scope(self, nodeid: str) -> str:
        group = super()._split_scope(nodeid)
        module = nodeid.partition("::")[0]
        return group if group != nodeid or module.rpartition("/")[0] == "tests/tui" else module
