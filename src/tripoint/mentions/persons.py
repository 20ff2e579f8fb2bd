"""Persons that no register holds: the parser's names and titles; a surname alone means the name in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.offices import apposed_to_role, office_of
from tripoint.mentions.personcues import aged, called_after, names_no_one, shown_as_place, told_apart
from tripoint.mentions.pieces import Piece, genitive, owns, phrase_start
from tripoint.mentions.placecues import stands_as_place
from tripoint.mentions.placewords import TOPONYMS
from tripoint.mentions.producers import BY_NAME
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.places import gazetteer
from tripoint.resources.words import group_heads, place_types, plain_titles, titles

_PLATFORMS = frozenset({"twitter", "facebook", "youtube", "telegram", "instagram"})
_OUTLETS = frozenset("agency broadcaster newspaper website channel outlet station magazine daily portal".split())
"""Words before the name of an outlet, which the parser often takes for a person's (*the agency Border Wire*)."""

_OWNERS_INITIALS = re.compile(r"[A-Z]{2,5}s")
"""Initials of a body with the apostrophe lost (*Ann Cole MSFs head of mission*): no part of a person's name."""

_KUNYA = frozenset({"abu", "umm", "ibn"})
_SURE = 0.85
_SPOKEN_OF = 0.15
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "abd", "de", "van", "von", "der", "ben", "umm", "ul"})


def persons(scene: Scene) -> Iterator[Draft]:
    """Yield the persons that the parser or a title shows, and later surnames of persons named in full."""
    for index, found in enumerate(scene.pieces):
        at = 0
        lands = {i for hit in scene.hits[index] if hit.iso2 is not None for i in range(hit.first, hit.last)}
        while at < len(found):
            last = None if at in lands else _person(scene, index, found, at)
            if last is None:
                at += 1
                continue
            yield _draft(scene, index, found, _behind_office(found, at, last), last)
            at = last


def _person(scene: Scene, index: int, found: list[Piece], at: int) -> int | None:
    """Return the end of the person's name that begins at piece `at`."""
    piece = found[at]
    if (
        not piece.capital
        or piece.article
        or piece.key in plain_titles()
        or piece.key in _PLATFORMS
        or _OWNERS_INITIALS.fullmatch(piece.text)
        or (piece.text.isupper() and len(piece.text) < 5 and not honoured(scene, piece))
    ):
        return None
    titled = at > 0 and _title_before(scene, found, at)
    kunya = piece.key in _KUNYA and at + 1 < len(found) and found[at + 1].joined and found[at + 1].capital
    if (
        not titled
        and not kunya
        and not honoured(scene, piece)
        and piece.token.ent != "PERSON"
        and not _speaks(found, at)
        and not _two_names_speak(found, at)
        and not office_of(scene, found, at)
        and not apposed_to_role(scene, found, at)
        and not told_apart(scene, found, at)
        and not aged(scene, found, at)
    ):
        return None
    last = at + 1
    while last < len(found) and (found[last].joined or _behind_initial(scene, found, last)):
        other = found[last]
        if _OWNERS_INITIALS.fullmatch(other.text) or owns(scene.text, found[last - 1]):
            break
        if other.capital or other.article or other.key in _PARTICLES:
            last += 1
        else:
            break
    while last > at + 1 and (found[last - 1].article or not found[last - 1].capital):
        last -= 1
    run = found[at:last]
    if any(one.key in _PLATFORMS for one in run):
        return None
    body = group_heads().get(run[-1].key)
    if body is not None and body.capital and len(run) > 1:
        return None
    if run[-1].key in place_types() or (len(run) > 1 and run[0].key in TOPONYMS):
        return None
    tags = {one.token.tag for one in run if one.capital and not honoured(scene, one)} or {"NNP"}
    if not tags <= {"NNP", "NNPS", "NN", "JJ", "FW", "NNS"} or not tags & {"NNP", "NNPS"}:
        return None
    if aged(scene, found, at):
        return last
    if len(run) == 1 and not titled and not _said_by(piece) and not told_apart(scene, found, at):
        return None
    if names_no_one(scene, found, at, last):
        return None
    if not titled and len(run) > 1 and stands_as_place(found, at, last):
        return None
    if not titled and (_is_city(scene, run[-1]) or _is_place(scene, run)):
        return None
    if titled and found[at - 1].capital and _is_place(scene, [found[at - 1], *run]):
        return None  # *Sheikh Miskin* is a town
    if titled and called_after(scene, index, found, at, run):
        return None
    if titled and len(run) == 1 and gazetteer().strict(run[0].key) and found[at - 1].key not in plain_titles():
        return None
    if not titled and not kunya and _gainsaid(scene, index, run):
        return None
    if not titled and not kunya and shown_as_place(scene, index, run):
        return None
    return last


_BORNE = frozenset(
    "king queen prince princess emir amir sultan sheikh sheik shaykh shaikh imam haji hajji hajj".split()
)
"""Titles that are names as well (*Hassan Sheikh Mohamud*)."""


