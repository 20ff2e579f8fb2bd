"""What the encoder hears: names that no rule found are judged by all voices; those found say who speaks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tripoint.mentions.draft import NAMES, Draft, because, head_of, reading, tokens_between
from tripoint.mentions.namekinds import CALLED, KINDS, Named, judge, parsed, told_kinds
from tripoint.mentions.personcues import row_of_towns
from tripoint.mentions.placevalues import unlocated
from tripoint.mentions.producers import BY_NAME, CUES, ENCODER
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, Reading, Reason
from tripoint.names import strict_key
from tripoint.resources.encoder_input import UNTOLD, writing
from tripoint.resources.words import group_heads, plain_titles
from tripoint.syntax import Sentence, Token

WEAK = frozenset({BY_NAME, CUES})
"""Producers that stand on the parser's tag or on one word beside the name: the other voices may overrule them."""

_NOT_NAMES = frozenset("DATE TIME MONEY PERCENT CARDINAL ORDINAL QUANTITY LANGUAGE".split())
_LEFT = frozenset({"the", "a", "an", "and", "of", "in", "for", "to", "'s"})
_PROPER = frozenset({"NNP", "NNPS"})
_HEARD = 0.5
_NAMED, _BEGUN = 0.4, 0.7
"""The least share of a word for any name to be asked about, and for a new name to begin behind one of its kind."""


def heard(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with what parser and encoder say of each, and with the names that only the encoder heard."""
    if not scene.encoded:
        return list(drafts)
    told = told_kinds(scene, drafts)
    beside: dict[int, list[Draft]] = {}
    kept: list[Draft] = []
    for draft in drafts:
        if draft.kind in NAMES:
            draft = _spoken(scene, draft, told)
            beside.setdefault(draft.sentence, []).append(draft)
        kept.append(draft)
    for index in sorted(scene.encoded):
        sentence = scene.sentences[index]
        titled = writing([tok.text for tok in sentence.tokens])[0] == UNTOLD
        for tokens in _rows(scene, index, sentence):
            if titled and not all(tok.tag in _PROPER for tok in tokens if tok.text[:1].isupper()):
                continue  # where each word has a capital, only the parser's proper nouns are names
            over = [one for one in beside.get(index, ()) if one.start < tokens[-1].end and tokens[0].start < one.end]
            if all(one.generic and tokens[0].start <= one.start and one.end <= tokens[-1].end for one in over):
                kept.extend(_new(scene, index, tokens, over, told))
    return kept


def _rows(scene: Scene, index: int, sentence: Sentence) -> Iterator[list[Token]]:
    """Yield the words that the encoder marks as one name, without what does not belong to names."""
    labels = scene.encoded[index].labels
    shares = labels[:, 1::2] + labels[:, 2::2]
    row: list[Token] = []
    last = -1
    for tok, share, begun in zip(sentence.tokens, shares, labels[:, 1::2], strict=True):
        kind = int(share.argmax()) if share.max() >= _NAMED else -1
        if row and (kind != last or begun[kind] >= _BEGUN):
            yield from _trimmed(row)
            row = []
        if kind >= 0:
            row.append(tok)
        last = kind
    if row:
        yield from _trimmed(row)


def _trimmed(row: list[Token]) -> Iterator[list[Token]]:
    """Yield the row without articles, marks and the titles before a name; a row of titles only is an office."""
    row = _begun(row)
    while row and (row[-1].tag == "POS" or row[-1].lower in _LEFT or not row[-1].text[-1:].isalnum()):
        row = row[:-1]
    if not all(_is_title(tok) for tok in row):
        while row and _is_title(row[0]):
            row = _begun(row[1:])
    if any(tok.text[:1].isupper() and tok.tag in _PROPER for tok in row) and row[0].ent not in _NOT_NAMES:
        yield row


def _begun(row: list[Token]) -> list[Token]:
    while row and (row[0].lower in _LEFT or not row[0].text[:1].isalnum()):
        row = row[1:]
    return row


def _is_title(tok: Token) -> bool:
    return tok.lower.rstrip(".") in plain_titles()


def _named(scene: Scene, index: int, tokens: Sequence[Token], told: Mapping[str, Mapping[str, int]]) -> Named:
    text = scene.doc.text[tokens[0].start : tokens[-1].end]
    key = strict_key(scene.text[tokens[0].start : tokens[-1].end])
    return Named(index=index, tokens=tokens, text=text, told=told.get(key, {}))


def _new(
    scene: Scene, index: int, tokens: list[Token], over: Sequence[Draft], told: Mapping[str, Mapping[str, int]]
) -> Iterator[Draft]:
    name = _named(scene, index, tokens, told)
    judged = judge(scene, name)
    if judged is None or (over and judged[0] != "org"):
        return
    kind, total, reasons = judged
    within = [piece for piece in scene.pieces[index] if tokens[0].start <= piece.start < tokens[-1].end]
    if kind == "per" and row_of_towns(scene, within):
        return
    office = kind == "per" and _is_title(tokens[-1])
    yield Draft(
        kind=MentionKind.ACTOR if office else KINDS[kind],
        start=tokens[0].start,
        end=tokens[-1].end,
        head=head_of(list(tokens)),
        producer=ENCODER,
        weight=max([1.7, *(one.weight + 0.1 for one in over)]),
        sentence=index,
        generic=office,
        readings=[_reading(name, kind, total, reasons)],
    )


def _reading(name: Named, kind: str, total: float, reasons: tuple[Reason, ...]) -> Reading:
    score = min(0.8, 0.5 * total)
    if kind == "loc":
        return reading(name.text, score, reasons, place=unlocated(name.text))
    if kind == "per":
        return reading(name.text, score, reasons, actor_kind="person")
    head = group_heads().get(name.tokens[-1].lower)
    return reading(name.text, score, reasons, actor_kind=None if head is None else head.kind)


def _spoken(scene: Scene, draft: Draft, told: Mapping[str, Mapping[str, int]]) -> Draft:
    """Return a draft whose chosen reading says what parser and encoder read; a weak one that all gainsay is reread."""
    if draft.generic or draft.chosen is None:
        return draft
    tokens = tokens_between(scene.sentences[draft.sentence], draft.start, draft.end)
    if draft.producer in WEAK and draft.chosen.candidate_id is None:
        name = _named(scene, draft.sentence, tokens, {})
        judged = judge(scene, name)
        if judged is not None and KINDS[judged[0]] is not draft.kind and judged[1] >= 1.0:
            kind, total, reasons = judged
            made = _reading(name, kind, total, reasons)
            return replace(draft, kind=KINDS[kind], producer=ENCODER, readings=[made])
    said = tuple(_said(scene, draft, tokens))
    if not said:
        return draft
    rows = [replace(one, reasons=(*one.reasons, *said)) if one.chosen else one for one in draft.readings]
    return replace(draft, readings=rows)


def _said(scene: Scene, draft: Draft, tokens: Sequence[Token]) -> Iterator[Reason]:
    own = next(code for code, kind in KINDS.items() if kind is draft.kind)
    given = {reason.name for reason in (draft.chosen.reasons if draft.chosen is not None else ())}
    for voice in ("parser", "encoder"):
        if voice in given:
            continue
        for kind in KINDS:
            share = parsed(tokens, kind) if voice == "parser" else scene.share(draft.sentence, kind, tokens) or 0.0
            if share >= _HEARD:
                yield because(voice, share if kind == own else -share, f"the {voice} reads {CALLED[kind]}")
