"""Which events and claims are asked for: a question on claims, and what only a list or a map asks beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tripoint.store.question import Question

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Filters that all must hold. `question` is asked of one claim.

    `contested`: with a contradiction, or without. `origins`: at least so many. `box`: west, south, east, north in
    degrees; west of more than east goes over the date line. `words`: an FTS5 expression on the claims' evidence.
    `decided`: the ids among which the event or claim must be, or with `undecided` must not.
    """

    question: Question = field(default_factory=Question)
    contested: bool | None = None
    origins: int | None = None
    box: Box | None = None
    words: str | None = None
    decided: frozenset[str] | None = None
    undecided: frozenset[str] | None = None

    @property
    def of_claims(self) -> bool:
        """Tell whether something is asked of the claims themselves."""
        return not self.question.empty or self.words is not None

    @property
    def of_claims_alone(self) -> bool:
        """Tell whether something is asked of the claims and nothing of the events."""
        own = (self.contested, self.origins, self.box, self.decided, self.undecided)
        return self.of_claims and all(value is None for value in own)

    @property
    def empty(self) -> bool:
        """Tell whether nothing is asked."""
        own = (self.contested, self.origins, self.box, self.decided, self.undecided)
        return not self.of_claims and all(value is None for value in own)

    def claims(self) -> tuple[str, dict[str, Any]]:
        """Return the SQL condition on a row `c` of `claim_order` and its values."""
        where, values = self._claim_part()
        events, more = self._event_part()
        parts = [where]
        if events:
            parts.append(f"c.event_position IN (SELECT o.position FROM event_order o WHERE {' AND '.join(events)})")
        for ids, word in ((self.decided, "IN"), (self.undecided, "NOT IN")):
            if ids is not None:
                known = "SELECT r.rowid FROM claims r WHERE r.claim_id IN (SELECT value FROM json_each(:decided))"
                parts.append(f"c.claim_row {word} ({known})")
                more["decided"] = json.dumps(sorted(ids))
        return " AND ".join(parts), {**values, **more}

    def events(self) -> tuple[str, dict[str, Any]]:
        """Return the SQL condition on a row `o` of `event_order` and its values."""
        parts, values = self._event_part()
        if self.of_claims:
            where, more = self._claim_part()
            parts.append(f"o.position IN (SELECT c.event_position FROM claim_order c WHERE {where})")
            values |= more
        for ids, word in ((self.decided, "IN"), (self.undecided, "NOT IN")):
            if ids is not None:
                parts.append(f"o.event_id {word} (SELECT value FROM json_each(:decided))")
                values["decided"] = json.dumps(sorted(ids))
        return " AND ".join(parts) or "1", values

    def _claim_part(self) -> tuple[str, dict[str, Any]]:
        where, values = self.question.where(by_position=True)
        parts, more = [where], dict[str, Any](values)
        if self.words is not None:
            parts.append("c.claim_row IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :words)")
            more["words"] = self.words
        return " AND ".join(parts), more

    def _event_part(self) -> tuple[list[str], dict[str, Any]]:
        parts: list[str] = []
        values: dict[str, Any] = {}
        if self.contested is not None:
            parts.append("coalesce(o.contradictions, 0) > 0" if self.contested else "coalesce(o.contradictions, 0) = 0")
        if self.origins is not None:
            parts.append("o.origins >= :origins")
            values["origins"] = self.origins
        if self.box is not None:
            west, south, east, north = self.box
            values |= {"west": west, "south": south, "east": east, "north": north}
            across = "(o.longitude >= :west OR o.longitude <= :east)"
            within = "o.longitude BETWEEN :west AND :east"
            parts.append(f"o.latitude BETWEEN :south AND :north AND {within if west <= east else across}")
        return parts, values
