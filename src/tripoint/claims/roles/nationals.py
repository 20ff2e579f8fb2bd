"""Sides told by a nationality: *Russian air strikes, Saudi-Emirati raids, a Turkish outpost*."""

from __future__ import annotations

from dataclasses import replace

from tripoint.claims.scene import Scene
from tripoint.model import Party
from tripoint.resources.countries import nationality
from tripoint.syntax import Token


def joint_nations(scene: Scene, tok: Token, nation: tuple[str, str]) -> list[Party]:
    """*Saudi-Emirati air strikes*: both act, the one that a hyphen joins before the other too."""
    before = next((kid for kid in tok.kids if kid.i == tok.i - 2), None)
    hyphen = any(kid.i == tok.i - 1 and kid.text in {"-", "–"} for kid in tok.kids)
    other = nationality(before.text.replace(".", "")) if before is not None and hyphen else None
    first = [] if before is None or other in (None, nation) else [national(scene, before, other)]
    return [*first, national(scene, tok, nation)]


def national(scene: Scene, tok: Token, nation: tuple[str, str]) -> Party:
    """A nationality before an event noun (*Russian air strikes*) as the side that acts."""
    return of_state(described_word(scene, tok), nation)


def of_state(made: Party, nation: tuple[str, str]) -> Party:
    """Return a side told by a nationality as the state: one actor with the country that acts and its government."""
    code, name = nation
    return replace(made, name=name, actor_id=f"actor:{code.lower()}", kind="government", country=code)


def described_word(scene: Scene, tok: Token) -> Party:
    """*The rebel advance*: a side told by one word before the act."""
    text = scene.doc.text[tok.start : tok.end]
    return Party(name=text, actor_id=None, text=text, start=tok.start, end=tok.end)


def stationed(scene: Scene, tok: Token) -> list[Party]:
    """*Support from Turkish positions, struck an Iranian base*: those who stand there."""
    nations = ((kid, nationality(kid.text)) for kid in tok.children("amod", "compound") if tok.lemma in STATIONS)
    return [national(scene, kid, nation) for kid, nation in nations if nation is not None]


GROUND = frozenset("position base airbase outpost post barracks garrison camp headquarters checkpoint".split())
"""Where soldiers are stationed."""
STATIONS = GROUND | frozenset("artillery gun aircraft helicopter warplane jet drone tank".split())
