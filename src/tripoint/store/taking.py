"""Files that are never written again, taken over from one folder into another."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

FILES = 12
"""Files from which on one is made of them."""


def take_over(before: Path | str, now: Path | str) -> bool:
    """Let a file of the last build stand where one of this build is to be; return whether it was there."""
    try:
        os.link(before, now)
    except FileNotFoundError:
        return False
    except FileExistsError:  # two portions that hold the same
        return True
    except OSError:  # a file system without links
        shutil.copyfile(before, now)
    return True


def outworn(files: int, used: int, lie: int) -> bool:
    """Return whether one file is to be made of some: they are many, or less than half of what lies there is of use."""
    return files >= FILES or 2 * used < lie
