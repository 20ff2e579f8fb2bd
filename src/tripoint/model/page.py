"""Pages: raw bytes as they were given, with where and when they were got. Nothing interpreted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockRole(StrEnum):
    """What a stretch of a page is (design/VOCABULARY.md, *Blocks of a page*)."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    EMBED = "embed"
    COMMENT_AUTHOR = "comment_author"
    COMMENT = "comment"
    EDITOR_REPLY = "editor_reply"
    RELATED = "related"
    PROMO = "promo"
    NAVIGATION = "navigation"
    BOILERPLATE = "boilerplate"
    BLANK = "blank"


ARTICLE_ROLES = frozenset(
    {
        BlockRole.HEADLINE,
        BlockRole.SUBHEADING,
        BlockRole.BYLINE,
        BlockRole.DATELINE,
        BlockRole.BODY,
        BlockRole.CAPTION,
        BlockRole.PULL_QUOTE,
        BlockRole.EMBED,
    }
)
"""Roles whose blocks make up a document's text."""

CLAIM_ROLES = frozenset(
    {BlockRole.HEADLINE, BlockRole.SUBHEADING, BlockRole.BODY, BlockRole.PULL_QUOTE, BlockRole.EMBED}
)
"""Roles whose sentences may make claims."""

COMMENT_ROLES = frozenset({BlockRole.COMMENT_AUTHOR, BlockRole.COMMENT, BlockRole.EDITOR_REPLY})
"""Roles of the comment layer: never evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One capture of one page.

    `source` is the path or URL as it was given to `build` (for a row of a table: `PATH#row=N`).
    `sha256` names the raw bytes in the case; `origin` says how they came: file, row, record, entry, message.
    `captured_at`, `url`, `outlet`, `published`, `title` are what a manifest or a container said, else None; `charset`
    is the encoding that the server named when it sent the bytes.
    """

    page_id: str
    source: str
    sha256: str
    size: int
    media_type: str
    origin: str
    captured_at: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    charset: str | None = None


class Found(StrEnum):
    """What was found at an address that was looked at and gave no bytes of its own."""

    SAME = "same"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A look at `url`, at the time `at`, that brought no page: it was as before (`same`), or was not there (`absent`).

    `before` is the time of the capture that it is the same as, where that is told.
    """

    source: str
    url: str
    at: str
    found: Found
    origin: str
    before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a page's text with one role, in the article `part` (1, 2, ...; 0 = of no article)."""

    role: BlockRole
    part: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anatomy:
    """What each stretch of a page is. `text` is the page's decoded text: for plain text the file itself, character
    for character; for HTML its visible text in document order. Blocks cover every non-blank character, in order.

    `rule`: the rule for the page's outlet that found its parts, with the days of its version, or None.
    """

    page_id: str
    encoding: str
    text: str
    blocks: tuple[Block, ...]
    rule: str | None = None
