"""Places: names that the gazetteer holds, and names that only the words beside them show to be places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.draft import Draft, because, head_of, reading, tokens_between
from tripoint.mentions.pieces import Piece, phrase_start
from tripoint.mentions.placechoice import Question, choose, country_value, unlocated
from tripoint.mentions.placecues import ELEMENTS, STOP, evidence, followed, type_after, type_before
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, PlaceValue, Reading
from tripoint.names import loose_join
from tripoint.resources.places import Place, gazetteer
from tripoint.resources.words import PlaceType, place_types
from tripoint.syntax import Sentence

GAZETTEER = "mentions.gazetteer.v1"
CUES = "mentions.cues.v1"

_FUNCTION_TAGS = frozenset("RB IN DT CC PRP PRP$ WDT WP WRB MD EX TO UH PDT".split())

LONGEST = 5
"""Most pieces a place's name may have."""

_VERBS = frozenset({"VBZ", "VBP", "VBD", "MD"})


def places(scene: Scene) -> Iterator[Draft]:
    """Yield the places of a document, resolved by what the whole document tells."""
    drafts: list[Draft] = []
    for index, sentence in enumerate(scene.sentences):
        drafts.extend(_sentence(scene, index, sentence))
    known = tuple(
        (one.place.lat, one.place.lon)
        for one in (draft.chosen for draft in drafts)
        if one is not None and one.score >= 0.75 and one.place is not None and one.place.precision in ("town", "site")
        if one.place.lat is not None and one.place.lon is not None
    )
    del known
    yield from drafts


def _sentence(scene: Scene, index: int, sentence: Sentence) -> Iterator[Draft]:
    found = scene.pieces[index]
    taken: set[int] = set()
    for hit in scene.hits[index]:
        if hit.actor is not None or all(phrase.adjective for phrase in hit.phrases):
            taken.update(range(hit.first, hit.last))
        elif hit.iso2 is not None:
            taken.update(range(hit.first, hit.last))
            yield _country(scene, index, sentence, hit.first, hit.last, hit.iso2)
    at = 0
    while at < len(found):
        spoken = found[at].token.tag in _FUNCTION_TAGS
        if at in taken or found[at].article or not found[at].capital or spoken:
            at += 1
            continue
        last, draft = _name(scene, index, sentence, at, taken)
        if draft is not None:
            yield draft
        at = max(at + 1, last)


def _country(scene: Scene, index: int, sentence: Sentence, first: int, last: int, iso2: str) -> Draft:
    found = scene.pieces[index]
    start, end = phrase_start(found, first), found[last - 1].end
    why = because("country", 0.9, "the name of a country")
    return Draft(
        kind=MentionKind.PLACE,
        start=start,
        end=end,
        head=head_of(tokens_between(sentence, start, end)),
        producer=GAZETTEER,
        weight=2.5,
        sentence=index,
        readings=[
            reading(country_value(iso2).name, 0.9, [why], candidate_id=f"country:{iso2}", place=country_value(iso2))
        ],
    )


def _run(found: list[Piece], at: int, taken: set[int]) -> list[int]:
    """Return the pieces of the capitalised run that begins at `at`, articles left out."""
    run = [at]
    i = at + 1
    titled = sum(piece.capital for piece in found) > 0.75 * len(found)
    while i < len(found) and found[i].joined and len(run) < LONGEST and i not in taken:
        if found[i].article:
            if titled and found[run[-1]].key not in ELEMENTS:
                break
            i += 1
            continue
        if not (found[i].capital or (found[i].text.isdigit() and len(found[i].text) < 3)):
            break
        if found[i].token.tag in _VERBS and found[i].key not in place_types():
            break
        run.append(i)
        i += 1
    return run


def _name(scene: Scene, index: int, sentence: Sentence, at: int, taken: set[int]) -> tuple[int, Draft | None]:
    found = scene.pieces[index]
    run = _run(found, at, taken)
    kinds = place_types()
    for size in range(len(run), 0, -1):
        keys = [found[i].key for i in run[:size]]
        if size == 1 and (keys[0] in STOP or len(keys[0]) < 2):
            continue
        candidates = gazetteer().strict(" ".join(keys))
        loose = False
        if not candidates:
            candidates = _site(found, run[:size])
        if not candidates and len("".join(keys)) >= 4:
            candidates = tuple(
                place
                for place in gazetteer().loose(loose_join(keys))
                if any(scene.told.get(iso2, 0.0) >= 0.05 for iso2 in place.countries)
            )
            loose = True
        if size > 1 and keys[-1] in kinds and kinds[keys[-1]].after and not candidates:
            continue
        if candidates and not all(key in kinds for key in keys):
            draft = _known(scene, index, sentence, run[:size], candidates, loose=loose)
            if draft is not None:
                return run[size - 1] + 1, draft
    draft = _cued(scene, index, sentence, run)
    if draft is not None:
        return run[-1] + 1, draft
    return at + 1, None


