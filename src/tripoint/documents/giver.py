"""Who told what a page comes with: a table, a feed, a chat ... or a manifest."""

from __future__ import annotations

from tripoint.model import Page

_WORDS = {
    "row": "the table",
    "entry": "the feed",
    "message": "the message",
    "record": "the web archive",
}


def giver(page: Page) -> str:
    """Return, in words, what the facts of `page` come from."""
    return _WORDS.get(page.origin.split(";")[0].split(" ")[0], "the manifest")
