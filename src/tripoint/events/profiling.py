"""From a claim to its profile."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from types import MappingProxyType

from tripoint.comparison import parties, times, wording
from tripoint.comparison.figures import firm
from tripoint.comparison.hindsight import habitual, looks_back, manifold
from tripoint.comparison.places import HELD_ROLES, key, main_slots
from tripoint.comparison.voices import Voices
from tripoint.events import cues, newsdays
from tripoint.events.clauses import without
from tripoint.events.families import EFFECTS, MUTUAL, STRUCK, wide_families
from tripoint.events.profile import PROSPECTIVE, Gist, Number, Profile
from tripoint.model import AmountSlot, Aspect, BlockRole, Claim, ClaimKind, Document, Party, Polarity, Span
from tripoint.resources.claims import words as lexicon
from tripoint.text import fold, words

LEAD = 400
"""Characters at the head of a text, where it tells what it is about."""

ARMED = frozenset({"army", "armed_group", "police", "border_force"})
"""Kinds of groups that fight."""

DAYS = 2
"""Days within which an act done again and again is still one happening."""
WHILE = 7
"""Days beyond which what goes on is a course of acts."""

SAME_WORDS = 8
"""Words of evidence from which equal words with equal slots need no comparison."""


def profile(
    claim: Claim,
    voices: Voices,
    documents: Mapping[str, Document],
    *,
    helpers: Mapping[str, frozenset[str]] = MappingProxyType({}),
    inner: Mapping[str, tuple[Span, ...]] = MappingProxyType({}),
) -> Profile:
    """Return the profile of one claim.

    `helpers`: for each claim the parties told to stand behind its agents. Which of its words are rare in the case is
    left open.
    """
    doc = documents.get(claim.document_id)
    struck = [party for party in claim.targets if not is_thing(claim.type, party)]  # a market is no side
    agents, targets, recipients = (parties.keys(p) for p in (claim.agents, struck, claim.recipients))
    if claim.type in MUTUAL:
        agents, recipients = agents | recipients, frozenset()
    evidence = " ".join(e.text for e in claim.evidence)
    folded = fold(evidence)
    looked_back = cues.looked_back(folded)
    main = tuple(slot.place for slot in main_slots(claim))
    voice = claim.speakers[0] if claim.speakers else None
    worded = words(evidence)
    place_keys = frozenset(key(slot.place) for slot in claim.places)
    day = times.days(claim.time)
    told = newsdays.told_on(claim, doc)
    numbers = tuple(map(_number, claim.amounts))
    content = wording.content(without(claim.evidence, inner[claim.claim_id]) if claim.claim_id in inner else evidence)
    telling = None
    if len(worded) >= SAME_WORDS:
        sides = (sorted(agents), sorted(targets), sorted(recipients), sorted(place_keys))
        telling = _telling(claim, sides, numbers, day, told, worded)
    return Profile(
        claim=_gist(claim),
        kinds=frozenset({claim.type}),
        ongoing=claim.aspect is Aspect.ONGOING,
        families=wide_families(claim.type, prospective=claim.modality in PROSPECTIVE),
        state=claim.kind is ClaimKind.STATE,
        prospective=claim.modality in PROSPECTIVE,
        denied=claim.polarity is Polarity.DENIED,
        agents=agents,
        targets=targets,
        recipients=recipients,
        sides=agents | targets | recipients,
        agent_countries=parties.countries(claim.agents),
        agent_kinds=frozenset(party.kind for party in claim.agents if party.kind is not None),
        nameless=bool(claim.agents) and all(party.actor_id is None for party in claim.agents),
        places=main,
        place_keys=place_keys,
        held_keys=frozenset(key(slot.place) for slot in claim.places if slot.role in HELD_ROLES),
        day=day,
        partial=claim.time.partial if claim.time is not None else None,
        told=told,
        content=content,
        quote_runs=frozenset(run for quote in voices.quoted(claim) for run in quote.runs),
        runs=wording.sketch(wording.shingles(worded, 4), 3),
        speaker=parties.key(voice) if voice is not None and voice.kind in ("person", "body") else None,
        numbers=numbers,
        headline=bool(claim.evidence) and claim.evidence[0].block in (BlockRole.HEADLINE, BlockRole.SUBHEADING),
        another=cues.another(folded),
        past=looked_back or looks_back(folded),
        anchored=cues.anchored(evidence, folded),
        definite=cues.definite(folded),
        definite_place=cues.definite_place(folded),
        place_words=tuple(fold(slot.place.name) + " " + fold(slot.text) for slot in claim.places),
        lead=claim.trigger_start < LEAD,
        start=claim.trigger_start,
        sentence=voices.sentence(claim.document_id, claim.trigger_start),
        bare=bool(claim.agents) and all(_bare(party) for party in claim.agents),
        helpers=helpers.get(claim.claim_id, frozenset()),
        page=doc.page_id if doc is not None else None,
        outlet=doc.outlet if doc is not None else None,
        telling=telling,
        looked_back=looked_back,
        over=claim.type == "control" and claim.aspect is Aspect.COMPLETED,
        habit=claim.type in STRUCK | EFFECTS and _habit(claim, folded, day, told),
        news=newsdays.news(claim, told),
        word=fold(doc.text[claim.trigger_start : claim.trigger_end]) if doc is not None else "",
    )


def is_thing(type_: str, party: Party) -> bool:
    """Return whether a party that an act of arms was on is a thing without a name (*a crowded market*)."""
    last = fold(party.name).rsplit(" ", 1)[-1]
    return (
        type_ in STRUCK
        and party.actor_id is None
        and not lexicon()["struck_things"].isdisjoint({last, last.removesuffix("s")})
    )


def _habit(claim: Claim, folded: str, day: times.Days | None, told: times.Days | None) -> bool:
    """Return whether a claim tells a course of acts over days rather than one: by its words, or by the time it took."""
    if day is not None and (day[1] is None or (times.width(day) or 0) > WHILE):
        until = day[1] if day[1] is not None or told is None else told[1]
        lasted = day[0] is not None and (until is None or until - day[0] > WHILE)
        if lasted and (claim.aspect is Aspect.ONGOING or manifold(folded)):
            return True
    return habitual(folded) and (day is None or (times.width(day) or WHILE) > DAYS)


def _gist(claim: Claim) -> Gist:
    sides = (*claim.targets, *claim.recipients)
    return Gist(
        claim_id=claim.claim_id,
        document_id=claim.document_id,
        type=claim.type,
        status=claim.status,
        evidence=tuple(Span(start=e.start, end=e.end) for e in claim.evidence),
        nouns=frozenset(fold(party.name).rsplit(" ", 1)[-1] for party in sides if party.actor_id is None),
    )


def _telling(
    claim: Claim,
    sides: tuple[list[str], ...],
    numbers: tuple[Number, ...],
    day: times.Days | None,
    told: times.Days | None,
    worded: list[str],
) -> bytes:
    """Return the digest of a claim's words and slots."""
    # Undated, the same words a month later may be the next bulletin: told in another fortnight, they are compared.
    fortnight = None
    if day is None and claim.kind is not ClaimKind.STATE and told is not None:
        fortnight = (told[0] or told[1] or 0) // 14
    partial = claim.time.partial if claim.time is not None else None
    stance = (claim.type, claim.modality.value, claim.polarity.value, claim.aspect.value)
    slots = (*stance, *sides, day, partial, numbers, fortnight, worded)
    return blake2b(repr(slots).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _number(slot: AmountSlot) -> Number:
    amount = slot.amount
    return Number(amount.what, amount.low, amount.high, firm(amount))


def _bare(party: Party) -> bool:
    """Return whether a party is a group noun alone (*troops, fighters*): it may be any side of its text."""
    return party.kind in ARMED and party.actor_id is None and party.name.islower() and " " not in party.name
