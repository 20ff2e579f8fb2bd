"""The date of an HTML page whose head tells none: htmldate reads its markup."""

from __future__ import annotations

import copy
from typing import Any

from htmldate import find_date


def headless_date(root: Any, url: str | None) -> list[tuple[str, str]]:
    """Return what htmldate finds in the page's markup and text patterns, as a date with the words that say so.

    Its guesses from running text are off: a day is never invented.
    """
    try:
        found = find_date(copy.deepcopy(root), extensive_search=False, original_date=True, url=url)
    except Exception:  # noqa: BLE001 - a third party's reading of anybody's markup: no date is the answer
        return []
    return [] if found is None else [(found, "the page's markup")]
