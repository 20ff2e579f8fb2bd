"""Rows of portions are joined to those that all documents have together, wherever the portions are cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.events.test_judgements import told
from tripoint.comparison.occasions import Occasions
from tripoint.comparison.voices import heard
from tripoint.events.blocks import Blocks
from tripoint.events.joinedrows import JoinedRows, joined_rows
from tripoint.events.reader import Reader
from tripoint.events.rows import Portion, Rows
from tripoint.events.screen import Screen
from tripoint.events.setting import Setting

TOLD = [told(number) for number in range(24)]
DOCUMENTS = {doc.document_id: doc for doc, _ in TOLD}
VOICES = heard((claim for _, claims in TOLD for claim in claims), DOCUMENTS)
OCCASIONS = Occasions((), np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int64))
READER = Reader(VOICES, Setting(companions=frozenset(), occasions=OCCASIONS, documents=DOCUMENTS), frozenset())


def columns(rows: JoinedRows) -> dict[str, Any]:
    """Return what rows hold, in lists that can be compared."""

    def plain(held: Any) -> Any:
        if isinstance(held, Blocks | Screen):
            return held.columns()
        if isinstance(held, tuple):
            return [plain(one) for one in held]
        return held.tolist() if isinstance(held, np.ndarray) else held

    return {field.name: plain(getattr(rows, field.name)) for field in fields(rows)}


def portion(some: Sequence[int]) -> Portion:
    return Portion.of(READER.rows(TOLD[at][1] for at in some).packed())


WHOLE = columns(joined_rows([portion(range(len(TOLD)))]))


@given(st.sets(st.integers(1, len(TOLD) - 1)))
def test_rows_are_the_same_wherever_portions_are_cut(edges: set[int]) -> None:
    cuts = [0, *sorted(edges), len(TOLD)]
    found = columns(joined_rows([portion(range(a, b)) for a, b in pairwise(cuts)]))
    assert found == WHOLE
    assert all(len(found[name]) == len(WHOLE["ids"]) for name in ("texts", "stamps", "heads", "placed", "opens"))


def test_no_portions_have_rows_of_no_claims() -> None:
    assert columns(joined_rows([])) == columns(joined_rows([Portion.of(Rows().packed())]))
    assert joined_rows([]).ids == []
