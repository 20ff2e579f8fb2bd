"""What an evaluation comes to: figures for machines, a table with floors and peers for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import tripoint
from tripoint.run.versions import code_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table: what is measured, our figure, the naive floor's, and what others reach, in words."""

    measure: str
    ours: float | int | None
    floor: float | int | None = None
    peers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One run of one evaluation. `digest` names the files it read; `figures` are 0-1 unless their name says more."""

    name: str
    data: str
    digest: str
    figures: dict[str, float | int]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def report(self) -> dict[str, Any]:
        """Return the object that `tripoint eval --json` writes."""
        return {
            "name": self.name,
            "data": self.data,
            "digest": self.digest,
            "code_version": code_version(),
            "figures": self.figures,
            "notes": list(self.notes),
        }

    def table(self) -> list[dict[str, Any]]:
        """Return the rows of the printed table."""
        return [{"measure": row.measure, "ours": row.ours, "floor": row.floor, "peers": row.peers} for row in self.rows]


def code_version() -> str:
    """Return the package's version with a digest of its source: two runs that agree in it ran the same code."""
    return f"{tripoint.__version__}+{code_of('tripoint')[:12]}"
