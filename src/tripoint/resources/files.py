"""Where the resource files lie: beside the package when installed, at the repository's top in a checkout."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tripoint.errors import ResourceError


@lru_cache(maxsize=1)
def root() -> Path:
    """Return the folder that holds the resource files."""
    here = Path(__file__).resolve()
    for place in (here.parent / "files", here.parents[3] / "resources"):
        if place.is_dir():
            return place
    raise ResourceError(
        f"tripoint's resource files are missing: expected them in {here.parent / 'files'}; reinstall it"
    )


def resource(name: str) -> Path:
    """Return the path of the resource file or folder `name` (as in `actors/`, `claims/types.yaml`)."""
    path = root() / name
    if not path.exists():
        raise ResourceError(f"the resource {name} is missing from {root()}; reinstall tripoint")
    return path
