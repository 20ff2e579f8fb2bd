"""A document as the claim rules see it: sentences with the mentions that stand on their tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tripoint.model import Document, Mention, MentionKind, Party, PlaceSlot, PlaceValue, Reading
from tripoint.resources.claims import words
from tripoint.syntax import Sentence, Token

LOCATED = frozenset({"GPE", "LOC", "FAC"})
"""Entity types of the parser that are places."""
HARMED = frozenset({"wounded", "injured", "dead", "displaced", "sick", "missing"})
"""Participles and adjectives that, with a determiner, are people (*evacuated the wounded*)."""
PEOPLE_KINDS = (MentionKind.ACTOR, MentionKind.PERSON)


BOMBED = frozenset({"shell", "bombard", "bomb"})
"""Verbs of arms that nobody does to a person: a name behind them is a place's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A mention with its chosen reading (None when it was refused) and the token that heads it in the tree."""

    mention: Mention
    reading: Reading | None
    head: Token

    @property
    def name(self) -> str:
        """The canonical name, or the words as written."""
        return self.reading.name if self.reading is not None and self.reading.name else self.mention.text

    @property
    def place(self) -> PlaceValue | None:
        """The place that is meant, if one is."""
        return self.reading.place if self.reading is not None else None

    @property
    def is_people(self) -> bool:
        """Whether it names an actor or a person."""
        return self.mention.kind in PEOPLE_KINDS

    @property
    def is_place(self) -> bool:
        """Whether it names a place."""
        return self.mention.kind is MentionKind.PLACE


class Scene:
    """Look-ups from tokens to mentions, for one document."""

    def __init__(
        self,
        doc: Document,
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        readings: Iterable[Reading],
    ) -> None:
        self.doc = doc
        self.sentences = sentences
        chosen = {reading.mention_id: reading for reading in readings if reading.chosen}
        ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        self._by_sentence: list[list[Named]] = []
        at = 0
        for sentence in sentences:
            while at < len(ordered) and ordered[at].start < sentence.start:
                at += 1
            found = []
            look = at
            while look < len(ordered) and ordered[look].start < sentence.end:
                mention = ordered[look]
                head = _head(sentence, mention)
                if head is not None:
                    found.append(Named(mention=mention, reading=chosen.get(mention.mention_id), head=head))
                look += 1
            self._by_sentence.append(found)
        self._on_token: list[dict[int, list[Named]]] = []
        for sentence, found in zip(sentences, self._by_sentence, strict=True):
            table: dict[int, list[Named]] = {}
            for named in found:
                for tok in sentence.between(named.mention.start, named.mention.end):
                    table.setdefault(tok.i, []).append(named)
            self._on_token.append(table)

    def named(self, at: int, *kinds: MentionKind) -> list[Named]:
        """The mentions of sentence number `at`, in reading order."""
        return [n for n in self._by_sentence[at] if not kinds or n.mention.kind in kinds]

    def on(self, at: int, tok: Token, *kinds: MentionKind) -> Named | None:
        """The widest mention of one of `kinds` that covers `tok` and is headed inside its phrase."""
        for named in self._on_token[at].get(tok.i, ()):
            if not kinds or named.mention.kind in kinds:
                return named
        return None

    def headed(self, at: int, tok: Token, *kinds: MentionKind) -> Named | None:
        """The mention of one of `kinds` whose head is `tok`, the widest first."""
        for named in self._on_token[at].get(tok.i, ()):
            if named.head is tok and (not kinds or named.mention.kind in kinds):
                return named
        return None

    def named_at(self, at: int, tok: Token) -> bool:
        """Whether any mention, of whatever kind, covers `tok`."""
        return bool(self._on_token[at].get(tok.i))

    def may_be_place(self, at: int, tok: Token, *, surely_held: bool = False) -> bool:
        """Whether a name that no mention covers may be a place: tagged as one, or an object that is no person.

        `surely_held`: the name is told to be under control, which people are not.
        """
        if tok.tag not in {"NNP", "NNPS"} or tok.text.islower() or self.named_at(at, tok):
            return False
        return (
            surely_held
            or tok.ent in LOCATED
            or (tok.dep in {"dobj", "obj", "pobj"} and tok.ent not in {"PERSON", "NORP", "DATE"})
        )

    def kind_of(self, at: int, tok: Token) -> str:
        """What a noun phrase headed by `tok` is: place, people or thing."""
        lexicon = words()
        if tok.lower == "it" and tok.dep in {"dobj", "obj", "nsubjpass"}:
            return "place"
        named = self.headed(at, tok, *PEOPLE_KINDS, MentionKind.PLACE)
        if named is not None:
            if named.is_place and tok.lemma in lexicon["people_nouns"] and tok.lemma not in lexicon["place_nouns"]:
                return "people"
            return "place" if named.is_place else "people"
        if tok.lemma in lexicon["place_nouns"]:
            return "place"
        if tok.lemma in lexicon["people_nouns"] or tok.tag in {"PRP", "WP"}:
            return "people"
        if tok.lower in {"many", "dozens", "scores"} and tok.dep in {"nsubj", "nsubjpass"}:
            return "people"
        if tok.lower in HARMED and tok.children("det"):
            return "people"
        if tok.tag == "NNPS" and any(kid.tag == "CD" for kid in tok.children("nummod")):
            return "people"  # *34,000 Ossetians*
        if tok.lemma in lexicon["vessels"]:
            return "thing"  # *the tanker N. N.*
        if any(kid.dep == "appos" and self.headed(at, kid, MentionKind.PERSON) is not None for kid in tok.kids):
            return "people"  # *its head, N. N.*
        return "thing"


def _head(sentence: Sentence, mention: Mention) -> Token | None:
    """The topmost token of the mention: its head lies outside it. The last such, as English heads come last."""
    inside = sentence.between(mention.start, mention.end)
    if not inside:
        return None
    tops = [tok for tok in inside if tok.head is tok or not (mention.start <= tok.head.start < mention.end)]
    nouns = [tok for tok in tops if tok.dep not in {"punct", "det", "case"}]
    return (nouns or tops or inside)[-1]


def party(named: Named) -> Party:
    """The mention as the filler of a role."""
    reading = named.reading
    mention = named.mention
    actor = reading.candidate_id if reading is not None and mention.kind in PEOPLE_KINDS else None
    return Party(
        name=named.name,
        actor_id=actor,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        kind=reading.actor_kind if reading is not None else None,
        country=(reading.actor_country or (reading.place.country if reading.place else None)) if reading else None,
        antecedent_start=reading.antecedent_start if reading is not None else None,
        antecedent_end=reading.antecedent_end if reading is not None else None,
    )


def place_slot(named: Named, place: PlaceValue, role: str) -> PlaceSlot:
    """The mention of a place as a place of a claim."""
    mention, reading = named.mention, named.reading
    return PlaceSlot(
        place=place,
        role=role,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        antecedent_start=reading.antecedent_start if reading is not None else None,
        antecedent_end=reading.antecedent_end if reading is not None else None,
    )
