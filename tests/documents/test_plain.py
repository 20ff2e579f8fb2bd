# ruff: noqa: E501 - a line of a page is one line
"""Plain text that lost its tags, in the layouts of seven engines. All pages are of our own making."""

from __future__ import annotations

from tests.documents.make import composed, of, roles
from tripoint.model import BlockRole

BLOG = """The Valley Observer
Home > News > Region
Floods Cut Road To Northern Valley, Two Villages Isolated
By Lena Marsh
April 12, 2021
Heavy rain washed away a section of the northern valley road on Monday night, the road authority said.
Engineers expect to open a temporary track within three days. "We have two excavators on site," said Paul Dray.
File photo: the valley road in 2019 (Photo: Valley Observer)
About 300 residents live in the two villages.
Share this:
Twitter
Facebook
Related
Dam inspection delayed again
← Mayor resigns over landfill
School bus timetable changes →
3 thoughts on “Floods Cut Road To Northern Valley, Two Villages Isolated”
Marten says:
April 12, 2021 at 8:14 pm
I drove there on Sunday, the edge was already gone. Nobody listened.
Reply
gerda_k says:
April 13, 2021 at 7:02 am
@Marten same here. they knew since last autumn!!
Reply
Lena Marsh says:
April 13, 2021 at 9:30 am
Thank you both, we have updated the article with the authority's answer.
Reply
Leave a Reply
Your email address will not be published. Required fields are marked *
Recent Posts
Choir festival moves to the park
© 2021 The Valley Observer. All rights reserved.
"""

DISQUS = """PORT TOWN (Coastal Wire) - Dock workers ended a nine-day strike on Friday after the company agreed to raise wages.

The agreement still has to be approved by the union's members, who vote next week.

"It is not all we wanted, but it is a beginning," union leader Hanna Voss told reporters at the gate.

READ MORE: What nine days without ships cost the town

ADVERTISEMENT

5 Comments
 Login
Sort by Best

Join the discussion…

salty_dog • 2 years ago
Four per cent is an insult. My rent went up by nine.
5 • Reply • Share ›

Nora B. > salty_dog • 2 years ago
You could always move inland lol
− • Reply • Share ›

Also on Coastal Wire
New ferry delayed until autumn
"""

FORUM = """Regional News Forum
Explosion at grain silo injures four in Karvel
05-14-2018, 09:12 AM
An explosion at a grain silo in the eastern town of Karvel injured four workers on Monday, the fire service reported.
Source: Karvel Courier
05-14-2018, 09:40 AM
#2
haymaker
Senior Member
Join Date: Jan 2011
Posts: 1,204
Re: Explosion at grain silo injures four in Karvel
My uncle worked there, it was a matter of time. no ventilation at all
05-14-2018, 10:02 AM
#3
Quiet Tom
Member
Join Date: May 2016
Posts: 87
How do you know it was dust? Could be the dryer.
Reply With Quote
"""

HEADERLESS = """Government Delays Pension Reform Until After Harvest

The government has postponed its pension reform until October, the finance ministry announced on Wednesday.

According to the ministry, the draft will be "reviewed with all parties" before it returns to parliament.

Finance Minister Ruta Silm said on Tuesday that she would not resign.

Kettle

Typical. They will wait until you are all busy and then vote at night.

Big Bad Wolfgang

I dont believe a word of it. shame on all of them!


what harvest? it has not rained since april

Kettle

Ask your cousin in the ministry, he surely knows lol
"""

TWO = """Press Review of the Week

Bakers Strike Over Flour Prices In The Capital

By Tomas Reed
3 June 2019

Hundreds of bakers closed their shops on Monday to protest against the price of flour, the bakers' guild said.

The trade ministry said that it would release reserves. Queues formed in front of the few shops that stayed open.

Harbour Bridge To Reopen In Autumn, Contractor Says

By Ina Holt
5 June 2019

The harbour bridge will reopen in September, the contractor announced on Wednesday, two years after a barge struck it.

Engineers replaced forty metres of steel, the city's works department said. The ferry will run until the end of the year.

Subscribe to our newsletter
Tags: press review, bridge, bakers
"""

