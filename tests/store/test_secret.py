"""The secret of a case."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tripoint.errors import CaseError, InputError
from tripoint.store.secret import Secret


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    one, two = Secret(tmp_path / "one"), Secret(tmp_path / "two")
    one.ensure()
    made = one.read()
    one.ensure()
    two.ensure()
    assert one.read() == made != two.read()
    assert len(made) == 32
    assert stat.S_IMODE(one.path.stat().st_mode) == 0o600
    assert made.hex() not in one.digest()


def test_a_case_may_be_given_the_secret_of_another(tmp_path: Path) -> None:
    one, two = Secret(tmp_path / "one"), Secret(tmp_path / "two")
    one.ensure()
    two.ensure(one.path)
    two.ensure(one.path)
    assert (one.read(), one.digest()) == (two.read(), two.digest())


def test_a_secret_is_never_replaced_by_another(tmp_path: Path) -> None:
    one, two = Secret(tmp_path / "one"), Secret(tmp_path / "two")
    one.ensure()
    two.ensure()
    with pytest.raises(InputError, match="secret of its own"):
        two.ensure(one.path)


@pytest.mark.parametrize("text", ["", "00ff", "z" * 64])
def test_what_is_no_secret_is_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd").write_text(text)
    with pytest.raises(InputError, match="64 hex digits"):
        Secret(tmp_path / "new").ensure(tmp_path / "odd")
    with pytest.raises(CaseError, match="missing or damaged"):
        Secret(tmp_path / "odd").read()
