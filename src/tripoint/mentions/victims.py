"""The one who was killed or hurt, though no number tells it: *killing a woman; a guard was wounded*."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions import amountwords as table
from tripoint.mentions.amounts import whose
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.fates import fate_of_counted
from tripoint.mentions.producers import AMOUNTS
from tripoint.mentions.scene import Scene
from tripoint.model import AmountValue, MentionKind
from tripoint.resources.claims import words
from tripoint.syntax import Token


def victims(scene: Scene) -> Iterator[Draft]:
    """Yield single victims as amounts of one."""
    for index, sentence in enumerate(scene.sentences):
        for tok in sentence.tokens:
            if tok.lower not in _SINGLE or tok.dep != "det":
                continue
            noun = tok.head
            if noun.tag != "NN" or noun.i <= tok.i or not _one_person(noun):
                continue
            fate = fate_of_counted(noun)
            if fate not in ("killed", "wounded"):
                continue
            text = scene.doc.text[tok.start : noun.end]
            of = scene.doc.text[sentence.tokens[tok.i + 1].start : noun.end]
            value = AmountValue(what=fate, low=1.0, high=1.0, unit=of, of=whose(scene, noun), wording="")
            yield Draft(
                kind=MentionKind.AMOUNT,
                start=tok.start,
                end=noun.end,
                head=noun,
                producer=AMOUNTS,
                weight=4.5,
                sentence=index,
                readings=[reading(text, 0.7, [because("amount", 0.7, f"one {noun.text}: {fate}")], amount=value)],
            )


_ATTACKING = frozenset({"bomber", "attacker", "assailant"})
"""Those who die of what they do are no victims of it."""
_SINGLE = frozenset({"a", "an", "another"})


def _one_person(noun: Token) -> bool:
    lexicon = words()
    if noun.lemma in _ATTACKING:
        return False
    if noun.lemma in lexicon["one_person"] or noun.lemma in lexicon["titles"]:
        return True
    many = {f"{noun.lower}s", f"{noun.lower[:-3]}men"} if noun.lower.endswith("man") else {f"{noun.lower}s"}
    return (
        not many.isdisjoint(table.NOUNS["people"] | table.NOUNS["troops"]) and noun.lower not in table.NOUNS["people"]
    )
