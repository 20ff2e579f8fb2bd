"""Coreference: which event mentions of the documents on one topic tell one happening, given the mentions.

Layout: folders of one topic each, with XML documents of `token` (t_id, sentence), `Markables` (`ACTION_*` and
`NEG_ACTION_*` with `token_anchor`) and `Relations` (`CROSS_DOC_COREF`, `INTRA_DOC_COREF`), as ECB+ has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from tripoint import events
from tripoint.errors import InputError
from tripoint.evals.clusters import Conll, score
from tripoint.evals.corpus import corpus_digest, document, limited, needed
from tripoint.evals.counts import rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.pipeline import Analysed, Troubles, analysed
from tripoint.evals.spans import Stretch, shared
from tripoint.model import Claim, Document
from tripoint.syntax import Token

Key = tuple[str, str]
"""A mention: its document's source and its number there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A marked happening: its words, and the cluster it belongs to."""

    key: Key
    spans: tuple[Stretch, ...]
    cluster: Hashable


@dataclass(slots=True)
class Topic:
    """What is gathered of one topic: for each mention its gold cluster, its lemmas and the claim on it."""

    gold: dict[Hashable, Hashable] = field(default_factory=dict)
    lemma: dict[Hashable, Hashable] = field(default_factory=dict)
    head: dict[Hashable, Hashable] = field(default_factory=dict)
    claim_of: dict[Hashable, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """The counts of all topics, ours and the floors', of all mentions and of those that a claim told."""

    ours: Conll = field(default_factory=Conll)
    lemma: Conll = field(default_factory=Conll)
    head: Conll = field(default_factory=Conll)
    single: Conll = field(default_factory=Conll)
    told_ours: Conll = field(default_factory=Conll)
    told_head: Conll = field(default_factory=Conll)
    head_alone: Conll = field(default_factory=Conll)
    told_head_alone: Conll = field(default_factory=Conll)
    mentions: int = 0
    told: int = 0


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure event links on every topic folder under `data`; `limit` is a number of topics."""
    paths = needed([path for path in data.rglob("*.xml") if _fits(path)], data, "topic folders of XML with Markables")
    topics: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        topics[path.parent].append(path)
    tally, troubles = Tally(), Troubles()
    gathered = [_topic(topics[folder], data, troubles) for folder in limited(sorted(topics), limit)]
    for topic in gathered:
        _add(tally, topic)
    _judge(tally, gathered)
    return Evaluation(
        name="coreference",
        data=str(data),
        digest=corpus_digest(paths, data),
        figures={
            "conll_f1": rounded(tally.ours.f1),
            "lemma_conll_f1": rounded(tally.lemma.f1),
            "head_lemma_conll_f1": rounded(tally.head.f1),
        },
        rows=tuple(_rows(tally)),
        notes=(
            "gold mentions, singletons counted; the documents of all topics are linked as one case, the lemma floors "
            "are given the topics; a mention on which no claim has its trigger stays alone",
            *troubles.notes(),
        ),
    )


def _fits(path: Path) -> bool:
    with path.open("rb") as file:
        return b"<token " in file.read(4096)


def _topic(paths: Sequence[Path], data: Path, troubles: Troubles) -> Topic:
    gold: dict[str, list[EventMention]] = {}

    def docs() -> Iterator[Document]:
        for path in paths:
            doc, mentions = read(path, path.relative_to(data).as_posix())
            gold[doc.document_id] = mentions
            yield doc

    found = Topic()
    for one in analysed(docs(), troubles):
        found.documents[one.doc.document_id] = one.doc
        tokens = list(one.tokens())
        for mention in gold[one.doc.document_id]:
            found.gold[mention.key] = mention.cluster
            words = [tok for tok in tokens if shared([(tok.start, tok.end)], mention.spans)]
            found.lemma[mention.key] = " ".join(tok.lemma for tok in words) or mention.key
            head = _head(words)
            found.head[mention.key] = head.lemma if head is not None else mention.key
            claim = _claim_on(one, mention, head)
            if claim is not None:
                found.claim_of[mention.key] = claim.claim_id
                found.claims[claim.claim_id] = claim
    return found


def read(path: Path, source: str) -> tuple[Document, list[EventMention]]:
    """Return the document, one sentence a line, and its event mentions; raises InputError when the XML is broken."""
    try:
        root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, huge_tree=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path} is not well-formed XML ({error}); expected tokens and Markables") from error
    pieces: list[str] = []
    places: dict[str, Stretch] = {}
    at, last = 0, None
    for token in root.iterfind("token"):
        gap = "" if last is None else "\n" if token.get("sentence") != last else " "
        text = " ".join((token.text or "").split()) or "_"
        pieces.extend((gap, text))
        places[token.get("t_id")] = (at + len(gap), at + len(gap) + len(text))
        at += len(gap) + len(text)
        last = token.get("sentence")
    doc = document(path.stem, "".join(pieces), source=source)
    return doc, list(_mentions(root, source, places))


def _mentions(root: Any, source: str, places: dict[str, Stretch]) -> Iterator[EventMention]:
    cluster: dict[str, Hashable] = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        name: Hashable = relation.get("note") if across else (source, relation.get("r_id"))
        for member in relation.iterfind("source"):
            cluster[member.get("m_id")] = name
    for markable in root.iterfind("Markables/*"):
        anchors = [places[a.get("t_id")] for a in markable.iterfind("token_anchor") if a.get("t_id") in places]
        if anchors and "ACTION" in markable.tag:
            key = (source, markable.get("m_id"))
            yield EventMention(key=key, spans=tuple(anchors), cluster=cluster.get(key[1], key))


def _head(words: Sequence[Token]) -> Token | None:
    """The topmost word of a mention, the first of several."""
    inside = {(tok.start, tok.end) for tok in words}
    return next((tok for tok in words if tok.head is tok or (tok.head.start, tok.head.end) not in inside), None)


def _claim_on(one: Analysed, mention: EventMention, head: Token | None) -> Claim | None:
    """The claim whose trigger is the mention's head, else one whose trigger lies in it; the surest of several."""
    fit = [c for c in one.claims if shared([(c.trigger_start, c.trigger_end)], mention.spans)]
    if not fit:
        return None
    return min(
        fit,
        key=lambda c: (
            head is None or (c.trigger_start, c.trigger_end) != (head.start, head.end),
            -c.score,
            c.claim_id,
        ),
    )


def _add(tally: Tally, topic: Topic) -> None:
    """Count one topic for the floors, which are given the topics."""
    tally.lemma += score(topic.lemma, topic.gold)
    tally.head += score(topic.head, topic.gold)
    told = {mention: topic.gold[mention] for mention in topic.claim_of}
    tally.told_head += score({mention: topic.head[mention] for mention in told}, told)
    tally.mentions += len(topic.gold)
    tally.told += len(told)


def _judge(tally: Tally, topics: Sequence[Topic]) -> None:
    """Link the claims of all topics as one case, and count what became of their mentions; and floors without topics."""
    claims = {claim_id: claim for topic in topics for claim_id, claim in topic.claims.items()}
    documents = {document_id: doc for topic in topics for document_id, doc in topic.documents.items()}
    listed = [claims[claim_id] for claim_id in sorted(claims)]
    links = events.link(listed, documents)
    event_of = {
        claim_id: event.event_id for event in events.assemble(listed, links, documents) for claim_id in event.claims
    }
    gold = {mention: name for topic in topics for mention, name in topic.gold.items()}
    claim_of = {mention: claim_id for topic in topics for mention, claim_id in topic.claim_of.items()}
    head = {mention: name for topic in topics for mention, name in topic.head.items()}
    ours: dict[Hashable, Hashable] = {
        mention: event_of.get(claim_of[mention], claim_of[mention]) if mention in claim_of else mention
        for mention in gold
    }
    told = {mention: gold[mention] for mention in claim_of}
    tally.ours = score(ours, gold)
    tally.told_ours = score({mention: ours[mention] for mention in told}, told)
    tally.single = score({mention: mention for mention in gold}, gold)
    tally.head_alone = score(head, gold)
    tally.told_head_alone = score({mention: head[mention] for mention in told}, told)


def _rows(tally: Tally) -> Iterator[Row]:
    peers = "same-head-lemma 60-61, large neural models about 85"
    yield Row(measure="CoNLL F1", ours=rounded(tally.ours.f1), floor=rounded(tally.head.f1), peers=peers)
    for name in ("muc", "b_cubed", "ceaf_e"):
        yield Row(
            measure=name.replace("_", "-"),
            ours=rounded(getattr(tally.ours, name).f1),
            floor=rounded(getattr(tally.head, name).f1),
        )
    yield Row(measure="CoNLL F1 of the same lemmas", ours=None, floor=rounded(tally.lemma.f1))
    yield Row(measure="CoNLL F1 of the same head lemma", ours=None, floor=rounded(tally.head.f1))
    yield Row(
        measure="CoNLL F1 of the same head lemma, topics not given", ours=None, floor=rounded(tally.head_alone.f1)
    )
    yield Row(measure="CoNLL F1 of singletons", ours=None, floor=rounded(tally.single.f1))
    yield Row(
        measure="CoNLL F1 among mentions that a claim tells",
        ours=rounded(tally.told_ours.f1),
        floor=rounded(tally.told_head.f1),
    )
    yield Row(
        measure="the same, topics not given to the floor either",
        ours=rounded(tally.told_ours.f1),
        floor=rounded(tally.told_head_alone.f1),
    )
    yield Row(measure="share of mentions that a claim tells", ours=rounded(tally.told / max(1, tally.mentions)))
    yield Row(measure="mentions", ours=tally.mentions)
