"""Score same-happening links on fa-kes.csv: `python evals/coreference_fakes.py [--case CASE] [--verbose]`.

`coreference_fakes.tsv` names, by row and place in the row's `article_content`, words of more than twenty happenings
that several outlets tell, and of others that are like them. It was made by reading, before any run of the links. A key
with a dot is a part (`raid.village` of `raid`): a part and its whole may be joined or not. What an act did to people is
told of the act: *a strike that killed nine* is one happening.

A claim stands for a word when its trigger is on it. Pairs of such claims are judged: one key, one event. The floor
joins claims of one type in articles of one day. Needs `../shared/corpora/fa-kes.csv`; where it is absent, says so.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tripoint.model import Claim, Document
from tripoint.store.reading import CaseReader

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "fa-kes.csv"
MARKED = Path(__file__).with_suffix(".tsv")
AROUND = 40
"""Letters and digits on each side by which a word of the table is found in the document."""


class Told(NamedTuple):
    """A marked word that a claim tells: its happening, the claim, its document and the event the claim fell into."""

    happening: str
    claim: Claim
    document: Document
    event: str


def marked() -> dict[int, list[tuple[int, str]]]:
    """Return for each row of the table the marked places and the happening at each."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    with MARKED.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            found[int(line["row"])].append((int(line["at"]), line["happening"]))
    return found


def place_in(document: str, cell: str, at: int) -> int | None:
    """Return where in the document the word stands that begins at `at` in the cell; layout may differ."""
    letters = [i for i, sign in enumerate(document) if sign.isalnum()]
    plain = "".join(document[i] for i in letters)
    before = "".join(sign for sign in cell[:at] if sign.isalnum())
    behind = "".join(sign for sign in cell[at:] if sign.isalnum())[:AROUND]
    head = before[-AROUND:]
    found = plain.find(head + behind)
    return letters[found + len(head)] if found >= 0 else None


def told(case: Path) -> tuple[list[Told], int]:
    """Return the marked words that claims tell, and how many are marked."""
    with CORPUS.open(encoding="latin-1", newline="") as file:
        cells = [row["article_content"] for row in csv.DictReader(file)]
    wanted = marked()
    found: list[Told] = []
    with CaseReader(case) as reader:
        documents = {doc.document_id: doc for doc, _, _ in reader.documents()}
        rows = {doc.document_id: int(doc.source.rpartition("row=")[2]) for doc in documents.values()}
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in reader.claims():
            claims[claim.document_id].append(claim)
        event_of = {claim_id: event.event_id for event, *_ in reader.events() for claim_id in event.claims}
    for document_id, doc in documents.items():
        for at, happening in wanted.get(rows[document_id], ()):
            place = place_in(doc.text, cells[rows[document_id] - 1], at)
            claim = standing_for(claims[document_id], place) if place is not None else None
            if claim is not None:
                found.append(Told(happening, claim, doc, event_of[claim.claim_id]))
    return found, sum(map(len, wanted.values()))


def standing_for(claims: list[Claim], at: int) -> Claim | None:
    """Return the claim whose trigger is on the word at a place of the document, the surest of several."""
    on = [claim for claim in claims if claim.trigger_start <= at < claim.trigger_end]
    return max(on, key=lambda claim: (claim.score, claim.claim_id), default=None)


def judged(found: list[Told], joins: Callable[[Told, Told], bool]) -> Iterator[tuple[Told, Told, bool, bool]]:
    """Yield each pair of marked claims that is not a part and its whole: wanted together, given together."""
    for a, b in combinations(found, 2):
        if a.claim.claim_id == b.claim.claim_id:
            continue
        whole, part = sorted((a.happening, b.happening), key=len)
        if part.startswith(f"{whole}."):
            continue
        yield a, b, a.happening == b.happening, joins(a, b)


def figures(pairs: list[tuple[Told, Told, bool, bool]]) -> dict[str, float]:
    """Return precision, recall and F1 of pairs."""
    right = sum(wanted and given for *_, wanted, given in pairs)
    given = sum(given for *_, given in pairs)
    wanted = sum(wanted for *_, wanted, _ in pairs)
    return {
        "precision": right / given if given else 1.0,
        "recall": right / wanted if wanted else 1.0,
        "f1": 2 * right / (given + wanted) if given + wanted else 1.0,
        "wanted": wanted,
        "given": given,
    }


def summarise(found: list[Told], words: int, *, verbose: bool) -> None:
    """Print the figures, and what is joined wrongly or not joined when asked."""
    print(f"{'marked words':32} {words}\n{'told by a claim':32} {len(found) / words:.3f}")

    def floor(one: Told) -> Hashable:
        day = one.document.published.start if one.document.published is not None else one.document.document_id
        return one.claim.type, day

    for name, joins in (
        ("", lambda a, b: a.event == b.event),
        ("floor: one type, one day: ", lambda a, b: floor(a) == floor(b)),
    ):
        pairs = list(judged(found, joins))
        across = [pair for pair in pairs if pair[0].document.document_id != pair[1].document.document_id]
        for where, listed in (("pairs", pairs), ("pairs across articles", across)):
            for figure, value in figures(listed).items():
                shown = f"{value:.3f}" if isinstance(value, float) else str(value)
                print(f"{name + where + ' ' + figure:50} {shown}")
    if verbose:
        for a, b, wanted, given in judged(found, lambda a, b: a.event == b.event):
            if wanted != given:
                rows = [one.document.source.rpartition("#")[2] for one in (a, b)]
                mark = "not joined" if wanted else "joined"
                print(
                    mark,
                    a.happening,
                    b.happening,
                    *rows,
                    a.claim.type,
                    b.claim.type,
                    a.claim.claim_id,
                    b.claim.claim_id,
                )


def main() -> int:
    """Read the options, build the case where none is given, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", type=Path, help="a case built from the table before")
    parser.add_argument("--verbose", action="store_true", help="name the pairs that are judged wrongly")
    args = parser.parse_args()
    if not CORPUS.is_file():
        print(f"skipped: {CORPUS.name} is not beside the repository")
        return 0
    if args.case is not None:
        summarise(*told(args.case), verbose=args.verbose)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "x.case"
        call = [
            sys.executable,
            "-c",
            "from tripoint.cli.main import main; main()",
            "build",
            str(CORPUS),
            "--case",
            str(case),
        ]
        if subprocess.run(call, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode != 0:
            return 1
        summarise(*told(case), verbose=args.verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
