"""Reasons from the slots of two claims: what, who, where, when, how many."""

from __future__ import annotations

from tripoint.comparison import figures, parties, times
from tripoint.comparison.parties import NAMELESS
from tripoint.events.families import MUTUAL, OF_TYPE, STRUCK, WHOLE
from tripoint.events.profile import Number, Profile
from tripoint.events.setting import ONCE, OTHER_ORDER, REPEATED, VAGUE, Found, Setting
from tripoint.events.sides import beside, helping, mirrored, one_state
from tripoint.resources.claims import words as lexicon

TOLL = frozenset({"killed", "wounded", "captured", "displaced"})
"""Numbers of people that an act did something to."""
FEW = 3
"""A number of people from which one text seldom gives it of two acts."""


def types(a: Profile, b: Profile, setting: Setting) -> Found:
    """Same type of act, or two words for one."""
    one, two = a.claim.type, b.claim.type
    if one != two and (shared := a.kinds & b.kinds):
        one = two = min(shared, key=lambda kind: (kind in VAGUE, kind))
    if one == two and one not in OF_TYPE:
        # A type that no table knows is a word of its own: it tells more apart than a class of acts does.
        together = a.claim.document_id == b.claim.document_id
        return (2.2 if together else 1.6), f"both tell {_article(one)}, in that very word"
    if one == two:
        return (0.5 if one in VAGUE else 0.8), f"both tell {_article(one)}"
    if one in WHOLE and two in WHOLE:
        return 0.6, f"{one} and {two} are two words for one course of action"
    if one in MUTUAL and two in MUTUAL and a.claim.document_id == b.claim.document_id:
        return -0.2, f"one text tells {one} and {two} apart"
    return 0.4, f"{one} and {two} may be two words for one happening"


def agents(a: Profile, b: Profile, setting: Setting) -> Found:
    """The sides that act."""
    one_text = a.claim.document_id == b.claim.document_id
    if helping(a, b):
        return 0.4, "one side helps the other in it"
    if mirrored(a, b):
        return 0.6, "the same two sides, told from the other end"
    if not a.agents or not b.agents:
        return (0.4, "one side stands behind the other, as the text tells") if beside(a, b) else None
    if a.nameless and b.nameless and not a.agents.isdisjoint(b.agents):
        return (0.8 if one_text else 0.4), "a group without a name acts, told in the same words"
    if a.agents == b.agents:
        return 1.0, "the same side acts"
    if not a.agents.isdisjoint(b.agents):
        if one_text and (_sums_up(a, b) or _sums_up(b, a)):
            return 0.2, "the headline sums up what several sides do"
        return 0.6, "one side acts in both"
    if parties.within(a.agents, b.agents):
        return 0.4, "a side and a part of it act"
    if not a.agent_countries.isdisjoint(b.agent_countries):
        return (0.8 if one_text else 0.2), "forces of one country act in both"
    if beside(a, b):
        return 0.4, "one side stands behind the other, as the text tells"
    if one_text and (a.bare or b.bare) and not (a.state or b.state):
        return 0.0, "a group noun alone may be any side of the text"
    if a.nameless and b.nameless and a.agent_kinds == b.agent_kinds:
        return None  # *the attacker, a bomber*: words for one, or for two
    if one_state(a, b):
        return 0.6, "a body of the state, by its name and by its kind alone"
    if a.nameless or b.nameless:
        if a.agent_kinds and b.agent_kinds and a.agent_kinds.isdisjoint(b.agent_kinds):
            return -0.6, "groups of different kinds"
        return (-0.3 if one_text else -0.1), "groups without a name, told in other words"
    if one_text:
        return -1.4, "different sides act"
    # At one precise place two sides may be rivals for one act; elsewhere they act apart.
    return (-1.0 if a.held_keys & b.held_keys else -1.8), "different sides act"


def others(a: Profile, b: Profile, setting: Setting) -> Found:
    """The sides acted upon or addressed."""
    one, two = a.targets | a.recipients, b.targets | b.recipients
    if helping(a, b) or mirrored(a, b):
        return None
    if not one or not two:
        return (0.3, "those acted upon are called by the same noun") if _things(a) & _things(b) else None
    shared = one & two
    if shared:
        # *People, civilians* are acted upon in every such act.
        known = any(not side.startswith(NAMELESS) for side in shared)
        return (0.5, "the same side is acted upon") if known else (0.1, "the same words for those acted upon")
    named = not any(side.startswith(NAMELESS) for side in one | two)
    if not named and a.claim.nouns & b.claim.nouns:
        if a.claim.document_id == b.claim.document_id and "destroy" in a.kinds & b.kinds and a.held_keys & b.held_keys:
            return 1.2, "one text tells of the same things destroyed in one place"
        return 0.3, "those acted upon are called by the same noun"
    return (-0.6 if named else -0.2), "different sides are acted upon"


