"""A case of a few records for the exporters: one with every slot filled, one with every slot empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint.model import (
    AmountSlot,
    AmountValue,
    Anatomy,
    Aspect,
    Assessment,
    Block,
    BlockRole,
    Claim,
    ClaimKind,
    Code,
    Comment,
    Contradiction,
    Dated,
    Document,
    Event,
    Evidence,
    Modality,
    Origin,
    Page,
    Party,
    Passage,
    PlaceSlot,
    PlaceValue,
    Polarity,
    Reason,
    Revision,
    Side,
    Span,
    Speaker,
    TimeValue,
    bare_document,
)

TEXT = "On Friday the guard took the northern gate, a guide said."
PLACE = PlaceValue(
    place_id="tp:gate",
    name="Northern Gate",
    lat=12.25,
    lon=-40.5,
    radius_km=1.0,
    country="XX",
    admin1=None,
    precision="site",
    geometry='{"type": "Point", "coordinates": [-40.5, 12.25]}',
)
TIME = TimeValue(start="2020-05-01", end="2020-05-01", precision="day", text="On Friday", start_char=0, end_char=9)
GUARD = Party(name="=HYPERLINK(evil)", actor_id=None, text="the guard", start=10, end=19)
DEAD = AmountSlot(
    amount=AmountValue(what="killed", low=3.0, high=None, unit="guards", of=None, wording="at least three"),
    start=20,
    end=24,
)
CODES = (Code(book="plover", code="COERCE", reason="default row"), Code(book="acled", code=None, reason="no side"))
WHY = (Reason(name="verb", score=0.5, sentence="a verb tells it"),)


class SmallCase:
    """Answers as a case does."""

    def __init__(self, *, full: bool) -> None:
        self.full = full

    def pages(self) -> Iterator[tuple[Page, Anatomy | None]]:
        page = Page(
            page_id="pag_1", source="gate.txt", sha256="0" * 64, size=57, media_type="text/plain", origin="file"
        )
        blocks = (Block(role=BlockRole.BODY, part=1, start=0, end=len(TEXT)),)
        yield page, Anatomy(page_id="pag_1", encoding="utf-8", text=TEXT, blocks=blocks) if self.full else None

    def documents(self) -> Iterator[tuple[Document, str | None, tuple[Comment, ...]]]:
        told = (
            Dated(start="2020-05-02", end="2020-05-02", precision="day", evidence=("dateline",)) if self.full else None
        )
        doc = replace(
            bare_document(TEXT, document_id="doc_1", page_id="pag_1", source="gate.txt", published=told),
            outlet="Gate Gazette" if self.full else None,
        )
        comment = Comment(
            comment_id="com_1",
            page_id="pag_1",
            part=1,
            author="reader-1",
            time=None,
            text="Never!",
            page_start=0,
            reply_to=None,
            editor=False,
        )
        yield doc, "doc_0" if self.full else None, (comment,) if self.full else ()

    def revision(self, document_id: str) -> Revision | None:
        if not self.full:
            return None
        return Revision(
            document_id=document_id,
            url="a.example",
            number=2,
            of=2,
            captured_at="2021-03-02",
            previous="doc_0",
            added=(Span(start=0, end=4),),
            removed=(),
        )

    def passages(self, document_id: str) -> list[Passage]:
        other = Passage(document_id=document_id, start=0, end=9, other="d2", other_start=4, other_end=13, words=2)
        return [other] if self.full else []

    def decided(self) -> dict[str, str]:
        return {"clm_1": "rejected by Ann"} if self.full else {}

    def claims(self) -> Iterator[Claim]:
        empty = Claim(
            claim_id="clm_1",
            document_id="doc_1",
            source="gate.txt",
            part=1,
            kind=ClaimKind.EVENT,
            type="capture",
            aspect=Aspect.COMPLETED,
            modality=Modality.HAPPENED,
            polarity=Polarity.AFFIRMED,
            hedged=False,
            agents=(),
            targets=(),
            recipients=(),
            places=(),
            time=None,
            said=None,
            amounts=(),
            status=None,
            speakers=(),
            evidence=(Evidence(start=10, end=42, text=TEXT[10:42], block=BlockRole.BODY),),
            trigger_start=20,
            trigger_end=24,
            absent=(),
            score=0.5,
            producer="test",
            reasons=(),
        )
        if not self.full:
            yield empty
            return
        yield replace(
            empty,
            agents=(GUARD,),
            places=(PlaceSlot(place=PLACE, role="at", text="the northern gate", start=25, end=42),),
            time=TIME,
            said=TIME,
            amounts=(DEAD,),
            speakers=(Speaker(name="guide", actor_id=None, kind="person", cue="said", start=44, end=51),),
            codes=CODES,
            reasons=WHY,
        )

    def comment_claims(self) -> Iterator[Claim]:
        for claim in self.claims():
            yield replace(claim, claim_id="clm_2", comment_id="com_1")

    def events(self) -> Iterator[tuple[Event, Assessment | None, tuple[Contradiction, ...]]]:
        event = Event(
            event_id="evt_1",
            type="capture",
            label="The gate was taken",
            time=TIME if self.full else None,
            place=PLACE if self.full else None,
            agents=(GUARD,) if self.full else (),
            targets=(),
            amounts=(DEAD,) if self.full else (),
            claims=("clm_1",),
            documents=("doc_1",),
            fields=(),
            codes=CODES if self.full else (),
        )
        if not self.full:
            yield event, None, ()
            return
        sides = (Side(value="taken", claims=("clm_1",)), Side(value="not taken", claims=("clm_3",)))
        against = Contradiction(
            contradiction_id="con_1", event_id="evt_1", field="occurred", sides=sides, why="both", explained=None
        )
        behind = Assessment(
            event_id="evt_1",
            origins=(Origin(claims=("clm_1",), why="one voice"),),
            adverse_origins=0,
            contradictions=("con_1",),
            credibility=3,
            reasons=WHY,
        )
        yield event, behind, (against,)


def a_case(*, full: bool) -> SmallCase:
    """Return the case in which everything, or nothing, is told."""
    return SmallCase(full=full)
