"""MUC-4 answer keys: template files as the 1992 task wrote them, read into fills with their alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

DATE, LOCATION, TYPE, STAGE, INSTRUMENT, INSTRUMENT_TYPE, CATEGORY, INDIVIDUAL, ORGANISATION, CONFIDENCE = range(2, 12)
THING, THING_TYPE, THING_NUMBER, THING_NATION, THING_EFFECT, THING_TOTAL = range(12, 18)
NAME, DESCRIPTION, PERSON_TYPE, PERSON_NUMBER, PERSON_NATION, PERSON_EFFECT, PERSON_TOTAL = range(18, 25)
SLOTS = tuple(range(2, 25))

SLOT_NAMES = {
    DATE: "date", LOCATION: "location", TYPE: "type", STAGE: "stage", INSTRUMENT: "instrument",
    INSTRUMENT_TYPE: "instrument type", CATEGORY: "category", INDIVIDUAL: "perpetrator, individual",
    ORGANISATION: "perpetrator, organisation", CONFIDENCE: "confidence", THING: "physical target",
    THING_TYPE: "physical target type", THING_NUMBER: "physical target number",
    THING_NATION: "physical target nation", THING_EFFECT: "effect on physical target",
    THING_TOTAL: "physical targets, total", NAME: "human target, name", DESCRIPTION: "human target, description",
    PERSON_TYPE: "human target type", PERSON_NUMBER: "human target number", PERSON_NATION: "human target nation",
    PERSON_EFFECT: "effect on human target", PERSON_TOTAL: "human targets, total",
}  # fmt: skip

PARENT = {
    "MACHINE GUN": "GUN", "MORTAR": "GUN", "HANDGUN": "GUN", "RIFLE": "GUN", "BOMB": "EXPLOSIVE",
    "GRENADE": "EXPLOSIVE", "MOLOTOV COCKTAIL": "EXPLOSIVE", "VEHICLE BOMB": "BOMB", "DYNAMITE": "BOMB", "MINE": "BOMB",
    "AERIAL BOMB": "BOMB", "MISSILE": "PROJECTILE", "ROCKET": "PROJECTILE",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED",
}  # fmt: skip
"""The set lists that are hierarchies: each entry's next wider one."""

_SLOT = re.compile(r"(\d+)\.\s+(\w[^:]*: [\w :]*?)\s{2,}(\S.*)$")
_ALTERNATIVE = re.compile(r'\s*/\s*(?=(?:[^"]*"[^"]*")*[^"]*$)')
_VALUE = re.compile(r':\s(?=\??\s?(?:"|-$))')
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_MONTHS = {m: i for i, m in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}

Interval = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """One answer of a slot: any of `values` is right. `optional` answers are not missed when they are not given.

    `of`: the answers of another slot that it is said of, any of them (`DEATH: "PEASANTS"`).
    """

    values: tuple[str, ...]
    optional: bool = False
    of: tuple[str, ...] = ()


@dataclass(slots=True)
class Template:
    """One incident of a message: its fills by slot."""

    message: str
    optional: bool = False
    slots: dict[int, list[Fill]] = field(default_factory=dict)

    def fill(self, slot: int, *values: str, of: str | None = None) -> None:
        """Add one fill with its alternatives, once."""
        fill = Fill(values=tuple(values), of=() if of is None else (of,))
        held = self.slots.setdefault(slot, [])
        if values and fill not in held:
            held.append(fill)


def keys(path: Path) -> Iterator[Template]:
    """Yield the templates of a key file; a message without incident has a template without fills."""
    template: Template | None = None
    slot = 0
    for line in path.read_text(encoding="latin-1").splitlines():
        found = _SLOT.match(line)
        if found is not None:
            slot, value = int(found[1]), found[3].strip()
            if slot == 0:
                if template is not None:
                    yield template
                template = Template(message=value.split()[0])
                continue
        elif line.startswith(" ") and line.strip() and template is not None:
            value = line.strip()
        else:
            continue
        if template is None:
            continue
        if slot == 1:
            template.optional = "OPTIONAL" in value
        elif slot in SLOT_NAMES and value not in {"*", "-"}:
            template.slots.setdefault(slot, []).append(_fill(value))
    if template is not None:
        yield template


def _fill(value: str) -> Fill:
    optional = value.startswith("?")
    body = value.lstrip("? ")
    head, _, tail = _split(body)
    return Fill(values=_pieces(head), optional=optional, of=_pieces(tail))


def _pieces(value: str) -> tuple[str, ...]:
    """The alternatives of a fill or of what it is said of; `-` is none."""
    values = (
        piece.strip().strip("?()").strip().strip('"').replace('\\"', '"').strip() for piece in _ALTERNATIVE.split(value)
    )
    return tuple(piece for piece in values if piece and piece != "-")


def _split(value: str) -> tuple[str, str, str]:
    """The value and what it is said of (`DEATH: "CIVILIAN"`)."""
    found = _VALUE.search(value)
    return (value, "", "") if found is None else (value[: found.start()], ":", value[found.end() :])


def interval(value: str) -> Interval | None:
    """Return the days of a date fill: one day, `A - B`, `- B` (on or before) or `A -`."""
    days = [
        (m.start(), date(1900 + int(m[3]), _MONTHS[m[2]], int(m[1]))) for m in _DAY.finditer(value) if m[2] in _MONTHS
    ]
    if not days:
        return None
    body = value.strip().strip("()").strip()
    if len(days) >= 2:
        return days[0][1], days[1][1]
    if body.startswith("-"):
        return None, days[0][1]
    return (days[0][1], None) if body.endswith("-") else (days[0][1], days[0][1])


def as_fill(start: date | None, end: date | None) -> str:
    """Return an interval as a key writes it."""

    def words(day: date) -> str:
        name = next(m for m, i in _MONTHS.items() if i == day.month)
        return f"{day.day:02d} {name} {day.year % 100:02d}"

    if start is None or end is None:
        return "" if end is None else f"- {words(end)}"
    return words(start) if start == end else f"{words(start)} - {words(end)}"


def shares(one: Interval, two: Interval) -> bool:
    """Whether two intervals share a day, an open end taken as a week at most."""
    week = timedelta(days=7)

    def closed(held: Interval) -> tuple[date, date]:
        start, end = held
        if start is None:
            assert end is not None
            return end - week, end
        return start, end if end is not None else start + week

    (a, b), (c, d) = closed(one), closed(two)
    return a <= d and c <= b
