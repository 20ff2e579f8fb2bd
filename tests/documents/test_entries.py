"""Several articles in one HTML page."""

from __future__ import annotations

import json

from tests.documents.make import composed, of
from tripoint.documents import Composed
from tripoint.model import BlockRole

TEXTS = (
    "The ferry to the outer isles broke down at noon, the harbour office said. Two tugs were sent to bring it back.",
    "Divers found the crew of the barge unhurt on Sunday evening, a spokesman said, and the search was called off.",
    "The council put off its vote on the new quay, because three of its members were away, as the mayor explained.",
)


def post(number: int, *, tag: str = "article", heading: bool = True, clock: bool = True, names: str = "") -> str:
    head = f"<h2><a href='/{number}'>Post number {number}</a></h2>" if heading else ""
    when = f"<time datetime='2021-03-0{number}T10:15:00Z'>10:15</time>" if clock else ""
    return f"<{tag} {names}>{head}{when}<p>{TEXTS[number - 1]}</p></{tag}>"


def blog(*posts: str, head: str = "", above: str = "<h1>The Orm Blog</h1>", below: str = "") -> Composed:
    return composed(
        f"<html><head><title>The Orm Blog</title>{head}</head><body><main>{above}{''.join(posts)}{below}</main></body>",
        html=True,
        url="https://blog.example/",
    )


def test_posts_on_a_blogs_front_page_are_articles_with_their_own_headlines_and_days() -> None:
    found = blog(post(1), post(2), post(3))
    assert [doc.part for doc in found.documents] == [1, 2, 3]
    assert [doc.headline for doc in found.documents] == ["Post number 1", "Post number 2", "Post number 3"]
    assert [doc.published.start for doc in found.documents if doc.published] == [f"2021-03-0{n}" for n in (1, 2, 3)]
    assert all(text in doc.text for text, doc in zip(TEXTS, found.documents, strict=True))
    assert all("blog.example" in (doc.outlet_evidence or "") for doc in found.documents)
    assert "The Orm Blog" not in "".join(doc.text for doc in found.documents)


def test_blocks_of_such_a_page_still_cover_all_its_text() -> None:
    found = blog(post(1), post(2), above="<h1>The Orm Blog</h1><p>News from the quay, since 1980.</p>")
    covered = "".join(found.anatomy.text[block.start : block.end] for block in found.anatomy.blocks)
    assert "".join(covered.split()) == "".join(found.anatomy.text.split())


def live(*updates: tuple[str, str]) -> str:
    told = {
        "@type": "LiveBlogPosting",
        "headline": "Storm on the Orm: live",
        "datePublished": "2021-03-01T08:00:00Z",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "url": f"https://blog.example/live#{where}", "datePublished": when}
            for where, when in updates
        ],
    }
    return f"<script type='application/ld+json'>{json.dumps(told)}</script>"


def test_entries_of_a_live_blog_need_no_heading_and_what_stands_above_them_is_an_article_of_its_own() -> None:
    above = "<h1>Storm on the Orm: live</h1><p>The storm reached the coast on Monday; we report from the quay.</p>"
    found = blog(post(1, heading=False), post(2, heading=False), head=live(), above=above)
    assert [doc.headline for doc in found.documents] == ["Storm on the Orm: live", None, None]
    assert [doc.published.start for doc in found.documents if doc.published] == [
        "2021-03-01",
        "2021-03-01",
        "2021-03-02",
    ]
    why = [doc.published.evidence[0] for doc in found.documents if doc.published]
    assert [one.startswith("the entry's markup says") for one in why] == [False, True, True]


def test_entries_that_json_ld_names_by_their_id_have_its_times() -> None:
    head = live(("block-a1", "2021-03-05T10:00:00Z"), ("block-b2", "2021-03-06T11:00:00Z"))
    some = (post(n, tag="div", heading=False, clock=False, names=f"id='block-{i}'") for n, i in ((1, "a1"), (2, "b2")))
    found = blog(*some, head=head, above="<h1>Storm on the Orm: live</h1>")
    assert [doc.published.start for doc in found.documents[1:] if doc.published] == ["2021-03-05", "2021-03-06"]


def test_entries_that_microdata_names_are_entries() -> None:
    names = "itemprop='liveBlogUpdate' itemscope itemtype='https://schema.org/BlogPosting'"
    found = blog(*(post(n, tag="section", heading=False, names=names) for n in (1, 2, 3)))
    assert len(found.documents) == 3


def test_without_headings_or_times_repeated_elements_are_one_article() -> None:
    assert len(blog(post(1, heading=False), post(2, heading=False)).documents) == 1
    assert len(blog(post(1, clock=False), post(2, clock=False)).documents) == 1
    assert len(blog(post(1)).documents) == 1


def test_teasers_under_an_article_do_not_split_it() -> None:
    long = "".join(f"<p>{text} The harbour was closed for {n} days after that.</p>" for n in range(9) for text in TEXTS)
    main = f"<article><h1>Harbour closes</h1><time datetime='2021-03-07'>7 March 2021</time>{long}</article>"
    found = composed(f"<body><main>{main}<div>{post(1)}{post(2)}</div></main></body>", html=True)
    assert of(found, BlockRole.HEADLINE)[0] == "Harbour closes"
    assert len(found.documents[0].text) > 20 * len(TEXTS[0])


def test_comments_that_are_article_elements_are_no_entries() -> None:
    text = "".join(f"<p>{one}</p>" for one in TEXTS)
    said = "".join(
        f"<article class='comment' id='comment-{n}'><h4>Rita {n}</h4><time datetime='2021-03-0{n}'>10:15</time>"
        f"<p>They should have repaired that long ago, everyone knew of it, and nobody did a thing.</p></article>"
        for n in range(1, 9)
    )
    found = composed(
        f"<body><article><h1>Harbour closes</h1>{text}</article><section id='comments'>{said}</section></body>",
        html=True,
    )
    assert len(found.documents) == 1
    assert len(found.comments) == 8
