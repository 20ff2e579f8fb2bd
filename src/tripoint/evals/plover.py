"""PLOVER: what a marked source does to a marked target, as root code and as quad (verbal or material, cooperation or
conflict), by the claims stage's coder; beside it, what the claims alone would answer.

Layout: `*.tsv` with the columns sentence, source, target, gold_root and gold_penta (1 verbal cooperation, 2 material
cooperation, 3 verbal conflict, 4 material conflict), and, where there is one, marked_sentence.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tripoint.claims.coding import HOW, Coded, code_between
from tripoint.evals.corpus import corpus_digest, document, limited, needed
from tripoint.evals.counts import Confusion, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.plover_roots import QUADS, root, root_of
from tripoint.evals.spans import Stretch
from tripoint.model import Document

NO_ACT = "no act"
COLUMNS = ("sentence", "source", "target", "gold_root", "gold_penta")
_MARKED = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A sentence's marked sides and its codes."""

    source: Stretch | None
    target: Stretch | None
    root: str
    quad: str


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure the coder between marked sides on every .tsv file under `data`; `limit` is a number of sentences."""
    paths = needed([path for path in data.rglob("*.tsv") if _fits(path)], data, f".tsv files with {', '.join(COLUMNS)}")
    troubles = Troubles()
    answers: list[tuple[Item, str | None, str]] = []
    by_claims: list[tuple[Item, str | None]] = []
    for one, item in beside(limited(_items(paths, data), limit), troubles):
        coded = troubles.attempt(one.doc.source, partial(_coded, one, item), None)
        answers.append((item, None, NO_ACT) if coded is None else (item, root_of(coded), coded.how))
        by_claims.append((item, root(one.claims, item.source, item.target)))
    majority = _majority(answers)
    roots, quads = Confusion.empty(), Confusion.empty()
    floor_roots, floor_quads = Confusion.empty(), Confusion.empty()
    claim_roots, claim_quads = Confusion.empty(), Confusion.empty()
    for item, given in by_claims:
        claim_roots.add(item.root, given or majority)
        claim_quads.add(item.quad, QUADS.get(given or majority, ""))
    for item, given, _ in answers:
        answer = given or majority
        roots.add(item.root, answer)
        quads.add(item.quad, QUADS.get(answer, ""))
        floor_roots.add(item.root, majority)
        floor_quads.add(item.quad, QUADS.get(majority, ""))
    return Evaluation(
        name="plover",
        data=str(data),
        digest=corpus_digest(paths, data),
        figures={"root_macro_f1": rounded(roots.macro_f1()), "quad_macro_f1": rounded(quads.macro_f1())},
        rows=(
            *_rows(answers, roots, quads, floor_roots, floor_quads),
            Row(measure="root macro F1 by claims alone", ours=rounded(claim_roots.macro_f1())),
            Row(measure="quad macro F1 by claims alone", ours=rounded(claim_quads.macro_f1())),
        ),
        notes=(
            f"where no act is found, the most frequent root is answered ({majority}), which is also the floor",
            *troubles.notes(),
        ),
    )


def _coded(one: Analysed, item: Item) -> Coded | None:
    return code_between(
        one.doc, one.sentences, one.mentions, one.readings, one.claims, source=item.source, target=item.target
    )


def _fits(path: Path) -> bool:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = next(csv.reader(file, delimiter="\t"), [])
    return set(COLUMNS) <= set(head)


def _items(paths: Sequence[Path], data: Path) -> Iterator[tuple[Document, Item]]:
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
                text, spans = _sides(row)
                item = Item(source=spans.get("s"), target=spans.get("t"), root=row["gold_root"], quad=row["gold_penta"])
                yield document(str(number), text, source=f"{path.relative_to(data).as_posix()}#{number}"), item


def _sides(row: dict[str, str]) -> tuple[str, dict[str, Stretch]]:
    """The sentence, and where its source and target stand: where they are marked, else where their words are found."""
    marked = row.get("marked_sentence") or ""
    pieces: list[str] = []
    spans: dict[str, Stretch] = {}
    opened: dict[str, int] = {}
    at = size = 0
    for mark in _MARKED.finditer(marked):
        pieces.append(marked[at : mark.start()])
        size += mark.start() - at
        at = mark.end()
        if mark[1] and mark[2] in opened:
            spans.setdefault(mark[2], (opened[mark[2]], size))
        elif not mark[1]:
            opened.setdefault(mark[2], size)
    if len(spans) == 2:
        return "".join((*pieces, marked[at:])), spans
    text = row["sentence"]
    for side, words in (("s", row["source"]), ("t", row["target"])):
        found = text.find(words) if words else -1
        if found >= 0:
            spans[side] = (found, found + len(words))
    return text, spans


def _majority(answers: Sequence[tuple[Item, str | None, str]]) -> str:
    counted = Counter(item.root for item, _, _ in answers)
    return min(counted, key=lambda name: (-counted[name], name), default="")


def _rows(
    answers: Sequence[tuple[Item, str | None, str]],
    roots: Confusion,
    quads: Confusion,
    floor_roots: Confusion,
    floor_quads: Confusion,
) -> Iterator[Row]:
    yield Row(
        measure="root macro F1",
        ours=rounded(roots.macro_f1()),
        floor=rounded(floor_roots.macro_f1()),
        peers="zero-shot NLI tree (355M parameters) .824",
    )
    yield Row(
        measure="quad macro F1",
        ours=rounded(quads.macro_f1()),
        floor=rounded(floor_quads.macro_f1()),
        peers="zero-shot NLI tree (355M parameters) .896",
    )
    yield Row(measure="root accuracy", ours=rounded(roots.accuracy), floor=rounded(floor_roots.accuracy))
    yield Row(measure="quad accuracy", ours=rounded(quads.accuracy), floor=rounded(floor_quads.accuracy))
    for how in (*HOW, NO_ACT):
        held = [(item, given) for item, given, found in answers if found == how]
        yield Row(measure=f"share by {how}", ours=rounded(len(held) / max(1, len(answers))))
        if held and how != NO_ACT:
            right = sum(item.root == given for item, given in held)
            yield Row(measure=f"roots right by {how}", ours=rounded(right / len(held)))
    for name in sorted({item.root for item, _, _ in answers}):
        yield Row(measure=f"F1 of {name}", ours=rounded(roots.of(name).f1), floor=rounded(floor_roots.of(name).f1))
