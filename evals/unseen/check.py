"""Check that the unseen set is what it says it is: `python evals/unseen/check.py`. Ends with 1 on any fault.

Reads the pages and the gold beside this file and nothing else. Needs PyYAML.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
PAGES, GOLD = HERE / "pages", HERE / "gold"

EVENTS = frozenset(
    "clash attack repel airstrike shelling bombing kill capture withdraw advance reach sweep operation besiege deploy "
    "arrest abduct release harm_civilians displace find meet agree coordinate support join accuse demand reject "
    "threaten sanction open close build destroy transfer protest".split()
)
STATES = frozenset("control presence status backs opposes part_of".split())
ROLES = frozenset(
    "headline subheading byline dateline body caption pull_quote embed comment_author comment editor_reply related "
    "promo navigation boilerplate blank".split()
)
CLAIM_MAY_STAND_IN = frozenset("headline body embed pull_quote".split())
COMPASS = "north south east west northeast northwest southeast southwest".split()
PLACE_ROLES = frozenset("at from to between near toward along in_area".split()) | {f"{side}_of" for side in COMPASS}
CHOICES = {
    "aspect": frozenset("begun ongoing completed none".split()),
    "modality": frozenset("happened planned possible conditional unconfirmed".split()),
    "polarity": frozenset("affirmed denied".split()),
}
PAGE_KEYS = frozenset(
    "id url url_from outlet outlet_evidence published published_bounds true_published lines claims".split()
)
MUST = frozenset(
    "id type agent target recipient places time speakers aspect modality polarity amounts evidence".split()
)
MAY = frozenset(
    "accept_types accept_modality accept_speakers also_evidence optional note said status time_text time_partial "
    "true_time".split()
)
PARTIAL = re.compile(r"--\d\d(-\d\d)?")
MACHINE_PATH = re.compile(r"(?<![\w.])/(tmp|farm|work|home|root|usr)/")


def line_faults(gold: dict[str, Any], text: str) -> Iterator[str]:
    """Every line has one role, and only empty lines are blank."""
    roles = roles_by_line(gold)
    if sum(high - low + 1 for low, high, _ in gold["lines"]) != len(roles):
        yield "a line is listed twice"
    for number, line in enumerate(text.split("\n"), 1):
        role = roles.pop(number, None)
        if role not in ROLES:
            yield f"line {number}: role {role}"
        elif (role == "blank") != (not line.strip()):
            yield f"line {number}: {role}, but the line says otherwise"
    if roles:
        yield f"lines past the end of the page: {sorted(roles)}"


def roles_by_line(gold: dict[str, Any]) -> dict[int, str]:
    """Line number to role."""
    return {number: role for low, high, role in gold["lines"] for number in range(low, high + 1)}


def interval_faults(interval: Any) -> Iterator[str]:
    """Both ends are days or open, and in order."""
    if interval is None:
        return
    ends = (interval.get("start"), interval.get("end"))
    if ends == (None, None):
        yield "an interval without any end: write null"
    for end in ends:
        if end is not None and not isinstance(end, datetime.date):
            yield f"{end!r} is not a day"
            return
    if None not in ends and ends[0] > ends[1]:
        yield f"interval ends before it starts: {ends}"


def place_faults(place: dict[str, Any]) -> Iterator[str]:
    """A name, a known role, and a point with its tolerance or neither."""
    point: list[Any] = [place.get(key) for key in ("lat", "lon", "tolerance_km")]
    if not place.get("name") or place.get("role") not in PLACE_ROLES:
        yield f"place {place}"
    if None in point:
        if any(value is not None for value in point):
            yield f"half a point: {place}"
    elif not (abs(point[0]) <= 90 and abs(point[1]) <= 180 and point[2] >= 5):
        yield f"point out of range: {place}"


def value_faults(claim: dict[str, Any]) -> Iterator[str]:
    """Types, fields and slots hold what the vocabulary allows."""
    if not (MUST <= set(claim) <= MUST | MAY):
        yield f"keys missing or unknown: {sorted(set(claim) ^ MUST - MAY)}"
    for kind in (claim["type"], *claim.get("accept_types", ())):
        if kind not in EVENTS | STATES:
            yield f"type {kind}"
    for field, allowed in CHOICES.items():
        for value in (claim[field], *claim.get(f"accept_{field}", ())):
            if value not in allowed:
                yield f"{field} {value}"
    if (claim["type"] == "status") != ("status" in claim):
        yield "a status stands on status claims and only there"
    for slot in ("agent", "target", "recipient"):
        if not all(side.get("name") and isinstance(side.get("same_as"), list) for side in claim[slot]):
            yield f"{slot}: {claim[slot]}"
    for place in claim["places"]:
        yield from place_faults(place)
    for field in ("time", "true_time"):
        yield from interval_faults(claim.get(field))
    if "time_partial" in claim and not PARTIAL.fullmatch(str(claim["time_partial"])):
        yield f"partial date {claim['time_partial']}"
    if claim.get("optional", True) is not True:
        yield "optional is true or absent"
    for amount in claim["amounts"]:
        low, high = amount.get("low"), amount.get("high")
        if (low is None and high is None) or (None not in (low, high) and low > high):
            yield f"amount {amount}"


def evidence_faults(claim: dict[str, Any], text: str, roles: dict[int, str]) -> Iterator[str]:
    """The words stand on the page, on one line of a kind that may carry a claim."""
    for words in (claim["evidence"], *claim.get("also_evidence", ())):
        start = text.find(words)
        if start < 0 or "\n" in words:
            yield f"evidence not on one line of the page: {words!r}"
            continue
        role = roles[text.count("\n", 0, start) + 1]
        if role not in CLAIM_MAY_STAND_IN:
            yield f"evidence first stands in a {role} line: {words!r}"
        if role == "headline" and not claim.get("optional"):
            yield "a headline claim is optional"


def page_faults(path: Path, seen: set[str]) -> Iterator[str]:
    """All faults of one page; adds its claim ids to `seen`."""
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = (PAGES / f"{path.stem}.txt").read_text(encoding="utf-8")
    if not set(gold) >= PAGE_KEYS or set(gold) - PAGE_KEYS - {"parts", "unmapped"}:
        yield f"page keys {sorted(set(gold) ^ PAGE_KEYS)}"
    if gold["id"] != path.stem.split("_")[0]:
        yield f"id {gold['id']}"
    yield from line_faults(gold, text)
    roles = roles_by_line(gold)
    for claim in gold["claims"]:
        name = str(claim["id"])
        if name in seen or not name.startswith(gold["id"] + ".c"):
            yield f"claim id {name}"
        seen.add(name)
        for fault in (*value_faults(claim), *evidence_faults(claim, text, roles)):
            yield f"{name}: {fault}"
    for note in gold.get("unmapped", ()):
        if note["evidence"] not in text:
            yield f"unmapped words not on the page: {note['evidence']!r}"


def event_faults(seen: set[str]) -> Iterator[str]:
    """events.yaml names only claims that exist, and each event's claims once."""
    spec = yaml.safe_load((GOLD / "events.yaml").read_text(encoding="utf-8"))
    names: set[str] = set()
    for kind in ("events", "contradictions", "not_independent"):
        for item in spec[kind]:
            name = item.get("id") or item.get("group")
            if name in names:
                yield f"{name}: told twice"
            names.add(name)
            claims = item.get("claims", [])
            if len(set(claims)) != len(claims):
                yield f"{name}: a claim twice"
            yield from (f"{name}: no such claim {claim}" for claim in claims if claim not in seen)
    for sequence in spec["state_sequences"]:
        for *_, claim in sequence["states"]:
            if claim not in seen:
                yield f"{sequence['object']}: no such claim {claim}"


def main() -> int:
    """Print the faults, or one line of totals."""
    seen: set[str] = set()
    faults: list[str] = []
    golds = sorted(GOLD.glob("[abcdefghi][0-9]*.yaml"))
    faults += [f"no gold for {path.name}" for path in PAGES.glob("*.txt") if not (GOLD / f"{path.stem}.yaml").exists()]
    for path in golds:
        faults += [f"{path.stem}: {fault}" for fault in page_faults(path, seen)]
    faults += [f"events: {fault}" for fault in event_faults(seen)]
    for path in (*GOLD.glob("*.yaml"), *PAGES.glob("*.txt"), *HERE.glob("*.md")):
        if MACHINE_PATH.search(path.read_text(encoding="utf-8")):
            faults.append(f"{path.name}: a path of one machine")
    print("\n".join(faults) or f"{len(golds)} pages, {len(seen)} claims: no fault")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
