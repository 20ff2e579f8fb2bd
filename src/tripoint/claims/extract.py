"""The claims of a document: for each predicate its roles, circumstances, voices and verdicts, bound to words."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.claims.circumstances.amounts import amounts_of, casualty_verbs
from tripoint.claims.circumstances.clausewords import clause_words
from tripoint.claims.circumstances.times import time_of
from tripoint.claims.circumstances.whereabouts import places_told
from tripoint.claims.codes import codes, refused
from tripoint.claims.eligibility import ucdp
from tripoint.claims.evidence import evidence_of, framing_in, verb_left_out
from tripoint.claims.predicates.casualties import casualties_of
from tripoint.claims.predicates.finding import predicates
from tripoint.claims.predicates.killings import fire_of, killings
from tripoint.claims.predicates.outrank import twins
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.tolls import telling
from tripoint.claims.refused import vouching
from tripoint.claims.roles.binding import bind
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.killers import bind_killer
from tripoint.claims.roles.parties import Cast
from tripoint.claims.roles.victims import bind_victim
from tripoint.claims.scene import Scene
from tripoint.claims.scores import Made, score
from tripoint.claims.verdict import verdict
from tripoint.claims.voices import Attribution, Voices
from tripoint.claims.worth import Told, unsafe, worth
from tripoint.model import Absent, Claim, Document, Mention, Reading, Speaker, TimeValue, digest
from tripoint.resources.claims import claim_types
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
        table = {tok.i: p for p in preds for tok in (*killings(p), *fire_of(p))} | table
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
    own = clause_words(pred, roles, type_, table)
    if pred.form == "noun" and not roles.agents:
        bind_killer(at, pred, killing, cast, roles, type_)
    if pred.form in {"noun", "verb"}:
        bind_victim(scene, at, pred, killing, cast, roles, type_)
    again = frozenset(tok.i for tok in killing) | twins(pred, table)
    own |= again
    table = table | dict.fromkeys(again, pred)
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
    found = verdict(sentence, pred, type_, roles, chain)
    if found is None:
        return None
    chain = vouching(chain, pred, found.reasons)
    speakers = _speakers(scene, at, pred, roles, chain, speech=type_.speech)
    evidence = evidence_of(scene, sentence, pred, killing)
    value, score_reasons = score(
        Made(
            form=pred.form,
            agents=tuple(roles.agents),
            places=where,
            modality=found.modality,
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
        aspect=found.aspect,
        modality=found.modality,
        polarity=found.polarity,
        hedged=found.hedged or any(one.hedged for one in chain),
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
        reasons=(*verb_left_out(scene, pred), *roles.reasons, *found.reasons, *score_reasons),
        codes=(
            *codes(type_, modality=found.modality, polarity=found.polarity, agents=roles.agents, targets=roles.targets),
            refused("ucdp", type_, found.modality, found.polarity)
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


def _time(one: Attribution) -> TimeValue | None:
    return one.said.reading.time if one.said is not None and one.said.reading is not None else None


def _speakers(
    scene: Scene, at: int, pred: Predicate, roles: Roles, chain: tuple[Attribution, ...], *, speech: bool
) -> tuple[Speaker, ...]:
    found: list[Speaker] = []
    for one in chain:
        if not any(_same_voice(s, one.speaker) for s in found):
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


def _same_voice(one: Speaker, other: Speaker) -> bool:
    """*X said ... and accused*: one voice, told once, by the word nearest to what is said."""
    named = one.kind in {"person", "body"} and (one.name, one.kind) == (other.name, other.kind)
    return named or (one.start, one.end) == (other.start, other.end)


def _status(pred: Predicate) -> str | None:
    if pred.type != "status":
        return None
    return pred.sense.status if pred.sense is not None and pred.sense.status is not None else "open"
