"""The claims of a document: for each predicate its roles, circumstances, voices and verdicts, bound to words."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.claims.circumstances.amounts import amounts_of, casualty_verbs
from tripoint.claims.circumstances.governing import phases, setting, taking_place
from tripoint.claims.circumstances.themes import places_told
from tripoint.claims.circumstances.times import time_of
from tripoint.claims.codes import codes, refused
from tripoint.claims.eligibility import ucdp
from tripoint.claims.evidence import evidence_of, framing_in
from tripoint.claims.factuality.aspect import TELIC, in_headline
from tripoint.claims.factuality.judge import TRYING, judge
from tripoint.claims.goals import failed_attempt, serves
from tripoint.claims.predicates.casualties import casualties_of
from tripoint.claims.predicates.finding import predicates
from tripoint.claims.predicates.lacking import told_by_lack
from tripoint.claims.predicates.outrank import aims, attempted, struck_by, twins
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.tolls import telling
from tripoint.claims.refused import refused_a_way, vouching
from tripoint.claims.refuting import LETTING
from tripoint.claims.roles.binding import bind
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.modifiers import DOING
from tripoint.claims.roles.nouns import bind_killer
from tripoint.claims.roles.parties import Cast
from tripoint.claims.roles.victims import bind_victim
from tripoint.claims.scene import Scene
from tripoint.claims.scores import Made, score
from tripoint.claims.tree import believing
from tripoint.claims.voices import Attribution, Voices
from tripoint.claims.worth import Told, asked, excluded, stated_purpose, unsafe, worth
from tripoint.model import (
    Absent,
    Aspect,
    Claim,
    ClaimKind,
    Document,
    Mention,
    Modality,
    Polarity,
    Reading,
    Speaker,
    TimeValue,
    digest,
)
from tripoint.resources.claims import claim_types, words
from tripoint.syntax import Sentence, Token

PRODUCER = "claims.clauses.v1"


def extract(
    doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], readings: Sequence[Reading]
) -> tuple[Claim, ...]:
    """Return the claims of `doc`, in reading order. Every evidence span satisfies `doc.text[start:end] == text`."""
    scene = Scene(doc, sentences, mentions, readings)
    voices = Voices(scene)
    cast = Cast(scene, voices)
    found: dict[str, Claim] = {}
    backs: set[tuple[str, str]] = set()
    for at, sentence in enumerate(sentences):
        preds = predicates(scene, at)
        table = {p.tok.i: p for p in preds} | {p.light.i: p for p in preds if p.light is not None}
        deadly = casualty_verbs(sentence, preds)
        for pred in preds:
            killing = [verb for verb in deadly if casualties_of(pred, verb, preds)]
            claim = _claim(scene, voices, cast, at, sentence, pred, killing, table)
            if claim is None:
                continue
            if claim.type == "backs" and pred.form == "held":
                pair = (
                    claim.agents[0].name if claim.agents else "",
                    claim.recipients[0].name if claim.recipients else "",
                )
                if pair in backs:
                    continue
                backs.add(pair)
            found.setdefault(claim.claim_id, claim)
    return tuple(found.values())


def _claim(
    scene: Scene,
    voices: Voices,
    cast: Cast,
    at: int,
    sentence: Sentence,
    pred: Predicate,
    killing: list[Token],
    table: dict[int, Predicate],
) -> Claim | None:
    type_ = claim_types()[pred.type]
    roles = bind(scene, at, pred, cast)
    own = frozenset({pred.tok.i, pred.anchor.i, *roles.tokens} - _other_predicates(pred, table))
    extra = frozenset(tok.i for tok in killing)
    if pred.form == "noun" and not roles.agents:
        bind_killer(at, pred, killing, cast, roles, type_)
    if pred.form == "noun":
        bind_victim(scene, at, killing, cast, roles, type_)
    again = twins(pred, table)
    own |= extra | again | phases(pred.anchor, table) | taking_place(pred.anchor)
    if pred.form == "noun":  # *bombs dropped by X on Y*
        own |= frozenset(kid.i for kid in pred.tok.children("acl") if kid.lemma in DOING and kid.i not in table)
        own |= frozenset(kid.i for kid in aims(pred.tok) if kid.i not in table)
    own |= struck_by(pred, table)
    if type_.kind is ClaimKind.EVENT and not type_.speech:
        own |= setting(pred.anchor, table, words()["reporting"])
    if pred.type == "repel" and pred.form == "verb":
        own |= frozenset(tok.i for tok in attempted(pred.tok))
    table = table | dict.fromkeys(extra | again, pred)
    spans = [(p.start, p.end) for p in (*roles.agents, *roles.targets, *roles.recipients)]
    # *a nurse in X spoke of nine dead*: where she is, not where they died
    whereabouts = own - {pred.anchor.i} if pred.light is not None and telling(pred.tok) else own
    where = places_told(scene, at, pred, whereabouts, table, spans)
    chain = voices.chain(at, pred.tok)
    said = set() if type_.speech else voices.dates_statement(at)
    when = time_of(scene, at, pred, own, table, said, killing)
    amounts = amounts_of(scene, at, own, table, [pred.tok, *killing] if pred.type == "kill" else killing)
    told = Told(pred=pred, roles=roles, places=where, time=when, amounts=amounts)
    if not worth(told) or unsafe(told):
        return None
    aspect, modality, polarity, hedged, why = judge(
        pred.anchor,
        noun=pred.tok if pred.form == "noun" else None,
        kind=type_.kind,
        type_=pred.type,
        held=pred.form == "held" or (pred.form == "tie" and pred.light is None),
    )
    if modality is Modality.HAPPENED and any(
        words().governors.get(one.cue.lemma) == "possible" and believing(one.cue) is None for one in chain
    ):
        modality, aspect = Modality.POSSIBLE, Aspect.NONE
    if (
        modality is Modality.HAPPENED
        and (
            serves(pred.anchor)
            or (polarity is not Polarity.DENIED and any(r.name == "roles.holder_of_the_goal" for r in roles.reasons))
        )
        and not (pred.type in TRYING and failed_attempt(pred.anchor))
    ):
        modality, aspect = Modality.PLANNED, Aspect.NONE
    if in_headline(sentence, pred.anchor) and aspect is Aspect.ONGOING and pred.type in TELIC:
        aspect = Aspect.COMPLETED
    if pred.form == "under" and modality is Modality.HAPPENED and type_.kind is ClaimKind.EVENT:
        aspect = Aspect.ONGOING
    if pred.type == "reject" and pred.tok.lemma == "rule" and polarity is Polarity.DENIED:
        return None  # *do not rule out that*
    if told_by_lack(pred):
        polarity = Polarity.AFFIRMED
    if pred.type == "reject" and pred.tok.lemma in LETTING:
        aspect, modality, polarity = refused_a_way(aspect, modality, polarity)
    if polarity is Polarity.DENIED and asked(pred.anchor):
        return None
    if stated_purpose(pred.anchor) or (type_.kind is ClaimKind.EVENT and excluded(pred.anchor)):
        return None
    chain = vouching(chain, pred, why)
    speakers = _speakers(scene, at, pred, roles, chain, speech=type_.speech)
    evidence = evidence_of(scene, sentence, pred, killing)
    value, score_reasons = score(
        Made(
            form=pred.form,
            agents=tuple(roles.agents),
            places=where,
            modality=modality,
            shared=any(r.name == "roles.shared_subject" for r in roles.reasons),
        )
    )
    absent = [*roles.absent]
    if when is None:
        absent.append(Absent(slot="time", reason="not told in its clause"))
    elif when.start is None and when.end is None:
        absent.append(Absent(slot="time", reason=f"“{when.text}” needs a publication date or a year"))
    if not where:
        absent.append(Absent(slot="places", reason="no named place in its clause"))
    return Claim(
        claim_id=digest("clm", scene.doc.document_id, pred.type, pred.tok.start, pred.tok.end, pred.form),
        document_id=scene.doc.document_id,
        source=scene.doc.source,
        part=scene.doc.part,
        kind=type_.kind,
        type=pred.type,
        aspect=aspect,
        modality=modality,
        polarity=polarity,
        hedged=hedged or any(one.hedged for one in chain),
        agents=tuple(roles.agents),
        targets=tuple(roles.targets),
        recipients=tuple(roles.recipients),
        places=where,
        time=when,
        said=next((_time(one) for one in chain if one.said is not None), None),
        amounts=amounts,
        status=_status(pred),
        speakers=speakers,
        evidence=(evidence,),
        trigger_start=pred.tok.start,
        trigger_end=pred.tok.end,
        absent=tuple(absent),
        score=value,
        producer=PRODUCER,
        reasons=(*roles.reasons, *why, *score_reasons),
        codes=(
            *codes(type_, modality=modality, polarity=polarity, agents=roles.agents, targets=roles.targets),
            refused("ucdp", type_, modality, polarity)
            or ucdp(
                type_.id,
                pred.tok.lemma,
                agents=roles.agents,
                others=(*roles.targets, *roles.recipients),
                amounts=amounts,
                places=where,
                time=when,
            ),
        ),
        framing=framing_in(scene, at, evidence),
    )


def _other_predicates(pred: Predicate, table: dict[int, Predicate]) -> set[int]:
    return {i for i, other in table.items() if other is not pred}


def _time(one: Attribution) -> TimeValue | None:
    return one.said.reading.time if one.said is not None and one.said.reading is not None else None


def _speakers(
    scene: Scene, at: int, pred: Predicate, roles: Roles, chain: tuple[Attribution, ...], *, speech: bool
) -> tuple[Speaker, ...]:
    found: list[Speaker] = []
    for one in chain:
        if all((s.start, s.end) != (one.speaker.start, one.speaker.end) for s in found):
            found.append(one.speaker)
    if speech and roles.agents:
        first = roles.agents[0]
        own = Speaker(
            name=first.name,
            actor_id=first.actor_id,
            kind="person" if first.kind == "person" else "body",
            cue=pred.tok.text.lower(),
            start=first.start,
            end=first.end,
        )
        if not found or found[0].name != own.name:
            found.insert(0, own)
    return tuple(found)


def _status(pred: Predicate) -> str | None:
    if pred.type != "status":
        return None
    return pred.sense.status if pred.sense is not None and pred.sense.status is not None else "open"
