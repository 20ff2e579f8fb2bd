"""Places as drafts of mentions: known ones, sites called after a town, names that no gazetteer holds, countries."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tripoint.mentions.draft import Draft, because, reading, whole_place
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.pieces import Piece, phrase_start
from tripoint.mentions.placeacts import is_act
from tripoint.mentions.placebounds import bounds
from tripoint.mentions.placecues import evidence
from tripoint.mentions.placehints import Hints
from tripoint.mentions.placetypes import type_after, type_before
from tripoint.mentions.placevalues import country_value, unlocated, value
from tripoint.mentions.placewords import ELEMENTS, STOP
from tripoint.mentions.producers import CUES, GAZETTEER
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, PlaceValue, Reading
from tripoint.names import strict_key
from tripoint.resources.claims import words
from tripoint.resources.countries import countries, nationality
from tripoint.resources.places import Place, gazetteer
from tripoint.resources.voices import voice_words
from tripoint.resources.words import PlaceType, group_heads, place_types
from tripoint.syntax import Sentence


def land(scene: Scene, index: int, sentence: Sentence, hit: Hit, hints: Hints) -> Draft:
    """Return a country's name as a place: the country, or the province that bears the same name."""
    found = scene.pieces[index]
    start, end = phrase_start(found, hit.first), found[hit.last - 1].end
    iso2 = hit.iso2 or ""
    province = _namesake(scene, iso2, found, hit, hints)
    if province is not None:
        why = because("region", 0.8, f"the other places of the text lie in this province, none in {iso2}")
        made = reading(province.name, 0.85, [why], candidate_id=province.id, place=value(province))
    else:
        why = because("country", 0.9, "the name of a country")
        place = country_value(iso2)
        made = reading(place.name, 0.9, [why], candidate_id=f"country:{iso2}", place=place)
    return whole_place(sentence, index, start, end, [made], GAZETTEER, weight=2.5)


_SOIL = frozenset({"territory", "territories", "soil", "lands", "airspace"})


def ground(scene: Scene, index: int, hit: Hit) -> Draft | None:
    """Return the land of *Syrian territory, on Iraqi soil*: the country, where its nationality owns the ground."""
    found = scene.pieces[index]
    if hit.last >= len(found) or not found[hit.last].joined or found[hit.last].key not in _SOIL or hit.iso2 is None:
        return None
    soil = found[hit.last]
    why = because("country", 0.85, f"{soil.text!r} of the country")
    place = country_value(hit.iso2)
    return Draft(
        kind=MentionKind.PLACE,
        start=phrase_start(found, hit.first),
        end=soil.end,
        head=soil.token,
        producer=GAZETTEER,
        weight=2.7,
        sentence=index,
        readings=[reading(place.name, 0.85, [why], candidate_id=f"country:{hit.iso2}", place=place)],
    )


def _namesake(scene: Scene, iso2: str, found: list[Piece], hit: Hit, hints: Hints) -> Place | None:
    """Return the province elsewhere that bears a country's name, when the document speaks of its land."""
    key = strict_key(countries()[iso2].name)
    if hit.last - hit.first > 1 or found[hit.first].key != key:
        return None
    for place in gazetteer().strict(key):
        if place.kind == "province" and place.country != iso2 and strict_key(place.name) == key:
            there = hints.region(place, key) + hints.land(place, key) + 3.0 * scene.told.get(place.country, 0.0)
            own = sum(weight for name, weight in hints.lands.get(iso2, {}).items() if name != key)
            if there >= 1.0 and there > 2.0 * own:
                return place
    return None


def widened(place: PlaceValue) -> PlaceValue:
    """Return the area around a place."""
    if place.radius_km is None:
        return place
    return replace(
        place, radius_km=place.radius_km + 25.0, precision="area" if place.precision == "town" else place.precision
    )


def named_after(found: list[Piece], run: list[int], last: int, best: Reading, kind: PlaceType) -> Reading:
    """Return the site that bears a town's name: near the town, not the town itself."""
    place = best.place
    if place is None:
        return best
    name = " ".join([found[i].text for i in run] + [piece.text.lower() for piece in found[run[-1] + 1 : last]])
    why = because("named_after", -0.1, f"a {kind.words} called after the town is looked for near it")
    site = replace(
        place,
        place_id=None,
        name=name,
        radius_km=(place.radius_km or 0.0) + 20.0,
        precision="site",
    )
    return replace(
        best, candidate_id=None, name=name, score=best.score * 0.85, reasons=(*best.reasons, why), place=site
    )


