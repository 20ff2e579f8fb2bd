"""Copies: articles of a folder of pages re-edited, cut, re-titled and quoted by rule; which of them are found again.

Layout: any folder of pages. Articles under 150 words, and those that credit an agency or link to an original, are left
out, so that no two of the rest are known to share their text. What is made of one article, and the article, are copies
of one another; round-ups that quote a passage each of four, and digests that hold four whole, are copies of nothing.
Choices are made by a digest of the words, so that the set is the same wherever and whenever it is made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tripoint.comparison import copies
from tripoint.documents import compose
from tripoint.errors import InputError, UnreadablePage
from tripoint.evals.corpus import limited
from tripoint.evals.counts import Counts, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.retellings import BEYOND, FILLERS, RECIPES, TITLES, Recipes
from tripoint.model import BlockRole, Document, Page, bytes_digest, digest
from tripoint.pages import read

LEAST_WORDS = 150
PASSAGE = 90
"""Words that a round-up quotes of one article at most, up to the end of a sentence."""
FOUR = 4
"""Articles in a round-up and in a digest."""


@dataclass(frozen=True, slots=True)
class _Made:
    doc: Document
    base: str
    recipe: str


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Make the set from the pages of `data`, look for copies in it; `limit` is a number of articles."""
    bases = list(limited(_articles(data), limit))
    if len(bases) < 2:
        raise InputError(
            f"{data} does not hold two articles of {LEAST_WORDS} words; give a folder of pages with --data"
        )
    made = [one for base in bases for one in _variants(base, RECIPES)] + [*_round_ups(bases), *_digests(bases)]
    beyond = [one for base in bases for one in _variants(base, BEYOND)]
    heads = copies.roots(copies.find(one.doc for one in made))
    further = copies.roots(copies.find(one.doc for one in beyond))
    ours = _score(made, lambda doc: heads.get(doc.document_id, doc.document_id))
    floor = _score(made, lambda doc: " ".join(_paragraphs(doc)))
    recalls = [*_by_recipe(made, heads, RECIPES), *_strays(made, heads)]
    recalls += [(f"{name} (counts in no figure)", share) for name, share in _by_recipe(beyond, further, BEYOND)]
    return Evaluation(
        name="copies",
        data=str(data),
        digest=sha256("".join(sorted(base.text for base in bases)).encode("utf-8")).hexdigest(),
        figures={
            "pair_f1": rounded(ours.f1), "pair_precision": rounded(ours.precision), "pair_recall": rounded(ours.recall),
        },
        rows=(
            Row(measure="pair F1", ours=rounded(ours.f1), floor=rounded(floor.f1), peers="floor: equal text"),
            Row(measure="pair precision", ours=rounded(ours.precision), floor=rounded(floor.precision)),
            Row(measure="pair recall", ours=rounded(ours.recall), floor=rounded(floor.recall)),
            *(Row(measure=f"taken for copies: {name}", ours=share) for name, share in recalls),
        ),
        notes=(f"{len(bases)} articles, {len(made)} documents, {int(ours.wanted)} pairs of copies",),
    )  # fmt: skip


def _articles(data: Path) -> Iterator[Document]:
    for one in read([str(data)]):
        if not isinstance(one, tuple):
            continue
        try:
            docs = compose(*one).documents
        except UnreadablePage:
            continue
        for doc in docs:
            size = sum(len(text.split()) for text in _paragraphs(doc))
            if size >= LEAST_WORDS and doc.agency is None and doc.original_url is None and doc.language == "en":
                yield doc


def _paragraphs(doc: Document) -> list[str]:
    return [" ".join(doc.text[b.start : b.end].split()) for b in doc.blocks if b.role is BlockRole.BODY]


def _variants(base: Document, recipes: Recipes) -> Iterator[_Made]:
    yield _Made(base, base.document_id, "the article")
    for number, (name, recipe) in enumerate(recipes):
        title = TITLES[number % len(TITLES)]
        for doc in _composed(f"{base.document_id}/{number}", title, recipe(_paragraphs(base))):
            yield _Made(doc, base.document_id, name)


def _round_ups(bases: Sequence[Document]) -> Iterator[_Made]:
    """Pages that quote a passage each of four articles, each article in one of them."""
    for number in range(len(bases) // FOUR):  # no article in two of them, which would be alike
        told = [_paragraphs(base) for base in bases[number * FOUR : (number + 1) * FOUR]]
        texts = [_passage(paragraphs[number % len(paragraphs)]) for paragraphs in told]
        for doc in _composed(f"round-up/{number}", f"Round-up of the day, number {number}", [FILLERS[0], *texts]):
            yield _Made(doc, doc.document_id, "round-up")


def _passage(paragraph: str) -> str:
    """Return the first sentences of a paragraph, as many as a quotation holds, one at least."""
    taken = ""
    for sentence in re.split(r"(?<=[.!?]) ", paragraph):
        if taken and len(f"{taken} {sentence}".split()) > PASSAGE:
            break
        taken = f"{taken} {sentence}".strip()
    return taken


def _digests(bases: Sequence[Document]) -> Iterator[_Made]:
    """Pages that hold four articles whole, one after another, none of them longer than the other three together."""
    for number in range(len(bases) // FOUR):
        texts = ["\n\n".join(_paragraphs(base)) for base in bases[number * FOUR : (number + 1) * FOUR]]
        sizes = [len(text.split()) for text in texts]
        if max(sizes) * 2 <= sum(sizes):
            for doc in _composed(f"digest/{number}", f"All of the day, number {number}", texts):
                yield _Made(doc, doc.document_id, "digest")


def _composed(source: str, title: str, paragraphs: list[str]) -> tuple[Document, ...]:
    """Put the text through the real stage, as the plain page that a scraper leaves."""
    raw = "\n\n".join([title, *paragraphs]).encode("utf-8")
    sha = bytes_digest(raw)
    page = Page(
        page_id=digest("pag", source, sha), source=source, sha256=sha, size=len(raw), media_type="text/plain",
        origin="file", title=title,
    )  # fmt: skip
    return compose(page, raw).documents[:1]


def _score(made: Sequence[_Made], cluster: Callable[[Document], str]) -> Counts:
    given = Counter(cluster(one.doc) for one in made)
    wanted = Counter(one.base for one in made)
    both = Counter((cluster(one.doc), one.base) for one in made)
    pairs = [sum(n * (n - 1) / 2 for n in count.values()) for count in (both, given, wanted)]
    return Counts(right=pairs[0], given=pairs[1], wanted=pairs[2])


def _by_recipe(made: Sequence[_Made], heads: Mapping[str, str], recipes: Recipes) -> list[tuple[str, float]]:
    """For each recipe, the share of what it made that stands in one cluster with the article it was made of."""
    found: list[tuple[str, float]] = []
    for name, _ in recipes:
        ids = [(one.doc.document_id, one.base) for one in made if one.recipe == name]
        told = [heads.get(doc, doc) == heads.get(base, base) for doc, base in ids]
        found.append((name, rounded(sum(told) / max(1, len(told)))))
    return found


def _strays(made: Sequence[_Made], heads: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Yield the share of round-ups, and of digests, that are taken for copies, or copied."""
    joined = set(heads) | set(heads.values())
    for recipe in ("round-up", "digest"):
        ids = [one.doc.document_id for one in made if one.recipe == recipe]
        if ids:
            yield f"{recipe}s, which are none", rounded(sum(doc in joined for doc in ids) / len(ids))
