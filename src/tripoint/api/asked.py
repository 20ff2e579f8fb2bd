"""What a request asks: the case, the filters and the portion, checked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from hashlib import sha256
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Depends, Path, Query, Request

from tripoint import __version__
from tripoint.api.answers import MOST_ITEMS, Answer, unless_known
from tripoint.api.problems import DAY, Problem
from tripoint.api.served import Opened, ServedCase
from tripoint.events import corrections
from tripoint.model import Modality
from tripoint.resources.claims import claim_types
from tripoint.store import search
from tripoint.store.corrections import Corrections
from tripoint.store.fulltext import expression
from tripoint.store.judgements import Judged
from tripoint.store.question import Question
from tripoint.store.reading import CaseReader
from tripoint.store.selection import Box, Selection

T = TypeVar("T")

LONGEST = 200
"""Characters of a name or an id that is asked for."""


class Asked:
    """One request on one case: the version that it reads, and the mark of its answer."""

    def __init__(self, request: Request, case: ServedCase) -> None:
        self.case = case
        self.opened: Opened = case.opened()
        seen = (__version__, self.opened.version, case.decided_stamp(), request.url.path, request.url.query)
        self.etag = f'W/"{sha256(repr(seen).encode("utf-8", "replace")).hexdigest()[:24]}"'
        if request.method in ("GET", "HEAD"):
            unless_known(request, self.etag)

    @contextmanager
    def reading(self) -> Iterator[CaseReader]:
        """Give a reader of the case."""
        with self.opened.reading() as reader:
            yield reader

    def answer(self, body: Any) -> Answer:
        """Return the answer with its mark."""
        return Answer(body, etag=self.etag)

    def once(self, key: Hashable, make: Callable[[CaseReader], T], weigh: Callable[[T], int]) -> T:
        """Return what `make` finds, found once for this version of the case."""
        return self.opened.find(key, make, weigh)

    def verdicts(self) -> dict[str, Judged]:
        """Return what holds of each claim and event that was decided on."""
        return self.case.decided(self.opened)[1]

    def verdict(self, name: str) -> str | None:
        """Return what holds of one of them: accepted, rejected, unsure or None."""
        found = self.verdicts().get(name)
        return None if found is None else found.verdict

    def corrections(self) -> Corrections:
        """Return what people put right, by claim."""
        return corrections(self.case.decided(self.opened)[0])

    def settled(self) -> frozenset[str]:
        """Return the claims and events that a decision which holds is about."""
        attached, verdicts = self.case.decided(self.opened)
        held = (name for one in attached if not one.undone and not one.orphaned for name in (*one.a, *one.b))
        return frozenset((*held, *verdicts))

    def spellings(self) -> dict[str, tuple[str, ...]]:
        """Return the ways in which names are written in the case."""
        return self.once("spellings", search.spellings, lambda found: 200 * len(found))


def asked(
    request: Request, case: Annotated[str, Path(description="The name of a case, as /api/cases lists it.")]
) -> Asked:
    """Return what the request asks of the case in its path."""
    return Asked(request, request.app.state.cases[case])


OfCase = Annotated[Asked, Depends(asked)]

Word = Annotated[str | None, Query(max_length=LONGEST)]
Day = Annotated[str | None, Query(pattern=DAY, description="2017, 2017-06 or 2017-06-17.")]
Limit = Annotated[int, Query(ge=1, le=MOST_ITEMS, description="The longest portion that is answered.")]
Cursor = Annotated[str | None, Query(max_length=1000, description="`next` of the answer before.")]


def question(
    place: Annotated[Word, Query(description="Only what happened there: part of a name, or an id.")] = None,
    actor: Annotated[Word, Query(description="Only with this party: part of a name, or an id.")] = None,
    type: Annotated[list[str] | None, Query(description="Only claims of this type; may repeat.")] = None,
    speaker: Annotated[Word, Query(description="Only said by this voice: part of a name, or an id.")] = None,
    modality: Annotated[Modality | None, Query(description="Only told in this way.")] = None,
    since: Day = None,
    until: Day = None,
) -> Question:
    """Return the filters that the command line knows."""
    types = tuple(dict.fromkeys(type or ()))
    if len(types) > 100:
        raise Problem(422, "type: is given more than 100 times", hint="leave some out")
    for name in types:
        _known_type(name)
    return Question(
        place=place or None,
        actor=actor or None,
        types=types,
        speaker=speaker or None,
        modality=None if modality is None else modality.value,
        since=since,
        until=until,
    )


OfQuestion = Annotated[Question, Depends(question)]

Decided = Literal["accepted", "rejected", "unsure", "none"]


class Filters:
    """All filters on events and claims."""

    def __init__(
        self,
        asked: OfCase,
        question: OfQuestion,
        contested: Annotated[bool | None, Query(description="Only with a contradiction, or only without.")] = None,
        origins: Annotated[int | None, Query(ge=0, le=1_000_000, description="At least so many origins.")] = None,
        q: Annotated[str | None, Query(max_length=1000, description="Full text of the evidence.")] = None,
        bbox: Annotated[
            str | None,
            Query(max_length=120, description="west,south,east,north in degrees; what is not on the map is out."),
        ] = None,
        decided: Annotated[Decided | None, Query(description="What people decided.")] = None,
    ) -> None:
        judged = undecided = words = None
        if decided is not None:
            verdicts = asked.verdicts()
            if decided == "none":
                undecided = frozenset(verdicts)
            else:
                judged = frozenset(name for name, found in verdicts.items() if found.verdict == decided)
        if q is not None and q.strip():
            words = expression(q, "claims", asked.spellings()) or '"\x01"'  # no word: nothing answers
        self.selection = Selection(
            question=question,
            contested=contested,
            origins=origins,
            box=None if bbox is None else _box(bbox),
            words=words,
            decided=judged,
            undecided=undecided,
        )


OfFilters = Annotated[Filters, Depends(Filters)]


def _known_type(name: str) -> None:
    known = tuple(claim_types())
    if name not in known:
        near = get_close_matches(name[:40], known, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(known)}"
        raise Problem(422, f"type: there is no claim type {name[:40]}", hint=hint)


_NUMBER = re.compile(r"^-?\d{1,3}(\.\d{1,12})?$")


def _box(told: str) -> Box:
    pieces = [piece.strip() for piece in told.split(",")]
    if len(pieces) != 4 or not all(_NUMBER.match(piece) for piece in pieces):
        raise Problem(422, "bbox: is no box", hint="give west,south,east,north in degrees, such as 32.1,46.2,34,47.5")
    west, south, east, north = (float(piece) for piece in pieces)
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise Problem(
            422, "bbox: lies outside the world", hint="longitudes in -180 to 180, latitudes in -90 to 90, south first"
        )
    return west, south, east, north


def key_of(selection: Selection) -> str:
    """Return what a selection is remembered by."""
    where, values = selection.events()
    more, others = selection.claims()
    return json.dumps([where, values, more, others], sort_keys=True)
