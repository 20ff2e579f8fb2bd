"""The table of the README: a few figures of docs/quality.md, taken from it and never typed.

`python docs/quality.py` writes it with the page; `python docs/readme_figures.py` writes it from the page as it stands.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE, README = ROOT / "docs" / "quality.md", ROOT / "README.md"
BEGIN, END = "<!-- figures: docs/readme_figures.py -->\n", "<!-- end of figures -->\n"

CLAIMS = "Claims and events"
ROWS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "Claims found on pages nobody looked at, F1: news of Syria and Iraq",
        CLAIMS,
        "claims_f1",
        "unseen g",
        "seven such parts at first sight: .69 to .85",
    ),
    ("... long pages on four other wars", CLAIMS, "claims_f1", "unseen i", ""),
    (
        "... and every slot of them right, of all that could be found: news",
        CLAIMS,
        "bound",
        "unseen g",
        "at first sight: .25 to .43",
    ),
    ("... long pages", CLAIMS, "bound", "unseen i", ""),
    ("... the same on the five real pages that rules were written beside", CLAIMS, "bound", "seeds", ""),
    (
        "Who says what (PolNeAR), F1 of source and content",
        "attribution",
        "pair F1",
        "ours",
        "a say-verb's clause {floor}",
    ),
    ("Towns put within 161 km (local news, LGL), of all", "geoparsing", "lgl acc161", "ours", "Edinburgh .405"),
    ("... the same on TR-News", "geoparsing", "tr_news acc161", "ours", "the bare parser {floor}"),
    ("Dates and times (AQUAINT), F1 of values", "timeml", "value F1", "ours", ""),
    ("Article kept, rest left out (HTML), F1", "anatomy", "text F1", "ours", "trafilatura {floor}"),
    ("Copies found among edited copies, F1", "copies", "pair F1", "ours", "equal text {floor}"),
    (
        "Kind of act by PLOVER's root codes, macro F1",
        "plover",
        "root macro F1",
        "ours",
        "zero-shot NLI, 355M parameters, .82",
    ),
    ("One happening told twice (ECB+), CoNLL F1", "coreference", "CoNLL F1", "ours", "same head lemma {floor}"),
    ("Incidents in full (MUC-4), F1 of all slots", "muc4", "all slots F1", "ours", "the best of 1992 .57"),
)
"""What a row says, the section and row of the page, the column, and what to hold it against."""


def tables(page: str) -> dict[tuple[str, str], dict[str, str]]:
    """Return the rows of the page's tables by section and first cell, each cell by its column."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    section, heads = "", []
    for line in page.splitlines():
        if line.startswith("#"):
            section, heads = line.lstrip("# ").strip(), []
        elif line.startswith("|"):
            cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
            if not heads:
                heads = cells
            elif not cells[0].startswith("---"):
                found.setdefault((section, cells[0]), dict(zip(heads, cells, strict=False)))
    return found


def figures(page: str) -> str:
    """Return the README's table; a figure that the page does not hold is left out."""
    rows = tables(page)
    lines = ["| measure | tripoint | beside it |", "|---|---:|---|"]
    for told, section, name, column, beside in ROWS:
        row = rows.get((section, name), {})
        if row.get(column):
            floor = row.get("floor", "")
            lines.append(f"| {told} | {_short(row[column])} | {beside.format(floor=_short(floor))} |")
    ratio = re.search(r"bare spaCy sm .*ratio (\d+\.\d+)", page)
    if ratio is not None:
        python = re.search(r"Python (\d+\.\d+)", page)  # in some versions spaCy is much faster than in others
        by = f" (Python {python[1]})" if python is not None else ""
        lines.append(f"| Words of raw pages per core second, whole pipeline, of bare spaCy's{by} | {ratio[1]} | 1 |")
    return "\n".join(lines) + "\n"


def write() -> None:
    """Put the table into the README, between its marks."""
    readme = README.read_text(encoding="utf-8")
    head, _, rest = readme.partition(BEGIN)
    _, found, tail = rest.partition(END)
    if not found:
        raise SystemExit(f"{README} has no marks for the figures")
    README.write_text(head + BEGIN + figures(PAGE.read_text(encoding="utf-8")) + END + tail, encoding="utf-8")


def _short(figure: str) -> str:
    try:
        value = float(figure)
    except ValueError:
        return figure
    return f"{value:.2f}".removeprefix("0") if value < 1 else f"{value:.2f}"


if __name__ == "__main__":
    write()
