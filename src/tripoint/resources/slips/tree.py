"""Taking a word of a parsed sentence from where it hangs and hanging it elsewhere."""

from __future__ import annotations

from tripoint.syntax import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that carry a sentence."""


def hang(tok: Token, above: Token, dep: str) -> None:
    """Hang `tok`, with all that hangs on it, on `above` as its `dep`; below itself it is never hung."""
    if above is tok or tok in above.ancestors():
        return  # a ring would have no end for whoever climbs it
    for over in (*tok.ancestors(), above, *above.ancestors()):
        over.forget()
    tok.head.kids.remove(tok)
    tok.head, tok.dep = above, dep
    above.kids.append(tok)
    above.kids.sort(key=lambda one: one.i)


def rise(verb: Token, tok: Token) -> None:
    """Put `verb`, somewhere below `tok`, in its place."""
    verb.head.kids.remove(verb)
    if tok.head is tok:
        verb.head, verb.dep = verb, "ROOT"
    else:
        verb.head, verb.dep = tok.head, tok.dep
        tok.head.kids.remove(tok)
        tok.head.kids.append(verb)
        tok.head.kids.sort(key=lambda one: one.i)
        tok.head = tok
    tok.head = verb
    verb.kids.append(tok)
    verb.kids.sort(key=lambda one: one.i)


def crown(verb: Token, tok: Token) -> None:
    """Make `verb`, which hangs on the root `tok`, the root, and hang all else on it."""
    if verb.head is not tok:
        return
    for kid in [one for one in tok.kids if one is not verb]:
        hang(kid, verb, kid.dep)
    rise(verb, tok)


def make_main(root: Token, noun: Token, verb: Token, held: Token | None) -> None:
    """Make `verb` the main verb, `noun` its subject and `held` its object."""
    verb.head.kids.remove(verb)
    verb.tag, verb.dep, verb.head = "VBD", "ROOT", verb
    for kid in [one for one in root.kids if one.i < noun.i and one.dep in {"prep", "npadvmod", "advmod"}]:
        hang(kid, verb, kid.dep)
    if noun is root:
        root.head, root.dep = verb, "nsubj"
        verb.kids.append(root)
    else:
        root.kids.remove(noun)
        noun.head, noun.dep = verb, "nsubj"
        verb.kids.append(noun)
        root.head, root.dep = noun, "acl"
        noun.kids.append(root)
    verb.kids.sort(key=lambda one: one.i)
    if held is not None and held.head is not held:
        hang(held, verb, "dobj")
