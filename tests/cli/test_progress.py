"""A pipe hears how far a build is, how quick, and how long it will take: seldom, but never too seldom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tripoint.cli.progress import plain_lines
from tripoint.run.outcome import Progress


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def hear(clock: _Clock) -> Callable[[Progress], None]:
    return plain_lines(clock)


def test_each_quarter_is_told_once_with_rate_and_time_left(
    clock: _Clock, hear: Callable[[Progress], None], capsys: pytest.CaptureFixture[str]
) -> None:
    for done in range(0, 1001, 10):
        clock.now = done / 50
        hear(Progress(phase="stages", done=done, total=1000))
    assert capsys.readouterr().err.splitlines() == [
        "documents, mentions, claims (0 of 1,000 pages)",
        "documents, mentions, claims (250 of 1,000 pages, 50.0 pages/s, about 15 s left)",
        "documents, mentions, claims (500 of 1,000 pages, 50.0 pages/s, about 10 s left)",
        "documents, mentions, claims (750 of 1,000 pages, 50.0 pages/s, about 5 s left)",
        "documents, mentions, claims (1,000 of 1,000 pages, 50.0 pages/s)",
    ]


def test_a_long_silence_is_broken(
    clock: _Clock, hear: Callable[[Progress], None], capsys: pytest.CaptureFixture[str]
) -> None:
    for minute in range(3):
        clock.now = minute * 61.0
        hear(Progress(phase="stages", done=minute * 60, total=1_000_000))
    assert capsys.readouterr().err.splitlines()[1:] == [
        "documents, mentions, claims (60 of 1,000,000 pages, 1.0 pages/s, about 282.4 h left)",
        "documents, mentions, claims (120 of 1,000,000 pages, 1.0 pages/s, about 282.4 h left)",
    ]


def test_reading_has_no_end_that_is_known(
    clock: _Clock, hear: Callable[[Progress], None], capsys: pytest.CaptureFixture[str]
) -> None:
    hear(Progress(phase="reading", done=1))
    clock.now = 70.0
    hear(Progress(phase="reading", done=14_001))
    assert capsys.readouterr().err.splitlines() == [
        "reading pages (1 page)",
        "reading pages (14,001 pages, 200 pages/s)",
    ]
