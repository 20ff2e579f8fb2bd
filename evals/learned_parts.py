"""Fit two small learned parts that claims do without, and measure what they would bring.

    python evals/learned_parts.py place ../shared/benchmarks/event_location
    python evals/learned_parts.py trigger ../shared/benchmarks/ecbplus

`place`: a logistic regression over the parse tells which words are the place of a verb; fitted on the sentences that
the shipped encoder was trained on, measured on the others, alone and with the encoder's own voice. `trigger`: one over
the frozen encoder's outputs tells which words tell a happening; fitted on four fifths of the documents. Each takes
about a minute. What came of them: docs/decisions/0032.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tripoint.claims.tree import is_verb
from tripoint.evals import coreference_reader as ecb
from tripoint.evals.corpus import document, json_lines
from tripoint.evals.event_location import labelled, places_of
from tripoint.evals.heldback import held_back, is_seen, sentence_key
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.place_voices import heard
from tripoint.evals.spans import Stretch, overlap
from tripoint.model import Document
from tripoint.resources import encoder as network
from tripoint.resources.parser import parse
from tripoint.syntax import Sentence, Token

Floats = NDArray[np.float64]
Features = dict[str, float]
Row = tuple[Document, tuple[Stretch, ...], tuple[Stretch, ...]]
NO_WORDS = frozenset({"DET", "PUNCT", "PART"})
STEPS = ("relcl", "acl", "appos", "nsubj", "nsubjpass", "dobj", "ccomp", "advcl", "conj", "compound", "poss", "amod")


def fit(x: Floats, y: Floats, *, ridge: float) -> Floats:
    """Return the weights of a logistic regression, by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(20):
        share = 1 / (1 + np.exp(-x @ weights))
        curve = (x * (share * (1 - share))[:, None]).T @ x + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(curve, x.T @ (share - y) + ridge * weights)
    return weights


def figures(wanted: Floats, given: NDArray[np.bool_], lost: int = 0) -> str:
    """Precision, recall and F1 in one line; `lost` are wanted words that were never asked about."""
    right = float((given & (wanted == 1)).sum())
    precision, recall = right / max(float(given.sum()), 1.0), right / (float((wanted == 1).sum()) + lost)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"


def path_features(tok: Token, verb: Token) -> Features:
    """How the word hangs on the verb: distance, steps up and down, clauses between, the preposition before it."""
    found = {"after": float(tok.i > verb.i), "far": math.log1p(abs(tok.i - verb.i)), "bias": 1.0}
    below = {one.i: steps for steps, one in enumerate([verb, *verb.ancestors()])}
    up = [tok, *tok.ancestors()]
    meet = next((steps for steps, one in enumerate(up) if one.i in below), None)
    if meet is None:
        return {**found, "apart": 1.0}
    down = below[up[meet].i]
    found |= {"up": math.log1p(meet), "down": math.log1p(down)}
    found["clauses up"] = float(sum(is_verb(one) for one in up[1:meet]))
    found["clauses down"] = float(sum(is_verb(one) for one in [verb, *verb.ancestors()][1:down]))
    found |= {f"through {one.dep}": 1.0 for one in up[:meet] if one.dep in STEPS}
    here = tok
    while here.dep in {"compound", "conj", "appos", "nmod", "amod"} and here.head is not here:
        here = here.head
    return found | {f"behind {here.head.lower if here.dep == 'pobj' else 'nothing'}": 1.0}


def place_rows(pairs: Iterable[Row], *, voice: bool) -> Iterator[tuple[int, float, Features | None, float]]:
    """Yield for each word that may be a place: whether it is, its features (None: never asked), the encoder's odds."""
    texts = [(doc, (verbs, places)) for doc, verbs, places in pairs]
    for one, (verbs, places) in beside(texts, Troubles()):
        bound, _ = places_of(one, verbs)
        odds = heard(one, verbs) if voice else {}
        yield from _words(one, verbs, places, bound, odds)


def _words(
    one: Analysed, verbs: tuple[Stretch, ...], places: tuple[Stretch, ...], bound: list[Stretch], odds: dict[int, float]
) -> Iterator[tuple[int, float, Features | None, float]]:
    named = {(m.start, m.end) for m in one.mentions if m.kind == "place"}
    for sentence in one.sentences:
        verb = next((tok for tok in sentence.tokens if any(overlap((tok.start, tok.end), v) for v in verbs)), None)
        for tok in (tok for tok in sentence.tokens if tok.pos not in NO_WORDS):
            span = (tok.start, tok.end)
            right = float(any(overlap(span, place) for place in places))
            told = any(overlap(span, place) for place in bound)
            place = any(overlap(span, one) for one in named) or tok.ent in {"GPE", "LOC", "FAC"}
            heard_as = odds.get(tok.start, -9.0)
            if not (told or place or heard_as > -4):
                if right:
                    yield int(told), right, None, heard_as
                continue
            found = path_features(tok, verb) if verb is not None else {"bias": 1.0, "no verb": 1.0}
            found |= {"bound": float(told), "some bound": float(bool(bound)), "place": float(place), tok.tag: 1.0}
            yield int(told), right, found, heard_as