def _site(found: list[Piece], run: list[int]) -> tuple[Place, ...]:
    """Return the places that bear the name together with the type word behind it (*Nasib crossing*)."""
    last, after = type_after(found, run[-1] + 1)
    if after is None or not after.kept:
        return ()
    base = [found[i].key for i in run]
    words = [piece.key for piece in found[run[-1] + 1 : last]]
    return gazetteer().strict(" ".join([*base, *words])) or gazetteer().strict(" ".join([*base, words[-1]]))


def _known(
    scene: Scene, index: int, sentence: Sentence, run: list[int], candidates: tuple[Place, ...], *, loose: bool
) -> Draft | None:
    found = scene.pieces[index]
    last, after = type_after(found, run[-1] + 1)
    before = type_before(scene, found, run[0])
    kind = after or before
    text = " ".join(found[i].text for i in run)
    if after is not None and after.kept:
        full = _site(found, run)
        full = full or tuple(p for p in candidates if p.kind == after.kind)
        candidates = full or candidates
    elif kind is not None and kind.kind == "province":
        base = " ".join(found[i].key for i in run)
        wider = [*gazetteer().strict(f"{base} province"), *gazetteer().strict(f"{base} governorate")]
        candidates = tuple({place.id: place for place in (*candidates, *wider)}.values())
    ask = Question(text=text, kind=None if kind is None else kind.kind, loose=loose)
    readings = choose(scene, ask, candidates)
    best = readings[0]
    cue = 0.8 if kind is not None else evidence(scene, index, sentence, run)
    if after is not None and after.kind == "region" and before is None:
        cue = max(0.3, cue)
    if not best.chosen:
        if cue >= 0.5:
            return _unplaced(scene, index, sentence, run, last, after, rejected=readings)
        return None
    if cue + best.score < (0.72 if not loose else 1.05):
        return None
    if len(run) == 1 and found[run[0]].key in ELEMENTS and followed(found, run[0]):
        return None
    if after is not None and after.kept and best.place is not None and best.place.precision == "town":
        readings[0] = _named_after(found, run, last, best, after)
    elif after is not None and after.kind == "region" and best.place is not None:
        readings[0] = replace(best, place=_widened(best.place))
    return _draft(scene, index, sentence, run, last, readings, GAZETTEER, 2.4 + 0.2 * len(run) + (0.6 if kind else 0.0))


def _widened(place: PlaceValue) -> PlaceValue:
    if place.radius_km is None:
        return place
    return replace(
        place, radius_km=place.radius_km + 25.0, precision="area" if place.precision == "town" else place.precision
    )


def _named_after(found: list[Piece], run: list[int], last: int, best: Reading, kind: PlaceType) -> Reading:
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


def _unplaced(
    scene: Scene,
    index: int,
    sentence: Sentence,
    run: list[int],
    last: int,
    after: PlaceType | None,
    *,
    rejected: list[Reading],
) -> Draft:
    found = scene.pieces[index]
    start = phrase_start(found, run[0])
    name = scene.doc.text[start : found[last - 1].end if after is not None and after.kept else found[run[-1]].end]
    why = because("unlocated", 0.5, "the words beside it name a place, and no gazetteer holds it where the text is set")
    chosen = reading(name, 0.5, [why], place=unlocated(name))
    return _draft(scene, index, sentence, run, last, [chosen, *rejected], CUES, 2.2 + 0.1 * len(run))


def _cued(scene: Scene, index: int, sentence: Sentence, run: list[int]) -> Draft | None:
    found = scene.pieces[index]
    kinds = place_types()
    while len(run) > 1 and found[run[-1]].key in kinds and kinds[found[run[-1]].key].after:
        run = run[:-1]
    while len(run) > 1 and " ".join(found[i].key for i in run[-1:]) == "border":
        run = run[:-1]
    if found[run[0]].key in STOP | ELEMENTS and len(run) == 1:
        return None
    last, after = type_after(found, run[-1] + 1)
    before = type_before(scene, found, run[0])
    if before is None and after is None and evidence(scene, index, sentence, run) < 0.85:
        return None
    weak = after is not None and before is None and after.kind in ("region", "site", "province", "height", "base")
    if weak and evidence(scene, index, sentence, run) < 0.2:
        return None
    if not any(found[i].token.tag in ("NNP", "NNPS") for i in run):
        return None
    if any(found[i].key in STOP for i in run) or all(found[i].key in kinds or found[i].key == "border" for i in run):
        return None
    return _unplaced(scene, index, sentence, run, last, after, rejected=[])


def _draft(
    scene: Scene,
    index: int,
    sentence: Sentence,
    run: list[int],
    last: int,
    readings: list[Reading],
    producer: str,
    weight: float,
) -> Draft:
    found = scene.pieces[index]
    start, end = phrase_start(found, run[0]), found[last - 1].end
    return Draft(
        kind=MentionKind.PLACE,
        start=start,
        end=end,
        head=head_of(tokens_between(sentence, start, end)),
        producer=producer,
        weight=weight,
        sentence=index,
        readings=readings,
    )
