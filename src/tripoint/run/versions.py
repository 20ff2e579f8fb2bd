"""What a record file depends on besides its input: the code of its stage, resource files, libraries."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import sha256
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import tripoint
from tripoint.resources.files import root
from tripoint.resources.own import own_digest

_PACKAGE = Path(tripoint.__file__).parent


def name_of(*parts: object) -> str:
    """Return the digest that names a folder of records made from `parts`."""
    return sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@lru_cache(maxsize=32)
def code_of(*modules: str) -> str:
    """Return the digest of the source files that `modules` (dotted names) are made of and import, within tripoint.

    A package counts with all of its files. A module of another package counts as its own file.
    """
    found = sha256()
    for path in sorted(_closure(modules)):
        found.update(path.name.encode("utf-8") + b"\0" + _digest(path) + b"\0")
    return found.hexdigest()[:32]


@lru_cache(maxsize=1)
def resources() -> str:
    """Return the digest of all resource files, and of the facts that the user added to them."""
    top = root()
    found = sha256(own_digest().encode("ascii"))
    for path in sorted(top.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            found.update(path.relative_to(top).as_posix().encode("utf-8") + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:32]


@lru_cache(maxsize=1)
def libraries() -> str:
    """Return the digest of the versions of Python and of the libraries that tripoint asks for."""
    try:
        wanted = metadata.requires("tripoint") or []
    except metadata.PackageNotFoundError:
        wanted = []
    versions = [f"python {sys.version_info.major}.{sys.version_info.minor}"]
    for line in wanted:
        name = re.split(r"[^\w.\-]", line, maxsplit=1)[0]
        if "extra ==" in line:
            continue
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            versions.append(f"{name} missing")
    return name_of(*sorted(versions))


def _closure(modules: Sequence[str]) -> set[Path]:
    seen: set[Path] = set()
    queue = [path for module in modules for path in _files(module, whole=True)]
    while queue:
        path = queue.pop()
        if path in seen:
            continue
        seen.add(path)
        if path.is_relative_to(_PACKAGE):
            for module in _imports(path):
                queue.extend(_files(module, whole=False))
    return seen


@cache
def _files(module: str, *, whole: bool) -> tuple[Path, ...]:
    """Return the source files of a dotted name: the module, or the package's `__init__` (or all of it)."""
    if module.partition(".")[0] != "tripoint":
        spec = find_spec(module)
        own = spec is not None and spec.origin is not None and spec.origin.endswith(".py")
        return (Path(spec.origin),) if own and spec is not None and spec.origin is not None else ()
    place = _PACKAGE.joinpath(*module.split(".")[1:])
    if place.is_dir():
        return tuple(place.rglob("*.py")) if whole else (place / "__init__.py",)
    return (place.with_suffix(".py"),) if place.with_suffix(".py").is_file() else ()


_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(tripoint(?:\.\w+)*)[ \t]+import[ \t]+(\([^)]*\)|(?:\\\n|[^\n])*)"
    r"|import[ \t]+((?:\\\n|[^\n])*))",
    re.MULTILINE,
)
_COMMENT = re.compile(r"#[^\n]*")


@cache
def _imports(path: Path) -> tuple[str, ...]:
    """Return the modules of tripoint that a file imports, and the names that may be modules.

    Words that only look like an import count as one: what is too much makes records be made again, never too late.
    """
    found: list[str] = []
    for module, names, modules in _IMPORT.findall(path.read_text(encoding="utf-8")):
        told = _COMMENT.sub("", names or modules).replace("\\\n", " ").strip("() \t\n")
        first = [one.split()[0] for one in told.split(",") if one.strip()]
        found.extend((module, *(f"{module}.{name}" for name in first)) if module else first)
    return tuple(name for name in found if name.startswith("tripoint."))


@cache
def _digest(path: Path) -> bytes:
    return sha256(path.read_bytes()).digest()
