"""What was packed is what is read, through builds that take it over, leave some out and pack more."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tripoint.run.packs import Packs
from tripoint.store.taking import FILES

BUILDS = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.binary(max_size=40)), min_size=1, max_size=FILES + 4)


def packed(folder: Path, last: Path | None, told: dict[str, bytes], held: dict[str, bytes]) -> None:
    """Pack in a new folder what is told; what the last build held it has to hold."""
    folder.mkdir()
    packs = Packs("some", list(told), folder, last)
    for number, (name, value) in enumerate(told.items()):
        if name in held:
            assert packs.get(number) == held[name]
        else:
            assert not packs.has(number)
        if held.get(name) != value:
            packs.keep(number, value)
        assert packs.get(number) == value
    packs.write()


@settings(max_examples=60, deadline=None)
@given(BUILDS)
def test_what_was_packed_is_read_again_by_every_later_build(builds: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as top:
        last, held = None, dict[str, bytes]()
        for number, told in enumerate(builds):
            folder = Path(top) / str(number)
            packed(folder, last, told, held)
            reading = Packs("some", list(told), None, folder)
            assert [reading.get(at) for at in range(len(told))] == list(told.values())
            assert len(list(folder.glob("*.packs"))) <= FILES
            last, held = folder, told


def test_files_of_the_last_build_stand_in_the_next_one_until_half_of_them_is_of_no_use(tmp_path: Path) -> None:
    told = {name: name.encode() * 100 for name in "abcd"}
    packed(tmp_path / "one", None, told, {})
    packed(tmp_path / "two", tmp_path / "one", {**told, "e": b"e"}, told)
    assert (tmp_path / "two" / "some-0.packs").samefile(tmp_path / "one" / "some-0.packs")
    packed(tmp_path / "three", tmp_path / "two", {"a": told["a"], "e": b"e"}, {**told, "e": b"e"})
    assert [path.stat().st_size for path in (tmp_path / "three").glob("*.packs")] == [101]


def test_what_was_cut_off_is_not_there(tmp_path: Path) -> None:
    told = {"a": b"a" * 50, "b": b"b" * 50}
    packed(tmp_path / "one", None, told, {})
    path = tmp_path / "one" / "some-0.packs"
    path.write_bytes(path.read_bytes()[:70])
    (tmp_path / "two").mkdir()
    packs = Packs("some", ["a", "b"], tmp_path / "two", tmp_path / "one")
    assert packs.has(0)
    assert not packs.has(1)
    (tmp_path / "one" / "some.places").write_bytes(b"?")
    assert not Packs("some", ["a", "b"], None, tmp_path / "one").has(0)
