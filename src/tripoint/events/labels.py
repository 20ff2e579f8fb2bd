"""Event labels in plain words: what is claimed, by how many origins; never that it is so."""

from __future__ import annotations

from typing import NamedTuple

from tripoint.comparison import parties, times
from tripoint.comparison.places import HELD_ROLES
from tripoint.model import Party, PlaceValue, TimeValue


class Phrase(NamedTuple):
    """How a type is worded: with its agent (`verb`) and without (`noun`).

    `place` stands before the place ("" when the place is the object), `target` before the side acted upon behind the
    verb ("" when it is the object), `noun_place` and `noun_target` behind the noun.
    """

    verb: str
    noun: str
    place: str = "at"
    target: str = ""
    noun_place: str = "at"
    noun_target: str = "on"


PHRASES: dict[str, Phrase] = {
    "clash": Phrase("clashed", "clash", target="with", noun_target="with"),
    "attack": Phrase("attacked", "attack"),
    "repel": Phrase("repelled an attack", "attack repelled", target="by", noun_target="of"),
    "airstrike": Phrase("struck from the air", "air strike"),
    "shelling": Phrase("shelled", "shelling", noun_target="of"),
    "bombing": Phrase("bombed", "bombing", noun_target="of"),
    "kill": Phrase("killed", "killing", noun_target="of"),
    "capture": Phrase("captured", "capture", "", "from", "of", "from"),
    "withdraw": Phrase("withdrew", "withdrawal", "from", "before", "from", "before"),
    "advance": Phrase("advanced", "advance", target="against", noun_target="against"),
    "reach": Phrase("reached", "arrival", "", "with", "at", "with"),
    "sweep": Phrase("swept", "sweep", "", "against", "of", "against"),
    "operation": Phrase("carried out an operation", "operation", target="against", noun_target="against"),
    "besiege": Phrase("besieged", "siege", "", "", "of", "of"),
    "deploy": Phrase("deployed", "deployment", target="against", noun_target="against"),
    "arrest": Phrase("arrested", "arrest", noun_target="of"),
    "abduct": Phrase("abducted", "abduction", noun_target="of"),
    "release": Phrase("released", "release", noun_target="of"),
    "harm_civilians": Phrase("harmed", "harm to civilians", noun_target=":"),
    "displace": Phrase("displaced", "displacement", "from", "", "from", "of"),
    "find": Phrase("made a find", "find", target="of", noun_target="of"),
    "meet": Phrase("met", "meeting", target="with", noun_target="with"),
    "agree": Phrase("agreed", "agreement", target="with", noun_target="with"),
    "coordinate": Phrase("coordinated", "coordination", target="with", noun_target="with"),
    "support": Phrase("supported", "support", "in", "", "in", "for"),
    "join": Phrase("joined", "joining", noun_target="of"),
    "accuse": Phrase("accused", "accusation", noun_target="of"),
    "demand": Phrase("made a demand", "demand", target="of", noun_target="of"),
    "reject": Phrase("refused", "refusal", noun_target="of"),
    "threaten": Phrase("threatened", "threat", noun_target="against"),
    "sanction": Phrase("sanctioned", "sanction", noun_target="against"),
    "open": Phrase("opened", "opening", "", "to", "of", "to"),
    "close": Phrase("closed", "closing", "", "to", "of", "to"),
    "build": Phrase("built", "building", target="for", noun_target="for"),
    "destroy": Phrase("destroyed", "destruction", noun_target="of"),
    "transfer": Phrase("handed over", "handover", "", "to", "of", "to"),
    "protest": Phrase("protested", "protest", target="against", noun_target="against"),
    "control": Phrase("in control", "control", "of", "against", "of", "against"),
    "presence": Phrase("present", "presence", target="against", noun_target="against"),
    "status": Phrase("keeps up", "state", "", "with", "of", "by"),
    "backs": Phrase("backing", "backing", noun_target="of"),
    "opposes": Phrase("opposed to", "opposition", noun_target="to"),
    "part_of": Phrase("part of", "membership", noun_target="in"),
}
"""Every claim type in words; a type that the table lacks is told by its name."""


def label(
    type_: str,
    *,
    agents: tuple[Party, ...],
    others: tuple[Party, ...],
    place: PlaceValue | None,
    role: str,
    status: str | None,
    time: TimeValue | None,
    standing: str,
    origins: int,
) -> str:
    """Return a line such as `Garrison captured Old Ford, 3 March 2015 (2 origins)`.

    `standing` is empty for what is told as a fact, else `planned`, `denied`, `disputed`, ...: it opens the line, and
    the act is a noun. `role` is how the place stands to the act: `north_of` is told as such.
    """
    name = type_.replace("_", " ")
    phrase = PHRASES.get(type_, Phrase(name, name))
    where = "" if place is None else place.name
    near = "" if role in HELD_ROLES else role.replace("_", " ")
    if type_ == "status" and status:
        pieces = [near, where or "passage", status]
    elif agents and not standing:
        target = f"{phrase.target} {parties.names(others)}" if others else ""
        located = f"{near or phrase.place} {where}" if where else ""
        whole = [located, target] if phrase.place == "" and not near else [target, located]
        pieces = [parties.names(agents), phrase.verb, *(piece.strip() for piece in whole)]
    else:
        located = f"{near or phrase.noun_place} {where}" if where else ""
        target = f"{phrase.noun_target} {parties.names(others)}" if others else ""
        whole = [located, target] if phrase.noun_place == "of" and not near else [target, located]
        pieces = [phrase.noun, *whole, f"by {parties.names(agents)}" if agents else ""]
    words = " ".join(piece for piece in pieces if piece)
    words = words[:1].upper() + words[1:]
    bound = time is None or (time.inferred and time.start is None)  # that it was told by a day is no date of its own
    dated = "" if time is None or bound or not (time.start or time.end) else f", {times.in_words(time.start, time.end)}"
    count = f"{origins} origin{'' if origins == 1 else 's'}" if origins else "readers' comments only"
    return f"{f'{standing.capitalize()}: ' if standing else ''}{words}{dated} ({count})"
