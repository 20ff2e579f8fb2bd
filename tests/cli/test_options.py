"""Options of a build that do not go together are refused in one sentence, before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from shell import TEXTS, Run


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--executor", "ray", "--memory", "2GB"), "--memory bounds a build on this machine"),
        (("--address", "127.0.0.1:6379"), "give --executor ray with them"),
        (("--store", "s3://bucket"), "give --executor ray with them"),
        (("--executor", "ray", "--store", "ftp://far"), "give file:///..., s3://... or gs://..."),
        (("--memory", "lots"), "expected a number with MB or GB"),
        (("--memory", "100MB"), "one worker needs 650 MB at least"),
        (("--workers", "2", "--profile-calls", "a.prof"), "--profile-calls sees one process only"),
    ],
)
def test_options_that_make_no_sense_together_are_one_sentence(
    tripoint: Run, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "one.txt").write_text(TEXTS["one.txt"])
    done = tripoint("build", tmp_path / "one.txt", "--case", tmp_path / "a.case", *options)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "a.case").exists()


def test_an_address_where_no_cluster_is_is_one_sentence(tripoint: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXTS["one.txt"])
    words = ("build", tmp_path / "one.txt", "--case", tmp_path / "a.case", "--executor", "ray")
    done = tripoint(*words, "--address", "127.0.0.1:1")
    assert done.returncode == 1
    assert "tripoint: no Ray cluster answers at 127.0.0.1:1" in done.stderr and "ray start --head" in done.stderr
    assert "Traceback" not in done.stderr
