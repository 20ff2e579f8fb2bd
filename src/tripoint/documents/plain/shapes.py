"""What a line looks like: running text, a headline, a date with its label, a place, a member of the staff."""

from __future__ import annotations

import re

from tripoint.documents.dates import written
from tripoint.documents.line import Line
from tripoint.model import BlockRole
from tripoint.text import clean

STAFF = re.compile(
    r"(?i)\b(?:staff|correspondents?|reporters?|editors?|editorial|desk|bureau|admin|newsroom|contributors?|agencies|account|"
    r"writers?|author|columnist|analyst|team)\b"
)
_DATED = re.compile(
    r"(?i)(?:first |last )?(?:published|posted|updated|modified|created|added|issued|date|time|edited|veröffentlicht|"
    r"aktualisiert|erstellt|stand|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|"
    r"gepubliceerd|bijgewerkt|opublikowano|zaktualizowano|yayın(?:lanma)?|güncelleme|опубликовано|обновлено|"
    r"опубліковано|оновлено|تاريخ النشر|نشر|آخر تحديث)"
    r"(?: on| at| date| time)?\b ?[:|-]?"
)
_PLACE_LINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}(?:\([\w .,:-]{2,30}\)|,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s*[-:]{0,2}")
OPENING = re.compile(
    r"^[A-Z][A-Z .,'/-]{2,50}(?:\([^)]{2,30}\))?\s*-{1,2}\s|^[A-Z][\w .,'/-]{2,40}\([\w ]{2,20}\)\s*-{1,2}\s"
)
INITIALS = re.compile(r"[A-Z]\.? ?[A-Z][\w'-]+(?: ?[/&|,] ?[A-Z]\.? ?[A-Z][\w'-]+)*(?: ?[/&|] ?[A-Z][\w'-]+)?")
"""Names by their initials, as agencies sign: `R. Haddad / M. Ismail`."""
NUMBERED = frozenset(
    {BlockRole.HEADLINE, BlockRole.SUBHEADING, BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.BODY, BlockRole.CAPTION,
     BlockRole.PULL_QUOTE, BlockRole.EMBED}
)  # fmt: skip


def key(text: str) -> str:
    """Return `text` for comparison with the key of a line."""
    return re.sub(r"[^\w]+", " ", clean(text).casefold()).strip()


def sentence_like(line: Line) -> bool:
    """Whether a line reads as running text."""
    ends = line.stops and not line.text.endswith(":")
    return (line.size >= 6 and ends) or line.size >= 28 or (OPENING.match(line.text) is not None and line.size >= 10)


def headline_like(line: Line) -> bool:
    """Whether a line could head an article: a few words, a capital, no full stop."""
    text = line.text
    return (
        2 <= line.size <= 30
        and len(text) <= 240
        and not text.endswith((".", ":", ";", ","))
        and (text[0].isupper() or text[0].isdigit() or not text[0].isascii() or text[0] in "'\"#")
    )


def menu(line: Line) -> bool:
    """Whether a line is a bar of three or more short names, set apart by wide blanks (*World   Markets   Pictures*)."""
    short = all(len(piece.split()) <= 3 and piece[:1].isupper() and piece[-1:].isalnum() for piece in line.pieces)
    return len(line.pieces) >= 3 and short and not any(char.isdigit() for char in line.text)


def dated_line(line: Line) -> bool:
    """Whether a line gives nothing but a date, with the words a site puts beside it."""
    text = line.text
    if len(text) > 120:
        return False
    found = written.first(text)
    if found is None:
        return _DATED.match(text) is not None and line.size <= 6 and any(char.isdigit() for char in text)
    rest = _DATED.sub(" ", text[: found.start] + " " + text[found.end :])
    left = [word for word in re.findall(r"[^\W\d_]{2,}", rest) if word.lower() not in _CLOCK_WORDS]
    return len(left) <= 3 and line.size <= 16


def told(line: Line) -> bool:
    """Whether a line says what its date is of (*Published 3 May*)."""
    return _DATED.match(line.text) is not None


def full_date_line(line: Line) -> bool:
    """Whether a line gives a whole date and hardly anything else."""
    return dated_line(line) and written.first(line.text) is not None


_CLOCK_WORDS = frozenset(
    ["at", "on", "am", "pm", "gmt", "utc", "est", "edt", "cet", "bst", "msk", "the", "by", "local", "time", "and", "in"]
)


def place_line(line: Line) -> bool:
    """Whether a line gives nothing but where it was filed."""
    return _PLACE_LINE.fullmatch(line.text) is not None and (
        "(" in line.text or "," in line.text or line.text.endswith("-")
    )
