"""A person's decision from what was given: the act, ids of claims or events, who and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tripoint.errors import InputError
from tripoint.events import Change, anchor, decision_value
from tripoint.model import Claim, Decision, digest
from tripoint.store import decisions
from tripoint.store.reading import CaseReader

ACTS = {
    "accept": (1, 1),
    "reject": (1, 1),
    "unsure": (1, 2),
    "merge": (2, None),
    "same": (2, None),
    "split": (2, 2),
    "different": (2, 2),
    "correct": (1, 1),
    "undo": (1, 1),
}
"""What can be decided, with the least and the most ids it takes (None: any number)."""


def decide(
    reader: CaseReader,
    act: str | None,
    ids: Sequence[str],
    *,
    who: str,
    why: str,
    field: str | None = None,
    value: str | None = None,
) -> Decision:
    """Keep one decision and return it; ids may be beginnings of ids. Raises InputError for what cannot be decided.

    A correction sets a `field` of a claim to a `value` in a person's words.
    """
    for told in (*ids, who, why, field or "", value or ""):
        if not told.isprintable() and any("\ud800" <= char <= "\udfff" for char in told):
            raise InputError(f"{told!a} is no text; write it in UTF-8")
    named = list(dict.fromkeys(ids))
    act = _checked(act, len(named), who, why)
    path = reader.case.decisions
    if act != "correct" and (field is not None or value is not None):
        raise InputError(f"only a correction takes a field and a value, not {act}")
    kept: str | None
    if act == "undo":
        subject, other, kept = _made(path, named[0]), None, None
    elif act == "correct":
        subject, kept = _put_right(reader, named[0], field, value)
        other = None
    else:
        subject, other, kept = _meant(reader, act, named)
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    decision = Decision(
        decision_id=digest("dec", act, subject, other, who, why, at),
        act=act,
        subject=subject,
        other=other,
        value=kept,
        who=who,
        why=why,
        at=at,
    )
    decisions.append(path, decision)
    return decision


def _checked(act: str | None, given: int, who: str, why: str) -> str:
    if act is None or act not in ACTS:
        raise InputError(f"there is no decision {act or ''}; expected one of {', '.join(ACTS)}".replace("  ", " "))
    least, most = ACTS[act]
    if given < least or (most is not None and given > most):
        wanted = f"{least}" if most == least else f"{least} or more" if most is None else f"{least} or {most}"
        raise InputError(f"{act} takes {wanted} id{'' if wanted == '1' else 's'}, {given} given")
    if not who.strip() or not why.strip():
        raise InputError("a decision needs who decides and why (--who, --why); give both some words")
    return act


def _meant(reader: CaseReader, act: str, named: list[str]) -> tuple[str, str | None, str]:
    """Return the subject, the other and what is kept of their claims."""
    found = list(dict.fromkeys(reader.find(name) for name in named))
    if len(found) < len(named):
        raise InputError(f"{act} takes ids of different things; {' and '.join(named)} are one")
    sides: list[list[Claim]] = []
    for kind, name in found:
        if kind not in ("claim", "event"):
            raise InputError(f"{name} is a {kind}; decisions are on claims and events")
        sides.append(reader.claims_of(*(reader.event(name)[0].claims if kind == "event" else (name,))))
    a = sides[0]
    b = [claim for side in sides[1:] for claim in side]
    shared = {claim.claim_id for claim in a} & {claim.claim_id for claim in b}
    if shared and act in ("split", "different"):  # a claim out of its event: the rest is the other side
        a, b = (_rest(a, b), b) if len(a) > len(b) else (a, _rest(b, a))
        if not a or not b:
            raise InputError("a split needs two sides; the one given holds nothing but the other")
    other = found[1][1] if len(found) > 1 else None
    return found[0][1], other, decision_value(map(anchor, a), map(anchor, b))


def _put_right(reader: CaseReader, name: str, field: str | None, told: str | None) -> tuple[str, str]:
    """Return the claim that is corrected, and what is kept of it and of the value."""
    from tripoint.store.correctable import KINDS
    from tripoint.store.typed.fields import typed

    kind, claim_id = reader.find(name)
    if kind == "event":
        raise InputError(f"{claim_id} is an event, which says what its claims say; correct these")
    if kind != "claim":
        raise InputError(f"{claim_id} is a {kind}; claims can be corrected")
    if field is None or told is None:
        raise InputError(f"a correction needs a field and its value (--field, --value); fields: {', '.join(KINDS)}")
    (claim,) = reader.claims_of(claim_id)
    if claim.comment_id is not None:
        raise InputError(f"{claim_id} is from a comment, which is no evidence and is not corrected")
    sets = Change(field=field, told=told.strip(), value=typed(field, told, claim, reader))
    return claim_id, decision_value([anchor(claim)], sets=sets)


def _rest(claims: list[Claim], without: list[Claim]) -> list[Claim]:
    gone = {claim.claim_id for claim in without}
    return [claim for claim in claims if claim.claim_id not in gone]


def _made(path: Path, name: str) -> str:
    """Return the id of the decision whose id is or begins with `name`."""
    found = [d.decision_id for d in decisions.read(path) if d.decision_id.startswith(name)]
    if len(found) != 1:
        what = "no decision has" if not found else "more than one decision has"
        raise InputError(f"{what} an id that begins with {name}; take one from tripoint decide CASE --list")
    return found[0]
