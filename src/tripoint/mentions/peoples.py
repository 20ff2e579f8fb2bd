"""Peoples as actors: *the Eritreans, the French, the Karen*, named by a nationality or by what they call themselves."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions.composition import PEOPLES
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.pieces import Piece
from tripoint.mentions.producers import GROUPS
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.countries import countries, nationality

_ALONE = frozenset("nsubj nsubjpass dobj pobj conj attr appos agent iobj dative poss".split())
_INVARIANT = ("ese", "ish", "nch", "ch", "iss")


def peoples(scene: Scene) -> Iterator[Draft]:
    """Yield nationalities and peoples that stand as nouns."""
    for index, found in enumerate(scene.pieces):
        for at, piece in enumerate(found):
            if not piece.capital or piece.token.dep not in _ALONE or _followed(found, at):
                continue
            iso2 = _nation(found, at)
            if iso2 is None and not _people(found, at):
                continue
            country = None if iso2 is None else countries()[iso2].name
            why = because("people", 0.7, f"the people of {country}" if country else "a people")
            made = reading(
                piece.text,
                0.7,
                [why],
                candidate_id=None if iso2 is None else f"actor:{iso2.lower()}/people",
                actor_kind="population",
                actor_country=iso2,
            )
            yield Draft(
                kind=MentionKind.ACTOR,
                start=piece.start,
                end=piece.end,
                head=piece.token,
                producer=GROUPS,
                weight=2.6,
                sentence=index,
                readings=[made],
            )


def _the(found: list[Piece], at: int) -> bool:
    return at > 0 and found[at - 1].key in ("the", "these", "those")


def _followed(found: list[Piece], at: int) -> bool:
    """Say whether the word only describes the noun behind it."""
    after = found[at + 1] if at + 1 < len(found) else None
    return after is not None and after.joined and after.token.pos in ("NOUN", "PROPN") and after.token.dep != "dobj"


def _nation(found: list[Piece], at: int) -> str | None:
    """Return the country of *Eritreans*, or of *the French*."""
    text = found[at].text
    told = nationality(text[:-1]) if text.endswith("s") and len(text) > 4 else None
    if told is None and text.endswith(_INVARIANT) and _the(found, at):
        told = nationality(text)
    return None if told is None else told[0]


def _people(found: list[Piece], at: int) -> bool:
    key = found[at].key
    return (key in PEOPLES or key.removesuffix("s") in PEOPLES) and _the(found, at)
