"""People's decisions on claims and events, held by the words they were made on: they find them again in a new build."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tripoint.model import Claim, Decision, Link, Reason, Verdict

TOGETHER = frozenset({"merge", "same"})
"""Acts by which a person says that two tell one happening."""
APART = frozenset({"split", "different"})
"""Acts by which a person says that two do not."""
TELLING_WORDS = 5
"""Words from which a claim's evidence is looked for under another source, when nothing else has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a claim is known by beside its id: where it was read, as what, in which words."""

    claim_id: str
    source: str
    type: str
    text: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A decision with the claims it means now: `a` and, of two, `b`.

    `moved`: ids that are gone, whose claims were found again; `lost`: those that were not. `undone`: a later decision
    took it back.
    """

    decision: Decision
    a: tuple[str, ...]
    b: tuple[str, ...]
    moved: tuple[str, ...]
    lost: tuple[str, ...]
    undone: bool

    @property
    def orphaned(self) -> bool:
        """Return whether nothing is left of what it was about: all of it, or one of its two sides."""
        two = self.decision.act in TOGETHER | APART
        return not self.a or (two and not self.b)


def anchor(claim: Claim) -> Anchor:
    """Return what a claim is known by."""
    return Anchor(
        claim_id=claim.claim_id,
        source=claim.source,
        type=claim.type,
        text=" … ".join(evidence.text for evidence in claim.evidence),
        start=min((evidence.start for evidence in claim.evidence), default=claim.trigger_start),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a correction sets: a field, its value in a person's words and as plain data."""

    field: str
    told: str
    value: Any


def change(decision: Decision) -> Change | None:
    """Return what the decision sets; None for one that corrects nothing, or whose value cannot be read."""
    if decision.act != "correct" or not decision.value:
        return None
    try:
        kept = json.loads(decision.value)
        return Change(field=str(kept["field"]), told=str(kept["told"]), value=kept["value"])
    except (ValueError, KeyError, TypeError):
        return None


def value(a: Iterable[Anchor], b: Iterable[Anchor] = (), *, sets: Change | None = None) -> str:
    """Return what a decision keeps of the claims it means, as JSON: their ids, what they are known by, what it sets."""
    left, right = list(a), list(b)
    known = {
        one.claim_id: {"source": one.source, "type": one.type, "text": one.text, "start": one.start}
        for one in (*left, *right)
    }
    kept: dict[str, Any] = {"a": [one.claim_id for one in left], "b": [one.claim_id for one in right], "anchors": known}
    if sets is not None:
        kept |= {"field": sets.field, "told": sets.told, "value": sets.value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def attach(decisions: Sequence[Decision], anchors: Iterable[Anchor]) -> list[Attached]:
    """Return the decisions in the order they were made, each with the claims that it means now.

    A claim whose id is gone is looked for by its words in its source, the same type before another, the nearest place
    first; then, where the words are long enough and stand once, in any source.
    """
    known: dict[str, Anchor] = {one.claim_id: one for one in anchors}
    by_words: dict[str, list[Anchor]] = defaultdict(list)
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.decision_id))
    means = {decision.decision_id: _meant(decision) for decision in ordered}
    if any(claim_id not in known for a, b, _ in means.values() for claim_id in (*a, *b)):
        for one in known.values():
            by_words[one.text].append(one)
    undone = {decision.subject for decision in ordered if decision.act == "undo"}
    found: list[Attached] = []
    for decision in ordered:
        if decision.act == "undo":
            continue
        a, b, told = means[decision.decision_id]
        moved: list[str] = []
        lost: list[str] = []
        sides: list[tuple[str, ...]] = []
        for side in (a, b):
            now: dict[str, None] = {}
            for claim_id in side:
                if claim_id in known:
                    now[claim_id] = None
                elif (again := _again(told.get(claim_id), by_words)) is not None:
                    now[again] = None
                    moved.append(claim_id)
                else:
                    lost.append(claim_id)
            sides.append(tuple(now))
        found.append(
            Attached(
                decision=decision,
                a=sides[0],
                b=sides[1],
                moved=tuple(moved),
                lost=tuple(lost),
                undone=decision.decision_id in undone,
            )
        )
    return found


