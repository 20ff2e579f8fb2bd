"""Attribution: who is said to say or think what, with source, cue and content spans.

Layout: `text/NAME.txt` beside `attributions/NAME_ANNOTATOR.ann` (brat standoff: Source, Cue, Content and events
`Attribution` that join them), as PolNeAR has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tripoint.claims.voices import Attributed
from tripoint.errors import InputError
from tripoint.evals import asking
from tripoint.evals.attribution_scoring import KINDS, Said, Score, count, kind_of
from tripoint.evals.corpus import corpus_digest, document, limited, needed
from tripoint.evals.counts import rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.spans import Stretch
from tripoint.model import Document
from tripoint.syntax import Token

__all__ = ["evaluate", "kind_of", "read"]

SAYING = frozenset({"say", "tell", "add", "announce", "claim", "report", "state", "note", "argue", "warn", "explain"})
"""The floor's verbs."""


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure the attributions of the claims stage on every `text` folder under `data`; `limit` is in documents."""
    paths = needed(
        [path for path in data.rglob("text/*.txt") if (path.parent.parent / "attributions").is_dir()],
        data,
        "folders text/ and attributions/ side by side",
    )
    notes: dict[str, Path] = {}
    for folder in sorted({path.parent.parent / "attributions" for path in paths}):
        for ann in sorted(folder.glob("*.ann"), reverse=True):
            notes[f"{folder.parent}/{ann.stem.rpartition('_')[0]}"] = ann
    troubles, score = Troubles(), Score()

    def items() -> Iterator[tuple[Document, list[Said]]]:
        listed = [path for path in paths if f"{path.parent.parent}/{path.stem}" in notes]
        for path in limited(listed, limit):
            text = path.read_bytes().decode("utf-8")
            doc = document(path.stem, text, source=path.relative_to(data).as_posix())
            yield doc, read(notes[f"{path.parent.parent}/{path.stem}"])

    for one, wanted in beside(items(), troubles, claims=False):
        nothing: list[Said] = []
        given = troubles.attempt(one.doc.source, partial(attributions, one), nothing)
        count(one.doc.text, given, wanted, score, "ours")
        count(one.doc.text, naive(one), wanted, score, "floor")
    ours, floor = score.counts["ours", "pair"].f1, score.counts["floor", "pair"].f1
    closed = (ours - floor) / (1 - floor) if floor < 1 else 0.0
    return Evaluation(
        name="attribution",
        data=str(data),
        digest=corpus_digest([*paths, *notes.values()], data),
        figures={
            "pair_f1": rounded(ours),
            "source_f1": rounded(score.counts["ours", "source"].f1),
            "content_f1": rounded(score.counts["ours", "content"].f1),
            "floor_pair_f1": rounded(floor),
        },
        rows=tuple(_rows(score, closed)),
        notes=(
            "a pair is right when its source and its content overlap those of one attribution; those whose source "
            "is implicit are no pairs, and a pair of ours on one of them is left out",
            "an attribution of ours inside the content of another is left out: this benchmark has none such",
            "floor: a say-verb with its subject and its clause complement",
            "of a text with several annotators the first by name counts",
            *troubles.notes(),
        ),
    )


def read(path: Path) -> list[Said]:
    """Return the attributions of a standoff file."""
    spans: dict[str, list[Stretch]] = {}
    events: list[list[tuple[str, str]]] = []
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), 1):
        fields = line.split("\t")
        if line.startswith("T"):
            if len(fields) < 2:
                raise InputError(f"{path}, line {number} is no brat annotation; expected ID, kind and offsets")
            offsets = fields[1].partition(" ")[2]
            try:
                spans[fields[0]] = [(int(a), int(b)) for a, b in (piece.split() for piece in offsets.split(";"))]
            except ValueError as error:
                raise InputError(f"{path}, line {number} has no offsets where brat keeps them") from error
        elif line.startswith("E") and len(fields) > 1:
            parts = [part.partition(":") for part in fields[1].split()]
            events.append([(role.rstrip("0123456789"), target) for role, _, target in parts])
    found: list[Said] = []
    for event in events:
        held: dict[str, list[Stretch]] = defaultdict(list)
        for role, target in event:
            held[role].extend(spans.get(target, ()))
        if held["Content"]:
            found.append(Said(source=tuple(sorted(held["Source"])), content=tuple(sorted(held["Content"]))))
    return sorted(found, key=lambda said: said.content)


def attributions(one: Analysed) -> list[Said]:
    """Return every attribution that the claims stage sees, but those inside the content of another.

    The benchmark has no attribution inside another's content.
    """
    listed = asking.attributed(one)
    found: list[Said] = []
    for told in listed:
        if any(told is not other and _inside(told, other) for other in listed):
            continue
        source = () if told.source is None else ((told.source.start, told.source.end),)
        found.append(Said(source=source, content=tuple((span.start, span.end) for span in told.content)))
    return found


def _inside(told: Attributed, other: Attributed) -> bool:
    return any(span.start <= told.cue.start and told.cue.end <= span.end for span in other.content)


def naive(one: Analysed) -> list[Said]:
    """The floor: say-verbs with a subject and a clause complement."""
    found: list[Said] = []
    for sentence in one.sentences:
        for tok in sentence.tokens:
            subjects, clauses = tok.children("nsubj"), tok.children("ccomp")
            if tok.lemma in SAYING and subjects and clauses:
                found.append(Said(source=(_extent(subjects[0]),), content=(_extent(clauses[0]),)))
    return found


def _extent(tok: Token) -> Stretch:
    below = tok.subtree()
    return below[0].start, max(one.end for one in below)


def _rows(score: Score, closed: float) -> Iterator[Row]:
    for name in ("pair", "source", "content"):
        ours, floor = score.counts["ours", name], score.counts["floor", name]
        yield Row(measure=f"{name} F1", ours=rounded(ours.f1), floor=rounded(floor.f1))
        yield Row(measure=f"{name} precision", ours=rounded(ours.precision), floor=rounded(floor.precision))
        yield Row(measure=f"{name} recall", ours=rounded(ours.recall), floor=rounded(floor.recall))
    for kind in KINDS:
        ours, floor = score.counts["ours", kind], score.counts["floor", kind]
        yield Row(measure=f"pair F1, {kind}", ours=rounded(ours.f1), floor=rounded(floor.f1))
        yield Row(measure=f"pair recall, {kind}", ours=rounded(ours.recall), floor=rounded(floor.recall))
        yield Row(measure=f"pairs, {kind}", ours=int(ours.wanted), floor=int(floor.wanted))
    yield Row(measure="share of the floor's gap closed", ours=rounded(closed), floor=0.0)
