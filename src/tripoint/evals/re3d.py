"""re3d: entities (organisation, location, person) and relations in texts on Syria and Iraq.

Layout: folders with `documents.json`, `entities.json` and `relations.json` (JSON lines, character offsets).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tripoint.evals.corpus import corpus_digest, limited, needed
from tripoint.evals.counts import Counts, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.heldback import is_seen
from tripoint.evals.pipeline import Analysed, Troubles, analysed
from tripoint.evals.re3d_gold import KINDS, SYMMETRIC, Gold, Relation, documents, gold_by_document
from tripoint.evals.re3d_names import WAYS, name_counts
from tripoint.evals.re3d_relations import TOLD, naive_relations, relations
from tripoint.evals.spans import overlap
from tripoint.model import Document


@dataclass(slots=True)
class Score:
    """The counts of all documents so far."""

    counts: dict[tuple[str, ...], Counts] = field(default_factory=lambda: defaultdict(Counts))

    def plus(self, counts: Counts, *name: str) -> None:
        """Add to the counts of that name."""
        self.counts[name] = self.counts[name] + counts


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure mentions and claims on every re3d folder under `data`; `limit` is a number of documents."""
    paths = needed(
        [path for path in data.rglob("documents.json") if path.with_name("entities.json").is_file()],
        data,
        "folders with documents.json, entities.json and relations.json",
    )
    gold = gold_by_document(paths)
    score, troubles = Score(), Troubles()
    seen: list[str] = []
    docs = limited(_unseen(documents(paths, data), seen), limit)
    for one in analysed(docs, troubles):
        _score(one, gold.get(one.doc.source.rpartition("/")[2], Gold()), score)
    read = [path.with_name(name) for path in paths for name in ("documents.json", "entities.json", "relations.json")]
    return Evaluation(
        name="re3d",
        data=str(data),
        digest=corpus_digest((path for path in read if path.is_file()), data),
        figures=_figures(score),
        rows=tuple(_rows(score)),
        notes=(
            f"{len(seen)} documents are left out: the shipped encoder was trained on them",
            "entity rows without a mark count every mention that holds a name, those inside another name too (Ellwood "
            "in Minister Ellwood); rows marked flat count only the outermost of these, as a reader of one name "
            "a word must; rows marked all count what is described (mourners, a tent) and pronouns as well",
            *(_counted(score, kind) for kind in KINDS),
            "relation_f1 counts every relation of the benchmark, those that no claim can tell among them",
            *troubles.notes(),
        ),
    )


def _unseen(docs: Iterable[Document], seen: list[str]) -> Iterator[Document]:
    """Without the documents that the shipped encoder was trained on; these go into `seen`."""
    for doc in docs:
        if is_seen(doc.source.rpartition("/")[2]):
            seen.append(doc.source)
        else:
            yield doc


def _score(one: Analysed, gold: Gold, score: Score) -> None:
    for who, how, kind, counts in name_counts(one, gold):
        score.plus(counts, who, how, kind)
    wanted_relations = sorted(set(gold.relations))
    given_relations = sorted({relation for claim in one.claims for relation in relations(claim)})
    _score_relations(given_relations, wanted_relations, score, "ours")
    _score_relations(naive_relations(one), wanted_relations, score, "floor")


def _score_relations(given: list[Relation], wanted: list[Relation], score: Score, who: str) -> None:
    right: dict[str, int] = defaultdict(int)
    used: set[int] = set()
    for kind, one, two in given:
        for j, (their_kind, source, target) in enumerate(wanted):
            if j in used or kind != their_kind:
                continue
            straight = overlap(one, source) and overlap(two, target)
            turned = kind in SYMMETRIC and overlap(one, target) and overlap(two, source)
            if straight or turned:
                used.add(j)
                right[kind] += 1
                break
    for kind in {relation[0] for relation in (*given, *wanted)}:
        score.plus(
            Counts(
                right=right[kind],
                given=sum(relation[0] == kind for relation in given),
                wanted=sum(relation[0] == kind for relation in wanted),
            ),
            who,
            "relation",
            kind,
        )


def _counted(score: Score, kind: str) -> str:
    """Return how many mentions of a kind each way of counting asks for."""
    every, named, flat = (round(score.counts["ours", f"{how}overlap", kind].wanted) for how in ("all ", "", "flat "))
    return f"{KINDS[kind]}: of {every} mentions {named} hold a name, of which {named - flat} lie inside another name"


def _all(score: Score, who: str, only: frozenset[str] | None = None) -> Counts:
    kinds = [name for name in score.counts if name[:2] == (who, "relation") and (only is None or name[2] in only)]
    return sum((score.counts[name] for name in kinds), Counts())


def _figures(score: Score) -> dict[str, float | int]:
    found: dict[str, float | int] = {}
    for how in ("overlap", "exact", "flat overlap", "flat exact"):
        for kind in KINDS:
            found[f"{how.replace(' ', '_')}_f1_{kind}"] = rounded(score.counts["ours", how, kind].f1)
    found["relation_f1"] = rounded(_all(score, "ours").f1)
    return found


PEERS = {
    ("exact", "org"): "spaCy sm .26, fine-tuned MiniLM .66",
    ("exact", "loc"): "spaCy sm .46, fine-tuned MiniLM .74",
    ("exact", "per"): "spaCy sm .24, fine-tuned MiniLM .78",
    ("overlap", "org"): "spaCy sm .46, fine-tuned MiniLM .88",
    ("overlap", "loc"): "spaCy sm .59, fine-tuned MiniLM .88",
    ("overlap", "per"): "spaCy sm .65, fine-tuned MiniLM .88",
}


def _rows(score: Score) -> Iterator[Row]:
    for how in WAYS:
        for kind in KINDS:
            ours, floor = score.counts["ours", how, kind], score.counts["floor", how, kind]
            yield Row(
                measure=f"{KINDS[kind]} {how} F1",
                ours=rounded(ours.f1),
                floor=rounded(floor.f1),
                peers=PEERS.get((how, kind), ""),
            )
            yield from _sides(f"{KINDS[kind]} {how}", ours, floor)
    for only, label in ((None, "relations, all"), (TOLD, "relations that a claim can tell")):
        ours, floor = _all(score, "ours", only), _all(score, "floor", only)
        yield Row(measure=f"{label} F1", ours=rounded(ours.f1), floor=rounded(floor.f1))
        yield from _sides(label, ours, floor)
    for kind in sorted({name[2] for name in score.counts if name[1] == "relation"}):
        counts = score.counts["ours", "relation", kind], score.counts["floor", "relation", kind]
        yield Row(measure=f"relation {kind} F1", ours=rounded(counts[0].f1), floor=rounded(counts[1].f1))


def _sides(label: str, ours: Counts, floor: Counts) -> Iterator[Row]:
    yield Row(measure=f"{label} precision", ours=rounded(ours.precision), floor=rounded(floor.precision))
    yield Row(measure=f"{label} recall", ours=rounded(ours.recall), floor=rounded(floor.recall))
