"""A file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tripoint.store.replacing import replacing


def test_what_is_written_takes_the_place_of_the_file(tmp_path: Path) -> None:
    """The old bytes are gone, and nothing is left beside them."""
    target = tmp_path / "kept.txt"
    target.write_text("old", encoding="utf-8")
    with replacing(target) as beside:
        beside.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    """Half a file is never seen, not even under another name."""
    target = tmp_path / "kept.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), replacing(target) as beside:
        beside.write_text("ha", encoding="utf-8")
        raise KeyboardInterrupt
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]
