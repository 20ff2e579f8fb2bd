"""Nations that share the head of one phrase: *Iraqi and Syrian armies*, *Kenyan-Ugandan troops*."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions.countrygroups import of_country
from tripoint.mentions.draft import Draft
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.producers import GROUPS
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.words import GroupHead, group_heads
from tripoint.syntax import Sentence, Token

_SPOKEN = frozenset({"sources", "officials"})
"""Roles of heads that a country's bare name may share: *Kenya and Ugandan sources*; a country is no source itself."""

JOINT = frozenset({"army", "forces", "air-force", "navy", "border-guards", "police", "unit", "government", "fighters"})
"""Roles of heads that two nations share with a hyphen: *Kenyan-Ugandan troops* are troops of both."""

_HYPHENS = ("-", "–")


def second_nation(scene: Scene, index: int, sentence: Sentence, hits: list[Hit], head_first: int) -> Token | None:
    """Return the last of two nationalities that a hyphen joins before a head (*Kenyan-Ugandan troops*)."""
    found = scene.pieces[index]
    nations = [hit for hit in hits if hit.iso2 is not None and any(phrase.adjective for phrase in hit.phrases)]
    nations = [hit for hit in nations if found[hit.first].token.i < head_first]
    if len(nations) != 2 or nations[0].iso2 == nations[1].iso2:
        return None
    last, before = found[nations[1].first].token, found[nations[0].last - 1].token
    tied = last.i + 1 < head_first and sentence.tokens[last.i + 1].text in _HYPHENS
    return last if before.i == last.i - 2 and sentence.tokens[last.i - 1].text in _HYPHENS and not tied else None


def coordinated(scene: Scene, index: int, sentence: Sentence, first: Token, head: GroupHead) -> Iterator[Draft]:
    """Yield *Iraqi* of *Iraqi and Syrian armies*, where `first` is the second nationality: the head is shared."""
    found = scene.pieces[index]
    joined = first.i > 1 and sentence.tokens[first.i - 1].lower in ("and", "or", *_HYPHENS)
    if not joined or head.role == "coalition":
        return
    for other in scene.hits[index]:
        last = found[other.last - 1].token
        named = any(phrase.adjective for phrase in other.phrases) or head.role in _SPOKEN
        if last.i == first.i - 2 and other.iso2 is not None and named:
            single = group_heads().get(head.words.rstrip("s"), head)
            words = single.words if single.words in ("government",) else head.words
            readings, generic, weight = of_country(scene, other.iso2, head, text=words, framing=(), bare=True)
            yield Draft(
                kind=MentionKind.ACTOR,
                start=found[other.first].start,
                end=found[other.last - 1].end,
                head=last,
                producer=GROUPS,
                weight=weight,
                sentence=index,
                generic=generic,
                readings=readings,
            )