def _behind_office(found: list[Piece], at: int, last: int) -> int:
    """Return where a name begins whose title the parser took into it (*Petty Officer Ann B. Cole*)."""
    for first in range(last - 1, at, -1):
        if found[first - 1].key in plain_titles() - _BORNE and found[first].capital:
            return first
    return at


_ABBREVIATED = frozenset("gen col lt dr mr mrs ms maj brig capt sgt cpl spc pvt adm sen rep gov prof rev".split())


def _title_before(scene: Scene, found: list[Piece], at: int) -> bool:
    """Say whether a title or an age stands right before the piece (*Mr Fallon, Col. Warren, 14-year-old Amjad*)."""
    if at > 1 and found[at - 1].article and found[at].joined:
        at -= 1  # *Minister al-Jubeir*
    before = found[at - 1]
    if genitive(scene.text, before):
        return False  # *the Prosecutor General's Office*
    if found[at].joined:
        aged = at > 2 and before.key == "old" and found[at - 2].key == "year" and before.joined
        return aged or before.key in plain_titles()
    return before.key in _ABBREVIATED and scene.text[before.end : found[at].start] == ". "


def honoured(scene: Scene, piece: Piece) -> bool:
    """Say whether a piece is an honorific of the lands that the document speaks of, and part of a name there."""
    title = titles().get(piece.key)
    return title is not None and title.kept and any(scene.told.get(iso2, 0.0) >= _SPOKEN_OF for iso2 in title.lands)


def _said_by(piece: Piece) -> bool:
    """Read *said Russell, Keating told us*: one name that the parser takes for a person, as the one who speaks."""
    verb = piece.token.head
    return piece.token.ent == "PERSON" and piece.token.dep == "nsubj" and verb.lower in _SAYING and piece.key.isalpha()


def _gainsaid(scene: Scene, index: int, run: list[Piece]) -> bool:
    """Say whether the encoder is sure of another kind of name where the parser reads a person."""
    tokens = [piece.token for piece in run]
    org, loc = scene.share(index, "org", tokens), scene.share(index, "loc", tokens)
    return org is not None and loc is not None and max(org, loc) >= _SURE


def _behind_initial(scene: Scene, found: list[Piece], at: int) -> bool:
    """Say whether an initial and its full stop stand before the piece (*Ann B. Cole*)."""
    before = found[at - 1]
    initial = len(before.text) == 1 and before.capital and at > 1 and found[at - 2].capital and before.joined
    return initial and scene.text[before.end : found[at].start] == ". " and found[at].capital


def _is_city(scene: Scene, piece: Piece) -> bool:
    """Say whether a word is a large town of the countries that the document speaks of."""
    return any(
        place.population >= 100_000 and any(scene.told.get(iso2, 0.0) >= 0.05 for iso2 in place.countries)
        for place in gazetteer().strict(piece.key)
    )


def _is_place(scene: Scene, run: list[Piece]) -> bool:
    """Say whether the supplement holds the whole run as a place of the countries that the document speaks of."""
    key = " ".join(piece.key for piece in run if not piece.article)
    return len(run) > 1 and any(
        place.supplement and any(scene.told.get(iso2, 0.0) >= 0.05 for iso2 in place.countries)
        for place in gazetteer().strict(key)
    )


def _speaks(found: list[Piece], at: int) -> bool:
    """Read *Name al-Name said*: two names joined by an Arabic article, right before a finite verb."""
    if at + 3 >= len(found) or not found[at + 1].article or not found[at + 1].joined or not found[at + 2].joined:
        return False
    return found[at].token.tag == "NNP" and found[at + 2].capital and found[at + 3].token.tag in ("VBD", "VBZ")


_SAYING = frozenset({"said", "told", "added", "says", "announced", "stated", "warned", "claimed"})


def _two_names_speak(found: list[Piece], at: int) -> bool:
    """Read *Name Name said*."""
    return (
        at + 2 < len(found)
        and found[at + 1].joined
        and found[at + 1].capital
        and found[at + 2].key in _SAYING
        and {found[at].token.tag, found[at + 1].token.tag} == {"NNP"}
        and not (at > 0 and found[at].joined and found[at - 1].capital)
    )


def _draft(scene: Scene, index: int, found: list[Piece], first: int, last: int) -> Draft:
    start, end = phrase_start(found, first), found[last - 1].end
    name = scene.doc.text[start:end]
    titled = first > 0 and _title_before(scene, found, first)
    why = (
        because("title", 0.8, "a title or an age stands before it")
        if titled
        else because("parser", 0.6, "the parser reads a person")
    )
    outlet = first > 0 and found[first].joined and found[first - 1].key in _OUTLETS
    if outlet:
        why = because("cue", 0.7, f"{found[first - 1].text!r} stands before it")
    return Draft(
        kind=MentionKind.ACTOR if outlet else MentionKind.PERSON,
        start=start,
        end=end,
        head=found[last - 1].token,
        producer=BY_NAME,
        weight=2.8 if titled or aged(scene, found, first) else 2.0 + 0.15 * (last - first),
        sentence=index,
        readings=[reading(name, 0.75 if titled else 0.6, [why], actor_kind="agency" if outlet else "person")],
    )
