"""Coreference: which event mentions of the documents on one topic tell one happening, given the mentions.

Layout: folders of one topic each, with XML documents of `token` (t_id, sentence), `Markables` (`ACTION_*` and
`NEG_ACTION_*` with `token_anchor`) and `Relations` (`CROSS_DOC_COREF`, `INTRA_DOC_COREF`), as ECB+ has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tripoint import events
from tripoint.evals.clusters import Conll, score
from tripoint.evals.coreference_folds import cross_fitted
from tripoint.evals.coreference_reader import fits
from tripoint.evals.coreference_topic import Topic, topic_of
from tripoint.evals.corpus import corpus_digest, limited, needed
from tripoint.evals.counts import rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.heldback import mark
from tripoint.evals.pipeline import Troubles
from tripoint.events.setting import Weighing, shipped
from tripoint.model import Claim, Document
from tripoint.resources.wordweights import fitted_on

FITTED = (
    "where a mention names no side, place, day or number, words decide by fitted weights (events/wordevidence.py); the "
    "shipped ones were fitted on documents of this corpus, so they are not used here: topics fall into five folds, and "
    "each two documents are linked by weights fitted on none of the folds that they are of; topics are not given"
)
SHIPPED = (
    "where a mention names no side, place, day or number, words decide by the shipped weights, which were fitted on "
    "none of these documents"
)
BY_HAND = "no weights could be fitted apart from what is scored: words are weighed by hand alone"


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
    by_hand: Conll = field(default_factory=Conll)
    mentions: int = 0
    told: int = 0


class Gathered(NamedTuple):
    """The topics of a corpus, the files they came from, and what went wrong."""

    topics: list[Topic]
    paths: list[Path]
    troubles: Troubles


def gathered(data: Path, *, limit: int | None = None) -> Gathered:
    """Return every topic folder under `data`, read by the real stages; `limit` is a number of topics."""
    paths = needed([path for path in data.rglob("*.xml") if fits(path)], data, "topic folders of XML with Markables")
    folders: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        folders[path.parent].append(path)
    troubles = Troubles()
    topics = [topic_of(folders[folder], data, troubles) for folder in limited(sorted(folders), limit)]
    return Gathered(topics, paths, troubles)


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure event links on every topic folder under `data`; `limit` is a number of topics."""
    topics, paths, troubles = gathered(data, limit=limit)
    tally = Tally()
    for topic in topics:
        _add(tally, topic)
    words, said = _words(topics)
    _judge(tally, topics, words)
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
            "are given the topics; each mention is linked with its head word as the type and the slots of the claim "
            "that has its trigger there, else with its sentence alone",
            said,
            "among mentions that a claim tells: the claims as they are",
            *troubles.notes(),
        ),
    )


def _words(topics: Sequence[Topic]) -> tuple[Weighing | None, str]:
    """Return weights of words that were not fitted on what they judge, and a sentence that tells which."""
    if fitted_on().isdisjoint(mark(doc.text) for topic in topics for doc in topic.documents.values()):
        return shipped, SHIPPED
    words = cross_fitted(topics)
    return words, BY_HAND if words is None else FITTED


def _add(tally: Tally, topic: Topic) -> None:
    """Count one topic for the floors, which are given the topics."""
    tally.lemma += score(topic.lemma, topic.gold)
    tally.head += score(topic.head, topic.gold)
    told = {mention: topic.gold[mention] for mention in topic.claim_of}
    tally.told_head += score({mention: topic.head[mention] for mention in told}, told)
    tally.mentions += len(topic.gold)
    tally.told += len(told)


def _judge(tally: Tally, topics: Sequence[Topic], words: Weighing | None) -> None:
    """Link the mentions of all topics as one case, and the claims on them; count both, and floors without topics."""
    documents = {document_id: doc for topic in topics for document_id, doc in topic.documents.items()}
    gold = {mention: name for topic in topics for mention, name in topic.gold.items()}
    head = {mention: name for topic in topics for mention, name in topic.head.items()}
    claim_of = {mention: claim_id for topic in topics for mention, claim_id in topic.claim_of.items()}
    worded_of = {mention: claim_id for topic in topics for mention, claim_id in topic.worded_of.items()}
    told = {mention: gold[mention] for mention in claim_of}
    by_claim = _events((claim for topic in topics for claim in topic.claims.values()), documents, words)
    worded = [claim for topic in topics for claim in topic.worded.values()]
    by_word, by_hand = (_events(worded, documents, some) for some in (words, None))
    tally.ours = score({m: by_word[worded_of[m]] if m in worded_of else m for m in gold}, gold)
    tally.by_hand = score({m: by_hand[worded_of[m]] if m in worded_of else m for m in gold}, gold)
    tally.told_ours = score({m: by_claim[claim_of[m]] for m in told}, told)
    tally.single = score({mention: mention for mention in gold}, gold)
    tally.head_alone = score(head, gold)
    tally.told_head_alone = score({mention: head[mention] for mention in told}, told)


def _events(claims: Iterable[Claim], documents: dict[str, Document], words: Weighing | None) -> dict[str, Hashable]:
    """For each claim the event it falls into, by these weights of words."""
    listed = sorted(claims, key=lambda claim: claim.claim_id)
    links = events.link(listed, documents, weighing=words)
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
    yield Row(measure="CoNLL F1 where words are weighed by hand alone", ours=rounded(tally.by_hand.f1))
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
