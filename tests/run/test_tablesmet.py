"""A build says of each table that it met which column was taken for what, whether or not the table was read again."""

from __future__ import annotations

from pathlib import Path

from tripoint.config import Settings
from tripoint.run.pipeline import build


def test_tables_are_told_at_each_build_and_a_manifest_among_them_is_not(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "rows.csv").write_text("headline,body\nA town fell,Rebels took the town of Azaz on Monday.\n", "utf-8")
    (pages / "page.txt").write_text("Shells hit a market in Aleppo on Sunday, the mayor said.\n", "utf-8")
    manifest = pages / "manifest.csv"
    manifest.write_text("path,outlet\npage.txt,The Harbour Courier\n", "utf-8")

    def told() -> tuple[str, ...]:
        return build(tmp_path / "one.case", [str(pages)], settings=Settings(), manifest=manifest).guesses

    assert told() == told() == (f"{pages / 'rows.csv'}: text from body, title from headline",)
