"""Score same-happening links on articles of our own: `python evals/coreference_pages.py [--verbose] [--keep DIR]`.

What the articles are and how they are marked: `coreference_pages/README.md`. Figures as in `coreference_fakes.py`.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from coreference_fakes import ROOT, Told, standing_for, summarise

from tripoint.model import Claim
from tripoint.store.reading import CaseReader

PAGES = Path(__file__).with_suffix("")
_HEAD = re.compile(r"^== (?P<outlet>.+), (?P<day>\d{4}-\d{2}-\d{2})\n(?P<title>.+)\n", re.MULTILINE)
_MARK = re.compile(r"\[([^|\]]+)\|([\w.]+)\]")


def articles() -> Iterator[dict[str, str]]:
    """Yield outlet, day, title and marked text of every article."""
    for path in sorted(PAGES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        heads = list(_HEAD.finditer(text))
        for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(text)], strict=True):
            yield {**head.groupdict(), "text": text[head.end() : end].strip()}


def told(case: Path, listed: list[dict[str, str]]) -> tuple[list[Told], int]:
    """Return the marked words that claims tell, and how many are marked."""
    found: list[Told] = []
    with CaseReader(case) as reader:
        documents = {int(doc.source.rpartition("row=")[2]) - 1: doc for doc, _, _ in reader.documents()}
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in reader.claims():
            claims[claim.document_id].append(claim)
        event_of = {claim_id: event.event_id for event, *_ in reader.events() for claim_id in event.claims}
    words = 0
    for row, article in enumerate(listed):
        doc = documents[row]
        first = _MARK.sub(r"\1", article["text"])[:20]
        start, shift = doc.text.index(first), 0
        for mark in _MARK.finditer(article["text"]):
            words += 1
            claim = standing_for(claims[doc.document_id], start + mark.start() - shift)
            shift += len(mark[0]) - len(mark[1])
            if claim is not None:
                found.append(Told(mark[2], claim, doc, event_of[claim.claim_id]))
    return found, words


def main() -> int:
    """Build the articles as one case and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="folder for table and case (kept, so that a second run is quick)")
    parser.add_argument("--verbose", action="store_true", help="name the pairs that are judged wrongly")
    args = parser.parse_args()
    listed = list(articles())
    with tempfile.TemporaryDirectory() as spare:
        folder = args.keep or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        table, case = folder / "pages.csv", folder / "x.case"
        with table.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("title", "text", "outlet", "published"))
            rows.writerows((a["title"], _MARK.sub(r"\1", a["text"]), a["outlet"], a["day"]) for a in listed)
        call = [
            sys.executable,
            "-c",
            "from tripoint.cli.main import main; main()",
            "build",
            str(table),
            "--case",
            str(case),
        ]
        if subprocess.run(call, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode != 0:
            return 1
        summarise(*told(case, listed), verbose=args.verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
