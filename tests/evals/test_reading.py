"""The details of the formats: offsets, values, quotations, answer keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.evals.attribution import kind_of, read
from tripoint.evals.corpus import document, unwrapped
from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.keys import Template, keys
from tripoint.evals.muc4.scoring import score
from tripoint.evals.muc4.texts import dateline
from tripoint.evals.plover_roots import QUADS, ROOT_OF, STATES
from tripoint.evals.re3d_names import is_name
from tripoint.evals.timeml import read as read_tml
from tripoint.evals.timex import value_of
from tripoint.evals.toponyms import realigned
from tripoint.model import TimeValue
from tripoint.resources.claims import claim_types
from tripoint.syntax import Token


@given(st.text(alphabet="ab \n", max_size=40))
def test_joining_wrapped_lines_keeps_every_offset_and_paragraph(text: str) -> None:
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert [c for c in joined if not c.isspace()] == [c for c in text if not c.isspace()]
    assert ("\n\n" in joined) == ("\n\n" in text)


@given(st.text(max_size=60))
def test_blocks_of_a_document_cover_all_that_is_not_blank(text: str) -> None:
    doc = document("x", text, source="x")
    covered = "".join(doc.text[block.start : block.end] for block in doc.blocks)
    assert "".join(covered.split()) == "".join(text.split())


def test_time_expressions_keep_their_offsets_through_other_marks(tmp_path: Path) -> None:
    path = tmp_path / "b.tml"
    path.write_text(
        "<TimeML><DCT><TIMEX3 value='2001-02-03T04:05'>x</TIMEX3></DCT><TEXT>A <EVENT>raid</EVENT> in "
        "<TIMEX3 value='1999'>1999</TIMEX3> &amp; since.</TEXT></TimeML>",
        encoding="utf-8",
    )
    doc, values = read_tml(path)
    assert {doc.text[a:b]: value for (a, b), value in values.items()} == {"1999": "1999"}
    assert doc.published is not None and doc.published.start == "2001-02-03"


@pytest.mark.parametrize(
    ("start", "end", "precision", "text", "value"),
    [
        ("2001-02-03", "2001-02-03", "day", "Saturday", "2001-02-03"),
        ("2001-02-03", "2001-02-03", "part_of_day", "Saturday night", "2001-02-03TNI"),
        ("2001-02-01", "2001-02-28", "month", "February", "2001-02"),
        ("2001-01-01", "2001-12-31", "year", "2001", "2001"),
        ("2001-02-05", "2001-02-11", "week", "this week", "2001-W06"),
        (None, "2001-02-03", "open_start", "until Saturday", "2001-02-03"),
        ("1999-01-01", None, "open_end", "since 1999", "1999"),
        (None, None, "unresolved", "recently", ""),
    ],
)
def test_times_of_ours_are_written_as_timex_values(
    start: str | None, end: str | None, precision: str, text: str, value: str
) -> None:
    assert value_of(TimeValue(start=start, end=end, precision=precision), text) == value


def test_a_standoff_attribution_joins_its_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.ann"
    path.write_text(
        "T1\tSource 0 4\tShe \nT2\tContent 10 14;20 24\tx\nT3\tContent 30 34\ty\n"
        "E1\tAttribution:T9 Content:T2 Content2:T3 Source:T1\n",
        encoding="utf-8",
    )
    (said,) = read(path)
    assert said.source == ((0, 4),)
    assert said.content == ((10, 14), (20, 24), (30, 34))


@pytest.mark.parametrize(
    ("content", "kind"),
    [("“We are late,”", "direct"), ("that they are late", "indirect"), ("that they are “very late”", "mixed")],
)
def test_contents_are_direct_indirect_or_mixed_by_their_quotation_marks(content: str, kind: str) -> None:
    text = f"He said {content} and left."
    start = text.index(content)
    assert kind_of(text, [(start, start + len(content))]) == kind


def _token(text: str, tag: str, i: int) -> Token:
    return Token(i=i, start=0, end=len(text), text=text, lemma=text.lower(), pos="", tag=tag, dep="", ent="")


def test_pronouns_and_first_words_of_sentences_do_not_name() -> None:
    assert is_name(_token("Palmyra", "NNP", 0)) and is_name(_token("Syrian", "JJ", 3))
    assert not is_name(_token("He", "PRP", 0)) and not is_name(_token("Residents", "NNS", 0))


def test_drifted_offsets_of_a_toponym_go_to_its_phrase() -> None:
    text = "From Homs to Hama."
    assert realigned(text, (6, 10), "Homs") == (5, 9)
    assert realigned(text, (13, 17), "Hama") == (13, 17)
    assert realigned(text, (0, 4), "Idlib") == (0, 4)


def test_every_event_type_that_plover_knows_has_a_quad() -> None:
    roots = {ROOT_OF.get(row.plover[0], row.plover[0]) for row in claim_types().values() if row.plover is not None}
    assert roots | set(STATES.values()) <= set(QUADS)


KEY = """
0.  MESSAGE: ID                     TST9-MUC9-0003
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  (02 FEB 90) / (- 04 FEB 90)
3.  INCIDENT: LOCATION              PERU: LIMA (CITY)
4.  INCIDENT: TYPE                  BOMBING / ATTACK
7.  INCIDENT: INSTRUMENT TYPE       *
9.  PERP: INDIVIDUAL ID             "ARMED MEN" / "MEN"
                                    ? "THE \\"RED\\" CELL"
