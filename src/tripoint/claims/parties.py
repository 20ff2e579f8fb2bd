"""Noun phrases as parties: names, groups, pronouns and relatives with their antecedents, joined parties."""

from __future__ import annotations

from tripoint.claims.scene import Named, Scene, party
from tripoint.claims.tree import joined
from tripoint.claims.voices import Voices
from tripoint.model import MentionKind, Party
from tripoint.resources.claims import words
from tripoint.syntax import Token

ACTORS = (MentionKind.ACTOR, MentionKind.PERSON)
FIRST_PERSON = {"we", "us", "our", "ours"}
BOTH = {"both", "two", "three"}


class Cast:
    """Fills roles with parties; remembers who was named, for pronouns and *both countries*."""

    def __init__(self, scene: Scene, voices: Voices) -> None:
        self._scene = scene
        self._voices = voices

    def of(self, at: int, tok: Token, *, loose: bool = False) -> list[Party]:
        """The parties of the noun phrase headed by `tok`, joined ones included.

        `loose` also takes the actor that owns or makes up a thing (*ISIS positions*, *bases of the militia*).
        """
        found: list[Party] = []
        for one in self._group(at, tok):
            for made in self._one(at, one, loose=loose):
                if all((made.start, made.end) != (p.start, p.end) for p in found) and (
                    made.start < 0 or all(made.name != p.name for p in found)
                ):
                    found.append(made)
        return found

    def _group(self, at: int, tok: Token) -> list[Token]:
        """`tok` and the phrases joined to it, by the tree and by the commas and *and* between mentions."""
        group = {one.i: one for one in joined(tok)}
        text = self._scene.doc.text
        mentions = [
            n
            for n in self._scene.named(at, *ACTORS, MentionKind.PLACE)
            if not self._nested(at, n)
            and (n.head.i in group or text[: n.mention.start].rstrip()[-1:] not in {"(", "["})
        ]
        tokens = self._scene.sentences[at].tokens
        for index, named in enumerate(mentions):
            if named.head.i not in group:
                continue
            for step in (-1, 1):
                here = index
                while 0 <= here + step < len(mentions):
                    left, right = sorted((mentions[here], mentions[here + step]), key=lambda n: n.mention.start)
                    other = mentions[here + step]
                    if (
                        not other.is_people
                        or not _only_joined(tokens, left, right)
                        or _own_verb(other.head, tok, group)
                    ):
                        break
                    group[other.head.i] = other.head
                    here += step
        return [group[i] for i in sorted(group)]

    def _nested(self, at: int, named: Named) -> bool:
        return any(
            other is not named
            and other.mention.start <= named.mention.start
            and named.mention.end <= other.mention.end
            and other.mention.kind is not MentionKind.TIME
            for other in self._scene.named(at, *ACTORS, MentionKind.PLACE)
        )

    def _one(self, at: int, tok: Token, *, loose: bool) -> list[Party]:
        scene = self._scene
        if tok.tag in {"WDT", "WP"} and tok.head.dep == "relcl":
            return self._one(at, tok.head.head, loose=loose)
        if tok.tag in {"PRP", "PRP$"}:
            made = self.pronoun(at, tok)
            return [made] if made is not None else []
        owner = next((kid for kid in tok.children("poss") if kid.tag == "PRP$"), None)
        named = scene.headed(at, tok, *ACTORS)
        if owner is not None and (named is None or named.mention.generic):
            made = self.pronoun(at, owner, head=tok)
            if made is not None and tok.lemma in words()["force_nouns"] | {"ally", "force"}:
                return [made] if tok.lemma != "ally" else [_renamed(made, f"allies of {made.name}")]
        if any(kid.lower in BOTH for kid in tok.kids) and tok.lemma in {
            "country",
            "side",
            "nation",
            "army",
            "state",
            "government",
            "party",
        }:
            return self._pair(at, tok)
        if named is not None:
            if named.mention.generic:
                inner = self._inner(at, tok, named)
                if inner is not None and _stands_for(inner):
                    return [inner]
            return [party(named)]
        place = scene.headed(at, tok, MentionKind.PLACE)
        if place is not None and place.reading is not None and place.reading.place is not None:
            if place.reading.place.precision == "country" or scene.kind_of(at, tok) == "people":
                return [party(place)]
            return []
        lexicon = words()
        if (
            tok.lemma in lexicon["counting_nouns"]
            or tok.tag == "CD"
            or tok.lower in {"dozens", "hundreds", "thousands"}
        ):
            for kid in tok.children("prep"):
                if kid.lower == "of":
                    for pobj in kid.children("pobj"):
                        return self._one(at, pobj, loose=loose)
        if loose or tok.lemma in lexicon["people_nouns"]:
            inner = self._inner(at, tok, None)
            if inner is not None:
                return [inner]
        if tok.lemma in lexicon["people_nouns"]:
            return [_described(scene, tok)]
        return []

    def _inner(self, at: int, tok: Token, outer: Named | None) -> Party | None:
        """The named actor that owns or makes up what `tok` heads: *ISIS fighters*, *positions of the group*."""
        for kid in tok.children("compound", "poss", "nmod", "amod"):
            named = self._scene.on(at, kid, *ACTORS)
            if named is not None and named is not outer and not named.mention.generic:
                return party(named)
        for prep in tok.children("prep"):
            if prep.lower in {"of", "from"}:
                for pobj in prep.children("pobj"):
                    named = self._scene.headed(at, pobj, *ACTORS)
                    if named is not None and not named.mention.generic:
                        return party(named)
        return None

    def pronoun(self, at: int, tok: Token, head: Token | None = None) -> Party | None:
        """What a pronoun stands for: the voice for *we, our* and *it* under a body's *said*; else the nearest subject."""
        lower = tok.lower
        end = head.end if head is not None else tok.end
        chain = self._voices.chain(at, tok)
        if lower in FIRST_PERSON:
            return self._first_person(at, tok, end) if chain else None
        if lower not in {"it", "its", "they", "their", "them", "he", "his", "she", "her", "him"}:
            return None
        if chain and lower in {"it", "its", "he", "his", "she", "they", "their"}:
            speaker = chain[0].speaker
            if (
                (speaker.kind == "person") == (lower in {"he", "his", "she"})
                and speaker.kind != "unnamed"
                and lower != "its"
            ):
                return self._as(
                    tok, end, name=speaker.name, actor_id=speaker.actor_id, start=speaker.start, stop=speaker.end
                )
        before = self._before(at, tok)
        if before is None:
            return None
        made = party(before)
        return self._as(
            tok,
            end,
            name=made.name,
            actor_id=made.actor_id,
            start=made.start,
            stop=made.end,
            kind=made.kind,
            country=made.country,
        )

    def _before(self, at: int, tok: Token) -> Named | None:
        """The subject of the clause before, in this sentence or the last: the only antecedent that is safe."""
        person = tok.lower in {"he", "his", "she", "her", "him"}
        plural = tok.lower in {"they", "their", "them"}
        for where in (at, at - 1):
            if where < 0 or self._scene.sentences[where].block != self._scene.sentences[at].block:
                break
            fit = [
                named
                for named in self._scene.named(where, *ACTORS)
                if (where < at or named.mention.end <= tok.start)
                and (named.mention.kind is MentionKind.PERSON) == person
                and not (tok.lower in {"them", "him"} and named.head.head is tok.head)
                and named.head.dep in {"nsubj", "nsubjpass", "poss", "conj", "pobj", "dobj"}
            ]
            if plural:
                fit = [
                    n for n in fit if n.head.tag in {"NNS", "NNPS"} or n.head.dep == "conj" or n.mention.generic
                ] or fit
            subjects = [n for n in fit if n.head.dep in {"nsubj", "nsubjpass"}]
            if tok.lower in {"its", "his", "their"} and subjects and where == at:
                return subjects[-1]
            if len(subjects) == 1:
                return subjects[0]
            if len({n.name for n in fit}) == 1:
                return fit[0]
            if fit:
                return None
        return None

    def _first_person(self, at: int, tok: Token, end: int) -> Party | None:
        speaker = self._voices.chain(at, tok)[0].speaker
        if speaker.kind == "unnamed":
            return None
        if speaker.kind == "person":
            body = self.body_of(speaker.name)
            if body is None:
                return None
            made = party(body)
            return self._as(
                tok, end, name=made.name, actor_id=made.actor_id, start=made.start, stop=made.end, kind=made.kind
            )
        return self._as(tok, end, name=speaker.name, actor_id=speaker.actor_id, start=speaker.start, stop=speaker.end)

    def body_of(self, person: str) -> Named | None:
        """The actor whose office or member a person is said to be (*commander of the X brigade N. N.*)."""
        for at in range(len(self._scene.sentences)):
            actors = [n for n in self._scene.named(at, MentionKind.ACTOR) if not n.mention.generic]
            for named in self._scene.named(at, MentionKind.PERSON):
                if named.name != person:
                    continue
                inside = [n for n in actors if n.head in named.head.subtree() and n.head is not named.head]
                if inside:
                    return inside[-1]
                if named.head.dep == "appos":
                    near = [n for n in actors if n.head in named.head.head.subtree()]
                    if near:
                        return near[0]
        return None

    def _pair(self, at: int, tok: Token) -> list[Party]:
        """*both countries*: the last two or three joined names before it."""
        wanted = 3 if any(kid.lower == "three" for kid in tok.kids) else 2
        country = tok.lemma in {"country", "nation", "state"}
        for where in range(at, max(-1, at - 4), -1):
            names = [
                n
                for n in self._scene.named(where, MentionKind.ACTOR, MentionKind.PLACE)
                if (where < at or n.mention.end <= tok.start) and (not country or _country(n))
            ]
            for i in range(len(names) - 1, wanted - 2, -1):
                run = names[i - wanted + 1 : i + 1]
                tokens = self._scene.sentences[where].tokens
                if len({n.name for n in run}) == wanted and all(
                    _only_joined(tokens, a, b) for a, b in zip(run, run[1:], strict=False)
                ):
                    made = [party(n) for n in run]
                    return [
                        Party(name=p.name, actor_id=p.actor_id, text=tok.text, start=tok.start, end=tok.end, kind=p.kind, country=p.country, antecedent_start=p.start, antecedent_end=p.end)
                        for p in made
                    ]  # fmt: skip
        return []

    def _as(
        self,
        tok: Token,
        end: int,
        *,
        name: str,
        actor_id: str | None,
        start: int,
        stop: int,
        kind: str | None = None,
        country: str | None = None,
    ) -> Party:
        return Party(
            name=name, actor_id=actor_id, text=self._scene.doc.text[tok.start : end], start=tok.start, end=end,
            kind=kind, country=country, antecedent_start=start, antecedent_end=stop,
        )  # fmt: skip


