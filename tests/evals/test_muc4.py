"""From upper-case wire messages of our own making to templates."""

from __future__ import annotations

import pytest

from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.casing import recased
from tripoint.evals.muc4.keys import Template
from tripoint.evals.muc4.scoring import score
from tripoint.evals.muc4.templates import templates
from tripoint.evals.muc4.texts import dateline, made
from tripoint.evals.pipeline import Troubles, analysed


def _read(text: str) -> list[Template]:
    _, day, body = dateline(f"   LIMA, 4 FEB 90 -- [TEXT] {text}")
    (one,) = analysed(recased([made("m", body, source="m", published=day)]), Troubles())
    return templates(one, "m")


def _fills(template: Template, slot: int) -> list[str]:
    return [fill.values[0] for fill in template.slots.get(slot, [])]


@pytest.fixture(scope="module")
def abduction() -> Template:
    """One kidnapping, told by the outlet itself."""
    (found,) = _read("SHINING PATH GUERRILLAS KIDNAPPED TWO ENGINEERS YESTERDAY IN AYACUCHO.")
    return found


def test_an_abduction_of_civilians_is_a_kidnapping_with_its_day_and_place(abduction: Template) -> None:
    assert _fills(abduction, key.TYPE) == ["KIDNAPPING"]
    assert _fills(abduction, key.DATE) == ["03 FEB 90"]
    assert _fills(abduction, key.LOCATION)[0].startswith("PERU") and "AYACUCHO" in _fills(abduction, key.LOCATION)[0]


def test_a_registered_body_is_the_organisation_and_its_members_the_individuals(abduction: Template) -> None:
    assert _fills(abduction, key.ORGANISATION)[0].startswith("SHINING PATH")
    assert _fills(abduction, key.CONFIDENCE) == ["REPORTED AS FACT"]
    assert _fills(abduction, key.CATEGORY) == ["TERRORIST ACT"]


def test_the_people_have_their_number(abduction: Template) -> None:
    assert _fills(abduction, key.DESCRIPTION) == ["ENGINEERS"]
    assert _fills(abduction, key.PERSON_NUMBER) == ["2"]


def test_fighting_between_soldiers_and_guerrillas_is_no_incident() -> None:
    assert not _read("SOLDIERS KILLED THREE GUERRILLAS IN A CLASH IN AYACUCHO YESTERDAY.")


def test_a_bomb_that_destroys_a_building_is_a_bombing_of_it() -> None:
    (found,) = _read("A BOMB DESTROYED A BANK IN TRUJILLO ON MONDAY. THERE WERE NO CASUALTIES.")
    assert _fills(found, key.TYPE) == ["BOMBING"]
    assert _fills(found, key.THING) == ["BANK"] and _fills(found, key.THING_TYPE) == ["FINANCIAL"]
    assert _fills(found, key.THING_EFFECT) == ["DESTROYED"]
    assert _fills(found, key.PERSON_EFFECT) == ["NO INJURY OR DEATH"]
    assert _fills(found, key.DATE) == ["- 04 FEB 90"]


def test_who_only_is_suspected_is_not_reported_as_fact() -> None:
    (found,) = _read("TWO NUNS WERE APPARENTLY KIDNAPPED BY MRTA REBELS IN JUNIN.")
    assert _fills(found, key.CONFIDENCE) == ["SUSPECTED OR ACCUSED"]


def test_upper_case_text_gets_the_capitals_of_its_names_back() -> None:
    (doc,) = recased([made("m", "THE ELN ATTACKED A PERUVIAN SHIP NEAR QUIRUVILCA.", source="m", published=None)])
    assert doc.text == "The ELN attacked a Peruvian ship near Quiruvilca."


def test_a_fill_said_of_the_wrong_target_has_half_credit() -> None:
    given, wanted = Template(message="m"), Template(message="m")
    for one in (given, wanted):
        one.fill(key.TYPE, "ATTACK")
    given.fill(key.PERSON_EFFECT, "DEATH", of="NUN")
    wanted.fill(key.PERSON_EFFECT, "DEATH", of="MAYOR")
    assert score([given], [wanted])[key.PERSON_EFFECT].right == 0.5


def test_a_wider_entry_of_a_set_list_has_half_credit() -> None:
    given, wanted = Template(message="m"), Template(message="m")
    for one, value in ((given, "GUN"), (wanted, "MACHINE GUN")):
        one.fill(key.TYPE, "ATTACK")
        one.fill(key.INSTRUMENT_TYPE, value)
    assert score([given], [wanted])[key.INSTRUMENT_TYPE].right == 0.5
