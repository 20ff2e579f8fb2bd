"""Links: every pair of claims worth comparing, judged same, different or unsure, with the reasons."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tripoint.comparison.groups import Groups
from tripoint.comparison.occasions import Occasions
from tripoint.comparison.voices import Voices
from tripoint.events import decisions as decided
from tripoint.events.blocks import Crowded, candidates
from tripoint.events.conflicts import CONFLICTS
from tripoint.events.families import COURSE, GOAL, WHOLE, related
from tripoint.events.profile import Profile, profile
from tripoint.events.reasons import BY, records, weigh
from tripoint.events.repeats import repeated
from tripoint.events.setting import NEARBY, Setting
from tripoint.events.sides import helpers, helping, one_side
from tripoint.events.telling import agreed
from tripoint.model import Claim, Decision, Document, Link, Reason, Verdict

SURE = 0.25
"""Above this sum two claims are the same, below its negative they are different."""
RARE = 20
"""A quotation in more documents than this makes no companions (ten thousand copies, or a proverb)."""


def link(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    decisions: Sequence[Decision] = (),
    *,
    voices: Voices | None = None,
) -> tuple[Link, ...]:
    """Return the judged pairs of `claims`, sorted. Claims of comments are never linked."""
    return judged(claims, documents, decisions, voices=voices)[0]


def judged(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    decisions: Sequence[Decision] = (),
    *,
    voices: Voices | None = None,
) -> tuple[tuple[Link, ...], tuple[Crowded, ...]]:
    """Return the links and, beside them, the blocks that were too crowded to be compared in full."""
    listed = sorted((c for c in claims if c.comment_id is None), key=lambda c: c.claim_id)
    voices = Voices(documents, {}) if voices is None else voices
    behind = helpers(listed)
    setting = _setting(listed, documents, voices)
    filed = setting.occasions.filed_under
    profiles = [profile(claim, voices, documents, helpers=behind, filed=filed(claim.document_id)) for claim in listed]
    stand_ins, repeats = repeated(profiles)
    pairs, crowded = candidates(stand_ins)
    kept: dict[tuple[str, str], Link] = {}
    bonded: Groups[str] = Groups()
    apart: list[tuple[Profile, Profile, str, str]] = []
    doubtful: list[Link] = []
    for one, two in pairs:
        a, b = stand_ins[one], stand_ins[two]
        if not comparable(a, b):
            continue
        conflict = conflicting(a, b)
        if conflict is not None:
            apart.append((a, b, *conflict))
            continue
        found = weighed(a, b, setting)
        if found.verdict is Verdict.DIFFERENT:
            doubtful.append(found)
        else:
            kept[found.claim_a, found.claim_b] = found
            bonded.join(found.claim_a, found.claim_b)
    people = decided.links(decided.attach(decisions, map(decided.anchor, listed)) if decisions else ())
    for found in (*repeats, *people):
        if found.verdict is Verdict.SAME:
            bonded.join(found.claim_a, found.claim_b)
    # A difference matters only between claims that a chain of likenesses could bring together.
    for found in doubtful:
        if bonded.root(found.claim_a) == bonded.root(found.claim_b):
            kept[found.claim_a, found.claim_b] = found
    for a, b, name, sentence in apart:
        if bonded.root(a.claim.claim_id) == bonded.root(b.claim.claim_id):
            kept[a.claim.claim_id, b.claim.claim_id] = _kept_apart(a, b, name, sentence)
    kept.update(((f.claim_a, f.claim_b), f) for f in repeats)
    kept.update(((f.claim_a, f.claim_b), f) for f in people)
    return tuple(kept[pair] for pair in sorted(kept)), crowded


def compare(a: Profile, b: Profile, setting: Setting) -> Link | None:
    """Return the judgement on two claims, None when they have nothing to do with each other."""
    if not comparable(a, b):
        return None
    conflict = conflicting(a, b)
    return weighed(a, b, setting) if conflict is None else _kept_apart(a, b, *conflict)


def comparable(a: Profile, b: Profile) -> bool:
    """Return whether the types of two claims may tell one happening.

    An operation and its acts are one course only where one text tells them of one side, close together; so are acts
    of one side in one sentence. The wider sense of a goal holds for plans alone.
    """
    one, two = a.claim.type, b.claim.type
    if related(one, two):
        return True
    if a.prospective and b.prospective and one in GOAL and two in GOAL:
        return True
    if a.claim.document_id != b.claim.document_id:
        return False
    if helping(a, b) or agreed(a, b):
        return True
    if one not in COURSE or two not in COURSE:
        return False
    if a.sentence == b.sentence and a.agents and a.agents == b.agents:
        return True
    later = b if b.start >= a.start else a
    near = abs(a.start - b.start) <= NEARBY or later.definite
    return near and one_side(a, b) and not {one, two}.isdisjoint(WHOLE)


def conflicting(a: Profile, b: Profile) -> tuple[str, str] | None:
    """Return the name and the sentence of the first conflict between two claims, None when there is none."""
    for conflict in CONFLICTS:
        sentence = conflict(a, b)
        if sentence is not None:
            return conflict.__name__, sentence
    return None


def _kept_apart(a: Profile, b: Profile, name: str, sentence: str) -> Link:
    return Link(
        claim_a=a.claim.claim_id,
        claim_b=b.claim.claim_id,
        verdict=Verdict.DIFFERENT,
        score=0.0,
        reasons=(Reason(name=name, score=-1.0, sentence=sentence),),
        by=BY,
    )


def weighed(a: Profile, b: Profile, setting: Setting) -> Link:
    """Return the judgement on two claims that no conflict keeps apart."""
    total, spoken = weigh(a, b, setting)
    verdict = Verdict.SAME if total >= SURE else Verdict.DIFFERENT if total <= -SURE else Verdict.UNSURE
    return Link(
        claim_a=a.claim.claim_id,
        claim_b=b.claim.claim_id,
        verdict=verdict,
        score=round(1 / (1 + math.exp(-total)), 4),
        reasons=records(spoken),
        by=BY,
    )


def _setting(claims: Sequence[Claim], documents: Mapping[str, Document], voices: Voices) -> Setting:
    """Return which documents quote the same statement, and the page of each."""
    quoting: dict[int, set[str]] = defaultdict(set)
    for document_id in sorted({claim.document_id for claim in claims}):
        for run in voices.statements(document_id):
            quoting[run].add(document_id)
    pairs: set[tuple[str, str]] = set()
    for held in quoting.values():
        if 2 <= len(held) <= RARE:
            ordered = sorted(held)
            pairs.update((one, two) for i, one in enumerate(ordered) for two in ordered[i + 1 :])
    return Setting(
        companions=frozenset(pairs),
        pages={key: doc.page_id for key, doc in documents.items()},
        outlets={key: doc.outlet for key, doc in documents.items()},
        occasions=Occasions(documents, (claim.document_id for claim in claims)),
    )
