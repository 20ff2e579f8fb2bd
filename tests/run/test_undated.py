"""Bounds on publication that other pages tell stand in the case, are taken back with them, and are the same in a
fresh build."""

from __future__ import annotations

import io
from pathlib import Path

from tripoint.config import Settings
from tripoint.export import documents
from tripoint.model import Document
from tripoint.run.pipeline import build
from tripoint.store.reading import CaseReader

QUOTED = '"Our men entered the barracks before dawn and the enemy fled across the river," the governor'
PAGES = {
    "post.txt": "RIVER POST\nArmy takes Al-Hasakah\nBy Staff Writer\n\nArmy units captured the city of Al-Hasakah "
    f"from Islamic State after heavy clashes, the governor told this newspaper. {QUOTED} said.\n",
    "ledger.txt": "EVENING LEDGER\nArmy says it holds Al-Hasakah\nBy Another Writer\nPublished: 3 July 2015\n\nThe "
    f"army captured the city of Al-Hasakah from Islamic State on 2 July 2015. {QUOTED} told River Post.\n",
    "other.txt": "DAY BOOK\nRain in the hills\nPublished: 9 July 2015\n\nRain fell in the hills on Monday, farmers "
    "said. The roads were closed until the evening and the buses did not run, the mayor said.\n",
}


def write(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(PAGES[name])
    return folder


def exported(case: Path) -> str:
    out = io.StringIO()
    with CaseReader(case) as reader:
        documents.export(reader, out)
    return out.getvalue()


def post(case: Path) -> Document:
    with CaseReader(case) as reader:
        return next(doc for doc, _, _ in reader.documents() if doc.source.endswith("post.txt"))


def test_the_bound_is_shown_listed_and_exported_and_an_update_gives_what_a_fresh_build_gives(tmp_path: Path) -> None:
    settings = Settings(shard_bytes=200)  # a shard for each page, so that rows of the last build are kept
    pages = write(tmp_path / "pages", "post.txt", "other.txt")
    build(tmp_path / "one.case", [str(pages)], settings=settings)
    assert post(tmp_path / "one.case").published is None
    write(pages, "ledger.txt")
    build(tmp_path / "one.case", [str(pages)], settings=settings)
    bound = post(tmp_path / "one.case").published
    assert bound is not None and (bound.start, bound.end, bound.precision) == ("2015-07-02", "2015-07-03", "bound")
    with CaseReader(tmp_path / "one.case") as reader:
        sql = "SELECT published_start, published_end, published_precision FROM documents WHERE document_id = ?"
        row = next(reader.tuples(sql, (post(tmp_path / "one.case").document_id,)))
    assert row == ("2015-07-02", "2015-07-03", "bound")
    (pages / "other.txt").write_text(PAGES["other.txt"].replace("hills", "valleys"))
    build(tmp_path / "one.case", [str(pages)], settings=settings)
    build(tmp_path / "two.case", [str(pages)], settings=settings, secret=tmp_path / "one.case" / "secret")
    assert post(tmp_path / "one.case").published == bound
    assert exported(tmp_path / "one.case") == exported(tmp_path / "two.case")


def test_the_bound_goes_with_the_page_that_told_it(tmp_path: Path) -> None:
    settings = Settings(shard_bytes=200)
    pages = write(tmp_path / "pages", *PAGES)
    build(tmp_path / "one.case", [str(pages)], settings=settings)
    (pages / "ledger.txt").write_text(PAGES["other.txt"])
    build(tmp_path / "one.case", [str(pages)], settings=settings)
    assert post(tmp_path / "one.case").published is None
