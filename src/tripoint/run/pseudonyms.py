"""The names of readers who comment, veiled: the same in one case, and of no use without its secret."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from tripoint.model import Comment


def veiled(comments: tuple[Comment, ...], secret: bytes) -> Iterator[Comment]:
    """Yield the comments under pseudonyms that nobody can try names against without the secret of the case."""
    for comment in comments:
        if comment.author is None:
            yield comment
            continue
        author = comment.author.encode("utf-8", "surrogatepass")
        veiled = blake2b(author, digest_size=6, key=secret, person=b"tripoint readers").hexdigest()
        yield replace(comment, author=f"reader-{veiled}")
