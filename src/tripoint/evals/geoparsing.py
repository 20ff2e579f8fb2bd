"""Geoparsing: the places of news articles, found and put on the map, silence counted as an error.

Layout: XML files with `articles/article`, each with `text` and `toponyms/toponym` (start, end, phrase, gaztag with
lat and lon), as LGL and TR-News have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tripoint.evals.corpus import corpus_digest, limited, needed
from tripoint.evals.counts import NONE, Counts, Summed, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.naiveplaces import naive_places
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.spans import Stretch, exact, overlapping, pairs
from tripoint.evals.toponyms import Toponym, articles
from tripoint.model import MentionKind
from tripoint.resources.countries import countries
from tripoint.sphere import Point, kilometres
from tripoint.text import fold

NEAR_KM = 161.0
"""100 miles: the field's limit of what is near enough."""

PEERS = {
    "lgl_acc161": "Edinburgh .405, GeoTxt .398, CLAVIN .313; given the name: Mordecai 3 .827, voting .773",
    "tr_news_acc161": "given the name: Mordecai 3 .873, voting .717",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Summed):
    """Counts that add up. `km`: the distances of all that were resolved; `located`: toponyms with a point."""

    strict: Counts = NONE
    relaxed: Counts = NONE
    located: int = 0
    found: int = 0
    km: tuple[float, ...] = ()

    @property
    def acc161(self) -> float:
        """Share of all located toponyms that are put within 161 km."""
        return sum(km <= NEAR_KM for km in self.km) / self.located if self.located else 0.0

    @property
    def median_km(self) -> float:
        """Median distance of what was resolved; half the Earth's girth when nothing was."""
        return median(self.km) if self.km else 20015.0


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure the mentions stage on each XML file of `data`; `limit` is a number of articles for each file."""
    paths = needed([path for path in data.glob("*.xml") if _fits(path)], data, "XML files of articles with toponyms")
    figures: dict[str, float | int] = {}
    rows: list[Row] = []
    troubles = Troubles()
    for path in paths:
        stem = re.sub(r"[^a-z0-9]", "_", path.stem.lower())
        ours, floor = _measure(path, troubles, limit)
        figures[f"{stem}_acc161"] = rounded(ours.acc161)
        figures[f"{stem}_recognition_f1"] = rounded(ours.strict.f1)
        figures[f"{stem}_median_km"] = rounded(ours.median_km)
        rows.extend(_rows(stem, ours, floor))
    return Evaluation(
        name="geoparsing",
        data=str(data),
        digest=corpus_digest(paths, data),
        figures=figures,
        rows=tuple(rows),
        notes=(
            "acc161 is end to end: of all located toponyms, those with a place of ours on them within 161 km; "
            "recognition_f1 asks for equal spans; median_km is over what was resolved",
            "floor: GPE, LOC and FAC of the bare parser, each the country or the most populous town of that name",
            *troubles.notes(),
        ),
    )


def _fits(path: Path) -> bool:
    with path.open("rb") as file:
        return b"<articles" in file.read(4096)


def _measure(path: Path, troubles: Troubles, limit: int | None) -> tuple[Score, Score]:
    ours, floor = Score(), Score()
    for one, wanted in beside(limited(articles(path), limit), troubles, claims=False):
        ours += _score(_ours(one), wanted)
        floor += _score(naive_places(one), wanted)
    return ours, floor


def _ours(one: Analysed) -> dict[Stretch, Point | None]:
    found: dict[Stretch, Point | None] = {}
    chosen = one.chosen
    for mention in one.mentions:
        reading = chosen.get(mention.mention_id)
        if mention.kind is MentionKind.ACTOR and reading is not None:
            named = _country(mention.text, reading.actor_country)
            if named is not None:
                length, centre = named
                found[mention.start, mention.start + length] = centre
            continue
        if mention.kind is not MentionKind.PLACE or mention.generic:
            continue
        place = reading.place if reading is not None else None
        lat, lon = (place.lat, place.lon) if place is not None else (None, None)
        found[mention.start, mention.end] = (lat, lon) if lat is not None and lon is not None else None
    return found


def _country(text: str, iso2: str | None) -> tuple[int, Point] | None:
    """The name or nationality of a country with which an actor begins (*Egypt*, *Turkish troops*), and its centre.

    Both benchmarks mark such words as toponyms of the country.
    """
    held = countries().get(iso2 or "")
    if held is None:
        return None
    for name in sorted((held.name, *held.aliases, *held.adjectives), key=len, reverse=True):
        lead = text[: len(name)]
        if fold(lead) == fold(name) and not text[len(name) : len(name) + 1].isalnum():
            return len(lead), (held.lat, held.lon)
    return None


def _score(given: dict[Stretch, Point | None], wanted: list[Toponym]) -> Score:
    spans = sorted(given)
    theirs = [toponym.span for toponym in wanted]
    km: list[float] = []
    found = 0
    for i, j in pairs(spans, theirs):
        point, true = given[spans[i]], wanted[j].point
        if true is None:
            continue
        found += 1
        if point is not None:
            km.append(kilometres(point, true))
    return Score(
        strict=exact(spans, theirs),
        relaxed=overlapping(spans, theirs),
        located=sum(toponym.point is not None for toponym in wanted),
        found=found,
        km=tuple(km),
    )


def _rows(stem: str, ours: Score, floor: Score) -> Iterator[Row]:
    def row(name: str, mine: float, naive: float) -> Row:
        return Row(
            measure=f"{stem} {name}", ours=rounded(mine), floor=rounded(naive), peers=PEERS.get(f"{stem}_{name}", "")
        )

    yield row("acc161", ours.acc161, floor.acc161)
    for name, mine, naive in (("exact", ours.strict, floor.strict), ("overlap", ours.relaxed, floor.relaxed)):
        yield row(f"recognition {name} F1", mine.f1, naive.f1)
        yield row(f"recognition {name} precision", mine.precision, naive.precision)
        yield row(f"recognition {name} recall", mine.recall, naive.recall)
    yield row("located toponyms found", _share(ours.found, ours.located), _share(floor.found, floor.located))
    yield row("located toponyms resolved", _share(len(ours.km), ours.located), _share(len(floor.km), floor.located))
    near = [sum(km <= NEAR_KM for km in score.km) for score in (ours, floor)]
    yield row("within 161 km of the resolved", _share(near[0], len(ours.km)), _share(near[1], len(floor.km)))
    yield row("median km", ours.median_km, floor.median_km)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
