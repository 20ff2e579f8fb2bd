"""Whether the score of a claim says how likely it is right: `python evals/calibration.py [--fit]`.

Right means: every slot right, as the scorer of the seed pages has it (`bound`), or as the reader of a draw from
fa-kes.csv wrote it down (evals/claims_fakes.tsv, its last draw). Claims that the gold leaves open are out. Measured
on each set: how many claims, the mean score, the share that is right, the Brier score beside that of one share for all
(that of the fitted sets), the area under the curve, and a row for each quarter of the claims by score. `unseen b` takes
no part in the fit.

`--fit` prints weights for src/tripoint/claims/scores.py: a logistic regression with a ridge, on the seeds, the first
half of the unseen pages and the draw; and a base at which the mean score of the draw is its share of right ones, since
the pages that rules were written beside flatter.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from tripoint.claims.scores import TABLE
from tripoint.config import Settings
from tripoint.export import claims as claims_format
from tripoint.export import documents as documents_format
from tripoint.export import pages as pages_format
from tripoint.run.pipeline import build
from tripoint.store.reading import CaseReader

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
UNSEEN = HERE / "unseen"
RIDGE = 5.0
DRAW = "fa-kes, read"
FORMATS = {"claims": claims_format, "documents": documents_format, "pages": pages_format}


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's reasons by name, its score, and whether it is right in every slot."""

    reasons: frozenset[str]
    score: float
    right: bool


def scorer() -> ModuleType:
    """Return the scorer of the seed pages."""
    spec = importlib.util.spec_from_file_location("seed_scorer", SHARED / "seeds" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def exported(case: Path, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return what a case exports, by format."""
    found: dict[str, list[dict[str, Any]]] = {}
    with CaseReader(case) as reader:
        for name, form in FORMATS.items():
            path = folder / f"{name}.jsonl"
            with path.open("w", encoding="utf-8") as out:
                form.export(reader, out, comments=False)
            found[name] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return found


def scored(pages: list[Path], gold: list[Path], actors: Path, module: ModuleType) -> Iterator[Judged]:
    """Yield each claim of the pages that the scorer, given that claim alone, calls right or wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "x.case", [str(path) for path in pages], settings=Settings(), workers=1)
        rows = exported(folder / "x.case", folder)
        for path, answers in ((page, one) for page in pages for one in gold if one.stem == page.stem):
            own = folder / path.stem
            for part in ("gold", "pages", "out"):
                (own / part).mkdir(parents=True)
            shutil.copy(answers, own / "gold")
            shutil.copy(actors, own / "gold" / "actors.yaml")
            shutil.copy(path, own / "pages")
            (own / "out" / "events.jsonl").write_text("")
            for kind in ("documents", "pages"):
                _write(
                    own / "out" / f"{kind}.jsonl", [row for row in rows[kind] if Path(row["source"]).stem == path.stem]
                )
            for claim in (row for row in rows["claims"] if Path(row["source"]).stem == path.stem):
                _write(own / "out" / "claims.jsonl", [claim])
                with redirect_stdout(StringIO()) as said:
                    found = module.score(own / "gold", own / "out", own / "pages", verbose=True)
                judged = _judged(claim, found, said.getvalue())
                if judged is not None:
                    yield judged


def _judged(claim: dict[str, Any], found: dict[str, Any], said: str) -> Judged | None:
    """None where the claim is neither right nor wrong: the gold leaves it open."""
    if "false alarm" not in said and not found["claims_recall"]:
        return None
    right = round((found["bound"] or 0.0) * found["claims_gold"]) == 1
    return Judged(_names(claim), claim["score"], right)


def _names(claim: dict[str, Any]) -> frozenset[str]:
    return frozenset(
        reason["name"].removeprefix("score.") for reason in claim["reasons"] if reason["name"].startswith("score.")
    )


def read_by_eye() -> Iterator[Judged]:
    """Yield the claims of the newest draw from fa-kes.csv that the rules still make."""
    with (HERE / "claims_fakes.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    last = max(row["draw"] for row in rows)
    verdicts = {(int(row["row"]), int(row["at"]), row["type"]): row["verdict"] for row in rows if row["draw"] == last}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "f.case", [str(SHARED / "corpora" / "fa-kes.csv")], settings=Settings(), workers=2)
        for claim in exported(folder / "f.case", folder)["claims"]:
            row = int(claim["source"].rpartition("=")[2])
            verdict = verdicts.get((row, claim["trigger"]["start"], claim["type"]))
            if verdict is not None:
                yield Judged(_names(claim), claim["score"], verdict == "right")


def fitted(judged: list[Judged]) -> tuple[float, dict[str, float]]:
    """Return base and weights, by Newton's method; the ridge holds every weight but the base near nothing."""
    names = [row.name for row in TABLE]
    x = np.array([[1.0, *(float(name in one.reasons) for name in names)] for one in judged])
    y = np.array([float(one.right) for one in judged])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 0.01
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - ridge * weights
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), slope)
    return float(weights[0]), dict(zip(names, map(float, weights[1:]), strict=True))


