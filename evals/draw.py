"""Draw mentions, claims or contradictions of a case at random, with their words, to be read and judged by a person.

    python evals/draw.py CASE mentions --count 100 --kind place --seed 20261120
    python evals/draw.py CASE mentions --kind actor --count 50 --beyond evals/mentions_fakes.tsv
    python evals/draw.py CASE claims --count 20
    python evals/draw.py CASE contradictions --count 30 --seed 11

The same case and seed draw the same. Nothing here judges: that is what reading is for.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from pathlib import Path

from tripoint.store.reading import CaseReader

_MENTIONS = (
    "SELECT m.kind, m.start, m.\"end\", m.text, m.name, m.candidate_id, json_extract(m.reading, '$.place.country') AS"
    " country, json_extract(m.reading, '$.place.admin1') AS admin1,"
    " json_extract(m.reading, '$.time') AS time, json_extract(m.reading, '$.amount') AS amount, d.source,"
    " d.text AS page"
    " FROM mentions m JOIN documents d ON d.document_id = m.document_id WHERE m.kind = :kind"
    " AND json_extract(m.record, '$.generic') = 0 ORDER BY m.mention_id"
)
_CLAIMS = (
    "SELECT c.source, json_extract(c.record, '$.trigger_start') AS at,"
    " c.type, c.modality, c.polarity, c.agents, c.targets, c.places, c.time_start, c.time_end, c.amounts,"
    " c.speakers, c.evidence FROM claims c WHERE c.comment_id IS NULL ORDER BY c.claim_id"
)


def contradictions(reader: CaseReader) -> list[dict[str, object]]:
    """Return the contradictions that nothing explains, by id, each side with its sentences."""
    claims = {claim.claim_id: claim for claim in reader.claims()}
    listed = sorted(
        (one for _, _, against in reader.events() for one in against if one.explained is None),
        key=lambda one: one.contradiction_id,
    )
    return [
        {
            "field": one.field,
            "why": one.why,
            "sides": {
                side.value: [
                    f"{claims[c].source.rpartition('#')[2]}: {claims[c].evidence[0].text}" for c in side.claims[:4]
                ]
                for side in one.sides
            },
        }
        for one in listed
    ]


def main() -> None:
    """Print what was drawn, one object a line."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("case", type=Path)
    asked.add_argument("what", choices=("mentions", "claims", "contradictions"))
    asked.add_argument("--kind", default="place", help="of mentions: actor, person, place, time or amount")
    asked.add_argument("--count", type=int, default=20)
    asked.add_argument("--seed", type=int, default=20261120)
    asked.add_argument("--beyond", type=Path, help="a table of readings: rows that it names are left out")
    told = asked.parse_args()
    with CaseReader(told.case) as reader:
        sql, values = (_MENTIONS, {"kind": told.kind}) if told.what == "mentions" else (_CLAIMS, {})
        rows = contradictions(reader) if told.what == "contradictions" else list(reader.rows(sql, values))
    if told.beyond is not None:
        with told.beyond.open(encoding="utf-8", newline="") as lines:
            read = {row["row"] for row in csv.DictReader(lines, delimiter="\t")}
        rows = [row for row in rows if str(row["source"]).rpartition("#row=")[2] not in read]
    for row in random.Random(told.seed).sample(rows, min(told.count, len(rows))):
        if told.what == "mentions":
            page, start, end = row.pop("page"), row.pop("start"), row.pop("end")
            around = f"{page[max(0, start - 90) : start]}[{page[start:end]}]{page[end : end + 60]}"
            row = {**row, "at": start, "words": " ".join(around.split())}
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
