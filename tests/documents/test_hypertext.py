# ruff: noqa: E501 - a line of a page is one line
from __future__ import annotations

from tests.documents.make import composed, of
from tripoint.model import BlockRole

PAGE = """<!DOCTYPE html><html><head><title>Storm closes old bridge | Orm Gazette</title>
<meta property="og:title" content="Storm closes old bridge"><style>p {color: red}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Storm closes old bridge</h1><span class="byline">By Ann Lee</span><time datetime="2020-03-02">2 March 2020</time>
<figure><img src="a.jpg"><figcaption>The bridge in 2018</figcaption></figure>
<div class="entry-content"><p>The bridge over the Orm was closed on Monday after the storm, the works department said.</p>
<p hidden>Secret words that nobody sees on the page.</p><script>var secret = "words";</script>
<h2>Detour through Dol</h2><p>Drivers have to go through Dol, which adds <b>forty</b> minutes, the police reported.</p>
<blockquote class="twitter-tweet"><p>Bridge closed, use Dol.</p></blockquote>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/x">Ferry breaks down again on the lake</a></li></ul></div>
<div class="newsletter-box">Get our newsletter every morning, straight to your inbox.</div></div></article>
<aside class="sidebar"><p>Ten recipes for a rainy day that everyone at the office loves to cook.</p></aside>
<section id="comments"><h3>2 Comments</h3><ol class="comment-list">
<li class="comment" id="comment-1"><cite class="fn">Rita K.</cite> <time>2 March 2020 at 10:15</time>
<div class="comment-content"><p>They should have repaired it long ago.</p><p>Everyone knew about the pillar.</p></div>
<a href="#">Reply</a></li>
<li class="comment" id="comment-2"><cite class="fn">Orm Gazette</cite><div class="comment-content">
<p>Thank you, we have corrected the name of the department in the text.</p></div></li></ol>
<form id="commentform"><label>Your name</label><textarea>draft words</textarea></form></section>
<footer>Imprint and other small print of the Orm Gazette.</footer></body></html>"""


def test_markup_tells_what_each_part_of_the_page_is() -> None:
    found = composed(PAGE, html=True)
    assert of(found, BlockRole.HEADLINE) == ["Storm closes old bridge"]
    assert of(found, BlockRole.BYLINE) == ["By Ann Lee"]
    assert of(found, BlockRole.DATELINE) == ["2 March 2020"]
    assert of(found, BlockRole.CAPTION) == ["The bridge in 2018"]
    assert of(found, BlockRole.SUBHEADING) == ["Detour through Dol"]
    assert of(found, BlockRole.EMBED) == ["Bridge closed, use Dol."]
    assert len(of(found, BlockRole.BODY)) == 2
    assert "forty minutes" in of(found, BlockRole.BODY)[1]


def test_hidden_words_scripts_and_forms_never_enter() -> None:
    text = composed(PAGE, html=True).anatomy.text
    for word in ("Secret", "secret", "color", "draft"):
        assert word not in text


def test_sidebar_related_and_newsletter_stay_outside_the_document() -> None:
    text = composed(PAGE, html=True).documents[0].text
    for words in ("Ten recipes", "Ferry breaks down", "newsletter", "Imprint", "Home"):
        assert words not in text


def test_a_comment_section_becomes_comments_with_time_and_pseudonym() -> None:
    one, two = composed(PAGE, html=True).comments
    assert one.text == "They should have repaired it long ago.\nEveryone knew about the pillar."
    assert one.time == "2 March 2020 at 10:15"
    assert one.author is not None and one.author.startswith("reader-")
    assert (one.editor, two.editor) == (False, True)
    assert "Rita" not in repr((one, two))


def test_blocks_named_like_side_matter_that_hold_most_of_the_text_are_the_article() -> None:
    body = "".join(
        f"<p>The council met for the {n}th time and, as before, agreed on nothing at all.</p>" for n in range(9)
    )
    found = composed(f'<body><div class="widget sidebar"><h1>Council meets</h1>{body}</div></body>', html=True)
    assert len(of(found, BlockRole.BODY)) == 9


def test_attributes_of_a_page_cannot_confuse_the_walk() -> None:
    found = composed(
        '<body><p data-tripoint="1">The <b data-tripoint="1">bridge</b> was closed on Monday.</p>', html=True
    )
    assert found.anatomy.text == "The bridge was closed on Monday."


def test_a_line_between_headline_and_credits_is_the_lead_and_makes_no_first_paragraph() -> None:
    found = composed(
        "<body><article><h1>Ferry timetable changes in May</h1><p>The second boat will carry cars, the office says.</p>"
        "<p>By Ina Holt</p><time>3 May 2019</time><p>The ferry to the outer isles will leave twice a day from May, the "
        "harbour office announced on Monday.</p><p>According to the office, nobody will pay more.</p></article></body>",
        html=True,
    )
    assert of(found, BlockRole.SUBHEADING) == ["The second boat will carry cars, the office says."]
    assert len(of(found, BlockRole.BODY)) == 2


def test_numbered_comments_in_another_language_are_found_though_no_name_in_the_markup_says_so() -> None:
    found = composed(
        "<body><div><h1>Fähre fährt wieder</h1><div><p>Die Fähre zu den Inseln fährt seit Montag wieder, teilte das "
        "Hafenamt mit, und zwar zweimal am Tag.</p><p>Das zweite Boot nimmt auch Autos mit, sagte ein Sprecher.</p></div>"
        "<div>Kommentare</div><h3>#1 Kommentar von Seebär</h3><div>26. März 2004, 16:19</div><p>Danke, endlich!!</p>"
        "<div>* Pflichtfelder</div></div></body>",
        html=True,
    )
    assert [(comment.text, comment.time) for comment in found.comments] == [
        ("Danke, endlich!!", "26. März 2004, 16:19")
    ]
