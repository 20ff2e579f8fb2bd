"""Noun phrases as parties: names, groups, pronouns and relatives with their antecedents, joined parties."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tripoint.claims.roles.antecedents import ACTORS, Antecedents
from tripoint.claims.roles.bodies import forces_of
from tripoint.claims.roles.capitals import government_of
from tripoint.claims.roles.described import described
from tripoint.claims.roles.inside import inner
from tripoint.claims.roles.rows import row_of
from tripoint.claims.scene import Named, Scene, party
from tripoint.claims.voices import Voices
from tripoint.model import (
    MentionKind,
    Party,
)
from tripoint.resources.claims import words
from tripoint.syntax import Token

BOTH = {"both", "two", "three"}
_SEVERAL = frozenset("country side nation army state government party".split())
_OWNED = frozenset("vehicle convoy tank depot hideout trench line den cache site post outpost".split())
"""Things of a side, beside places (*their positions*), by which the side itself is struck."""


_SENT = frozenset("envoy mediator negotiator emissary ambassador delegation spokesman spokeswoman".split())
"""Those who act for a body."""


_HOLDING_OUT = frozenset({"defender", "garrison", "occupant", "inhabitant", "crew"})
"""*Its defenders, its crew*: people of a place or a ship, which no side of the sentence need be."""
_MAKERS = ("-made", "-built", "-style", "-designed")


class Cast:
    """Fills roles with parties; remembers who was named, for pronouns and *both countries*."""

    def __init__(self, scene: Scene, voices: Voices) -> None:
        self._scene = scene
        self.antecedents = Antecedents(scene, voices, self.of)
        self._person: tuple[int, int] | None = None

    @contextmanager
    def as_person(self, at: int, tok: Token | None) -> Iterator[None]:
        """Inside, the noun `tok` stands for a person and not for the body that the person belongs to."""
        self._person = None if tok is None else (at, tok.i)
        try:
            yield
        finally:
            self._person = None

    def of(self, at: int, tok: Token, *, loose: bool = False) -> list[Party]:
        """The parties of the noun phrase headed by `tok`, joined ones included.

        `loose` also takes the actor that owns or makes up a thing (*ISIS positions*, *bases of the militia*).
        """
        found: list[Party] = []
        for one in row_of(self._scene, at, tok):
            for made in self._one(at, one, loose=loose):
                if all(made.name != p.name for p in found):
                    found.append(made)
        return found

    def named(self, at: int, tok: Token) -> bool:
        """Whether a side that has a name of its own is headed by `tok`."""
        found = self._scene.headed(at, tok, *ACTORS)
        return found is not None and not found.mention.generic

    def of_behind(self, at: int, tok: Token) -> list[Party]:
        """The sides behind the *of* of a noun (*the hands of the rebels*)."""
        behind = [pobj for prep in tok.children("prep") if prep.lower == "of" for pobj in prep.children("pobj")]
        return [made for one in behind for made in self.of(at, one)]

    def owners(self, at: int, tok: Token) -> list[Party]:
        """Whose a thing is: the named side before it or behind its *of* and *from* (*helicopters of X*)."""
        countries = [
            party(place)
            for prep in tok.children("prep")
            if prep.lower == "of"
            for pobj in prep.children("pobj")
            if (place := self._scene.headed(at, pobj, MentionKind.PLACE)) is not None
            and place.reading is not None
            and place.reading.place is not None
            and place.reading.place.precision == "country"
        ]
        itself = self._scene.headed(at, tok, *ACTORS)
        if itself is not None and not any(word in itself.mention.text.lower() for word in _MAKERS):
            itself = None  # *X's drones*, called by the name of X; *an Iranian-made drone* is nobody's
        return inner(self._scene, at, tok, itself) or countries or self.of_behind(at, tok)

    def _one(self, at: int, tok: Token, *, loose: bool) -> list[Party]:
        scene = self._scene
        if self._person == (at, tok.i):
            alone = scene.headed(at, tok, MentionKind.PERSON)
            return [party(alone) if alone is not None else described(scene, tok)]
        if tok.tag in {"WDT", "WP"} and (tok.head.dep == "relcl" or tok.head.lower == "of"):
            told = next((one for one in tok.ancestors() if one.dep == "relcl"), None)  # *40 of whom were killed*
            return self._one(at, told.head, loose=loose) if told is not None else []
        if tok.tag in {"PRP", "PRP$"}:
            return self.antecedents.pronoun(at, tok)
        owner = next((kid for kid in tok.children("poss") if kid.tag == "PRP$"), None)
        named = scene.headed(at, tok, *ACTORS)
        if owner is not None and (named is None or named.mention.generic):
            if owner.lower == "its" and tok.lemma in _HOLDING_OUT:
                return [described(scene, tok)]
            made = self.antecedents.pronoun(at, owner, head=tok)
            if made and tok.lemma in words()["force_nouns"] | words()["aircraft_nouns"]:
                return forces_of(scene, made)
            body = self.antecedents.body_behind(at, owner) if not made and tok.lemma in words()["force_nouns"] else None
            if body is not None:
                return [body]
            if made and loose and tok.lemma in words()["place_nouns"] | _OWNED:
                return made
            if made and tok.lemma == "ally":
                return [_renamed(made[0], f"allies of {made[0].name}")]
        theirs = [] if named is not None and not named.mention.generic else self._of_whose(at, tok)
        if theirs:
            return theirs
        nameless = named is None or named.mention.generic  # *the three Baltic states* have a name
        if nameless and tok.lemma in _SEVERAL and any(kid.lower in BOTH for kid in tok.kids):
            return self.antecedents.several(at, tok)
        if (named is None or named.mention.generic) and tok.dep == "appos":
            over = scene.headed(at, tok.head, *ACTORS)
            if over is not None and not over.mention.generic:
                return [party(over)]
        spoken_for = self._spoken_for(at, tok) if named is None or named.mention.generic else []
        if spoken_for:
            return spoken_for
        if named is not None:
            if named.mention.generic:
                one = loose and tok.tag == "NN" and tok.lemma in words()["titles"]  # *the killing of X's leader*
                owned = [] if one else inner(self._scene, at, tok, named)
                if owned:
                    return owned
            elif tok.lemma in words()["people_nouns"]:  # *fighters of X and Y*, called by the name of X
                owned = inner(self._scene, at, tok, named)
                if named.name in {one.name for one in owned}:
                    return [party(named), *(one for one in owned if one.name != named.name)]
            return [party(named)]
        place = scene.headed(at, tok, MentionKind.PLACE)
        if place is not None and place.reading is not None and place.reading.place is not None:
            if place.reading.place.precision == "country" or scene.kind_of(at, tok) == "people":
                return [party(place)]
            government = government_of(place)
            return [] if government is None else [government]
        lexicon = words()
        if (
            tok.lemma in lexicon["counting_nouns"]
            or tok.tag == "CD"
            or tok.lower in {"dozens", "hundreds", "thousands"}
        ):
            for kid in tok.children("prep"):
                if kid.lower == "of":
                    for pobj in kid.children("pobj"):
                        return self.of(at, pobj, loose=loose)
        if loose or tok.lemma in lexicon["people_nouns"]:
            owned = inner(self._scene, at, tok, None)
            if owned:
                return owned
        if tok.lemma in lexicon["titles"]:
            called = self._called(at, tok)
            if called is not None:
                return [party(called)]
        if tok.tag == "NNS" and tok.lemma in lexicon["titles"]:
            return [described(scene, tok)]  # *the heads of the army*
        if (
            tok.lemma in lexicon["people_nouns"] and tok.lower != "other"
        ):  # *each other, one from the other*: nobody named
            return [described(scene, tok)]
        return []

    def _spoken_for(self, at: int, tok: Token) -> list[Party]:
        """*The army's spokesman, N. N.*: the person; without a name, the body that he speaks for."""
        if tok.lemma not in words()["titles"]:
            return []
        for kid in tok.children("appos"):
            person = self._scene.headed(at, kid, MentionKind.PERSON)
            if person is not None:
                return [party(person)]
        if not tok.lemma.startswith("spokes"):
            return []
        behind = [
            pobj for prep in tok.children("prep") if prep.lower in {"for", "of"} for pobj in prep.children("pobj")
        ]
        before = [kid for kid in tok.children("poss", "compound") if self._scene.on(at, kid, *ACTORS) is not None]
        return [made for one in (*before, *behind) for made in self.of(at, one)]

    def sent_by(self, at: int, tok: Token) -> list[Party]:
        """*X, whose envoy met Y*: the body that met through somebody without a name."""
        return self._of_whose(at, tok, _SENT)

    def _of_whose(self, at: int, tok: Token, among: frozenset[str] | None = None) -> list[Party]:
        """*X, whose soldiers took Z*: the body that the relative clause stands behind."""
        fit = tok.lemma in (words()["force_nouns"] if among is None else among)
        if not fit or not any(kid.tag == "WP$" for kid in tok.children("poss")):
            return []
        told = next((one for one in tok.ancestors() if one.dep == "relcl"), None)
        named = self._scene.headed(at, told.head, MentionKind.ACTOR) if told is not None else None
        return [party(named)] if named is not None and not named.mention.generic else []

    def _called(self, at: int, tok: Token) -> Named | None:
        """*A member of X N. N. said*: the person whose name ends the phrase of a title."""
        last = tok.subtree()[-1].i
        fit = [one for one in self._scene.named(at, MentionKind.PERSON) if tok.i < one.head.i == last]
        return fit[0] if fit else None


def _renamed(made: Party, name: str) -> Party:
    return Party(
        name=name, actor_id=None, text=made.text, start=made.start, end=made.end, kind=None, country=None,
        antecedent_start=made.antecedent_start, antecedent_end=made.antecedent_end,
    )  # fmt: skip