def place(data: Path) -> None:
    """Fit on what the encoder has seen, measure on what it has not."""
    seen: list[Row] = []
    unseen: list[Row] = []
    for path in sorted(data.rglob("*.jsonl")):
        for number, row in enumerate(json_lines(path)):
            text, spans = row["text"], row["spans"]
            one = (
                document(str(number), text, source=str(number)),
                labelled(text, spans, "VERB"),
                labelled(text, spans, "LOCATION"),
            )
            (seen if is_seen(sentence_key(text)) else unseen).append(one)
    fitted = [row for row in place_rows(seen, voice=False) if row[2] is not None]
    names = {name: at for at, name in enumerate(sorted({name for row in fitted for name in row[2] or ()}))}
    weights = fit(table(fitted, names), np.array([row[1] for row in fitted]), ridge=5.0)
    rows = list(place_rows(unseen, voice=True))
    lost = sum(row[2] is None for row in rows)
    rows = [row for row in rows if row[2] is not None]
    wanted, odds = np.array([row[1] for row in rows]), np.array([row[3] for row in rows])
    told, said = np.array([row[0] for row in rows]), table(rows, names) @ weights
    print("clause alone            ", figures(wanted, told > 0, lost))
    print("clause and encoder      ", figures(wanted, odds + told - 0.5 > 0, lost))
    print("regression alone        ", figures(wanted, said > -0.6, lost))
    print("regression and encoder  ", figures(wanted, np.clip(odds, -5, None) + said + 0.5 > 0, lost))


def table(rows: list[tuple[int, float, Features | None, float]], names: dict[str, int]) -> Floats:
    """The features as a matrix; names that were not fitted are left out."""
    made = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, value in (row[2] or {}).items():
            if name in names:
                made[at, names[name]] = value
    return made


def trigger(data: Path) -> None:
    """Fit on four fifths of ECB+, measure on the fifth that is held back."""
    docs = [ecb.read(path, path.name) for path in sorted(data.rglob("*.xml"))]
    x: dict[bool, list[Floats]] = {True: [], False: []}
    y: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    network._may_name = lambda sentence: True  # every sentence is read, not only those with an open name
    for (doc, mentions), (_, sentences) in zip(docs, parse([doc for doc, _ in docs]), strict=True):
        spans = [span for mention in mentions for span in mention.spans]
        told = [one for one in sentences if any(one.start <= span[0] < one.end for span in spans)]
        for tok, seen in _outputs(doc, told):
            back = held_back(doc.source)
            x[back].append(seen)
            y[back].append((float(any(overlap((tok.start, tok.end), span) for span in spans)), is_verb(tok)))
    weights = fit(np.array(x[False]), np.array([one for one, _ in y[False]]), ridge=10.0)
    wanted = np.array([one for one, _ in y[True]])
    print("every verb              ", figures(wanted, np.array([verb for _, verb in y[True]])))
    print("regression on the frozen", figures(wanted, np.array(x[True]) @ weights > -0.4))


def _outputs(doc: Document, sentences: list[Sentence]) -> Iterator[tuple[Token, Floats]]:
    for sentence, told in zip(sentences, network.encoder().read(doc.text, sentences), strict=True):
        for tok in sentence.tokens:
            if tok.tag[:2] in {"NN", "VB", "JJ"}:
                plain = [
                    1.0,
                    tok.tag[:2] == "VB",
                    tok.tag[:2] == "NN",
                    tok.dep in {"aux", "auxpass"},
                    tok.dep == "amod",
                ]
                outputs = (told.labels[tok.i], told.asks[tok.i], told.answers[tok.i], np.array(plain, dtype=float))
                yield tok, np.concatenate(outputs).astype(float)


def main() -> None:
    """Read which part and where its data lie."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("part", choices=("place", "trigger"))
    asked.add_argument("data", type=Path)
    told = asked.parse_args()
    (place if told.part == "place" else trigger)(told.data)


if __name__ == "__main__":
    main()
