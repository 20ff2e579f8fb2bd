from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.make import composed, of
from tripoint.documents.dates import datelines
from tripoint.model import BlockRole

SENTENCE = "Rescue crews reached the flooded quarter on Monday, the civil protection office said."
LAST = "The water had fallen by a metre since the night, according to the office."


@pytest.mark.parametrize(
    ("opening", "place", "agency", "date"),
    [
        ("TRIPOLI – ", "TRIPOLI", None, None),
        ("TRIPOLI, Libya (AFP) - ", "TRIPOLI", "AFP", None),
        ("PORT-AU-PRINCE, Haiti (Coastal Wire) — ", "PORT-AU-PRINCE", "Coastal Wire", None),
        ("Tripoli, Libya — ", "Tripoli", None, None),
        ("Tripoli (AP) -- ", "Tripoli", "AP", None),
        ("RIGA, 3 March. ", "RIGA", None, "3 March"),
        ("RIGA, March 3 (Reuters) - ", "RIGA", "Reuters", "March 3"),
        ("RIGA (9 November 2022) - ", "RIGA", None, "9 November 2022"),
        ("KARACHI: ", "KARACHI", None, None),
        ("Homs, SANA- ", "Homs", "SANA", None),
        ("(Reuters) - ", None, "Reuters", None),
        ("LONDON/PARIS (Reuters) - ", "LONDON/PARIS", "Reuters", None),
        ("Riga, 3 March 2021 (dpa) – ", "Riga", "dpa", "3 March 2021"),
    ],
)
def test_a_dateline_at_the_start_of_the_text_is_a_span_of_its_own(
    opening: str, place: str | None, agency: str | None, date: str | None
) -> None:
    found = datelines.read(opening + SENTENCE, opens=True)
    assert found is not None
    assert (found.end, found.place, found.agency, found.date) == (len(opening), place, agency, date)
    page = composed(f"Crews Reach The Flooded Quarter\n\n{opening}{SENTENCE}\n\n{LAST}\n")
    assert of(page, BlockRole.BODY) == [SENTENCE, LAST]
    assert of(page, BlockRole.DATELINE) == [opening.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE - Rescue crews reached the flooded quarter on Monday.",
        "WATCH: Rescue crews reach the flooded quarter on Monday.",
        "NATO - The alliance will send two ships to the gulf.",
        "Egypt - Sudan talks on the dam broke down on Monday, officials said.",
        "The mayor - Ina Holt of the Harbour Party - resigned on Monday.",
        "Analysis: What the flood means for the harvest of the year.",
        "On Monday (the first day of the strike) - Nobody came to work at all.",
        "Two people died. Rescue crews reached the flooded quarter on Monday.",
        "Dr. Holt said that crews had reached the flooded quarter.",
        "March 3. Crews reached the flooded quarter in the night.",
    ],
)
def test_a_label_a_body_or_a_clause_before_a_dash_is_no_dateline(text: str) -> None:
    assert datelines.read(text, opens=True) is None


def test_below_the_first_line_a_place_alone_is_no_dateline() -> None:
    assert datelines.read(f"TRIPOLI - {SENTENCE}", opens=False) is None
    assert datelines.read(f"TRIPOLI (AFP) - {SENTENCE}", opens=False) is not None


def test_a_day_without_its_year_is_dated_when_only_one_year_fits() -> None:
    text = (
        f"Crews Reach The Flooded Quarter\n\nRIGA, March 3 (dpa) - {SENTENCE} It is the worst flood since 5 May 2018.\n"
    )
    near = composed(text, captured_at="2019-03-04T10:00:00Z").documents[0]
    assert near.published is not None and near.published.start == "2019-03-03"
    assert near.agency == "dpa"
    far = composed(text, captured_at="2021-03-04T10:00:00Z").documents[0]
    assert far.published is not None and far.published.precision == "bound"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.booleans())
def test_a_dateline_ends_inside_its_line(text: str, opens: bool) -> None:
    found = datelines.read(text, opens=opens)
    assert found is None or 0 < found.end < len(text)
