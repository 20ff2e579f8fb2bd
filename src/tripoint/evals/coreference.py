"""Coreference: which event mentions of the documents on one topic tell one happening, given the mentions.

Layout: folders of one topic each, with XML documents of `token` (t_id, sentence), `Markables` (`ACTION_*` and
`NEG_ACTION_*` with `token_anchor`) and `Relations` (`CROSS_DOC_COREF`, `INTRA_DOC_COREF`), as ECB+ has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tripoint import events
from tripoint.evals.clusters import Conll, score
from tripoint.evals.coreference_folds import Table, held_out
from tripoint.evals.coreference_reader import fits
from tripoint.evals.coreference_topic import Topic, topic_of
from tripoint.evals.corpus import corpus_digest, limited, needed
from tripoint.evals.counts import rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.pipeline import Troubles
from tripoint.model import Claim, Document

TABLE = (
    "the table fitted on other topics weighs named reasons for pairs of words in their sentences (evals/"
    "coreference_pairs.py); five folds by topic: each pair is judged by weights fitted on none of the folds that "
    "its two mentions are of, and topics are not given; it is no part of linking: claims are linked by the reasons of "
    "events/reasons.py, whose weights no corpus gave"
)


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
    table: Conll | None = None
    mentions: int = 0
    told: int = 0


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure event links on every topic folder under `data`; `limit` is a number of topics."""
    paths = needed([path for path in data.rglob("*.xml") if fits(path)], data, "topic folders of XML with Markables")
    topics: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        topics[path.parent].append(path)
    tally, troubles = Tally(), Troubles()
    gathered = [topic_of(topics[folder], data, troubles) for folder in limited(sorted(topics), limit)]
    for topic in gathered:
        _add(tally, topic)
    _judge(tally, gathered)
    fitted = held_out(gathered)
    if fitted is not None:
        gold = {mention: name for topic in gathered for mention, name in topic.gold.items()}
        tally.table = score(fitted.clusters, gold)
    return Evaluation(
        name="coreference",
        data=str(data),
        digest=corpus_digest(paths, data),
        figures={
            "conll_f1": rounded(tally.ours.f1),
            "lemma_conll_f1": rounded(tally.lemma.f1),
            "head_lemma_conll_f1": rounded(tally.head.f1),
            **({} if tally.table is None else {"held_out_table_conll_f1": rounded(tally.table.f1)}),
        },
        rows=tuple(_rows(tally)),
        notes=(
            "gold mentions, singletons counted; the documents of all topics are linked as one case, the lemma floors "
            "are given the topics; each mention is linked with its head word as the type and the slots of the claim "
            "that has its trigger there, else with its sentence alone",
            "among mentions that a claim tells: the claims as they are",
            *(() if fitted is None else (TABLE, _weights(fitted.table))),
            *troubles.notes(),
        ),
    )


def _weights(table: Table) -> str:
    """Return what the reasons of a table weigh, as a sentence."""
    told = (f"{name} {plain:+.2f} ({more:+.2f})" for name, (plain, more) in table.named().items())
    head = "its weights, fitted without the first fold, by spread (and what more where the lemmas are the same)"
    return f"{head}: {', '.join(told)}"


def _add(tally: Tally, topic: Topic) -> None:
    """Count one topic for the floors, which are given the topics."""
    tally.lemma += score(topic.lemma, topic.gold)
    tally.head += score(topic.head, topic.gold)
    told = {mention: topic.gold[mention] for mention in topic.claim_of}
    tally.told_head += score({mention: topic.head[mention] for mention in told}, told)
    tally.mentions += len(topic.gold)
    tally.told += len(told)


def _judge(tally: Tally, topics: Sequence[Topic]) -> None:
    """Link the mentions of all topics as one case, and the claims on them; count both, and floors without topics."""
    documents = {document_id: doc for topic in topics for document_id, doc in topic.documents.items()}
    gold = {mention: name for topic in topics for mention, name in topic.gold.items()}
    head = {mention: name for topic in topics for mention, name in topic.head.items()}
    claim_of = {mention: claim_id for topic in topics for mention, claim_id in topic.claim_of.items()}
    worded_of = {mention: claim_id for topic in topics for mention, claim_id in topic.worded_of.items()}
    told = {mention: gold[mention] for mention in claim_of}
    by_claim = _events((claim for topic in topics for claim in topic.claims.values()), documents)
    by_word = _events((claim for topic in topics for claim in topic.worded.values()), documents)
    tally.ours = score({m: by_word[worded_of[m]] if m in worded_of else m for m in gold}, gold)
    tally.told_ours = score({m: by_claim[claim_of[m]] for m in told}, told)
    tally.single = score({mention: mention for mention in gold}, gold)
    tally.head_alone = score(head, gold)
    tally.told_head_alone = score({mention: head[mention] for mention in told}, told)


def _events(claims: Iterable[Claim], documents: dict[str, Document]) -> dict[str, Hashable]:
    """For each claim the event it falls into."""
    listed = sorted(claims, key=lambda claim: claim.claim_id)
    links = events.link(listed, documents)
    return {
        claim_id: event.event_id for event in events.assemble(listed, links, documents) for claim_id in event.claims
    }


def _rows(tally: Tally) -> Iterator[Row]:
    peers = "same-head-lemma 60-61, large neural models about 85"
    yield Row(measure="CoNLL F1", ours=rounded(tally.ours.f1), floor=rounded(tally.head.f1), peers=peers)
    for name in ("muc", "b_cubed", "ceaf_e"):
        yield Row(
            measure=name.replace("_", "-"),
            ours=rounded(getattr(tally.ours, name).f1),
            floor=rounded(getattr(tally.head, name).f1),
        )
    if tally.table is not None:
        yield Row(
            measure="CoNLL F1 of a table fitted on other topics, which links no claims", ours=rounded(tally.table.f1)
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
