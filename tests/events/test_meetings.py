"""Which claims meet after some came and went is what all blocks, gone through as a whole, say."""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.events.blockfiles import ENTERS, RARE, BlockReader, BlockWriter, Filed, read_blocks
from tripoint.events.blocks import CAP, WINDOW
from tripoint.events.company import Company
from tripoint.events.meetings import Standing, merge

Entries = dict[tuple[int, int], int]
"""The marks of each claim in each block."""
EMPTY = Filed(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.uint32))


def entries(seed: int, claims: list[int], turn: int) -> Entries:
    """Return blocks of all sizes, the same for the same claim but for what is rare at that `turn`."""
    found: Entries = {}
    for one in claims:
        rng = random.Random(f"{seed} {one}")
        for _ in range(rng.randint(1, 5)):
            block = min(rng.randrange(12), rng.randrange(12))
            found[block, one] = int(ENTERS) if rng.random() < 0.4 else 0
        rng = random.Random(f"{seed} {one} {turn * (rng.random() < 0.1)}")
        found[100 + rng.randrange(9), one] = int(ENTERS | RARE)
    return found


def rarely(held: Entries, claim: int) -> set[int]:
    """Return the blocks of rare words that a claim is in."""
    return {block for block, one in held if one == claim and block >= 100}


def meeting(held: Entries, place: dict[int, int]) -> set[tuple[int, int]]:
    """Return the pairs that meet, by what the blocks say."""
    blocks: dict[int, list[int]] = defaultdict(list)
    for block, one in held:
        blocks[block].append(one)
    found = set()
    for block, members in blocks.items():
        if any(held[block, one] & int(ENTERS) for one in members):
            members.sort(key=place.__getitem__)
            reach = CAP if len(members) <= CAP else WINDOW
            for at, one in enumerate(members):
                found |= {(min(one, two), max(one, two)) for two in members[at + 1 : at + 1 + reach]}
    return found


def columns(held: Entries, rank: dict[int, int]) -> tuple[np.ndarray, np.ndarray]:
    told = list(held.items())
    keys = np.array([block * 10**17 for (block, _), _ in told], dtype=np.uint64)
    return keys, np.array([rank[one] | marks for (_, one), marks in told], dtype=np.uint32)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 150), st.integers(0, 30), st.integers(0, 30), st.integers(0, 20))
def test_pairs_around_what_changed_are_those_of_all_blocks(seed: int, stay: int, go: int, come: int, look: int) -> None:
    rng = random.Random(seed)
    everyone = list(range(stay + go + come))
    order = rng.sample(everyone, len(everyone))
    place = {one: at for at, one in enumerate(order)}
    before, now = sorted(everyone[: stay + go]), sorted(everyone[go:])
    then, told = entries(seed, before, 1), entries(seed, now, 2)
    again = set(rng.sample(now, min(look, len(now))))  # looked at again, whether they changed or not
    rank_then, rank = ({one: at for at, one in enumerate(some)} for some in (before, now))
    placed = {one: at for at, one in enumerate(sorted(now, key=place.__getitem__))}
    anew = np.array([one not in rank_then or one in again for one in now], dtype=bool)
    changed = [rarely(then, one) != rarely(told, one) for one in now]
    rare = anew | np.array(changed, dtype=bool)
    standing = Standing(
        np.array([rank.get(one, -1) for one in before], dtype=np.int64),
        np.array([placed[one] for one in now], dtype=np.int64),
        anew,
        rare,
    )
    entered = {
        (block, one): marks for (block, one), marks in told.items() if (rare if block >= 100 else anew)[rank[one]]
    }
    size = len(now)
    with tempfile.TemporaryDirectory() as one_, tempfile.TemporaryDirectory() as two_:
        first, second = Path(one_), Path(two_)
        order_then = {one: at for at, one in enumerate(sorted(before, key=place.__getitem__))}
        nobody = Standing(*(np.zeros(0, dtype=kind) for kind in (np.int64, np.int64, bool, bool)))
        fresh = nobody._replace(places=np.array([order_then[one] for one in before], dtype=np.int64))
        with BlockWriter(first) as out:
            out.add(EMPTY)
        with BlockWriter(second) as out:
            met = merge(BlockReader(first), *columns(then, rank_then), fresh, out)
        assert {divmod(pair, 1 << 32) for pair in met.come.tolist()} == {
            (rank_then[a], rank_then[b]) for a, b in meeting(then, order_then)
        }
        with BlockWriter(first) as out:
            come, gone = merge(BlockReader(second), *columns(entered, rank), standing, out)
        company = Company(BlockReader(first), size)
        gone = gone[~company.meet(gone)]
        had = {(rank[a], rank[b]) for a, b in meeting(then, order_then) if a in rank and b in rank}
        has = {(rank[a], rank[b]) for a, b in meeting(told, placed)}
        gained, lost = ({divmod(pair, 1 << 32) for pair in some.tolist()} for some in (come, gone))
        assert (had - lost) | gained == has
        assert lost == had - has
        some = np.array([one in again for one in now], dtype=bool)
        around = {divmod(pair, 1 << 32) for pair in company.around(some).tolist()}
        assert around == {(a, b) for a, b in has if some[a] or some[b]}


def test_blocks_that_are_cut_off_are_not_read(tmp_path: Path) -> None:
    assert read_blocks(tmp_path) is None
    with BlockWriter(tmp_path) as out:
        out.add(Filed(np.array([3, 9], np.uint64), np.array([2, 1]), np.array([0, 1, 2], np.uint32)))
    told = read_blocks(tmp_path)
    assert told is not None
    assert [some.members.tolist() for some in told.portions(1)] == [[0, 1], [2]]
    (tmp_path / "blocks-members.bin").write_bytes(b"\0" * 8)
    assert read_blocks(tmp_path) is None
