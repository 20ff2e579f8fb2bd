"""Score the names of the seed pages: `python evals/seed_names.py [--gold DIR] [--pages DIR] [--verbose]`.

Places: of those of gold/places.yaml that are sure (high or medium) and have a point and a tolerance, how many stand
within it, by the reading that most of their mentions chose. A place that no mention reads is wrong.
Actors: of the spellings of gold/actors.yaml that stand in the articles, how many resolve to one and the same actor,
that of most spellings; and how many pairs of gold actors came to the same one. A spelling that is no mention is wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import yaml

from tripoint.config import Settings
from tripoint.model import Reading
from tripoint.run.pipeline import build
from tripoint.sphere import kilometres
from tripoint.store.reading import CaseReader

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
NO_ACTOR = "not an actor"

Read = tuple[int, int, Reading | None]
"""A mention's stretch with the reading that was chosen for it."""


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a document of the page `stem`, with its mentions of one kind."""

    stem: str
    text: str
    mentions: list[Read]

    def readings(self, words: str) -> Iterator[Reading | None]:
        """Yield what each place of `words` was read as: by the mention that shares most of it or ends it, else None."""
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
        for found in re.finditer(pattern, self.text, re.I if len(words) > 3 else 0):
            start, end = found.span()
            over = [
                (min(e, end) - max(s, start), -abs(e - end), r) for s, e, r in self.mentions if s < end and start < e
            ]
            best = max(over, key=lambda one: one[:2], default=None)
            told = best is not None and (2 * best[0] >= end - start or best[1] == 0)
            yield best[2] if best is not None and told else None


def articles(case: Path, kinds: tuple[str, ...]) -> list[Article]:
    """Return the articles of a case with their mentions of `kinds`."""
    mentions: dict[str, list[Read]] = defaultdict(list)
    marks = ", ".join("?" for _ in kinds)
    with CaseReader(case) as reader:
        for row in reader.rows(
            f'SELECT document_id, start, "end", reading FROM mentions WHERE kind IN ({marks})', kinds
        ):
            told = msgspec.json.decode(row["reading"], type=Reading) if row["reading"] else None
            mentions[row["document_id"]].append((row["start"], row["end"], told))
        return [Article(Path(doc.source).stem, doc.text, mentions[doc.document_id]) for doc, _, _ in reader.documents()]


def read_as(entry: dict[str, Any], words: str, given: list[Article]) -> list[Reading | None]:
    """Return the readings of `words` on the pages of a gold entry."""
    pages = [page.removeprefix("s") for page in entry.get("pages") or ("",)]
    own = [one for one in given if any(one.stem.startswith(page) for page in pages)]
    return [reading for article in own for reading in article.readings(words)]


def places(gold: list[dict[str, Any]], given: list[Article]) -> Iterator[tuple[str, bool, str]]:
    """Yield each sure place that the articles name, whether it is right, and what was read."""
    for place in gold:
        if place["how_sure"] not in ("high", "medium") or None in (place["lat"], place["tolerance_km"]):
            continue
        spellings = sorted({place["name"], *place["spellings"]})
        found = [reading for words in spellings for reading in read_as(place, words, given)]
        if not found:
            continue
        located = [
            one.place for one in found if one is not None and one.place is not None and one.place.lat is not None
        ]
        near = sum(
            kilometres((one.lat, one.lon), (place["lat"], place["lon"])) <= place["tolerance_km"]  # type: ignore[arg-type]
            for one in located
        )
        told = ", ".join(f"{name} x{n}" for name, n in Counter(one.name for one in located).most_common(3))
        yield place["name"], near > 0 and 2 * near >= len(located), told or "not located"


def actors(gold: list[dict[str, Any]], given: list[Article]) -> Iterator[tuple[str, str, str | None]]:
    """Yield each spelling that the articles hold: its gold actor, the spelling, and the actor most mentions chose."""
    for actor in gold:
        if NO_ACTOR in actor["kind"]:
            continue
        for words in sorted({actor["name"], *actor["spellings"]}):
            found = read_as(actor, words, given)
            if found:
                chosen = [one.candidate_id or one.name for one in found if one is not None]
                yield actor["name"], words, Counter(sorted(chosen)).most_common(1)[0][0] if chosen else None


def main() -> int:
    """Build the pages and print the figures."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--gold", type=Path, default=SEEDS / "gold")
    asked.add_argument("--pages", type=Path, default=SEEDS / "pages")
    asked.add_argument("--verbose", action="store_true", help="name what is wrong (not for pages that are only scored)")
    told = asked.parse_args()
    if not told.gold.is_dir():
        print(f"skipped: {told.gold} is not there")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "names.case"
        build(case, [str(told.pages)], settings=Settings(), workers=1)
        gold = yaml.safe_load((told.gold / "places.yaml").read_text(encoding="utf-8"))["places"]
        judged = list(places(gold, articles(case, ("place",))))
        gold = yaml.safe_load((told.gold / "actors.yaml").read_text(encoding="utf-8"))["actors"]
        spelt = list(actors(gold, articles(case, ("actor", "person"))))
    by_actor: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for name, words, chosen in spelt:
        by_actor[name].append((words, chosen))
    most = {
        name: Counter(sorted(one for _, one in rows if one is not None)).most_common(1)
        for name, rows in by_actor.items()
    }
    ids = {name: counted[0][0] for name, counted in most.items() if counted}
    wrong = [(name, words, chosen) for name, words, chosen in spelt if chosen is None or chosen != ids.get(name)]
    merged = [pair for pair in combinations(sorted(ids), 2) if ids[pair[0]] == ids[pair[1]]]
    print(f"{'places_named':24} {len(judged)}")
    print(f"{'places_within_tolerance':24} {sum(right for _, right, _ in judged) / max(1, len(judged)):.3f}")
    print(f"{'actors_named':24} {len(by_actor)}")
    print(f"{'spellings':24} {len(spelt)}")
    print(f"{'spellings_to_one_actor':24} {1 - len(wrong) / max(1, len(spelt)):.3f}")
    print(f"{'actors_merged':24} {len(merged)}")
    if told.verbose:
        for name, right, read in judged:
            if not right:
                print(f"place {name}: read as {read}")
        for name, words, chosen in wrong:
            print(f"actor {name}: {words!r} read as {chosen}, others as {ids.get(name)}")
        for pair in merged:
            print(f"merged: {' and '.join(pair)} as {ids[pair[0]]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
