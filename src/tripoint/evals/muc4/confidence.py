"""How sure a message is of who did it."""

from __future__ import annotations

from tripoint.evals.muc4.acts import Told
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.phrases import phrase
from tripoint.evals.muc4.tables import bodies as table
from tripoint.model import Claim, Modality, Reading
from tripoint.syntax import Token


def confidence(told: Told, head: Token, bodies: list[Reading], find: Finder) -> str:
    """Return how sure the blame is: the decision tree of the task's documentation, part 2, slot 11."""
    claim = told.claim
    assert claim is not None
    ids = {reading.candidate_id for reading in bodies}
    own = any(speaker.actor_id is not None and speaker.actor_id in ids for speaker in claim.speakers)
    if own:
        return "CLAIMED OR ADMITTED"
    beside = (
        {tok.lower for tok in phrase(head)} | {kid.lower for kid in told.tok.kids} | {kid.lower for kid in head.kids}
    )
    beside |= {
        kid.lower
        for one in head.ancestors()
        if one is not told.tok
        for kid in one.kids
        if kid.i < head.i and kid.i > told.tok.i
    }
    above = {tok.lemma for tok in (told.tok, *told.tok.ancestors())}
    if claim.hedged or beside & table.DOUBT or above & table.BLAME or _blaming(claim):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if _authority(claim, find) else "SUSPECTED OR ACCUSED"
    if claim.modality in {Modality.POSSIBLE, Modality.UNCONFIRMED}:
        return "POSSIBLE"
    return "REPORTED AS FACT"


def _blaming(claim: Claim) -> bool:
    return any(speaker.cue in table.BLAME for speaker in claim.speakers)


def _authority(claim: Claim, find: Finder) -> bool:
    for speaker in claim.speakers:
        spoken = set(find.text[speaker.start : speaker.end].lower().split()) | set(speaker.name.lower().split())
        if spoken & table.AUTHORITY_WORDS:
            return True
    return False
