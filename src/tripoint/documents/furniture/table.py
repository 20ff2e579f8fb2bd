"""All rows of furniture in their order, and which of them knows a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tripoint.documents.furniture import credits, elsewhere, foreign, imprint, money, thread, widgets
from tripoint.documents.furniture.appeals import APPEAL, appeals
from tripoint.documents.furniture.row import Furniture
from tripoint.documents.line import Line
from tripoint.model import BlockRole

TABLE: tuple[Furniture, ...] = (
    *money.ROWS, *widgets.ROWS, *thread.ROWS, *elsewhere.ROWS, *foreign.ROWS, *elsewhere.POINTERS, *imprint.ROWS,
    *credits.ROWS,
)  # fmt: skip
"""The first row that matches a line is its."""

_BY = re.compile(
    r"(?i:by|written by|posted by|reported by|reporting by|edited by|from)\b:? ?(?:@?[A-Z0-9]|the )|"
    r"(?i:texts?|words|story|reports?|authors?) ?: ?[A-Z]|"
    r"[A-Z][^,:]* is (?:an?|the) |[A-Z][A-Z .,'-]{2,30} ?[|/·•] ?(?i:by) "
)
_REACH = 420
_NEEDS: dict[str, tuple[str, ...]] = {
    "a credit for a picture": (
        "/",
        "©",
        "photo",
        "image",
        "picture",
        "pic",
        "video",
        "footage",
        "map",
        "graphic",
        "screen",
        "illustration",
        "credit",
        " via ",
    ),
    "an illustration's label": (
        "photo",
        "image",
        "video",
        "still",
        "frame",
        "illustrat",
        "file",
        "archive",
        "stock",
        "undated",
        "represent",
        "grab",
        "hand",
        "click",
        "full",
        "larger",
        "map",
        "view",
    ),
    "legal text and cookies": (
        "cookie",
        "accept",
        "agree",
        "got it",
        "decline",
        "reject",
        "privacy",
        "terms",
        "legal",
        "imprint",
        "opinion",
        "view",
        "comment",
        "reserve",
        "disclaim",
        "contact",
        "about",
        "advertise",
        "sitemap",
        "careers",
        "accessib",
        "faq",
        "reflect",
        "represent",
        "policy",
        "javascript",
        "browser",
    ),
    "an embedded post's signature": ("@", "pic.twitter", "http", "shared by", "posted by", "tweet by"),
    "a breadcrumb": (">", "»", '"', "/", "›", "|"),
    "a call to subscribe": ("subscri", "sign", "register", "get", "mail", "inbox"),
}
"""Words without which a row that begins with anything at all need not be tried: such rows are slow."""
_ANY = re.compile("|".join(f"(?:{row.pattern.pattern})" for row in TABLE if row.name not in _NEEDS), re.I)
"""All other rows in one pattern: most lines are no furniture, and are asked once."""
_SLOW = tuple((_NEEDS[row.name], row.pattern) for row in TABLE if row.name in _NEEDS)


def rows(lines: Sequence[Line]) -> list[Furniture | None]:
    """Return for each line the row that knows it, or None."""
    asking = appeals(lines)
    return [APPEAL if i in asking else furniture(line) for i, line in enumerate(lines)]


def _of_pieces(line: Line) -> Furniture | None:
    """A bar of several widgets, set apart by wide blanks: what opens a thread speaks for the whole, else the first."""
    if any(len(piece.split()) > 6 for piece in line.pieces):
        return None
    found = [row for piece in line.pieces if (row := _of_text(piece)) is not None]
    return next((row for row in found if row.opens == "thread"), found[0] if found else None)


def furniture(line: Line) -> Furniture | None:
    """Return the first row that matches the whole of `line`, or None. Lines longer than a caption never match."""
    row = _of_text(line.text) if len(line.text) <= _REACH else None
    return row if row is not None or len(line.pieces) < 2 else _of_pieces(line)


def _told(small: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - twice as quick as any() with a generator, on every line of every page
        if word in small:
            return True
    return False


@lru_cache(maxsize=16_384)
def _of_text(text: str) -> Furniture | None:
    if _ANY.fullmatch(text) is None:
        small = text.lower()
        if not any(_told(small, words) and pattern.fullmatch(text) is not None for words, pattern in _SLOW):
            return None
    for row in TABLE:
        if row.pattern.fullmatch(text) is not None:
            if row.role is BlockRole.BYLINE and _BY.match(text) is None and text[:1] not in "(aA":
                continue
            return row
    return None