def level(judged: list[Judged], weights: dict[str, float]) -> float:
    """Return the base at which the mean score is the share of right ones, by halving."""
    odds = np.array([sum(weights[name] for name in one.reasons) for one in judged])
    share = sum(one.right for one in judged) / len(judged)
    low, high = -6.0, 6.0
    for _ in range(60):
        base = (low + high) / 2
        low, high = (base, high) if float((1 / (1 + np.exp(-base - odds))).mean()) < share else (low, base)
    return base


def report(name: str, judged: list[Judged], share: float) -> None:
    """Print how well the scores of one set say what is right."""
    scores = np.array([one.score for one in judged])
    right = np.array([float(one.right) for one in judged])
    for_all = float(((right - share) ** 2).mean())
    ahead = scores[right == 1][:, None] - scores[right == 0]
    curve = float((ahead > 0).mean() + (ahead == 0).mean() / 2)
    print(
        f"{name}: {len(judged)} claims, mean score {scores.mean():.3f}, right {right.mean():.3f},"
        f" Brier {((scores - right) ** 2).mean():.3f} (one share for all {for_all:.3f}), area under curve {curve:.3f}"
    )
    order = np.argsort(scores, kind="stable")
    for quarter in np.array_split(order, 4):
        print(f"    scores {scores[quarter].mean():.2f}: right {right[quarter].mean():.2f} of {len(quarter)}")


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Judge the claims of all sets and print the figures."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--fit", action="store_true", help="print weights for the table")
    fit = asked.parse_args().fit
    if not (SHARED / "seeds").is_dir():
        print(f"skipped: {SHARED.name} is not beside the repository")
        return
    module = scorer()
    gold, pages = SHARED / "seeds" / "gold", SHARED / "seeds" / "pages"
    sets = {
        "seeds": list(scored(sorted(pages.glob("*.txt")), sorted(gold.glob("*.yaml")), gold / "actors.yaml", module))
    }
    for half in "ab":
        sets[f"unseen {half}"] = list(
            scored(
                sorted((UNSEEN / "pages").glob(f"{half}*.txt")),
                sorted((UNSEEN / "gold").glob(f"{half}[0-9]*.yaml")),
                UNSEEN / "gold" / "actors.yaml",
                module,
            )
        )
    sets[DRAW] = list(read_by_eye())
    told = [one for name, judged in sets.items() if name != "unseen b" for one in judged]
    share = sum(one.right for one in told) / len(told)
    for name, judged in sets.items():
        report(name, judged, share)
    if fit:
        _, weights = fitted(told)
        print(f"BASE = {level(sets[DRAW], weights):.2f}")
        for name, weight in weights.items():
            used = sum(name in one.reasons for one in told)
            print(f"{name:16} {weight:+.2f}  of {used} claims")


if __name__ == "__main__":
    main()
