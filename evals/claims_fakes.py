"""Count what readings of fa-kes.csv's claims found: `python evals/claims_fakes.py`.

`claims_fakes.tsv` holds the claims of several draws, each by its row, the place of its trigger in the document and its
type, with the verdict of one reader: `right`; `missing` (nothing wrong is told, but its clause tells a slot that the
claim lacks); `wrong`; and the slots concerned. Corpus text is not kept. A draw is shown again by

    python evals/draw.py CASE claims --count 60 --seed SEED

on a case built at that time: claims come and go with the rules, so a later case draws others.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path


def main() -> None:
    """Print, for each draw, how many claims are right, and which slots the others fail in."""
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    slots: dict[str, Counter[str]] = defaultdict(Counter)
    with Path(__file__).with_suffix(".tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            draw = f"{row['draw']} (seed {row['seed']})"
            verdicts[draw][row["verdict"]] += 1
            slots[draw].update(filter(None, row["slots"].split(",")))
    for draw, found in sorted(verdicts.items()):
        total = found.total()
        nothing_wrong = found["right"] + found["missing"]
        print(f"draw {draw}: {total} claims, right {found['right']} ({found['right'] / total:.0%})", end=", ")
        print(f"nothing wrong told {nothing_wrong} ({nothing_wrong / total:.0%})")
        print("   ", ", ".join(f"{slot} {count}" for slot, count in slots[draw].most_common()))


if __name__ == "__main__":
    main()
