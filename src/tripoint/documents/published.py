# ruff: noqa: E501 - a pattern is one line
"""When an article was published: every piece of evidence on the page, the best first, the rest kept as rejected.

A day is only given where something tells it. Otherwise bounds: not before the latest past date that the text tells,
not after the page was captured, updated, or its calendar widget drawn.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tripoint.documents import datelines, dates
from tripoint.documents.head import Head
from tripoint.documents.line import Line
from tripoint.model import BlockRole, Dated, Page, Span
from tripoint.text import clean

_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)(?=\D|$)")
_URL = re.compile(
    r"[/=_\-](?P<year>(?:19|20)\d\d)[/\-_]?(?P<month>0[1-9]|1[0-2])[/\-_]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/\-_.?&#]|$)"
)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?=/|$)")
_UPDATED = re.compile(r"(?i)\b(?:last\s+)?(?:updated?|modified|edited|changed|aktualisiert|mis à jour)\b")
_FIRST = re.compile(r"(?i)\b(?:published|posted|created|issued|first)\b")
_AHEAD = re.compile(
    r"(?i)\b(?:by|until|till|before|next|will|would|shall|scheduled|planned|plans?|expected|due|deadline|upcoming|ahead of|"
    r"no later than|elections?|expires?)\b"
)
_YEAR = re.compile(
    r"\b(?:since|in|of|during|after|back in)\s+(?:early\s+|late\s+|mid-)?(?P<year>(?:19|20)\d\d)\b(?!\s*(?:BC|AD|metres?|meters?|people|km))"
)
_OPENING = 160
_NARROW = 60
_LONG = 20_000
"""Characters of one line that are searched for past dates."""
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What was decided: published, updated, and the evidence that lost."""

    published: Dated | None
    updated: Dated | None
    rejected: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    rank: int
    day: dt.date
    end: dt.date
    why: str
    span: Span | None = None


def decide(
    page: Page,
    head: Head,
    text: str,
    lines: Sequence[Line],
    roles: Sequence[BlockRole],
    parts: Sequence[int],
    *,
    part: int,
    several: bool,
) -> Told:
    """Return when article `part` of `page` was published and updated, with evidence. `several`: the page holds more
    than one article, so that what is told of the page only bounds an article without a date of its own."""
    days: list[_Piece] = []
    upper: list[_Piece] = []
    lower: list[_Piece] = []
    updated: list[_Piece] = []
    rejected: list[Dated] = []
    of_page = list(_of_page(page, head))
    (upper if several and part > 1 else days).extend(of_page)
    for value, why in head.updated:
        updated.extend(_read(value, 2, f"{why} says {value}"))
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if parts[i] == part and role is BlockRole.DATELINE:
            _dateline(line, days, updated)
        elif role is BlockRole.NAVIGATION and len(line.text) < 60:
            for month in dates.months(line.text):
                if line.size <= 3:
                    upper.append(
                        _Piece(0, month.end_day, month.end_day, f"the page's calendar shows {month.text}", _span(line))
                    )
    opening = _opening(lines, roles, parts, part)
    if opening is not None:
        (updated if opening.rank == 9 else days).append(opening)
    captured = next(_read(page.captured_at or "", 0, f"captured on {page.captured_at}"), None)
    if captured is not None:
        upper.append(captured)
    upper.extend(_Piece(0, piece.end, piece.end, f"updated: {piece.why}", piece.span) for piece in updated)
    latest = min((piece.end for piece in upper if piece.rank == 0), default=None)
    lower.extend(_past(text, lines, roles, parts, part, latest))
    days.sort(key=lambda piece: (piece.rank, (piece.end - piece.day).days))
    chosen = None
    for piece in days:
        if captured is not None and piece.day > captured.end + dt.timedelta(days=1):
            rejected.append(_dated(piece, f"{piece.why}, but the page was captured before that day"))
        elif chosen is None or (piece.end == piece.day and chosen.end != chosen.day and _inside(piece, chosen)):
            chosen = piece
        elif not _inside(chosen, piece):
            rejected.append(_dated(piece, f"{piece.why}, but {chosen.why}"))
    latest_update = max(updated, key=lambda piece: piece.end, default=None)
    if chosen is not None:
        agreeing = [piece.why for piece in days if piece is not chosen and _inside(chosen, piece)]
        published: Dated | None = _dated(chosen, chosen.why, *dict.fromkeys(agreeing))
    else:
        own = [i for i, of in enumerate(parts) if of == part]
        opens = datelines.opening([lines[i] for i in own], [roles[i] for i in own])
        published = _of_year(opens.date if opens is not None else None, lower, upper) or _bound(lower, upper)
    return Told(
        published,
        None if latest_update is None else _dated(latest_update, latest_update.why),
        tuple(rejected),
    )


def _of_page(page: Page, head: Head) -> Iterator[_Piece]:
    if page.published is not None:
        told = "the table" if page.origin == "row" else "the manifest"
        yield from _read(page.published, 7 if page.origin == "row" else 1, f"{told} says {page.published}")
    for value, why in head.published:
        yield from _read(value, 2, f"{why} says {value}")
    for url in dict.fromkeys([page.url, *(address for address, _ in head.urls[:2])]):
        if url is None:
            continue
        match = _URL.search(url) or _URL_MONTH.search(url)
        if match is not None:
            day = _date(match["year"], match["month"], match.groupdict().get("day") or "01")
            if day is not None:
                end = day if match.groupdict().get("day") else dates.month_end(day)
                yield _Piece(3, day, end, f"the address holds {match[0].strip('/=_-')}")


