"""Names joined to one another by commas and *and*, and which of them are countries."""

from __future__ import annotations

from tripoint.claims.scene import Named
from tripoint.syntax import Token


def is_country(named: Named) -> bool:
    """Whether the mention names a country or its government."""
    reading = named.reading
    if reading is None:
        return False
    if reading.place is not None:
        return reading.place.precision == "country"
    return reading.actor_kind in {"country", "government", "state"}


def only_joined(tokens: list[Token], left: Named, right: Named) -> bool:
    """Whether only commas, *and*, determiners and brackets stand between two mentions."""
    between = [t for t in tokens if left.mention.end <= t.start and t.end <= right.mention.start]
    if [t.text for t in between] in (["-"], ["–"]):
        return True  # *Kenyan-Ugandan troops*
    if not between or len(between) > 7:
        return False
    plain = {",", "and", "&", "the", "as", "well", "along", "with", "or", "both", "its", "their"}
    inside = 0
    for tok in between:
        if tok.text in {"(", "["}:
            inside += 1
        elif tok.text in {")", "]"}:
            inside -= 1
        elif inside == 0 and tok.lower not in plain:
            return False
    return any(t.lower in {",", "and", "&", "or", "with", "well"} for t in between)
