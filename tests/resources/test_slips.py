from __future__ import annotations

from tests.claims.reading import claims_of
from tests.mentions.reading import document
from tripoint.resources.parser import parse
from tripoint.resources.slips.tree import hang


def test_a_word_is_never_hung_below_itself() -> None:
    _, sentences = next(iter(parse([document("Army units clashed with fighters near the town.")])))
    verb = next(tok for tok in sentences[0].tokens if tok.text == "clashed")
    above = verb.head
    noun = next(tok for tok in sentences[0].tokens if tok.text == "fighters")
    hang(verb, noun, "acl")
    assert verb.head is above
    assert verb in noun.ancestors()


def test_a_name_that_opens_a_sentence_and_looks_like_a_noun_is_a_name() -> None:
    (claim,) = claims_of("Soledar was captured by Russia on Monday.", published="2024-03-15")
    assert [slot.place.name for slot in claim.places] == ["Soledar"]


def test_fighting_that_people_fled_is_not_theirs() -> None:
    told = {claim.type: claim for claim in claims_of("At least 1,500 people had fled fighting around Idlib.")}
    assert told["displace"].targets
    assert told["clash"].agents == ()


def test_who_says_it_behind_an_after_says_all_of_it() -> None:
    text = "Turkish-backed fighters withdrew from Tal Tamr after an agreement brokered by Russia, the Observatory said."
    told = {claim.type: claim for claim in claims_of(text)}
    assert len(told["withdraw"].speakers) == 1
    assert [party.name for party in told["agree"].agents] == ["Russia"]
