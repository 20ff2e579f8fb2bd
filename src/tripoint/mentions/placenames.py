"""The runs of words that may name places, with what the gazetteer holds under them and the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.mentions.pieces import Piece, owns
from tripoint.mentions.placecandidates import held, site
from tripoint.mentions.placecues import evidence
from tripoint.mentions.placehints import told_behind
from tripoint.mentions.placerows import PREPOSITIONS
from tripoint.mentions.placetypes import type_after, type_before
from tripoint.mentions.placewords import ELEMENTS, STOP
from tripoint.mentions.scene import Scene
from tripoint.resources.places import Place, gazetteer
from tripoint.resources.words import PlaceType, place_types
from tripoint.syntax import Sentence

LONGEST = 5
"""Most pieces a place's name may have."""

_VERBS = frozenset({"VBZ", "VBP", "VBD", "MD"})
_TIED = frozenset({"led", "run", "on", "in", "to"})
_PARTICLES = frozenset({"da", "de", "do", "dos", "das", "del", "di", "du", "des"})
"""Small words inside names of Romance tongues (*Mocimboa da Praia*)."""

_LARGE = 50_000
"""People of a town whose name may stand right before another with an Arabic article."""

_PLURALS = {
    "counties": "county",
    "provinces": "province",
    "governorates": "governorate",
    "oblasts": "oblast",
    "townships": "district",
    "districts": "district",
    "camps": "camp",
    "villages": "village",
    "towns": "town",
}


@dataclass(slots=True, kw_only=True)
class Asked:
    """Pieces `run` of a sentence that may name one of `candidates`; `last` ends the name with its type word.

    `after`, `before`: the type words beside it. `cue`: how much the words around speak for a place.
    `within`: codes of the provinces and countries told beside it. `key`: the name as the hints know it.
    """

    index: int
    sentence: Sentence
    run: list[int]
    last: int
    after: PlaceType | None
    before: PlaceType | None
    candidates: tuple[Place, ...]
    loose: bool
    key: str
    text: str
    cue: float
    within: frozenset[str]

    @property
    def kind(self) -> PlaceType | None:
        """The type word that says what it is."""
        return self.after or self.before


def run_at(text: str, found: list[Piece], at: int, taken: set[int]) -> list[int]:
    """Return the pieces of the capitalised run of `text` that begins at `at`, articles left out (*Hpa-an* is one)."""
    run = [at]
    i = at + 1
    titled = sum(piece.capital for piece in found) > 0.75 * len(found)
    while i < len(found) and found[i].joined and len(run) < LONGEST and i not in taken:
        if owns(text, found[i - 1]):
            break  # *Dantewada's Aranpur* are two places
        if found[i].key in _PARTICLES and found[i].text.islower() and _whole(found, run, i):
            run.append(i)
            i += 1
            continue
        if found[i].article:
            if titled and found[run[-1]].key not in ELEMENTS:
                break
            i += 1
            continue
        hyphen = text[found[i].start - 1] == "-" and len(found[i].text) < 4 and found[i].key not in _TIED
        if not (found[i].capital or hyphen or (found[i].text.isdigit() and len(found[i].text) < 3)):
            break
        if found[i].token.tag in _VERBS and found[i].key not in place_types():
            break
        if found[i].key in PREPOSITIONS and found[i].token.tag not in ("NNP", "NNPS"):
            break  # a headline's capital: *Troops Near X*
        run.append(i)
        i += 1
    return run


def _whole(found: list[Piece], run: list[int], at: int) -> bool:
    """Say whether the gazetteer holds a name with the particle at piece `at` and the words behind it."""
    for last in range(at + 1, min(at + 3, len(found))):
        if not found[last].joined or (last > at + 1 and not found[last].capital):
            return False
        if gazetteer().strict(" ".join(found[i].key for i in (*run, *range(at, last + 1)))):
            return found[last].capital
    return False


def asked(scene: Scene, index: int, sentence: Sentence, run: list[int]) -> Iterator[Asked]:
    """Yield what the first words of a run may name, the longest name first."""
    found = scene.pieces[index]
    kinds = place_types()
    for size in range(len(run), 0, -1):
        keys = [found[i].key for i in run[:size]]
        if size == 1 and (keys[0] in STOP or len(keys[0]) < 2):
            continue
        candidates, loose = held(scene, found, run[:size])
        if not candidates or all(key in kinds or key == "border" for key in keys):
            continue
        if size < len(run) and found[run[size] - 1].article and keys[0] not in ELEMENTS:
            candidates = () if loose else tuple(place for place in candidates if place.population >= _LARGE)
            if not candidates:
                continue  # *Busr al-Harir* is not Busra
        yield _asked(scene, index, sentence, run[:size], candidates, loose=loose)


def _asked(
    scene: Scene, index: int, sentence: Sentence, run: list[int], candidates: tuple[Place, ...], *, loose: bool
) -> Asked:
    found = scene.pieces[index]
    last, after = type_after(found, run[-1] + 1)
    before = type_before(scene, found, run[0])
    base = " ".join(found[i].key for i in run)
    shared = None if after or before else _shared_type(found, run[-1] + 1)
    if after is not None and after.kept:
        full = site(found, run) or tuple(place for place in candidates if place.kind == after.kind)
        candidates = full or candidates
    elif after is not None and after.kind == "region":
        words = " ".join(piece.key for piece in found[run[-1] + 1 : last])
        candidates = gazetteer().strict(f"{base} {words}") or candidates
    elif shared is not None or (after or before) is not None:
        word = shared or (after or before or place_types()["town"]).kind
        forms = ("county", "parish") if word in ("county", "district") else ("province", "governorate", "oblast")
        if word in ("county", "district", "province", "governorate", "oblast"):
            wider = [place for form in forms for place in gazetteer().strict(f"{base} {form}")]
            candidates = tuple({place.id: place for place in (*candidates, *wider)}.values())
    kind = place_types().get(shared) if shared is not None else None
    cue = 0.8 if (after or before or kind) is not None else evidence(scene, index, sentence, run)
    if after is not None and after.kind == "region" and before is None:
        cue = max(0.3, cue)
    within = told_behind(scene, found, scene.hits[index], last)
    return Asked(
        index=index,
        sentence=sentence,
        run=run,
        last=last,
        after=after,
        before=before or kind,
        candidates=candidates,
        loose=loose,
        key=base,
        text=" ".join(found[i].text for i in run),
        cue=max(cue, 0.75) if within and cue > -0.6 else cue,
        within=within,
    )


def _shared_type(found: list[Piece], at: int) -> str | None:
    """Return the type word of *Clay, Douglas and Grant counties* for each of the names."""
    for piece in found[at : at + 14]:
        if piece.key in _PLURALS:
            return _PLURALS[piece.key]
        if not (piece.capital or piece.article or piece.key == "and"):
            return None
    return None
