"""Pronouns by their words: how many they stand for, and of whom, before anybody is looked for."""

from __future__ import annotations

from tripoint.claims.tree import is_verb
from tripoint.model import Party, Speaker
from tripoint.resources.claims import sources, words
from tripoint.syntax import Token

FIRST_PERSON = {"we", "us", "our", "ours"}
PERSONAL = {"he", "his", "she", "her", "him"}
PLURAL = {"they", "their", "them"}
SINGULAR = {"it", "its"}
POSSESSIVE = {"its", "his", "her", "their"}


def of_kin(name: Token) -> Token | None:
    """*The father of the footballer N. N.*: the father, whom a pronoun behind means and not the name in passing."""
    here = name
    while here.head is not here and not is_verb(here):
        of = here.dep == "pobj" and here.head.lower == "of"
        noun = here.head.head if of else here.head
        if (of or here.dep == "poss") and noun.lemma in words()["kin_nouns"]:
            return noun
        here = here.head
    beside = name.head.children("prep") if name.dep == "appos" else []
    behind = any(kid.lower == "of" and kid.i < name.i for kid in beside)
    return name.head if behind and name.head.lemma in words()["kin_nouns"] else None


def many(tok: Token, made: Party) -> bool:
    """*It* is no group of people told in the plural (*four civilians*)."""
    nameless = made.actor_id is None and made.text.islower()
    return tok.lower in SINGULAR and nameless and made.text.rstrip(")").endswith("s")


def alone(tok: Token, one: Party | Speaker) -> bool:
    """Whether `tok` is a *they* and `one` a single person by trade or rank (*a war correspondent*)."""
    if tok.lower not in PLURAL:
        return False
    last = one.name.lower().split()[-1]
    return last in sources() or last in words()["one_person"]


def of_whom_asked(tok: Token, cue: Token) -> bool:
    """*X urged Y to free the men whom it had arrested*: the one of whom it is asked."""
    held = cue.children("dobj")
    if not held or held[0].i > tok.i:
        return False
    return any(verb.dep == "xcomp" and verb.head is cue and verb.i < tok.i for verb in tok.ancestors())


def alike(one: Token, other: Token) -> bool:
    """Whether two pronouns may stand for the same (*They cut the lines. They ambushed a convoy*)."""
    return any(one.lower in group and other.lower in group for group in (PERSONAL, PLURAL, SINGULAR))


def of_speaker(speaker: Speaker) -> Party:
    """The voice as a party."""
    kind = "person" if speaker.kind == "person" else None
    return Party(name=speaker.name, actor_id=speaker.actor_id, text="", start=speaker.start, end=speaker.end, kind=kind)
