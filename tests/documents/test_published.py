from __future__ import annotations

from tests.documents.make import composed
from tripoint.model import Dated

BODY = "The bridge over the Orm was closed after the storm, the works department said."


def published(text: str, *, html: bool = False, **facts: str) -> Dated | None:
    return composed(text, html=html, **facts).documents[0].published


def day(found: Dated | None) -> str | None:
    assert found is None or (found.start == found.end and found.precision == "day")
    return None if found is None else found.start


def test_a_date_line_under_the_headline_dates_the_article() -> None:
    assert day(published(f"Storm Closes The Old Bridge\n\nWednesday, 5 April 2017\n\n{BODY}")) == "2017-04-05"


def test_a_date_that_opens_the_text_dates_the_article() -> None:
    assert day(published(f"Wed 05 Apr 2017 Storm Closes The Old Bridge. {BODY}")) == "2017-04-05"
    assert (
        day(published(f"Storm Closes The Old Bridge\n\nStorm Closes The Old Bridge 6 October 2016 {BODY}"))
        == "2016-10-06"
    )
    assert day(published(f"ORM TOWN (9 November 2022) - {BODY}")) == "2022-11-09"


def test_a_date_inside_a_sentence_does_not() -> None:
    found = published(f"Storm Closes The Old Bridge\n\nOn 5 April 2017, the storm came. {BODY}")
    assert found is not None
    assert (found.precision, found.start, found.end) == ("bound", "2017-04-05", None)


def test_last_updated_is_no_day_of_publication_but_a_bound() -> None:
    doc = composed(f"Storm Closes The Old Bridge\n\nLast updated at Apr 23, 2017\n\n{BODY}").documents[0]
    assert doc.updated is not None and doc.updated.start == "2017-04-23"
    assert doc.published is not None
    assert (doc.published.start, doc.published.end, doc.published.precision) == (None, "2017-04-23", "bound")


def test_a_live_blog_is_of_the_day_of_its_last_update() -> None:
    entries = "".join(
        f"{hour}:15\nThe storm moved on over the hills and the old bridge held, the mayor of the town said.\n\n"
        for hour in (21, 18, 9)
    )
    doc = composed(f"Storm At The Old Bridge, Live\n\nUpdated Apr 23, 2017, 22:15\n\n{entries}").documents[0]
    assert doc.published is not None
    assert (doc.published.start, doc.published.end, doc.published.precision) == ("2017-04-23", "2017-04-23", "day")


def test_a_day_that_lost_its_blank_before_the_year_is_read() -> None:
    doc = composed(f"Storm Closes The Old Bridge\n\nLast updated at Apr 232017 {BODY}").documents[0]
    assert doc.updated is not None and doc.updated.start == "2017-04-23"


def test_the_address_of_a_page_may_hold_its_day_or_month() -> None:
    assert day(published(BODY, url="https://a.example/2017/06/18/bridge/")) == "2017-06-18"
    found = published(BODY, url="https://a.example/2017/06/bridge/")
    assert found is not None
    assert (found.start, found.end, found.precision) == ("2017-06-01", "2017-06-30", "month")


def test_the_manifest_wins_and_what_loses_is_kept() -> None:
    doc = composed(f"Storm Closes The Old Bridge\n\n3 May 2019\n\n{BODY}", published="2019-05-02").documents[0]
    assert day(doc.published) == "2019-05-02"
    assert [lost.start for lost in doc.dates_rejected] == ["2019-05-03"]
    assert "the manifest says" in doc.dates_rejected[0].evidence[0]


def test_a_date_after_the_capture_is_rejected() -> None:
    doc = composed(BODY, url="https://a.example/2021/06/18/b", captured_at="2020-01-01").documents[0]
    assert doc.published is not None and doc.published.precision == "bound"
    assert doc.published.end == "2020-01-01"
    assert [lost.start for lost in doc.dates_rejected] == ["2021-06-18"]


def test_past_dates_and_a_calendar_widget_bound_an_undated_article() -> None:
    found = published(
        f"Storm Closes The Old Bridge\n\n{BODY} The bridge had been repaired in November 2017 and painted since 2015. "
        "It will be replaced by March 2030.\n\nLeave a comment\n\n«June 2019»\n"
    )
    assert found is not None
    assert (found.start, found.end, found.precision) == ("2017-11-01", "2019-06-30", "bound")
    assert len(found.evidence) == 2


def test_a_page_that_tells_no_date_has_none() -> None:
    assert published(f"Storm Closes The Old Bridge\n\n{BODY} It reopens on Friday.") is None


def test_an_ambiguous_numeric_date_states_its_assumption() -> None:
    found = published(f"Storm Closes The Old Bridge\n\n04/05/2017\n\n{BODY}")
    assert day(found) == "2017-05-04"
    assert found is not None and "day first" in found.evidence[0]


def test_json_ld_and_meta_date_an_html_page() -> None:
    html = (
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-02-03T10:00:00Z",'
        '"dateModified":"2020-02-04"}</script></head><body><article><h1>Storm closes bridge</h1><p>'
        f"{BODY}</p></article></body></html>"
    )
    doc = composed(html, html=True).documents[0]
    assert day(doc.published) == "2020-02-03"
    assert doc.updated is not None and doc.updated.start == "2020-02-04"
    meta = f'<head><meta property="article:published_time" content="2020-02-03"></head><body><p>{BODY}</p>'
    assert day(published(meta, html=True)) == "2020-02-03"
