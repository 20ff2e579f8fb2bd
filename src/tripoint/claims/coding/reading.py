"""The act that a word tells, with what stands under it on the way to the other side."""

from __future__ import annotations

from collections.abc import Mapping

from tripoint.claims.coding.combine import AGAINST, COMBINE, FOR, Act, denied, promised
from tripoint.claims.coding.links import path
from tripoint.claims.coding.lookup import framed, objects, operator, part, worded
from tripoint.claims.tree import is_verb, negated
from tripoint.syntax import Token

DEPTH = 8
"""Steps of embedding that are followed; a sentence needs four."""
FUTURE = {"will", "'ll", "’ll", "wo", "would", "shall"}
DUTY = {"should", "must", "ought", "need"}
CLAUSES = {"xcomp", "ccomp", "acl", "pcomp", "csubj"}


class Reader:
    """Reads words of one sentence towards `target`; `claimed` gives the root of words that tell a claim."""

    def __init__(self, target: Token | None, inside: frozenset[int], claimed: Mapping[int, tuple[str, str | None]]):
        self._target = target
        self._inside = inside
        self._claimed = claimed

    def act(self, tok: Token, depth: int = 0) -> Act | None:
        """The act that `tok` tells, with its own negation and future."""
        found = self._bare(tok, depth)
        if found is None:
            return None
        for kid in tok.kids:
            if kid.tag == "MD" and kid.lower in FUTURE and is_verb(tok) and not _conditioned(tok):
                found = promised(found, kid.lower)
        if negated(tok) or any(kid.lower == "not" for kid in tok.children("advmod", "preconj")):
            found = denied(found, f"not {tok.lower}")
        return found

    def _bare(self, tok: Token, depth: int) -> Act | None:
        if depth > DEPTH or part(tok) is None:
            return None
        frame = framed(tok)
        claim = self._claimed.get(tok.i)
        if claim is not None and (frame is None or frame[0].conditions == 0):
            return Act(root=claim[0], mode=claim[1], tok=tok, why=(f"“{tok.lower}” tells a claim",))
        if frame is not None and frame[0].conditions:
            return _of(tok, frame[1].root, frame[1].mode, frame[1].id)
        op = operator(tok)
        word = worded(tok)
        if op is not None:
            if op.effect == "say":
                said = self._said(tok, depth)
                if said is not None:
                    return said
            else:
                inner = self._under(tok, depth)
                if inner is not None:
                    return COMBINE[op.effect](inner, tok.lower)
            if word is None and op.alone is not None:
                return _of(tok, op.alone, None, op.effect)
        if word is None and frame is not None:
            word = frame[1]
        if word is not None:
            return _of(tok, word.root, word.mode, word.id)
        return self._under(tok, depth) if op is None else None

    def _under(self, tok: Token, depth: int) -> Act | None:
        """The act of the first word under `tok` that tells one: its clause or object first, then towards the target."""
        for one in self._content(tok):
            found = self.act(one, depth + 1)
            if found is not None:
                return found
        return None

    def _content(self, tok: Token) -> list[Token]:
        way = path(tok, self._target) if self._target is not None else None
        first = way[0] if way else None
        direct: list[Token] = []
        if first is not None and first.dep in {"xcomp", "ccomp", "dobj", "acl", "attr", "acomp", "oprd"}:
            direct.append(first)
        direct.extend(kid for kid in tok.children("xcomp", "ccomp", "acl") if is_verb(kid) or kid.tag.startswith("JJ"))
        if is_verb(tok):
            direct.extend(one for one in objects(tok) if one is not tok.head or tok.dep in {"acl", "relcl"})
        direct.extend(tok.children("acomp", "oprd"))
        direct.extend(pobj for kid in tok.children("prep", "agent") for pobj in kid.children("pobj", "pcomp"))
        if way is not None:
            direct.extend(one for one in way if one.dep not in {"conj", "relcl", "advcl"})
        seen: set[int] = set()
        last: list[Token] = []
        order: list[Token] = []
        for one in direct:
            if one.i in seen or one is tok:
                continue
            seen.add(one.i)
            (last if one.i in self._inside else order).append(one)
        return [*order, *last]

    def _said(self, tok: Token, depth: int) -> Act | None:
        """The content of a saying: one's own act, or, where the target is its subject, what is said against or for it."""
        for clause in [kid for kid in tok.children("ccomp", "xcomp") if part(kid) is not None]:
            found = self.act(clause, depth + 1)
            subjects = clause.children("nsubj", "nsubjpass", "csubj")
            about = any(one.i in self._inside for sub in subjects for one in sub.subtree())
            if about and any(kid.tag == "MD" and kid.lower in DUTY for kid in clause.kids):
                return _of(tok, "REQUEST", None, "what the other side should do")
            if found is None:
                continue
            if about and clause.children("nsubj") and found.root in AGAINST:
                return found.turned("ACCUSE", "said of the other side")
            if about and clause.children("nsubj") and found.root in FOR:
                return found.turned("SUPPORT", "said of the other side")
            return found
        return None


def _of(tok: Token, root: str, mode: str | None, name: str) -> Act:
    return Act(root=root, mode=mode, tok=tok, why=(f"“{tok.lower}” is {name.replace('_', ' ')}",))


def _conditioned(verb: Token) -> bool:
    """*Would* that only reports: under a past saying it is a future all the same."""
    return False