def _renamed(made: Party, name: str) -> Party:
    return Party(
        name=name, actor_id=None, text=made.text, start=made.start, end=made.end, kind=None, country=None,
        antecedent_start=made.antecedent_start, antecedent_end=made.antecedent_end,
    )  # fmt: skip


def _stands_for(made: Party) -> bool:
    return bool(made.name)


def _country(named: Named) -> bool:
    reading = named.reading
    if reading is None:
        return False
    return (reading.place is not None and reading.place.precision == "country") or reading.actor_kind in {
        "country",
        "government",
        "state",
    }


def _described(scene: Scene, tok: Token) -> Party:
    """A group without a name, by its own words: the noun with what stands before it."""
    low = min(
        (
            one.start
            for kid in tok.kids
            if kid.i < tok.i and kid.dep in {"amod", "compound", "nmod"}
            for one in kid.subtree()
        ),
        default=tok.start,
    )
    return Party(
        name=" ".join(scene.doc.text[low : tok.end].split()),
        actor_id=None,
        text=scene.doc.text[low : tok.end],
        start=low,
        end=tok.end,
    )


def _only_joined(tokens: list[Token], left: Named, right: Named) -> bool:
    """Whether only commas, *and* and determiners stand between two mentions."""
    between = [t for t in tokens if left.mention.end <= t.start and t.end <= right.mention.start]
    if not between or len(between) > 7:
        return False
    plain = {",", "and", "&", "the", "as", "well", "along", "with", "or", "both", "its", "their"}
    low, high = left.mention.end, right.mention.start
    inside = 0
    for tok in between:
        if tok.text in {"(", "["}:
            inside += 1
        elif tok.text in {")", "]"}:
            inside -= 1
        elif inside == 0 and tok.lower not in plain:
            return False
    joins = [t for t in between if t.lower in {",", "and", "&", "or", "with", "well"}]
    return bool(joins) and low < high


def _own_verb(other: Token, tok: Token, group: dict[int, Token]) -> bool:
    """Whether `other` is the subject of a verb that the group is not: then it is no member of the group."""
    if other.dep in {"nsubj", "nsubjpass"}:
        return other is not tok and other.head not in {one.head for one in group.values()}
    if other.dep == "pobj" and other.head.head not in set(group.values()):
        return all(other.head is not one.head for one in group.values() if one.dep == "pobj")
    return False
