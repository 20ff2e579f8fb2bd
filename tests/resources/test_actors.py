from __future__ import annotations

from pathlib import Path

import pytest

from tripoint.errors import ResourceError
from tripoint.resources.actors import read_register, register

FIRST = "- {id: actor:one, name: One Front, kind: militia, country: SY, aliases: [OF], source: unverified"
SECOND = "- {id: actor:two, name: Two Front, kind: militia, country: SY, source: unverified"


def loaded(tmp_path: Path, *rows: str) -> int:
    (tmp_path / "a.yaml").write_text("\n".join(rows), encoding="utf-8")
    return len(read_register(tmp_path))


def test_the_shipped_register_is_sound_and_broad() -> None:
    assert len(register()) >= 200
    assert all(actor.source for actor in register())


def test_a_small_register_is_read(tmp_path: Path) -> None:
    assert loaded(tmp_path, FIRST + "}", SECOND + ", parent: actor:one, since: 2015, until: 2016-11}") == 2


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((FIRST + "}", FIRST + "}"), "stands already"),
        ((FIRST + "}", SECOND + ", aliases: [OF]}"), "ambiguous"),
        ((FIRST + "}", SECOND + ", ambiguous: [OF]}"), "ambiguous"),
        ((FIRST + ", parent: actor:two}", SECOND + ", parent: actor:one}"), "its own parent"),
        ((FIRST + ", parent: actor:nobody}",), "no file defines"),
        ((FIRST + ", parent: actor:sy, since: May 2015}",), "no date"),
        ((FIRST + ", parent: actor:sy, since: 2016, until: 2015}",), "before it begins"),
        ((FIRST.replace("militia", "band") + "}",), "no kind of actor"),
        ((FIRST + ", aleases: [X]}",), "unknown field"),
        ((FIRST + ", wikidata: 42}",), "wikidata"),
        (("- {id: actor:one, name: One}",), "missing"),
        (("- [",), "not YAML"),
    ],
)
def test_a_register_that_breaks_its_rules_is_refused_with_file_and_reason(
    tmp_path: Path, rows: tuple[str, ...], said: str
) -> None:
    with pytest.raises(ResourceError, match=said) as error:
        loaded(tmp_path, *rows)
    assert "a.yaml" in str(error.value)


def test_an_alias_that_both_call_ambiguous_is_allowed(tmp_path: Path) -> None:
    rows = (FIRST.replace("aliases", "ambiguous") + "}", SECOND + ", ambiguous: [OF]}")
    assert loaded(tmp_path, *rows) == 2
