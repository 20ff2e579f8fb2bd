"""Memory that is freed is used again, and goes back to the system at the end."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tripoint.run import memory

_SCRIPT = """
import resource
from tripoint.run.memory import give_back, keep_freed

def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()

def taken():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    some = [bytearray(8 << 20) for _ in range(30)]
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

keep_freed()
first, again = taken(), taken()
there = held()
give_back()
print(first, again, there, held())
"""


@pytest.mark.skipif(memory._glibc() is None, reason="another allocator than that of glibc")
def test_memory_that_was_freed_is_not_asked_for_again_until_it_is_given_back() -> None:
    told = subprocess.run([sys.executable, "-c", _SCRIPT], check=True, capture_output=True, text=True).stdout
    first, again, there, left = map(int, told.split())
    assert first > 20_000
    assert again < first / 10
    assert there - left > 200 << 20


def test_other_allocators_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    memory._glibc.cache_clear()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert memory._glibc() is None
    memory.keep_freed()
    memory.give_back()
    memory._glibc.cache_clear()
