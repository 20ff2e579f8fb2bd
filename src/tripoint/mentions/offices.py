"""Names that an office beside them shows to be a person's, where the parser sees none."""

from __future__ import annotations

from tripoint.mentions.pieces import Piece
from tripoint.mentions.scene import Scene
from tripoint.names import strict_key
from tripoint.resources.countries import by_key
from tripoint.resources.places import gazetteer
from tripoint.resources.words import group_heads, place_types, plain_titles

_LINKS = frozenset({"for", "of"})
_ROLES = frozenset({"officials", "observers"})
_OWNERS = frozenset({"owner", "author", "writer", "poet", "farmer", "pilot", "director", "founder", "mother", "father"})
_LONGEST = 4
"""So many words name the land or place of an office (*the Middle East and North Africa*)."""

_CLOSED = (",", ".", ";", ":", '"', "\u201d", "'", "\u2019", ")", "\n")


def office_of(scene: Scene, found: list[Piece], at: int) -> bool:
    """Read *Minister for the Middle East Ann Cole*: an office, its land, and two names right behind it."""
    if not _two_names(found, at) or at == 0 or scene.text[found[at - 1].end : found[at].start] != " ":
        return False
    if _names_thing(found[at]) or _names_thing(found[at + 1]):
        return False
    for size in range(1, min(_LONGEST, at - 1) + 1):
        first = at - size
        link = first - 1
        while link > 0 and found[link].key == "the":
            link -= 1
        if link < 1 or found[link].key not in _LINKS or found[link - 1].key not in plain_titles():
            continue
        land = strict_key(scene.text[found[first].start : found[at - 1].end])
        return land in by_key() or any(True for _ in gazetteer().strict(land))
    return False


def apposed_to_role(scene: Scene, found: list[Piece], at: int) -> bool:
    """Read *the farm's owner, Ann Cole,* and *Ann Cole, the special adviser*: two names and a role, a comma between."""
    if not _two_names(found, at) or (at > 0 and found[at].joined and found[at - 1].capital):
        return False
    last = at + 1
    while last < len(found) and found[last].joined and found[last].capital:
        last += 1
    run = found[at:last]
    if len(run) > 4 or any(one.key in scene.lower_words or _names_thing(one) for one in run):
        return False
    before = found[at - 1] if at > 1 else None
    if before is not None and scene.text[before.end : found[at].start] == ", " and _is_role(before):
        behind = scene.text[run[-1].end : run[-1].end + 1]
        return not before.capital and behind.startswith(_CLOSED)
    return _role_behind(scene, found, run[-1], last)


def _role_behind(scene: Scene, found: list[Piece], name: Piece, after: int) -> bool:
    """Say whether a comma, *the* or *a*, and an office stand behind a name, before the next comma."""
    if after + 1 >= len(found) or scene.text[name.end : found[after].start] != ", ":
        return False
    if found[after].key not in ("the", "a", "an"):
        return False
    for at in range(after + 1, min(after + 4, len(found))):
        if not found[at].joined:
            return False
        if _is_role(found[at]):
            return True
    return False


def _two_names(found: list[Piece], at: int) -> bool:
    """Say whether two proper nouns stand side by side, one perhaps behind an Arabic article."""
    if at + 1 >= len(found) or found[at].token.tag != "NNP" or not found[at].capital or not found[at + 1].joined:
        return False
    second = at + 2 if found[at + 1].article and at + 2 < len(found) else at + 1
    return found[second].capital and found[second].token.tag in ("NNP", "NNPS") and found[second].text.isalpha()


def _is_role(piece: Piece) -> bool:
    head = group_heads().get(piece.key)
    person = head is not None and head.role in _ROLES and not piece.key.endswith("s")
    return person or piece.key in plain_titles() or piece.key in _OWNERS


def _names_thing(piece: Piece) -> bool:
    return piece.key in group_heads() or piece.key in place_types() or strict_key(piece.text) in by_key()
