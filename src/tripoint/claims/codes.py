"""A claim's codes in PLOVER, CAMEO and ACLED: projections, each with its reason, or none with the reason why."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.model import ClaimKind, Code, Modality, Party, Polarity
from tripoint.resources.claims import ClaimType

STATE_FORCES = {"army", "police", "border_force", "government", "ministry", "intelligence", "country", "umbrella"}
CIVILIANS = {"population", "civilian", "aid"}


def codes(
    type_: ClaimType, *, modality: Modality, polarity: Polarity, agents: Sequence[Party], targets: Sequence[Party]
) -> tuple[Code, ...]:
    """Return the code of each book for a claim of `type_`."""
    if type_.kind is ClaimKind.STATE:
        return tuple(_none(book, "a state, not an event") for book in ("plover", "cameo", "acled"))
    refused = _not_an_event(modality, polarity)
    plover = _plover(type_, modality)
    if refused is not None:
        return (plover, _none("cameo", refused), _none("acled", refused))
    cameo = (
        Code(book="cameo", code=type_.cameo, reason=f"default row of {type_.id}")
        if type_.cameo is not None
        else _none("cameo", f"CAMEO has no row for {type_.id}")
    )
    return (plover, cameo, _acled(type_, agents, targets))


def refused(book: str, type_: ClaimType, modality: Modality, polarity: Polarity) -> Code | None:
    """Return the refusal of a claim that tells no event that happened, None for one that does."""
    why = "a state, not an event" if type_.kind is ClaimKind.STATE else _not_an_event(modality, polarity)
    return None if why is None else _none(book, why)


def _none(book: str, reason: str) -> Code:
    return Code(book=book, code=None, reason=reason)


def _not_an_event(modality: Modality, polarity: Polarity) -> str | None:
    if modality is not Modality.HAPPENED:
        return f"told as {modality.value}, not as happened"
    if polarity is Polarity.DENIED:
        return "denied by its source"
    return None


def _plover(type_: ClaimType, modality: Modality) -> Code:
    if type_.plover is None:
        return _none("plover", f"PLOVER has no row for {type_.id}")
    root, mode = type_.plover
    code = root if mode is None else f"{root}/{mode}"
    return Code(book="plover", code=code, reason=f"default row of {type_.id}; told as {modality.value}")


def _acled(type_: ClaimType, agents: Sequence[Party], targets: Sequence[Party]) -> Code:
    if type_.acled is None:
        return _none("acled", f"ACLED does not record {type_.id}")
    kinds = {p.kind for p in agents if p.kind is not None}
    if type_.acled == "by_holder":
        if not kinds:
            return _none("acled", "who took it is not told, so it is not known whether it is a state force")
        state = bool(kinds & STATE_FORCES)
        name = "Government regains territory" if state else "Non-state actor overtakes territory"
        return Code(book="acled", code=name, reason=f"taken by {'a state force' if state else 'no state force'}")
    if type_.acled == "Armed clash" and any(p.kind in CIVILIANS for p in targets):
        return Code(book="acled", code="Attack", reason="the target is civilian")
    return Code(book="acled", code=type_.acled, reason=f"default row of {type_.id}")
