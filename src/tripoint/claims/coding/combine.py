"""What becomes of an act under another word: agreed to, refused, threatened, stopped, denied, planned."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tripoint.syntax import Token

WORDS_FOR = frozenset({"AGREE", "CONSULT", "SUPPORT"})
DEEDS_FOR = frozenset({"COOPERATE", "AID", "CONCEDE", "RETREAT"})
WORDS_AGAINST = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
DEEDS_AGAINST = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
FOR = WORDS_FOR | DEEDS_FOR
AGAINST = WORDS_AGAINST | DEEDS_AGAINST


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act as coded so far: root, mode, the CAMEO codes of its class, the word that tells it, and why, by steps."""

    root: str
    mode: str | None
    cameo: tuple[str, ...]
    tok: Token
    why: tuple[str, ...]

    def turned(self, root: str, why: str) -> Act:
        """The act as another root, whose mode and CAMEO code are then unknown."""
        return self if root == self.root else replace(self, root=root, mode=None, cameo=(), why=(*self.why, why))


def agreed(act: Act, word: str) -> Act:
    """Intent to cooperate is AGREE; an agreement to do harm is the harm."""
    return act.turned("AGREE", f"“{word}”: agreed, not yet done") if act.root in FOR else act


def promised(act: Act, word: str) -> Act:
    """What is planned, promised, to come: AGREE when it helps, THREATEN when it harms; words stay what they are."""
    if act.root in FOR:
        return act.turned("AGREE", f"“{word}”: to come, not yet done")
    return act.turned("THREATEN", f"“{word}”: to come, not yet done") if act.root in DEEDS_AGAINST else act


def refused(act: Act, word: str) -> Act:
    """Whatever is refused or not done is REJECT."""
    return act.turned("REJECT", f"“{word}”: refused or not done")


def threatened(act: Act, word: str) -> Act:
    """Whatever is threatened is THREATEN."""
    return act.turned("THREATEN", f"“{word}”: threatened")


def stopped(act: Act, word: str) -> Act:
    """An end of help is SANCTION, an end of harm CONCEDE, an end of concessions REJECT."""
    if act.root in {"CONCEDE", "RETREAT"}:
        return act.turned("REJECT", f"“{word}”: a concession ends")
    return act.turned("SANCTION" if act.root in FOR else "CONCEDE", f"“{word}”: it ends")


def denied(act: Act, word: str) -> Act:
    """A denied act is REJECT; rejection denied is AGREE."""
    if act.root == "REJECT":
        return act.turned("AGREE", f"“{word}”: no rejection")
    return act.turned("REJECT", f"“{word}”: denied")


def kept(act: Act, word: str) -> Act:
    """The word leaves the act as it is."""
    return act


COMBINE = {
    "agree": agreed,
    "promise": promised,
    "refuse": refused,
    "threaten": threatened,
    "stop": stopped,
    "act": kept,
    "undergo": kept,
    "say": kept,
}
"""Effect of an operator (resources/codebooks) -> what it makes of the act under it."""
