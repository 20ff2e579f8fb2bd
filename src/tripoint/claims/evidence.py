"""The words a claim rests on, and the loaded words among them."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import clause, is_verb
from tripoint.model import BlockRole, Evidence, Reason
from tripoint.syntax import Sentence, Token


def evidence_of(scene: Scene, sentence: Sentence, pred: Predicate, killing: list[Token]) -> Evidence:
    """The words of the clause; for a compound the noun phrase it stands in."""
    if pred.form == "held" and pred.about is not None:
        inside = [t for t in pred.about.subtree() if not _under_clause(t, pred.about)]
        start, end = min(t.start for t in [*inside, pred.tok]), max(t.end for t in [*inside, pred.tok])
    elif pred.form == "tie" and pred.light is None and pred.about is not None and pred.holder is not None:
        start, end = min(pred.holder.start, pred.tok.start), pred.about.end
    elif pred.form == "under" and pred.about is not None:
        start, end = clause(pred.light) if pred.light is not None else clause(pred.about)
        start = min(start, pred.about.start)
    else:
        start, end = clause(_going_on(pred.anchor))
        if is_verb(pred.anchor):
            found = subject(pred.anchor)
            if found is not None and found.how in {"antecedent", "noun it modifies"}:
                start = min(start, min(t.start for t in found.tok.subtree() if t.i <= found.tok.i))
    for verb in killing:
        low, high = clause(verb)
        start, end = min(start, low), max(end, high)
    if verb_left_out(scene, pred):
        start = min(start, pred.tok.head.start)
    start = max(start, sentence.start)
    return Evidence(start=start, end=end, text=scene.doc.text[start:end], block=BlockRole(sentence.role))


def _going_on(verb: Token) -> Token:
    """*Will go on arming them*: the words of the verb above are its own."""
    over = verb.head.head
    return over if verb.dep == "pcomp" and verb.head.lower == "on" and over.lemma in {"go", "keep", "carry"} else verb


def _under_clause(tok: Token, top: Token) -> bool:
    here = tok
    while here is not top:
        if here.dep in {"relcl", "acl"}:
            return True
        here = here.head
    return False


def framing_in(scene: Scene, at: int, evidence: Evidence) -> tuple[str, ...]:
    """Loaded words that the mentions inside the evidence carry."""
    found: list[str] = []
    for named in scene.named(at):
        if named.reading is not None and evidence.start <= named.mention.start < evidence.end:
            found.extend(word for word in named.reading.framing if word not in found)
    return tuple(found)


def verb_left_out(scene: Scene, pred: Predicate) -> tuple[Reason, ...]:
    """Return the reason why words that are no verb stand for one: *took X on Monday and Y on Tuesday*."""
    told = scene.doc.text[pred.tok.start : pred.tok.end]
    if told.lower() != "and" or pred.tok.lower == "and":
        return ()
    sentence = f"“{told}” stands for “{pred.tok.text}”, which is told once"
    return (Reason(name="verb.left_out", score=0.0, sentence=sentence),)