def _things(one: Profile) -> frozenset[str]:
    """The things without a name that an act of arms was on, which are no side."""
    return one.claim.nouns & lexicon()["struck_things"] if one.kinds & STRUCK else frozenset()


def time(a: Profile, b: Profile, setting: Setting) -> Found:
    """Days of the happening, where both are known."""
    clash = times.partial_clash(a.partial, b.partial)
    if clash is not None:
        return (-1.5, "different days of the year") if clash else (0.8, "the same day of the year")
    if a.day is None or b.day is None:
        return None
    apart = times.gap(a.day, b.day)
    if a.state and b.state:
        return (0.2, "at one time") if apart <= 90 else (-1.5, f"{apart} days apart")
    if apart:
        once = a.claim.type == b.claim.type and a.claim.type in ONCE
        return (-0.3 if once else -0.8), f"{apart} day{'' if apart == 1 else 's'} apart"
    wide = max(times.width(a.day) or 999, times.width(b.day) or 999)
    if wide <= 2:
        return 1.0, "on the same day"
    return (
        (0.6, "in the same week") if wide <= 8 else (0.3, "in the same month") if wide <= 31 else (0.1, "in one period")
    )


def told(a: Profile, b: Profile, setting: Setting) -> Found:
    """When it was told, where a claim has no day of its own."""
    if (a.day is not None and b.day is not None) or a.claim.document_id == b.claim.document_id:
        return None
    if a.state and b.state:
        return None
    one, two = a.day or a.told, b.day or b.told
    if one is None or two is None:
        return None
    apart = times.gap(one, two)
    if apart <= 10 and not (times.narrow(one) and times.narrow(two)):
        return None  # bounds that overlap say nothing
    if apart <= 3 and a.looked_back != b.looked_back:
        return -1.4, "one text looks back on it over days or weeks, the other tells it as news"
    if a.kinds & b.kinds & REPEATED and apart > 1:
        if setting.one_outlet(a, b):
            return (-0.6 if apart <= 3 else -1.2), f"one outlet told of such acts {apart} days apart"
        return (
            (0.3, "told within days of each other")
            if apart <= 3
            else (-0.5, f"told {apart} days apart")
            if apart <= 10
            else (-1.4, f"told {apart} days apart")
        )
    if apart <= 3:
        return 0.6, "told within days of each other"
    if apart <= 10:
        return 0.1, "told within ten days of each other"
    return (-0.8, f"told {apart} days apart") if apart <= 45 else (-2.0, f"told {apart} days apart")


def amounts(a: Profile, b: Profile, setting: Setting) -> Found:
    """Numbers of the same thing."""
    pairs = [(one, two) for one in a.numbers for two in b.numbers if one.what == two.what]
    alike = [one for one, two in pairs if one.low is not None and one.low == two.low and one.firm and two.firm]
    if alike:
        most = max(alike, key=lambda number: number.low or 0.0)
        if most.what in TOLL and (most.low or 0.0) >= FEW and _of_one_text(a, b):
            return 1.8, f"one text gives the same number {most.what}"
        return (0.8 if (most.low or 0.0) >= 10 else 0.4), f"the same number {most.what}"
    for (what, low, high, firm), (_, low_b, high_b, firm_b) in sorted(pairs, key=_size, reverse=True):
        small, large = sorted((low or high or 0.0, low_b or high_b or 0.0))
        if large >= 100 and large > OTHER_ORDER * small:
            return -1.5, f"numbers {what} of another order"
        if firm and firm_b and what == "killed" and small > 0 and large > 3 * small:
            return (-1.6 if large > 8 * small else -0.8), "tolls that differ by more than a count that goes on would"
        if figures.over(low, high_b) or figures.over(low_b, high):
            return -0.3, f"different numbers {what}"
    return None


def _of_one_text(a: Profile, b: Profile) -> bool:
    """Return whether one text tells both, and neither their places nor those acted upon are told apart."""
    if a.claim.document_id != b.claim.document_id or (
        a.place_keys and b.place_keys and not a.place_keys & b.place_keys
    ):
        return False
    return not a.targets or not b.targets or not a.targets.isdisjoint(b.targets)


def _size(pair: tuple[Number, Number]) -> tuple[float, str]:
    return min(number.low or number.high or 0.0 for number in pair), pair[0].what


def _sums_up(one: Profile, other: Profile) -> bool:
    """Return whether a headline names the side of a claim among others, for acts that each may do by itself."""
    each = VAGUE - MUTUAL
    return one.headline and one.agents > other.agents and one.claim.type in each and other.claim.type in each


def _article(type_: str) -> str:
    word = type_.replace("_", " ")
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"
