"""Factuality: whether marked happenings are told as facts, as uncertain or as not having happened.

Layout: `*.jsonl` with `text` (words parted by blanks) and `targets`, each with `span1` (word numbers, the end not
included) and `label` from -3 (certainly not) to +3 (certainly), as MEANTIME has. Files named `train*` are reported
apart and count in no figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tripoint.errors import InputError
from tripoint.evals import asking
from tripoint.evals.corpus import corpus_digest, document, json_lines, limited, needed
from tripoint.evals.counts import Confusion, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.spans import Stretch, overlap
from tripoint.model import Document, Modality, Polarity

FACT, UNCERTAIN, NEGATIVE = "fact", "uncertain", "negative"
MINORITY = (NEGATIVE, UNCERTAIN)
VALUES = {FACT: 3.0, UNCERTAIN: 0.75, NEGATIVE: -3.0}


@dataclass(slots=True)
class Score:
    """Answers by class, the sum of errors on the scale, and how many were told by a claim."""

    classes: Confusion = field(default_factory=Confusion.empty)
    error: float = 0.0
    targets: int = 0
    by_claim: int = 0

    def add(self, label: float, given: str, *, by_claim: bool) -> None:
        """Count one target."""
        self.classes.add(class_of(label), given)
        self.error += abs(VALUES[given] - label)
        self.targets += 1
        self.by_claim += by_claim

    @property
    def minority_f1(self) -> float:
        """Mean F1 of the negative and the uncertain class."""
        return self.classes.macro_f1(MINORITY)

    @property
    def mae(self) -> float:
        """Mean absolute error on the scale from -3 to +3."""
        return self.error / self.targets if self.targets else 0.0


def class_of(label: float) -> str:
    """Return the class of a label: the ends of the scale are fact and negative, all between is uncertain."""
    return FACT if label >= 3 else NEGATIVE if label <= -3 else UNCERTAIN


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure the verdicts of the claims stage on every .jsonl file under `data`; `limit` is a number of sentences."""
    paths = needed(
        [path for path in data.rglob("*.jsonl") if _fits(path)], data, ".jsonl files with targets and labels"
    )
    measured = [path for path in paths if not path.name.startswith("train")] or paths
    apart = [path for path in paths if path not in measured]
    troubles = Troubles()
    ours, floor = _measure(measured, data, limit, troubles)
    rows = list(_rows("", ours, floor))
    if apart:
        rows.extend(_rows("train part: ", *_measure(apart, data, limit, troubles)))
    return Evaluation(
        name="factuality",
        data=str(data),
        digest=corpus_digest(measured, data),
        figures={
            "minority_f1": rounded(ours.minority_f1),
            "majority_minority_f1": rounded(floor.minority_f1),
        },
        rows=tuple(rows),
        notes=(
            "minority F1: mean of the F1 of the negative (-3) and the uncertain (all between -3 and 3) class",
            "floor: everything is a fact",
            *troubles.notes(),
        ),
    )


def _fits(path: Path) -> bool:
    row = next(json_lines(path), None)
    targets = row.get("targets") if row is not None else None
    return isinstance(targets, list) and all("span1" in target and "label" in target for target in targets)


def _measure(paths: Sequence[Path], data: Path, limit: int | None, troubles: Troubles) -> tuple[Score, Score]:
    ours, floor = Score(), Score()
    for one, targets in beside(limited(_items(paths, data), limit), troubles):
        for span, label in targets:
            given, by_claim = troubles.attempt(one.doc.source, partial(verdict, one, span), (FACT, False))
            ours.add(label, given, by_claim=by_claim)
            floor.add(label, FACT, by_claim=False)
    return ours, floor


def _items(paths: Sequence[Path], data: Path) -> Iterator[tuple[Document, list[tuple[Stretch, float]]]]:
    for path in paths:
        for number, row in enumerate(json_lines(path)):
            text = row["text"]
            places = _words(text)
            targets: list[tuple[Stretch, float]] = []
            for target in row["targets"]:
                first, last = target["span1"]
                if not 0 <= first < last <= len(places):
                    raise InputError(f"{path}, row {number + 1}: a target lies outside its sentence")
                targets.append(((places[first][0], places[last - 1][1]), float(target["label"])))
            yield document(str(number), text, source=f"{path.relative_to(data).as_posix()}#{number}"), targets


def _words(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append((start, at))
    return found


def verdict(one: Analysed, span: Stretch) -> tuple[str, bool]:
    """Return the class of the happening at `span`, and whether a claim told it.

    Where no claim has its trigger there, the claims stage's judgement is asked for the word as for any trigger.
    """
    for claim in one.claims:
        if overlap((claim.trigger_start, claim.trigger_end), span):
            return _class(claim.modality, claim.polarity, claim.hedged), True
    for tok in one.tokens():
        if overlap((tok.start, tok.end), span):
            return _class(*asking.verdict(tok)), False
    return FACT, False


def _class(modality: Modality, polarity: Polarity, hedged: bool) -> str:
    """The scale tells certainty and polarity and leaves out time: what is told to come for certain is a fact on it."""
    if modality not in {Modality.HAPPENED, Modality.PLANNED}:
        return UNCERTAIN
    if polarity is Polarity.DENIED:
        return NEGATIVE
    return UNCERTAIN if hedged else FACT


def _rows(prefix: str, ours: Score, floor: Score) -> Iterator[Row]:
    yield Row(measure=f"{prefix}minority F1", ours=rounded(ours.minority_f1), floor=rounded(floor.minority_f1))
    for name in MINORITY:
        mine, naive = ours.classes.of(name), floor.classes.of(name)
        yield Row(measure=f"{prefix}{name} F1", ours=rounded(mine.f1), floor=rounded(naive.f1))
        yield Row(measure=f"{prefix}{name} precision", ours=rounded(mine.precision), floor=rounded(naive.precision))
        yield Row(measure=f"{prefix}{name} recall", ours=rounded(mine.recall), floor=rounded(naive.recall))
        yield Row(measure=f"{prefix}{name} targets", ours=int(mine.wanted), floor=int(naive.wanted))
    yield Row(
        measure=f"{prefix}accuracy",
        ours=rounded(ours.classes.accuracy),
        floor=rounded(floor.classes.accuracy),
        peers="majority .89-.95",
    )
    yield Row(measure=f"{prefix}mean absolute error", ours=rounded(ours.mae), floor=rounded(floor.mae))
    yield Row(measure=f"{prefix}share told by a claim", ours=rounded(ours.by_claim / max(1, ours.targets)))
