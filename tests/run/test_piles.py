"""What lies on a pile is read again whatever builds left it there, and what is of no use goes."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import msgspec
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tripoint.run.piles import Pile, pile_up, read_pile
from tripoint.store.taking import FILES

encode = msgspec.msgpack.encode


@given(st.integers(0, 999), st.integers(1, 2 * FILES))
def test_records_are_read_as_the_last_build_left_them(seed: int, builds: int) -> None:
    rng = random.Random(seed)
    told = ["first"]
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        last: Pile[str] | None = None
        again = np.array([-1])
        for build in range(builds):
            folder = home / str(build)
            folder.mkdir()
            new = [word for word, place in zip(told, again.tolist(), strict=True) if place < 0]
            pile_up(folder, "words", again, last, map(encode, new))
            last = Pile(folder, "words", str)
            assert list(last) == told
            assert len(last.paths) <= FILES
            lie = sum(path.stat().st_size for path in folder.glob("*.msgpack"))
            assert lie <= 2 * sum(len(encode(word)) for word in told)
            stays = [at for at in range(len(told)) if rng.random() < 0.8]
            some = [(told[at], at) for at in stays] + [(f"{build} {at}", -1) for at in range(rng.randint(0, 4))]
            rng.shuffle(some)
            told, again = [word for word, _ in some], np.array([at for _, at in some], dtype=np.int64)
            if not told:
                break


def test_a_pile_that_was_cut_off_is_none(tmp_path: Path) -> None:
    pile_up(tmp_path, "words", np.array([-1, -1]), None, map(encode, ["mill", "pier"]))
    (path,) = tmp_path.glob("*.msgpack")
    path.write_bytes(path.read_bytes()[:-1])
    assert read_pile(tmp_path, "words", str) is None