FACEBOOK = """Menu
Search
Wildfire Forces Evacuation Of Two Hillside Villages
Published: 08 August 2021, 16:20 | Last updated: 09 August 2021, 07:05
Residents of Lower Pane and Upper Pane were taken to a school on Sunday as a wildfire approached.
Firefighters brought three aircraft from the coast, the civil protection agency reported.
"We packed the goats first," said Ilo Brenner, 71, who left on his tractor.
Illustrative photo
More on this topic:
Heatwave breaks records in the south
Follow us on Telegram and Facebook
12 Comments
Sort by
Top
Mira Kolb
Stay safe everyone, my prayers are with you
Like · Reply · 7 · 2y
Jon Tarr
who lights fires in this wind?? lock them up
Like · Reply · 1 · 2y
Load 10 more comments
Facebook Comments Plugin
"""

FEATURE = """What We Know About the Dam Failure

Five days after the Marel dam broke, questions remain about who knew of the cracks.

Miro Tal
Staff Correspondent

The dam failed at 4 a.m. on Thursday and released some 12 million cubic metres of water, the water agency said.

What caused it?

Inspectors had reported cracks in 2018. The operator, Osk Hydro, said that it had repaired them.

Who was warned?

Sirens sounded in two of the five villages. "We heard nothing until the water came," said a farmer in Dol.

"We heard nothing until the water came"

View this post on Instagram
Grateful to every volunteer who came today.
A post shared by Osk Rescue (@oskrescue)

The parliament will hold a hearing next week.

This article was originally published by the Osk Tribune: https://osktribune.example/dam-failure
"""

SYNDICATED = """0 €
3,000 €
1,210 €

Ferry Service To The Outer Isles Suspended

Support Isle Herald

Ferry Service To The Outer Isles Suspended

Click to see the full-size map

All ferries to the outer isles have been suspended since Friday, the harbour office reported.

Ferry Service To The Outer Isles Suspended

Photo: Isle Herald

The office said that it expected the storm to pass by Sunday.

Support Isle Herald
"""


def test_a_blog_page_with_its_engine_thread() -> None:
    found = composed(BLOG)
    assert of(found, BlockRole.HEADLINE) == ["Floods Cut Road To Northern Valley, Two Villages Isolated"]
    assert of(found, BlockRole.BYLINE) == ["By Lena Marsh"]
    assert len(of(found, BlockRole.BODY)) == 3
    assert of(found, BlockRole.CAPTION) == ["File photo: the valley road in 2019 (Photo: Valley Observer)"]
    assert "Dam inspection delayed again" in of(found, BlockRole.RELATED)
    assert len(found.comments) == 3
    assert [comment.editor for comment in found.comments] == [False, False, True]
    assert found.comments[0].time == "April 12, 2021 at 8:14 pm"


def test_a_disqus_thread_tells_who_answers_whom() -> None:
    found = composed(DISQUS)
    assert len(of(found, BlockRole.BODY)) == 3
    assert [comment.text for comment in found.comments] == [
        "Four per cent is an insult. My rent went up by nine.", "You could always move inland lol",
    ]  # fmt: skip
    assert found.comments[1].reply_to == found.comments[0].comment_id
    assert "New ferry delayed until autumn" in of(found, BlockRole.RELATED)
    assert found.documents[0].agency == "Coastal Wire"


def test_answers_in_a_forum_are_comments_on_its_first_post() -> None:
    found = composed(FORUM)
    assert of(found, BlockRole.BODY) == [
        "An explosion at a grain silo in the eastern town of Karvel injured four workers on Monday, the fire service "
        "reported."
    ]
    assert len(found.comments) == 2


def test_a_thread_without_any_header_begins_at_its_first_author() -> None:
    found = composed(HEADERLESS)
    assert len(of(found, BlockRole.BODY)) == 3
    assert of(found, BlockRole.COMMENT_AUTHOR) == ["Kettle", "Big Bad Wolfgang", "Kettle"]
    assert len(of(found, BlockRole.COMMENT)) == 4
    assert len(found.comments) == 4
    assert found.comments[0].author == found.comments[3].author
    assert found.comments[2].author is None


