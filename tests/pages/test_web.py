"""Pages fetched from a server on this machine."""

from __future__ import annotations

import gzip
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.make import everything
from tests.pages.serving import HTML, Answer, Site, answering, served
from tripoint.errors import UnreadablePage
from tripoint.model import Failure, Found, Sighting
from tripoint.pages import Limits, parts, read
from tripoint.pages.web import address, links, robots
from tripoint.pages.web.visits import _seconds

QUICK = Limits(allow_private=True, host_delay=0.0, fetch_seconds=5.0)
ROBOTS = b"User-agent: *\nDisallow: /closed\n"


def listed(folder: Path, site: Site, *paths: str) -> Path:
    path = folder / "urls.txt"
    path.write_text("\n\n".join(site.url + one for one in paths) + "\n")
    return path


def test_a_list_of_addresses_gives_the_pages_they_lead_to(tmp_path: Path) -> None:
    with served({"/a": Answer(), "/b": Answer(b"The ferry sails again.\n", media="text/plain")}) as site:
        path = listed(tmp_path, site, "/a", "/b", "/a")
        pages, failures = everything(path, limits=QUICK)
    assert failures == []
    assert [(page.source, page.url, page.media_type, raw) for page, raw in pages] == [
        (f"{site.url}/a", f"{site.url}/a", "text/html", HTML),
        (f"{site.url}/b", f"{site.url}/b", "text/plain", b"The ferry sails again.\n"),
    ]
    page = pages[0][0]
    assert page.origin == f"fetched (listed in {path})"
    captured = datetime.fromisoformat(page.captured_at or "")
    assert timedelta(0) <= datetime.now(UTC) - captured < timedelta(minutes=1)
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert site.agents and all("tripoint" in agent for agent in site.agents)


def test_one_address_is_given_like_a_file_and_beside_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour reopened.")
    with served({"/a.html?x=1": Answer()}) as site:
        found = list(read([f"{site.url}/a.html?x=1#top", str(tmp_path)], limits=QUICK))
    assert [one[0].origin for one in found if isinstance(one, tuple)] == ["file", "fetched"]


def test_a_list_found_in_a_folder_is_a_page_and_nothing_is_fetched(tmp_path: Path) -> None:
    with served({"/a": Answer()}) as site:
        listed(tmp_path, site, "/a")
        pages, failures = everything(tmp_path, limits=QUICK)
    assert (len(pages), failures, site.asked) == (1, [], [])


def test_a_text_with_one_line_that_is_no_address_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text("https://gazette.example/1\nThe harbour reopened on Monday.\n")
    assert not links.leads_on(str(path))
    path.write_text("\n\n")
    assert not links.leads_on(str(path))


def refusal(site: Site, path: str, limits: Limits = QUICK) -> Failure:
    found = [one for one in read([site.url + path], limits=limits) if not isinstance(one, Sighting)]
    assert len(found) == 1 and isinstance(found[0], Failure), found
    assert found[0].source == site.url + path
    return found[0]


def test_what_robots_txt_closes_is_not_asked_for() -> None:
    with served({"/robots.txt": Answer(ROBOTS), "/closed/a": Answer()}) as site:
        assert refusal(site, "/closed/a").reason == "robots"
        assert site.asked == ["/robots.txt"]


def test_a_site_whose_robots_txt_fails_is_closed() -> None:
    with served({"/robots.txt": Answer(status=503), "/a": Answer()}) as site:
        assert refusal(site, "/a", replace(QUICK, fetch_tries=1)).reason == "robots"
        assert "/a" not in site.asked


@pytest.mark.parametrize("stated", [None, 900_000])
def test_a_page_beyond_the_limit_is_too_large(stated: int | None) -> None:
    with served({"/a": Answer(b"<p>" + b"0" * 90_000, stated=stated)}) as site:
        assert refusal(site, "/a", replace(QUICK, page_bytes=1000)).reason == "too_large"


def test_a_packed_page_is_unpacked_and_one_that_unpacks_without_end_is_too_large() -> None:
    packed = {"Content-Encoding": "gzip"}
    bomb = Answer(gzip.compress(b"0" * 9_000_000), headers=packed)
    with served({"/a": Answer(gzip.compress(HTML), headers=packed), "/b": bomb}) as site:
        assert [one[1] for one in read([f"{site.url}/a"], limits=QUICK) if isinstance(one, tuple)] == [HTML]
        assert refusal(site, "/b", replace(QUICK, page_bytes=100_000)).reason == "too_large"


def test_a_server_that_drips_is_cut_off_in_time() -> None:
    with served({"/a": Answer(b"0" * 500, sleep=0.05)}) as site:
        limits = replace(QUICK, fetch_seconds=0.3, fetch_tries=1)
        assert refusal(site, "/a", limits).reason == "timeout"


