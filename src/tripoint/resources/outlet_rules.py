"""Rules for outlets: how the pages of one outlet name their parts, by version, each with its dates of validity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from lxml import etree

from tripoint.errors import ResourceError
from tripoint.resources.files import resource
from tripoint.resources.own import own_outlets

PARTS = (
    *("article", "headline", "byline", "date", "lead", "caption", "comments", "comment", "comment_author"),
    *("comment_time", "related", "promo", "navigation", "published"),
)
"""What a version may tell of a page: by XPath, all of which are tried; `published` gives a string."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """How the pages looked from `since` to `until` (days, None: open): the XPaths of each part, compiled."""

    since: str | None
    until: str | None
    paths: dict[str, tuple[Any, ...]]

    def holds(self, day: str | None) -> bool:
        """Whether the version was in use on `day`; on a day that nobody tells any may have been."""
        return day is None or ((self.since or "") <= day and (self.until is None or day <= self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The versions of one outlet's pages, the newest first. `source` says where the names can be seen."""

    name: str
    domains: tuple[str, ...]
    source: str
    versions: tuple[Version, ...]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return all rules, a user's own first; raises ResourceError when a file breaks a rule."""
    files = (*own_outlets(), *sorted(resource("outlets/rules").glob("*.yaml")))
    return tuple(rule for path in files for rule in read(path))


@lru_cache(maxsize=4096)
def rules_for(host: str) -> tuple[Rule, ...]:
    """Return the rules for the pages of a host."""
    labels = host.lower().split(".")
    names = {".".join(labels[at:]) for at in range(len(labels) - 1)}
    return tuple(rule for rule in rules() if not names.isdisjoint(rule.domains))


def host_of(url: str | None) -> str:
    """Return the host of an address, "" where it is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def read(path: Path) -> tuple[Rule, ...]:
    """Return the rules of one YAML file; raises ResourceError that names the entry and what is wrong with it."""
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise ResourceError(f"cannot read {path}: {error.strerror}; give a YAML file") from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise ResourceError(f"{path.name} cannot be read as YAML: {' '.join(str(error).split())}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ResourceError(f"{path.name}: expected a list of rules with name, domains, source and versions")
    found = tuple(_rule(path.name, row) for row in rows)
    names = [rule.name for rule in found]
    for name in names:
        if names.count(name) > 1:
            raise ResourceError(f"{path.name}: two rules are named {name}; make them versions of one")
    return found


def _rule(file: str, row: dict[str, Any]) -> Rule:
    where = f"{file}: {row.get('name', '?')}"
    unknown = set(row) - {"name", "domains", "source", "versions"}
    if unknown:
        raise ResourceError(f"{where} has unknown fields {sorted(map(str, unknown))}")
    for field in ("name", "domains", "source", "versions"):
        if not row.get(field):
            raise ResourceError(f"{where} lacks {field}")
    domains = row["domains"]
    if not isinstance(domains, list) or not all(isinstance(one, str) and "." in one for one in domains):
        raise ResourceError(f"{where}: domains are names such as courier.example, in a list")
    versions = [_version(where, one) for one in row["versions"]]
    return Rule(
        name=str(row["name"]),
        domains=tuple(one.lower().removeprefix("www.") for one in domains),
        source=str(row["source"]),
        versions=tuple(sorted(versions, key=lambda one: one.since or "", reverse=True)),
    )


def _version(where: str, row: Any) -> Version:
    if not isinstance(row, dict) or not row.get("article"):
        raise ResourceError(f"{where}: each version says by XPath where its article stands")
    unknown = set(row) - {"since", "until", *PARTS}
    if unknown:
        raise ResourceError(f"{where} tells of {sorted(map(str, unknown))}; known parts are {', '.join(PARTS)}")
    days = [None if row.get(name) is None else str(row[name]) for name in ("since", "until")]
    for day in days:
        if day is not None and _DAY.match(day) is None:
            raise ResourceError(f"{where}: {day} is no day such as 2016-11-26")
    if days[0] is not None and days[1] is not None and days[1] < days[0]:
        raise ResourceError(f"{where}: a version ends ({days[1]}) before it begins ({days[0]})")
    paths = {part: tuple(_paths(f"{where}, {part}", row[part])) for part in PARTS if row.get(part)}
    return Version(since=days[0], until=days[1], paths=paths)


def _paths(where: str, told: Any) -> Iterator[Any]:
    for path in told if isinstance(told, list) else [told]:
        try:
            yield etree.XPath(str(path))
        except etree.XPathError as error:
            raise ResourceError(f"{where}: {path} is no XPath ({error})") from error
