from __future__ import annotations

import pytest

from tests.documents.make import composed
from tripoint.model import Document

BODY = "The bridge over the Orm was closed after the storm on Monday, the works department said."


def doc(text: str, *, html: bool = False, **facts: str) -> Document:
    return composed(text, html=html, **facts).documents[0]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"ORM TOWN (Reuters) - {BODY}", "Reuters"),
        (f"Storm Closes Bridge\n\n{BODY} - AFP", "AFP"),
        (f"Storm Closes Bridge\n\n{BODY} --Reuters", "Reuters"),
        (f"Storm Closes Bridge\n\n{BODY}\n\nSource: TASS", "TASS"),
        (f"Storm Closes Bridge\n\nBy Agence France-Presse\n\n{BODY}", "AFP"),
        (f"Storm Closes Bridge\n\n{BODY} AFP contributed to this report.", "AFP"),
        (f"ORM TOWN (4:30 P.M.) - {BODY}", None),
        (f"Storm Closes Bridge\n\n{BODY} The reporters of Reuters were there too.", None),
    ],
)
def test_a_wire_credit_names_the_agency(text: str, agency: str | None) -> None:
    assert doc(text).agency == agency


def test_an_agencys_own_page_credits_no_other() -> None:
    found = doc(f"ORM TOWN (Reuters) - {BODY}", outlet="reuters")
    assert (found.outlet, found.agency) == ("Reuters", None)


def test_the_outlet_comes_from_the_manifest_then_the_head_then_the_address() -> None:
    head = '<head><meta property="og:site_name" content="The Orm Gazette"></head>'
    page = f"{head}<body><article><h1>Storm closes bridge</h1><p>{BODY}</p></article>"
    assert doc(page, html=True, url="https://english.sana.sy/1").outlet == "The Orm Gazette"
    assert doc(page, html=True, outlet="tass").outlet == "TASS"
    assert doc(BODY, url="https://www.english.sana.sy/1").outlet == "SANA"
    assert doc(BODY, url="https://ormgazette.example/1").outlet == "ormgazette.example"


def test_an_appeal_for_support_names_the_outlet_and_says_so() -> None:
    found = doc(f"Storm Closes Bridge\n\nSupport Orm Gazette\n\n{BODY}")
    assert found.outlet == "Orm Gazette"
    assert "Support Orm Gazette" in (found.outlet_evidence or "")
    assert doc(f"Storm Closes Bridge\n\nSupport us\n\n{BODY}").outlet is None


def test_the_link_to_the_original_is_kept_where_it_is_known() -> None:
    page = (
        f"<body><article><h1>Storm closes bridge</h1><p>{BODY}</p>"
        '<p><a href="https://orm.example/bridge">Link to original article</a></p></article>'
    )
    assert doc(page, html=True).original_url == "https://orm.example/bridge"
    assert doc(f"Storm Closes Bridge\n\n{BODY}\n\nLink to original article").original_url is None


def test_the_language_of_each_article_is_told() -> None:
    assert doc(BODY).language == "en"
    assert doc("Le pont sur l'Orm a été fermé lundi après la tempête, a annoncé la préfecture.").language == "fr"


def test_a_paper_that_calls_itself_by_its_last_word_is_named_whole() -> None:
    found = doc(
        "The Lower Orm Gazette\nHome | Sport\n\n40 €\n\nSupport the Gazette\n\n"
        f"Storm Closes The Old Bridge Over The Orm\n\nMay 3, 2019\n\n{BODY}\n"
    )
    assert found.outlet == "The Lower Orm Gazette"
    assert found.bylines == ()


def test_the_name_on_top_of_the_page_is_its_outlet_when_nothing_else_tells() -> None:
    found = doc(
        "Orm Valley Observer - all that happens here\n\nStorm Closes The Old Bridge Over The Orm\n\n"
        f"May 3, 2019\n\n{BODY}\n"
    )
    assert (found.outlet, found.outlet_evidence) == (
        "Orm Valley Observer", "the page begins with Orm Valley Observer",
    )  # fmt: skip
    assert (
        doc(f"Weather And Roads\n\nStorm Closes The Old Bridge Over The Orm\n\nMay 3, 2019\n\n{BODY}\n").outlet is None
    )


def test_each_article_of_a_page_has_the_outlet_in_the_line_under_its_headline() -> None:
    second = "Officials promised that the ferry would run twice an hour until the bridge could be opened to cars again."
    found = composed(
        "Digest Of The Week\n\nStorm Closes The Old Bridge Over The Orm\n\nThe Orm Gazette\n\n"
        f"3 May 2019\n\n{BODY} {second}\n\n"
        f"Council Buys A Second Ferry\n\nEastern Dispatch\n\n5 May 2019\n\n{second} {BODY} {second}\n"
    )
    assert [one.outlet for one in found.documents] == ["The Orm Gazette", "Eastern Dispatch"]


def test_an_agency_named_in_full_on_top_of_its_own_page_is_not_credited_to_itself() -> None:
    found = doc(
        "COASTAL RELAY NEWS AGENCY\n\nStorm Closes The Old Bridge Over The Orm\n\n"
        f"ORM TOWN, May 3 (Coastal Relay) - {BODY}\n"
    )
    assert (found.outlet, found.agency) == ("Coastal Relay News Agency", None)
