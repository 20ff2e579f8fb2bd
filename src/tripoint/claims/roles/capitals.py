"""A capital that acts stands for its government: *Baghdad closed the airports*."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tripoint.claims.predicates.setphrases import RECEIVING
from tripoint.claims.scene import Named, party
from tripoint.claims.tree import is_passive, is_verb
from tripoint.model import Party
from tripoint.names import strict_key
from tripoint.resources.countries import countries
from tripoint.syntax import Token

UNDERGOING = frozenset(
    "be become remain lie see witness suffer face experience endure fall awake wake stand return burn live stay "
    "change sink host recover".split()
)
"""Verbs whose subject, when it is a town, is where something happens and not who does it."""


SUPPLYING = frozenset("supply arm provide equip furnish lend give offer sell promise".split())
"""Verbs whose object, when it is a capital, is the government that is given arms."""


def _gets(prep: Token) -> bool:
    """*Received help from X*: somebody gives it, wherever the tree hangs the *from*."""
    verb = prep.head if is_verb(prep.head) else prep.head.head
    return verb.lemma in RECEIVING


@lru_cache(maxsize=1)
def _countries_by_capital() -> dict[str, str]:
    return {strict_key(country.capital): country.iso2 for country in countries().values()}


def state_of_capital(name: str) -> tuple[str, str] | None:
    """(ISO code, country's name) of the state that a capital stands for in a compound (*Islamabad-backed*)."""
    iso2 = _countries_by_capital().get(strict_key(name))
    return None if iso2 is None else (iso2, countries()[iso2].name)


def government_of(named: Named) -> Party | None:
    """The government that the capital `named` stands for as the subject of an act, or beside one (*with Damascus*)."""
    tok, verb = named.head, named.head.head
    while tok.dep == "conj" and tok.head is not tok and not is_verb(tok.head):
        tok, verb = tok.head, tok.head.head
    partner = tok.dep == "pobj" and tok.head.lower == "with"
    acts = tok.dep == "nsubj" and is_verb(verb) and not is_passive(verb) and verb.lemma not in UNDERGOING
    supplied = tok.dep in {"dobj", "dative"} and is_verb(verb) and verb.lemma in SUPPLYING
    getting = tok.dep == "pobj" and tok.head.lower == "from" and _gets(tok.head)
    if not (acts or partner or supplied or getting):
        return None
    place = named.place
    iso2 = _countries_by_capital().get(strict_key(named.name)) if place is not None else None
    if place is None or iso2 is None or place.country != iso2:
        return None
    made = party(named)
    return replace(made, name=countries()[iso2].name, actor_id=f"actor:{iso2.lower()}", kind="government", country=iso2)