def test_a_page_of_two_articles_becomes_two_documents_with_their_own_dates() -> None:
    one, two = composed(TWO).documents
    assert one.headline == "Bakers Strike Over Flour Prices In The Capital"
    assert two.headline == "Harbour Bridge To Reopen In Autumn, Contractor Says"
    assert one.published is not None and one.published.start == "2019-06-03"
    assert two.published is not None and two.published.start == "2019-06-05"
    assert "barge" not in one.text
    assert two.bylines == ("By Ina Holt",)


def test_a_facebook_thread_under_a_news_page() -> None:
    found = composed(FACEBOOK)
    assert len(of(found, BlockRole.BODY)) == 3
    assert of(found, BlockRole.COMMENT_AUTHOR) == ["Mira Kolb", "Jon Tarr"]
    assert len(found.comments) == 2
    doc = found.documents[0]
    assert doc.published is not None and doc.published.start == "2021-08-08"
    assert doc.updated is not None and doc.updated.start == "2021-08-09"


def test_a_feature_with_standfirst_subheadings_pull_quote_and_embedded_post() -> None:
    found = composed(FEATURE)
    assert of(found, BlockRole.SUBHEADING) == [
        "Five days after the Marel dam broke, questions remain about who knew of the cracks.",
        "What caused it?",
        "Who was warned?",
    ]
    assert of(found, BlockRole.BYLINE) == ["Miro Tal", "Staff Correspondent"]
    assert of(found, BlockRole.PULL_QUOTE) == ['"We heard nothing until the water came"']
    assert len(of(found, BlockRole.EMBED)) == 3
    assert of(found, BlockRole.BODY)[-1] == "The parliament will hold a hearing next week."
    assert found.documents[0].original_url == "https://osktribune.example/dam-failure"


def test_a_headline_repeated_over_pictures_is_a_caption_and_a_donation_meter_is_promotion() -> None:
    found = composed(SYNDICATED)
    assert of(found, BlockRole.HEADLINE) == ["Ferry Service To The Outer Isles Suspended"]
    assert len(of(found, BlockRole.CAPTION)) == 4
    assert len(of(found, BlockRole.PROMO)) == 5
    assert len(of(found, BlockRole.BODY)) == 2
    assert found.documents[0].outlet == "Isle Herald"


def test_an_article_that_quotes_angry_people_has_no_thread() -> None:
    found = composed(
        "Residents Angry Over Closed Clinic\n\nThe clinic in Orm closed on Monday, the health ministry said.\n\n"
        '"You are all liars! My mother has to drive two hours now," one resident shouted at the deputy minister.\n\n'
        'The ministry said on Tuesday: "We will send a bus. I promise you that it will come."\n\n'
        "A bus line to the district hospital will begin on 1 March, according to the ministry.\n"
    )
    assert found.comments == ()
    assert len(of(found, BlockRole.BODY)) == 4


def test_an_opinion_piece_in_the_first_person_stays_an_article() -> None:
    found = composed(
        "Why I Stopped Driving To Work\n\nI sold my car in March, and my neighbours thought that I had lost my mind.\n\n"
        "You may ask how I get to the office. I walk, and I take the tram when it rains on my way.\n\n"
        "I do not miss the car. You would not miss yours either, I think.\n"
    )
    assert found.comments == ()


def test_a_comment_count_above_the_text_opens_no_thread() -> None:
    found = composed(
        "Library To Close On Sundays\n\n12 Comments\n\nThe city library will close on Sundays from May, the council "
        "announced on Tuesday.\n\nAccording to the council, the closure saves 80,000 a year.\n"
    )
    assert found.comments == ()
    assert len(of(found, BlockRole.BODY)) == 2


