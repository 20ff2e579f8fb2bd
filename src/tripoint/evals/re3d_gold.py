"""The documents and the gold of re3d."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tripoint.errors import InputError
from tripoint.evals.corpus import document, json_lines
from tripoint.evals.spans import Stretch
from tripoint.model import Document

KINDS = {"org": "Organisation", "loc": "Location", "per": "Person"}


RELATION_OF = {
    **dict.fromkeys(
        "clash attack repel airstrike shelling bombing kill harm_civilians besiege sweep operation opposes"
        " capture".split(),
        "FightingAgainst",
    ),
    **dict.fromkeys("backs support coordinate join".split(), "AlliesOf"),
    **dict.fromkeys("meet agree demand".split(), "CommWith"),
    **dict.fromkeys("accuse threaten reject sanction".split(), "Dislikes"),
    "part_of": "BelongsTo",
}


"""Claim type -> relation between its agent and each target or recipient."""


SYMMETRIC = frozenset({"FightingAgainst", "AlliesOf", "CommWith", "CoLocated", "Apart", "IsSynonymOf"})


Relation = tuple[str, Stretch, Stretch]


@dataclass(slots=True)
class Gold:
    """The annotations of one document."""

    entities: dict[str, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    relations: list[Relation] = field(default_factory=list)


def documents(paths: Iterable[Path], data: Path) -> Iterator[Document]:
    """Yield the documents of the given folders."""
    for path in paths:
        for row in json_lines(path):
            key, text = row.get("_id"), row.get("text")
            if not isinstance(key, str) or not isinstance(text, str):
                raise InputError(f"{path} holds a document without _id or text; expected re3d's documents.json")
            yield document(key, text, source=f"{path.parent.relative_to(data).as_posix()}/{key}")


def gold_by_document(paths: Iterable[Path]) -> dict[str, Gold]:
    """Return the gold by document."""
    found: dict[str, Gold] = defaultdict(Gold)
    kinds = {long: short for short, long in KINDS.items()}
    for path in paths:
        for row in json_lines(path.with_name("entities.json")):
            kind = kinds.get(row["type"])
            if kind is not None:
                found[row["documentId"]].entities[kind].append((row["begin"], row["end"]))
        relations = path.with_name("relations.json")
        for row in json_lines(relations) if relations.is_file() else ():
            found[row["documentId"]].relations.append(_relation(row))
    return found


def _relation(row: dict[str, Any]) -> Relation:
    return ordered(row["type"], (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"]))


def ordered(kind: str, one: Stretch, two: Stretch) -> Relation:
    """Return a relation with the sides of a symmetric one in order."""
    return (kind, two, one) if kind in SYMMETRIC and two < one else (kind, one, two)
