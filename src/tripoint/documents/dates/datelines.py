"""Datelines that open a line of the text: `OMDURMAN - `, `Beirut, Lebanon (Reuters) - `, `KYIV, 3 March. `.

Where a report was filed is not where its first act happened: the dateline is set apart from the sentence behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tripoint.documents.dates import written
from tripoint.names import strict_key
from tripoint.resources import outlets
from tripoint.resources.countries import by_key as lands
from tripoint.resources.places import gazetteer
from tripoint.text import clean

_REACH = 140
"""Characters in which a dateline ends."""
_TOWN, _CITY = 10_000, 100_000
"""People that a place has that stands before a dash with nothing else to show that it is a place."""
_LEAST = 5
"""Words that must follow: a label and its word are no dateline and its text."""
_ENDS = re.compile(r"\s-{1,2}\s*|(?<=[)])\s*-{1,2}\s*|(?<=[A-Z])-{1,2}(?:(?=[A-Z][a-z])|\s+)|:\s+|\.\s*-{0,2}\s+")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)\s*")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = re.compile(
    rf"(?:{_DAY},? ?)?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?:19|20)\d\d)?"
    rf"|{_DAY}|(?:19|20)\d\d|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?", re.I)
_CLOCK_BEHIND = re.compile(rf"[ ,|-]+(?:at )?{_CLOCK.pattern}(?=[ ,|-])", re.I)
_SMALL = frozenset(
    {"of", "the", "and", "de", "la", "le", "el", "al", "on", "upon", "du", "des", "us", "near", "in", "ibn", "bin"}
)
_LABELS = frozenset({
    "alert", "analysis", "breaking", "breaking news", "comment", "correction", "editorial", "exclusive", "explainer",
    "fact check", "factbox", "feature", "flash", "gallery", "interview", "just in", "live", "live updates", "map",
    "news", "note", "opinion", "photo", "photos", "pictures", "podcast", "profile", "report", "review",
    "special report", "summary", "timeline", "update", "updated", "urgent", "video", "warning", "watch", "what", "who"
})  # fmt: skip
"""What stands before a dash or a colon at the start of a line and is no place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a dateline names. `end` is where the sentence behind it begins; `place`, `agency`, `date` as written."""

    end: int
    place: str | None = None
    agency: str | None = None
    date: str | None = None


def read(text: str, *, opens: bool) -> Dateline | None:
    """Return the dateline at the start of `text`, None where there is none. `opens`: the line opens the article, where
    a place alone before a dash is one; below that it must name an agency, a day or a land too."""
    head = clean(text[: _REACH + 40])
    run_in = _run_in(head) if opens else None
    if run_in is not None and len(text[run_in.end : run_in.end + 400].split()) >= _LEAST:
        return run_in
    if not head[1:2].isupper() and "-" not in head[:_REACH]:
        return None
    for match in _ENDS.finditer(head[:_REACH]):
        if match.start() == 0:
            return None
        behind = head[match.end() :]
        if not behind or not (behind[0].isupper() or behind[0] in "\"'(" or behind[0].isdigit()):
            continue
        told = _named(head[: match.start()], match[0].strip(), opens=opens)
        if told is not None and len(text[match.end() : match.end() + 400].split()) >= _LEAST:
            return Dateline(end=match.end(), place=told[0], agency=told[1], date=told[2])
    return None


def _run_in(head: str) -> Dateline | None:
    """An agency and a full date with nothing but blanks before the sentence: `AFP Friday 15 Jul 2016 A boat sank`."""
    found = written.first(head[:80])
    before = head[: found.start].strip(" ,|/-") if found is not None else ""
    known = outlets.find(before) if before and len(before) <= 40 else None
    if found is None or known is None or known.kind != "agency":
        return None
    clock = _CLOCK_BEHIND.match(head, found.end)
    end = clock.end() if clock is not None else found.end
    end += len(head[end:]) - len(head[end:].lstrip(" ,|-"))
    if end == found.end or not head[end : end + 1].isupper():
        return None
    return Dateline(end=end, agency=before, date=found.text)


def _named(head: str, mark: str, *, opens: bool) -> tuple[str | None, str | None, str | None] | None:
    """Place, agency and date that `head` consists of; None when anything else is in it, or too little of these."""
    agency: str | None = None
    date: str | None = None
    in_brackets = _BRACKET.findall(head)
    if len(in_brackets) > 2:
        return None
    for told in in_brackets:
        if _DATE.fullmatch(told) is not None or _CLOCK.fullmatch(told) is not None:
            date = told if _DATE.fullmatch(told) is not None else date
        elif agency is None and (_name(told) or outlets.find(told) is not None):
            agency = told.strip()
        else:
            return None
    bare = _BRACKET.sub(" , ", head)
    pieces = [piece.strip() for piece in bare.split(",") if piece.strip(" .")]
    place: str | None = None
    regions = 0
    for number, piece in enumerate(pieces):
        rest = piece.strip(" /")
        if _DATE.fullmatch(rest) is not None:
            date = rest if date is None else f"{date} {rest}"
            continue
        tail = _DATE.search(rest)
        if tail is not None and tail.end() == len(rest) and tail.start() > 1 and rest[tail.start() - 1] == " ":
            date = tail[0] if date is None else date
            rest = rest[: tail.start()].strip()
        known = outlets.find(rest)
        if number and agency is None and known is not None and (known.kind == "agency" or rest.isupper()):
            agency = rest
        elif not _name(rest):
            return None
        elif place is None and number == 0:
            place = rest
        else:
            regions += 1
    return (place, agency, date) if _enough(place, agency, date, regions, mark, opens=opens) else None


def _enough(place: str | None, agency: str | None, date: str | None, regions: int, mark: str, *, opens: bool) -> bool:
    if regions > 2 or (place is not None and place.casefold() in _LABELS):
        return False
    if place is None:
        known = outlets.find(agency) if agency is not None else None
        return known is not None and known.kind == "agency" and mark.startswith("-")
    capitals = place == place.upper() and any(char.isalpha() for char in place)
    if mark.startswith("."):
        return date is not None and capitals and len(place) > 2
    if mark == ":":
        return capitals and (agency is not None or date is not None or (opens and _on_map(place)))
    if agency is not None or (date is not None and (capitals or _on_map(place))):
        return True
    if capitals and regions and len(place) > 2:
        return True
    if not opens:
        return False
    return (capitals and (len(place) >= 6 or " " in place) and not _acronyms(place)) or _on_map(place)


def _acronyms(place: str) -> bool:
    """Whether every word of a name in capitals is too short to be more than initials."""
    return all(len(word) <= 4 for word in place.split())


def _on_map(place: str) -> bool:
    """Whether the gazetteer knows a town of that name, and no country has it; initials must be a city's name."""
    key = strict_key(place)
    least = _CITY if _acronyms(place) else _TOWN
    return key not in lands() and any(
        found.kind != "country" and (found.population >= least or found.supplement) for found in gazetteer().strict(key)
    )


def _name(text: str) -> bool:
    """Whether `text` is a name of a few words, each with a capital."""
    parts = text.replace("/", " ").split()
    held = [part for part in parts if part.casefold() not in _SMALL]
    return (
        1 <= len(parts) <= 5
        and bool(held)
        and all(
            part[0].isupper() or (part[:3].casefold() in ("al-", "el-", "as-") and part[3:4].isupper()) for part in held
        )
        and not any(char in '"?!;@' or char.isdigit() for char in text)
    )
