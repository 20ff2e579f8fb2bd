"""The act that a word tells, with what stands under it on the way to the other side."""

from __future__ import annotations

from collections.abc import Mapping

from tripoint.claims.coding.combine import AGAINST, COMBINE, DEEDS_AGAINST, FOR, Act, denied, promised
from tripoint.claims.coding.links import path
from tripoint.claims.coding.lookup import framed, objects, operator, part, worded
from tripoint.claims.tree import is_verb, negated
from tripoint.resources.codebooks import ActClass, Operator
from tripoint.syntax import Token

DEPTH = 8
"""Steps of embedding that are followed; a sentence needs four. Each word is read once, so time stays bounded."""
FUTURE = {"will", "'ll", "’ll", "wo", "would", "shall"}
DUTY = {"should", "must", "ought", "need"}


class Reader:
    """Reads words of one sentence towards `target`; `claimed` gives the root of words that tell a claim."""

    def __init__(self, target: Token | None, inside: frozenset[int], claimed: Mapping[int, tuple[str, str | None]]):
        self._target = target
        self._inside = inside
        self._claimed = claimed
        self._known: dict[int, Act | None] = {}

    def act(self, tok: Token, depth: int = 0) -> Act | None:
        """The act that `tok` tells, with its own negation and future."""
        if depth > DEPTH or part(tok) is None:
            return None
        if tok.i not in self._known:
            self._known[tok.i] = None
            self._known[tok.i] = self._whole(tok, depth)
        return self._known[tok.i]

    def _whole(self, tok: Token, depth: int) -> Act | None:
        found = self._bare(tok, depth)
        if found is None:
            return None
        for kid in tok.kids:
            if kid.tag == "MD" and kid.lower in FUTURE and is_verb(tok):
                found = promised(found, kid.lower)
        if negated(tok) or any(kid.lower == "not" for kid in tok.children("advmod", "preconj")):
            found = denied(found, f"not {tok.lower}")
        return found

    def _bare(self, tok: Token, depth: int) -> Act | None:
        frame = framed(tok)
        if frame is not None and frame[0].conditions and isinstance(frame[1], ActClass):
            return self._class(tok, frame[1], depth)
        word = worded(tok)
        op = frame[1] if frame is not None and isinstance(frame[1], Operator) else operator(tok)
        if op is not None:
            if op.effect == "say":
                said = self._said(tok, depth)
                if said is not None:
                    return said
            elif op.effect == "call":
                return self._named(tok, depth) or self._purpose(tok, depth) or _of(tok, "CONSULT", "a call or a letter")
            else:
                inner = self._under(tok, depth)
                if inner is not None:
                    return COMBINE[op.effect](inner, tok.lower)
            if word is None and op.alone is not None:
                return _of(tok, op.alone, op.effect)
        if word is None and frame is not None and isinstance(frame[1], ActClass):
            word = frame[1]
        if word is not None:
            return self._class(tok, word, depth)
        claim = self._claimed.get(tok.i)
        if claim is not None:
            return Act(root=claim[0], mode=claim[1], tok=tok, cameo=(), why=(f"“{tok.lower}” tells a claim",))
        return self._under(tok, depth) if op is None else None

    def _class(self, tok: Token, one: ActClass, depth: int) -> Act:
        """The act of a class; a call for harm to the other side is no request made of it."""
        found = Act(
            root=one.root,
            mode=one.mode,
            cameo=one.cameo,
            tok=tok,
            why=(f"“{tok.lower}” is {one.id.replace('_', ' ')}",),
        )
        if one.root != "REQUEST" or self._target is None:
            return found
        way = path(tok, self._target)
        if not way or way[0].dep in {"dobj", "obj", "nsubjpass", "dative"}:
            return found
        asked = next((act for step in way[:-1] if (act := self.act(step, depth + 1)) is not None), None)
        if asked is None or asked.root not in DEEDS_AGAINST | {"ACCUSE"} or _does(way):
            return found
        return found.turned(
            "ACCUSE" if asked.root == "ACCUSE" else "THREATEN", f"asks for “{asked.tok.lower}” against it"
        )

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

    def _named(self, tok: Token, depth: int) -> Act | None:
        """*Called them thieves, called it a success*: a name given, rarely a kind one."""
        names = tok.children("oprd", "ccomp")
        if not names:
            return None
        found = self.act(names[0], depth + 1)
        kind = found is not None and found.root in FOR
        return _of(tok, "SUPPORT" if kind else "ACCUSE", "a name given")

    def _purpose(self, tok: Token, depth: int) -> Act | None:
        """What a call or a letter is for: *called him to congratulate him*."""
        for clause in tok.children("advcl", "xcomp"):
            if any(kid.tag == "TO" for kid in clause.kids) or clause.tag == "VBG":
                found = self.act(clause, depth + 1)
                if found is not None:
                    return found
        return None

    def _said(self, tok: Token, depth: int) -> Act | None:
        """The content of a saying: one's own act, or, where the target is its subject, what is said of it."""
        for clause in [kid for kid in tok.children("ccomp", "xcomp") if part(kid) is not None]:
            found = self.act(clause, depth + 1)
            subjects = clause.children("nsubj", "nsubjpass", "csubj")
            about = any(one.i in self._inside for sub in subjects for one in sub.subtree())
            if about and any(kid.tag == "MD" and kid.lower in DUTY for kid in clause.kids):
                return _of(tok, "REQUEST", "what the other side should do")
            if found is None:
                continue
            if about and clause.children("nsubj") and found.root in AGAINST:
                return found.turned("ACCUSE", "said of the other side")
            if about and clause.children("nsubj") and found.root in FOR:
                return found.turned("SUPPORT", "said of the other side")
            return found
        return None


def _of(tok: Token, root: str, name: str) -> Act:
    return Act(root=root, mode=None, cameo=(), tok=tok, why=(f"“{tok.lower}” is {name}",))


def _does(way: list[Token]) -> bool:
    """Whether the target is itself to do what is asked for: the subject of the clause or behind *by* and *of*."""
    return any(step.dep in {"nsubj", "agent"} for step in way)
