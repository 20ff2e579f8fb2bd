"""The benchmark's roots for what the coder and the claims answer: the tables of PLOVER's evaluation."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.claims.coding import HOW, Coded
from tripoint.evals.spans import Stretch, overlap
from tripoint.model import Claim, Party, Polarity
from tripoint.resources.claims import claim_types

ROOT_OF = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""Our roots -> those of the benchmark, which keeps PLOVER's older YIELD; the others are the same."""
ROWS = {"191": "ASSAULT", "192": "ASSAULT", "163": "COERCE"}
"""CAMEO codes that the benchmark has under another root than we: blockade and occupation, as the older table; embargo
and sanctions, as the table of 2021, where the manual has SANCTION."""
STATES = {"backs": "SUPPORT", "opposes": "ACCUSE", "control": "COERCE", "part_of": "COOPERATE"}
"""Roots for claims that PLOVER, a book of events, has no row for."""
REFUSED = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST"})
"""Roots of which the denial (*refused to, failed to, did not*) is REJECT."""
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "2"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}


def root_of(coded: Coded) -> str:
    """Return the benchmark's root of what the coder answers."""
    rows = {ROWS.get(code) for code in coded.cameo}
    row = rows.pop() if len(rows) == 1 else None
    if row is not None:
        return row
    return ROOT_OF.get(coded.root, coded.root)


def root(claims: Sequence[Claim], source: Stretch | None, target: Stretch | None) -> str | None:
    """Return the root of the claim between the sides.

    First a claim of the source against the target, then the source's first claim, then the first against the target.
    """
    coded = [(claim, code) for claim in claims if (code := code_of(claim)) is not None]
    for how in HOW:
        for claim, code in coded:
            acts = _on(claim.agents, source)
            suffers = _on((*claim.targets, *claim.recipients), target) or (
                len(claim.agents) > 1 and _on(claim.agents, target)
            )
            fits = {"source and target": acts and suffers, "source only": acts, "target only": suffers}
            if fits[how]:
                return code
    return None


def _on(parties: Sequence[Party], span: Stretch | None) -> bool:
    if span is None:
        return False
    return any(
        overlap((party.start, party.end), span)
        or (
            party.antecedent_start is not None
            and party.antecedent_end is not None
            and overlap((party.antecedent_start, party.antecedent_end), span) > 0
        )
        for party in parties
    )


def code_of(claim: Claim) -> str | None:
    """Return the benchmark's root of a claim, None where PLOVER has none for it."""
    row = claim_types()[claim.type].plover
    code = STATES.get(claim.type) if row is None else ROOT_OF.get(row[0], row[0])
    if code in REFUSED and claim.polarity is Polarity.DENIED:
        return "REJECT"
    return code
