"""Places that a URI names."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pyarrow import fs

from tripoint import remote
from tripoint.errors import TripointError
from tripoint.store.depot import Depot


def test_a_folder_of_this_machine_is_a_place(tmp_path: Path) -> None:
    place, root = remote.file_system(tmp_path.as_uri())
    assert place.get_file_info(root).type is fs.FileType.Directory


@pytest.mark.parametrize("uri", ["nonsense", "ftp://far/away", ""])
def test_what_names_no_place_is_refused(uri: str) -> None:
    with pytest.raises((ValueError, OSError)):
        remote.file_system(uri)


def test_a_store_that_does_not_answer_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PATIENCE", 1)
    begun = time.monotonic()
    with pytest.raises(TripointError, match=r"cannot be used"):
        Depot("gs://anonymous@cases/place?scheme=http&endpoint_override=127.0.0.1:9").check()
    assert time.monotonic() - begun < 20
