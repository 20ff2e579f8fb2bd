"""The past tense of English verbs, for headlines that are read again in it."""

from __future__ import annotations

IRREGULAR = {
    "arise": "arose", "beat": "beat", "become": "became", "begin": "began", "blow": "blew", "break": "broke",
    "bring": "brought", "build": "built", "burn": "burned", "buy": "bought", "catch": "caught", "come": "came",
    "cost": "cost", "cut": "cut", "draw": "drew", "drive": "drove", "fall": "fell", "feel": "felt", "fight": "fought",
    "find": "found", "flee": "fled", "fly": "flew", "forbid": "forbade", "free": "freed", "get": "got", "give": "gave",
    "go": "went", "grow": "grew", "hear": "heard", "hide": "hid", "hit": "hit", "hold": "held", "hurt": "hurt",
    "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "lose": "lost", "make": "made", "meet": "met",
    "overrun": "overran", "overtake": "overtook", "pay": "paid", "put": "put", "retake": "retook", "ride": "rode",
    "rise": "rose", "run": "ran", "say": "said", "see": "saw", "seek": "sought", "send": "sent", "set": "set",
    "shake": "shook", "shoot": "shot", "show": "showed", "shut": "shut", "sink": "sank", "slay": "slew",
    "speak": "spoke",
    "split": "split", "spread": "spread", "stand": "stood", "steal": "stole", "strike": "struck", "swear": "swore",
    "sweep": "swept", "take": "took", "teach": "taught", "tear": "tore", "tell": "told", "think": "thought",
    "throw": "threw", "undergo": "underwent", "uphold": "upheld", "win": "won", "withdraw": "withdrew",
    "withhold": "withheld", "write": "wrote",
}  # fmt: skip
"""Past forms that no rule makes."""

_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset(
    "stop bar plan grab drag rob trap step strip drop permit commit submit refer occur expel repel ban".split()
)


def past(verb: str) -> str:
    """Return the past tense of a verb told by its base form (*shell*: *shelled*)."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if verb in _DOUBLED else verb + "ed"
