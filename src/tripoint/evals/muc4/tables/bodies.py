"""Who may have done an act, and the words of blame and doubt."""

from __future__ import annotations

STATE = frozenset({"army", "police", "border_force", "government", "ministry", "intelligence", "country"})
"""Kinds of actors that make an act state-sponsored violence."""
STATE_WORDS = frozenset(
    "army soldier troop police policeman military government battalion regime guardsman officer colonel lieutenant "
    "brigade".split()
)
PERPETRATORS = frozenset(
    "guerrilla terrorist rebel gunman subversive extremist insurgent commando squad mafia trafficker contra individual "
    "man person assassin murderer killer criminal hitman member militant group unit column attacker "
    "kidnapper assailant "
    "soldier troop subject element youth band gang thug paramilitary fighter activist leader hooded delinquent people "
    "policeman officer agent sicario cell bomber".split()
)
"""Heads that may be a perpetrator's description."""
IRREGULARS = frozenset("guerrilla guerrillas rebel rebels insurgents commandos terrorists subversives".split())
"""Words for the members of armed groups."""
BODIES = frozenset(
    {"armed_group", "militia", "umbrella", "army", "police", "government", "intelligence", "party", "coalition"}
)
"""Kinds of actors that fill the slot of the perpetrator's organisation."""
BODY_WORDS = frozenset(
    "army police military government cartel guard mafia front movement squad organization alliance "
    "command party regime "
    "coalition brigade forces".split()
)
"""Heads of phrases without a name that the task writes as an organisation (*armed forces, death squads,
drug mafia*)."""

BLAME = frozenset(
    "accuse blame suspect attribute implicate charge allege believe presume involve denounce link hold".split()
)
"""Words above or beside the act that make the blame a suspicion or an accusation."""
DOUBT = frozenset(
    "apparently presumably allegedly reportedly probably possibly supposedly presumed suspected alleged "
    "supposed".split()
)
"""Words beside the perpetrator or the act that do."""
AUTHORITY_WORDS = frozenset(
    "police army military government minister ministry president authority official general colonel major judge "
    "commander mayor governor spokesman coprefa intelligence".split()
)
