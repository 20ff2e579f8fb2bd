"""Count what readings of fa-kes.csv's names, times and amounts found: `python evals/mentions_fakes.py`.

`mentions_fakes.tsv` holds the mentions of several draws, each by its row, its place in the document and its kind, with
the verdict of one reader: `right` (the words name such a thing, and what they were read as is that thing, or is left
open or unlocated; a time or an amount has the value that its sentence tells); `wrong`, with its cause. Mentions that
name nothing (*the fighters*) are not drawn. Corpus text is not kept. A draw is shown again by

    python evals/draw.py CASE mentions --kind actor --count 100 --seed SEED

on a case built at that time: mentions come and go with the rules, so a later case draws others.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path


def main() -> None:
    """Print, for each draw and kind, how many mentions are right, and what the others are wrong by."""
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    causes: dict[str, list[str]] = defaultdict(list)
    with Path(__file__).with_suffix(".tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            draw = f"{row['draw']} (seed {row['seed']}), {row['kind']}s"
            verdicts[draw][row["verdict"]] += 1
            if row["cause"]:
                causes[draw].append(row["cause"])
    for draw, found in sorted(verdicts.items()):
        total = found.total()
        print(f"draw {draw}: {total} mentions, right {found['right']} ({found['right'] / total:.0%})")
        for cause in sorted(causes[draw]):
            print(f"    {cause}")


if __name__ == "__main__":
    main()
