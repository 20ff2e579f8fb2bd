"""Count what readings of fa-kes.csv's contradictions found: `python evals/contradictions_fakes.py`.

`contradictions_fakes.tsv` holds contradictions that were raised without an explanation, of several draws, each by its
field and the rows that its sides rest on, with the verdict of one reader: `real`; `count` (a count that went on);
`part` (a part and its whole, one place and another word for it); `two` (two happenings); `misread` (a claim says what
its text does not). Corpus text is not kept. A draw is shown by

    python evals/draw.py CASE contradictions --count 30 --seed SEED

on a case built at that time: contradictions come and go with the rules, so a later case draws others.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path


def main() -> None:
    """Print, for each draw, how many contradictions are real, of all and of those in numbers."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with Path(__file__).with_suffix(".tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found[f"draw {row['draw']}"][row["verdict"]] += 1
            if row["field"].startswith("amount:"):
                found[f"draw {row['draw']}, numbers"][row["verdict"]] += 1
    for name, verdicts in sorted(found.items()):
        listed = ", ".join(f"{verdict} {count}" for verdict, count in sorted(verdicts.items()))
        print(f"{name}: {verdicts.total()} read, real {verdicts['real'] / verdicts.total():.0%} ({listed})")


if __name__ == "__main__":
    main()
