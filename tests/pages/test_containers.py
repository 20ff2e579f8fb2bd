"""Feeds, chats, mail, Parquet and mapped columns: files of the real formats, made here."""

from __future__ import annotations

import json
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.make import TEXT, chat, cut, everything
from tripoint.errors import InputError
from tripoint.pages import Limits, read

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Gazette</title><link>https://gazette.example/</link>
<item><title>Harbour reopens &amp; ferries sail</title><link>https://gazette.example/1</link>
<pubDate>Mon, 02 Mar 2020 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The harbour reopened on Monday, officials said.</p>]]></content:encoded></item>
<item><title>No text</title><link>https://gazette.example/2</link></item>
<item><title>Plain</title><guid>https://gazette.example/3</guid>
<description>Ships &lt; 40 metres may sail.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title>
<entry><title>Harbour reopens</title><link rel="self" href="https://x.example/self"/><link href="https://gazette.example/1"/>
<published>2020-03-02T10:00:00Z</published><updated>2020-03-03T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The harbour reopened on Monday.</p></div></content>
</entry></feed>"""


def test_each_entry_of_an_rss_feed_is_a_page_with_what_the_feed_tells_of_it(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    pages, failures = everything(path)
    page, raw = pages[0]
    assert (page.source, page.origin, page.media_type) == (f"{path}#entry=1", "entry", "text/html")
    assert (page.url, page.outlet) == ("https://gazette.example/1", "Harbour Gazette")
    assert page.published == "Mon, 02 Mar 2020 10:00:00 GMT"
    assert "<p>The harbour reopened on Monday, officials said.</p>" in raw.decode()
    assert "<h1>Harbour reopens &amp; ferries sail</h1>" in raw.decode()
    assert "Ships &lt; 40 metres" in pages[1][1].decode()
    assert pages[1][0].url == "https://gazette.example/3"
    assert [failure.reason for failure in failures] == ["empty"]


def test_each_entry_of_an_atom_feed_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    path.write_text(ATOM)
    [(page, raw)], failures = everything(path)
    assert (page.url, page.published) == ("https://gazette.example/1", "2020-03-02T10:00:00Z")
    assert "The harbour reopened on Monday." in raw.decode()
    assert failures == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><item>&b;</item></rss>', "entities"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item>&x;</item></rss>', "entities"),
        ("<rss><channel><item><title>Cut off", "bad_feed"),
        ("<rss>" + "<a>" * 5000 + "</a>" * 5000 + "</rss>", "bad_feed"),
        ("not xml at all", "bad_feed"),
        ("", "bad_feed"),
        ("<catalogue><book/></catalogue>", "unsupported"),
    ],
)  # fmt: skip
def test_a_feed_that_is_none_or_attacks_is_one_failure(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(content)
    pages, failures = everything(path)
    assert (pages, [failure.reason for failure in failures]) == ([], [reason])


MESSAGES = [
    {"id": 1, "type": "service", "date": "2021-03-04T05:06:07", "action": "create_channel", "text": ""},
    {
        "id": 2, "type": "message", "date": "2021-03-04T06:00:00", "edited": "2021-03-04T06:10:00",
        "forwarded_from": "Port Watch", "reply_to_message_id": 1,
        "text": ["Ferry ", {"type": "bold", "text": "Nora"}, " has left: ", {"type": "link", "text": "https://a.example"}],
    },
    {"id": 3, "type": "message", "date": "2021-03-04T07:00:00", "text": "", "photo": "p.jpg"},
    {"id": 4, "type": "message", "date": "2021-03-04T08:00:00", "text": "All quiet in the harbour."},
]  # fmt: skip


def test_each_message_of_a_chat_is_a_page_of_its_pieces_run_together(tmp_path: Path) -> None:
    path = chat(tmp_path / "result.json", MESSAGES)
    pages, failures = everything(path)
    page, raw = pages[0]
    assert raw.decode() == "Ferry Nora has left: https://a.example"
    assert (page.source, page.outlet, page.published) == (
        f"{path}#message=2", "Harbour Channel", "2021-03-04T06:00:00",
    )  # fmt: skip
    assert page.origin == "message; forwarded from Port Watch; answers message 1; edited 2021-03-04T06:10:00"
    assert [page.source for page, _ in pages[1:]] == [f"{path}#message=4"]
    assert failures == []


def test_an_export_of_several_chats_tells_them_apart(tmp_path: Path) -> None:
    one = {"name": "A", "id": 1, "messages": MESSAGES[3:]}
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"chats": {"list": [one, {**one, "name": "B", "id": 2}]}}))
    pages, _ = everything(path)
    assert [(page.source.partition("#")[2], page.outlet) for page, _ in pages] == [
        ("chat=1&message=4", "A"), ("chat=2&message=4", "B"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"name": "A", "messages": [{"id": 1, "text": "x", "text": "y"}]}', "repeated_name"),
        ('{"name": "A", "messages": [{"id": 1, "te', "bad_json"),
        ("[" * 100_000, "bad_json"),
        ('{"colour": "red"}', "unsupported"),
        ('{"messages": [17]}', "bad_row"),
    ],
)
def test_json_that_is_no_chat_is_one_failure(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "result.json"
    path.write_text(content)
    pages, failures = everything(path)
    assert (pages, [failure.reason for failure in failures]) == ([], [reason])


def letter(subject: str, text: str, *, markup: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Harbour Gazette <letters@gazette.example>"
    message["Date"] = "Mon, 02 Mar 2020 10:00:00 +0100"
    message.set_content(text)
    if markup is not None:
        message.add_alternative(markup, subtype="html")
        message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    return message


def test_a_message_is_a_page_of_its_html_or_its_text(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(
        letter("Häfen öffnen", TEXT, markup="<html><body><p>The harbour reopened.</p></body></html>").as_bytes()
    )
    [(page, raw)], failures = everything(path)
    assert (page.title, page.outlet, page.media_type) == ("Häfen öffnen", "Harbour Gazette", "text/html")
    assert page.published == "2020-03-02T10:00:00+01:00"
    assert b"The harbour reopened." in raw and b"PDF" not in raw
    assert failures == []


def test_each_message_of_a_mailbox_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "letters.mbox"
    box = mailbox.mbox(path)
    for number in range(3):
        box.add(letter(f"Letter {number}", f"{TEXT}\nFrom the harbour we hear more.\n"))
    box.flush()
    pages, failures = everything(path)
    assert [page.title for page, _ in pages] == ["Letter 0", "Letter 1", "Letter 2"]
    assert "From the harbour we hear more." in pages[0][1].decode()
    assert pages[2][0].source == f"{path}#message=3"
    assert failures == []


@pytest.mark.parametrize(
    ("name", "content"), [("a.eml", ""), ("a.eml", "no head, only text"), ("a.mbox", "From nobody?")]
)
def test_mail_that_is_none_is_one_failure(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert [failure.reason for failure in everything(path)[1]] in (["bad_mail"], ["empty"])


def test_rows_of_parquet_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"headline": ["Harbour reopens"], "body": [TEXT], "link": ["https://a.example/1"]}), path)
    [(page, raw)], failures = everything(path)
    assert (page.source, page.title, page.url) == (f"{path}#row=1", "Harbour reopens", "https://a.example/1")
    assert "officials said" in raw.decode()
    assert failures == []
    assert [failure.reason for failure in everything(cut(path, 0.5))[1]] == ["bad_table"]


def test_columns_are_what_a_person_says_they_are(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": "a summary", "art": {"full": TEXT}, "where": "https://a.example/1"}) + "\n")
    [(page, raw)], _ = everything(path, columns={"text": "art.full", "url": "where"})
    assert (raw.decode(), page.url) == (TEXT, "https://a.example/1")


def test_a_column_that_is_not_there_is_a_failure_and_an_unknown_fact_an_error(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("body,link\nThe harbour reopened.,https://a.example\n")
    _, failures = everything(path, columns={"text": "story"})
    assert failures[0].reason == "no_text_column" and "no column story" in failures[0].detail
    with pytest.raises(InputError, match="known: text, title"):
        read([str(path)], columns={"colour": "body"})


def test_a_row_that_names_one_thing_twice_is_a_failure_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "The harbour reopened.", "text": "It did not."}\n{"text": "The harbour reopened."}\n')
    pages, failures = everything(path)
    assert (len(pages), [failure.reason for failure in failures]) == (1, ["bad_row"])
    assert "stands twice" in failures[0].detail


def test_a_container_that_is_too_large_to_hold_is_one_failure(tmp_path: Path) -> None:
    path = chat(tmp_path / "result.json", MESSAGES)
    _, failures = everything(path, limits=Limits(container_bytes=100))
    assert [failure.reason for failure in failures] == ["too_large"]


@settings(max_examples=120, deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from(["x.xml", "x.json", "x.eml", "x.mbox", "x.parquet", "x.jsonl", "x.warc"])
)
def test_any_bytes_under_a_containers_name_are_read_or_are_failures(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(raw)
    everything(path)


def test_the_name_of_a_person_whose_message_was_forwarded_is_not_kept(tmp_path: Path) -> None:
    message = {"id": 1, "type": "message", "text": TEXT, "forwarded_from": "Rita K.", "forwarded_from_id": "user77"}
    pages, _ = everything(chat(tmp_path / "result.json", [message]))
    assert pages[0][0].origin == "message; forwarded from a person"


def test_a_letter_says_which_one_it_answers_and_whose_it_was_before_it_was_sent_on(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text(
        "From: Orm Gazette <news@gazette.example>\nResent-From: a@b.example\nIn-Reply-To: <7@gazette.example>\n"
        f"Subject: Harbour\nContent-Type: text/plain\n\n{TEXT}"
    )
    pages, _ = everything(path)
    assert pages[0][0].origin == "message; forwarded from Orm Gazette; answers message <7@gazette.example>"


def test_mail_with_an_impossible_date_is_a_page_without_one(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text(
        "From: a@courier.example\nDate: Fri, 05 Mar 2021 10:12:00 +33333333330000\n\nThe harbour reopened.\n"
    )
    (((page, _),), failures) = everything(path)
    assert (page.published, failures) == (None, [])
