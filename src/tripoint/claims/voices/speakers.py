"""Who a phrase names as a voice: a person, a body, or an unnamed voice kept as `unnamed:...`."""

from __future__ import annotations

from tripoint.claims.scene import Named, Scene
from tripoint.claims.voices.governments import governs, no_town
from tripoint.claims.voices.recall import Recall
from tripoint.model import MentionKind, Speaker
from tripoint.resources.claims import sources, words
from tripoint.resources.countries import nationality
from tripoint.resources.outlets import find
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token

IMPLIED = frozenset({"unnamed:reports", "unnamed:allegations"})
"""Voices that a passive or an adverb only implies (*it was announced, reportedly*)."""
RELATIVES = {"who", "which", "that", "this", "these", "there", "what", "whoever"}


class Naming:
    """Turns phrases into speakers, never a time, a thing, or a place that is no seat of government."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._recall = Recall(scene)

    def remember(self, speaker: Speaker) -> None:
        """Keep `speaker` as the last of its kind."""
        self._recall.remember(speaker)

    def speakers(self, at: int, tok: Token, cue: str) -> list[Speaker]:
        """One speaker: the first of joined voices that is named (parallel voices are separate chains)."""
        found = self._speaker(at, tok, cue)
        return [] if found is None else [found]

    def _speaker(self, at: int, tok: Token, cue: str) -> Speaker | None:
        if tok.tag == "PRP":
            return self._recall.pronoun(at, tok, cue)
        if tok.lower in RELATIVES or tok.ent in {"DATE", "TIME"}:
            return None
        if tok.tag == "CD" or tok.lemma in words()["counting_nouns"]:  # *two of its officers*
            behind = [one for kid in tok.children("prep") if kid.lower == "of" for one in kid.children("pobj")]
            if behind and tok.lemma == "group" and any(kid.tag == "NNP" for kid in tok.children("compound")):
                return self._group(tok, behind[0], cue)
            if behind and behind[0].tag.startswith("NN"):
                return self._speaker(at, behind[0], cue)
        if self._scene.headed(at, tok, MentionKind.TIME) is not None:
            return None
        kinds = (MentionKind.PERSON, MentionKind.ACTOR)
        if tok.dep == "appos" and tok.lemma.lower() in sources():
            called = self._scene.headed(at, tok.head, MentionKind.PERSON)
            if called is not None:  # *N. N., a spokesman of X, who denied*
                return named_speaker(called, "person", cue)
        named = self._titled(at, tok) or self._scene.headed(at, tok, *kinds) or self._scene.on(at, tok, *kinds)
        if named is not None and named.mention.start == tok.start and _hyphenated(tok):
            return self._body(tok, cue)  # *ISP-Myanmar*
        if named is not None and named.mention.kind is MentionKind.PERSON:
            return named_speaker(named, "body" if governs(named) else "person", cue)
        lemma, lexicon = tok.lemma.lower(), words()
        if named is None and tok.dep != "compound":  # *the X Observatory monitor*, where the name stands right before
            before = [self._scene.on(at, kid, MentionKind.ACTOR) for kid in tok.children("compound")]
            whose = before[-1] if before else None
            if (
                whose is not None
                and not whose.mention.generic
                and 0 < tok.start - whose.mention.end <= 1
                and lemma in _KIND_OF_BODY
            ):
                return named_speaker(whose, "body", cue)
        nameless = named is None or named.reading is None or named.reading.candidate_id is None
        if nameless and lemma in lexicon["unnamed_heads"] | lexicon["titles"]:
            person = next((n for n in self._scene.named(at, MentionKind.PERSON) if n.head.head is tok), None)
            if person is not None and person.head.dep in {"appos", "compound", "nmod"}:
                return named_speaker(person, "person", cue)
            return self._recall.title(tok, cue) or self._unnamed(tok, cue)
        again = self._recall.body(tok, cue) if nameless else None
        if again is not None:
            return again
        if named is not None and nameless and named.mention.generic and tok.children("poss"):
            return self._body(tok, cue)  # *the group's media office*, whose owner is part of its name
        if named is not None:
            return named_speaker(named, "body", cue)
        place = self._scene.headed(at, tok, MentionKind.PLACE)
        if place is not None:
            if tok.dep == "nsubj" and no_town(place):
                return self._body(tok, cue)  # *the Irrawaddy reported*: an outlet that is called after a river
            return named_speaker(place, "body", cue) if governs(place) else None
        if tok.tag in {"NNP", "NNPS"} or (
            tok.tag.startswith("NN") and any(k.tag.startswith("NNP") for k in tok.children("compound"))
        ):
            return self._body(tok, cue)
        if tok.tag == "NN" and lemma in voice_words().bodies:
            return self._body(tok, cue)
        lists = voice_words()
        speaks = lemma in lists.speaking_nouns or lemma in lists.bodies
        speaks = speaks or self._scene.kind_of(at, tok) == "people"
        for owner in tok.children("poss") if tok.tag == "NN" and not speaks else ():  # *X's tracking matrix said*
            whose = self._scene.headed(at, owner, MentionKind.ACTOR)
            if whose is not None and not whose.mention.generic:
                return named_speaker(whose, "body", cue)
        return self._unnamed(tok, cue) if tok.tag.startswith("NN") and speaks else None

    def _group(self, tok: Token, members: Token, cue: str) -> Speaker:
        """*The UN group of experts, the Khortytsia group of forces*: a body by all its words."""
        name = f"{phrase(self._scene, tok)} of {members.text}"
        return Speaker(name=name, actor_id=None, kind="body", cue=cue, start=tok.start, end=tok.end)

    def _unnamed(self, tok: Token, cue: str) -> Speaker:
        """A voice without a name; a post that belongs to a body (*UN officials*) stands for the body."""
        beside = next((kid for kid in tok.children("appos") if kid.tag == "NNP" and kid.i > tok.i), None)
        if tok.tag == "NN" and beside is not None and beside.ent not in {"GPE", "LOC", "ORG"}:
            return self._body(beside, cue, kind="person")
        text = phrase(self._scene, tok)
        proper = any(kid.tag.startswith("NNP") for kid in tok.kids)
        body = proper and tok.lemma.lower() in _OF_BODIES
        name, kind = (text, "body") if body else (f"unnamed:{text}", "unnamed")
        return Speaker(name=name, actor_id=None, kind=kind, cue=cue, start=tok.start, end=tok.end)

    def _body(self, tok: Token, cue: str, *, kind: str = "body") -> Speaker:
        """A name that no register holds: a person's where a title stands beside it."""
        beside = {kid.lemma.lower() for kid in tok.children("appos", "compound")}
        titled = tok.tag == "NNP" and beside & sources()
        if tok.ent == "PERSON" or titled:
            kind = "person"
        name = phrase(self._scene, tok, owned=not any(kid.tag == "NNP" for kid in tok.children("compound")))
        return Speaker(name=name, actor_id=None, kind=kind, cue=cue, start=tok.start, end=tok.end)

    def publisher(self, at: int, tok: Token, cue: str) -> Speaker | None:
        """The outlet, agency or broadcaster that `tok` names, as a relay; None for anybody else."""
        named = self._scene.on(at, tok, MentionKind.ACTOR)
        text = named.mention.text if named is not None else phrase(self._scene, tok)
        text = _proper(self._scene, tok) or text
        known = find(text) is not None or (named is not None and find(named.name) is not None)
        kinds = {one.lemma.lower() for one in (tok, *tok.kids)}
        proper = any(one.tag.startswith("NNP") for one in tok.subtree())
        if not known and (nationality(text) is not None or not (proper and kinds & voice_words().publishers)):
            return None
        return Speaker(name=text, actor_id=None, kind="relay", cue=cue, start=tok.start, end=tok.end)

    def _titled(self, at: int, tok: Token) -> Named | None:
        """The person named after a title (*the head of the northern command, N. N.*): nothing but the title's own
        words may stand between."""
        if tok.lemma not in words()["titles"]:
            return None
        low = tok.i
        high = max(one.i for one in tok.subtree())
        fit = [
            named
            for named in self._scene.named(at, MentionKind.PERSON)
            if low < named.head.i <= high and named.head.dep in {"appos", "pobj", "conj", "compound", "dep"}
        ]
        return fit[-1] if fit and fit[-1].head.i >= high - 3 else None


