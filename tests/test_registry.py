"""The table of parts is visible, complete and resolved only when used."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from tripoint import registry
from tripoint.errors import InputError
from tripoint.registry import Part


@pytest.mark.parametrize("part", registry.BUILT_IN, ids=lambda part: part.name)
def test_every_built_in_part_can_be_loaded(part: Part) -> None:
    loaded = part.load()
    assert callable(loaded) or (loaded and all(map(callable, loaded)))


def test_every_kind_has_a_built_in_part() -> None:
    assert {part.kind for part in registry.BUILT_IN} == set(registry.KINDS)
    assert set(registry.CHOSEN) < set(registry.KINDS)


def test_every_kind_has_a_protocol_that_says_what_it_does() -> None:
    assert len(registry.KINDS) == 8
    for protocol in registry.KINDS.values():
        assert getattr(registry.kinds, protocol).__doc__


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    with pytest.raises(InputError, match=r"did you mean .*claims-jsonl"):
        registry.part("exporter", "claim-jsonl")


def test_a_part_of_another_package_comes_through_the_same_door(monkeypatch: pytest.MonkeyPatch) -> None:
    found = EntryPoint(name="mine", value=f"{__name__}:MINE", group=registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [found])
    registry.parts.cache_clear()
    try:
        assert registry.part("exporter", "mine").load() is print
        assert registry.part("exporter") in registry.BUILT_IN
    finally:
        registry.parts.cache_clear()


MINE = Part(kind="exporter", name="mine", target="builtins:print", needs="case", gives="noise")


def test_a_part_that_is_not_there_is_an_error_of_one_sentence() -> None:
    part = Part(kind="exporter", name="gone", target="no.such.module:export", needs="", gives="", extra="gone")
    with pytest.raises(InputError, match=r"install tripoint\[gone\]"):
        part.load()


def test_reading_the_table_loads_no_part() -> None:
    script = "import sys; from tripoint import registry; registry.parts(); print('tripoint.pages' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
