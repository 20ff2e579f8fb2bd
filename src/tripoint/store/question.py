"""What is asked of a case: filters on claims, and the SQL that answers them."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.names import strict_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Filters that all must hold for a claim. Names match where their key holds the key of what is asked, or by id.

    `type` is one, `types` any of several.
    `since` and `until` are ISO days (or `2017`, `2017-06`); a claim matches when its interval may touch them.
    `known` asks for control alone as it stood by then: what was told later is left out of it.
    """

    place: str | None = None
    actor: str | None = None
    speaker: str | None = None
    type: str | None = None
    types: tuple[str, ...] = ()
    modality: str | None = None
    since: str | None = None
    until: str | None = None
    known: str | None = None
    comments: bool = False

    def where(self, *, by_position: bool = False) -> tuple[str, dict[str, str]]:
        """Return the SQL condition on a row `c` of `claims`, or `by_position` of `claim_order`, and its values."""
        parts = ["1"] if self.comments else ["c.comment_id IS NULL"]
        values: dict[str, str] = {}
        if self.place is not None:
            named = "n.place_id = :place OR n.name_key LIKE :place_like ESCAPE '\\'"
            parts.append(
                "c.position IN (SELECT p.position FROM place_names n CROSS JOIN place_order p USING (name_row)"
                f" WHERE {named})"
                if by_position
                else "c.rowid IN (SELECT p.claim_row FROM place_names n CROSS JOIN place_spots s USING (name_row)"
                f" CROSS JOIN place_rows p USING (spot_row) WHERE {named})"
            )
            values |= {"place": self.place, "place_like": like(self.place)}
        if self.actor is not None:
            parts.append(_party("p.role <> 'speaker'", "actor", by_position))
            values |= {"actor": self.actor, "actor_like": like(self.actor)}
        if self.speaker is not None:
            parts.append(_party("p.role = 'speaker'", "speaker", by_position))
            values |= {"speaker": self.speaker, "speaker_like": like(self.speaker)}
        if self.type is not None:
            parts.append("c.type = :type")
            values["type"] = self.type
        if self.types:
            listed = {f"type_{number}": name for number, name in enumerate(self.types)}
            parts.append(f"c.type IN ({', '.join(f':{name}' for name in listed)})")
            values |= listed
        if self.modality is not None:
            parts.append("c.modality = :modality")
            values["modality"] = self.modality
        if self.since is not None or self.until is not None:
            parts.append("(c.time_start IS NOT NULL OR c.time_end IS NOT NULL)")
        if self.since is not None:
            parts.append("(c.time_end IS NULL OR substr(c.time_end, 1, length(:since)) >= :since)")
            values["since"] = self.since
        if self.until is not None:
            parts.append("(c.time_start IS NULL OR substr(c.time_start, 1, length(:until)) <= :until)")
            values["until"] = self.until
        return " AND ".join(parts), values

    @property
    def empty(self) -> bool:
        """Tell whether nothing is asked, so that every record answers."""
        return not self.types and all(
            value is None
            for value in (
                self.place,
                self.actor,
                self.speaker,
                self.type,
                self.modality,
                self.since,
                self.until,
                self.known,
            )
        )


def like(name: str) -> str:
    """Return the LIKE pattern (escape `\\`) for names whose key holds that of `name`."""
    escaped = strict_key(name).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _party(role: str, value: str, by_position: bool) -> str:
    where = f"WHERE {role} AND (n.actor_id = :{value} OR n.name_key LIKE :{value}_like ESCAPE '\\'))"
    if by_position:
        return f"c.position IN (SELECT p.position FROM party_names n CROSS JOIN party_order p USING (name_row) {where}"
    return (
        "c.rowid IN (SELECT p.claim_row FROM party_names n CROSS JOIN party_texts t USING (name_row)"
        f" CROSS JOIN party_rows p USING (text_row) {where}"
    )
