"""The claims of a document: for each predicate its roles, circumstances, voices and verdicts, bound to words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tripoint.claims.circumstances import amounts_of, governor, places, time_of
from tripoint.claims.codes import codes
from tripoint.claims.factuality import judge
from tripoint.claims.parties import Cast
from tripoint.claims.predicates import Predicate, casualties_of, predicates
from tripoint.claims.roles import Roles, bind
from tripoint.claims.scene import Scene, party
from tripoint.claims.scores import Made, score
from tripoint.claims.tree import clause, direct_object, is_passive, is_verb, joined, subject
from tripoint.claims.voices import Attribution, Voices
from tripoint.model import (
    Absent,
    AmountSlot,
    Aspect,
    BlockRole,
    Claim,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    PlaceSlot,
    Reading,
    Speaker,
    TimeValue,
    digest,
)
from tripoint.resources.claims import claim_types, triggers, words
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
        for pred in preds:
            claim = _claim(scene, voices, cast, at, sentence, pred, preds, table)
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
    preds: list[Predicate],
    table: dict[int, Predicate],
) -> Claim | None:
    type_ = claim_types()[pred.type]
    roles = bind(scene, at, pred, cast)
    own = frozenset({pred.tok.i, pred.anchor.i, *roles.tokens} - _other_predicates(pred, table))
    killing = _casualty_verbs(sentence, pred, preds)
    extra = frozenset(tok.i for tok in killing)
    own |= extra
    spans = [(p.start, p.end) for p in (*roles.agents, *roles.targets, *roles.recipients)]
    where = _places(scene, at, pred, own, table, spans)
    chain = voices.chain(at, pred.tok)
    said = {one.said.mention.mention_id for one in voices._of[at] if one.said is not None}
    when = time_of(scene, at, pred, own, table, said)
    amounts = amounts_of(scene, at, own, table, extra)
    if killing and type_.other == "target" and not roles.targets:
        for verb in killing:
            held = subject(verb) if is_passive(verb) or verb.lemma in {"die", "perish"} else direct_object(verb)
            if held is not None and held.tok is not pred.tok:
                roles.targets.extend(cast.of(at, held.tok, loose=True))
    if not _worth(pred, roles, where, when, amounts) or _unsafe(pred, roles):
        return None
    aspect, modality, polarity, hedged, why = judge(
        pred.anchor,
        noun=pred.tok if pred.form == "noun" else None,
        kind=type_.kind,
        type_=pred.type,
        held=pred.form == "held",
    )
    if modality is Modality.HAPPENED and any(words().governors.get(one.cue.lemma) == "possible" for one in chain):
        modality, aspect = Modality.POSSIBLE, Aspect.NONE
    if pred.form == "under" and modality is Modality.HAPPENED:
        aspect = Aspect.ONGOING
    if _stated_purpose(pred.anchor):
        return None
    speakers = _speakers(scene, at, pred, roles, chain, speech=type_.speech)
    evidence = _evidence(scene, sentence, pred, killing)
    role = BlockRole(sentence.role)
    value, score_reasons = score(
        Made(
            form=pred.form,
            headline=role is BlockRole.HEADLINE,
            length=len(sentence.tokens),
            agents=tuple(roles.agents),
            others=(*roles.targets, *roles.recipients),
            places=where,
            absent=tuple(roles.absent),
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
        codes=codes(type_, modality=modality, polarity=polarity, agents=roles.agents, targets=roles.targets),
        framing=_framing(scene, at, evidence),
    )


def _stated_purpose(verb: Token) -> bool:
    """*In order to, in a bid to*: a purpose makes no claim that it happened, nor that it is planned beyond the wish."""
    above = verb.head
    return verb.dep == "acl" and above.lemma in {"order", "bid"} and above.dep == "pobj" and above.head.lower == "in"


def _other_predicates(pred: Predicate, table: dict[int, Predicate]) -> set[int]:
    return {i for i, other in table.items() if other is not pred}


def _time(one: Attribution) -> TimeValue | None:
    return one.said.reading.time if one.said is not None and one.said.reading is not None else None


def _casualty_verbs(sentence: Sentence, pred: Predicate, preds: list[Predicate]) -> list[Token]:
    """The killing verbs whose numbers are this act's."""
    verbs = [
        tok
        for tok in sentence.tokens
        if is_verb(tok) and any(sense.type == "kill" for sense in triggers().verbs.get(tok.lemma, ()))
    ]
    listed = {p.tok.i for p in preds}
    return [verb for verb in verbs if verb.i not in listed and casualties_of(pred, verb, preds)]


