"""What pronouns and *both countries* stand for: the voice, the subject of the clause above, the last joined names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from tripoint.claims.arguments import subject
from tripoint.claims.roles.bodies import body_of, office_of
from tripoint.claims.roles.described import described
from tripoint.claims.roles.harming import harms, struck
from tripoint.claims.roles.joining import is_country, only_joined
from tripoint.claims.roles.pronouns import (
    FIRST_PERSON,
    PERSONAL,
    PLURAL,
    POSSESSIVE,
    SINGULAR,
    alike,
    alone,
    many,
    of_kin,
    of_speaker,
    of_whom_asked,
)
from tripoint.claims.scene import Scene, party
from tripoint.claims.tree import is_verb
from tripoint.claims.voices import Voices
from tripoint.model import MentionKind, Party, Speaker
from tripoint.syntax import Token

ACTORS = (MentionKind.ACTOR, MentionKind.PERSON)


class Antecedents:
    """Resolves pronouns conservatively: one safe antecedent, or none."""

    def __init__(self, scene: Scene, voices: Voices, group: Callable[[int, Token], list[Party]]) -> None:
        self._scene = scene
        self._voices = voices
        self._group = group
        self._asking: set[tuple[int, int]] = set()

    def pronoun(self, at: int, tok: Token, head: Token | None = None) -> list[Party]:
        """The parties a pronoun stands for; `head` is the noun a possessive belongs to (*our forces*).

        None for a pronoun that is asked for while it is being resolved (*its forces said it*): no circles.
        """
        if (at, tok.i) in self._asking:
            return []
        self._asking.add((at, tok.i))
        try:
            return self._stands_for(at, tok, head)
        finally:
            self._asking.discard((at, tok.i))

    def _stands_for(self, at: int, tok: Token, head: Token | None) -> list[Party]:
        lower = tok.lower
        chain = self._voices.chain(at, tok)
        if lower in FIRST_PERSON:
            return self._first_person(tok, head, chain[0].speaker) if chain else []
        if lower not in PERSONAL | PLURAL | SINGULAR:
            return []
        if lower in POSSESSIVE and tok.head.dep == "conj":  # *the government and its allies*
            made = self._group(at, tok.head.head)
            if made and tok.head.head.i < tok.i and tok.head.head.tag != "PRP":
                return [self._standing(tok, head, one) for one in made[:1]]
        saying = self._voices.voice(at, tok)
        if saying is not None and saying.kind != "unnamed" and lower not in POSSESSIVE and not alone(tok, saying):
            return [self._standing(tok, head, of_speaker(saying))]
        addressed = bool(chain) and tok.head is chain[0].cue and tok.dep in {"dobj", "dative"}  # *accusing it of*
        asked = bool(chain) and of_whom_asked(tok, chain[0].cue)
        if chain and lower not in POSSESSIVE and lower not in {"them", "him"} and not (addressed or asked):
            speaker = chain[0].speaker
            fronted = self.fronted(at, tok) if speaker.start > tok.start else []
            if fronted:
                return [self._standing(tok, head, made) for made in fronted]
            if (speaker.kind == "person") == (lower in PERSONAL) and speaker.kind != "unnamed" and lower != "they":
                return [self._standing(tok, head, of_speaker(speaker))]
        before = self._struck_before(at, tok) if lower in {"them", "him"} and tok.dep == "dobj" else []
        found = before or self._above(at, tok) or self._before(at, tok)
        own = self._who_strikes(at, tok) if found else frozenset()
        return [self._standing(tok, head, made) for made in found if made.name not in own]

    def _who_strikes(self, at: int, tok: Token) -> frozenset[str]:
        """*Said that it would bomb their positions*: for whom *it* stands; they are not his."""
        verb = next((one for one in tok.ancestors() if is_verb(one)), None)
        if verb is None or tok.lower not in POSSESSIVE or not (struck(tok.head, verb) and harms(verb)):
            return frozenset()
        over = subject(verb)
        if over is None or over.tok.tag != "PRP" or over.tok.lower == tok.lower:
            return frozenset()
        return frozenset(made.name for made in self._group(at, over.tok))

    def _struck_before(self, at: int, tok: Token) -> list[Party]:
        """*Attacked X and expelled them*: the object of the verb before."""
        verb = tok.head
        held = verb.head.children("dobj") if verb.dep == "conj" and is_verb(verb.head) else []
        made = self._group(at, held[0]) if held and held[0].tag != "PRP" else []
        return made if self._fits(tok, made) else []

    def _fits(self, tok: Token, made: list[Party]) -> bool:
        person = tok.lower in PERSONAL
        plural = len(made) > 1 or (bool(made) and made[0].text.lower().rstrip(")").endswith("s"))
        if not made or (made[0].kind == "person") != person:
            return False
        if len(made) == 1 and (alone(tok, made[0]) or many(tok, made[0])):
            return False
        return tok.lower not in SINGULAR or len(made) == 1 or not plural

    def _above(self, at: int, tok: Token) -> list[Party]:
        """The subject of the nearest clause above the pronoun's own, when it stands before it."""
        own = True
        own_subject: Token | None = None
        strikes = self._who_strikes(at, tok)
        fronted = self.fronted(at, tok)
        if fronted:
            return fronted
        for verb in tok.ancestors():
            if not is_verb(verb):
                continue
            found = subject(verb)
            if found is None or found.tok is tok or tok in found.tok.subtree() or found.tok.start > tok.start:
                own = False
                continue
            if found.tok is own_subject:  # *X broke off the talks, accusing it of*: nobody accuses himself
                continue
            if own and (tok.lower in {"them", "him", "it"} or (struck(tok.head, verb) and harms(verb))):
                own, own_subject = False, found.tok
                continue
            own = False
            made = self._group(at, found.tok) if found.tok.tag not in {"PRP", "WP", "WDT"} else []
            if made and {one.name for one in made} <= strikes:
                continue
            if tok.lower in PERSONAL:
                made = [one for one in made if one.kind == "person"]
            if self._fits(tok, made):
                return made
            if made:
                return []
        return []

    def fronted(self, at: int, tok: Token) -> list[Party]:
        """*If X takes the port, it will hold the coast*: the subject of the clause that stands before."""
        verb = next((one for one in tok.ancestors() if is_verb(one)), None)
        for clause in verb.children("advcl") if verb is not None else ():
            found = subject(clause)
            if found is not None and found.tok.end < tok.start and found.tok.tag not in {"PRP", "WP", "WDT"}:
                made = self._group(at, found.tok)
                if self._fits(tok, made):
                    return made
        return []

    def _before(self, at: int, tok: Token) -> list[Party]:
        """The subject of the sentence before, in the same block; else the only actor of this one before the pronoun."""
        here = [
            n
            for n in self._scene.named(at, *ACTORS)
            if n.mention.end <= tok.start and (n.mention.kind is MentionKind.PERSON) == (tok.lower in PERSONAL)
        ]
        here = [n for n in here if not alone(tok, party(n)) and not many(tok, party(n))]
        if here and tok.lower in {"him", "her", "he", "she"} and len({n.name for n in here}) == 1:
            kin = of_kin(here[-1].head)
            if kin is not None:
                return [described(self._scene, kin)]
        shared = tok.lower == "it" and tok.dep == "dobj" and tok.head.dep == "advcl"
        if here and (tok.lower in {"them", "him"} or shared):
            over = subject(tok.head) if is_verb(tok.head) else None
            others = [n for n in here if n.head.head is not tok.head and (over is None or n.head is not over.tok)]
            return [party(others[-1])] if len({n.name for n in others}) == 1 else []
        if here:
            return [party(here[-1])] if len({n.name for n in here}) == 1 and here[-1].head.head is not tok.head else []
        if at == 0 or self._scene.sentences[at - 1].block != self._scene.sentences[at].block:
            return []
        root = self._scene.sentences[at - 1].root
        found = subject(root) if root is not None and is_verb(root) else None
        if found is not None and found.tok.tag == "PRP" and alike(found.tok, tok):
            return self.pronoun(at - 1, found.tok)
        made = self._group(at - 1, found.tok) if found is not None and found.tok.tag not in {"PRP", "WP", "WDT"} else []
        return made if self._fits(tok, made) else []

    def body_behind(self, at: int, owner: Token) -> Party | None:
        """*A captain of X said his men took Y*: the body behind *of* whose member speaks or acts without a name."""
        if owner.lower not in PERSONAL:
            return None
        for verb in owner.ancestors():
            found = subject(verb) if is_verb(verb) else None
            if found is None or found.tok.start > owner.start or owner in found.tok.subtree():
                continue
            for prep in found.tok.children("prep"):
                for pobj in prep.children("pobj") if prep.lower in {"of", "from", "in", "with"} else ():
                    named = self._scene.headed(at, pobj, MentionKind.ACTOR)
                    if named is not None and not named.mention.generic:
                        return self._standing(owner, owner.head, party(named))
        return None

    def _first_person(self, tok: Token, head: Token | None, speaker: Speaker) -> list[Party]:
        if speaker.kind == "unnamed":
            return [self._standing(tok, head, one) for one in self._spoken_for(speaker)]
        if speaker.kind == "person":
            body = body_of(self._scene, speaker.name)
            return [] if body is None else [self._standing(tok, head, party(body))]
        body = office_of(self._scene, speaker)
        return [self._standing(tok, head, of_speaker(speaker) if body is None else party(body))]

    def _spoken_for(self, speaker: Speaker) -> list[Party]:
        """*"Our men held the town", an RSF spokesman said*: the body before the office of a speaker without a name."""
        for at, sentence in enumerate(self._scene.sentences):
            for noun in sentence.between(speaker.start, speaker.end):
                spokes = noun.lemma.startswith("spokes")
                return [one for one in self._group(at, noun) if one.kind is not None] if spokes else []
        return []

    def several(self, at: int, tok: Token) -> list[Party]:
        """*Both countries, the three sides*: the last names joined by *and*, as many as it says."""
        wanted = 3 if any(kid.lower == "three" for kid in tok.kids) else 2
        country = tok.lemma in {"country", "nation", "state"}
        for where in range(at, max(-1, at - 4), -1):
            names = [
                n
                for n in self._scene.named(where, MentionKind.ACTOR, MentionKind.PLACE)
                if (where < at or n.mention.end <= tok.start) and (not country or is_country(n))
            ]
            for i in range(len(names) - 1, wanted - 2, -1):
                run = names[i - wanted + 1 : i + 1]
                tokens = self._scene.sentences[where].tokens
                if len({n.name for n in run}) == wanted and all(only_joined(tokens, a, b) for a, b in pairwise(run)):
                    return [self._standing(tok, None, party(n)) for n in run]
        return []

    def _standing(self, tok: Token, head: Token | None, made: Party) -> Party:
        """`made` as what stands at the pronoun's words, with its own words as the antecedent."""
        end = head.end if head is not None else tok.end
        return replace(
            made,
            text=self._scene.doc.text[tok.start : end],
            start=tok.start,
            end=end,
            antecedent_start=made.start,
            antecedent_end=made.end,
        )
