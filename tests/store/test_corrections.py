"""What a person puts right counts from the next build on, everywhere, and what the machine had is kept."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tripoint.config import Settings
from tripoint.errors import InputError
from tripoint.events import Change
from tripoint.export import claims as claims_jsonl
from tripoint.export import events as events_jsonl
from tripoint.export import table
from tripoint.model import Claim, Decision
from tripoint.run.pipeline import build, rebuild
from tripoint.store.correctable import KINDS
from tripoint.store.corrections import corrected
from tripoint.store.deciding import decide
from tripoint.store.question import Question
from tripoint.store.reading import CaseReader
from tripoint.store.typed.fields import typed

PAGES = {
    "one.txt": "Army takes Rutbah\n\nRUTBAH, 4 May 2016 - On Tuesday the Iraqi Army captured the town of Rutbah from "
    "ISIS. At least 30 fighters were killed near Mosul, a spokesman said.\n",
    "two.txt": "Rutbah falls\n\n5 May 2016 - On Tuesday the Iraqi Army captured the town of Rutbah from ISIS.\n",
    "three.txt": "Shelling at al-Qa'im\n\n6 May 2016 - The Syrian Army shelled ISIS positions at Al Qaim on Thursday, "
    "a commander said.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "pages").mkdir()
    for name, text in PAGES.items():
        (folder / "pages" / name).write_text(text)
    build(folder / "own.case", [str(folder / "pages")], settings=Settings())
    return folder


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "own.case"


def claim_of(case: Path, **asked: Any) -> Claim:
    with CaseReader(case) as reader:
        return next(iter(reader.claims(Question(**asked))))


def again(case: Path, claim_id: str) -> Claim:
    with CaseReader(case) as reader:
        return reader.claims_of(claim_id)[0]


def correct(case: Path, claim_id: str, field: str, value: str) -> str:
    with CaseReader(case) as reader:
        made = decide(reader, "correct", [claim_id], who="Ada", why="read the page", field=field, value=value)
    return made.decision_id


def exported(case: Path) -> str:
    out = io.StringIO()
    with CaseReader(case) as reader:
        for one in (claims_jsonl, events_jsonl, table):
            one.export(reader, out)
        for name in ("claims", "claim_parties", "claim_places", "claim_places_rtree", "corrections", "machine_claims"):
            numbered = name.startswith("claim_places")
            out.writelines(
                sorted(repr(row[1:] if numbered else row) + "\n" for row in reader.tuples(f"SELECT * FROM {name}"))
            )
    return out.getvalue()


def test_a_correction_outranks_the_machine_which_is_kept_beside(case: Path) -> None:
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    correct(case, machine.claim_id, "agents", "Wagner Group; Nobody Known")
    assert again(case, machine.claim_id) == machine, "a decision changes nothing before the next build"
    rebuild(case, settings=Settings())
    now = again(case, machine.claim_id)
    assert [(party.name, party.actor_id) for party in now.agents] == [
        ("Wagner Group", "actor:wagner"),
        ("Nobody Known", None),
    ]
    (made,) = now.corrections
    assert (made.field, made.machine, made.who, made.why) == ("agents", "Syrian Arab Army", "Ada", "read the page")
    assert now.reasons[-1].name == "correction" and "Ada" in now.reasons[-1].sentence
    with CaseReader(case) as reader:
        assert [one.claim_id for one in reader.claims(Question(actor="Wagner"))] == [machine.claim_id]
        assert list(reader.claims(Question(actor="Syrian Arab Army"))) == []
        event, _, _ = reader.event(reader.event_of(machine.claim_id) or "")
        assert "Wagner Group" in event.label
        (row,) = reader.rows("SELECT machine, value, who FROM corrections")
        assert row == {"machine": "Syrian Arab Army", "value": "Wagner Group; Nobody Known", "who": "Ada"}


def test_linking_and_places_follow_the_corrected_value(case: Path) -> None:
    with CaseReader(case) as reader:
        one, two = (claim for claim in reader.claims(Question(type="capture", actor="ISIS")) if claim.time is not None)
        assert reader.event_of(one.claim_id) == reader.event_of(two.claim_id)
    correct(case, one.claim_id, "places", "at Mosul")
    correct(case, one.claim_id, "time", "2016-06-17/2016-06-20")
    rebuild(case, settings=Settings())
    with CaseReader(case) as reader:
        assert reader.event_of(one.claim_id) != reader.event_of(two.claim_id)
        assert {claim.claim_id for claim in reader.claims(Question(place="Mosul", type="capture"))} == {one.claim_id}
        now = reader.claims_of(one.claim_id)[0]
        assert now.time is not None and (now.time.start, now.time.end) == ("2016-06-17", "2016-06-20")


def test_what_is_taken_back_leaves_the_case_as_it_was(case: Path) -> None:
    before = exported(case)
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    made = [correct(case, machine.claim_id, "places", "none"), correct(case, machine.claim_id, "type", "airstrike")]
    rebuild(case, settings=Settings())
    now = again(case, machine.claim_id)
    assert (now.type, now.places) == ("airstrike", ())
    assert [one.reason for one in now.absent if one.slot == "places"] == ["Ada decided: read the page"]
    assert {code.book: code.code for code in now.codes}["cameo"] == "195"
    with CaseReader(case) as reader:
        for name in made:
            decide(reader, "undo", [name], who="Ada", why="no")
    rebuild(case, settings=Settings())
    assert exported(case) == before


def test_a_corrected_case_is_that_of_a_fresh_build(case: Path) -> None:
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    correct(case, machine.claim_id, "agents", "Iraqi Army")
    correct(case, machine.claim_id, "agents", "ISIS")
    rebuild(case, settings=Settings())
    patched = exported(case)
    (case / "case.db").unlink()
    rebuild(case, settings=Settings())
    assert exported(case) == patched
    assert [one.value for one in again(case, machine.claim_id).corrections] == ["Islamic State"], "the last word holds"


def test_a_correction_finds_its_words_again_when_the_page_changes(tmp_path: Path) -> None:
    page, case = tmp_path / "three.txt", tmp_path / "own.case"
    page.write_text(PAGES["three.txt"])
    build(case, [str(page)], settings=Settings())
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    correct(case, machine.claim_id, "modality", "unconfirmed")
    page.write_text(PAGES["three.txt"] + "\nThe road stayed closed.\n")
    build(case, [str(page)], settings=Settings())
    now = claim_of(case, type="shelling", actor="Syrian Army")
    assert now.claim_id != machine.claim_id
    assert (now.modality.value, [one.machine for one in now.corrections]) == ("unconfirmed", ["happened"])


def test_exports_tell_what_was_corrected(case: Path) -> None:
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    correct(case, machine.claim_id, "amounts", "killed: at least 12 fighters of ISIS; wounded: 3")
    rebuild(case, settings=Settings())
    out = io.StringIO()
    with CaseReader(case) as reader:
        claims_jsonl.export(reader, out)
    (line,) = (told for told in map(json.loads, out.getvalue().splitlines()) if told["corrections"])
    assert line["corrections"][0]["value"] == "at least 12 fighters killed; 3 wounded"
    assert line["decided"] == "amounts corrected by Ada"
    assert [(one["what"], one["low"], one["high"], one["of"]) for one in line["amounts"]] == [
        ("killed", 12, None, "ISIS"),
        ("wounded", 3, 3, None),
    ]


@pytest.mark.parametrize(
    "value, start, end",
    [
        ("2016-05-03", "2016-05-03", "2016-05-03"),
        ("2016-05", "2016-05-01", "2016-05-31"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("/2016-05-03", None, "2016-05-03"),
        ("2016-05-03/", "2016-05-03", None),
        ("on Tuesday", "2016-05-03", "2016-05-03"),
        ("since March 2016", "2016-03-01", None),
    ],
)
def test_times_are_read_by_the_grammar_of_pages(case: Path, value: str, start: str | None, end: str | None) -> None:
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    with CaseReader(case) as reader:
        told = typed("time", value, machine, reader)
    assert (told["start"], told["end"]) == (start, end)


@pytest.mark.parametrize(
    "field, value",
    [
        ("agent", "x"),
        ("evidence", "x"),
        ("agents", ";;"),
        ("agents", "; ".join(["x"] * 21)),
        ("time", "someday"),
        ("time", "2016-02-31"),
        ("time", "2016-05-03/2016-05-01"),
        ("time", "0000"),
        ("modality", "hapened"),
        ("hedged", "perhaps"),
        ("status", "sideways"),
        ("type", ""),
        ("places", "gn:1"),
        ("places", "San Jose"),
        ("amounts", "30"),
        ("amounts", "killed: many"),
        ("amounts", "killed: 3 or so, then 4"),
        ("agents", "\x00"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_in_a_sentence(case: Path, field: str, value: str) -> None:
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    if (field, value) == ("agents", "\x00"):  # kept as words, whatever they are
        correct(case, machine.claim_id, field, value)
        rebuild(case, settings=Settings())
        return
    with pytest.raises(InputError) as told:
        correct(case, machine.claim_id, field, value)
    assert "\n" not in str(told.value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    field=st.sampled_from(sorted(KINDS)),
    words=st.text(max_size=40)
    | st.lists(
        st.sampled_from("near at ; : killed 30 2016-05 / none ISIS Rutbah Iraq gn:1 -1 99999 since".split()), max_size=6
    ).map(" ".join),
)
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(built: Path, field: str, words: str) -> None:
    with CaseReader(built / "own.case") as reader:
        claim = next(iter(reader.claims(Question(type="shelling", actor="Syrian Army"))))
        try:
            value = typed(field, words, claim, reader)
        except InputError as error:
            assert "\n" not in str(error)
            return
    decision = Decision(
        decision_id="dec", act="correct", subject=claim.claim_id, other=None, value=None, who="Ada", why="x", at="2016"
    )
    now = corrected(claim, [(decision, Change(field=field, told=words, value=json.loads(json.dumps(value))))])
    assert [one.field for one in now.corrections] == [field]
    for slot in (*now.agents, *now.targets, *now.recipients, *now.places):
        inside = [one for one in now.evidence if one.start <= slot.start and slot.end <= one.end]
        assert slot.text == "" or inside[0].text[slot.start - inside[0].start : slot.end - inside[0].start] == slot.text


@pytest.mark.parametrize("value", [None, 3, ["x"], [{"name": "x"}], {"a": 1}], ids=str)
def test_a_value_that_no_longer_can_be_read_leaves_what_the_machine_has(case: Path, value: Any) -> None:
    machine = claim_of(case, type="shelling", actor="Syrian Army")
    decision = Decision(
        decision_id="dec",
        act="correct",
        subject=machine.claim_id,
        other=None,
        value=None,
        who="Ada",
        why="x",
        at="2016",
    )
    for field in ("agents", "no field", "type"):
        assert corrected(machine, [(decision, Change(field=field, told="x", value=value))]) == machine


def test_only_claims_of_articles_are_corrected(case: Path) -> None:
    with CaseReader(case) as reader:
        event = next(iter(reader.rows("SELECT event_id FROM events")))["event_id"]
        with pytest.raises(InputError, match="is an event"):
            decide(reader, "correct", [event], who="Ada", why="x", field="agents", value="ISIS")
        with pytest.raises(InputError, match="needs a field"):
            decide(reader, "correct", [claim_of(case).claim_id], who="Ada", why="x")
        with pytest.raises(InputError, match="only a correction"):
            decide(reader, "accept", [claim_of(case).claim_id], who="Ada", why="x", field="agents", value="ISIS")
