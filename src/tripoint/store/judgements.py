"""What people decided, as it stands in a case now: for tables, sheets and whoever asks about one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tripoint.events import Anchor, Attached, attach, change, corrections
from tripoint.model import Decision
from tripoint.store import decisions
from tripoint.store.reading import CaseReader

VERDICTS = {"accept": "accepted", "reject": "rejected", "unsure": "unsure"}
"""Decisions on one claim or event, as they are told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What holds of one claim or event: `verdict` is a value of VERDICTS, `who` decided it.

    `with_event`: a claim that is rejected because its event is. `meant` and `now`: how many claims the event had when
    it was decided on and has now, where these differ.
    """

    verdict: str
    who: str
    with_event: bool = False
    meant: int | None = None
    now: int | None = None

    def sentence(self) -> str:
        """Return it in words."""
        told = f"{self.verdict} by {self.who}"
        if self.with_event:
            return f"{told}, with its event"
        return told if self.meant is None else f"{told} (as {self.meant} claims; it has {self.now} now)"


def standing(reader: CaseReader) -> list[Attached]:
    """Return the decisions of a case in their order, each with the claims that it means now."""
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


def verdicts(reader: CaseReader, attached: Sequence[Attached]) -> dict[str, Judged]:
    """Return for each claim and event that was accepted, rejected or left unsure what was decided; the last word holds.

    A decision on an event goes to the event that now holds most of its claims, and its rejection to the claims too.
    """
    found: dict[str, Judged] = {}
    for one in attached:
        decision = one.decision
        if one.undone or one.orphaned or decision.act not in VERDICTS or one.b:
            continue
        verdict = VERDICTS[decision.act]
        if decision.subject.startswith("clm_"):
            found[one.a[0]] = Judged(verdict=verdict, who=decision.who)
            continue
        for claim_id in one.a:
            if decision.act == "reject":
                found[claim_id] = Judged(verdict=verdict, who=decision.who, with_event=True)
            elif claim_id in found and found[claim_id].with_event:
                del found[claim_id]
        homes = Counter(home for claim_id in one.a if (home := reader.event_of(claim_id)) is not None)
        if homes:
            event_id, held = min(homes.items(), key=lambda entry: (-entry[1], entry[0]))
            meant = len(one.a) + len(one.lost)
            now = len(reader.event(event_id)[0].claims)
            changed = held != meant or now != meant
            found[event_id] = Judged(
                verdict=verdict, who=decision.who, meant=meant if changed else None, now=now if changed else None
            )
    return found


def told(reader: CaseReader, attached: Sequence[Attached]) -> dict[str, str]:
    """Return in words what people decided on claims and events, corrections too."""
    found = {name: judged.sentence() for name, judged in verdicts(reader, attached).items()}
    for claim_id, made in corrections(attached).items():
        sentence = "; ".join(f"{sets.field} corrected by {decision.who}" for decision, sets in made)
        found[claim_id] = f"{found[claim_id]}; {sentence}" if claim_id in found else sentence
    return found


def set_by(decision: Decision) -> dict[str, str | None]:
    """Return the field and value that a correction sets; of other decisions None."""
    sets = change(decision)
    return {"field": None, "value": None} if sets is None else {"field": sets.field, "value": sets.told}


def bearing_on(reader: CaseReader, attached: Sequence[Attached], subject: str) -> list[Attached]:
    """Return the decisions that hold and bear on a claim or an event, in their order."""
    if not attached:
        return []
    claims = {subject} if subject.startswith("clm_") else set(reader.event(subject)[0].claims)
    return [one for one in attached if not one.undone and not one.orphaned and claims & {*one.a, *one.b}]


def how_it_stands(one: Attached) -> str:
    """Return in words whether a decision holds."""
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
