"""Large files are copied whole, whether or not the system lets them be written past its cache."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tripoint.store import copying


@pytest.mark.parametrize("size", [0, 1, 4096, (1 << 23) - 1, 1 << 23, (1 << 23) + 4097])
@pytest.mark.parametrize("direct", [True, False])
def test_a_copy_holds_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, *, direct: bool
) -> None:
    monkeypatch.setattr(copying, "LARGE", 0)
    if not direct:
        monkeypatch.delattr(os, "O_DIRECT", raising=False)
    before, now = tmp_path / "before", tmp_path / "now"
    before.write_bytes(os.urandom(size))
    now.write_bytes(b"what stood there, and was longer" * 400_000)
    copying.copy(before, now)
    assert now.read_bytes() == before.read_bytes()


def test_a_copy_of_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        copying.copy(tmp_path / "missing", tmp_path / "now")
