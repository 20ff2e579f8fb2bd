"""A chat as Telegram Desktop exports it (`result.json`): one message, one page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tripoint.errors import UnreadablePage
from tripoint.pages import strictjson
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed, page


def read(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the messages with text of the export `path`. `source` is `PATH#message=ID` (`#chat=ID&message=ID` where it
    holds several chats); the chat's name is the outlet; `origin` says whom a message was forwarded from, which one it
    answers and when it was edited."""
    try:
        export = _export(path, limits)
        chats = _chats(path, export)
    except UnreadablePage as error:
        yield failed(path, error)
        return
    common = told.facts(Path(path))
    for chat in chats:
        within = f"chat={chat.get('id')}&" if len(chats) > 1 else ""
        for number, message in enumerate(chat["messages"], 1):
            if not isinstance(message, dict):
                source = f"{path}#{within}message={number}"
                yield failed(source, UnreadablePage("bad_row", f"message {number} of {path} is not an object"))
                continue
            text = flattened(message.get("text"))
            if message.get("type", "message") != "message" or not text.strip():
                continue
            source = f"{path}#{within}message={message.get('id', number)}"
            facts = {
                "outlet": _word(chat.get("name")),
                "published": _word(message.get("date")),
                **common,
            }
            try:
                raw = text.encode("utf-8", "replace")
                origin = "; ".join(["message", *_notes(message)])
                yield page(source, raw, origin=origin, limits=limits, facts=facts, media="text/plain")
            except UnreadablePage as error:
                yield failed(source, error)


def flattened(text: Any) -> str:
    """Return a message's text: its pieces (plain, links, bold ...) run together, so that offsets are the chat's."""
    pieces = text if isinstance(text, list) else [text]
    told = [piece.get("text") if isinstance(piece, dict) else piece for piece in pieces]
    return "".join(piece for piece in told if isinstance(piece, str))


def _notes(message: dict[str, Any]) -> Iterator[str]:
    for key, words in (
        ("forwarded_from", "forwarded from"), ("reply_to_message_id", "answers message"), ("edited", "edited"),
    ):  # fmt: skip
        told = _word(message.get(key))
        if key == "forwarded_from" and str(message.get("forwarded_from_id", "")).startswith("user"):
            told = "a person"  # a channel's name says whose text it is; a private name is nobody's business
        if told is not None:
            yield f"{words} {told}"


def _word(value: Any) -> str | None:
    return str(value) if isinstance(value, (str, int)) and str(value).strip() else None


def _export(path: str, limits: Limits) -> Any:
    with Path(path).open("rb") as stream:
        raw = stream.read(limits.container_bytes + 1)
    if len(raw) > limits.container_bytes:
        raise UnreadablePage("too_large", f"{path} has more than {limits.container_bytes:,} bytes; export it in parts")
    try:
        return strictjson.loads(raw.decode("utf-8-sig", "replace"))
    except strictjson.RepeatedName as error:
        raise UnreadablePage("repeated_name", f"{path}: {error}; nobody can tell which is meant") from error
    except (ValueError, RecursionError) as error:
        raise UnreadablePage("bad_json", f"{path} is not JSON; if it was cut off, export it again") from error


def _chats(path: str, export: Any) -> list[dict[str, Any]]:
    listed = export.get("chats") if isinstance(export, dict) else None
    found = listed.get("list") if isinstance(listed, dict) else [export]
    chats = [one for one in found if isinstance(one, dict) and isinstance(one.get("messages"), list)] if found else []
    if not chats:
        raise UnreadablePage(
            "unsupported",
            f"{path} is JSON, but no chat of Telegram Desktop; expected text, HTML, CSV, TSV or JSON lines (.jsonl)",
        )
    return chats
