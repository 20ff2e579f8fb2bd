"""A report as Markdown in which no word of a page can become markup."""

from __future__ import annotations

import re
from typing import Any

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~>$^=:@.-])")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str | None) -> str:
    """Return the text on one line, every character that Markdown or HTML might obey escaped."""
    told = " ".join(_CONTROLS.sub("", text or "").split())
    return _SPECIAL.sub(r"\\\1", told).replace("&", "&amp;").replace("<", "&lt;")


def markdown(report: dict[str, Any]) -> str:
    """Return the report as Markdown."""
    lines = [f"# {plain(report['title'])}", "", f"Case built {plain(report['built_at'])}. {report['caution']}", ""]
    for event in report["events"]:
        lines += _event(event)
    lines += [f"[^{note['number']}]: {_footnote(note)}" for note in report["footnotes"]]
    return "\n".join(lines).rstrip() + "\n"


def _event(event: dict[str, Any]) -> list[str]:
    since, until = event["since"], event["until"]
    when = since if since == until and since else f"{since or '…'} to {until or '…'}" if since or until else "not told"
    decided = f" {event['decided']} by a person." if event["decided"] else ""
    lines = [
        f"## {plain(event['label'])}",
        "",
        f"When: {plain(when)}. Where: {plain(event['place'] or 'not told')}."
        f" Independent origins: {event['origins_count']}.{decided}"
        f" Told by {event['claims']} claims{_notes(event['notes'])}.",
        "",
    ]
    for field in event["fields"]:
        shown = "" if field["shown"] else " (also told)"
        lines.append(f"- {plain(field['field'])}: {plain(field['value'])}{shown}{_notes(field['notes'])}")
    for one in event["contradictions"]:
        sides = " or ".join(f"{plain(side['value'])}{_notes(side['notes'])}" for side in one["sides"])
        explained = f" Perhaps only apparent: {plain(one['explained'])}." if one["explained"] else ""
        lines.append(f"- Disputed, {plain(one['field'])}: {sides}. {plain(one['why'])}.{explained}")
    return [*lines, ""]


def _notes(numbers: list[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _published(note: dict[str, Any]) -> str:
    """A day that is only a limit is told as one."""
    first, last = note["published"], note["published_until"]
    if first is None and last is None:
        return ""
    if first is None or last is None or (note["known_by"] == "bound" and first != last):
        told = [f"not before {first}" if first else "", f"not after {last}" if last else ""]
        return ", " + " and ".join(plain(one) for one in told if one)
    return f", {plain(first)}" if first == last else f", {plain(first)} to {plain(last)}"


def _footnote(note: dict[str, Any]) -> str:
    voices = ", ".join(plain(name) for name in note["speakers"])
    outlet = plain(note["outlet"] or note["source"])
    who = f"{voices}, in {outlet}" if voices else outlet
    head = f", “{plain(note['headline'])}”" if note["headline"] else ""
    day = _published(note)
    address = note["url"] or note["source"]
    rejected = " Rejected by a person." if note["decided"] == "rejected" else ""
    held = "" if note["polarity"] == "affirmed" else " (denied)"
    corrected = "".join(map(_corrected, note["corrections"]))
    digest = note["sha256"] or "not known"
    return (
        f"“{plain(note['text'])}”{held} — {who}{head}{day}. {plain(address)}, SHA-256 `{digest}`.{rejected}{corrected}"
    )


def _corrected(one: dict[str, Any]) -> str:
    if one["state"] != "counts":
        return ""
    told = f" {plain(one['field'])} corrected by {plain(one['who'])}"
    return f"{told} from {plain(one['machine'])} to {plain(one['value'])}."