def test_a_status_that_is_no_success_is_told_and_not_tried_again() -> None:
    with served({"/a": Answer(status=403)}) as site:
        failure = refusal(site, "/a")
        assert (failure.reason, "403" in failure.detail) == ("http_status", True)
        assert site.asked.count("/a") == 1


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_not_there_is_a_failure_and_a_sighting_with_its_time(status: int) -> None:
    with served({"/a": Answer(status=status)}) as site:
        seen, failure = read([site.url + "/a"], limits=QUICK)
    assert isinstance(seen, Sighting) and isinstance(failure, Failure)
    assert (seen.url, seen.found, failure.reason) == (site.url + "/a", Found.ABSENT, "gone")


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_tried_again_with_longer_and_longer_rests(status: int) -> None:
    with served({"/a": [Answer(status=status), Answer(status=status), Answer()]}) as site:
        found = list(read([f"{site.url}/a"], limits=replace(QUICK, host_delay=0.05)))
        assert isinstance(found[0], tuple)
        first, second, third = (at for at, path in zip(site.at, site.asked, strict=True) if path == "/a")
        assert second - first >= 0.1 and third - second >= 0.2


def test_a_server_that_stays_busy_is_given_up() -> None:
    with served({"/a": Answer(status=503)}) as site:
        assert refusal(site, "/a").reason == "http_status"
        assert site.asked.count("/a") == 3


def test_a_server_that_asks_for_an_hour_is_not_waited_for() -> None:
    with served({"/a": Answer(status=429, headers={"Retry-After": "3600"})}) as site:
        assert refusal(site, "/a").reason == "http_status"
        assert site.asked.count("/a") == 1


def test_a_host_that_fails_again_and_again_is_left_alone(tmp_path: Path) -> None:
    with served({"/robots.txt": Answer(status=404)} | {f"/{n}": Answer(status=500) for n in range(9)}) as site:
        path = listed(tmp_path, site, *(f"/{n}" for n in range(9)))
        _, failures = everything(path, limits=replace(QUICK, fetch_tries=1))
    assert [failure.reason for failure in failures] == ["http_status"] * 5 + ["unreachable"] * 4
    assert len(site.asked) == 6


def test_one_request_at_a_time_with_a_rest_between_two(tmp_path: Path) -> None:
    with served({f"/{n}": Answer() for n in range(4)}) as site:
        everything(listed(tmp_path, site, "/0", "/1", "/2", "/3"), limits=replace(QUICK, host_delay=0.05))
    assert site.most_at_once == 1
    assert all(later - at >= 0.049 for at, later in zip(site.at, site.at[1:], strict=False))


def test_the_rest_that_robots_txt_asks_for_is_kept() -> None:
    asked = Answer(b"User-agent: *\nCrawl-delay: 0.1\n")
    with served({"/robots.txt": asked, "/0": Answer(), "/1": Answer()}) as site:
        list(read([f"{site.url}/0", f"{site.url}/1"], limits=QUICK))
        assert site.at[2] - site.at[1] >= 0.099
        site.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 900\n")
        assert refusal(site, "/0").reason == "robots"


def test_a_redirect_is_followed_and_the_last_address_kept() -> None:
    moved = Answer(status=301, headers={"Location": "/b"})
    with served({"/a": moved, "/b": Answer()}) as site:
        found = list(read([f"{site.url}/a"], limits=QUICK))
        assert isinstance(found[0], tuple)
        assert (found[0][0].source, found[0][0].url) == (f"{site.url}/a", f"{site.url}/b")


@pytest.mark.parametrize(
    ("location", "reason"),
    [("/closed/b", "robots"), ("file:///etc/hostname", "bad_address"), ("/a", "redirects"),
     ("http://x@h.example/", "bad_address")],
)  # fmt: skip
def test_where_a_redirect_leads_is_judged_like_any_address(location: str, reason: str) -> None:
    moved = Answer(status=302, headers={"Location": location})
    with served({"/robots.txt": Answer(ROBOTS), "/a": moved}) as site:
        assert refusal(site, "/a").reason == reason


def test_what_is_no_page_by_its_type_is_refused_and_without_a_type_the_bytes_tell() -> None:
    with served({"/a": Answer(media="application/pdf"), "/b": Answer(media=None)}) as site:
        assert refusal(site, "/a").reason == "unsupported"
        found = list(read([f"{site.url}/b"], limits=QUICK))
        assert isinstance(found[0], tuple) and found[0][0].media_type == "text/html"


def test_half_a_page_is_no_page() -> None:
    with served({"/a": Answer(stated=len(HTML) + 50)}) as site:
        limits = replace(QUICK, fetch_seconds=0.5, fetch_tries=1)
        assert refusal(site, "/a", limits).reason in ("unreachable", "timeout")


