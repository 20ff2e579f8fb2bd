"""Newsletters: a message (.eml) or a mailbox (.mbox), one message, one page. Attachments are left out."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from tripoint.errors import UnreadablePage
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed, page


def read_message(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the one page that the message `path` is."""
    with Path(path).open("rb") as stream:
        raw = stream.read(limits.page_bytes + 1)
    yield from _page(path, raw, path, told, limits)


def read_mailbox(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the messages of the mailbox `path`. `source` is `PATH#message=N`, from 1."""
    number = 0
    for number, raw in enumerate(_messages(Path(path), limits), 1):
        yield from _page(f"{path}#message={number}", raw, path, told, limits)
    if not number:
        yield failed(path, UnreadablePage("bad_mail", f"{path} holds no message; in a mailbox each begins with From "))


def _messages(path: Path, limits: Limits) -> Iterator[bytes]:
    """The messages of a mailbox: each begins at a line `From ` after an empty one; of a giant one the beginning."""
    held: list[bytes] | None = None
    size, after_blank = 0, True
    with path.open("rb") as stream:
        while line := stream.readline(limits.page_bytes):
            if after_blank and line.startswith(b"From "):
                if held is not None:
                    yield b"".join(held)
                held, size = [], 0
            elif held is not None and size <= limits.page_bytes:
                held.append(line[1:] if line.startswith(b">From ") else line)
                size += len(line)
            after_blank = not line.strip()
    if held is not None:
        yield b"".join(held)


def _page(source: str, raw: bytes, path: str, told: Manifest, limits: Limits) -> Read:
    try:
        if len(raw) > limits.page_bytes:
            raise UnreadablePage("too_large", f"{source} has more than {limits.page_bytes:,} bytes")
        try:
            message = BytesParser(policy=policy.default).parsebytes(raw)
            body, media = _body(source, message)
            facts = {**_facts(message), **told.facts(Path(path))}
            origin = "; ".join(["message", *_notes(message)])
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
            raise UnreadablePage("bad_mail", f"{source} cannot be read as a message; save it again") from error
        yield page(source, body, origin=origin, limits=limits, facts=facts, media=media)
    except UnreadablePage as error:
        yield failed(source, error)


def _body(source: str, message: EmailMessage) -> tuple[bytes, str]:
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None or not message.keys():
        raise UnreadablePage("bad_mail", f"{source} has no text; expected a message with a text or HTML part")
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        text = raw.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = raw.decode("utf-8", "replace")
    return text.encode("utf-8", "replace"), f"text/{part.get_content_subtype()}"


def _notes(message: EmailMessage) -> Iterator[str]:
    """What the message says of others: who wrote it before it was sent on, and which one it answers."""
    sent_on = parseaddr(str(message.get("Resent-From", "")))
    if any(sent_on) and message.get("From") is not None:
        yield f"forwarded from {' '.join((parseaddr(str(message['From']))[0] or str(message['From'])).split())[:120]}"
    answered = str(message.get("In-Reply-To", "")).split()
    if answered:
        yield f"answers message {answered[0][:200]}"


def _facts(message: EmailMessage) -> dict[str, str | None]:
    name, address = parseaddr(str(message.get("From", "")))
    try:  # the header itself is parsed when it is asked for
        told = message.get("Date")
        published = None if told is None else parsedate_to_datetime(str(told)).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        published = None
    return {
        "title": str(message["Subject"]) if message["Subject"] is not None else None,
        "outlet": name or address.partition("@")[2] or None,
        "published": published,
    }
