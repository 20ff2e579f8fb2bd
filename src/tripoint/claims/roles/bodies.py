"""The body that a person commands or belongs to, for *his men* and *we*."""

from __future__ import annotations

from dataclasses import replace

from tripoint.claims.predicates.kinds import ARMED
from tripoint.claims.scene import Named, Scene, party
from tripoint.model import MentionKind, Party, Speaker
from tripoint.resources.actors import register
from tripoint.resources.claims import words


def forces_of(scene: Scene, made: list[Party]) -> list[Party]:
    """*His men*: the body that the person commands, where the text tells it; a body's forces are the body."""
    found: list[Party] = []
    for one in made:
        body = body_of(scene, one.name) if one.kind == "person" else None
        if one.kind != "person":
            found.append(one)
        elif body is not None:
            found.append(replace(party(body), text=one.text, start=one.start, end=one.end))
    return found


def commanded(named: Named) -> Party | None:
    """*N. N.'s men*: the one armed body that the register has the person commanding."""
    person = named.reading.candidate_id if named.reading is not None else None
    bodies = [body for body in register().commanded(person or "") if body.kind in ARMED]
    if len(bodies) != 1:
        return None
    made = party(named)
    return replace(made, name=bodies[0].name, actor_id=bodies[0].id, kind=bodies[0].kind, country=bodies[0].country)


def body_of(scene: Scene, person: str) -> Named | None:
    """The actor whose office or member a person is said to be (*commander of the X brigade N. N.*)."""
    for at in range(len(scene.sentences)):
        actors = [n for n in scene.named(at, MentionKind.ACTOR) if not n.mention.generic]
        for named in scene.named(at, MentionKind.PERSON):
            if named.name != person:
                continue
            inside = [n for n in actors if n.head in named.head.subtree() and n.head is not named.head]
            before = [n for n in actors if 0 <= named.mention.start - n.mention.end <= 1]
            over = [n for n in actors if named.head.dep == "appos" and n.head in named.head.head.subtree()]
            for fit in (inside[-1:], before, over):
                if fit:
                    return fit[0]
    return None


def office_of(scene: Scene, speaker: Speaker) -> Named | None:
    """The actor whose command, staff or office speaks for it (*the General Command of X*: its *we* is X)."""
    office, of, body = speaker.name.partition(" of ")
    body = body.removeprefix("the ")
    if not of or office.lower().split()[-1] not in words()["speaking_offices"]:
        return None
    named = (n for at in range(len(scene.sentences)) for n in scene.named(at, MentionKind.ACTOR))
    return next((n for n in named if body in {n.name, n.mention.text.removeprefix("the ")}), None)
