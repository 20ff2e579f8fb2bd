"""Which line heads the article, and where on the page another article begins."""

from __future__ import annotations

import re

from tripoint.documents.plain import shapes
from tripoint.documents.plain.surroundings import Surroundings
from tripoint.documents.threads import names
from tripoint.model import BlockRole
from tripoint.resources import outlets

_SURE = 1.0
"""A candidate above a date or a byline that scores less may be a label (*News release*) or the name of the site."""
_WHOLE = 6
"""Words of a line that is a headline by itself: the one right below it is its standfirst, however long."""
_SENTENCES = re.compile(r"[.!?] \S")
_TAGLINE = re.compile(r" [-|\"·] ")


def first(page: Surroundings, *, before: int, title: str) -> int | None:
    """The best candidate above the first running text: called so by the manifest, repeated below, longest."""
    best, best_score = None, 0.0
    for i, line in enumerate(page.lines[:before]):
        if title and line.key == title:
            return i
        row = page.rows[i]
        told = row is not None and row.role in (BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.CAPTION)
        if best is not None and (told or shapes.dated_line(line)) and best_score >= _SURE:
            break
        if row is not None or not line.visible:
            continue
        called_out = line.text[-1:] in "!?" and _SENTENCES.search(line.text) is None and _crowns(page, i)
        if page.running[i] and not ((best is None or called_out) and shapes.headline_like(line) and line.size <= 22):
            break
        if not shapes.headline_like(line) or (shapes.dated_line(line) and not _dated_title(page, i)):
            continue
        score = 1.0 + min(line.size, 14) / 7
        score += 1.5 if page.count[line.key] > 1 else 0.0
        score -= 1.5 if line.size <= 3 else 0.0
        score -= 1.0 if shapes.STAFF.search(line.text) is not None and line.size <= 6 else 0.0
        score -= 1.5 if i == 0 and outlets.masthead(line.text) is not None else 0.0
        score += 0.4 if _crowns(page, i) else 0.0
        score -= 0.5 if _TAGLINE.search(line.text) is not None else 0.0
        score -= 0.1 * i if best is not None else 0.0
        score -= 1.0 if best == i - 1 and line.gap == 0 and page.lines[best].size >= _WHOLE else 0.0
        if best is None or score > best_score + (0.25 if best_score < _SURE else 0.35):
            best, best_score = i, score
        if page.running[i]:
            break
    return best


def _dated_title(page: Surroundings, i: int) -> bool:
    """Whether a line is a title that holds its day (*Bulletin 7 - Harrow, 3 May 2016*): another date stands below."""
    below = page.lines[i + 1 : i + 3]
    return page.lines[i].size >= 5 and any(shapes.dated_line(line) and shapes.told(line) for line in below)


def _crowns(page: Surroundings, i: int) -> bool:
    """Whether the next line that is no promotion is a credit or running text: what a headline stands over."""
    for j in range(i + 1, min(i + 4, len(page.lines))):
        row, below = page.rows[j], page.lines[j]
        if row is not None and row.role in (BlockRole.PROMO, BlockRole.NAVIGATION):
            continue
        credited = (row is not None and row.role in (BlockRole.BYLINE, BlockRole.DATELINE)) or shapes.dated_line(below)
        runs = page.running[j] and below.text[-1:] not in "!?"
        return credited or runs or (below.size <= 4 and names.plausible(below.text))
    return False


def another(page: Surroundings, i: int, *, in_body: bool) -> bool:
    """Whether a second article begins: a headline of its own after running text, that is repeated above its
    pictures or stands over its own byline or dateline, with running text to follow."""
    line = page.lines[i]
    if page.rows[i] is not None:
        return False
    if line.size < 4 or line.size > 25 or line.text.endswith(("!", "...", "…")) or not shapes.headline_like(line):
        return False
    if shapes.dated_line(line) or line.gap == 0 or not any(page.running[i + 1 : i + 12]):
        return False
    words = page.below[i + 1]
    repeated = any(other.key == line.key for other in page.lines[i + 1 : i + 4])
    if repeated and in_body:
        return words >= 25
    for j in range(i + 1, min(i + 5, len(page.lines))):
        other, row = page.lines[j], page.rows[j]
        credited = (row is not None and row.role is BlockRole.BYLINE) or shapes.dated_line(other)
        if credited or (page.running[j] and shapes.OPENING.match(other.text) is not None):
            return words >= 40 and _runs_on(page, j)
        if page.running[j]:
            return False
    return False


def _runs_on(page: Surroundings, j: int) -> bool:
    """Whether at least two lines of running text, or one long one, follow before the next list or date."""
    run = 0
    for k in range(j, min(j + 10, len(page.lines))):
        if page.running[k]:
            run += page.lines[k].size
        elif page.rows[k] is not None and page.rows[k].opens in ("list", "close"):  # type: ignore[union-attr]
            break
    return run >= 40
