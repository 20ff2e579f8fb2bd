"""Writes the model card that lies beside the encoder's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from train.fitting import Plan

DATA = (
    ("re3d", "re3d (Dstl), without BBC Online", "names", "by folder: OGL 3.0, public domain, CC BY 3.0, CC BY-SA"),
    ("ecb", "ECB+ (Cybulska and Vossen 2014)", "names of its marked sentences", "CC BY 3.0"),
    ("place", "Event location (Halterman 2019)", "places of verbs; names as the rules find them", "MIT"),
)


def write_card(out: Path, plan: Plan, measured: Mapping[str, Sequence[str]], *, counts: Mapping[str, int]) -> None:
    """Write `README.md` into `out`."""
    card = Template(Path(__file__).with_suffix(".md").read_text(encoding="utf-8"))
    rows = [f"| {name} | {counts.get(code, 0)} | {what} | {licence} |" for code, name, what, licence in DATA]
    lines = [line for corpus, told in measured.items() for line in (f"    {corpus}", *(f"      {row}" for row in told))]
    text = card.substitute(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        recipe=f"{plan.rounds} rounds, rate {plan.rate:g} ({plan.head_rate:g} for the heads), seed {plan.seed}",
        data="\n".join(rows),
        measured="\n".join(lines),
    )
    (out / "README.md").write_text(text, encoding="utf-8")
