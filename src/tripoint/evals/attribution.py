"""Attribution: who is said to say or think what, with source, cue and content spans.

Layout: `text/NAME.txt` beside `attributions/NAME_ANNOTATOR.ann` (brat standoff: Source, Cue, Content and events
`Attribution` that join them), as PolNeAR has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tripoint.claims.voices import Attributed
from tripoint.errors import InputError
from tripoint.evals import asking
from tripoint.evals.corpus import corpus_digest, document, limited, needed
from tripoint.evals.counts import Counts, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.pipeline import Analysed, Troubles, analysed
from tripoint.evals.spans import Stretch, shared
from tripoint.model import Document
from tripoint.syntax import Token

KINDS = ("direct", "indirect", "mixed")
SAYING = frozenset({"say", "tell", "add", "announce", "claim", "report", "state", "note", "argue", "warn", "explain"})
"""The floor's verbs."""
_QUOTES = re.compile(r"[\"“”„‟«»]|``|''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution: where its source stands (empty when it is implicit), and what it vouches for."""

    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(slots=True)
class Score:
    """Counts by name, and pairs by how the content is given."""

    counts: dict[tuple[str, ...], Counts] = field(default_factory=lambda: defaultdict(Counts))

    def plus(self, counts: Counts, *name: str) -> None:
        """Add to the counts of that name."""
        self.counts[name] = self.counts[name] + counts


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
    gold: dict[str, list[Said]] = {}
    troubles, score = Troubles(), Score()

    def docs() -> Iterator[Document]:
        listed = [path for path in paths if f"{path.parent.parent}/{path.stem}" in notes]
        for path in limited(listed, limit):
            text = path.read_bytes().decode("utf-8")
            doc = document(path.stem, text, source=path.relative_to(data).as_posix())
            gold[doc.document_id] = read(notes[f"{path.parent.parent}/{path.stem}"])
            yield doc

    for one in analysed(docs(), troubles, claims=False):
        wanted = gold.pop(one.doc.document_id)
        nothing: list[Said] = []
        given = troubles.attempt(one.doc.source, partial(attributions, one), nothing)
        _score(one.doc.text, given, wanted, score, "ours")
        _score(one.doc.text, naive(one), wanted, score, "floor")
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


def kind_of(text: str, content: Sequence[Stretch]) -> str:
    """Return how a content is given: direct when nearly all of it is in quotation marks, indirect when none is."""
    size = inside = 0
    for start, end in content:
        size += len(text[start:end].strip())
        inside += _quoted(text, start, end)
    if inside == 0:
        return "indirect"
    return "direct" if inside >= 0.9 * size else "mixed"


def _quoted(text: str, start: int, end: int) -> int:
    """How many characters of [start, end) stand inside quotation marks of their line."""
    low = text.rfind("\n", 0, start) + 1
    marks = [m.start() for m in _QUOTES.finditer(text, low, end)]
    total, i = 0, 0
    while i < len(marks):
        stop = marks[i + 1] + 1 if i + 1 < len(marks) else end
        total += max(0, min(stop, end) - max(marks[i], start))
        i += 2
    return total


def _score(text: str, given: list[Said], wanted: list[Said], score: Score, who: str) -> None:
    matched = _matched(given, wanted)
    pairs_given = {i for i, said in enumerate(given) if said.source}
    pairs_given -= {i for i, j in matched if not wanted[j].source}
    pairs_wanted = {j for j, said in enumerate(wanted) if said.source}
    right = [
        (i, j)
        for i, j in matched
        if i in pairs_given and j in pairs_wanted and shared(given[i].source, wanted[j].source)
    ]
    score.plus(Counts(right=len(right), given=len(pairs_given), wanted=len(pairs_wanted)), who, "pair")
    contents = Counts(right=len(matched), given=len(given), wanted=len(wanted))
    score.plus(contents, who, "content")
    ours, theirs = _sources(given), _sources(wanted)
    hit_ours = sum(any(shared(a, b) for b in theirs) for a in ours)
    hit_theirs = sum(any(shared(a, b) for a in ours) for b in theirs)
    score.plus(Counts(right=min(hit_ours, hit_theirs), given=len(ours), wanted=len(theirs)), who, "source")
    for kind in KINDS:
        score.plus(
            Counts(
                right=sum(kind_of(text, wanted[j].content) == kind for _, j in right),
                given=sum(_kind_given(text, given, wanted, i, right) == kind for i in pairs_given),
                wanted=sum(kind_of(text, wanted[j].content) == kind for j in pairs_wanted),
            ),
            who,
            kind,
        )


def _kind_given(text: str, given: list[Said], wanted: list[Said], i: int, right: list[tuple[int, int]]) -> str:
    """The kind of a pair of ours: that of the attribution it is right about, else its own."""
    j = next((j for mine, j in right if mine == i), None)
    return kind_of(text, wanted[j].content if j is not None else given[i].content)


def _sources(said: Sequence[Said]) -> list[tuple[Stretch, ...]]:
    return sorted({one.source for one in said if one.source})


def _matched(given: list[Said], wanted: list[Said]) -> list[tuple[int, int]]:
    """One-to-one by content; among those that overlap, first the pairs whose sources overlap too, then the largest."""
    candidates = sorted(
        (
            not shared(one.source, two.source),
            -shared(one.content, two.content) / _union(one.content, two.content),
            i,
            j,
        )
        for i, one in enumerate(given)
        for j, two in enumerate(wanted)
        if shared(one.content, two.content)
    )
    used_given: set[int] = set()
    used_wanted: set[int] = set()
    found: list[tuple[int, int]] = []
    for _, _, i, j in candidates:
        if i not in used_given and j not in used_wanted:
            used_given.add(i)
            used_wanted.add(j)
            found.append((i, j))
    return found


def _union(one: Sequence[Stretch], two: Sequence[Stretch]) -> int:
    sizes = sum(end - start for start, end in (*one, *two))
    return max(1, sizes - shared(one, two))


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