_KIND_OF_BODY = {"monitor", "group", "agency", "organisation", "organization", "network", "watchdog", "charity"}
"""Nouns behind a name that tell what it is and add no name of their own."""
_OF_BODIES = {"official", "diplomat", "medium", "monitor", "peacekeeper", "observer", "investigator", "expert"}


def _proper(scene: Scene, tok: Token) -> str:
    """The proper name inside a phrase: *the agency Horn Wire* names Horn Wire."""
    kinds = {"compound", "appos", "pobj", "dobj"}
    names = [one for one in tok.subtree() if one.tag in {"NNP", "NNPS"} and one.dep in kinds]
    if not names:
        return ""
    run = [names[-1]]
    for one in reversed(names[:-1]):
        if one.i == run[0].i - 1:
            run.insert(0, one)
    return " ".join(scene.doc.text[run[0].start : run[-1].end].split())


def named_speaker(named: Named, kind: str, cue: str) -> Speaker:
    """A mention as a voice."""
    return Speaker(
        name=named.name,
        actor_id=named.reading.candidate_id if named.reading is not None else None,
        kind=kind,
        cue=cue,
        start=named.mention.start,
        end=named.mention.end,
    )


def unnamed(voice: str, tok: Token) -> Speaker:
    """A voice without a name."""
    return Speaker(name=f"unnamed:{voice}", actor_id=None, kind="unnamed", cue=tok.lower, start=tok.start, end=tok.end)


def _hyphenated(tok: Token) -> bool:
    """Whether a name is joined to the one before it by a hyphen, and neither to a land's (*ISP-Myanmar*)."""
    dash = any(kid.text == "-" and kid.i == tok.i - 1 for kid in tok.kids)
    before = next((kid for kid in tok.children("compound") if kid.i == tok.i - 2 and kid.tag == "NNP"), None)
    return dash and before is not None and nationality(before.text) is None and len(before.text) > 2


def phrase(scene: Scene, tok: Token, *, owned: bool = True) -> str:
    """The noun phrase of `tok` without determiner and what follows the noun, in lower case unless proper.

    Without `owned`, whose it is or whose man he is stays out (*X's N. N.*).
    """
    kids = [
        k
        for k in tok.kids
        if (
            k.i < tok.i
            and k.dep in {"amod", "compound", "nmod", "poss"}
            and (owned or k.dep != "poss" or tok.tag != "NNP")
            and k.tag != "PRP$"
            and k.ent not in {"DATE", "TIME"}
        )
        or (k.dep == "punct" and k.lower == "-")
    ]
    words_of = [tok, *(one for kid in kids if kid.dep != "punct" for one in kid.subtree())]
    first = min((one for one in words_of if one.lower not in {"the", "a", "an"}), key=lambda one: one.i, default=tok)
    text = " ".join(scene.doc.text[first.start : tok.end].split())
    named = first.tag.startswith("NNP") or first.ent or (first.i > 1 and first.text[:1].isupper())
    return text if named or any(c.isupper() for c in text[1:]) else text[:1].lower() + text[1:]
