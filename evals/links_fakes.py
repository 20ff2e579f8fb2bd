"""Score links on pairs of claims of fa-kes.csv that were drawn and read: `python evals/links_fakes.py --case CASE`.

`links_fakes.tsv` holds pairs of claims of two articles, each claim by its row and the place of its trigger in the
document: forty that one event held when they were drawn, and forty that two events held although the reasons nearly
brought them together. The verdict is one reader's: `same`, `two`, or `part` (one is a part of the other, which may be
joined or not). A pair is judged again when claims still tell both. Corpus text is not kept.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from pathlib import Path

from coreference_fakes import standing_for

from tripoint.model import Claim
from tripoint.store.reading import CaseReader


def judged(case: Path) -> Counter[tuple[str, bool | None]]:
    """Return how often each verdict meets claims that are joined, that are not, or that are told no more."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    with CaseReader(case) as reader:
        for claim in reader.claims():
            claims[int(claim.source.rpartition("row=")[2])].append(claim)
        event_of = {claim_id: event.event_id for event, *_ in reader.events() for claim_id in event.claims}
    found: Counter[tuple[str, bool | None]] = Counter()
    with Path(__file__).with_suffix(".tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            one, two = (standing_for(claims[int(row[f"row_{side}"])], int(row[f"at_{side}"])) for side in "ab")
            told = one is not None and two is not None
            joined = event_of[one.claim_id] == event_of[two.claim_id] if one is not None and two is not None else None
            found[row["verdict"], joined if told else None] += 1
    return found


def main() -> None:
    """Print what became of the pairs."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--case", type=Path, required=True, help="a case built from fa-kes.csv")
    found = judged(asked.parse_args().case)
    for verdict, wanted in (("same", True), ("two", False)):
        right, wrong = found[verdict, wanted], found[verdict, not wanted]
        share = right / (right + wrong) if right + wrong else 1.0
        name = "joined" if wanted else "kept apart"
        print(f"{verdict}: {right} of {right + wrong} {name} ({share:.0%}), {found[verdict, None]} told no more")
    both = found["same", True] + found["two", True]
    print(f"of those joined, one happening: {found['same', True] / both if both else 1.0:.0%}")


if __name__ == "__main__":
    main()
