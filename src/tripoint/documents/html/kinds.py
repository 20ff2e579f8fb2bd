"""What part of a page an element holds."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What part of a page an element holds."""

    COMMENT = "comment"
    COMMENT_FORM = "comment form"
    TEXT = "text"
    LEAD = "lead"
    AUTHOR = "author"
    TIME = "time"
    CAPTION = "caption"
    PULL_QUOTE = "pull quote"
    EMBED = "embed"
    NAVIGATION = "navigation"
    RELATED = "related"
    PROMO = "promo"
    BOILERPLATE = "boilerplate"
    HIDDEN = "hidden"


OUTSIDE = frozenset(
    {Kind.NAVIGATION, Kind.RELATED, Kind.PROMO, Kind.BOILERPLATE, Kind.COMMENT, Kind.COMMENT_FORM, Kind.HIDDEN}
)
"""Kinds whose text is not the article's."""
