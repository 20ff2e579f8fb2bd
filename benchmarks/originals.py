"""The raw pages that `pipeline.py` measures on: those beside the repository, repeated with other dates and figures."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
TABLE = SHARED / "corpora" / "fa-kes.csv"
MONTHS = "January February March April May June July August September October November December".split()


def originals() -> list[Path]:
    """Return the pages that the corpus is made of."""
    folders = (SHARED / "seeds" / "pages", ROOT / "samples" / "pages", ROOT / "evals" / "unseen" / "pages")
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path.is_file()]


def shifted(raw: bytes, turn: int) -> bytes:
    """Return the page with its months, days and larger figures changed: other happenings in the same prose."""
    if turn == 0:
        return raw
    rng = random.Random(turn)
    months = dict(zip(MONTHS, rng.sample(MONTHS, 12), strict=True))

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if not word.isdigit():
            return months[word]
        number = int(word)
        if 1990 < number < 2030:
            return str(1995 + (number + 3 * turn) % 30)
        return str(1 + (number + turn) % 28) if number < 32 else str(number + turn)

    text = raw.decode("utf-8", "surrogateescape")
    return re.sub(rf"\b(?:{'|'.join(MONTHS)}|\d{{1,4}})\b", other, text).encode("utf-8", "surrogateescape")


def make_pages(folder: Path, count: int, first: int = 0) -> None:
    """Write `count` pages into `folder`, from the number `first` on; the folder is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    found = originals()
    for number in range(first, first + count):
        path = found[number % len(found)]
        turn = number // len(found)
        (folder / f"{turn:04}_{path.name}").write_bytes(shifted(path.read_bytes(), turn))


def copy_rows(target: Path, count: int) -> None:
    """Write the first `count` rows of fa-kes.csv as UTF-8."""
    with TABLE.open(encoding="utf-8", errors="replace", newline="") as file, target.open("w", newline="") as out:
        rows = csv.writer(out)
        for number, row in enumerate(csv.reader(file)):
            if number > count:
                break
            rows.writerow(row)


def words_of(corpus: Path) -> list[str]:
    """Return the raw text of each page of a folder, or of each row of a table."""
    if corpus.is_file():
        with corpus.open(encoding="utf-8", errors="replace", newline="") as file:
            return [row.get("article_content") or row.get("text") or "" for row in csv.DictReader(file)]
    return [page_text(path) for path in sorted(corpus.iterdir())]


def page_text(path: Path) -> str:
    """Return the raw text of a page: of HTML that of all its elements."""
    raw = path.read_bytes()
    if path.suffix != ".html":
        return raw.decode("utf-8", "replace")
    from lxml import html

    try:
        return str(html.fromstring(raw.decode("utf-8", "replace").encode("utf-8")).text_content())
    except (ValueError, html.etree.ParserError):
        return ""
