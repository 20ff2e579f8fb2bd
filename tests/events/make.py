"""Claims and documents for tests of events and assess, from a line or two each."""

from __future__ import annotations

from dataclasses import replace

from tripoint.model import (
    AmountSlot,
    AmountValue,
    Aspect,
    BlockRole,
    Claim,
    ClaimKind,
    Dated,
    Document,
    Evidence,
    Modality,
    Party,
    PlaceSlot,
    PlaceValue,
    Polarity,
    Speaker,
    TimeValue,
    bare_document,
)

STATES = {"control", "presence", "status", "backs", "opposes", "part_of"}
PLACES = {
    "Harrow Bridge": (35.0, 40.0, "town", 3.0),
    "Harrow Mill": (35.01, 40.02, "town", 3.0),
    "Stonewell": (35.9, 41.5, "town", 3.0),
    "Eastmark": (35.5, 40.5, "province", 120.0),
}


def party(name: str, *, kind: str = "militia", country: str | None = None) -> Party:
    return Party(
        name=name,
        actor_id="a:" + name.lower().replace(" ", "-"),
        text=name,
        start=0,
        end=1,
        kind=kind,
        country=country,
    )


def place(name: str, role: str = "at") -> PlaceSlot:
    lat, lon, precision, radius = PLACES.get(name, (None, None, "unlocated", None))
    value = PlaceValue(
        place_id=None if lat is None else "p:" + name.lower(),
        name=name,
        lat=lat,
        lon=lon,
        radius_km=radius,
        country=None,
        admin1=None,
        precision=precision,
    )
    return PlaceSlot(place=value, role=role, text=name, start=0, end=1)


def day(start: str, end: str | None = None) -> TimeValue:
    return TimeValue(start=start, end=end or start, precision="day" if end in (None, start) else "range", rule="test")


def killed(low: float, high: float | None = None, unit: str = "people") -> AmountSlot:
    top = low if high is None else high
    return AmountSlot(
        amount=AmountValue(what="killed", low=low, high=top, unit=unit, of=None, wording=f"{low:g}"), start=0, end=1
    )


def speaker(name: str, kind: str = "body") -> Speaker:
    return Speaker(
        name=name,
        actor_id=None if kind == "unnamed" else "a:" + name.lower().replace(" ", "-"),
        kind=kind,
        cue="said",
        start=0,
        end=1,
    )


def document(
    document_id: str,
    text: str = "",
    *,
    outlet: str | None = None,
    published: str | None = None,
    agency: str | None = None,
    original_url: str | None = None,
    page: str | None = None,
    signature: tuple[int, ...] = (),
) -> Document:
    when = None if published is None else Dated(start=published, end=published, precision="day")
    own = None if text else ()
    bare = bare_document(
        text, document_id=document_id, page_id=page or "page-" + document_id, source=document_id + ".txt",
        published=when, paragraphs=own,
    )  # fmt: skip
    return replace(bare, outlet=outlet, agency=agency, original_url=original_url, signature=signature)


def claim(
    claim_id: str,
    document_id: str,
    type_: str,
    words: str = "",
    *,
    agents: tuple[str | Party, ...] = (),
    targets: tuple[str | Party, ...] = (),
    recipients: tuple[str | Party, ...] = (),
    at: tuple[str | PlaceSlot, ...] = (),
    time: TimeValue | None = None,
    said: TimeValue | None = None,
    amounts: tuple[AmountSlot, ...] = (),
    speakers: tuple[Speaker, ...] = (),
    modality: str = "happened",
    polarity: str = "affirmed",
    aspect: str | None = None,
    status: str | None = None,
    start: int = 0,
    block: BlockRole = BlockRole.BODY,
    comment_id: str | None = None,
    hedged: bool = False,
) -> Claim:
    def sides(listed: tuple[str | Party, ...]) -> tuple[Party, ...]:
        return tuple(party(one) if isinstance(one, str) else one for one in listed)

    return Claim(
        claim_id=claim_id,
        document_id=document_id,
        source=document_id + ".txt",
        part=1,
        kind=ClaimKind.STATE if type_ in STATES else ClaimKind.EVENT,
        type=type_,
        aspect=Aspect(aspect or ("ongoing" if type_ in STATES else "completed")),
        modality=Modality(modality),
        polarity=Polarity(polarity),
        hedged=hedged,
        agents=sides(agents),
        targets=sides(targets),
        recipients=sides(recipients),
        places=tuple(place(one) if isinstance(one, str) else one for one in at),
        time=time,
        said=said,
        amounts=amounts,
        status=status,
        speakers=speakers,
        evidence=(Evidence(start=start, end=start + len(words), text=words, block=block),) if words else (),
        trigger_start=start,
        trigger_end=start + 1,
        absent=(),
        score=0.9,
        producer="test",
        reasons=(),
        comment_id=comment_id,
    )
