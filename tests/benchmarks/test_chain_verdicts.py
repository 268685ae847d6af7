"""The verdicts on a thousand random chains: none may be wrong. Run with -s to see the counts."""

from __future__ import annotations

from random_chains import Tally, random_chains


def test_over_a_thousand_random_chains_no_verdict_is_wrong() -> None:
    tally = Tally()
    for pair, x in random_chains(seed=2024, count=1_000):
        tally.take(pair, x)
    entries = {str(verdict): count for verdict, count in tally.entries.items()}
    chains = {str(verdict): count for verdict, count in tally.chains.items()}
    print(f"\nchains {chains}, of these {tally.no_value} without a finite value; entries {entries}")
    print(f"wrong entries planted {tally.mutated}, called wrong {tally.caught}, called right 0")
    assert tally.faults == []
    assert tally.entries["right"] > 3_000
