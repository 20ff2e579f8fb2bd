"""The small parts of a scraped page: what heads it, what stands under its pictures, where its sections begin."""

from __future__ import annotations

import pytest

from tests.documents.make import composed, of
from tripoint.model import BlockRole

PARAGRAPH = (
    "Units of the river brigade entered the mill quarter on Sunday after two days of shelling, a spokesman for the "
    "brigade said, and took up positions along the canal that parts the quarter from the rest of the town."
)
ANOTHER = (
    "Residents who had left for the hills said on Monday that they would not return before the mines were cleared, and "
    "the council asked the neighbouring districts for tents and water."
)
HEAD = "THE HARROW GAZETTE\n\nRiver brigade enters the mill quarter\n\n3 May 2016\n\n"


def page(*parts: str) -> str:
    return HEAD + "\n\n".join((PARAGRAPH, *parts, ANOTHER)) + "\n"


@pytest.mark.parametrize(
    "caption",
    [
        "Map of the front as of 2 May",
        "Armoured cars on the road to the canal (The Harrow Gazette)",
        "A man clears debris from a street in the mill quarter, Harrow May 2, 2016. HARROW PRESS/J. Brook",
    ],
)
def test_a_line_on_a_picture_is_a_caption(caption: str) -> None:
    assert caption in of(composed(page(caption)), BlockRole.CAPTION)


def test_a_headline_said_again_over_a_picture_is_a_caption_even_below_the_date() -> None:
    again = "River brigade enters the mill quarter\n\nClick to see the full-size image"
    found = composed(HEAD + again + "\n\n" + PARAGRAPH + "\n\n" + ANOTHER + "\n")
    assert of(found, BlockRole.HEADLINE) == ["River brigade enters the mill quarter"]
    assert len(of(found, BlockRole.CAPTION)) == 2


def test_the_name_of_the_site_or_a_label_over_a_date_is_no_headline() -> None:
    for label in ("Harrow Wire\nWORLD  |  Tue May 3, 2016", "News release\nMay 3, 2016"):
        found = composed(f"{label}\n\nRiver brigade enters the mill quarter of Harrow\n\n{PARAGRAPH}\n\n{ANOTHER}\n")
        (document,) = found.documents
        assert document.headline == "River brigade enters the mill quarter of Harrow"
        assert document.published is not None and document.published.start == "2016-05-03"


def test_a_comma_of_an_arabic_keyboard_parts_a_date() -> None:
    (document,) = composed(HEAD.replace("3 May 2016", "3 May، 2016") + PARAGRAPH + "\n").documents
    assert document.published is not None and document.published.start == "2016-05-03"


def test_names_or_times_on_top_of_paragraphs_head_its_sections() -> None:
    for heads in (("Harrow", "Al-Mill", "Stonewell and Brook"), ("21:50", "20:32", "09:00")):
        body = "\n\n".join(f"{head}\n{text}" for head, text in zip(heads, (PARAGRAPH, ANOTHER, PARAGRAPH), strict=True))
        assert of(composed(HEAD + body + "\n"), BlockRole.SUBHEADING) == list(heads)


def test_one_name_on_top_of_the_text_is_who_wrote_it() -> None:
    found = composed(HEAD + f"Mary Brook\n{PARAGRAPH}\n\n{ANOTHER}\n")
    assert of(found, BlockRole.SUBHEADING) == []
    assert "Mary Brook" in of(found, BlockRole.BYLINE)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("R. Brook / M. Stone", BlockRole.BYLINE),
        ("Dr. Mary Brook is a senior fellow at the Canal Forum", BlockRole.BYLINE),
        ("The views expressed are those of the author.", BlockRole.BOILERPLATE),
        ("Follow us:  Telegram  Facebook  Twitter", BlockRole.NAVIGATION),
        ("Previous summary: Monday 2 May 2016", BlockRole.RELATED),
        ("To unsubscribe, write to the desk.", BlockRole.NAVIGATION),
        ("About the Gazette | Donate | Contact", BlockRole.NAVIGATION),
    ],
)
def test_what_stands_below_an_article_is_told_apart(line: str, role: BlockRole) -> None:
    found = composed(HEAD + PARAGRAPH + "\n\n" + ANOTHER + "\n\n" + line + "\n")
    assert line in of(found, role)
    (document,) = found.documents
    assert document.published is not None and document.published.start == "2016-05-03"


def test_a_standfirst_as_long_as_the_headline_is_no_headline() -> None:
    head = "HARROW COUNCIL\nNews release\nMay 3, 2016\n\nRiver: Families Trapped as Brigade Takes Harrow\n\n"
    text = f"{head}Gunmen shelled camps, raided shops\n\n{PARAGRAPH}\n\n{ANOTHER}\n"
    (document,) = composed(text).documents
    assert document.headline == "River: Families Trapped as Brigade Takes Harrow"


