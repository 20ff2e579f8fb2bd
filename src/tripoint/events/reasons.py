"""Why two claims tell one happening or two: a literal table of named reasons, each with its score and its sentence.

Scores add up on a log-odds scale above a prior; a conflict ends the matter. Weights are set by hand from what the
field takes for granted (who, where, when, in that order), never fitted to a benchmark.
"""

from __future__ import annotations

from functools import lru_cache

from tripoint.events import slots, spots, states, telling, texts, threads
from tripoint.events.profile import Profile
from tripoint.events.setting import Judge, Setting
from tripoint.model import Reason

BY = "events.reasons.v1"
"""What made the links that the rules give."""
PRIOR_APART = -2.2
"""Two claims of two documents, before anything is known."""
PRIOR_TOGETHER = -2.0
"""Two claims of one document."""

REASONS: tuple[Judge, ...] = (
    slots.types,
    slots.agents,
    slots.others,
    spots.place,
    slots.time,
    slots.told,
    slots.amounts,
    texts.quotation,
    texts.companions,
    texts.occasion,
    texts.opening,
    texts.rare_words,
    telling.wording,
    telling.meaning,
    telling.voice,
    telling.habit,
    telling.back_reference,
    telling.back_place,
    telling.headline,
    states.same_state,
    states.passage_status,
    states.taking,
    states.fall,
    states.taken_once,
    telling.course,
    telling.breath,
    threads.effect,
    threads.leaning,
    telling.help_given,
    telling.accord,
    telling.subject,
    telling.denial,
    texts.no_anchor,
    texts.account,
)
"""Every reason that speaks for or against one happening, in the order a reader sees them."""


BETWEEN_TEXTS = frozenset(
    {
        slots.told,
        telling.meaning,
        texts.quotation,
        texts.companions,
        texts.occasion,
        texts.opening,
        texts.rare_words,
        telling.habit,
    }
    | {texts.no_anchor, states.taken_once}
)
"""Reasons that say nothing of two claims of one text."""
WITHIN_TEXT = frozenset(
    {telling.back_reference, telling.back_place, telling.headline, telling.course, telling.breath, telling.help_given}
    | {telling.accord, telling.subject, telling.denial, states.taking, states.fall, threads.effect, threads.leaning}
)
"""Reasons that say nothing of claims of two texts."""
_APART = tuple(judge for judge in REASONS if judge not in WITHIN_TEXT)
_TOGETHER = tuple(judge for judge in REASONS if judge not in BETWEEN_TEXTS)


def weigh(a: Profile, b: Profile, setting: Setting) -> tuple[float, list[tuple[str, float, str]]]:
    """Return the sum of all reasons above the prior, and the reasons that spoke as (name, score, sentence)."""
    together = a.claim.document_id == b.claim.document_id
    total = PRIOR_TOGETHER if together else PRIOR_APART
    spoken: list[tuple[str, float, str]] = []
    for judge in _TOGETHER if together else _APART:
        found = judge(a, b, setting)
        if found is not None:
            total += found[0]
            spoken.append((judge.__name__, found[0], found[1]))
    return total, spoken


def records(spoken: list[tuple[str, float, str]]) -> tuple[Reason, ...]:
    """Return reasons as records; scores beyond a record's range are cut to it."""
    return tuple(_record(*told) for told in spoken)


@lru_cache(maxsize=1 << 14)
def _record(name: str, score: float, sentence: str) -> Reason:
    return Reason(name=name, score=round(max(-1.0, min(1.0, score)), 3), sentence=sentence)
