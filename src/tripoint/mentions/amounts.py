"""Amounts: numbers in digits and words, with their wording, what they count and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tripoint.mentions import amountwords as table
from tripoint.mentions.draft import Draft, because, reading, tokens_between
from tripoint.mentions.fates import fate_behind, fate_of_counted
from tripoint.mentions.figures import AMOUNT, Figure, figures
from tripoint.mentions.producers import AMOUNTS
from tripoint.mentions.scene import Scene
from tripoint.mentions.tollwords import fate_in_toll, spoken_toll
from tripoint.model import AmountValue, MentionKind
from tripoint.syntax import Sentence, Token

_MEASURE = re.compile(
    r"[ -](?:years?|months?|weeks?|days?)[ -]olds?\b"
    r"|-(?:pound(?:er)?|lbs?|kg|kilogram(?:me)?|kilo|tonne|ton|mm|millimet(?:re|er)|calib(?:re|er))\b"
    r"|-(?:stor(?:e?y|ied)|floor|star|point|way|fold|sided|thirds?|fifths?|party|nation|step|phase|stage|tier|lane|wheel|page)\b",
    re.IGNORECASE,
)
"""What follows a number that counts nothing: an age, a weight or a shape of one thing."""

_SKIPPED = frozenset({"DET", "PUNCT", "ADV"})


def amounts(scene: Scene, busy: list[tuple[int, int]]) -> Iterator[Draft]:
    """Yield the amounts of a document that do not lie in a time (`busy`)."""
    for index, sentence in enumerate(scene.sentences):
        text = scene.text[sentence.start : sentence.end]
        inside = [span for span in busy if span[0] < sentence.end and sentence.start < span[1]]
        for match in AMOUNT.finditer(text):
            for figure in figures(match, sentence.start):
                if any(figure.start < end and start < figure.end for start, end in inside):
                    continue
                draft = _draft(scene, index, sentence, figure)
                if draft is not None:
                    yield draft


def _draft(scene: Scene, index: int, sentence: Sentence, figure: Figure) -> Draft | None:
    tokens = tokens_between(sentence, figure.start, figure.end)
    if not tokens or _MEASURE.match(scene.text, figure.end):
        return None
    number = tokens[-1]
    if _whole_of_part(sentence, tokens[0]):
        return None
    behind = sentence.tokens[number.i + 1].lower if number.i + 1 < len(sentence.tokens) else ""
    if number.head.lower == "aged" and number.i == number.head.i + 1:
        return None
    if behind in ("a", "an"):
        return None  # a number of the page's own before a sentence (*25 A bomber from ...*)
    unit, end_token = _unit(sentence, number)
    noun = unit[-1] if unit else None
    if noun is None and number.head is not number and number.head.pos in ("NOUN", "PROPN") and number.dep == "nummod":
        noun, unit = number.head, [number.head]
    one_of = behind == "of" and not _one_of_its(number)
    if figure.low == 1 and (noun is None or one_of or noun.head.lower == "from"):
        return None
    what, kept, factor = _what(figure, unit, noun, number)
    if what is None and noun is None and figure.low is not None:
        before = [tok for one in scene.sentences[max(0, index - 1) : index + 1] for tok in one.tokens]
        if spoken_toll(number, before):
            what, kept, factor = "killed", "people", 1.0
    if what is None:
        return None
    end = max(figure.end, end_token.end if end_token is not None else 0)
    words = scene.doc.text[unit[0].start : unit[-1].end] if unit else ""
    of = whose(scene, noun) if noun is not None else None
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


def _one_of_its(number: Token) -> bool:
    """*One of its fighters had died*: one, though *one of* often counts nothing."""
    own = [kid for of in number.children("prep") for noun in of.children("pobj") for kid in noun.children("poss")]
    return any(kid.tag == "PRP$" for kid in own) and fate_of_counted(number) in ("killed", "wounded")


def _whole_of_part(sentence: Sentence, first: Token) -> bool:
    """*61 of 74 drones, nine of the twelve drones*: the second number is what the first is a part of."""
    before = [tok for tok in sentence.tokens[max(0, first.i - 3) : first.i] if tok.lower != "the"][-2:]
    whole = len(before) == 2 and before[1].lower == "of" and before[0].tag == "CD" and first.tag == "CD"
    return whole and first.i + 1 < len(sentence.tokens) and sentence.tokens[first.i + 1].pos in ("NOUN", "ADJ", "PROPN")


def _unit(sentence: Sentence, number: Token) -> tuple[list[Token], Token | None]:
    """Return the noun phrase that follows the number (without *of*), and its last token."""
    at = number.i + 1
    run: list[Token] = []
    while at < len(sentence.tokens) and len(run) < 6:
        tok = sentence.tokens[at]
        if not run and tok.lower == "of" and at == number.i + 1:
            at += 1
            continue
        if not run and tok.tag == "CD" and sentence.tokens[at - 1].lower in {"of", "the"} and number.tag == "CD":
            at += 1  # *61 of 74 drones, nine of the twelve drones*
            continue
        if not run and (tok.pos == "DET" or tok.tag == "PRP$"):
            at += 1
            continue
        if tok.text == "-" and run and tok.start == run[-1].end:
            run.append(tok)
        elif tok.pos in ("ADJ", "NOUN", "PROPN") or (tok.tag in ("VBN", "VBG") and run and run[-1].text == "-"):
            if run and run[-1].pos == "NOUN" and run[-1].tag == "NNS" and (tok.pos != "NOUN" or tok.dep == "oprd"):
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
        fate = fate_behind(number) or fate_of_counted(number) or fate_in_toll(number)
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
    fate = fate_of_counted(noun) or (fate_of_counted(number) if number is not noun else None)
    for what, nouns in table.NOUNS.items():
        if word in nouns:
            if what in ("troops", "people"):
                return (fate if fate in table.PEOPLE_FATES else "troops" if what == "troops" else "count"), None, 1.0
            return ("count" if what == "strikes" else what), None, 1.0
    if noun.i < number.i or (noun.tag in ("NNP", "NNPS") and fate is None):
        return None, None, 1.0
    return (fate if fate in ("killed", "wounded") and noun.tag in ("NNS", "NNPS", "NNP") else "count"), None, 1.0


_AWAY = frozenset(
    "north south east west northeast northwest southeast southwest northern southern from away "
    "outside off inside deep into within".split()
)


def _away(noun: Token) -> bool:
    return any(kid.lower in _AWAY for kid in noun.kids) or (noun.dep == "npadvmod") or noun.head.lower in _AWAY


def whose(scene: Scene, noun: Token) -> str | None:
    """Return the words after *of* or *from* that say whose they are."""
    for kid in noun.kids:
        if kid.dep == "prep" and kid.lower in ("of", "from") and kid.kids:
            top = kid.kids[0]
            words = [tok for tok in top.subtree() if tok.i <= top.i or tok.dep in ("prep", "pobj")]
            if words and words[-1].end - words[0].start <= 80:
                return scene.doc.text[words[0].start : top.end]
    return None
