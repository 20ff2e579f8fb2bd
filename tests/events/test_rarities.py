"""Rare words of claims in columns: the same as those of each claim by itself."""

from __future__ import annotations

import random
from array import array

import numpy as np

from tripoint.comparison.occasions import CROWD, SKETCH, Occasions
from tripoint.comparison.rarewords import KEPT
from tripoint.events.joinedrows import JoinedRows, joined_rows
from tripoint.events.rarities import LOOKED_UP, Entries, Rarities
from tripoint.events.rows import Portion, Rows

WORDS = random.Random(5).sample(range(1 << 32), 900)
TEXTS = [sorted(random.Random(n).sample(WORDS[: 20 * (n % 40) + 90], 5 * n % 200)) for n in range(120)]
CLAIMS = [(n % 120, sorted(random.Random(n).sample(WORDS, n % 9))) for n in range(400)]
SEEN = {word: sum(word in text for text in map(set, TEXTS)) for word in WORDS}


def rare(words: list[int]) -> list[int]:
    return [word for word in words if 2 <= SEEN[word] <= CROWD]


def occasions() -> Occasions:
    words = np.array([word for text in TEXTS for word in text], dtype=np.uint32)
    return Occasions([f"d{n}" for n in range(len(TEXTS))], words, np.cumsum([len(text) for text in TEXTS]))


def rows() -> JoinedRows:
    found = Rows(texts=array("I", [text for text, _ in CLAIMS]))
    for at, (_, words) in enumerate(CLAIMS):
        found.words.append(words)
        found.kinds.append(range(at % 3))
        found.opens.append(at % 2)
    return joined_rows([Portion.of(found.packed())])


def test_rare_words_are_told_and_shared_as_sets_of_them_are() -> None:
    found = Rarities(rows(), occasions())
    told = [frozenset(rare(words)) for _, words in CLAIMS]
    assert [found.of(at) for at in range(len(CLAIMS))] == told
    assert any(told)
    one, two = (np.repeat(np.arange(60), 60), np.tile(np.arange(60), 60))
    assert found.shared(one, two).tolist() == [min(2, len(told[a] & told[b])) for a in range(60) for b in range(60)]
    same = dict(zip(found.stamps.tolist(), told, strict=True))
    assert len(same) == len(set(told))
    assert all(same[stamp] == held for stamp, held in zip(found.stamps.tolist(), told, strict=True))


def test_texts_are_filed_under_those_of_their_rarest_words_that_others_hold() -> None:
    held = occasions()
    for number, text in enumerate(TEXTS):
        rarest = sorted(text, key=lambda word: (SEEN[word], word))[:KEPT]
        assert held.filed_under(f"d{number}") == tuple(sorted(rare(rarest))[:SKETCH])


def test_claims_share_a_block_where_they_share_a_kind_and_a_word() -> None:
    held = occasions()
    found = Entries(rows(), Rarities(rows(), held), held)
    blocks: dict[int, set[int]] = {}
    keys, members = found.of(np.ones(len(CLAIMS), dtype=bool))
    for key, member in zip(keys.tolist(), members.tolist(), strict=True):
        blocks.setdefault(key, set()).add(member)
    told: dict[tuple[int, int, bool], set[int]] = {}
    for at, (text, words) in enumerate(CLAIMS):
        under = [(word, False) for word in rare(words)[:LOOKED_UP]]
        under += [(word, True) for word in held.filed_under(f"d{text}") if at % 2]
        for kind in range(at % 3):
            for word, filed in under:
                told.setdefault((kind, word, filed), set()).add(at)
    assert sorted(map(sorted, blocks.values())) == sorted(map(sorted, told.values()))
    some = np.arange(len(CLAIMS)) % 7 == 0
    here = some[members]
    assert [column.tolist() for column in found.of(some)] == [keys[here].tolist(), members[here].tolist()]