def unplaced(
    scene: Scene,
    index: int,
    sentence: Sentence,
    run: list[int],
    last: int,
    after: PlaceType | None,
    *,
    rejected: list[Reading],
) -> Draft:
    """Return a name that the words around it show to be a place, on no map."""
    found = scene.pieces[index]
    start = phrase_start(found, run[0])
    name = scene.doc.text[start : found[last - 1].end if after is not None and after.kept else found[run[-1]].end]
    why = [
        because("unlocated", 0.5, "the words beside it name a place, and no gazetteer holds it where the text is set")
    ]
    country, admin1 = bounds(scene, index, run, last)
    if country is not None:
        land = countries()[country].name if country in countries() else country
        why.append(because("bounded", 0.3, f"the text says that it lies in {f'{admin1}, {land}' if admin1 else land}"))
    chosen = reading(name, 0.5, why, place=unlocated(name, country=country, admin1=admin1))
    strong = 0.7 if evidence(scene, index, sentence, run) >= 0.85 else 0.0
    return draft_of(scene, index, sentence, run, last, [chosen, *rejected], CUES, 2.2 + strong + 0.1 * len(run))


def cued(scene: Scene, index: int, sentence: Sentence, run: list[int]) -> Draft | None:
    """Return the run as a place by the words around it alone, or None; the encoder is heard in `tagged`."""
    found = scene.pieces[index]
    kinds = place_types()
    while len(run) > 1 and found[run[-1]].key in kinds and kinds[found[run[-1]].key].after:
        run = run[:-1]
    while len(run) > 1 and " ".join(found[i].key for i in run[-1:]) == "border":
        run = run[:-1]
    if (found[run[0]].key in STOP | ELEMENTS and len(run) == 1) or is_act(found[run[-1]].key):
        return None
    if len(run) > 1 and found[run[-1]].key in group_heads() and found[run[-1]].key not in kinds:
        return None  # *the Northern Operational Command* is a body
    if len(run) == 1 and nationality(found[run[0]].text.removesuffix("s")) is not None:
        return None  # *cut off the Armenians*
    if len(run) == 1 and _speaks(found[run[0]].key):
        return None  # *on a hilltop, the Observatory said*
    around = evidence(scene, index, sentence, run, heard=False)
    last, after = type_after(found, run[-1] + 1)
    before = type_before(scene, found, run[0])
    if before is None and after is None and around < 0.85:
        return None
    if after is not None and of_another(found, last):
        return None  # *the Crimean port of Sevastopol*
    weak = after is not None and before is None and after.kind in ("region", "site", "province", "height", "base")
    least = -0.2 if after is not None and after.kind == "site" else 0.2
    if weak and around < least:
        return None
    if not any(found[i].token.tag in ("NNP", "NNPS") for i in run):
        return None
    hallowed = 1 if len(run) > 1 and found[run[0]].key in ELEMENTS else 0  # *Sheikh X* is called after one
    if any(found[i].key in STOP for i in run[hallowed:]) or all(
        found[i].key in kinds or found[i].key == "border" for i in run
    ):
        return None
    return unplaced(scene, index, sentence, run, last, after, rejected=[])


@lru_cache(maxsize=1)
def _tellers() -> frozenset[str]:
    return words()["unnamed_heads"] | voice_words().bodies


def _speaks(key: str) -> bool:
    """Return whether a word is one for those who tell (*the Observatory, Monitor*)."""
    return not _tellers().isdisjoint({key, key.removesuffix("s")})


_SETTLED = frozenset("town city village port hamlet suburb".split())


def of_another(found: list[Piece], last: int) -> bool:
    """Whether the town that words tell is named behind their *of*, so that what stands before is no name of one."""
    return (
        found[last - 1].key in _SETTLED
        and last + 1 < len(found)
        and found[last].key == "of"
        and found[last + 1].capital
    )


def draft_of(
    scene: Scene,
    index: int,
    sentence: Sentence,
    run: list[int],
    last: int,
    readings: list[Reading],
    producer: str,
    weight: float,
) -> Draft:
    """Return the mention of a place that has been read."""
    found = scene.pieces[index]
    start, end = phrase_start(found, run[0]), found[last - 1].end
    return whole_place(sentence, index, start, end, readings, producer, weight=weight)