def _read(value: str, rank: int, why: str) -> Iterator[_Piece]:
    iso = _ISO.search(value[:40])
    day = _date(iso["year"], iso["month"], iso["day"]) if iso is not None else None
    if day is not None:
        yield _Piece(rank, day, day, why)
        return
    found = dates.first(value[:200])
    if found is not None:
        yield _Piece(rank, found.day, found.day, why if found.assumed is None else f"{why}; {found.assumed}")
        return
    for month in dates.months(value[:200]):
        yield _Piece(rank, month.day, month.end_day, why)


def _dateline(line: Line, days: list[_Piece], updated: list[_Piece]) -> None:
    text = line.text[:400]
    for found in dates.find(text):
        before = text[max(0, found.start - 40) : found.start]
        why = f"a line of the page says {found.text}"
        if found.assumed is not None:
            why += f"; {found.assumed}"
        if not found.weekday_fits:
            why += "; its weekday belongs to another day"
        last_update = max((match.start() for match in _UPDATED.finditer(before)), default=-1)
        first = max((match.start() for match in _FIRST.finditer(before)), default=-1)
        if last_update > first:
            updated.append(_Piece(4, found.day, found.day, why, _span(line)))
        else:
            days.append(_Piece(4 if first >= 0 or found.weekday_fits else 6, found.day, found.day, why, _span(line)))


def _opening(lines: Sequence[Line], roles: Sequence[BlockRole], parts: Sequence[int], part: int) -> _Piece | None:
    """A date that opens the body, or follows the headline repeated there: `Wed 05 Apr 2017 Title. Text`."""
    title = next((line.key for line, role, of in zip(lines, roles, parts, strict=True)
                  if of == part and role is BlockRole.HEADLINE), "")  # fmt: skip
    for line, role, of in zip(lines, roles, parts, strict=True):
        if of != part or role not in (BlockRole.BODY, BlockRole.SUBHEADING):
            continue
        text = line.text[: _OPENING + 80]
        found = dates.first(_split_run(text), day_first=True)
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
        return _Piece(9 if label is not None else 5, found.day, found.day, why, _span(line))
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


def _past(
    text: str,
    lines: Sequence[Line],
    roles: Sequence[BlockRole],
    parts: Sequence[int],
    part: int,
    latest: dt.date | None,
) -> Iterator[_Piece]:
    """Full dates, months and years that the body tells as past: the article is not older than the latest of them."""
    best: _Piece | None = None
    for line, role, of in zip(lines, roles, parts, strict=True):
        if of != part or role is not BlockRole.BODY:
            continue
        told = clean(text[line.start : min(line.end, line.start + _LONG)])
        if _ANY_YEAR.search(told) is None:
            continue
        found = [(one.day, one.start, one.text) for one in dates.find(told)]
        found += [(one.day, one.start, one.text) for one in dates.months(told)]
        found += [(dt.date(int(m["year"]), 1, 1), m.start(), m[0]) for m in _YEAR.finditer(told)]
        for day, start, words in found:
            clause = re.split(r"[.;!?,]\s", told[max(0, start - 70) : start])[-1]
            if _AHEAD.search(clause) is not None or (latest is not None and day > latest):
                continue
            if best is None or day > best.day:
                best = _Piece(0, day, day, f'the text tells of "{words}" as past', _span(line))
    if best is not None:
        yield best


def _of_year(told: str | None, lower: Sequence[_Piece], upper: Sequence[_Piece]) -> Dated | None:
    """A day without its year (`KYIV, 3 March.`) where only one year lies between what the page tells as past and its
    capture, and the weekday, if told, agrees."""
    low = max(lower, key=lambda piece: piece.day, default=None)
    high = min(upper, key=lambda piece: piece.end, default=None)
    if told is None or low is None or high is None or high.end.year - low.day.year > 60:
        return None
    fitting = [
        found.day
        for year in range(low.day.year, high.end.year + 1)
        if (found := dates.first(f"{told} {year}")) is not None
        and found.weekday_fits
        and low.day <= found.day <= high.end
    ]
    if len(fitting) != 1:
        return None
    day = fitting[0]
    return Dated(
        start=day.isoformat(), end=day.isoformat(), precision="day",
        evidence=(f"the dateline says {told}", f"the year: not before: {low.why}; not after: {high.why}"),
    )  # fmt: skip


def _bound(lower: Sequence[_Piece], upper: Sequence[_Piece]) -> Dated | None:
    low = max(lower, key=lambda piece: piece.day, default=None)
    high = min(upper, key=lambda piece: piece.end, default=None)
    if low is not None and high is not None and low.day > high.end:
        low = None
    if low is None and high is None:
        return None
    evidence = ([f"not before: {low.why}"] if low is not None else []) + (
        [f"not after: {high.why}"] if high is not None else []
    )
    return Dated(
        start=None if low is None else low.day.isoformat(),
        end=None if high is None else high.end.isoformat(),
        precision="bound",
        evidence=tuple(evidence),
        span=low.span if low is not None else high.span if high is not None else None,
    )


def _inside(one: _Piece, other: _Piece) -> bool:
    return other.day <= one.day and one.end <= other.end


def _dated(piece: _Piece, *evidence: str) -> Dated:
    return Dated(
        start=piece.day.isoformat(),
        end=piece.end.isoformat(),
        precision="day" if piece.day == piece.end else "month",
        evidence=evidence,
        span=piece.span,
    )


def _span(line: Line) -> Span:
    return Span(start=line.start, end=line.end)


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
