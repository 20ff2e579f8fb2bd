"""Words of the calendar and small numbers, with the typing errors of weekdays."""

from __future__ import annotations

import string
from functools import lru_cache

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}

SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
"""Numbers in words below one hundred."""

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


@lru_cache(maxsize=1)
def misspelt_weekdays() -> dict[str, int]:
    """Return every word one typing error away from a weekday (a letter dropped, added, changed or swapped)."""
    found: dict[str, int] = {}
    for day, number in WEEKDAYS.items():
        cuts = [(day[:i], day[i:]) for i in range(len(day) + 1)]
        made = {a + b[1:] for a, b in cuts if b}
        made |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        made |= {a + c + b[1:] for a, b in cuts if b for c in string.ascii_lowercase}
        made |= {a + c + b for a, b in cuts for c in string.ascii_lowercase}
        for word in made:
            if word[0] == day[0] and word not in WEEKDAYS and not word.endswith("days"):
                found.setdefault(word, number)
    for word in ("monda", "sundry", "sundae"):
        found.pop(word, None)
    return found


@lru_cache(maxsize=1)
def may_be_weekdays() -> frozenset[str]:
    """Return every word in small letters that may be read as a weekday."""
    return frozenset(WEEKDAYS) | misspelt_weekdays().keys()


def weekday(word: str) -> tuple[int, bool] | None:
    """Return the number of a weekday (Monday = 0) and whether it was misspelt, or None."""
    plain = word.lower()
    if plain in WEEKDAYS:
        return WEEKDAYS[plain], False
    if word[:1].isupper() and plain in misspelt_weekdays():
        return misspelt_weekdays()[plain], True
    return None


def number_words(words: list[str]) -> float | None:
    """Return the number that words such as *two hundred and fifty* or *1.2 million* tell, or None."""
    total = 0.0
    current: float | None = None
    for word in words:
        plain = word.lower().replace(",", "")
        if plain == "and" and current is not None:
            continue
        if plain in ("a", "an") and current is None:
            current = 1.0
        elif plain in SMALL:
            current = (current or 0.0) + SMALL[plain]
        elif plain in SCALES:
            scale = SCALES[plain]
            if scale == 100:
                current = (1.0 if current is None else current) * 100
            else:
                total += (1.0 if current is None else current) * scale
                current = 0.0
        else:
            try:
                value = float(plain)
            except ValueError:
                return None
            current = (current or 0.0) + value
    return None if current is None else total + current
