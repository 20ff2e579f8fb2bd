"""Which words of a claim are its own, and which tell of what it followed."""

from __future__ import annotations

from dataclasses import replace

from tests.events.make import claim
from tripoint.events.clauses import inner, without
from tripoint.model import BlockRole, Claim, Evidence, Span

TEXT = "Forty people were killed by shelling in Stonewell a day after a pilot was executed by raiders"


def told(name: str, type_: str, words: str, trigger: str) -> Claim:
    start, at = TEXT.index(words), TEXT.index(trigger)
    evidence = Evidence(start=start, end=start + len(words), text=words, block=BlockRole.BODY)
    return replace(
        claim(name, "d1", type_, words), evidence=(evidence,), trigger_start=at, trigger_end=at + len(trigger)
    )


KILLED = told("a", "kill", TEXT, "killed")
EXECUTED = told("b", "kill", "a day after a pilot was executed by raiders", "executed")
SHELLING = told("c", "shelling", "shelling in Stonewell", "shelling")


def test_what_a_sentence_tells_behind_after_is_no_part_of_how_it_tells_the_act() -> None:
    found = inner([KILLED, SHELLING, EXECUTED])
    (left_out,) = found[KILLED.claim_id]
    assert TEXT[left_out.start : left_out.end] == EXECUTED.evidence[0].text
    assert without(KILLED.evidence, [left_out]).split() == TEXT.split()[:8]


def test_an_act_told_by_a_noun_inside_a_clause_is_part_of_it() -> None:
    assert inner([KILLED, SHELLING]) == {}


def test_a_clause_keeps_its_own_words() -> None:
    assert EXECUTED.claim_id not in inner([KILLED, EXECUTED])


def test_spans_that_overlap_are_left_out_once() -> None:
    spans = [Span(start=0, end=6), Span(start=3, end=len("Forty people "))]
    assert without(KILLED.evidence, spans).split() == TEXT.split()[2:]
