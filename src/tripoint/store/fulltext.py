"""Full text: what a person types becomes an FTS5 expression that is always well formed, names in any spelling.

Known are words, `"phrases"`, `prefixes*`, `headline:word`, `text:word`, `-word` and OR; all else is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tripoint.names import key_words, loose_join

FIELDS = {"headline": ("documents",), "text": ("documents",), "evidence": ("claims",)}
"""The fields that can be named, with what is searched for them."""

MOST_WORDS = 32
"""Words of a query beyond this many are not read."""

_TOKEN = re.compile(r'(?P<minus>-)?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w+")
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing asked for: words in a row, perhaps a prefix, in a field, not to be there, or instead of the last.

    `told` is how they were written.
    """

    words: tuple[str, ...]
    told: str
    prefix: bool = False
    field: str | None = None
    excluded: bool = False
    instead: bool = False
    phrase: bool = False


def terms(query: str) -> list[Term]:
    """Return what the query asks for; none when it holds no word."""
    found: list[Term] = []
    instead = False
    for token in _TOKEN.finditer(query):
        field = (token["field"] or "").lower() or None
        told = token["phrase"] if token["phrase"] is not None else token["word"] or ""
        if field is not None and field not in FIELDS:
            told, field = f"{token['field']} {told}", None
        if told == "OR" and token["phrase"] is None and field is None:
            instead = bool(found)
            continue
        words = tuple(_WORD.findall(told))
        if not words or len(found) >= MOST_WORDS:
            continue
        found.append(
            Term(
                words=words[:MOST_WORDS],
                told=told,
                prefix=token["phrase"] is None and told.endswith("*"),
                field=field,
                excluded=token["minus"] is not None,
                instead=instead and token["minus"] is None,
                phrase=token["phrase"] is not None,
            )
        )
        instead = False
    return found


def expression(query: str, what: str, spellings: Mapping[str, Sequence[str]] | None = None) -> str | None:
    """Return the FTS5 expression of the query on `what` (claims or documents); None when nothing could answer.

    `spellings` gives for the loose key of a name the ways in which the case's pages write it.
    """
    groups: list[list[str]] = []
    without: list[str] = []
    for term, others in _named(terms(query), spellings or {}):
        if term.field is not None and what not in FIELDS[term.field]:
            if not term.excluded:
                return None
            continue
        column = f"{term.field} : " if term.field is not None else ""
        told = [_quoted(term.words, prefix=term.prefix), *(_quoted(tuple(other)) for other in others)]
        joined = column + (told[0] if len(told) == 1 else f"({' OR '.join(told)})")
        if term.excluded:
            without.append(joined)
        elif term.instead and groups:
            groups[-1].append(joined)
        else:
            groups.append([joined])
    if not groups:
        return None
    asked = " AND ".join(group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in groups)
    return f"({asked}) NOT ({' OR '.join(without)})" if without else asked


def _named(found: Sequence[Term], spellings: Mapping[str, Sequence[str]]) -> Iterator[tuple[Term, list[list[str]]]]:
    """Yield each term with other ways to write it; words in a row that name something become one term."""
    at = 0
    while at < len(found):
        for length in range(min(_LONGEST_NAME, len(found) - at), 0, -1):
            some = found[at : at + length]
            if length > 1 and any(t.field or t.excluded or t.instead or t.prefix or t.phrase for t in some):
                continue
            words = tuple(word for term in some for word in term.words)
            ways = spellings.get(loose_join(key_words(" ".join(term.told for term in some))), ())
            others = [split for way in ways if (split := _WORD.findall(way)) and tuple(split) != words]
            if others or length == 1:
                first = some[0]
                yield (first if length == 1 else Term(words=words, told="")), others[:MOST_WORDS]
                at += length
                break


def _quoted(words: Sequence[str], *, prefix: bool = False) -> str:
    return '"' + " ".join(words).replace('"', " ") + '"' + ("*" if prefix else "")
