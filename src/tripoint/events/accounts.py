"""Accounts: what one text tells of one happening, its claims taken together before texts are compared.

News tell the place in one sentence, the day in another and the dead in a third. Each claim keeps the slots of its own
clause; what is compared with other texts is the account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TypeVar

from msgspec.structs import replace

from tripoint.comparison import times
from tripoint.comparison.figures import of_both
from tripoint.comparison.places import WIDE, leeway
from tripoint.events.clusters import clusters
from tripoint.events.newsdays import News
from tripoint.events.profile import Profile
from tripoint.model import Claim, Link, PlaceValue

RUNS = 6
"""Runs of words by which an account is found."""

T = TypeVar("T")
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """The claims of one text on one happening, and all of them as one profile: that of the fullest, filled up."""

    profile: Profile
    members: tuple[str, ...]


def accounts(claims: Sequence[Claim], profiles: Sequence[Profile], links: Sequence[Link]) -> list[Account]:
    """Return the accounts of one text, from its claims, their profiles and the links between them."""
    known = {held.claim.claim_id: held for held in profiles}
    found = []
    for group in clusters(claims, links):
        members = sorted((known[claim_id] for claim_id in group), key=_order)
        found.append(Account(_together(members), tuple(held.claim.claim_id for held in members)))
    return sorted(found, key=lambda account: account.profile.claim.claim_id)


def _order(held: Profile) -> tuple[bool, bool, int, bool, int, str]:
    """The fullest telling of an act comes first."""
    precise = any(place.precision not in WIDE for place in held.places)
    filled = bool(held.agents) + 2 * precise + (held.day is not None) + bool(held.targets)
    return held.state, held.denied, -filled, held.headline, held.start, held.claim.claim_id


def _together(members: Sequence[Profile]) -> Profile:
    first = members[0]
    if len(members) == 1:
        return first
    acts = [held for held in members if held.state == first.state]
    named = [held for held in acts if held.agents and not held.nameless and not held.bare]
    acting = named or [held for held in acts if held.agents]
    return replace(
        first,
        kinds=_union(held.kinds for held in acts),
        families=tuple(sorted(_union(frozenset(held.families) for held in acts))),
        prospective=first.prospective,
        denied=all(held.denied for held in members),
        agents=_union(held.agents for held in named) or _first(acting, lambda held: held.agents, _NOBODY),
        targets=first.targets or _first(acts, lambda held: held.targets, _NOBODY),
        recipients=first.recipients or _first(acts, lambda held: held.recipients, _NOBODY),
        sides=_union(held.sides for held in acts),
        agent_countries=_union(held.agent_countries for held in acting) or first.agent_countries,
        agent_kinds=_union(held.agent_kinds for held in acting) or first.agent_kinds,
        nameless=bool(acting) and acting[0].nameless,
        bare=bool(acting) and acting[0].bare,
        places=_finest(acts),
        place_keys=_union(held.place_keys for held in acts),
        held_keys=_union(held.held_keys for held in acts),
        day=_day(acts),
        news=_news(acts),
        partial=_first(acts, lambda held: held.partial, None),
        content=_union(held.content for held in members),
        rare=_union(held.rare for held in members),
        quote_runs=_union(held.quote_runs for held in members),
        runs=tuple(sorted({run for held in members for run in held.runs})[:RUNS]),
        numbers=tuple(sorted({number for held in acts for number in held.numbers}, key=str)),
        headline=all(held.headline for held in members),
        lead=any(held.lead for held in members),
        past=all(held.past for held in members),
        members=len(members),
    )


def _union(sets: Iterable[frozenset[T]]) -> frozenset[T]:
    empty: frozenset[T] = frozenset()
    return empty.union(*sets)


def _first(members: Iterable[Profile], read: Callable[[Profile], T], empty: T) -> T:
    return next((value for held in members if (value := read(held))), empty)


def _finest(members: Sequence[Profile]) -> tuple[PlaceValue, ...]:
    """Return the places of the telling that is most precise on the map; a name on no map does not hide a town."""
    told = [held.places for held in members if held.places]
    return min(told, key=lambda places: min(map(_blur, places)), default=())


def _blur(place: PlaceValue) -> float:
    return 1000.0 if place.lat is None else leeway(place) + (300.0 if place.precision in WIDE else 0.0)


def _news(members: Sequence[Profile]) -> News | None:
    """Return when acts were told that are all of the days of their text."""
    told = [held.news for held in members]
    return None if None in told else reduce(of_both, told)


def _day(members: Sequence[Profile]) -> times.Days | None:
    """Return the narrowest interval told, the first of equals."""
    told = [held.day for held in members if held.day is not None]
    return min(told, key=lambda day: times.width(day) or 9999, default=None)
