"""Dates of publication in other languages, and agencies run into their dates."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import pytest

from tests.documents.make import composed, of
from tripoint.documents.dates import months, written
from tripoint.model import BlockRole
from tripoint.text import fold

TEXT = "A boat sank off Orm on Thursday, the coast guard said. Ten people were saved from it."


@pytest.mark.parametrize(
    "told",
    [
        "3. August 2016", "3 août 2016", "3 de agosto de 2016", "3 de agosto del 2016", "3 agosto 2016",
        "3 augustus 2016",
        "3 sierpnia 2016", "3 de agosto, 2016", "3 августа 2016", "3 серпня 2016", "3 Ağustos 2016", "3 آب 2016",
        "3 أغسطس 2016", "٣ أغسطس ٢٠١٦", "3 آب/أغسطس 2016", "3 آب (أغسطس) 2016",
    ],
)  # fmt: skip
def test_a_day_is_read_in_any_of_the_languages(told: str) -> None:
    assert [found.day for found in written.find(f"{told}, 10:15")] == [dt.date(2016, 8, 3)]


def test_names_of_two_words_and_the_first_of_a_month_are_read() -> None:
    assert [found.day for found in written.find("1er janvier 2016 - 4 تشرين الثاني 2016")] == [
        dt.date(2016, 1, 1), dt.date(2016, 11, 4),
    ]  # fmt: skip


@pytest.mark.parametrize("told", ["3 boats 2016", "31 juin 2016", "3 of 2016", "Room 3 Quai 2016", "133 août 2016"])
def test_other_words_between_two_numbers_are_no_dates(told: str) -> None:
    assert list(written.find(told)) == []


def test_no_spelling_stands_for_two_months() -> None:
    seen: dict[str, set[int]] = defaultdict(set)
    for _, names in months._NAMES:
        assert len(names) == 12
        for month, spellings in enumerate(names, 1):
            for spelling in spellings.split("|"):
                seen[fold(spelling)].add(month)
    assert {name: found for name, found in seen.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Veröffentlicht am 3. August 2016, 10:15 Uhr", "2016-08-03", None),
        ("Publié le 3 août 2016 à 10h15 - Mis à jour le 4 août 2016", "2016-08-03", "2016-08-04"),
        ("Опубликовано 3 августа 2016", "2016-08-03", None),
        ("آخر تحديث: 4 آب 2016", "2016-08-04", "2016-08-04"),
    ],
)
def test_labels_in_other_languages_say_which_day_it_is(line: str, published: str, updated: str | None) -> None:
    found = composed(f"Bateau Orm 7\n\n{line}\n\n{TEXT}\n")
    assert line in of(found, BlockRole.DATELINE)
    (doc,) = found.documents
    assert doc.published is not None and (doc.published.start or doc.published.end) == published
    assert (doc.updated.start if doc.updated is not None else None) == updated


@pytest.mark.parametrize("told", ["AFP Friday 15 Jul 2016", "Reuters, 15 July 2016 10:15 GMT", "AFP - July 15, 2016"])
def test_an_agency_run_into_its_date_is_credited(told: str) -> None:
    for text in (f"Boat sinks off Orm\n{told}\n\n{TEXT}\n", f"Boat sinks off Orm\n\n{told} {TEXT}\n"):
        (doc,) = composed(text).documents
        assert doc.agency in ("AFP", "Reuters")
        assert doc.published is not None and doc.published.start == "2016-07-15"
        assert doc.text.endswith(TEXT)


def test_a_name_that_is_no_agency_is_not_cut_off_the_sentence() -> None:
    (doc,) = composed(f"Boat sinks off Orm\n\nStorm Friday 15 Jul 2016 {TEXT}\n").documents
    assert doc.agency is None and "Storm Friday 15 Jul 2016 A boat" in doc.text


def test_a_forwarded_message_is_the_text_of_whom_it_was_forwarded_from() -> None:
    from dataclasses import replace

    from tests.documents.make import page
    from tripoint.documents import compose

    raw = TEXT.encode()
    origin = "message; forwarded from Orm Channel; answers message 5"
    (doc,) = compose(replace(page(raw), origin=origin), raw).documents
    assert doc.agency == "Orm Channel"
    (doc,) = compose(replace(page(raw), origin="message; forwarded from a person"), raw).documents
    assert doc.agency is None