11. PERP: ORGANIZATION CONFIDENCE   POSSIBLE: "RED CELL" / "CELL"
19. HUM TGT: DESCRIPTION            "JUDGE": "ANA PAZ"
"""


def test_answer_keys_are_read_with_alternatives_options_and_references(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(KEY, encoding="latin-1")
    (template,) = keys(path)
    assert template.message == "TST9-MUC9-0003" and template.optional
    assert template.slots[key.TYPE][0].values == ("BOMBING", "ATTACK")
    assert [fill.values for fill in template.slots[key.INDIVIDUAL]] == [("ARMED MEN", "MEN"), ('THE "RED" CELL',)]
    assert template.slots[key.INDIVIDUAL][1].optional
    assert template.slots[key.CONFIDENCE][0].values == ("POSSIBLE",)
    assert template.slots[key.DESCRIPTION][0].values == ("JUDGE",)
    assert key.INSTRUMENT_TYPE not in template.slots


def test_dates_of_keys_are_intervals() -> None:
    assert key.interval("02 FEB 90") == (date(1990, 2, 2), date(1990, 2, 2))
    assert key.interval("- 04 FEB 90") == (None, date(1990, 2, 4))
    assert key.interval("(07 MAR 90 - 08 MAR 90)") == (date(1990, 3, 7), date(1990, 3, 8))
    assert key.interval(key.as_fill(date(1990, 2, 2), date(1990, 2, 2))) == (date(1990, 2, 2), date(1990, 2, 2))


def _incident(**fills: str) -> Template:
    found = Template(message="M")
    for name, value in fills.items():
        found.fill(getattr(key, name), value)
    return found


def test_templates_are_mapped_by_type_and_the_rest_is_missing_or_spurious() -> None:
    wanted = [_incident(TYPE="ATTACK", LOCATION="PERU: LIMA (CITY)"), _incident(TYPE="BOMBING")]
    given = [_incident(TYPE="ATTACK", LOCATION="PERU: CUSCO"), _incident(TYPE="ARSON")]
    found = score(given, wanted)
    assert (found[key.TYPE].right, found[key.TYPE].given, found[key.TYPE].wanted) == (1, 2, 2)
    assert found[key.LOCATION].right == 0.5


def test_an_optional_template_that_nobody_gave_is_not_missed() -> None:
    optional = _incident(TYPE="ATTACK")
    optional.optional = True
    assert score([], [optional])[key.TYPE].wanted == 0


def test_a_dateline_gives_the_town_the_day_and_the_body() -> None:
    town, day, body = dateline("   RIO BRANCO (BRAZIL), 4 FEB 90 (AGENCY) -- [TEXT] A BOMB WENT OFF.")
    assert town == "RIO BRANCO (BRAZIL)" and day is not None and day.start == "1990-02-04"
    assert body.strip() == "A BOMB WENT OFF."