def test_short_lines_between_paragraphs_head_its_sections_also_between_blank_lines() -> None:
    heads = ("Detentions", "Western bank", "Not verified")
    body = "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, (PARAGRAPH, ANOTHER, PARAGRAPH), strict=True))
    assert of(composed(HEAD + ANOTHER + "\n\n" + body + "\n"), BlockRole.SUBHEADING) == list(heads)


def test_names_between_paragraphs_head_nothing() -> None:
    heads = ("Anna Brook", "Peter Mill", "Mary Stone")
    body = "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, (PARAGRAPH, ANOTHER, PARAGRAPH), strict=True))
    assert of(composed(HEAD + ANOTHER + "\n\n" + body + "\n"), BlockRole.SUBHEADING) != list(heads)


@pytest.mark.parametrize("bar", ["World   Business   Markets   Pictures", "About   Archive   RSS"])
def test_short_names_set_apart_by_wide_blanks_are_a_menu(bar: str) -> None:
    assert bar in of(
        composed(f"THE HARROW GAZETTE\n{bar}\n\n" + HEAD + PARAGRAPH + "\n\n" + ANOTHER), BlockRole.NAVIGATION
    )


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("J. Brook taught in Harrow for ten years. The views here are his own.", BlockRole.BOILERPLATE),
        ("Reuse permitted with credit to the Harrow Gazette", BlockRole.BOILERPLATE),
        ("Blog at Inkstone", BlockRole.BOILERPLATE),
        ("Enjoying this blog? Support it for the price of a tea", BlockRole.PROMO),
    ],
)
def test_small_print_and_appeals_are_no_part_of_the_article(line: str, role: BlockRole) -> None:
    assert line in of(composed(page() + "\n" + line + "\n"), role)


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        (
            "Notes from the canal and its towns\n\nThe mill quarter is free, and nobody may doubt it!\n\nby Anna Brook",
            "The mill quarter is free, and nobody may doubt it!",
        ),
        (
            "CANAL WATCH\n\nBulletin 7 - Greater Harrow, 3 May 2016\n\nPublished 4 May 2016",
            "Bulletin 7 - Greater Harrow, 3 May 2016",
        ),
    ],
)
def test_a_headline_may_call_out_or_hold_the_day_that_it_tells_of(top: str, headline: str) -> None:
    (document,) = composed("\n\n".join((top, PARAGRAPH, ANOTHER))).documents
    assert document.headline == headline


def test_what_tells_of_the_author_below_the_article_is_small_print() -> None:
    line = "Mary Brook is a senior fellow at the Canal Forum. She last visited Harrow in September."
    assert line in of(composed(page() + "\n" + line + "\n"), BlockRole.BOILERPLATE)


def test_where_it_was_filed_may_stand_before_the_byline() -> None:
    assert "HARROW | BY ANNA BROOK" in of(
        composed(HEAD + "HARROW | BY ANNA BROOK\n\n" + PARAGRAPH + "\n\n" + ANOTHER), BlockRole.BYLINE
    )


def test_key_points_are_headed() -> None:
    text = HEAD + "Key points\n- The quarter is held\n- The council waits\n\n" + PARAGRAPH + "\n\n" + ANOTHER
    assert "Key points" in of(composed(text), BlockRole.SUBHEADING)


def test_a_longer_line_right_below_a_headline_is_its_standfirst() -> None:
    head = "THE HARROW GAZETTE\nPolitics | Economy | Sport\n\nTroops Leave Mill Quarter as Jets Bomb Harrow\n"
    standfirst = "Seventeen residents dead in the town; the council turns down an offer of a ceasefire"
    found = composed(f"{head}{standfirst}\nBy Anna Brook and staff\n3 May 2016\n\n{PARAGRAPH}\n\n{ANOTHER}\n")
    assert [one.headline for one in found.documents] == ["Troops Leave Mill Quarter as Jets Bomb Harrow"]
    assert of(found, BlockRole.SUBHEADING) == [standfirst]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Text: Anna Brook, with reports of the agencies", BlockRole.BYLINE),
        ("An essay by Anna Brook", BlockRole.BYLINE),
    ],
)
def test_who_wrote_it_may_be_told_without_by(line: str, role: BlockRole) -> None:
    found = composed(
        f"THE HARROW GAZETTE\n\nRiver brigade enters the mill quarter\n{line}\n\n{PARAGRAPH}\n\n{ANOTHER}\n"
    )
    assert line in of(found, role)


def test_small_print_and_counters_are_none_of_the_article() -> None:
    for line in (
        "HPA 2016. No reproduction without licence.",
        "From the archive: The mills of Harrow",
        "214 watching now",
    ):
        (document,) = composed(f"{HEAD}{PARAGRAPH}\n\n{ANOTHER}\n\n{line}\n").documents
        assert line not in document.text, line
