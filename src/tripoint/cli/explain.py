"""`tripoint explain`: one event, claim, document or place with the words it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tripoint.cli.claim_sheet import describe, quoted
from tripoint.cli.judgements import sheet, verdicts
from tripoint.cli.revision_sheet import write_revision
from tripoint.cli.terminal import Marked, Paper, Piece, number_of, safe

if TYPE_CHECKING:
    from tripoint.model import Contradiction
    from tripoint.store.reading import CaseReader


def explain(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="Id of an event, contradiction, claim, document or place, or its beginning."),
    ],
) -> None:
    """Show every claim behind something: its sentence with the words of each slot, who says so, and why."""
    from tripoint.store.reading import CaseReader

    paper = Paper()
    with CaseReader(case) as reader:
        kind, whole = reader.find(name)
        _KINDS[kind](reader, whole, paper)


def _event(reader: CaseReader, event_id: str, paper: Paper) -> None:
    event, behind, against = reader.event(event_id)
    paper.line(Marked(safe(event.label), "", "bold"))
    when = "not told" if event.time is None else _interval(event.time.start, event.time.end, event.time.precision)
    where = "not told" if event.place is None else safe(event.place.name)
    paper.line(f"{event.event_id} · {event.type} · when: {when} · where: {where}")
    for line in sheet(reader, event_id):
        paper.line(Marked(line, "", "bold"), indent=2)
    for code in event.codes:
        paper.line(f"{code.book}: {code.code or 'none'} ({safe(code.reason)})", indent=2)
    for field in event.fields:
        mark = "" if field.shown else " (not shown)"
        paper.line(f"{field.field}: {safe(field.value)}{mark}, {number_of(len(field.claims), 'claim')}", indent=2)
    if behind is not None:
        paper.blank()
        paper.line(
            Marked(f"Independent origins: {len(behind.origins)}", "", "bold"),
            f" (adverse: {behind.adverse_origins}); credibility {behind.credibility} of 6",
        )
        for number, origin in enumerate(behind.origins, 1):
            paper.line(f"{number}. {', '.join(origin.claims)}: {safe(origin.why)}", indent=2)
        for reason in behind.reasons:
            paper.line(f"- {safe(reason.sentence)}", indent=2)
    for found in against:
        _contradiction(reader, found, paper)
    links = reader.links_of(event.claims)
    if links:
        paper.blank()
        paper.line(Marked("Why these claims are one event", "", "bold"))
        for link in links:
            told = "; ".join(safe(reason.sentence) for reason in link.reasons)
            paper.line(f"{link.claim_a} {link.verdict.value} {link.claim_b} ({link.score:.2f}): {told}", indent=2)
    paper.blank()
    paper.line(Marked(f"Claims: {len(event.claims)}", "", "bold"))
    decided = verdicts(reader)
    for claim in reader.claims_of(*event.claims):
        paper.blank()
        if claim.claim_id in decided:
            paper.line(Marked(decided[claim.claim_id], "", "bold"))
        describe(claim, reader.document(claim.document_id), paper)


def _contradiction(reader: CaseReader, found: Contradiction, paper: Paper) -> None:
    paper.blank()
    paper.line(Marked(f"Contradiction: {found.field}", "", "bold red"), f" ({found.contradiction_id})")
    paper.line(safe(found.why), indent=2)
    if found.explained is not None:
        paper.line(f"perhaps only apparent: {safe(found.explained)}", indent=2)
    cells: list[list[Piece]] = []
    for side in found.sides:
        said: list[Piece] = []
        for claim in reader.claims_of(*side.claims):
            doc = reader.document(claim.document_id)
            outlet = claim.source if doc is None or doc.outlet is None else doc.outlet
            voices = " < ".join(voice.name for voice in claim.speakers)
            who = f"{voices}, in {outlet}" if voices else outlet
            text = " … ".join(span.text for span in claim.evidence)
            said.append(f"“{safe(text)}” — {safe(who)} ({claim.claim_id})")
        cells.append(said)
    paper.columns([safe(side.value) for side in found.sides], cells)


def _claim(reader: CaseReader, claim_id: str, paper: Paper) -> None:
    for claim in reader.claims_of(claim_id):
        describe(claim, reader.document(claim.document_id), paper)
    for decided in sheet(reader, claim_id):
        paper.line(Marked(decided, "", "bold"), indent=2)
    event_id = reader.event_of(claim_id)
    if event_id is None:
        return
    event, _, against = reader.event(event_id)
    paper.blank()
    paper.line(f"event: {event_id} {safe(event.label)}, told by {number_of(len(event.claims), 'claim')}")
    for found in against:
        if any(claim_id in side.claims for side in found.sides):
            _contradiction(reader, found, paper)


def _document(reader: CaseReader, document_id: str, paper: Paper) -> None:
    doc = reader.document(document_id)
    if doc is None:
        return
    paper.line(Marked(safe(doc.headline or "(no headline)"), "", "bold"))
    paper.line(f"{doc.document_id} · {safe(doc.source)} · article {doc.part} · {doc.language}")
    paper.line(f"outlet: {safe(doc.outlet or 'not told')} ({safe(doc.outlet_evidence or 'no evidence')})", indent=2)
    anatomy = reader.anatomy(doc.page_id)
    if anatomy is not None and anatomy.rule is not None:
        paper.line(f"read by the rule for its outlet: {safe(anatomy.rule)}", indent=2)
    for label, date in (("published", doc.published), ("updated", doc.updated)):
        if date is not None:
            known = "; ".join(safe(word) for word in date.evidence)
            paper.line(
                f"{label}: {_interval(date.start, date.end, date.precision)}, by {known or 'no evidence'}", indent=2
            )
    for rejected in doc.dates_rejected:
        known = "; ".join(safe(word) for word in rejected.evidence)
        days = _interval(rejected.start, rejected.end, rejected.precision)
        paper.line(f"not taken for its date: {days}, by {known}", indent=2)
    if doc.agency is not None:
        paper.line(f"agency: {safe(doc.agency)}", indent=2)
    if doc.original_url is not None:
        paper.line(f"original: {safe(doc.original_url)}", indent=2)
    write_revision(reader, doc, paper)
    for one in reader.passages(document_id):
        words = safe(doc.text[one.start : one.end])
        shown = words if len(words) <= 100 else f"{words[:60]} … {words[-35:]}"
        paper.line(f"shares {one.words} words with {one.other}: “{shown}”", indent=2)
    for claim in reader.claims_in(document_id):
        paper.blank()
        describe(claim, doc, paper)


def _source(reader: CaseReader, source_id: str, paper: Paper) -> None:
    for row in reader.rows("SELECT * FROM sources WHERE source_id = ?", (source_id,)):
        paper.line(Marked(safe(row["name"]), "", "bold"), f" {source_id} · {row['kind']}")
        told = ", ".join(number_of(row[f"{what}s"], what) for what in ("claim", "document", "event"))
        paper.line(f"{told}: {row['alone']} alone, {row['joined']} joined by another origin", indent=2)
        for label, column in (
            ("contradicted by", "contradicted"),
            ("words used for a party", "framing"),
            ("repeats the text of", "copies"),
        ):
            if row[column]:
                paper.line(f"{label}: {safe(row[column])}", indent=2)
        if row["explained"]:
            paper.line(f"contradictions that are perhaps only apparent: {row['explained']}", indent=2)


def _place(reader: CaseReader, place_id: str, paper: Paper) -> None:
    from tripoint.store.derived import FINEST
    from tripoint.store.subjects import written

    told = "FROM place_names n JOIN place_spots s USING (name_row)"
    columns = "n.name, s.country, s.admin1, s.precision, s.latitude, s.longitude, s.radius_km"
    row = next(reader.rows(f"SELECT {columns} {told} WHERE n.place_id = ? ORDER BY {FINEST} LIMIT 1", (place_id,)))
    texts = written(reader, "place", place_id)
    counted = f"SELECT count(DISTINCT r.claim_row) {told} JOIN place_rows r USING (spot_row) WHERE n.place_id = ?"
    claims = next(reader.numbers(counted, (place_id,)))
    paper.line(Marked(safe(row["name"]), "", "bold"), f" {place_id}")
    paper.line(f"{row['precision']} in {safe(row['admin1'] or '?')}, {safe(row['country'] or '?')}", indent=2)
    if row["latitude"] is not None:
        paper.line(f"{row['latitude']:.4f}, {row['longitude']:.4f}, within {row['radius_km'] or 0:g} km", indent=2)
    paper.line(f"written as: {', '.join(safe(one) for one in texts)}; in {number_of(claims, 'claim')}", indent=2)
    spans = list(reader.rows("SELECT * FROM control WHERE place_id = ? ORDER BY start IS NOT NULL, start", (place_id,)))
    for span in spans:
        days = _interval(span["start"], span["end"], "")
        held = safe(span["holder"] or span["status"] or "?")
        paper.line(f"{days}: {held} ({span['basis']}, last evidence {span['last_evidence'] or 'undated'})", indent=2)
    for claim in reader.claims_at(place_id):
        paper.line(f"{claim.claim_id} {claim.type} {claim.modality.value}: ", *quoted(claim, None))


def _interval(start: str | None, end: str | None, precision: str) -> str:
    days = start if start == end and start is not None else f"{start or '…'} to {end or '…'}"
    if start is None and end is None:
        return precision or "undated"
    return f"{days} ({precision})" if precision else days


def _of_contradiction(reader: CaseReader, contradiction_id: str, paper: Paper) -> None:
    _event(reader, reader.event_of_contradiction(contradiction_id), paper)


_KINDS = {
    "contradiction": _of_contradiction,
    "event": _event,
    "claim": _claim,
    "document": _document,
    "place": _place,
    "source": _source,
}
