"""What kind of thing a name names: a table of voices, each of which says how much it speaks for a kind, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tripoint.mentions.draft import Draft, because
from tripoint.mentions.scene import Scene
from tripoint.mentions.stance import place_before
from tripoint.model import MentionKind, Reason
from tripoint.names import strict_key
from tripoint.resources.places import gazetteer
from tripoint.resources.words import group_heads, place_types, plain_titles
from tripoint.syntax import Token

KINDS = {"org": MentionKind.ACTOR, "per": MentionKind.PERSON, "loc": MentionKind.PLACE}
"""Kinds of names, as the encoder calls them."""

CALLED = {"org": "an organisation", "per": "a person", "loc": "a place"}

TAGS = {"ORG": "org", "PERSON": "per", "GPE": "loc", "LOC": "loc", "FAC": "loc"}
"""Entity tags of the parser that tell a kind."""

ACCEPTED = 0.75
"""A name with a lower sum of voices for its kind is no mention."""

AHEAD = 0.25
"""By how much the best kind must lead the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Words that may be a name: tokens of sentence `index`, in one row. `told`: kinds of the same name elsewhere."""

    index: int
    tokens: Sequence[Token]
    text: str
    told: Mapping[str, int]


Voice = Callable[[Scene, Named, str], tuple[float, str] | None]


def _encoder(scene: Scene, name: Named, kind: str) -> tuple[float, str] | None:
    """The learned encoder reads the words in their sentence."""
    share = scene.share(name.index, kind, name.tokens)
    return None if share is None or share < 0.05 else (share, f"the encoder reads {CALLED[kind]}")


def _parser(scene: Scene, name: Named, kind: str) -> tuple[float, str] | None:
    """The parser tags most of the words so."""
    share = parsed(name.tokens, kind)
    return (0.35 * share, f"the parser reads {CALLED[kind]}") if share >= 0.5 else None


def _gazetteer(scene: Scene, name: Named, kind: str) -> tuple[float, str] | None:
    """A place of that name lies in a country that the document speaks of."""
    if kind != "loc":
        return None
    places = gazetteer().strict(strict_key(name.text))
    near = any(scene.told.get(iso2, 0.0) >= 0.05 for place in places for iso2 in place.countries)
    return (0.3, "the gazetteer holds the name in a country that the document speaks of") if near else None


def _cue(scene: Scene, name: Named, kind: str) -> tuple[float, str] | None:
    """A word beside the name, or its own last word, says what it is."""
    first, last = name.tokens[0], name.tokens[-1]
    sentence = scene.sentences[name.index]
    before = sentence.tokens[first.i - 1].lower.rstrip(".") if first.i > 0 else ""
    if kind == "per" and before in plain_titles():
        return 0.4, f"the title {before!r} stands before it"
    head = group_heads().get(last.lower)
    if kind == "org" and head is not None and head.capital and len(name.tokens) > 1:
        return 0.3, f"its last word is {last.lower!r}"
    if kind == "loc" and (last.lower in place_types() or place_before(last)):
        return 0.2, "a word beside it places things"
    return None


def _document(scene: Scene, name: Named, kind: str) -> tuple[float, str] | None:
    """The document names it elsewhere, where more words tell what it is."""
    if not name.told:
        return None
    share = name.told.get(kind, 0) / sum(name.told.values())
    return (
        (0.35, f"the document names it as {CALLED[kind]} elsewhere") if share > 0.5 else (-0.6, "elsewhere it is not")
    )


VOICES: tuple[tuple[str, Voice], ...] = (
    ("encoder", _encoder),
    ("parser", _parser),
    ("gazetteer", _gazetteer),
    ("cue", _cue),
    ("document", _document),
)
"""The table. What the register knows is found before and needs no vote."""


def judge(scene: Scene, name: Named) -> tuple[str, float, tuple[Reason, ...]] | None:
    """Return the kind that the voices speak for, their sum and the reasons; None when they do not agree enough."""
    ranked: list[tuple[float, str, tuple[Reason, ...]]] = []
    for kind in KINDS:
        given = [(voice, said) for voice, ask in VOICES if (said := ask(scene, name, kind)) is not None]
        total = sum(score for _, (score, _) in given)
        ranked.append((total, kind, tuple(because(voice, score, why) for voice, (score, why) in given)))
    ranked.sort(key=lambda row: -row[0])
    total, kind, reasons = ranked[0]
    if total < ACCEPTED or total - ranked[1][0] < AHEAD:
        return None
    return kind, total, reasons


def parsed(tokens: Iterable[Token], kind: str) -> float:
    """Return the share of words that the parser tags as of that kind."""
    tags = [TAGS.get(tok.ent) for tok in tokens if tok.text[:1].isalnum()]
    return tags.count(kind) / len(tags) if tags else 0.0


def told_kinds(scene: Scene, drafts: Iterable[Draft]) -> dict[str, Counter[str]]:
    """Return how often each name of the document is read as each kind, by its folded words."""
    codes = {kind: code for code, kind in KINDS.items()}
    found: dict[str, Counter[str]] = {}
    for draft in drafts:
        if draft.kind in codes and not draft.generic:
            found.setdefault(strict_key(scene.text[draft.start : draft.end]), Counter())[codes[draft.kind]] += 1
    return found
