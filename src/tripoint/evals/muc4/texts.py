"""MUC-4 messages: the dateline that dates them, and their text with its line breaks joined.

Wire texts of one case get their capitals back in `casing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tripoint.evals.corpus import document
from tripoint.model import Dated, Document

_HEAD = re.compile(r"(?m)^((?:DEV|TST\d+)-MUC\d-\d{4})\b.*$")
_LINE = re.compile(
    r"^\s*([A-Z][A-Z .,'()]*?),? (\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})"
    r"\s*((?:\([^)]*\)|\[[^\]]*\]|\s)*)--\s*"
)
_MARK = re.compile(r"\[(?:TEXT|EXCERPTS?|REPORT|COMMUNIQUE|SPEECH|NEWS CONFERENCE|CONTINUED|ARTICLE)[^\]]*\]")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def messages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each message of a file."""
    text = path.read_text(encoding="latin-1")
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads), len(text)][1:]
    for head, end in zip(heads, ends, strict=bool(heads)):
        yield head[1], text[head.end() : end].strip("\n")


def dateline(text: str) -> tuple[str | None, Dated | None, str]:
    """Return the town, the day and the body of a message."""
    found = _LINE.match(text)
    if found is None or found[3] not in _MONTHS:
        return None, None, _MARK.sub(lambda m: " " * len(m[0]), text)
    start = f"19{found[4]}-{_MONTHS.index(found[3]) + 1:02d}-{int(found[2]):02d}"
    dated = Dated(start=start, end=start, precision="day", evidence=("the message's dateline",))
    return found[1], dated, _MARK.sub(lambda m: " " * len(m[0]), text[found.end() :])


def made(name: str, text: str, *, source: str, published: Dated | None) -> Document:
    """Return the document of a message, its hard-wrapped lines joined."""
    return document(name, text.replace("[", "(").replace("]", ")"), source=source, published=published, wrapped=True)
