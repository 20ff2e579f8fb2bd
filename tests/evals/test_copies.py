"""Copies made by rule are found again, and what only quotes is no copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tripoint.errors import InputError
from tripoint.evals import copies, retellings

OPENINGS = ("The harbour office", "A union of dockers", "The ministry of transport", "An engineer of the ferry line")
ACTS = ("said on Monday that", "announced that", "reported in the evening that", "told reporters that")


def article(seed: int) -> str:
    """Paragraphs whose words no other seed has in this order."""
    paragraphs = []
    for part in range(6):
        told = [
            f"{OPENINGS[(seed + part + i) % 4]} {ACTS[(part + i) % 4]} "
            f"ship{(seed * 31 + part * 7 + i) % 997} sailed from "
            f"pier {seed + i} with cargo {part * 5 + i} for the isle of number{(seed * 17 + part + i * 3) % 89}."
            for i in range(3)
        ]
        paragraphs.append(" ".join(told))
    return "\n\n".join([f"Report {seed} On The Ships In The Harbour", *paragraphs])


def folder(path: Path, count: int) -> Path:
    for seed in range(1, count + 1):
        (path / f"{seed}.txt").write_text(article(seed))
    return path


def test_what_is_made_of_an_article_is_found_and_round_ups_are_not(tmp_path: Path) -> None:
    found = copies.evaluate(folder(tmp_path, 5))
    assert found.figures["pair_recall"] > 0.9
    assert found.figures["pair_precision"] > 0.9
    shares = {row.measure: row.ours for row in found.rows}
    assert shares["taken for copies: re-titled"] == 1
    assert shares["taken for copies: round-ups, which are none"] == 0
    assert shares["taken for copies: digests, which are none"] == 0


def test_the_set_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    assert copies.evaluate(folder(tmp_path, 3)) == copies.evaluate(tmp_path)


def test_a_folder_of_one_article_is_refused_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="two articles of 150 words"):
        copies.evaluate(folder(tmp_path, 1))


@pytest.mark.parametrize(("name", "recipe"), [*retellings.RECIPES, *retellings.BEYOND])
def test_every_recipe_leaves_text(name: str, recipe: retellings.Recipe) -> None:
    assert all(paragraph.strip() for paragraph in recipe(article(1).split("\n\n")[1:])), name
