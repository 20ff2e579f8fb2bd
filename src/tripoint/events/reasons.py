"""Why two claims tell one happening or two: a literal table of named reasons, each with its score and its sentence.

Scores add up on a log-odds scale above a prior; a conflict ends the matter. Weights are set by hand from what the
field takes for granted (who, where, when, in that order). Those of one reason are fitted (`words_alone`), which speaks
where one of two claims has nothing but its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tripoint.events import slots, spots, states, telling, texts, threads
from tripoint.events.profile import Profile
from tripoint.events.setting import Judge, Setting
from tripoint.events.wordevidence import words_alone
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
BY_HAND = frozenset(judge.__name__ for judge in (telling.wording, texts.occasion, texts.opening, texts.rare_words))
"""The reasons that weigh words by hand: where words alone decide, `words_alone` speaks in their place."""
_TIES = frozenset(judge.__name__ for judge in WITHIN_TEXT)


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
    if setting.weighing is not None and left_to_words(a, b, spoken):
        weights = setting.weighing(a.claim.document_id, b.claim.document_id)
        total -= sum(score for name, score, _ in spoken if name in BY_HAND)
        score, sentence = words_alone(a, b, setting, weights)
        total += score
        spoken = [one for one in spoken if one[0] not in BY_HAND]
        spoken.append((words_alone.__name__, score, sentence))
    return total, spoken


def left_to_words(a: Profile, b: Profile, spoken: Sequence[tuple[str, float, str]]) -> bool:
    """Return whether words alone decide: of two claims of one type one names nothing else.

    Two clauses of one text that something else ties (one denies the other, takes it up, is its headline) are not left
    to them: of such ties the weights know nothing.
    """
    if a.claim.type != b.claim.type or not (a.wordy or b.wordy):
        return False
    return _TIES.isdisjoint(name for name, _, _ in spoken)


def records(spoken: list[tuple[str, float, str]]) -> tuple[Reason, ...]:
    """Return reasons as records; scores beyond a record's range are cut to it."""
    return tuple(_record(*told) for told in spoken)


@lru_cache(maxsize=1 << 14)
def _record(name: str, score: float, sentence: str) -> Reason:
    return Reason(name=name, score=round(max(-1.0, min(1.0, score)), 3), sentence=sentence)
