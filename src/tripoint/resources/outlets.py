"""The table of outlets: their names, domains, owners, countries and kinds, each with the source of the facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import yaml

from tripoint.errors import ResourceError
from tripoint.resources.files import resource
from tripoint.text import fold

KINDS = frozenset({"state", "party", "independent", "agency", "monitor"})
"""What an outlet may be."""

_FIELDS = frozenset({"name", "domains", "aliases", "owner", "country", "kind", "state", "source"})
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes. `owner` None: not known or itself; `state`: an agency or outlet that a government runs."""

    name: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    owner: str | None
    country: str | None
    kind: str
    state: bool
    source: str


@lru_cache(maxsize=1)
def all_outlets() -> tuple[Outlet, ...]:
    """Return the table in the order of its file. Raises ResourceError when an entry breaks a rule."""
    name = "outlets/outlets.yaml"
    try:
        rows = yaml.load(resource(name).read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise ResourceError(f"{name} is not YAML: {error}; mend the file") from error
    if not isinstance(rows, list):
        raise ResourceError(f"{name}: expected a list of outlets")
    return tuple(_outlet(name, row) for row in rows)


def _outlet(file: str, row: dict[str, Any]) -> Outlet:
    told = row.get("name", "?")
    unknown = set(row) - _FIELDS
    if unknown:
        raise ResourceError(f"{file}: {told} has unknown fields {sorted(unknown)}; expected {sorted(_FIELDS)}")
    if row.get("kind") not in KINDS:
        raise ResourceError(f"{file}: the kind of {told} is {row.get('kind')!r}; expected one of {sorted(KINDS)}")
    if not row.get("source") or not row.get("name"):
        raise ResourceError(f"{file}: {told} lacks its name or its source; say where its facts can be read")
    return Outlet(
        name=row["name"],
        domains=tuple(row.get("domains") or ()),
        aliases=tuple(row.get("aliases") or ()),
        owner=row.get("owner"),
        country=row.get("country"),
        kind=row["kind"],
        state=bool(row.get("state", row["kind"] == "state")),
        source=row["source"],
    )


def _key(name: str) -> str:
    return re.sub(r"[^\w]+", "", re.sub(r"^the\s+", "", fold(name)))


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Outlet]:
    """Names win over aliases, aliases over the first label of a domain (`jordantimes`)."""
    found: dict[str, Outlet] = {}
    table = all_outlets()
    for outlet in table:
        found.setdefault(_key(outlet.name), outlet)
    for outlet in table:
        for alias in outlet.aliases:
            found.setdefault(_key(alias), outlet)
    for outlet in table:
        for domain in outlet.domains:
            found.setdefault(_key(domain), outlet)
            labels = [label for label in domain.split(".") if label not in ("en", "english", "www")]
            found.setdefault(_key(labels[0]), outlet)
    return found


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in all_outlets() for domain in outlet.domains}


@lru_cache(maxsize=4096)
def find(name: str) -> Outlet | None:
    """Return the outlet that is called `name` (name, alias or domain, in any case), else None."""
    return _by_key().get(_key(name))


def by_url(url: str) -> Outlet | None:
    """Return the outlet whose domain `url` lies under (`en.sana.sy` under `sana.sy`), else None."""
    labels = domain(url).split(".")
    for start in range(len(labels) - 1):
        outlet = _by_domain().get(".".join(labels[start:]))
        if outlet is not None:
            return outlet
    return None


def domain(url: str) -> str:
    """Return the host of `url` in lower case without `www.`, "" when it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.")


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    rows = yaml.load(resource("outlets/words.yaml").read_text(encoding="utf-8"), Loader=_Loader)
    return frozenset(rows["last"]), frozenset(rows["any"])


_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "le", "al", "el", "&"})


def titled(text: str) -> bool:
    """Whether `text` is nothing but a name such as outlets have: known by the table, or a few words in capitals of
    which the last, or one, names a kind of paper or station (`The Valley Gazette`)."""
    parts = text.split()
    if not 1 <= len(parts) <= 7 or len(text) > 60 or text[-1:] in ".!?,;:":
        return False
    if find(text) is not None and len(_key(text)) >= 3:
        return True
    last, among = _words()
    told = [fold(part).strip("'") for part in parts]
    held = [part for part in parts if fold(part) not in _SMALL]
    capital = all(part[:1].isupper() or not part[:1].isalpha() for part in held)
    return len(held) >= 2 and capital and (told[-1] in last or any(word in among for word in told))


def masthead(text: str) -> str | None:
    """Return the outlet's name that a line on top of a page is, without the motto behind a dash or bar, else None."""
    name = re.split(r"\s[-–—|:·]\s", text)[0].strip()
    return name if titled(name) else None


def agencies() -> tuple[Outlet, ...]:
    """Return the outlets that sell text to others."""
    return tuple(outlet for outlet in all_outlets() if outlet.kind == "agency")