def _places(
    scene: Scene,
    at: int,
    pred: Predicate,
    own: frozenset[int],
    table: dict[int, Predicate],
    spans: list[tuple[int, int]],
) -> tuple[PlaceSlot, ...]:
    """The places of the predicate's clause, and the place it is about when that stands outside (*X, which was taken*)."""
    themes = _themes(pred)
    about: list[PlaceSlot] = []
    for tok in themes:
        about.extend(_place_of(scene, at, tok, pred))
    if pred.form == "held" and not about and pred.about is not None:
        about.extend(_beside(scene, at, pred.about))
    held = () if pred.form in {"held", "under"} else places(scene, at, pred, own, table, spans)
    merged: dict[tuple[int, int], PlaceSlot] = {(p.start, p.end): p for p in (*held, *about)}
    for slot in held:
        merged[(slot.start, slot.end)] = slot
    return tuple(merged[key] for key in sorted(merged))


def _beside(scene: Scene, at: int, noun: Token) -> Iterator[PlaceSlot]:
    """*The X-held area north of Y*, where the parser hangs *north* elsewhere: the words stand side by side."""
    tokens = scene.sentences[at].tokens[noun.i + 1 : noun.i + 3]
    if len(tokens) < 2 or tokens[0].lower not in words()["directions"] or tokens[1].lower != "of":
        return
    for named in scene.named(at, MentionKind.PLACE):
        if (
            0 < named.mention.start - tokens[1].end <= 5
            and named.reading is not None
            and named.reading.place is not None
        ):
            yield PlaceSlot(
                place=named.reading.place,
                role=tokens[0].lower.replace("-", "") + "_of",
                text=named.mention.text,
                start=named.mention.start,
                end=named.mention.end,
            )
            return


def _themes(pred: Predicate) -> list[Token]:
    """The nouns that the act is done to or the state is about, when they may name a place."""
    if pred.form in {"held", "under"}:
        return [pred.about] if pred.about is not None else []
    if pred.form != "verb":
        return []
    if is_passive(pred.tok) or pred.tok.lemma == "fall":
        found = subject(pred.tok)
    else:
        found = direct_object(pred.tok)
    if found is None:
        return []
    tok = found.tok
    if tok.dep == "attr" and is_verb(tok.head):
        over = subject(tok.head)
        return [over.tok] if over is not None and over.tok is not tok else [tok]
    return [tok]


def _place_of(scene: Scene, at: int, theme: Token, pred: Predicate) -> Iterator[PlaceSlot]:
    """The named places of a noun phrase: its head, joined heads, an apposition, or what it is a part of."""
    tokens = joined(theme)
    for tok in tokens:
        named = scene.headed(at, tok, MentionKind.PLACE)
        role = "at"
        if named is None:
            for kid in tok.kids:
                if kid.dep == "appos":
                    named = named or scene.headed(at, kid, MentionKind.PLACE)
            over = tok.head
            if named is None and tok.dep == "appos":
                named = scene.headed(at, over, MentionKind.PLACE)
        if named is None and pred.form in {"held", "under", "verb"} and scene.kind_of(at, tok) in {"place", "thing"}:
            named, role = _below(scene, at, tok)
        if named is None or named.reading is None or named.reading.place is None:
            continue
        value = named.reading.place
        if role == "at" and value.precision in {"province", "district", "area", "country"}:
            role = "in_area"
        elif role == "at" and value.precision == "line":
            role = "along"
        if pred.type == "reach" and role == "at":
            role = "to"
        yield PlaceSlot(
            place=value, role=role, text=named.mention.text, start=named.mention.start, end=named.mention.end
        )


