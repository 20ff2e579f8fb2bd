"""A document and its sentences become mentions with their readings."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.mentions.abbreviations import abbreviations
from tripoint.mentions.actors import known_actors
from tripoint.mentions.amounts import amounts
from tripoint.mentions.antecedents import antecedents
from tripoint.mentions.apposed import apposed, described
from tripoint.mentions.bodynames import body_names
from tripoint.mentions.borders import borders
from tripoint.mentions.countryforces import country_forces
from tripoint.mentions.draft import Draft, Found, seal, settle
from tripoint.mentions.durations import durations
from tripoint.mentions.fightersof import fighters_of
from tripoint.mentions.groups import groups
from tripoint.mentions.holders import holders
from tripoint.mentions.landparts import parts
from tripoint.mentions.loners import loners
from tripoint.mentions.openings import listen
from tripoint.mentions.ownsides import own_sides
from tripoint.mentions.peoples import peoples
from tripoint.mentions.persons import persons
from tripoint.mentions.placeantecedents import place_antecedents
from tripoint.mentions.placefellows import fellows
from tripoint.mentions.places import places
from tripoint.mentions.placesbeside import beside
from tripoint.mentions.repeats import repeats
from tripoint.mentions.roads import roads
from tripoint.mentions.scene import Scene
from tripoint.mentions.seats import seats
from tripoint.mentions.solebodies import sole_bodies
from tripoint.mentions.states import countries_as_actors
from tripoint.mentions.statesets import state_sets
from tripoint.mentions.surnames import surnames, untitled
from tripoint.mentions.tagged import heard
from tripoint.mentions.times import times
from tripoint.mentions.victims import victims
from tripoint.mentions.waters import waters
from tripoint.model import Document
from tripoint.syntax import Sentence


def find(doc: Document, sentences: Sequence[Sentence]) -> Found:
    """Return what the sentences of a document name: actors, persons, places, times and amounts."""
    scene = Scene(doc, [sentence for sentence in sentences if sentence.tokens])
    listen(scene)
    return _find(scene)


def find_by_rules(doc: Document, sentences: Sequence[Sentence]) -> Found:
    """Return what `find` does, without asking the encoder."""
    return _find(Scene(doc, [sentence for sentence in sentences if sentence.tokens]))


def _find(scene: Scene) -> Found:
    sets = list(state_sets(scene))
    drafts: list[Draft] = [
        *known_actors(scene),
        *countries_as_actors(scene),
        *groups(scene),
        *holders(scene),
        *peoples(scene),
        *sets,
        *body_names(scene),
        *persons(scene),
        *loners(scene),
        *borders(scene),
        *seats(scene),
        *waters(scene),
        *places(scene),
    ]
    drafts.extend(parts(scene, drafts))
    drafts = settle(drafts)
    drafts = settle([*drafts, *fellows(scene, drafts)])
    drafts = settle([*drafts, *roads(scene, drafts)])
    drafts = settle(heard(scene, drafts))
    drafts = settle([*drafts, *surnames(scene, drafts), *abbreviations(scene, drafts)])
    drafts = settle([*drafts, *country_forces(drafts), *sole_bodies(drafts)])
    drafts = settle([*untitled(scene, drafts), *antecedents(scene, drafts), *place_antecedents(scene, drafts)])
    drafts = settle([*drafts, *own_sides(scene, drafts), *apposed(scene, drafts), *described(scene, drafts)])
    drafts = settle([*drafts, *fighters_of(scene, drafts), *beside(scene, drafts)])
    drafts = settle([*drafts, *repeats(scene, drafts)])
    told = list(times(scene))
    drafts.extend(told)
    long = list(durations(scene, [(draft.start, draft.end) for draft in told]))
    drafts.extend(long)
    numbered = [draft for draft in drafts if draft.chosen is not None and draft.chosen.name[:1].isdigit()]
    drafts.extend(amounts(scene, [(draft.start, draft.end) for draft in (*told, *long, *numbered, *sets)]))
    drafts.extend(victims(scene))
    return seal(scene.doc, drafts)
