"""The table that linking works at: profiles of all claims, their order, their blocks and the setting they share."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial

import numpy as np

from tripoint.comparison.crews import Crew
from tripoint.comparison.nearness import likenesses
from tripoint.comparison.occasions import Occasions, Vectors
from tripoint.comparison.shelves import Joined, Shelf, Shelves, refill
from tripoint.comparison.voices import Voices
from tripoint.events.blockkeys import hashed_word, rare_keys
from tripoint.events.blocks import Blocks
from tripoint.events.judgements import LEVELS, TOGETHER, bearing
from tripoint.events.judgements import RARE as RARE_WORD
from tripoint.events.portions import Portions
from tripoint.events.profile import Profile
from tripoint.events.repeats import stand_ins
from tripoint.events.rows import Reader, Rows
from tripoint.events.setting import CROWDED, Setting
from tripoint.model import Claim, Document, Link

RARE = 20
"""A quotation in more documents than this makes no companions (ten thousand copies, or a proverb)."""
TEXTS = 20
"""Documents that are worth a process of their own."""
READY = 40_000
"""Profiles that are kept ready: those of the weeks that are being compared."""
AT_ONCE = 1 << 16
"""Pairs that are handed on together."""
_MASK = (1 << 64) - 1


class Table:
    """Claims by number, in the order in which they came; `rank` is the place of each in the order of ids."""

    def __init__(
        self,
        told: Sequence[Sequence[Claim]],
        tellers: Sequence[str],
        documents: Mapping[str, Document],
        voices: Voices,
        crew: Crew,
        shelves: Shelves,
        rejected: AbstractSet[str],
        portions: Portions,
    ) -> None:
        self._tellers = tellers
        self._profiles, self._inside = shelves(Profile), shelves(Link)
        companions = _companions(tellers, voices)
        nothing_rare = Occasions(documents, ())
        setting = Setting(companions=companions, occasions=nothing_rare, documents=documents)
        rows = self._rows(Reader(voices, setting, rejected), told, portions, crew)
        place = {document_id: text for text, document_id in enumerate(tellers)}
        vocabulary = rows.vocabulary  # what is told below holds this alone: the blocks of a million claims go early
        occasions = Occasions(documents, tellers, lambda document_id: vocabulary[place[document_id]])
        crowded = frozenset(place for place, size in rows.crowds.items() if size > CROWDED)
        self.setting = Setting(companions=companions, occasions=occasions, documents=documents, crowded=crowded)
        stamps = np.frombuffer(bytes(rows.stamps), dtype=np.uint64).reshape(-1, 2).copy()
        rare_stamps = np.zeros(len(stamps), dtype=np.uint64)
        vectors = Vectors()
        work = partial(_rarities, rows, tellers, occasions)
        for _, (keys, members, changed, some), _ in crew(work, len(tellers), least=10 * TEXTS):
            rows.blocks.enter(keys, members)
            rare_stamps[changed[0].astype(np.int64)] = changed[1]
            vectors.join(some)
        occasions.learn(tellers, vectors)
        self.ids, self.screen, self._blocks = rows.ids, rows.screen, rows.blocks
        self._texts, self._heads, self._ends = rows.texts, rows.heads, rows.ends
        self._marks, self._scores, self._vectors = rows.marks, rows.scores, vectors
        self._words = rows.words
        ordered = sorted(range(len(self.ids)), key=self.ids.__getitem__)
        self.rank = np.empty(len(self.ids), dtype=np.int64)
        self.rank[ordered] = np.arange(len(self.ids))
        self.sorted_ids = np.array([self.ids[at].encode("utf-8", "surrogatepass") for at in ordered], dtype=np.bytes_)
        self.stamps, self.rare_stamps = stamps[ordered], rare_stamps[ordered]
        # Where places are crowded, acts in them are judged otherwise: such a claim is another then.
        told_in = (sum(map(hashed_word, rows.places[at] & crowded)) for at in ordered)
        self.stamps[:, 0] += np.fromiter(told_in, dtype=np.uint64, count=len(ordered))
        day, run, start = (np.frombuffer(column, dtype=np.int64) for column in rows.order)
        self._at = np.lexsort((self.rank, start, run, day))
        self._stands = stand_ins(np.frombuffer(bytes(rows.tellings), dtype=np.uint64).reshape(-1, 2), self.rank)
        self.profile = lru_cache(maxsize=READY)(self._profile)

    def _rows(self, reader: Reader, told: Sequence[Sequence[Claim]], portions: Portions, crew: Crew) -> Rows:
        """Return the rows of all portions: those that an earlier build kept, and the others made now."""
        ranges = portions.ranges
        missing = [number for number in range(len(ranges)) if not portions.has(number)]
        made: Joined[bytes] = Joined()
        sizes = [len(ranges[number]) for number in missing]
        for _, _, (packed,) in crew(
            partial(_read, reader, told, [ranges[number] for number in missing]),
            len(missing),
            bytes,
            least=max(1, TEXTS * len(sizes) // max(1, sum(sizes))),
        ):
            made.add(packed)
        place = {number: at for at, number in enumerate(missing)}
        self._again = np.zeros(len(told), dtype=bool)  # documents whose rows the last build kept
        found, known = Rows(), dict[frozenset[str], frozenset[str]]()
        for number, documents in enumerate(ranges):
            rows = made[place[number]] if number in place else portions.rows(number)
            if rows is None:
                rows = reader.rows(told[text] for text in documents).packed()
                portions.keep(number, rows)
            elif number in place:
                portions.keep(number, rows)
            else:
                self._again[documents.start : documents.stop] = True
            some = Rows.unpacked(rows, known)
            refill(self._profiles, Profile, some.profiles.numbers.tobytes(), some.profiles.ends)
            refill(self._inside, Link, some.links.numbers.tobytes(), some.links.ends)
            found.join(some)
        return found

    def _profile(self, at: int) -> Profile:
        held: Profile = self._profiles[at]
        rare = self.setting.occasions.rare(self._words[at])
        if rare:
            # Nobody else has seen it yet, and to make it anew would take as long as to read it.
            object.__setattr__(held, "rare", rare)
        return held

    def __len__(self) -> int:
        return len(self.ids)

    def inside(self, found: Joined[Link]) -> tuple[np.ndarray, ...]:
        """Add the links between claims of one document to those `found`; return both claims and the link's place.

        Then come its score, its mark, and whether it is one that the last build kept. Claims that others stand for are
        left out.
        """
        first = found.add(self._inside)
        one, two = (np.frombuffer(column, dtype=np.uint32) for column in self._ends)
        stands = self._stands == np.arange(len(self))
        here = np.flatnonzero(stands[one] | stands[two])
        scores, marks = np.frombuffer(self._scores, np.float64), np.frombuffer(bytes(self._marks), np.uint8)
        texts = np.frombuffer(self._texts, dtype=np.uint32)
        return one[here], two[here], first + here, scores[here], marks[here], self._again[texts[one[here]]]

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the claims of these ids."""
        wanted = set(ids)
        return {claim_id: at for at, claim_id in enumerate(self.ids) if claim_id in wanted} if wanted else {}

    def repeats(self) -> Iterator[tuple[int, int]]:
        """Yield each claim that another stands for, behind that other."""
        for at in np.flatnonzero(self._stands != np.arange(len(self))).tolist():
            yield int(self._stands[at]), at

    def pairs(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yield the pairs worth comparing, the lower id first, those of one time after the other, many at a time."""
        places = np.empty(len(self), dtype=np.int64)
        places[self._at] = np.arange(len(self))
        # An account is compared unless all that it tells is told in the same words elsewhere.
        kept = np.zeros(len(self), dtype=bool)
        kept[np.frombuffer(self._heads, dtype=np.uint32)[self._stands == np.arange(len(self))]] = True
        codes, _ = self._blocks.pairs(places, kept)
        self._blocks = Blocks()  # those of a million claims take half a gigabyte, and nobody asks for them again
        for begin in range(0, len(codes), AT_ONCE):
            one, two = np.divmod(codes[begin : begin + AT_ONCE], np.uint64(max(1, len(self))))
            left, right = self._at[one.astype(np.int64)], self._at[two.astype(np.int64)]
            turned = self.rank[left] > self.rank[right]
            yield np.where(turned, right, left), np.where(turned, left, right)

    def shared(self, one: int, two: int) -> int:
        """Return how many rare words two claims hold in common: none, one, or two for more."""
        rare = self.setting.occasions.rare
        return min(2, len(rare(self._words[one]) & rare(self._words[two])))

    def bearing(self, one: int, two: int) -> int:
        """Return how two claims and their documents stand to each other."""
        return RARE_WORD * self.shared(one, two) + self._bearing(one, two)

    def _bearing(self, one: int, two: int) -> int:
        a, b = sorted((self._tellers[self._texts[one]], self._tellers[self._texts[two]]))
        if a == b:
            return 0
        return bearing(self.setting.occasions.likeness(a, b), together=(a, b) in self.setting.companions)

    def bearings(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return how the documents of the two claims of each pair stand to each other, but for their rare words."""
        texts, size = np.frombuffer(self._texts, dtype=np.uint32).astype(np.int64), len(self._tellers)
        a, b = texts[one], texts[two]
        pairs, back = np.unique(np.minimum(a, b) * size + np.maximum(a, b), return_inverse=True)
        a, b = np.divmod(pairs, size)
        occasions, tellers = self.setting.occasions, self._tellers
        like = np.zeros(len(pairs)) if occasions.silent else likenesses(self._vectors, occasions.square, a, b)
        for at in np.flatnonzero((np.abs(like[:, None] - LEVELS) < 1e-9).any(axis=1)).tolist():
            like[at] = occasions.likeness(tellers[a[at]], tellers[b[at]])  # to the last digit, where it decides
        place = {document_id: text for text, document_id in enumerate(tellers)}
        quoting = np.array([(place[x], place[y]) for x, y in self.setting.companions], dtype=np.int64).reshape(-1, 2)
        together = np.isin(pairs, quoting.min(axis=1) * size + quoting.max(axis=1))
        found = 4 * (like[:, None] >= LEVELS).sum(axis=1) + np.where(together, TOGETHER, 0)
        found[a == b] = 0
        bearings: np.ndarray = found[back].astype(np.uint8)
        return bearings


def _read(reader: Reader, told: Sequence[Sequence[Claim]], ranges: Sequence[range], some: range, packed: Shelf) -> None:
    """Put the rows of some portions on the shelf, as bytes."""
    for number in some:
        packed.append(reader.rows(told[text] for text in ranges[number]).packed())


def _rarities(
    rows: Rows, tellers: Sequence[str], occasions: Occasions, some: range
) -> tuple[np.ndarray, np.ndarray, np.ndarray, Vectors]:
    """Return what the rare words of some documents come to: blocks with their members, stamps, and all rarer words.

    Stamps are claims with a number that their rare words are known by.
    """
    texts = np.frombuffer(rows.texts, dtype=np.uint32)
    begin, end = np.searchsorted(texts, (some.start, some.stop))
    keys, members, changed, stamps = array("q"), array("I"), array("Q"), array("Q")
    ends = np.frombuffer(rows.words.ends, dtype=np.uint64)[begin:end].astype(np.int64)
    first = rows.words.ends[begin - 1] if begin else 0
    words = np.frombuffer(rows.words.numbers, dtype=np.uint32)[first : ends[-1] if len(ends) else first]
    told = np.concatenate(([0], np.cumsum(occasions.rare_among(words))))[np.concatenate(([0], ends - first))]
    here = (np.diff(told) > 0) | (np.frombuffer(bytes(rows.opens[begin:end]), dtype=np.uint8) > 0)
    vectors = occasions.vectors(tellers[text] for text in some)
    last = -1
    filed: tuple[int, ...] = ()
    for at in (np.flatnonzero(here) + begin).tolist():
        rare = sorted(occasions.rare(rows.words[at]))
        if rare:
            changed.append(at)
            stamps.append(hash(tuple(rare)) & _MASK)
        if rows.opens[at] and rows.texts[at] != last:
            last = rows.texts[at]
            at_text = last - some.start
            own = vectors.words[vectors.ends[at_text - 1] if at_text else 0 : vectors.ends[at_text]]
            filed = () if occasions.silent else occasions.filed(own)
        entered = rare_keys(rows.kinds[at], rare, filed if rows.opens[at] else ())
        keys.extend(entered)
        members.extend([at] * len(entered))
    return (
        np.frombuffer(keys, dtype=np.int64),
        np.frombuffer(members, dtype=np.uint32),
        np.array((np.frombuffer(changed, dtype=np.uint64), np.frombuffer(stamps, dtype=np.uint64))),
        vectors,
    )


def _companions(tellers: Sequence[str], voices: Voices) -> frozenset[tuple[str, str]]:
    """Return the pairs of documents that quote the same statement."""
    listed = sorted(tellers)
    runs, owners = array("q"), array("q")
    for number, document_id in enumerate(listed):
        quoted = voices.statements(document_id)
        runs.extend(quoted)
        owners.extend([number] * len(quoted))
    told, by = np.frombuffer(runs, dtype=np.int64), np.frombuffer(owners, dtype=np.int64)
    order = np.lexsort((by, told))
    told, by = told[order], by[order]
    edges = np.flatnonzero(told[1:] != told[:-1]) + 1
    starts, ends = np.concatenate(([0], edges)), np.concatenate((edges, [len(told)]))
    sizes = ends - starts
    pairs: set[tuple[str, str]] = set()
    for at in np.flatnonzero((sizes >= 2) & (sizes <= RARE)).tolist():
        held = [listed[number] for number in by[starts[at] : ends[at]].tolist()]
        pairs.update((one, two) for i, one in enumerate(held) for two in held[i + 1 :])
    return frozenset(pairs)
