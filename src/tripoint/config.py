"""Settings: read once at the edge, checked, and named by a digest so that records made with others are never reused."""

from __future__ import annotations

import os
import re
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tripoint.errors import InputError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Settings(BaseModel):
    """What a build may be told. Every entry has a default; unknown entries are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page_bytes: int = Field(default=20_000_000, gt=0, description="the largest page that is read, in bytes")
    line_bytes: int = Field(default=40_000_000, gt=0, description="the longest line of a table that is read, in bytes")
    shard_bytes: int = Field(
        default=40_000, gt=0, description="bytes of text that one worker takes at a time; HTML counts with a quarter"
    )
    page_seconds: float = Field(default=60.0, gt=0, description="the time one page may take before it is given up")
    fetch_seconds: float = Field(default=30.0, gt=0, description="the time one request to a web address may take")
    fetch_tries: int = Field(default=3, gt=0, description="how often a busy or silent server is asked")
    host_delay: float = Field(default=2.0, ge=0, description="the rest between two requests to one host, in seconds")
    allow_private: bool = Field(
        default=False, description="whether web addresses may lead into private networks and to this machine"
    )
    archive_root: str = Field(
        default="", description="where the paths of a .paths list lead on from: a folder, file://, s3:// or gs://"
    )
    parts: dict[str, str] = Field(default_factory=dict, description="part to use per kind, in place of the default")

    def digest(self) -> str:
        """Return the digest of the settings that change what is made (not how fast, nor in which portions)."""
        kept = self.model_dump_json(include={"parts"})
        return sha256(kept.encode("utf-8")).hexdigest()[:20]


def load(path: Path | None = None) -> Settings:
    """Return the settings of the TOML file `path`, or the defaults; raises InputError naming the entry and the rule."""
    if path is None:
        return Settings()
    try:
        with path.open("rb") as file:
            return Settings.model_validate(tomllib.load(file))
    except OSError as error:
        raise InputError(f"cannot read the settings {path}: {error.strerror}; give a TOML file") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"the settings {path} are not TOML: {error}; see tripoint parts for what can be set"
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(piece) for piece in first["loc"])
        raise InputError(f"the settings {path}: {_wrong(entry, first)}") from error


def _wrong(entry: str, found: ErrorDetails) -> str:
    """Say in words what is wrong with an entry."""
    if found["type"] == "extra_forbidden":
        return f"there is no entry {entry}; known entries are {', '.join(Settings.model_fields)}"
    kind = found["type"].partition("_")[0]
    bounds = found.get("ctx", {})
    if kind == "greater" and bounds:
        least = f"more than {bounds['gt']:g}" if "gt" in bounds else f"{bounds['ge']:g} or more"
        return f"{entry} is {found['input']!r}; expected {least}"
    expected = _FORMS.get(kind)
    return f"{entry} is {found['input']!r}; " + (f"expected {expected}" if expected is not None else found["msg"])


_FORMS = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "string": "words in quotation marks",
    "dict": "a table of words, such as [parts]",
}
"""What the entries hold, by the kind of pydantic's error."""


def workers(asked: int | None) -> int:
    """Return how many processes to use: as asked, else the cores this process may use, at most two."""
    if asked is not None:
        if asked < 1:
            raise InputError(f"--workers is {asked}; expected 1 or more")
        return asked
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(2, usable))


_UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30}


def size(told: str) -> int:
    """Return the bytes that `told` means (`1500MB`, `2 GB`, `1.5GiB`)."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*", told)
    if found is None or (found.group(2).upper() not in _UNITS and found.group(2).upper() + "B" not in _UNITS):
        raise InputError(f"the size {told} cannot be read; expected a number with MB or GB, such as 1500MB")
    unit = found.group(2).upper()
    return round(float(found.group(1)) * _UNITS.get(unit, _UNITS.get(unit + "B", 1)))
