"""The Dask engine on a cluster of processes: the same rows as the threads', also when a worker is killed on the way."""

import os
import signal
from importlib.util import find_spec

import numpy as np
import pytest

from tui_backprop import __version__
from tui_backprop.calculus.fact import InputError
from tui_backprop.training.starts import cluster as module
from tui_backprop.training.starts.cluster import Cluster, train_batch
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.run import StartsRun, State
from tui_backprop.training.starts.threads import Threads
from tui_backprop.words import reason

pytestmark = [
    pytest.mark.skipif(
        not find_spec("distributed"), reason="Dask's distributed is not installed: no cluster to test on"
    ),
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.xdist_group("cluster"),
]

PLAN = Plan(hidden=(2, 3), learning_rates=(0.1,), starts=400, iterations=20_000)


@pytest.fixture(scope="module")
def cluster():
    import distributed  # takes a second, which no worker should spend that only collects the tests

    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


def sorted_rows(run):
    rows = run.snapshot().results.rows
    return rows[np.argsort(rows["number"])]


def by_threads(plan):
    run = StartsRun(plan, Threads())
    run.start()
    assert run.wait(300)
    return sorted_rows(run)


def test_a_killed_worker_costs_time_and_no_row(cluster):
    import distributed

    expected = by_threads(PLAN)  # first, so that no worker has to compile what this process keeps for all
    killed = []

    def ended(rows):
        if not killed:
            with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
                killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    run = StartsRun(PLAN, Cluster(cluster.scheduler_address, seconds=0.2), ended=ended)
    run.start()
    assert run.wait(300)
    assert killed
    assert run.snapshot().state is State.DONE
    assert sorted_rows(run).tobytes() == expected.tobytes()


def test_pause_go_on_and_stop_reach_the_cluster(cluster):
    run = StartsRun(Plan(starts=10**6), Cluster(cluster.scheduler_address, seconds=0.2))
    run.start()
    while not run.snapshot().done:
        run.wait(0.05)
    run.pause()
    assert run.snapshot().state is State.PAUSED
    run.go_on()
    run.stop()
    assert run.wait(60)
    assert run.snapshot().state is State.STOPPED


def test_workers_of_another_version_are_refused_with_a_sentence(cluster, monkeypatch):
    cluster.wait_for_workers(2, timeout=60)  # the one that was killed comes again
    monkeypatch.setattr(module, "__version__", "0.0.1")
    run = StartsRun(PLAN, Cluster(cluster.scheduler_address))
    run.start()
    with pytest.raises(InputError) as refusal:
        run.wait(60)
    assert "all workers must run tui-backprop 0.0.1, as this computer does; tcp://127.0.0.1:" in reason(refusal.value)
    assert reason(refusal.value).count(f"has {__version__}") == 2


def test_a_worker_of_another_version_trains_nothing():
    assert train_batch("0.0.1", PLAN, np.arange(3), PLAN.marks) == __version__


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(module, "CONNECT_SECONDS", 1)
    for address in ("tcp://127.0.0.1:1", "nowhere at all"):
        run = StartsRun(PLAN, Cluster(address))
        run.start()
        with pytest.raises(InputError) as refusal:
            run.wait(60)
        assert f"no Dask scheduler answers at {address}" in reason(refusal.value)
