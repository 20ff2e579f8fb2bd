"""Places and actors that a user adds, through the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from shell import Run

ACTOR = (
    "- {id: own:hill, name: Hill Guard, kind: militia, country: SD, aliases: [HGF], parent: %s, source: own notes}\n"
)


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """The environment of a user with nothing added yet."""
    return {**os.environ, "TRIPOINT_OWN": str(tmp_path / "own")}


def test_added_places_are_found_listed_and_taken_out_again(tripoint: Run, own: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "pumps.csv").write_text("name,lat,lon,country\nPump Nine Ridge,14.2,30.5,SD\n")
    added = tripoint("gazetteer", "add", tmp_path / "pumps.csv", env=own)
    assert added.returncode == 0 and "1 place added as pumps" in added.stdout
    found = tripoint("gazetteer", "find", "pump nine ridge", "--json", env=own)
    assert '"own:pumps:2"' in found.stdout and '"country": "SD"' in found.stdout
    assert "pumps\tadded\t1" in tripoint("gazetteer", "list", env=own).stdout
    assert tripoint("gazetteer", "remove", "pumps", env=own).returncode == 0
    again = tripoint("gazetteer", "remove", "pumps", env=own)
    assert again.returncode == 2 and "nothing was added" in again.stderr


def test_a_wrong_file_of_places_is_one_sentence_and_leaves_nothing(
    tripoint: Run, own: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "wrong.csv").write_text("name,lat,lon\nFine,1,2\nOff the map,95,40\n")
    done = tripoint("gazetteer", "add", tmp_path / "wrong.csv", env=own)
    assert done.returncode == 2 and "line 3" in done.stderr and len(done.stderr.splitlines()) == 1
    assert not list((tmp_path / "own").rglob("*.*"))
    assert tripoint("gazetteer", "add", tmp_path / "none.csv", env=own).returncode == 2
    assert tripoint("gazetteer", "find", "Palmyra", "--country", "Syria", env=own).returncode == 2


def test_added_actors_are_checked_against_the_register_and_then_found(
    tripoint: Run, own: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "hill.yaml"
    file.write_text(ACTOR % "own:nobody")
    refused = tripoint("actors", "add", file, env=own)
    assert refused.returncode == 2 and "own:nobody, which no file defines" in refused.stderr
    file.write_text((ACTOR % "actor:sd").replace("HGF", "Rapid Support Forces"))
    assert "both called" in tripoint("actors", "add", file, env=own).stderr
    file.write_text(ACTOR % "actor:sd")
    assert "1 actor added as hill" in tripoint("actors", "add", file, env=own).stdout
    found = tripoint("actors", "find", "hgf", env=own).stdout.splitlines()
    assert len(found) == 2 and found[1].startswith("own:hill\tHill Guard\tmilitia\tSD\talias")
    assert tripoint("actors", "remove", "hill", env=own).returncode == 0
    assert tripoint("actors", "find", "hgf", env=own).returncode == 1


def test_actors_are_found_by_loaded_words_other_spellings_and_as_they_stood_on_a_day(tripoint: Run) -> None:
    assert "\tloaded word\t" in tripoint("actors", "find", "Daesh").stdout
    assert "actor:iq-pmf" in tripoint("actors", "find", "Hashd al-Sha`bi").stdout
    then = tripoint("actors", "find", "PMU", "--on", "2015-06").stdout
    now = tripoint("actors", "find", "PMU", "--on", "2018").stdout
    assert "2016-11 to now" in now and "2016-11 to now" not in then
    assert tripoint("actors", "find", "PMU", "--on", "last week").returncode == 2


def test_the_shipped_register_has_no_errors(tripoint: Run) -> None:
    checked = tripoint("actors", "check", "--json")
    assert checked.returncode == 0 and "hangs on" not in checked.stdout


RULE = """- name: courier
  domains: [courier.example]
  source: own notes
  versions:
    - {since: 2014-01-01, article: "//div[@id='q7']", related: "//div[@class='q8']"}
"""
PAGE = """<html><head><title>Quay closed</title></head><body><h1>Quay closed</h1><div id="q7">
<p>The army closed the quay at Larkhill on Monday, the harbour office said.</p>
<div class="q8"><p>The rebels shelled the mill at Larkhill in 2012, as we told then, and nobody mended it.</p></div>
<p>It will open again in May, the office added.</p></div></body></html>"""


def test_an_added_rule_for_an_outlet_reads_its_pages_and_says_so(
    tripoint: Run, own: dict[str, str], tmp_path: Path
) -> None:
    rule, page, told = tmp_path / "courier.yaml", tmp_path / "saved.html", tmp_path / "told.csv"
    rule.write_text(RULE)
    page.write_text(PAGE)
    told.write_text("path,url,captured_at\nsaved.html,https://courier.example/1,2021-03-05T00:00:00Z\n")
    seen = tripoint("outlets", "check", rule, "--page", page, env=own)
    assert [line.split("\t")[3:5] for line in seen.stdout.splitlines()[1:]] == [["article", "1"], ["related", "1"]]
    assert "courier added as courier" in tripoint("outlets", "add", rule, env=own).stdout
    assert "courier\tcourier.example\t2014-01-01" in tripoint("outlets", "list", env=own).stdout
    case = tmp_path / "a.case"
    assert tripoint("build", page, "--manifest", told, "--case", case, env=own).returncode == 0
    (document,) = json.loads(tripoint("show", case, "documents", "--json", env=own).stdout)
    sheet = tripoint("explain", case, document["id"], env=own).stdout
    assert "read by the rule for its outlet: courier (2014-01-01 to now)" in sheet
    exported = json.loads(tripoint("export", case, "--format", "documents-jsonl", env=own).stdout)
    assert "It will open again" in exported["text"] and "shelled the mill" not in exported["text"]
    assert tripoint("outlets", "remove", "courier", env=own).returncode == 0
    assert "nothing was added" in tripoint("outlets", "remove", "courier", env=own).stderr


def test_a_wrong_rule_for_an_outlet_is_one_sentence_and_is_not_added(
    tripoint: Run, own: dict[str, str], tmp_path: Path
) -> None:
    rule = tmp_path / "courier.yaml"
    rule.write_text(RULE.replace("article:", "story:"))
    done = tripoint("outlets", "add", rule, env=own)
    assert done.returncode == 2 and "says by XPath where its article stands" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not list((tmp_path / "own").rglob("*.*"))
    assert tripoint("outlets", "check", tmp_path / "none.yaml", env=own).returncode == 2
