"""Lines that are nothing but a commenter's name, and the lines that say who wrote a comment and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tripoint.documents.dates import written
from tripoint.documents.line import Line
from tripoint.documents.threads.words import EXCLAIMED, FUNCTION_WORDS, INSIDE

_NAME = re.compile(r"[\w.@'()\-&#* ]{2,42}")
_AGO = re.compile(
    r"(?:(?:about|over|almost) )?(?:an?|\d{1,3}|one|two|few) ?(?:s|sec(?:ond)?s?|m|mins?|minutes?|h|"
    r"hrs?|hours?|d|days?|w|weeks?|mo|"
    r"months?|y|yrs?|years?)(?: ago)?|just now|yesterday(?: at .{3,10})?",
    re.I,
)
_FOREIGN = re.compile(
    r"\d{1,2}\.? (?:de )?[^\W\d]{3,10}\.? (?:de )?\d{4}(?:,| um| at| à| -|) \d{1,2}[:h.]\d{2}(?: ?Uhr)?", re.I
)
"""A day, a month in any language, a year and the hour, and nothing else."""
_CLOCK = re.compile(
    r"(?:,|@|at|-|\||·|•|\s|\d{1,2}:\d{2}(?::\d{2})?|[ap]\.?m\.?|gmt|utc|est|cet|on|posted|edited|\(|\))+", re.I
)
_MARK = re.compile(r"(?i)[:•·|>→»▶#@]|\bby\b|\d|\bago\b|replied|reply")
_HEADERS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?P<name>[^:•·|]{2,50}?),? (?:says|said|wrote|writes|commented|replied)(?: on | at )?(?P<time>.{0,50})? ?:",
        r"(?P<name>[^:•·|]{2,40}?) ?(?:>|→|»|▶|replied to|"
        r"in reply to) ?(?P<to>[^:•·|]{2,40}?)(?: ?[•·|,-] ?(?P<time>.{2,40}))?",
        r"#\d{1,4}:? (?:(?:comment|kommentar|beitrag|commentaire|comentario|commento) )?(?:by|von|par|de|por|di) "
        r"(?P<name>[^:•·|,#]{2,40}?)(?:,? (?:on |am |le |el )?(?P<time>\d{1,2}\.? ?[^\W\d]{3,9}\.? \d{4}\b.{0,20}|"
        r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.{0,20}))?",
        r"(?P<name>[^:•·|]{2,40}?) ?[•·|] ?(?P<time>.{2,40})",
        r"(?:posted |comment |written )?by:? (?P<name>[^:•·|]{2,40}?)(?:,| on| at| -|\|) ?(?P<time>.{4,40})",
        r"#?\d{1,4}[.:)]? (?P<name>[^:•·|\d]{2,30})(?: [-–|] (?P<time>.{4,40}))?",
        r"(?P<name>[^:•·|,]{2,40}?),? (?:on )?(?P<time>\w{3,9} \d{1,2}, \d{4}.{0,20}|"
        r"\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,20})",
        r"(?P<name>@?[\w .'-]{2,40}?) ?(?P<time>(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago)",
    )
)


_TIMELESS = 3
"""The first so many forms are heads without a time too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The head of a comment as its engine prints it: who, when as written, and whom it answers."""

    name: str | None
    time: str | None = None
    to: str | None = None


_PARTICLE = re.compile(r"(?:says|said|wrote|writes|commented|replied|posted|schreibt|sagt|a dit)(?: on| at)? ?:?", re.I)


def particle(line: Line) -> bool:
    """Whether a line is only the word that joins a commenter to his words (`says:`)."""
    return len(line.text) < 16 and _PARTICLE.fullmatch(line.text) is not None


def time_only(line: Line) -> str | None:
    """Return the time that a line consists of (`5 years ago`, `June 18, 2017 at 4:30 pm`), else None."""
    text = line.text
    if len(text) > 60:
        return None
    if _AGO.fullmatch(text) is not None or _FOREIGN.fullmatch(text) is not None:
        return text
    found = written.first(text)
    if found is None:
        return None
    rest = text[: found.start] + " " + text[found.end :]
    return text if _CLOCK.fullmatch(rest.strip() or " ") is not None else None


def header(line: Line) -> Header | None:
    """Return who wrote the comment below, when `line` is a comment's head in the form of a common engine."""
    if len(line.text) > 110 or _MARK.search(line.text) is None:
        return None
    for position, form in enumerate(_HEADERS):
        match = form.fullmatch(line.text)
        if match is None:
            continue
        part = match.groupdict()
        name = part["name"].strip(" ,-")
        time = (part.get("time") or "").strip(" ,-:") or None
        if not plausible(name) or (part.get("to") and not plausible(part["to"].strip())):
            continue
        dated = time is not None and (_AGO.match(time) is not None or written.first(time) is not None)
        if (position < _TIMELESS and (time is None or dated)) or dated:
            return Header(name=name, time=time, to=(part.get("to") or "").strip() or None)
    return None


def plausible(text: str) -> bool:
    """Whether `text` could be the name or nickname of a commenter: few words, none of them a function word."""
    if _NAME.fullmatch(text) is None or text.endswith(("..", ",")) or not any(char.isalpha() for char in text):
        return False
    if "(" in text and text.index("(") == 0:
        return False
    parts = text.replace("(", " ").replace(")", " ").split()
    if not 1 <= len(parts) <= 5 or "%" in text:
        return False
    folded = [part.strip(".'").casefold() for part in parts]
    if text.endswith(".") and not (len(parts) > 1 and len(folded[-1]) <= 2) and folded[-1] not in ("jr", "sr"):
        return False
    if all(word in EXCLAIMED for word in folded):
        return False
    capitals = sum(part[:1].isupper() or not part[:1].isalpha() for part in parts)
    inner = [part for part in parts[1:] if part in INSIDE]
    if any(word in FUNCTION_WORDS and word not in INSIDE for word in folded) or folded[0] in FUNCTION_WORDS:
        return False
    if capitals + len(inner) == len(parts):
        return True
    return capitals == 0 and len(parts) <= 2 and not inner


def nickname(text: str) -> bool:
    """Whether `text` could be a nickname of several words, not all with capitals (`Old gunner`, `man of the woods`).

    Far more than nicknames look so: only for a place where a name is due.
    """
    if plausible(text):
        return True
    parts = text.split()
    if _NAME.fullmatch(text) is None or not 2 <= len(parts) <= 5 or text.endswith((".", ",", "'")):
        return False
    folded = [part.strip("'").casefold() for part in parts]
    small = [word for word in folded if word in FUNCTION_WORDS]
    return (
        all(word in INSIDE for word in small)
        and folded[0] not in FUNCTION_WORDS
        and folded[-1] not in FUNCTION_WORDS
        and not any(word in EXCLAIMED for word in folded)
        and all(part[:1].isalpha() for part in parts)
    )
