#!/usr/bin/env python3
"""How far the events of a case of generated pages are the happenings that those were made of.

    python benchmarks/happenings.py CASE [--seed 7]

CASE is built of the pages of `corpus.py`, whose names tell which happening each is of. The generator tells every
happening in the sentences of a few samples, so that claims of different years and countries share their words: the
hardest that linking can be given. *Pairs* are claims of two documents in one event; B-cubed precision is, for each
claim, the share of its event that is of its happening. Recall is over claims of one type told in equal words of one
happening.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

import corpus

_CLAIMS = """
SELECT e.event_id, c.document_id, d.source, c.type, c.evidence FROM claims c
JOIN documents d USING (document_id) JOIN event_claims e USING (claim_id) WHERE c.comment_id IS NULL
"""


def pairs(number: int) -> int:
    """Return how many pairs there are of so many."""
    return number * (number - 1) // 2


def measure(case: Path, seed: int) -> dict[str, float]:
    """Return the figures by name."""
    told: dict[str, int] = {}
    events: dict[str, Counter[int]] = defaultdict(Counter)
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    equal: dict[tuple[int, str, str], dict[str, str]] = defaultdict(dict)
    with closing(sqlite3.connect(f"{(case / 'case.db').resolve().as_uri()}?mode=ro", uri=True)) as db:
        for event, document, source, type_, words in db.execute(_CLAIMS):
            happening = told.setdefault(document, corpus.happening_of(int(Path(source).stem), seed))
            events[event][happening] += 1
            texts[event][document] += 1
            equal[happening, type_, words].setdefault(document, event)
    inside = sum(pairs(count) for one in texts.values() for count in one.values())
    given = sum(pairs(one.total()) for one in events.values()) - inside
    right = sum(pairs(count) for one in events.values() for count in one.values()) - inside
    wanted = sum(pairs(len(one)) for one in equal.values())
    found = sum(pairs(count) for one in equal.values() for count in Counter(one.values()).values())
    claims = sum(one.total() for one in events.values())
    return {
        "claims": claims,
        "events": len(events),
        "largest event": max(one.total() for one in events.values()),
        "pairs of one happening": right / max(1, given),
        "B-cubed precision": sum(sum(n * n for n in one.values()) / one.total() for one in events.values()) / claims,
        "recall of equal sentences": found / max(1, wanted),
    }


def main() -> None:
    """Print the figures of the case that was asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("case", type=Path)
    asked.add_argument("--seed", type=int, default=7)
    told = asked.parse_args()
    if not (told.case / "case.db").is_file():
        raise SystemExit(f"{told.case} is no case; build one of the pages of benchmarks/corpus.py first")
    for name, value in measure(told.case, told.seed).items():
        print(f"{name:<28}{value:>12,.3f}" if value <= 1 else f"{name:<28}{value:>12,.0f}")


if __name__ == "__main__":
    main()