def links(attached: Iterable[Attached]) -> list[Link]:
    """Return people's merges and splits as links; the last word on a pair holds, `unsure` leaves it to the rules."""
    found: dict[tuple[str, str], Link] = {}
    for one in attached:
        act = one.decision.act
        if one.undone or act not in TOGETHER | APART | {"unsure"}:
            continue
        for a in one.a:
            for b in one.b:
                if a == b:
                    continue
                pair = (a, b) if a < b else (b, a)
                if act == "unsure":
                    found.pop(pair, None)
                else:
                    found[pair] = _link(pair, one.decision, same=act in TOGETHER)
    return list(found.values())


def rejected(attached: Iterable[Attached]) -> frozenset[str]:
    """Return the claims that a person rejected, alone or with their event; the last word on a claim holds."""
    found: set[str] = set()
    for one in attached:
        if one.undone or one.b:
            continue
        if one.decision.act == "reject":
            found.update(one.a)
        elif one.decision.act in ("accept", "unsure"):
            found.difference_update(one.a)
    return frozenset(found)


def corrections(attached: Iterable[Attached]) -> dict[str, list[tuple[Decision, Change]]]:
    """Return for each claim what people set in it, a field at a time; the last word on a field holds."""
    found: dict[str, dict[str, tuple[Decision, Change]]] = defaultdict(dict)
    for one in attached:
        made = None if one.undone else change(one.decision)
        if made is not None:
            for claim_id in one.a:
                found[claim_id].pop(made.field, None)
                found[claim_id][made.field] = (one.decision, made)
    return {claim_id: list(fields.values()) for claim_id, fields in found.items()}


def bearing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that what is linked or counted can rest on: to accept changes nothing but a rejection."""
    if any(decision.act == "reject" for decision in decisions):
        return tuple(decisions)
    return tuple(decision for decision in decisions if decision.act != "accept")


def _link(pair: tuple[str, str], decision: Decision, *, same: bool) -> Link:
    sentence = f"{decision.who} decided: {decision.why}" if decision.why else f"{decision.who} decided"
    return Link(
        claim_a=pair[0],
        claim_b=pair[1],
        verdict=Verdict.SAME if same else Verdict.DIFFERENT,
        score=1.0 if same else 0.0,
        reasons=(Reason(name="decision", score=1.0 if same else -1.0, sentence=sentence),),
        by=f"person:{decision.who}",
    )


def _meant(decision: Decision) -> tuple[list[str], list[str], Mapping[str, Any]]:
    """Return the claims of both sides and their anchors, as kept; of an older decision, the ids alone."""
    kept: Any = None
    if decision.value:
        try:
            kept = json.loads(decision.value)
        except ValueError:
            kept = None
    if isinstance(kept, dict) and isinstance(kept.get("a"), list) and isinstance(kept.get("b"), list):
        told = kept.get("anchors")
        return [str(x) for x in kept["a"]], [str(x) for x in kept["b"]], told if isinstance(told, dict) else {}
    return [decision.subject], [decision.other] if decision.other is not None else [], {}


def _again(told: Any, by_words: Mapping[str, list[Anchor]]) -> str | None:
    if not isinstance(told, dict) or not told.get("text"):
        return None
    text, source, start = str(told["text"]), told.get("source"), told.get("start")
    alike = by_words.get(text, [])
    here = [one for one in alike if one.source == source]
    if not here and len(alike) == 1 and len(text.split()) >= TELLING_WORDS:
        here = alike
    place = start if isinstance(start, int) else 0
    ranked = sorted(here, key=lambda one: (one.type != told.get("type"), abs(one.start - place), one.claim_id))
    return ranked[0].claim_id if ranked else None
