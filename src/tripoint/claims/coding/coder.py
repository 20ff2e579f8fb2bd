"""The act between two marked sides: the word that the source acts by, read towards the target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tripoint.claims.coding.combine import Act
from tripoint.claims.coding.links import acting, head, path
from tripoint.claims.coding.lookup import part
from tripoint.claims.coding.reading import Reader
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb, joined
from tripoint.model import Claim, Reason
from tripoint.resources.claims import claim_types
from tripoint.syntax import Sentence, Token

STRENGTH = {"subject": 3.0, "agent": 3.0, "owner": 2.0, "loose": 1.0, "patient": 1.0}
"""How surely a side so bound is the one that acts."""
HOW = ("source and target", "source only", "target only")
CLAUSE_BREAK = {"advcl", "relcl", "parataxis"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What the source does: PLOVER root, mode where the words settle it, the CAMEO codes of the act's class, and why.

    `how`: source and target, source only, target only. `cameo` is empty where another word made the act another.
    """

    root: str
    mode: str | None
    reason: Reason
    how: str
    cameo: tuple[str, ...] = ()


def code(
    scene: Scene, at: int, source: tuple[int, int] | None, target: tuple[int, int] | None, claims: Sequence[Claim] = ()
) -> Coded | None:
    """Code what the words at `source` do to those at `target` in sentence `at`; None where no act is told.

    `claims` are those of the document: a word that triggers one gets the row of its type. Without an act between the
    sides the source's own act answers, then what is done to the target.
    """
    sentence = scene.sentences[at]
    doer = head(sentence, source) if source is not None else None
    other = head(sentence, target) if target is not None else None
    inside = frozenset(
        tok.i for tok in sentence.tokens if target is not None and tok.start < target[1] and tok.end > target[0]
    )
    reader = Reader(other, inside, _claimed(sentence, claims))
    own = frozenset(
        tok.i for tok in sentence.tokens if source is not None and tok.start < source[1] and tok.end > source[0]
    )
    act, how = _between(reader, doer, other, own)
    if act is None:
        act, how = _around(reader, sentence, other), HOW[2]
    if act is None:
        return None
    reason = Reason(name=f"coding.{how.replace(' ', '_')}", score=0.0, sentence="; ".join(act.why))
    return Coded(root=act.root, mode=act.mode, cameo=act.cameo, how=how, reason=reason)


def _claimed(sentence: Sentence, claims: Sequence[Claim]) -> Mapping[int, tuple[str, str | None]]:
    found: dict[int, tuple[str, str | None]] = {}
    for claim in claims:
        row = claim_types()[claim.type].plover
        if row is None:
            continue
        for tok in sentence.between(claim.trigger_start, claim.trigger_end):
            found[tok.i] = row
    return found


def _between(reader: Reader, doer: Token | None, other: Token | None, own: frozenset[int]) -> tuple[Act | None, str]:
    """The act that the source is bound to most surely, those that reach the target first."""
    best: tuple[float, Act, str] | None = None
    if doer is None:
        return None, ""
    for rank, (tok, how) in enumerate(acting(doer)):
        act = reader.act(tok) if tok.i not in own else None
        if act is None:
            continue
        reach = _reach(tok, other)
        score = STRENGTH[how] + reach - 0.3 * rank
        if act.root == "MOBILIZE" and other is not None and other in joined(doer):
            act = act.turned("COOPERATE", "both sides do it together")
        if best is None or score > best[0]:
            best = (score, act, HOW[0] if reach >= 2.0 else HOW[1])
    return (None, "") if best is None else best[1:]


def _reach(tok: Token, other: Token | None) -> float:
    """How closely the other side hangs on `tok`: 3 in its own clause, 1 in one that hangs on it, 0 elsewhere."""
    way = path(tok, other) if other is not None else None
    if way is None:
        return 0.0
    if any(one.dep == "conj" and is_verb(one) for one in way):
        return 0.0
    return 1.0 if any(one.dep in CLAUSE_BREAK for one in way) else 3.0


def _around(reader: Reader, sentence: Sentence, other: Token | None) -> Act | None:
    """What is done to the target, nearest word first; else the main act of the sentence."""
    near: list[Token] = []
    if other is not None:
        near.extend(tok for tok in other.ancestors() if part(tok) is not None)
    near.extend(tok for tok in sentence.tokens if tok.head is tok)
    near.extend(tok for tok in sentence.tokens if is_verb(tok))
    near.extend(tok for tok in sentence.tokens if part(tok) == "noun")
    for tok in near:
        act = reader.act(tok)
        if act is not None:
            return act
    return None