def _below(scene: Scene, at: int, tok: Token):  # type: ignore[no-untyped-def]
    """The first named place under a place noun (*the area north of X*), with its role."""
    from tripoint.claims.circumstances import place_role

    fake = Predicate(tok=tok, type="control", form="noun")
    for named in scene.named(at, MentionKind.PLACE):
        if named.head in tok.subtree() and named.head is not tok:
            up = governor(named.head, {tok.i: fake})
            if up is tok:
                return named, place_role(named.head, fake) or "at"
    return None, "at"


def _worth(
    pred: Predicate, roles: Roles, where: tuple[PlaceSlot, ...], when: TimeValue | None, amounts: tuple[AmountSlot, ...]
) -> bool:
    """Whether enough of it is told: an act with nobody, nowhere, never and no number is only a word."""
    sides = bool(roles.agents or roles.targets or roles.recipients)
    type_ = claim_types()[pred.type]
    if type_.speech:
        return bool(roles.agents)
    if pred.form == "noun" and pred.light is None:
        if pred.type in {"control", "presence", "support", "opposes", "coordinate", "agree", "meet"}:
            return bool(roles.agents) and bool(roles.recipients or where or len(roles.agents) > 1)
        return sides or bool(where) or bool(amounts)
    if pred.type == "backs" and pred.form == "held":
        return bool(roles.agents)
    if type_.kind.value == "state" and pred.type in {"control", "presence", "status"}:
        return bool(where) and (pred.type == "status" or bool(roles.agents))
    return sides or bool(where) or (when is not None) or bool(amounts)


def _unsafe(pred: Predicate, roles: Roles) -> bool:
    """A binding that a telegraphic passive makes likely to be backwards (*Child killed, 9 hurt*)."""
    victims = {
        "child",
        "civilian",
        "woman",
        "baby",
        "family",
        "resident",
        "student",
        "person",
        "people",
        "patient",
        "villager",
    }
    return (
        pred.type == "kill"
        and bool(roles.agents)
        and all(
            p.actor_id is None
            and p.text.split()[-1].lower().rstrip("s") in {v.rstrip("s") for v in victims} | {"children", "women"}
            for p in roles.agents
        )
    )


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
            kind="body",
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


def _evidence(scene: Scene, sentence: Sentence, pred: Predicate, killing: list[Token]) -> Evidence:
    """The words of the clause; for a compound the noun phrase it stands in."""
    if pred.form == "held" and pred.about is not None:
        inside = [t for t in pred.about.subtree() if not _under_clause(t, pred.about)]
        start, end = min(t.start for t in [*inside, pred.tok]), max(t.end for t in [*inside, pred.tok])
    elif pred.form == "under" and pred.about is not None:
        start, end = clause(pred.light) if pred.light is not None else clause(pred.about)
        start = min(start, pred.about.start)
    else:
        start, end = clause(pred.anchor)
        if is_verb(pred.anchor):
            found = subject(pred.anchor)
            if found is not None and found.how in {"antecedent", "noun it modifies"}:
                start = min(start, min(t.start for t in found.tok.subtree() if t.i <= found.tok.i))
    for verb in killing:
        low, high = clause(verb)
        start, end = min(start, low), max(end, high)
    start = max(start, sentence.start)
    return Evidence(start=start, end=end, text=scene.doc.text[start:end], block=BlockRole(sentence.role))


def _under_clause(tok: Token, top: Token) -> bool:
    here = tok
    while here is not top:
        if here.dep in {"relcl", "acl"}:
            return True
        here = here.head
    return False


def _framing(scene: Scene, at: int, evidence: Evidence) -> tuple[str, ...]:
    found: list[str] = []
    for named in scene.named(at):
        if named.reading is not None and evidence.start <= named.mention.start < evidence.end:
            found.extend(word for word in named.reading.framing if word not in found)
    return tuple(found)


__all__ = ["extract", "party"]
