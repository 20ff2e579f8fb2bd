"""The evaluation `muc4`.

Layout: `five-slot/*.json` (JSON lines with docid, doctext, templates), answer keys `key*` below `keys/`, and files of
upper-case messages beside them. Messages of `five-slot/train.json` are left out where there is another file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tripoint.evals.corpus import corpus_digest, json_lines, limited, needed
from tripoint.evals.counts import Counts, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.casing import recased
from tripoint.evals.muc4.keys import Template, keys
from tripoint.evals.muc4.scoring import five_slots, score
from tripoint.evals.muc4.templates import templates
from tripoint.evals.muc4.texts import dateline, made, messages
from tripoint.evals.pipeline import Troubles, analysed
from tripoint.model import Dated, Document

PEERS = {
    "all slots": "1992: GE .559 and .572",
    "stage": "1992, best: R .76, P .71",
    "location": "1992, best: R .63, P .59",
    "date": "1992, best: R .61, P .57",
    "confidence": "1992, best: R .24, P .30",
    "five slots": "GTT .502; IterX CEAF-RME .337 strict, .482 subset",
}


@dataclass(slots=True)
class Score:
    """Counts of slots, of five-slot entities, and of templates."""

    slots: dict[int, Counts] = field(default_factory=lambda: defaultdict(Counts))
    five: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    templates: int = 0

    @property
    def all_slots(self) -> Counts:
        """All fills of all slots together."""
        return sum(self.slots.values(), Counts())

    @property
    def all_five(self) -> Counts:
        """All entities of the five slots together."""
        return sum(self.five.values(), Counts())


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure claims mapped to templates; `limit` is a number of messages."""
    answers = needed(
        [path for path in data.rglob("key*") if path.is_file() and "taskdoc" not in path.parts],
        data,
        "answer keys key*",
    )
    lists = sorted(data.rglob("five-slot/*.json"))
    lists = [path for path in lists if path.stem != "train"] or lists
    five = {row["docid"]: row for path in lists for row in json_lines(path)}
    gold: dict[str, list[Template]] = defaultdict(list)
    for path in answers:
        for template in keys(path):
            gold[template.message].append(template)
    texts = _texts(data, answers)
    wanted = sorted((set(five) or set(gold)) & set(gold) & (set(texts) | set(five)))
    needed([data] * bool(wanted), data, "messages that have an answer key")
    troubles, ours, floor = Troubles(), Score(), Score()
    towns: dict[str, str | None] = {}

    def docs() -> Iterator[Document]:
        for message in limited(wanted, limit):
            text = texts.get(message) or five[message]["doctext"].replace("    ", "\n\n")
            towns[message], published, body = dateline(text)
            yield made(message, body, source=message, published=published)

    for one in analysed(recased(docs()), troubles):
        message = one.doc.source
        key_templates = [template for template in gold[message] if template.slots]
        naive = [_naive(message, towns[message], one.doc.published)]
        row = five.get(message)
        for mine, made_templates in ((ours, templates(one, message)), (floor, naive)):
            _add(mine, made_templates, key_templates, row)
    read = {*answers, *lists, *_files(answers)}
    return Evaluation(
        name="muc4",
        data=str(data),
        digest=corpus_digest(read, data),
        figures={
            "all_slot_f1": rounded(ours.all_slots.f1),
            "five_slot_f1": rounded(ours.all_five.f1),
            "stage_f1": rounded(ours.slots[key.STAGE].f1),
            "location_f1": rounded(ours.slots[key.LOCATION].f1),
            "confidence_f1": rounded(ours.slots[key.CONFIDENCE].f1),
        },
        rows=tuple(_rows(ours, floor)),
        notes=(
            "a plain version of the 1992 scorer: templates of one incident type mapped one to one, half credit for "
            "partial fills, fills of unmapped templates missing or spurious",
            "floor: one accomplished ATTACK in the dateline's town on its day, by nobody, on nobody",
            *troubles.notes(),
        ),
    )


def _files(answers: Sequence[Path]) -> list[Path]:
    folders = sorted({path.parent for path in answers})
    return [
        p for folder in folders for p in sorted(folder.iterdir()) if p.is_file() and not p.name.startswith((".", "key"))
    ]


def _texts(data: Path, answers: Sequence[Path]) -> dict[str, str]:
    return {message: text for path in _files(answers) for message, text in messages(path)}


def _naive(message: str, town: str | None, published: Dated | None) -> Template:
    found = Template(message=message)
    found.fill(key.TYPE, "ATTACK")
    found.fill(key.STAGE, "ACCOMPLISHED")
    if town is not None:
        found.fill(key.LOCATION, town)
    if published is not None and published.start is not None:
        day = date.fromisoformat(published.start)
        found.fill(key.DATE, key.as_fill(day, day))
    return found


def _add(mine: Score, given: Sequence[Template], wanted: Sequence[Template], row: Mapping[str, Any] | None) -> None:
    mine.templates += len(given)
    for slot, counts in score(given, wanted).items():
        mine.slots[slot] = mine.slots[slot] + counts
    if row is not None:
        entities = [
            {
                name: [[words for words, *_ in entity] for entity in template.get(name, ())]
                for name in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
            }
            for template in row["templates"]
        ]
        types = [template["incident_type"] for template in row["templates"]]
        for name, counts in five_slots(given, entities, types).items():
            mine.five[name] = mine.five[name] + counts


def _rows(ours: Score, floor: Score) -> Iterator[Row]:
    def rows(label: str, mine: Counts, naive: Counts) -> Iterator[Row]:
        yield Row(measure=f"{label} F1", ours=rounded(mine.f1), floor=rounded(naive.f1), peers=PEERS.get(label, ""))
        yield Row(measure=f"{label} recall", ours=rounded(mine.recall), floor=rounded(naive.recall))
        yield Row(measure=f"{label} precision", ours=rounded(mine.precision), floor=rounded(naive.precision))

    yield from rows("all slots", ours.all_slots, floor.all_slots)
    yield from rows("five slots", ours.all_five, floor.all_five)
    for slot, name in key.SLOT_NAMES.items():
        yield from rows(name, ours.slots[slot], floor.slots[slot])
    for name in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"):
        yield from rows(f"five slots, {name}", ours.five[name], floor.five[name])
    yield Row(measure="templates given", ours=ours.templates, floor=floor.templates)
