"""Fits what the evidence of words weighs in linking: `python -m train.wording --data ECBPLUS --out FOLDER`.

Learns from the event mentions of ECB+ (CC BY 3.0): which pairs that linking meets are one happening. A logistic
regression of curves on top of the reasons set by hand; the recipe is `tripoint.evals.coreference_folds`. Takes a minute
and a half and needs no torch.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from string import Template

from tripoint.evals.coreference import gathered
from tripoint.evals.coreference_folds import Learned
from tripoint.evals.heldback import mark
from tripoint.resources.wordweights import WordWeights


def shown(weights: WordWeights) -> str:
    """Return weights as JSON, a curve a line."""
    parts = []
    for name, part in weights.told().items():
        lines = ",\n".join(f"  {json.dumps(curve)}: {json.dumps(points)}" for curve, points in part.items())
        parts.append(f" {json.dumps(name)}: {{\n{lines}\n }}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Write the weights, the marks of the documents they were fitted on, and the card."""
    asked = argparse.ArgumentParser(
        prog="python -m train.wording", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    asked.add_argument("--data", type=Path, required=True, help="the folder of ECB+: a folder for each topic")
    asked.add_argument("--out", type=Path, required=True, help="folder for the files that tripoint reads")
    given = asked.parse_args()
    topics = gathered(given.data).topics
    learned = Learned.of(topics)
    weights = learned.weights()
    if weights is None:
        raise SystemExit(f"{given.data} holds too few pairs to learn from; expected topics of ECB+")
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "weights.json").write_text(shown(weights), encoding="utf-8")
    seen = sorted({mark(doc.text) for topic in topics for doc in topic.documents.values()})
    (given.out / "seen.txt").write_text("".join(f"{one}\n" for one in seen), encoding="ascii")
    pairs = learned.mentions.pairs
    told = {
        "topics": str(len(topics)),
        "documents": f"{len(seen):,}",
        "mentions": f"{len(learned.mentions.keys):,}",
        "pairs": f"{sum(pair.told is not None for pair in pairs):,}",
    }
    card = Template(Path(__file__).with_suffix(".md").read_text(encoding="utf-8"))
    (given.out / "README.md").write_text(card.substitute(told), encoding="utf-8")


if __name__ == "__main__":
    main()
