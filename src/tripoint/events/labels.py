"""Event labels in plain words: what is claimed, by how many origins; never that it is so."""

from __future__ import annotations

from tripoint.comparison import parties, times
from tripoint.model import Party, PlaceValue, TimeValue

# type: (told with its agent, told without, word before the place, word before the target)
_PHRASES: dict[str, tuple[str, str, str, str]] = {
    "clash": ("clashed", "clash", "at", "with"),
    "attack": ("attacked", "attack", "at", ""),
    "repel": ("repelled an attack", "attack repelled", "at", "by"),
    "airstrike": ("struck from the air", "air strike", "at", ""),
    "shelling": ("shelled", "shelling", "at", ""),
    "bombing": ("bombed", "bombing", "at", ""),
    "kill": ("killed", "killing", "at", ""),
    "capture": ("captured", "capture of", "", "from"),
    "withdraw": ("withdrew", "withdrawal", "from", "before"),
    "advance": ("advanced", "advance", "at", "against"),
    "reach": ("reached", "arrival at", "", "with"),
    "sweep": ("swept", "sweep of", "", "for"),
    "operation": ("carried out an operation", "operation", "at", "against"),
    "besiege": ("besieged", "siege of", "", ""),
    "deploy": ("deployed", "deployment", "at", "against"),
    "arrest": ("arrested", "arrest", "at", ""),
    "abduct": ("abducted", "abduction", "at", ""),
    "release": ("released", "release", "at", ""),
    "harm_civilians": ("harmed civilians", "harm to civilians", "at", ":"),
    "displace": ("displaced", "displacement", "at", ""),
    "find": ("made a find", "find", "at", "of"),
    "meet": ("met", "meeting", "at", "with"),
    "agree": ("agreed", "agreement", "at", "with"),
    "coordinate": ("coordinated", "coordination", "at", "with"),
    "support": ("supported", "support", "at", ""),
    "join": ("joined", "change of membership", "at", ""),
    "accuse": ("accused", "accusation", "at", ""),
    "demand": ("made a demand", "demand", "at", "of"),
    "reject": ("refused", "refusal", "at", ""),
    "threaten": ("threatened", "threat", "at", ""),
    "sanction": ("sanctioned", "sanction", "at", ""),
    "open": ("opened", "opening of", "", "to"),
    "close": ("closed", "closing of", "", "to"),
    "build": ("built", "building", "at", "for"),
    "destroy": ("destroyed", "destruction", "at", ""),
    "transfer": ("handed over", "handover of", "", "from"),
    "protest": ("protested", "protest", "at", "against"),
    "control": ("in control of", "control of", "", "against"),
    "presence": ("present", "presence", "at", "against"),
    "status": ("reported the state of", "state of", "", "by"),
    "backs": ("backing", "backing", "at", ""),
    "opposes": ("opposed to", "opposition", "at", ""),
    "part_of": ("part of", "membership", "at", ""),
}


def label(
    type_: str,
    *,
    agents: tuple[Party, ...],
    others: tuple[Party, ...],
    place: PlaceValue | None,
    status: str | None,
    time: TimeValue | None,
    standing: str,
    origins: int,
) -> str:
    """Return a line such as `Garrison captured Old Ford, 3 March 2015 (2 origins)`.

    `standing` is empty for what is told as a fact, else `planned`, `denied`, `disputed`, ...: it opens the line.
    """
    doers: tuple[Party, ...] = ()
    if standing:  # what is not told as a fact has no finished verb
        agents, doers = (), agents
    verb, noun, at, to = _PHRASES.get(type_, (type_.replace("_", " "), type_.replace("_", " "), "at", "on"))
    where = place.name if place is not None else ""
    pieces: list[str]
    if type_ == "status" and status:
        pieces = [where or "passage", status]
    elif type_ in ("attack", "airstrike", "shelling", "bombing", "kill", "arrest", "support", "backs", "opposes"):
        pieces = _plain(verb, noun, agents, others, f"at {where}" if where else "", to)
    else:
        pieces = _plain(verb, noun, agents, (), f"{at} {where}".strip() if where else "", to)
        if others:
            pieces.append(f"{to} {parties.names(others)}".strip())
    if doers and type_ != "status":
        pieces.append(f"by {parties.names(doers)}")
    words = " ".join(piece for piece in pieces if piece).strip()
    words = words[:1].upper() + words[1:]
    dated = f", {times.in_words(time.start, time.end)}" if time is not None and (time.start or time.end) else ""
    count = f"{origins} origin{'' if origins == 1 else 's'}" if origins else "readers' comments only"
    return f"{f'{standing.capitalize()}: ' if standing else ''}{words}{dated} ({count})"


def _plain(
    verb: str, noun: str, agents: tuple[Party, ...], others: tuple[Party, ...], where: str, to: str
) -> list[str]:
    other = parties.names(others)
    if agents:
        return [parties.names(agents), verb, other, where]
    return [noun, f"{to or 'on'} {other}" if other else "", where]
