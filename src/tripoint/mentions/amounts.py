"""Amounts: numbers in digits and words, with their wording, what they count and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.mentions import amountwords as table
from tripoint.mentions.calendar_words import SCALES, SMALL, number_words
from tripoint.mentions.draft import Draft, because, reading, tokens_between
from tripoint.mentions.scene import Scene
from tripoint.model import AmountValue, MentionKind
from tripoint.syntax import Sentence, Token

AMOUNTS = "mentions.amounts.v1"

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONE = (
    rf"(?:(?:{_DIGITS})(?:\s+(?:{_SCALE})\b)*"
    rf"|(?:\b(?:(?:an?\s+)?(?:{_SCALE})|{_SMALL})\b(?:[\s-]+(?:and\s+)?(?:{_SMALL}|{_SCALE})\b)*))"
)
_VAGUE = "|".join(sorted((re.escape(words) for words in table.VAGUE), key=len, reverse=True))
_HEDGE = "|".join(
    sorted((re.escape(words) for words in table.LOWER | table.UPPER | table.ABOUT), key=len, reverse=True)
)
_AMOUNT = re.compile(
    rf"(?<![\w.,/:+-])(?:(?P<hedge>{_HEDGE})\s+)?(?P<sign>[$€£])?"
    rf"(?:(?P<vague>\b(?:{_VAGUE})\b)(?:\s+of\b)?|(?P<low>{_ONE})(?:\s*(?:-|to|and|or)\s*(?P<sign2>[$€£])?(?P<high>{_ONE}))?)"
    r"(?P<percent>\s*(?:%|percent\b|per cent\b))?(?![\w/:]|-(?!\w))",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"[ -](?:years?|months?|weeks?|days?)[ -]olds?\b"
    r"|-(?:stor(?:e?y|ied)|floor|star|point|way|fold|sided|thirds?|fifths?)\b",
    re.IGNORECASE,
)
"""What follows a number that counts nothing: an age, a shape."""

_SKIPPED = frozenset({"DET", "PUNCT", "ADV"})


@dataclass(slots=True, kw_only=True)
class Figure:
    """A number at [start, end) of the document: `low`, `high` and its wording."""

    start: int
    end: int
    low: float | None
    high: float | None
    wording: str
    sign: str | None
    percent: bool


def amounts(scene: Scene, busy: list[tuple[int, int]]) -> Iterator[Draft]:
    """Yield the amounts of a document that do not lie in a time (`busy`)."""
    for index, sentence in enumerate(scene.sentences):
        text = scene.text[sentence.start : sentence.end]
        inside = [span for span in busy if span[0] < sentence.end and sentence.start < span[1]]
        for match in _AMOUNT.finditer(text):
            for figure in _figures(match, sentence.start):
                if any(figure.start < end and start < figure.end for start, end in inside):
                    continue
                draft = _draft(scene, index, sentence, figure)
                if draft is not None:
                    yield draft


def _number(words: str) -> float | None:
    return number_words(re.split(r"[\s-]+", words.strip()))


def _figures(match: re.Match[str], offset: int) -> Iterator[Figure]:
    hedge = re.sub(r"\s+", " ", (match["hedge"] or "").lower())
    sign = table.SIGNS.get(match["sign"] or "")
    start, end = offset + match.start(), offset + match.end()
    percent = match["percent"] is not None
    if match["vague"]:
        words = re.sub(r"\s+", " ", match["vague"].lower())
        low, high = table.VAGUE[words]
        wording = f"{hedge} {words}".strip()
        yield Figure(
            start=start,
            end=offset + match.end("vague"),
            low=low,
            high=high,
            wording=wording,
            sign=sign,
            percent=percent,
        )
        return
    first = _number(match["low"])
    second = _number(match["high"]) if match["high"] else None
    if first is None:
        return
    if second is not None and (
        second <= first or (" and " in match[0].lower() and hedge != "between" and not _between(match))
    ):
        yield _figure(first, hedge, start, offset + match.end("low"), sign, percent=False)
        yield _figure(second, "", offset + match.start("high"), end, sign, percent=percent)
        return
    if second is not None:
        wording = match[0].strip()
        yield Figure(start=start, end=end, low=first, high=second, wording=wording, sign=sign, percent=percent)
        return
    yield _figure(first, hedge, start, end, sign, percent=percent)


def _between(match: re.Match[str]) -> bool:
    return match.string[: match.start()].rstrip().lower().endswith("between")


def _figure(value: float, hedge: str, start: int, end: int, sign: str | None, *, percent: bool) -> Figure:
    low: float | None = value
    high: float | None = value
    if hedge in table.LOWER:
        high = None
    elif hedge in table.UPPER and hedge not in ("almost", "nearly"):
        low = None
    return Figure(start=start, end=end, low=low, high=high, wording=hedge, sign=sign, percent=percent)


def _draft(scene: Scene, index: int, sentence: Sentence, figure: Figure) -> Draft | None:
    tokens = tokens_between(sentence, figure.start, figure.end)
    if not tokens or _MEASURE.match(scene.text, figure.end):
        return None
    number = tokens[-1]
    unit, end_token = _unit(sentence, number)
    noun = unit[-1] if unit else None
    if noun is None and number.head is not number and number.head.pos in ("NOUN", "PROPN") and number.dep == "nummod":
        noun, unit = number.head, [number.head]
    if figure.low == 1 and (noun is None or sentence.tokens[min(number.i + 1, len(sentence.tokens) - 1)].lower == "of"):
        return None
    what, kept, factor = _what(figure, unit, noun, number)
    if what is None:
        return None
    end = max(figure.end, end_token.end if end_token is not None else 0)
    words = scene.doc.text[unit[0].start : unit[-1].end] if unit else ""
    of = _whose(scene, noun) if noun is not None else None
    value = AmountValue(
        what=what,
        low=None if figure.low is None else round(figure.low * factor, 6),
        high=None if figure.high is None else round(figure.high * factor, 6),
        unit=kept or words,
        of=of,
        wording=figure.wording,
    )
    why = because("amount", 0.8, f"it counts {kept or words or what}: {what}")
    return Draft(
        kind=MentionKind.AMOUNT,
        start=figure.start,
        end=end,
        head=noun if noun is not None and noun.end <= end else number,
        producer=AMOUNTS,
        weight=5.0,
        sentence=index,
        readings=[reading(scene.doc.text[figure.start : end], 0.8 if what != "count" else 0.6, [why], amount=value)],
    )


def _unit(sentence: Sentence, number: Token) -> tuple[list[Token], Token | None]:
    """Return the noun phrase that follows the number (without *of*), and its last token."""
    at = number.i + 1
    run: list[Token] = []
    while at < len(sentence.tokens) and len(run) < 6:
        tok = sentence.tokens[at]
        if not run and tok.lower == "of" and at == number.i + 1:
            at += 1
            continue
        if not run and tok.pos == "DET":
            at += 1
            continue
        if tok.text == "-" and run and tok.start == run[-1].end:
            run.append(tok)
        elif tok.pos in ("ADJ", "NOUN", "PROPN") or (tok.tag in ("VBN", "VBG") and run and run[-1].text == "-"):
            if run and run[-1].pos == "NOUN" and run[-1].tag == "NNS" and tok.pos != "NOUN":
                break
            run.append(tok)
        elif tok.tag == "VBN" and not run and at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].pos == "NOUN":
            run.append(tok)
        else:
            break
        at += 1
    while run and (run[-1].text == "-" or run[-1].pos not in ("NOUN", "PROPN")):
        if run[-1].lower in table.NOUNS["people"]:
            break
        run.pop()
    return run, (run[-1] if run else None)


_What = tuple[str | None, str | None, float]


def _what(figure: Figure, unit: list[Token], noun: Token | None, number: Token) -> _What:
    if figure.percent:
        return "count", "%", 1.0
    if figure.sign is not None:
        return "money", figure.sign, 1.0
    if noun is None:
        fate = _fate_behind(number) or _fate(number) or _toll(number)
        return (fate, "people", 1.0) if fate in table.PEOPLE_FATES else (None, None, 1.0)
    word = noun.lower
    if unit[0].lower == "square" and len(unit) > 1:
        return "area", "km2", table.SQUARE.get(unit[1].lemma.rstrip("s"), 1.0)
    first = unit[0].lower
    if first in table.UNITS or word in table.UNITS:
        what, kept, factor = table.UNITS[first if first in table.UNITS else word]
        return ("distance" if what == "length" and _away(noun) else what), kept, factor
    if word in table.MONEY:
        return "money", word, 1.0
    if word in table.DURATION:
        return "duration", word if word.endswith("s") else f"{word}s", 1.0
    fate = _fate(noun) or (_fate(number) if number is not noun else None)
    for what, nouns in table.NOUNS.items():
        if word in nouns:
            if what in ("troops", "people"):
                return (fate if fate in table.PEOPLE_FATES else "troops" if what == "troops" else "count"), None, 1.0
            return ("count" if what == "strikes" else what), None, 1.0
    if noun.i < number.i or (noun.tag in ("NNP", "NNPS") and fate is None):
        return None, None, 1.0
    return (fate if fate in ("killed", "wounded") and noun.tag in ("NNS", "NNPS") else "count"), None, 1.0


def _fate_behind(number: Token) -> str | None:
    """Read *200 wounded*, *five injured*: a participle or adjective right behind the number."""
    for other in (number.head, *number.kids):
        if other.i == number.i + 1 and other.tag in ("VBN", "VBD", "JJ", "NN", "NNS"):
            return _fate_of(other)
    return None


def _toll(number: Token) -> str | None:
    """Read *the death toll rose to 70*."""
    for above in number.ancestors():
        if any(kid.lower == "toll" for kid in above.kids) or above.lower == "toll":
            return "killed"
    return None


_AWAY = frozenset(
    "north south east west northeast northwest southeast southwest northern southern from away "
    "outside off inside deep into".split()
)


def _away(noun: Token) -> bool:
    return any(kid.lower in _AWAY for kid in noun.kids) or (noun.dep == "npadvmod") or noun.head.lower in _AWAY


def _fate(token: Token) -> str | None:
    """Return what became of those counted, from the words that the noun hangs on or that hang on it."""
    for kid in token.kids:
        if kid.i > 0 and any(other.text == "-" and other.i == kid.i - 1 for other in (*kid.kids, *token.kids)):
            continue
        if kid.dep in ("acl", "amod", "relcl", "appos", "oprd", "acomp", "advmod"):
            fate = _fate_of(kid)
            if fate is not None:
                return fate
    own = _fate_of(token)
    if own is not None:
        return own
    at = token
    for _ in range(4):
        above = at.head
        if above is at:
            return None
        if at.dep in (
            "dobj",
            "nsubjpass",
            "nsubj",
            "pobj",
            "conj",
            "appos",
            "nummod",
            "quantmod",
            "attr",
            "poss",
            "dep",
            "ccomp",
            "compound",
        ):
            passive = (
                at.dep in ("nsubjpass", "dobj")
                or (at.dep == "nsubj" and above.tag == "VBN")
                or above.pos in ("NOUN", "ADJ", "ADP")
                or above.lemma in ("die", "flee", "perish", "surrender", "escape", "return")
            )
            if passive or at.dep in ("conj", "appos", "pobj", "ccomp"):
                fate = None if above.lemma == "leave" and at.dep != "nsubj" else _fate_of(above)
                if fate is not None and not (at.dep == "nsubj" and above.lemma in ("kill", "capture", "seize")):
                    return fate
            if above.pos == "VERB" and at.dep not in ("conj",):
                for kid in above.kids:
                    if kid.dep in ("oprd", "acomp", "ccomp", "xcomp") and above.lemma in ("leave", "be", "go"):
                        fate = _fate_of(kid)
                        if fate is not None:
                            return fate
                if at.dep not in ("pobj",):
                    return None
        at = above
    return None


def _fate_of(token: Token) -> str | None:
    for fate, words in table.FATES.items():
        if token.lemma in words or token.lower in words:
            return fate
    return None


def _whose(scene: Scene, noun: Token) -> str | None:
    """Return the words after *of* or *from* that say whose they are."""
    for kid in noun.kids:
        if kid.dep == "prep" and kid.lower in ("of", "from") and kid.kids:
            top = kid.kids[0]
            words = [tok for tok in top.subtree() if tok.i <= top.i or tok.dep in ("prep", "pobj")]
            if words and words[-1].end - words[0].start <= 80:
                return scene.doc.text[words[0].start : top.end]
    return None
