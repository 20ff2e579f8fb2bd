"""What linking looks at in a claim, worked out once per claim."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from tripoint.comparison import times
from tripoint.model import Modality, PlaceValue, Span

PROSPECTIVE = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL})
"""Not told as having happened: a plan, a possibility, a condition."""


class Number(NamedTuple):
    """How many of what; `firm`: counted rather than *dozens*."""

    what: str
    low: float | None
    high: float | None
    firm: bool


class Gist(Struct, frozen=True, array_like=True):
    """What linking needs of the claim itself. `nouns`: what its targets and recipients without a name are called by."""

    claim_id: str
    document_id: str
    type: str
    status: str | None
    evidence: tuple[Span, ...]
    nouns: frozenset[str]


class Profile(Struct, frozen=True, array_like=True):
    """A claim as linking sees it: read so often that it lies without the names of what it tells.

    `day`: interval of the happening; `told`: when it was said or published.

    `sentence` numbers the sentence of the trigger in its document; `bare`: the agents are group nouns alone.
    `page`, `outlet`: where its document stands; `telling`: a digest of its words and slots, the same for claims that
    are told in equal words with equal slots, None for few words. `kinds`: its type, and those of the claims of its
    text that tell the same; `members`: how many they are. `past`: it looks back on other acts; `anchored`: its words
    tell a day or a place, be it one that no slot holds; `lead`: it stands at the head of its text. `rare`: words that
    few documents hold. `looked_back`: its clause opens with the time between it and another act (*a week after ten were
    killed*). `over`: a hold told as past (*had held*). `habit`: it tells acts of violence done again and again over
    days. `single`: its text tells of one act of violence, as far as its claims name sides and places. `word`: what
    tells the act, folded, "" where the document is not at hand. `news`: the end and the begin of the time of telling,
    where an act without a day is of the days on which it was told.
    """

    claim: Gist
    kinds: frozenset[str]
    ongoing: bool
    families: tuple[str, ...]
    state: bool
    prospective: bool
    denied: bool
    agents: frozenset[str]
    targets: frozenset[str]
    recipients: frozenset[str]
    sides: frozenset[str]
    agent_countries: frozenset[str]
    agent_kinds: frozenset[str]
    nameless: bool
    places: tuple[PlaceValue, ...]
    place_keys: frozenset[str]
    held_keys: frozenset[str]
    day: times.Days | None
    partial: str | None
    told: times.Days | None
    content: frozenset[str]
    quote_runs: frozenset[int]
    runs: tuple[int, ...]
    speaker: str | None
    numbers: tuple[Number, ...]
    headline: bool
    another: bool
    past: bool
    anchored: bool
    definite: bool
    definite_place: str | None
    place_words: tuple[str, ...]
    lead: bool
    start: int
    sentence: int
    bare: bool
    helpers: frozenset[str]
    page: str | None
    outlet: str | None
    telling: bytes | None
    rare: frozenset[int] = frozenset()
    members: int = 1
    single: bool = False
    looked_back: bool = False
    habit: bool = False
    over: bool = False
    word: str = ""
    news: tuple[int, int] | None = None

    @property
    def wordy(self) -> bool:
        """Return whether it names no side, place, day or number: what tells it from others are its words alone."""
        return bool(self.word) and not (self.sides or self.place_keys or self.day or self.numbers)