def test_a_cookie_line_and_a_rating_widget_are_not_the_articles() -> None:
    told = {text: role for role, text in roles(composed(
        "Library To Close On Sundays\n\nThe city library will close on Sundays from May, the council said.\n\n"
        "Rate this article:\n\nNo rating\n\nWe use cookies to improve your visit.\n\n«March 2018»\n"
    ))}  # fmt: skip
    assert told["Rate this article:"] == "navigation"
    assert told["No rating"] == "navigation"
    assert told["We use cookies to improve your visit."] == "boilerplate"
    assert told["«March 2018»"] == "navigation"


def test_a_bar_of_widgets_is_navigation_and_opens_the_thread_it_announces() -> None:
    found = composed(
        "Library To Close On Sundays\n\nf  t  w  228 shares\n\nThe city library will close on Sundays from May, the council "
        "announced on Tuesday.\n\nReaders at the gate. Photo: handout\n\nAccording to the council, the closure saves 80,000.\n\n"
        "2 Comments   Sort by: Newest\n\nPaula T.\n\nWhere shall I read on Sundays then?\n\nEditor: the reading room stays open.\n"
    )
    assert of(found, BlockRole.CAPTION) == ["Readers at the gate. Photo: handout"]
    assert "f  t  w  228 shares" in of(found, BlockRole.NAVIGATION)
    assert "2 Comments   Sort by: Newest" in of(found, BlockRole.NAVIGATION)
    assert of(found, BlockRole.COMMENT) + of(found, BlockRole.EDITOR_REPLY) != []
    assert len(of(found, BlockRole.BODY)) == 2


THREAD = """Ferry Timetable Changes In May

The ferry to the outer isles will leave twice a day from May, the harbour office announced on Monday.

According to the office, the second boat carries cars as well.

Share: VK  Viber  OK

{first}

the same office said last year that one boat was enough, according to its own report

Marta of Lower Pane

And who pays for that? Not me!!

{first}

you do, with your ticket

Grey heron

I will believe it when I see it from my window.

Marta of Lower Pane

lol you do not even live there
"""


def test_whoever_speaks_in_a_thread_opened_it_where_his_name_first_stands() -> None:
    found = composed(THREAD.format(first="Pilot22"))
    assert of(found, BlockRole.COMMENT_AUTHOR) == [
        "Pilot22", "Marta of Lower Pane", "Pilot22", "Grey heron", "Marta of Lower Pane",
    ]  # fmt: skip
    assert len(found.comments) == 5
    assert found.documents[0].bylines == ()
    assert "Share: VK  Viber  OK" in of(found, BlockRole.NAVIGATION)


def test_no_name_of_several_words_is_told_in_a_comments_text() -> None:
    found = composed(THREAD.format(first="Anna from the Old Mill"))
    told = "\n".join(comment.text for comment in found.comments)
    assert "Marta" not in told and "heron" not in told and "Anna" not in told


def test_a_short_exclamation_between_paragraphs_of_a_comment_is_no_name() -> None:
    found = composed(
        "Ferry Timetable Changes In May\n\nThe ferry will leave twice a day, the harbour office said on Monday.\n\n"
        "3 Comments\n\nPilot22\n\nWho asked for two boats? I never did.\n\nGood news\n\nHonestly I like it.\n\n"
        "Marta\n\nYou would say that!\n"
    )
    assert "Good news" in of(found, BlockRole.COMMENT)


def test_a_donation_meters_label_and_what_it_has_reached_are_promotion() -> None:
    found = composed(
        "Annual target of The Isle Herald\n\n0 €\n\n900 €\n\nKeep the lights on here: 41% of our target\n\n"
        "Ferry Timetable Changes In May\n\nThe ferry will leave twice a day, the harbour office said on Monday.\n"
    )
    assert len(of(found, BlockRole.PROMO)) == 4


def test_links_to_the_neighbours_and_a_list_of_older_notes_are_not_the_articles() -> None:
    found = composed(
        "Ferry Timetable Changes In May\n\nThe ferry will leave twice a day, the harbour office said on Monday.\n\n"
        "« Previous: School Roof Repaired\nNext: Mayor Opens Market Hall »\n\nOlder notes\nHow to read a tide table\n"
        "On the names of boats\n"
    )
    assert len(of(found, BlockRole.BODY)) == 1
    assert len(of(found, BlockRole.RELATED)) == 5
