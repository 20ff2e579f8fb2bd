"""Actors and persons that the register knows, and countries where they act."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions.draft import Draft, because, head_of, reading, tokens_between
from tripoint.mentions.lexicon import Hit, Phrase
from tripoint.mentions.pieces import Piece, phrase_start
from tripoint.mentions.producers import REGISTER
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, Reading, Reason
from tripoint.resources.actors import Actor
from tripoint.resources.countries import nationality
from tripoint.resources.words import plain_titles

_EVERYWHERE = frozenset({"aid", "international_body"})
"""Kinds of bodies that act in all lands, where they are of none."""


def known_actors(scene: Scene) -> Iterator[Draft]:
    """Yield the actors and persons of the register, with a nationality before them that is theirs."""
    for index, hits in enumerate(scene.hits):
        found = scene.pieces[index]
        for hit in hits:
            if hit.actor is not None:
                draft = _known(scene, index, found, hit)
                if draft is not None:
                    yield draft


def bodies_of(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """Yield the bodies of the register that stand within the words of a draft."""
    found = scene.pieces[draft.sentence]
    for hit in scene.hits[draft.sentence]:
        within = draft.start <= found[hit.first].start and found[hit.last - 1].end <= draft.end
        if within and hit.actor is not None and hit.actor.kind != "person":
            body = _known(scene, draft.sentence, found, hit)
            if body is not None:
                yield body


def _known(scene: Scene, index: int, found: list[Piece], hit: Hit) -> Draft | None:
    ranked = rank(scene, hit)
    best = ranked[0][0].actor
    if best is None or ranked[0][1] < 0.3:
        return None
    first = hit.first
    if hit.last - first == 1 and "/" in _beside(scene, found, first) and found[first].text != best.name:
        return None  # initials and first names under an agency's text: *Manar/Sami*
    if best.kind == "person" and (_of_another(found, hit) or _given(found, hit)):
        return None
    if first > 0 and found[first].joined and best.country is not None:
        before = next((other for other in scene.hits[index] if other.last == first and other.iso2 is not None), None)
        gap = scene.text[found[first - 1].end : found[first].start]
        if before is not None and any(p.adjective and p.iso2 == best.country for p in before.phrases) and gap == " ":
            first = before.first
    start, end = phrase_start(found, first), found[hit.last - 1].end
    tokens = tokens_between(scene.sentences[index], start, end)
    kind = MentionKind.PERSON if best.kind == "person" else MentionKind.ACTOR
    size = sum(not piece.article for piece in found[first : hit.last])
    return Draft(
        kind=kind,
        start=start,
        end=end,
        head=tokens[-1] if kind is MentionKind.PERSON else head_of(tokens),
        producer=REGISTER,
        weight=3.0 + 0.2 * size - (0.5 if hit.loose else 0.0),
        sentence=index,
        readings=readings_of(ranked),
    )


def _beside(scene: Scene, found: list[Piece], at: int) -> str:
    """Return the characters right before and behind a piece."""
    return scene.text[max(0, found[at].start - 1) : found[at].start] + scene.text[found[at].end : found[at].end + 1]


def _of_another(found: list[Piece], hit: Hit) -> bool:
    """Say whether a surname stands behind the given name of somebody else (*Dr Ammar al-Assad*)."""
    if sum(not piece.article for piece in found[hit.first : hit.last]) > 1:
        return False
    at, link = hit.first - 1, found[hit.first].joined
    while at >= 0 and found[at].article:
        at, link = at - 1, link and found[at].joined
    if at < 0 or not link or not found[at].capital or found[at].token.tag != "NNP":
        return False
    given = found[at]
    titled = at > 0 and given.joined and found[at - 1].key in plain_titles()
    return (
        given.key not in plain_titles() and nationality(given.text) is None and (titled or given.token.ent == "PERSON")
    )


def _given(found: list[Piece], hit: Hit) -> bool:
    """Say whether the one name of a person is the given name of somebody else (*Saleh al-Arouri*)."""
    if sum(not piece.article for piece in found[hit.first : hit.last]) > 1 or hit.last + 1 >= len(found):
        return False
    article, after = found[hit.last], found[hit.last + 1]
    return article.article and article.joined and after.capital and after.joined and after.token.tag == "NNP"


def rank(scene: Scene, hit: Hit) -> list[tuple[Phrase, float, tuple[Reason, ...]]]:
    """Return the phrases of a hit, the likeliest first, each with its score and reasons."""
    ranked = []
    for phrase in hit.phrases:
        actor = phrase.actor
        if actor is None:
            continue
        reasons = [
            because("spelling", 0.6 if hit.loose else 0.9, f"{phrase.text!r} is a name of {actor.name} in the register")
        ]
        score = 0.6 if hit.loose else 0.9
        if phrase.shared:
            score, why = _shared(scene, actor, alone=len(hit.phrases) == 1)
            if phrase.own and score < _OWN_NAME:
                score, why = _OWN_NAME, because("own_name", _OWN_NAME, f"{actor.name} is the first whom the name means")
            reasons.append(why)
        ranked.append((phrase, score, tuple(reasons)))
    ranked.sort(key=lambda row: -row[1])
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.05:
        ranked = [(phrase, min(score, 0.45), reasons) for phrase, score, reasons in ranked]
    return ranked


_OWN_NAME = 0.5
"""What a shared name weighs for the one whose first name it is, where the text tells no land of another's."""


def _shared(scene: Scene, actor: Actor, *, alone: bool) -> tuple[float, Reason]:
    if scene.actor_ids[actor.id]:
        return 0.9, because("document", 0.9, f"the document names {actor.name} in full")
    share = max((scene.told.get(iso2, 0.0) for iso2 in (actor.country, *actor.theatre) if iso2), default=0.0)
    if share >= 0.05:
        return min(0.85, 0.45 + share), because(
            "countries", share, f"the document speaks of the country of {actor.name}"
        )
    if alone and actor.country is None and not actor.theatre and actor.kind in _EVERYWHERE:
        return 0.5, because("alone", 0.5, f"nobody else has this name of {actor.name}, which acts in all lands")
    if alone and actor.kind == "person":
        return 0.5, because("alone", 0.5, f"nobody else in the register has this name of {actor.name}")
    if not scene.told:
        return 0.35, because("countries", 0.0, "the document names no country that could decide")
    return 0.2, because("countries", -0.5, f"the document does not speak of the country of {actor.name}")


def readings_of(ranked: list[tuple[Phrase, float, tuple[Reason, ...]]]) -> list[Reading]:
    """Return the readings of ranked phrases, the first chosen."""
    made: list[Reading] = []
    for place, (phrase, score, reasons) in enumerate(ranked):
        if phrase.actor is not None:
            made.append(
                actor_reading(
                    phrase.actor,
                    score,
                    reasons,
                    chosen=place == 0,
                    framing=(phrase.text,) if phrase.framing else (),
                )
            )
    return made


def actor_reading(
    actor: Actor, score: float, reasons: tuple[Reason, ...], *, chosen: bool = True, framing: tuple[str, ...] = ()
) -> Reading:
    """Return the reading that means an actor of the register."""
    return reading(
        actor.name,
        score,
        reasons,
        chosen=chosen,
        candidate_id=actor.id,
        actor_kind=actor.kind,
        actor_country=actor.country,
        framing=framing,
    )
