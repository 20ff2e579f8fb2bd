"""Clause and encoder together say where what a verb tells took place."""

from __future__ import annotations

import pytest

from tripoint.evals.place_voices import BOUND, LEFT_OUT, by_both
from tripoint.syntax import Token

WORDS = "gunmen fired in Kidal and Gao".split()


def _tokens() -> list[Token]:
    made, at = [], 0
    for i, word in enumerate(WORDS):
        made.append(Token(i=i, start=at, end=at + len(word), text=word, lemma=word, pos="", tag="", dep="", ent=""))
        at += len(word) + 1
    return made


def _told(odds: dict[str, float], *bound: str) -> list[str]:
    tokens = _tokens()
    starts = {tok.text: tok.start for tok in tokens}
    spans = [(tok.start, tok.end) for tok in tokens if tok.text in bound]
    heard = {tok.start: odds.get(tok.text, -9.0) for tok in tokens}
    assert set(odds) <= set(starts)
    return [tok.text for tok in tokens if (tok.start, tok.end) in by_both(tokens, heard, spans)]


@pytest.mark.parametrize(
    ("odds", "bound", "told"),
    [
        ({"Kidal": LEFT_OUT + 0.2}, (), ["Kidal"]),
        ({"Kidal": LEFT_OUT - 0.2}, (), []),
        ({"Kidal": -BOUND + 0.2}, ("Kidal",), ["Kidal"]),
        ({"Kidal": -BOUND - 0.5, "Gao": 3.0}, ("Kidal",), ["Gao"]),
    ],
)
def test_neither_voice_decides_alone(odds: dict[str, float], bound: tuple[str, ...], told: list[str]) -> None:
    assert _told(odds, *bound) == told


def test_what_the_encoder_did_not_hear_goes_by_the_clause() -> None:
    tokens = _tokens()
    assert by_both(tokens, {}, [(tokens[3].start, tokens[3].end)]) == [(tokens[3].start, tokens[3].end)]
