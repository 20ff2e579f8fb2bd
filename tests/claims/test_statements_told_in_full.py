"""Statements carried whole: the one who published them speaks in every paragraph behind."""

from __future__ import annotations

import pytest

from tests.claims.reading import agents

FULL = """{announced}

“Five hours after the truce, howitzers opened fire on Qamishli. Five civilians were killed.

“The claim of the neighbours that Kobani has been captured is a lie. Our forces are holding Raqqa."""

ANNOUNCED = [
    ("The Arakan Army published on Monday its account of the last two days.", "Arakan Army"),
    ("The Arakan Army issued the following statement on Monday.", "Arakan Army"),
    ("The agency Horn Wire carries the full text of a statement by the Arakan Army:", "Arakan Army"),
    ("Statement by the Arakan Army", "Arakan Army"),
    ("A statement was issued by the Arakan Army on Monday.", "Arakan Army"),
    ("General Karim Hassan, the commander of the Arakan Army, declared the following:", "Karim Hassan"),
]


@pytest.mark.parametrize(("announced", "name"), ANNOUNCED)
def test_who_published_a_statement_speaks_in_all_its_paragraphs(read, announced, name):
    claims = read(FULL.format(announced=announced))
    said = {c.evidence[0].text: [s.name for s in c.speakers] for c in claims if c.type in {"kill", "control", "attack"}}
    assert len(said) >= 2
    assert all(who[-1:] == [name] for who in said.values()), said


def test_what_the_statement_quotes_is_said_by_both(read):
    claims = read(FULL.format(announced=ANNOUNCED[0][0]))
    capture = next(c for c in claims if c.type == "capture")
    assert [s.name for s in capture.speakers][-1] == "Arakan Army"
    assert len(capture.speakers) == 2


def test_a_voice_quoted_inside_does_not_take_over_the_next_paragraph(read):
    claims = read(
        "The Arakan Army issued a statement.\n\n"
        "“The minister said that troops captured Sittwe.\n\n“Twelve men were killed.”"
    )
    assert [s.name for c in claims if c.type == "kill" for s in c.speakers] == ["Arakan Army"]


def test_we_of_a_command_is_the_body_it_commands(read):
    claims = read(
        "The General Command of the Syrian Democratic Forces issued a statement.\n\n“Our forces are holding Kobani.”"
        "\n\nThe Syrian Democratic Forces captured Raqqa."
    )
    control = next(c for c in claims if c.type == "control")
    assert agents(control) == ["Syrian Democratic Forces"]
    assert [s.name for s in control.speakers] == ["General Command of the Syrian Democratic Forces"]


@pytest.mark.parametrize(
    "before",
    [
        "Rebels captured Idlib on Monday.",
        "A report on the elections was published by the ministry last year. Rebels captured Idlib on Monday.",
        "The Horn Wire published a map.",
    ],
)
def test_a_quotation_behind_plain_telling_has_no_speaker(read, before):
    claims = read(f"{before}\n\n“Twelve men were killed.”")
    assert [c.speakers for c in claims if c.type == "kill"] == [()]


def test_the_paragraph_behind_the_statement_is_the_outlets_own(read):
    claims = read("The Arakan Army issued a statement.\n\n“Twelve men were killed.”\n\nResidents fled Sittwe.")
    assert [c.speakers for c in claims if c.type == "displace"] == [()]


def test_as_though_something_had_been_announced_gives_nobody_the_clause_above(read):
    claims = read("The army continued its attacks on Hama as though no ceasefire had been announced.")
    assert [c.speakers for c in claims if c.type == "attack"] == [()]
