"""The queue of what a person should look at first: by how many claims and origins hang on the answer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Set
from itertools import groupby, pairwise
from typing import Any

import msgspec

from tripoint.model import Contradiction, ControlSpan, Reason
from tripoint.names import strict_key
from tripoint.store.listed import homes
from tripoint.store.reading import CaseReader, Table
from tripoint.store.subjects import subject_id

MOST = 500
"""Items of one kind that the queue holds; the least valuable are left out."""

WEIGHTS = {"contradiction": 1.0, "control": 0.9, "margin": 0.6, "actor": 0.4, "place": 0.5}
"""What one item of a kind is worth before it is told how much hangs on it."""


def queue(reader: CaseReader) -> Table:
    """Return what should be looked at, the most valuable first."""
    found: Table = []
    for make in (_contradictions, _control, _margins, _actors, _places):
        found += sorted(make(reader), key=_order)[:MOST]
    return sorted(found, key=_order)


def is_settled(item: dict[str, Any], settled: Set[str]) -> bool:
    """Tell whether people have decided on it: on its event, or on claims of it (of a pair, on both)."""
    if item["event_id"] in settled:
        return True
    claims = item["claims"]
    if item["kind"] == "margin":
        return all(name in settled for name in claims)
    return bool(claims) and any(name in settled for name in claims)


def _order(item: dict[str, Any]) -> tuple[float, str, str]:
    return -item["value"], item["kind"], item["id"]


def _item(
    kind: str, name: str, title: str, why: str, hang: float, claims: Iterable[str], event_id: str | None
) -> dict[str, Any]:
    value = round(WEIGHTS[kind] * (1 + math.log2(1 + hang)), 3)
    return {
        "kind": kind,
        "id": name,
        "title": title,
        "why": why,
        "value": value,
        "claims": list(claims),
        "event_id": event_id,
    }


def _contradictions(reader: CaseReader) -> Iterable[dict[str, Any]]:
    sql = (
        "SELECT k.record, e.label, e.origins, e.claims FROM contradictions k JOIN events e ON e.event_id = k.event_id"
        " WHERE k.explained IS NULL"
    )
    for record, label, origins, claims in reader.tuples(sql):
        found = msgspec.json.decode(record, type=Contradiction, strict=True)
        sides = " or ".join(side.value for side in found.sides)
        yield _item(
            "contradiction",
            found.contradiction_id,
            label,
            f"{found.field}: {sides}; {found.why}",
            (origins or 0) + (claims or 0) / 4,
            [name for side in found.sides for name in side.claims],
            found.event_id,
        )


def _control(reader: CaseReader) -> Iterable[dict[str, Any]]:
    """Yield each change of hands: two spans of one place in a row, held by others."""
    sql = (
        "SELECT s.record FROM control s WHERE s.status IS NULL AND s.holder IS NOT NULL"
        " ORDER BY s.place_id, s.start IS NOT NULL, s.start, s.span_id"
    )
    spans = reader.records(ControlSpan, sql)
    for _, group in groupby(spans, key=lambda span: span.place_id):
        held = list(group)
        for before, now in pairwise(held):
            if before.holder_id == now.holder_id:
                continue
            claims = list(dict.fromkeys((*before.claims, *now.claims)))
            event = homes(reader, now.claims[:1])
            when = now.start or now.end or "a day not told"
            yield _item(
                "control",
                now.span_id,
                f"{now.place}: from {before.holder} to {now.holder}, {when}",
                f"the place changes hands; {before.basis.replace('_', ' ')}, then {now.basis.replace('_', ' ')}",
                len(claims),
                claims,
                next(iter(event.values()), None),
            )


def _margins(reader: CaseReader) -> Iterable[dict[str, Any]]:
    """Yield pairs of claims that the rules could hardly tell to be one happening or two."""
    sql = (
        "SELECT l.claim_a, l.claim_b, l.score, l.reasons, a.evidence, b.evidence, x.event_id, e.claims FROM links l"
        " JOIN claims a ON a.claim_id = l.claim_a JOIN claims b ON b.claim_id = l.claim_b"
        " LEFT JOIN event_claims x ON x.claim_id = l.claim_a LEFT JOIN events e ON e.event_id = x.event_id"
        " WHERE l.verdict = 'unsure' AND l.by NOT LIKE 'person:%'"
        " ORDER BY l.score DESC, l.claim_a, l.claim_b LIMIT :most"
    )
    for one, two, score, told, left, right, event_id, claims in reader.tuples(sql, {"most": MOST}):
        reasons = msgspec.json.decode(told, type=tuple[Reason, ...], strict=True)
        yield _item(
            "margin",
            f"{one}+{two}",
            f"One happening or two? “{_short(left)}” and “{_short(right)}”",
            "; ".join(reason.sentence for reason in reasons) or "the rules cannot tell",
            score * (claims or 1),
            [one, two],
            event_id,
        )


def _actors(reader: CaseReader) -> Iterable[dict[str, Any]]:
    """Yield those who act or speak under a name that no register holds."""
    sql = (
        "SELECT n.name, count(DISTINCT r.claim_row) AS told FROM party_names n JOIN party_texts t USING (name_row)"
        " JOIN party_rows r USING (text_row) WHERE n.actor_id IS NULL AND r.role IN ('agent', 'speaker')"
        " AND n.name NOT LIKE 'unnamed:%' AND n.name <> lower(n.name)"
        " GROUP BY n.name ORDER BY told DESC, n.name LIMIT :most"
    )
    tables = "party_names n JOIN party_texts t USING (name_row) JOIN party_rows r USING (text_row)"
    for name, number in list(reader.tuples(sql, {"most": MOST})):
        claims = _claims(reader, f"{tables} WHERE n.actor_id IS NULL", name)
        yield _item("actor", subject_id(None, name), name, "an actor that no register holds", number, claims, None)


def _places(reader: CaseReader) -> Iterable[dict[str, Any]]:
    """Yield places that no gazetteer holds."""
    sql = (
        "SELECT n.name, count(DISTINCT r.claim_row) AS told FROM place_names n JOIN place_spots s USING (name_row)"
        " JOIN place_rows r USING (spot_row) WHERE n.place_id IS NULL"
        " GROUP BY n.name ORDER BY told DESC, n.name LIMIT :most"
    )
    tables = "place_names n JOIN place_spots s USING (name_row) JOIN place_rows r USING (spot_row)"
    for name, number in list(reader.tuples(sql, {"most": MOST})):
        claims = _claims(reader, f"{tables} WHERE n.place_id IS NULL", name)
        yield _item("place", subject_id(None, name), name, "a place that is not on the map", number, claims, None)


def _claims(reader: CaseReader, told: str, name: str) -> list[str]:
    sql = (
        f"SELECT DISTINCT o.claim_id FROM claim_order o WHERE o.claim_row IN (SELECT r.claim_row FROM {told}"
        " AND n.name_key >= :key AND n.name_key < :beyond AND n.name = :name) ORDER BY o.claim_id LIMIT 50"
    )
    key = strict_key(name)
    values = {"key": key, "beyond": key + "\U0010ffff", "name": name}
    return [claim_id for (claim_id,) in reader.tuples(sql, values)]


def _short(text: str | None, most: int = 90) -> str:
    told = " ".join((text or "").split())
    return told if len(told) <= most else f"{told[: most - 1]}…"
