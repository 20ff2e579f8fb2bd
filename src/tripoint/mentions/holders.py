"""Holders told by a nationality or a people alone: *the Kenyan-occupied port, Karen-controlled hills*."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions.composition import PEOPLES
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.producers import GROUPS
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.countries import nationality

_HOLDING = frozenset("held controlled occupied administered run ruled governed".split())
_CREEDS = frozenset("sunni shia shiite shi'ite christian muslim".split())
"""Peoples whose towns are held by somebody else as a rule (*a Sunni-dominated town*)."""


def holders(scene: Scene) -> Iterator[Draft]:
    """Yield the states, and the forces of peoples, that a place is said to be held by in one compound."""
    for index, sentence in enumerate(scene.sentences):
        for held in sentence.tokens[2:]:
            hyphen, word = sentence.tokens[held.i - 1], sentence.tokens[held.i - 2]
            if held.lower not in _HOLDING or hyphen.text != "-" or word.end != hyphen.start:
                continue
            told = nationality(word.text)
            if told is not None:
                why = because("composition", 0.7, f"{told[1]} is said to be the holder: {held.lower!r}")
                made = reading(
                    told[1],
                    0.7,
                    [why],
                    candidate_id=f"actor:{told[0].lower()}",
                    actor_kind="government",
                    actor_country=told[0],
                )
            elif word.lower in PEOPLES - _CREEDS and word.text[:1].isupper():
                why = because("people", 0.6, f"forces named by a people are said to be the holder: {held.lower!r}")
                made = reading(f"{word.text} forces", 0.6, [why], actor_kind="armed_group")
            else:
                continue
            yield Draft(
                kind=MentionKind.ACTOR,
                start=word.start,
                end=word.end,
                head=word,
                producer=GROUPS,
                weight=2.4,
                sentence=index,
                generic=told is None,
                readings=[made],
            )
