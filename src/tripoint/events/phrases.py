"""How each claim type is worded in a label: with the side that acts before it, and as a noun."""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """How a type is worded: with its agent (`verb`) and without (`noun`).

    `place` stands before the place ("" when the place is the object), `target` before the side acted upon behind the
    verb ("" when it is the object), `noun_place` and `noun_target` behind the noun. `needs`: what the verb cannot stand
    without (a `target`; a target or else the `site` that is hit; a `place`; `either`; nothing). `behind` closes the
    verb's object: *struck it from the air*. `of`: the noun is the agent's own, *the withdrawal of the army*.
    """

    verb: str
    noun: str
    place: str = "at"
    target: str = ""
    noun_place: str = "at"
    noun_target: str = "on"
    needs: str = "target"
    behind: str = ""
    of: bool = False


PHRASES: dict[str, Phrase] = {
    "clash": Phrase("clashed", "clash", target="with", noun_target="with", needs="either", of=True),
    "attack": Phrase("attacked", "attack", needs="site"),
    "repel": Phrase("repelled an attack", "attack repelled", target="by", noun_target="of", needs=""),
    "airstrike": Phrase("struck", "air strike", needs="site", behind="from the air"),
    "shelling": Phrase("shelled", "shelling", noun_target="of", needs="site"),
    "bombing": Phrase("bombed", "bombing", noun_target="of", needs="site"),
    "kill": Phrase("killed", "killing", noun_target="of"),
    "capture": Phrase("captured", "capture", "", "from", "of", "from", needs="place"),
    "withdraw": Phrase("withdrew", "withdrawal", "from", "before", "from", "before", needs="either", of=True),
    "advance": Phrase("advanced", "advance", target="against", noun_target="against", needs="either", of=True),
    "reach": Phrase("reached", "arrival", "", "with", "at", "with", needs="place", of=True),
    "sweep": Phrase("swept", "sweep", "", "against", "of", "against", needs="place"),
    "operation": Phrase("carried out an operation", "operation", target="against", noun_target="against", needs=""),
    "besiege": Phrase("besieged", "siege", "", "", "of", "of", needs="place"),
    "deploy": Phrase("deployed", "deployment", target="against", noun_target="against", needs="either"),
    "arrest": Phrase("arrested", "arrest", noun_target="of"),
    "abduct": Phrase("abducted", "abduction", noun_target="of"),
    "release": Phrase("released", "release", noun_target="of"),
    "harm_civilians": Phrase("harmed", "harm to civilians", noun_target="among"),
    "displace": Phrase("displaced", "displacement", "from", "", "from", "of"),
    "find": Phrase("made a find", "find", target="of", noun_target="of", needs=""),
    "meet": Phrase("met", "meeting", target="with", noun_target="with", needs="either", of=True),
    "agree": Phrase("agreed", "agreement", target="with", noun_target="with", needs="either", of=True),
    "coordinate": Phrase("coordinated", "coordination", target="with", noun_target="with", needs="either", of=True),
    "support": Phrase("supported", "support", "in", "", "in", "for"),
    "join": Phrase("joined", "joining", noun_target="of"),
    "accuse": Phrase("accused", "accusation", noun_target="of"),
    "demand": Phrase("made a demand", "demand", target="of", noun_target="of", needs=""),
    "reject": Phrase("refused", "refusal", noun_target="of"),
    "threaten": Phrase("threatened", "threat", noun_target="against"),
    "sanction": Phrase("sanctioned", "sanction", noun_target="against"),
    "open": Phrase("opened", "opening", "", "to", "of", "to", needs="place"),
    "close": Phrase("closed", "closing", "", "to", "of", "to", needs="place"),
    "build": Phrase("built", "building", target="for", noun_target="for"),
    "destroy": Phrase("destroyed", "destruction", noun_target="of"),
    "transfer": Phrase("handed over", "handover", "", "to", "of", "to", needs="place"),
    "protest": Phrase("protested", "protest", target="against", noun_target="against", needs="either"),
    "control": Phrase("in control of", "control", "", "against", "of", "against", needs="place"),
    "presence": Phrase("present", "presence", target="against", noun_target="against", needs="either", of=True),
    "status": Phrase("kept up", "state", "", "with", "of", "by", needs="place"),
    "backs": Phrase("backing", "backing", noun_target="of"),
    "opposes": Phrase("opposed to", "opposition", noun_target="to"),
    "part_of": Phrase("part of", "membership", noun_target="in", of=True),
}
"""Every claim type in words; a type that the table lacks is told by its name."""

LOSSES = Phrase("inflicted losses", "losses", target="on", noun_target="of", needs="")
"""People killed of a whole side: nobody kills an army or a country."""
WOUNDED = Phrase("wounded", "wounding", noun_target="of")
"""Casualties of which only the wounded are told."""
NOWHERE = frozenset(
    {"accuse", "demand", "reject", "threaten", "sanction", "meet", "agree", "coordinate", "support", "join", "backs"}
    | {"opposes", "part_of", "protest", "status"}
)
"""Types that need no place: their noun may stand alone."""
