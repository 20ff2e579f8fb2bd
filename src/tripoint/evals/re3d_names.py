"""The names of one document against re3d's: every one of them, and the outermost only, as a tagger of words sees them.

re3d marks names inside names (*Iraq* in *Government of Iraq*, *Ellwood* in *Minister Ellwood*). Where each
of them counts, nothing that gives a word one name can find more than about three in four. The `flat` counts ask for the
outermost alone; a name of ours on an inner one is then neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tripoint.evals.counts import Counts
from tripoint.evals.pipeline import Analysed
from tripoint.evals.re3d_gold import KINDS, Gold
from tripoint.evals.spans import Stretch, exact, overlap, overlapping, pairs, tagged
from tripoint.model import Mention, MentionKind, Reading
from tripoint.syntax import Token

OURS = {MentionKind.ACTOR: "org", MentionKind.PLACE: "loc", MentionKind.PERSON: "per"}
TAGS = {"org": frozenset({"ORG"}), "loc": frozenset({"GPE", "LOC", "FAC"}), "per": frozenset({"PERSON"})}
"""Entity tags of the bare parser: the floor."""

WAYS = ("overlap", "exact", "flat overlap", "flat exact", "all overlap", "all exact")
"""How names are counted: every name, the outermost names, and what is described without a name too."""


def name_counts(one: Analysed, gold: Gold) -> Iterator[tuple[str, str, str, Counts]]:
    """Yield who (`ours` or `floor`), the way of counting, the kind and the counts."""
    tokens, chosen = list(one.tokens()), one.chosen
    capitals = [tok for sentence in one.sentences for tok in sentence.tokens if is_name(tok)]
    outermost = flat(gold)
    for kind in KINDS:
        wanted = sorted(set(gold.entities[kind]))
        named = {span for span in wanted if any(overlap((tok.start, tok.end), span) for tok in capitals)}
        inner = [span for span in wanted if span not in outermost]
        outer = [span for span in wanted if span in outermost]
        mentions = {(m.start, m.end): m.generic for m in one.mentions if read_as(m, chosen) == kind}
        floor = dict.fromkeys(tagged(tokens, TAGS[kind]), False)
        for who, given in (("ours", mentions), ("floor", floor)):
            yield who, "all exact", kind, exact(list(given), wanted)
            yield who, "all overlap", kind, overlapping(list(given), wanted)
            every = _named(given, wanted, named, ())
            single = _named(given, outer, named & set(outer), inner)
            for how, counts in zip(WAYS, (*every, *single), strict=False):
                yield who, how, kind, counts


def flat(gold: Gold) -> frozenset[Stretch]:
    """Return the stretches that stay when no word may belong to two, of whatever kind: the longest first."""
    spans = sorted({span for kind in KINDS for span in gold.entities[kind]}, key=lambda span: (span[0] - span[1], span))
    kept: list[Stretch] = []
    for span in spans:
        if not any(overlap(span, other) for other in kept):
            kept.append(span)
    return frozenset(kept)


def read_as(mention: Mention, chosen: Mapping[str, Reading]) -> str | None:
    """Return the benchmark's kind of a mention: an office (*foreign secretary*) is a person there, several a body."""
    reading = chosen.get(mention.mention_id)
    if mention.kind is MentionKind.ACTOR and reading is not None and reading.actor_kind == "person":
        return "org" if mention.text.endswith("s") else "per"
    return OURS.get(mention.kind)


def is_name(tok: Token) -> bool:
    """Whether a word is written as a name: a proper noun, or a capital where no sentence begins, and no pronoun."""
    return tok.text[:1].isupper() and tok.tag not in {"PRP", "PRP$"} and (tok.tag in {"NNP", "NNPS"} or tok.i > 0)


def _named(
    given: Mapping[Stretch, bool], wanted: list[Stretch], named: set[Stretch], inner: Iterable[Stretch]
) -> tuple[Counts, Counts]:
    """Counts by overlap and exact of the named mentions.

    Neither right nor wrong: ours on a described mention or on an `inner` name, and ours without a name on no named one.
    """
    spans = sorted(given)
    partner = {i: wanted[j] for i, j in pairs(spans, wanted)}
    right = {i for i, span in partner.items() if span in named}
    beside = {i for i, span in enumerate(spans) if given[span] or any(overlap(span, one) for one in inner)}
    size = len(right) + sum(i not in partner and i not in beside for i in range(len(spans)))
    equal = sum(partner[i] == spans[i] for i in right)
    return Counts(right=len(right), given=size, wanted=len(named)), Counts(right=equal, given=size, wanted=len(named))
