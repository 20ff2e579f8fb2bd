"""Who a phrase names as a voice: a person, a body, or an unnamed voice kept as `unnamed:...`."""

from __future__ import annotations

from tripoint.claims.scene import Named, Scene
from tripoint.model import MentionKind, Speaker
from tripoint.resources.claims import words
from tripoint.resources.outlets import find
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token

MALE_FEMALE = {"he", "she"}


class Naming:
    """Turns phrases into speakers; remembers the last person and the last body that spoke, for *he added*."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._last_person: Speaker | None = None
        self._last_body: Speaker | None = None

    def remember(self, speaker: Speaker) -> None:
        """Keep `speaker` as the last of its kind."""
        if speaker.kind == "person":
            self._last_person = speaker
        elif speaker.kind == "body":
            self._last_body = speaker

    def speakers(self, at: int, tok: Token, cue: str) -> list[Speaker]:
        """One speaker: the first of joined voices that is named (parallel voices are separate chains)."""
        lexicon = words()
        if tok.tag == "PRP":
            last = self._last_person if tok.lower in MALE_FEMALE else (self._last_body or self._last_person)
            if last is None or tok.lower in {"i", "we", "you"}:
                return []
            return [
                Speaker(name=last.name, actor_id=last.actor_id, kind=last.kind, cue=cue, start=tok.start, end=tok.end)
            ]
        if tok.lower in {"who", "which", "that", "this", "these", "there", "what"}:
            return []
        titled = self._titled(at, tok)
        if titled is not None:
            return [named_speaker(titled, "person", cue)]
        named = self._scene.headed(at, tok, MentionKind.PERSON, MentionKind.ACTOR) or self._scene.on(
            at, tok, MentionKind.PERSON, MentionKind.ACTOR
        )
        if named is not None and named.mention.kind is MentionKind.PERSON:
            return [named_speaker(named, "person", cue)]
        if tok.lemma in lexicon["unnamed_heads"] and (named is None or named.mention.generic or named.head is tok):
            held = next((n for n in self._scene.named(at, MentionKind.PERSON) if n.head.head is tok), None)
            if held is not None:
                return [named_speaker(held, "person", cue)]
            if named is None or named.reading is None or named.reading.candidate_id is None:
                text = phrase(self._scene, tok)
                proper = any(kid.tag.startswith("NNP") or kid.dep == "poss" for kid in tok.kids)
                kind = "body" if proper and tok.lemma in {"official", "diplomat", "medium", "monitor"} else "unnamed"
                name = text if kind == "body" else f"unnamed:{text}"
                return [Speaker(name=name, actor_id=None, kind=kind, cue=cue, start=tok.start, end=tok.end)]
        if named is not None:
            return [named_speaker(named, "body", cue)]
        place = self._scene.headed(at, tok, MentionKind.PLACE)
        if place is not None:
            return [named_speaker(place, "body", cue)]
        if tok.tag in {"NNP", "NNPS"} or (
            tok.tag.startswith("NN") and any(k.tag.startswith("NNP") for k in tok.children("compound"))
        ):
            text = phrase(self._scene, tok)
            return [Speaker(name=text, actor_id=None, kind="body", cue=cue, start=tok.start, end=tok.end)]
        if tok.tag.startswith("NN") and self._scene.kind_of(at, tok) == "people":
            text = phrase(self._scene, tok)
            return [
                Speaker(name=f"unnamed:{text}", actor_id=None, kind="unnamed", cue=cue, start=tok.start, end=tok.end)
            ]
        return []

    def publisher(self, at: int, tok: Token, cue: str) -> Speaker | None:
        """The outlet, agency or broadcaster that `tok` names, as a relay; None for anybody else."""
        named = self._scene.on(at, tok, MentionKind.ACTOR)
        text = named.mention.text if named is not None else phrase(self._scene, tok)
        text = _proper(self._scene, tok) or text
        known = find(text) is not None or (named is not None and find(named.name) is not None)
        kinds = {one.lemma.lower() for one in (tok, *tok.kids)}
        proper = any(one.tag.startswith("NNP") for one in tok.subtree())
        if not known and not (proper and kinds & voice_words().publishers):
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


def phrase(scene: Scene, tok: Token) -> str:
    """The noun phrase of `tok` without determiner and what follows the noun, in lower case unless proper."""
    kids = [
        k
        for k in tok.kids
        if (k.i < tok.i and k.dep in {"amod", "compound", "nmod", "poss"}) or (k.dep == "punct" and k.lower == "-")
    ]
    low = min((one.start for kid in kids if kid.dep != "punct" for one in kid.subtree()), default=tok.start)
    text = " ".join(scene.doc.text[low : tok.end].split())
    return text if tok.tag.startswith("NNP") or any(c.isupper() for c in text[1:]) else text[:1].lower() + text[1:]
