"""What the whole document tells before its names are read: its words, its lines, the countries it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from tripoint.mentions.lexicon import Hit, lexicon
from tripoint.mentions.pieces import Piece, one_name, pieces
from tripoint.mentions.sharedlands import shared_lands
from tripoint.mentions.stance import place_before
from tripoint.mentions.toponyms import is_toponym
from tripoint.model import Document
from tripoint.names import strict_key
from tripoint.resources.countries import countries
from tripoint.resources.encoder import Encoded
from tripoint.resources.encoder_labels import LABELS
from tripoint.resources.outlets import find
from tripoint.resources.places import Place, gazetteer
from tripoint.resources.words import place_types
from tripoint.syntax import Sentence, Token
from tripoint.text import clean


class Scene:
    """A document with its sentences cut into pieces and its known names found.

    `encoded`: what the encoder made of those sentences that it was asked about, by their index.
    """

    def __init__(self, doc: Document, sentences: Sequence[Sentence]) -> None:
        self.doc = doc
        self.encoded: dict[int, Encoded] = {}
        self.text = clean(doc.text)
        self.sentences = sentences
        self.pieces: list[list[Piece]] = [pieces(sentence, doc.text) for sentence in sentences]
        known = lexicon()
        self.hits: list[list[Hit]] = [
            [
                hit
                for hit in known.scan(found)
                if not (_inside_a_place(found, hit) or is_toponym(found, hit) or _of_an_outlet(found, hit))
            ]
            for found in self.pieces
        ]
        self.lower_words = frozenset(
            piece.key for found in self.pieces for piece in found if piece.text.islower() and len(piece.text) > 2
        )
        self.actor_ids: Counter[str] = Counter()
        self.told: dict[str, float] = {}
        self.lands: set[str] = set()
        self._count()
        self._breaks = [0, *(i + 1 for i, char in enumerate(doc.text) if char == "\n")]
        filled = [
            start
            for start, end in zip(self._breaks, [*self._breaks[1:], len(doc.text)], strict=True)
            if doc.text[start:end].strip()
        ]
        self._filled = filled

    def _count(self) -> None:
        counts: Counter[str] = Counter()
        lands: set[str] = set()
        owned: set[str] = set()
        for index, hits in enumerate(self.hits):
            for hit in hits:
                if hit.iso2 is not None:
                    for phrase in hit.phrases:
                        if phrase.iso2 is not None:
                            weight = 0.6 if phrase.adjective else 1.0
                            counts[phrase.iso2] += weight / len(hit.phrases)  # type: ignore[assignment]
                            token = self.pieces[index][hit.last - 1].token
                            if place_before(token) or token.head.lower in place_types():
                                lands.add(phrase.iso2)
                elif hit.actor is not None:
                    for phrase in hit.phrases:
                        actor = phrase.actor
                        if actor is None:
                            continue
                        if not phrase.shared:
                            self.actor_ids[actor.id] += 1
                        elif phrase.own and actor.id not in owned:
                            owned.add(actor.id)  # its land is told by it, and not anew each time
                        elif actor.kind != "person":
                            continue  # a name that others bear as well tells no land
                        if actor.country is not None:
                            counts[actor.country] += 0.5 / len(hit.phrases)  # type: ignore[assignment]
                        for iso2 in actor.theatre:
                            counts[iso2] += 0.2 / len(hit.phrases)  # type: ignore[assignment]
        if not counts:
            counts = shared_lands(self.pieces, self.hits)
        total = sum(counts.values())
        self.told = {iso2: count / total for iso2, count in counts.items()} if total else {}
        self.lands = lands | {iso2 for iso2, share in self.told.items() if share >= 0.3}

    def near(self, iso2: str) -> bool:
        """Say whether a country borders on one that the document speaks of often."""
        often = (told for told, share in self.told.items() if share >= 0.15 and told in countries())
        return any(iso2 in countries()[told].neighbours for told in often)

    def share(self, index: int, kind: str, tokens: Iterable[Token]) -> float | None:
        """Return how likely the encoder reads `tokens` as a name of a kind; None where it is not asked."""
        if index not in self.encoded:
            return None
        row = LABELS.index(f"b-{kind}")
        labels = self.encoded[index].labels
        shares = [float(labels[tok.i, row] + labels[tok.i, row + 1]) for tok in tokens]
        return sum(shares) / len(shares) if shares else None

    def goes_on(self, index: int, token: Token) -> bool:
        """Say whether the encoder reads the next word as of the same name."""
        if index not in self.encoded or token.i + 1 >= len(self.sentences[index].tokens):
            return False
        return LABELS[int(self.encoded[index].labels[token.i + 1].argmax())].startswith("i-")

    def paragraph(self, offset: int) -> int:
        """Return the number of the line that is not blank in which `offset` stands."""
        return bisect_right(self._filled, offset)


def _inside_a_place(found: list[Piece], hit: Hit) -> bool:
    """Say whether a country's name is only part of another place's: *New South Wales, Mexico City*."""
    if hit.actor is not None or all(phrase.adjective for phrase in hit.phrases):
        return False
    after = found[hit.last] if hit.last < len(found) else None
    if after is not None and after.joined and after.capital and after.key in _LANDFORMS:
        return True  # *the Jordan Valley*
    before = found[hit.first - 1] if hit.first > 0 else None
    if before is not None and found[hit.first].joined and before.capital and before.key in _FIRST_WORDS:
        return True  # *Puerto Jordan*
    for first in (hit.first - 2, hit.first - 1, hit.first):
        for last in (hit.last, hit.last + 1, hit.last + 2):
            words = found[max(first, 0) : last]
            if first < 0 or last > len(found) or len(words) == hit.last - hit.first:
                continue
            if not one_name(words):
                continue
            key = " ".join(word.key for word in words)
            if any(_is_own(place, key) for place in gazetteer().strict(key)):
                return True
    return False


def _of_an_outlet(found: list[Piece], hit: Hit) -> bool:
    """Say whether a country's name ends that of an outlet: *Voice of America* speaks of no land."""
    if hit.iso2 is None or hit.first < 2 or found[hit.first - 1].text != "of" or not found[hit.first - 2].capital:
        return False
    return find(" ".join(piece.text for piece in found[hit.first - 2 : hit.last])) is not None


_FIRST_WORDS = frozenset("puerto villa san santa ciudad monte cerro fort port nueva nuevo pueblo".split())
"""First words of towns' names behind which the name of a country is none."""

_LANDFORMS = frozenset({"valley", "river", "delta", "canal", "basin", "gulf", "strait", "plateau"})
"""What bears the name of a country and is none."""


def _is_own(place: Place, key: str) -> bool:
    known = place.kind in ("province", "county") or place.supplement or place.population >= 50_000
    return known and strict_key(place.name) == key
