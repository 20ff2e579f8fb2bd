"""States where they act or speak: by the country's name, or by its capital's (*Tehran warned, Khartoum denies*)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tripoint.mentions.draft import Draft, because, head_of, reading, tokens_between
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.pieces import Piece, one_name, phrase_start
from tripoint.mentions.producers import REGISTER
from tripoint.mentions.scene import Scene
from tripoint.mentions.stance import PLACE_NOUNS, country_acts, place_before
from tripoint.model import MentionKind
from tripoint.names import strict_key
from tripoint.resources.countries import countries
from tripoint.resources.places import gazetteer
from tripoint.syntax import Sentence, Token


def countries_as_actors(scene: Scene) -> Iterator[Draft]:
    """Yield the countries, and capitals, that act or own rather than lie somewhere."""
    for index, hits in enumerate(scene.hits):
        found = scene.pieces[index]
        for hit in hits:
            named = [phrase for phrase in hit.phrases if phrase.iso2 is not None]
            if not named or all(phrase.adjective for phrase in named):
                continue
            phrase = next(phrase for phrase in named if not phrase.adjective)
            start, end = phrase_start(found, hit.first), found[hit.last - 1].end
            tokens = tokens_between(scene.sentences[index], start, end)
            head = head_of(tokens)
            if any(other.first == hit.last and other.actor is not None and found[hit.last].joined for other in hits):
                continue  # *in Iraq and Syria Islamic State ...*: a comma is lost
            why = None if _reached(scene.sentences[index], tokens) else country_acts(head)
            if why is None or phrase.iso2 is None:
                continue
            rule = _rule_over(head)
            if rule is None:
                yield _country_draft(phrase.iso2, why, start=start, end=end, head=head, index=index)
                yield from _partners(scene, index, hits, hit)
            else:
                draft = _country_draft(phrase.iso2, why, start=rule.start, end=end, head=rule, index=index)
                yield replace(draft, open_from=start)  # the land inside stays a place
    yield from _capitals(scene)


def _reached(sentence: Sentence, land: list[Token]) -> bool:
    """Say whether *from, to, in, into* stands right before a land that nothing follows (*From Kenya - Media*)."""
    before = sentence.tokens[land[0].i - 1].lower if land[0].i > 0 else ""
    after = sentence.tokens[land[-1].i + 1].text if land[-1].i + 1 < len(sentence.tokens) else "."
    return before in ("from", "in", "into", "to", "inside") and not after[:1].isalnum() and after not in ("'s", "’s")


def _partners(scene: Scene, index: int, hits: list[Hit], hit: Hit) -> Iterator[Draft]:
    """Yield the state that a hyphen joins to one that acts, before what both do (*US-Kenyan strikes*)."""
    found = scene.pieces[index]
    for other in hits:
        left, right = (hit, other) if other.first == hit.last else (other, hit)
        if left.last != right.first or other.iso2 in (None, hit.iso2):
            continue
        last = found[right.last - 1]
        after = found[right.last] if right.last < len(found) else None
        gap = scene.text[found[left.last - 1].end : found[right.first].start]
        if gap not in ("-", "–") or after is None or not after.joined or scene.text[last.end] != " ":
            continue
        if after.capital or after.token.pos not in ("NOUN", "VERB") or after.key in PLACE_NOUNS:
            continue
        why = f"it is joined to {scene.text[found[hit.first].start : found[hit.last - 1].end]!r}"
        start, end = found[other.first].start, found[other.last - 1].end
        head = found[other.last - 1].token
        yield _country_draft(str(other.iso2), why, start=start, end=end, head=head, index=index)


_RULE = frozenset({"government", "governments", "regime", "authorities"})


def _rule_over(land: Token) -> Token | None:
    """Return *government* of *the government of X*, whose name the phrase is."""
    of = land.head
    if land.dep != "pobj" or of.lower != "of" or of.head.lower not in _RULE or of.i != of.head.i + 1:
        return None
    return of.head


def _country_draft(iso2: str, why: str, *, start: int, end: int, head: object, index: int) -> Draft:
    country = countries()[iso2]
    return Draft(
        kind=MentionKind.ACTOR,
        start=start,
        end=end,
        head=head,  # type: ignore[arg-type]
        producer=REGISTER,
        weight=2.9,
        sentence=index,
        readings=[
            reading(
                country.name,
                0.85,
                [because("acts", 0.85, why)],
                candidate_id=f"actor:{iso2.lower()}",
                actor_kind="government",
                actor_country=iso2,
            )
        ],
    )


_LEAST = 5_000
"""Fewer people than this make a namesake of a capital, not the capital."""


@lru_cache(maxsize=1)
def _capital_ids() -> dict[str, str]:
    """Return the country of each capital by its id in the gazetteer."""
    found: dict[str, str] = {}
    for country in countries().values():
        towns = [p for p in gazetteer().strict(strict_key(country.capital)) if p.country == country.iso2]
        towns = [place for place in towns if place.kind == "town"]
        if towns:
            found[towns[0].id] = country.iso2
    return found


@lru_cache(maxsize=4096)
def capital_of(words: str) -> str | None:
    """Return the country whose capital is written `words`, in any spelling that the gazetteer knows, or None."""
    towns = [place for place in gazetteer().strict(strict_key(words)) if place.kind == "town"]
    best = max(towns, key=lambda place: place.population, default=None)
    return None if best is None or best.population < _LEAST else _capital_ids().get(best.id)


def _capitals(scene: Scene) -> Iterator[Draft]:
    for index, found in enumerate(scene.pieces):
        for at, first in enumerate(found):
            if not first.capital:
                continue
            for size in (3, 2, 1):
                words = found[at : at + size]
                if len(words) == size and len(words[0].text) > 2 and one_name(words):
                    named = scene.text[words[0].start : words[-1].end]
                    iso2 = capital_of(named)
                    if iso2 is None or (named.isupper() and strict_key(countries()[iso2].capital) != strict_key(named)):
                        continue  # an agency's initials may be a nickname of a capital
                    draft = _spoken_for(index, words, iso2)
                    if draft is not None:
                        yield draft
                    break


def _spoken_for(index: int, words: list[Piece], iso2: str) -> Draft | None:
    token = words[-1].token
    if place_before(token):
        return None
    why = country_acts(token, metonym=True)
    if why is None:
        return None
    return _country_draft(iso2, why, start=words[0].start, end=words[-1].end, head=token, index=index)
