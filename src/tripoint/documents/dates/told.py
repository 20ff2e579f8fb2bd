"""Dates that a page tells of itself: in its manifest, head and address, in its datelines, at the start of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tripoint.documents.dates import written
from tripoint.documents.dates.piece import Piece, date_of, span_of
from tripoint.documents.giver import giver
from tripoint.documents.html.head import Head
from tripoint.documents.line import Line
from tripoint.model import BlockRole, Page

_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)(?=\D|$)")
_URL = re.compile(
    r"[/=_\-](?P<year>(?:19|20)\d\d)[/\-_]?(?P<month>0[1-9]|1[0-2])[/\-_]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/\-_.?&#]|$)"
)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?=/|$)")
_UPDATED = re.compile(
    r"(?i)\b(?:last\s+)?(?:updated?|modified|edited|changed|aktualisiert|geändert|mise? à jour|modifié|actualisé|"
    r"actuali[sz]ado|atualizado|modificado|aggiornato|bijgewerkt|zaktualizowano|aktualizacja|güncelle(?:me|ndi|nme)|обновлено|"
    r"оновлено|تحديث|محدث)\b"
)
_FIRST = re.compile(
    r"(?i)\b(?:published|posted|created|issued|first|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|"
    r"opublikowano|yayın\w*|опубликовано|опубліковано|نشر|النشر)\b"
)
_OPENING = 160
_NARROW = 60


def of_page(page: Page, head: Head) -> Iterator[Piece]:
    """Yield what the manifest, the head and the address tell."""
    if page.published is not None:
        told = giver(page)
        yield from read(page.published, 7 if page.origin == "row" else 1, f"{told} says {page.published}")
    for value, why in head.published:
        yield from read(value, 2, f"{why} says {value}")
    for url in dict.fromkeys([page.url, *(address for address, _ in head.urls[:2])]):
        if url is None:
            continue
        match = _URL.search(url) or _URL_MONTH.search(url)
        if match is not None:
            day = date_of(match["year"], match["month"], match.groupdict().get("day") or "01")
            if day is not None:
                end = day if match.groupdict().get("day") else written.month_end(day)
                yield Piece(3, day, end, f"the address holds {match[0].strip('/=_-')}")


def read(value: str, rank: int, why: str) -> Iterator[Piece]:
    """Yield the day or month that `value` names, as a piece of that rank."""
    iso = _ISO.search(value[:40])
    day = date_of(iso["year"], iso["month"], iso["day"]) if iso is not None else None
    if day is not None:
        yield Piece(rank, day, day, why)
        return
    found = written.first(value[:200])
    if found is not None:
        yield Piece(rank, found.day, found.day, why if found.assumed is None else f"{why}; {found.assumed}")
        return
    for month in written.months(value[:200]):
        yield Piece(rank, month.day, month.end_day, why)


def of_line(line: Line, days: list[Piece], updated: list[Piece]) -> None:
    """Add the dates of a dateline to `days`, those after a word of updating to `updated`."""
    text = line.text[:400]
    for found in written.find(text):
        before = text[max(0, found.start - 40) : found.start]
        why = f"a line of the page says {found.text}"
        if found.assumed is not None:
            why += f"; {found.assumed}"
        if not found.weekday_fits:
            why += "; its weekday belongs to another day"
        last_update = max((match.start() for match in _UPDATED.finditer(before)), default=-1)
        first = max((match.start() for match in _FIRST.finditer(before)), default=-1)
        if last_update > first:
            updated.append(Piece(4, found.day, found.day, why, span_of(line)))
        else:
            days.append(Piece(4 if first >= 0 or found.weekday_fits else 6, found.day, found.day, why, span_of(line)))


def of_opening(lines: Sequence[Line], roles: Sequence[BlockRole], parts: Sequence[int], part: int) -> Piece | None:
    """A date that opens the body, or follows the headline repeated there: `Wed 05 Apr 2017 Title. Text`."""
    title = next((line.key for line, role, of in zip(lines, roles, parts, strict=True)
                  if of == part and role is BlockRole.HEADLINE), "")  # fmt: skip
    for line, role, of in zip(lines, roles, parts, strict=True):
        if of != part or role not in (BlockRole.BODY, BlockRole.SUBHEADING):
            continue
        text = line.text[: _OPENING + 80]
        found = written.first(_split_run(text), day_first=True)
        if found is None or found.start > _OPENING:
            return None
        before = text[: found.start]
        key = re.sub(r"[^\w]+", " ", before.casefold()).strip()
        label = _UPDATED.search(before) if len(before) < _NARROW else None
        words = [word for word in re.findall(r"[^\W\d_]{2,}", before) if word.lower() not in _LABELS]
        after = text[found.end : found.end + 2]
        if words and _DATELINE.fullmatch(before) and _DASH.match(text[found.end :]):
            words = []
        if words and not (title and key and (title.startswith(key) or key.startswith(title)) and len(key) >= 15):
            return None
        if not words and after[:1] in (",", "'") and not before:
            return None
        if not words and before.strip().lower() in ("on", "by", "at", "the", "on the", "in"):
            return None
        why = f"the text opens with {found.text}" + (f"; {found.assumed}" if found.assumed is not None else "")
        return Piece(9 if label is not None else 5, found.day, found.day, why, span_of(line))
    return None


_DATELINE = re.compile(r"[A-Z][A-Z .,'/-]{2,40}\(?\s*")
_DASH = re.compile(r"\)?\s*(?:\([^)]{2,30}\))?\s*-{1,2}\s")
_LABELS = frozenset({
    "at", "by", "created", "date", "fri", "friday", "last", "mon", "monday", "on", "posted", "published", "sat",
    "saturday", "sun", "sunday", "the", "thu", "thursday", "time", "tue", "tuesday", "update", "updated", "wed",
    "wednesday"
})  # fmt: skip
_RUN = re.compile(
    r"(?i)\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:[12]\d|3[01]|0?[1-9]))((?:19|20)\d\d)\b"
)


def _split_run(text: str) -> str:
    """`Apr 232017` has lost the blank between day and year: read it as two, at the price of one character."""
    match = _RUN.search(text[:_OPENING])
    return text if match is None else f"{text[: match.end(1)]} {text[match.end(1) :]}"
