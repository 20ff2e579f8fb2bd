"""What people decided, as it stands in a case now: for lists, tables and sheets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tripoint.cli.terminal import safe

if TYPE_CHECKING:
    from tripoint.events import Attached
    from tripoint.store.reading import CaseReader

VERDICTS = {"accept": "accepted", "reject": "rejected", "unsure": "unsure"}
"""Decisions on one claim or event, as they are told of it."""


def standing(reader: CaseReader) -> list[Attached]:
    """Return the decisions of a case in their order, each with the claims that it means now."""
    from tripoint.events import Anchor, attach
    from tripoint.store import decisions

    made = decisions.read(reader.case.decisions)
    if not made:
        return []
    sql = "SELECT claim_id, source, type, evidence, start FROM claims WHERE comment_id IS NULL ORDER BY claim_id"
    anchors = (
        Anchor(
            claim_id=row["claim_id"],
            source=row["source"],
            type=row["type"],
            text=row["evidence"],
            start=row["start"] or 0,
        )
        for row in reader.rows(sql)
    )
    return attach(made, anchors)


def verdicts(reader: CaseReader, attached: list[Attached]) -> dict[str, str]:
    """Return for each claim and event that was accepted, rejected or left unsure what was decided; the last word holds.

    A decision on an event goes to the event that now holds most of its claims, and its rejection to the claims too.
    """
    found: dict[str, str] = {}
    for one in attached:
        decision = one.decision
        if one.undone or one.orphaned or decision.act not in VERDICTS or one.b:
            continue
        told = f"{VERDICTS[decision.act]} by {safe(decision.who)}"
        if decision.subject.startswith("clm_"):
            found[one.a[0]] = told
            continue
        for claim_id in one.a:
            if decision.act == "reject":
                found[claim_id] = f"{told}, with its event"
            elif found.get(claim_id, "").endswith(", with its event"):
                del found[claim_id]
        homes = Counter(home for claim_id in one.a if (home := reader.event_of(claim_id)) is not None)
        if homes:
            event_id, held = min(homes.items(), key=lambda entry: (-entry[1], entry[0]))
            meant = len(one.a) + len(one.lost)
            now = len(reader.event(event_id)[0].claims)
            changed = held != meant or now != meant
            found[event_id] = f"{told} (as {meant} claims; it has {now} now)" if changed else told
    return found


def sheet(reader: CaseReader, subject: str) -> list[str]:
    """Return the decisions that bear on a claim or an event, a line each."""
    attached = standing(reader)
    if not attached:
        return []
    claims = {subject} if subject.startswith("clm_") else set(reader.event(subject)[0].claims)
    lines = []
    for one in attached:
        if not one.undone and not one.orphaned and claims & {*one.a, *one.b}:
            decision = one.decision
            lines.append(f"{decision.act} by {safe(decision.who)}, {decision.at[:10]}: {safe(decision.why)}")
    return lines


def listing(attached: list[Attached]) -> list[dict[str, Any]]:
    """Return one row for each decision, with how it stands."""
    return [
        {
            "id": one.decision.decision_id,
            "act": one.decision.act,
            "subject": one.decision.subject,
            "other": one.decision.other,
            "who": one.decision.who,
            "why": one.decision.why,
            "at": one.decision.at,
            "claims": len(one.a) + len(one.b),
            "standing": _standing(one),
        }
        for one in attached
    ]


def _standing(one: Attached) -> str:
    if one.undone:
        return "taken back"
    if one.orphaned:
        return "orphaned: its words are no longer in the case"
    parts = []
    if one.moved:
        parts.append(f"{len(one.moved)} found again by their words")
    if one.lost:
        parts.append(f"{len(one.lost)} not found again")
    return "; ".join(parts) or "holds"
