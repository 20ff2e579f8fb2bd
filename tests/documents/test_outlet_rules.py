"""Rules for outlets: each version reads a page of its kind, and a rule that does not fit does nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.documents.make import page
from tripoint.documents import compose
from tripoint.errors import ResourceError
from tripoint.model import BlockRole
from tripoint.resources.outlet_rules import read, rules

PAGES = Path(__file__).parent / "outlets"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))


def composed(name: str, **facts: Any) -> Any:
    raw = (PAGES / f"{name}.html").read_bytes()
    told = {key: EXPECTED[name][key] for key in ("url", "captured_at")} | facts
    return compose(page(raw, html=True, **told), raw)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_version_reads_a_page_of_its_kind(name: str) -> None:
    wanted, made = EXPECTED[name], composed(name)
    (doc,) = made.documents
    assert doc.headline == wanted["headline"]
    assert [words for words in wanted["text"] if words not in doc.text] == []
    assert [words for words in wanted["not"] if words in doc.text] == []
    told = {role: [doc.text[b.start : b.end] for b in doc.blocks if b.role is role] for role in BlockRole}
    assert wanted.get("byline") in (None, *told[BlockRole.BYLINE])
    assert wanted.get("caption") in (None, *told[BlockRole.CAPTION])
    if "published" in wanted:
        assert doc.published is not None and doc.published.start == wanted["published"]
    assert made.anatomy.rule is not None and made.anatomy.rule.startswith(name.rpartition("-")[0])


def test_every_version_of_every_rule_that_is_shipped_has_a_page() -> None:
    shipped = [rule for rule in rules() if rule.source]
    assert {f"{rule.name}-{n}" for rule in shipped for n in range(1, len(rule.versions) + 1)} == set(EXPECTED)


def test_the_version_is_that_of_the_day_of_the_capture() -> None:
    assert composed("reuters-1", captured_at="2019-06-05T00:00:00Z").anatomy.rule is None
    assert composed("reuters-2").anatomy.rule == "reuters (2017-04-01 to 2020-12-31)"


def test_a_rule_says_nothing_of_the_pages_of_others() -> None:
    assert composed("bbc-1", url="https://notbbc.co.uk/1").anatomy.rule is None
    assert composed("bbc-1", url="https://news.bbc.co.uk/1").anatomy.rule is not None


def test_a_page_on_which_a_rule_finds_no_article_is_read_as_any_other() -> None:
    raw = b"<html><body><article><h1>A quay</h1><p>The quay was closed on Monday, the office said.</p></article></body>"
    facts = {"url": "https://www.bbc.com/1", "captured_at": "2018-01-01T00:00:00Z"}
    made, other = (compose(page(raw, html=True, **told), raw) for told in (facts, {}))
    assert made.anatomy.rule is None
    assert made.anatomy.blocks == other.anatomy.blocks


RULE = """- name: courier
  domains: [courier.example]
  source: unverified
  versions:
    - since: 2014-01-01
      article: ["//div[@id='story']"]
      comment: ["//p[@class='x1']"]
      comment_author: ["//b[@class='x0']"]
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (RULE, "courier\n", "expected a list of rules"),
        ("  source: unverified\n", "", "lacks source"),
        ("[courier.example]", "courier", "domains are names"),
        ("article:", "story:", "says by XPath where its article stands"),
        ("comment:", "comentary:", "tells of ['comentary']"),
        ("//div[@id='story']", "//div[", "is no XPath"),
        ("2014-01-01", "May 2014", "is no day"),
        ("since: 2014-01-01", "since: 2014-01-01\n      until: 2013-01-01", "ends (2013-01-01) before it begins"),
    ],
)
def test_a_rule_that_is_wrong_is_refused_with_the_reason(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(RULE)
    assert read(path)[0].name == "courier"
    path.write_text(RULE.replace(old, new))
    with pytest.raises(ResourceError) as error:
        read(path)
    assert said in str(error.value)