def test_this_machine_is_not_asked_unless_it_is_allowed() -> None:
    with served({"/a": Answer()}) as site:
        assert refusal(site, "/a", Limits()).reason == "private_address"
        assert site.asked == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "0.0.0.0", "[::1]", "[fe80::1]", "[fd00::1]",
             "[::ffff:127.0.0.1]", "[64:ff9b::a00:1]", "[2002:7f00:1::]", "2130706433", "100.64.0.1", "224.0.0.1"],
)  # fmt: skip
def test_numbers_inside_networks_are_refused_however_they_are_written(host: str) -> None:
    with pytest.raises(UnreadablePage) as caught:
        address.resolve(address.parse(f"http://{host}/latest"), allow_private=False)
    assert caught.value.reason == "private_address"


def test_a_name_that_leads_inside_by_one_of_its_numbers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in ("93.184.215.14", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: numbers)
    with pytest.raises(UnreadablePage):
        address.resolve(address.parse("http://gazette.example/"), allow_private=False)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: numbers[:1])
    assert address.resolve(address.parse("http://gazette.example/"), allow_private=False) == ["93.184.215.14"]


def test_addresses_are_asked_for_in_plain_letters_and_without_their_fragment() -> None:
    parsed = address.parse("HTTP://Gäzette.example:80/häfen%20a?q=ü&r#part")
    assert parsed.url == "http://xn--gzette-bua.example/h%C3%A4fen%20a?q=%C3%BC&r"
    assert parsed.target == "/h%C3%A4fen%20a?q=%C3%BC&r"


@given(st.text(max_size=40))
def test_no_text_makes_more_of_an_address_than_one_that_can_be_asked_for(rest: str) -> None:
    try:
        parsed = address.parse("http://gazette.example/" + rest)
    except UnreadablePage:
        return
    assert parsed.target.startswith("/") and parsed.target.isascii() and not any(c.isspace() for c in parsed.target)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/", True), ("/news", True), ("/news/private", False), ("/news/private/open", True), ("/a.pdf", False),
     ("/a.pdf?x", True), ("/robots.txt", True), ("/h%C3%A4fen", False), ("/x/y/z", False), ("/x/z", True)],
)  # fmt: skip
def test_the_longest_rule_that_fits_decides(path: str, allowed: bool) -> None:
    raw = """
    User-agent: other
    Disallow: /
    User-agent: *            # everyone
    Allow: /
    Disallow: /news/private
    Allow: /news/private/open
    Disallow: /*.pdf$
    Disallow: /häfen
    Disallow: /x/*/z
    Disallow:
    """
    assert robots.read(raw.encode()).allows(path) is allowed


def test_rules_for_us_by_name_go_before_those_for_everyone() -> None:
    raw = b"User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Tripoint\nAllow: /\nCrawl-delay: 3\n"
    assert robots.read(raw) == robots.Robots(rules=(("/", True),), delay=3.0)


@given(st.binary(max_size=300), st.text(max_size=30))
def test_no_robots_txt_breaks_its_reader(raw: bytes, path: str) -> None:
    assert robots.read(raw).allows("/" + path) in (True, False)


def test_retry_after_is_seconds_or_a_date() -> None:
    assert _seconds("7") == 7.0
    assert _seconds("Fri, 01 Jan 2021 00:00:00 GMT") == 0.0
    assert _seconds("soon") is None and _seconds(None) is None


def test_the_part_for_links_refuses_files_that_are_no_lists(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour reopened.")
    with served({"/a": Answer()}) as site:
        path = listed(tmp_path, site, "/a")
        found = list(parts.links([str(path), str(tmp_path / "a.txt")], limits=QUICK))
    assert sorted(one.reason if isinstance(one, Failure) else "page" for one in found) == ["page", "unsupported"]


_PIECES = st.sampled_from([
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 -1 \r\n", b"Content-Length: -7\r\n", b"Content-Length: 99999999999999999999\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Type: text/html\r\n", b"\r\n",
    b"zz\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"Location: \x00\r\n", b"HTTP/1.1 302 Found\r\n", b"Location: http://[::1\r\n",
    b"\xff\x00", b"<p>The harbour reopened.</p>",
    b"A: " + b"b" * 70000 + b"\r\n", b"HTTP/1.1 429 X\r\n", b"Retry-After: -1\r\n",
])  # fmt: skip


def test_whatever_a_server_answers_is_a_page_or_one_failure() -> None:
    raw = [b""]
    limits = replace(QUICK, fetch_tries=1, fetch_seconds=1.0, page_bytes=50_000)
    with answering(raw) as url:

        @settings(max_examples=80, deadline=None)
        @given(st.lists(_PIECES, max_size=7))
        def fetch(pieces: list[bytes]) -> None:
            raw[0] = b"".join(pieces)
            assert len(list(read([f"{url}/a"], limits=limits))) == 1

        fetch()
