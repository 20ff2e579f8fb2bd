"""TimeML: time expressions of news, their extent and their value, resolved against the day of publication.

Layout: `*.tml` files with `DCT` and `TEXT`, and `TIMEX3` with `value` inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tripoint.errors import InputError
from tripoint.evals.corpus import corpus_digest, day, document, limited, needed
from tripoint.evals.counts import NONE, Counts, Summed, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.spans import Stretch, exact, pairs, tagged
from tripoint.evals.timex import duration_of, normal, timexes
from tripoint.model import Document, MentionKind

DAY = re.compile(r"\d{4}-\d\d-\d\d")
TAGS = frozenset({"DATE", "TIME"})
PEERS = {
    "strict F1": "TempEval-3 Platinum: HeidelTime .818",
    "relaxed F1": "TempEval-3 Platinum: HeidelTime .907",
    "value F1": "TempEval-3 Platinum: HeidelTime .781, dateparser .03",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Summed):
    """Counts that add up: extents equal, extents that touch, those with the right value, day-level values."""

    strict: Counts = NONE
    relaxed: Counts = NONE
    value: Counts = NONE
    days: Counts = NONE


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure the times of the mentions stage on every .tml file under `data`; `limit` is a number of files."""
    paths = needed(list(data.rglob("*.tml")), data, ".tml files with TIMEX3 annotations")
    troubles = Troubles()
    ours, floor = Score(), Score()
    for one, wanted in beside(map(read, limited(paths, limit)), troubles, claims=False):
        ours += _score(_ours(one), wanted)
        anchor = (one.doc.published.start or "") if one.doc.published is not None else ""
        naive = dict.fromkeys(tagged(list(one.tokens()), TAGS), anchor)
        floor += _score(naive, wanted)
    return Evaluation(
        name="timeml",
        data=str(data),
        digest=corpus_digest(paths, data),
        figures={
            "strict_f1": rounded(ours.strict.f1),
            "relaxed_f1": rounded(ours.relaxed.f1),
            "value_f1": rounded(ours.value.f1),
            "day_value_accuracy": rounded(ours.days.recall),
        },
        rows=tuple(_rows(ours, floor)),
        notes=(
            "value F1: extents that touch and have the same value; day_value_accuracy: of all expressions whose value "
            "is a day, those that ours put on that day",
            "values are compared without their unknown parts (1998-12-XX is 1998-12) and decades without their X",
            "floor: the bare parser's DATE and TIME, each read as the day of publication",
            *troubles.notes(),
        ),
    )


def read(path: Path) -> tuple[Document, dict[Stretch, str]]:
    """Return the document of a .tml file, anchored to its creation time, and the value of each time expression."""
    try:
        root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, huge_tree=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path} is not well-formed XML ({error}); expected a TimeML document") from error
    body = root.find("TEXT")
    if body is None:
        raise InputError(f"{path} has no TEXT element; expected a TimeML document")
    pieces: list[str] = []
    values: dict[Stretch, str] = {}
    _walk(body, pieces, values, 0)
    created = next(iter(root.iterfind("DCT/TIMEX3")), None)
    anchor = day(created.get("value")) if created is not None else None
    return document(path.stem, "".join(pieces), source=path.name, published=anchor, wrapped=True), values


def _walk(node: Any, pieces: list[str], values: dict[Stretch, str], at: int) -> int:
    """Collect the text below `node` and the spans of its time expressions; return the length so far."""
    start = at
    if isinstance(node.tag, str):
        pieces.append(node.text or "")
        at += len(node.text or "")
        for kid in node:
            at = _walk(kid, pieces, values, at)
            pieces.append(kid.tail or "")
            at += len(kid.tail or "")
        if node.tag == "TIMEX3" and at > start:
            values[start, at] = normal(node.get("value") or "")
    return at


def _ours(one: Analysed) -> dict[Stretch, str]:
    found: dict[Stretch, str] = {}
    chosen = one.chosen
    for mention in one.mentions:
        reading = chosen.get(mention.mention_id)
        if mention.kind is MentionKind.TIME:
            time = reading.time if reading is not None else None
            if time is None:
                found[mention.start, mention.end] = ""
                continue
            found.update(
                {(mention.start + low, mention.start + high): value for low, high, value in timexes(time, mention.text)}
            )
        elif mention.kind is MentionKind.AMOUNT:
            amount = reading.amount if reading is not None else None
            if amount is not None and amount.what == "duration":
                found.setdefault((mention.start, mention.end), duration_of(amount))
    return found


def _score(given: dict[Stretch, str], wanted: dict[Stretch, str]) -> Score:
    ours, theirs = sorted(given), sorted(wanted)
    matched = pairs(ours, theirs)
    values = sum(given[ours[i]] == wanted[theirs[j]] for i, j in matched)
    days = [j for j, span in enumerate(theirs) if DAY.fullmatch(wanted[span])]
    on_day = {j: given[ours[i]] for i, j in matched}
    right = sum(on_day.get(j, "")[:10] == wanted[theirs[j]] and "/" not in on_day[j] for j in days)
    return Score(
        strict=exact(ours, theirs),
        relaxed=Counts(right=len(matched), given=len(ours), wanted=len(theirs)),
        value=Counts(right=values, given=len(ours), wanted=len(theirs)),
        days=Counts(right=right, given=sum(j in on_day for j in days), wanted=len(days)),
    )


def _rows(ours: Score, floor: Score) -> Iterator[Row]:
    for name, mine, naive in (
        ("strict", ours.strict, floor.strict),
        ("relaxed", ours.relaxed, floor.relaxed),
        ("value", ours.value, floor.value),
    ):
        yield Row(measure=f"{name} F1", ours=rounded(mine.f1), floor=rounded(naive.f1), peers=PEERS[f"{name} F1"])
        yield Row(measure=f"{name} precision", ours=rounded(mine.precision), floor=rounded(naive.precision))
        yield Row(measure=f"{name} recall", ours=rounded(mine.recall), floor=rounded(naive.recall))
    yield Row(measure="day-level values right", ours=rounded(ours.days.recall), floor=rounded(floor.days.recall))
    yield Row(measure="day-level values found", ours=_found(ours), floor=_found(floor))


def _found(score: Score) -> float:
    return rounded(score.days.given / score.days.wanted) if score.days.wanted else 0.0
