"""Why two claims tell one happening or two: a literal table of named reasons, each with its score and its sentence.

Scores add up on a log-odds scale above a prior; a conflict ends the matter. Weights are set by hand from what the
field takes for granted (who, where, when, in that order), never fitted to a benchmark.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tripoint.comparison import parties, times
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import WIDE, key, kilometres, leeway
from tripoint.comparison.wording import likeness
from tripoint.events.families import MUTUAL, WHOLE
from tripoint.events.profile import Profile
from tripoint.model import Reason

PRIOR_APART = -2.2
"""Two claims of two documents, before anything is known."""
PRIOR_TOGETHER = -2.0
"""Two claims of one document."""
SLACK = 2
"""Days by which honest reports of one happening differ."""
NEARBY = 400
"""Characters within which one passage goes on about one thing."""

VAGUE = frozenset({"operation", "support", "coordinate", "advance", "kill", "deploy"})
"""Types so wide that two claims of one type say little."""

REPEATED = frozenset({"airstrike", "shelling", "clash", "attack", "repel", "kill", "bombing", "arrest", "deploy"})
"""Acts that a war repeats in one area within days: sharing the area says little."""
OTHER_ORDER = 8.0
"""Numbers that differ by more than this factor count different things: a war's toll and a bombing's."""
ONCE = frozenset({"capture", "transfer", "withdraw", "open", "close", "agree", "sanction"})
"""Acts that are not repeated at one place on the next day: a day's difference is one of reporting."""

Found = tuple[float, str] | None
Judge = Callable[[Profile, Profile, "Setting"], Found]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of documents rather than claims: pairs that quote the same words, and the page each stands on."""

    companions: frozenset[tuple[str, str]]
    pages: Mapping[str, str]

    def together(self, a: Profile, b: Profile) -> bool:
        """Return whether the documents of two claims quote the same statement."""
        one, two = a.claim.document_id, b.claim.document_id
        return ((one, two) if one < two else (two, one)) in self.companions

    def one_page(self, a: Profile, b: Profile) -> bool:
        """Return whether the documents of two claims are articles of one page."""
        one = self.pages.get(a.claim.document_id)
        return one is not None and one == self.pages.get(b.claim.document_id)


def types(a: Profile, b: Profile, setting: Setting) -> Found:
    """Same type of act, or two words for one."""
    one, two = a.claim.type, b.claim.type
    if one == two:
        return (0.5 if one in VAGUE else 0.8), f"both tell {_article(one)}"
    if one in WHOLE and two in WHOLE:
        return 0.6, f"{one} and {two} are two words for one course of action"
    if one in MUTUAL and two in MUTUAL and a.claim.document_id == b.claim.document_id:
        return -0.2, f"one text tells {one} and {two} apart"
    return 0.4, f"{one} and {two} may be two words for one happening"


def agents(a: Profile, b: Profile, setting: Setting) -> Found:
    """The sides that act."""
    if not a.agents or not b.agents:
        return None
    if a.nameless and b.nameless and not a.agents.isdisjoint(b.agents):
        return 0.4, "a group without a name acts, told in the same words"
    if a.agents == b.agents:
        return 1.0, "the same side acts"
    if not a.agents.isdisjoint(b.agents):
        return 0.6, "one side acts in both"
    if parties.within(a.agents, b.agents):
        return 0.4, "a side and a part of it act"
    if not a.agent_countries.isdisjoint(b.agent_countries):
        return 0.2, "forces of one country act in both"
    if a.nameless or b.nameless:
        return -0.3, "groups without a name, told in other words"
    return (-1.4 if a.claim.document_id == b.claim.document_id else -1.0), "different sides act"


def others(a: Profile, b: Profile, setting: Setting) -> Found:
    """The sides acted upon or addressed."""
    one, two = a.targets | a.recipients, b.targets | b.recipients
    if not one or not two:
        return None
    shared = one & two
    if shared:
        # *People, civilians* are acted upon in every such act.
        known = any(not side.startswith(NAMELESS) for side in shared)
        return (0.5, "the same side is acted upon") if known else (0.1, "the same words for those acted upon")
    named = not any(side.startswith(NAMELESS) for side in one | two)
    return (-0.6 if named else -0.2), "different sides are acted upon"


def place(a: Profile, b: Profile, setting: Setting) -> Found:
    """Places against their uncertainty."""
    if not a.place_keys or not b.place_keys:
        return None
    shared = a.held_keys & b.held_keys
    if shared:
        wide = all(p.precision in WIDE for p in (*a.places, *b.places) if key(p) in shared)
        if wide:
            return (0.2 if a.claim.type in REPEATED else 0.5), "the same wide area"
        return 1.0, "the same place"
    if a.place_keys & b.place_keys:
        return 0.4, "near the same place"
    if any(p.precision in WIDE for p in (*a.places, *b.places)):
        return _wide(a, b)
    near = _nearest(a, b)
    if a.claim.document_id == b.claim.document_id:
        return -0.6, "one text names two places"
    if near is None:
        return -0.6, "the places have different names and one is on no map"
    distance, room = near
    if distance <= room:
        return 0.6, f"{distance:.0f} km apart, within their uncertainty"
    return -0.8 if distance < 2 * room + 20 else -1.5, f"{distance:.0f} km apart"


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
    if apart <= 3:
        return 0.6, "told within days of each other"
    if apart <= 10:
        return 0.1, "told within ten days of each other"
    return (-0.8, f"told {apart} days apart") if apart <= 45 else (-2.0, f"told {apart} days apart")


def amounts(a: Profile, b: Profile, setting: Setting) -> Found:
    """Numbers of the same thing."""
    for what, low, high in a.numbers:
        for what_b, low_b, high_b in b.numbers:
            if what != what_b:
                continue
            if (low, high) == (low_b, high_b) and low is not None:
                return (0.8 if low >= 10 else 0.4), f"the same number {what}"
            small, large = sorted((low or high or 0.0, low_b or high_b or 0.0))
            if large >= 100 and large > OTHER_ORDER * small:
                return -1.5, f"numbers {what} of another order"
            if _above(low, high_b) or _above(low_b, high):
                return -0.3, f"different numbers {what}"
    return None


def quotation(a: Profile, b: Profile, setting: Setting) -> Found:
    """The same words inside quotation marks in two documents: one statement, on one happening."""
    if a.claim.document_id == b.claim.document_id or a.quote_runs.isdisjoint(b.quote_runs):
        return None
    if a.claim.type == b.claim.type:
        return 2.0, "both quote the same words"
    return 0.4, "both quote the same statement"


def companions(a: Profile, b: Profile, setting: Setting) -> Found:
    """Two pages that quote one statement speak of one occasion; so, less surely, do two articles on one page."""
    if a.claim.document_id == b.claim.document_id:
        return None
    if setting.together(a, b):
        return 1.0, "the two pages quote the same statement"
    return (0.6, "both articles stand on one page") if setting.one_page(a, b) else None


def wording(a: Profile, b: Profile, setting: Setting) -> Found:
    """Words in common."""
    if min(len(a.content), len(b.content)) < 3:
        return None
    like = likeness(a.content, b.content)
    if like < 0.2 and a.claim.document_id != b.claim.document_id:
        return -0.2, "hardly a word in common"
    return (min(1.4, (like - 0.3) * 2.5), f"{like:.0%} of the words in common") if like > 0.3 else None


def voice(a: Profile, b: Profile, setting: Setting) -> Found:
    """The same named voice."""
    if a.speaker is None or a.speaker != b.speaker:
        return None
    return (0.2 if a.claim.document_id == b.claim.document_id else 0.4), "the same voice tells both"


def back_reference(a: Profile, b: Profile, setting: Setting) -> Found:
    """*The operation* after *launched an operation*: a definite phrase takes up what the text told before."""
    if a.claim.document_id != b.claim.document_id:
        return None
    later = b if b.start >= a.start else a
    return (1.0, "the later words take up the earlier (*the ...*)") if later.definite else None


def back_place(a: Profile, b: Profile, setting: Setting) -> Found:
    """*The crossing* after a crossing was named: a definite place takes up the one told before."""
    if a.claim.document_id != b.claim.document_id or a.claim.type != b.claim.type:
        return None
    earlier, later = (a, b) if a.start <= b.start else (b, a)
    if later.place_keys or not earlier.held_keys or later.definite_place is None:
        return None
    named = any(later.definite_place in name for name in earlier.place_words)
    return (0.9, f"*the {later.definite_place}* takes up the one named before") if named else None


def headline(a: Profile, b: Profile, setting: Setting) -> Found:
    """A headline tells what the body tells."""
    if a.claim.document_id != b.claim.document_id or a.headline == b.headline:
        return None
    if not a.sides.isdisjoint(b.sides) or not a.place_keys.isdisjoint(b.place_keys):
        return 1.0, "the headline tells what the body tells"
    return 0.3, "headline and body"


def same_state(a: Profile, b: Profile, setting: Setting) -> Found:
    """One state: the same holder and the same place, or the same pair of parties."""
    if not (a.state and b.state) or a.claim.type != b.claim.type or a.agents.isdisjoint(b.agents):
        return None
    if a.held_keys & b.held_keys:
        return 1.2, "the same holder and place"
    if a.recipients & b.recipients:
        return 1.4, "the same relation of the same parties"
    return None


def passage_status(a: Profile, b: Profile, setting: Setting) -> Found:
    """Closed, and not opened: one state of one crossing or road told twice."""
    shared = a.held_keys & b.held_keys
    if not shared or a.prospective or b.prospective:
        return None
    one, two = _standing(a), _standing(b)
    if one is None or one != two or a.claim.type == b.claim.type:
        return None
    return 1.0, f"both say that it is {one}"


def taking(a: Profile, b: Profile, setting: Setting) -> Found:
    """A hold told beside the capture that made it, in one document."""
    if {a.claim.type, b.claim.type} != {"capture", "control"} or a.claim.document_id != b.claim.document_id:
        return None
    if a.agents.isdisjoint(b.agents) or not a.held_keys & b.held_keys:
        return None
    return 0.8, "who holds it is who took it"


def course(a: Profile, b: Profile, setting: Setting) -> Found:
    """An act told next to the operation in whose course it falls."""
    if a.claim.document_id != b.claim.document_id or not {a.claim.type, b.claim.type} & WHOLE:
        return None
    named = bool(a.agents and b.agents) and not (a.nameless or b.nameless)
    if named and a.agents.isdisjoint(b.agents):
        return None
    untold = 0.0 if named else 0.3  # a text that names no side goes on about the one it named
    if abs(a.start - b.start) <= NEARBY:
        return 0.7 + untold, "told beside the operation"
    return 0.5 + untold, "told in the text of the operation"


def denial(a: Profile, b: Profile, setting: Setting) -> Found:
    """A denial takes up what its own text told before: the same act of the same side."""
    if a.claim.document_id != b.claim.document_id or a.denied == b.denied or a.claim.type != b.claim.type:
        return None
    if a.agents and b.agents and a.agents.isdisjoint(b.agents):
        return None
    return 0.8, "one denies what the other tells"


def no_anchor(a: Profile, b: Profile, setting: Setting) -> Found:
    """Who and what alone do not make one happening of two texts: something must tie them to one time or place."""
    if a.claim.document_id == b.claim.document_id or (a.state and b.state):
        return None
    tied = (
        (a.day is not None and b.day is not None)
        or (a.partial is not None and b.partial is not None)
        or (times.narrow(a.told) and times.narrow(b.told))
        or not a.held_keys.isdisjoint(b.held_keys)
        or (a.prospective and b.prospective and (place(a, b, setting) or (0.0, ""))[0] >= 0.4)
        or not a.quote_runs.isdisjoint(b.quote_runs)
        or setting.together(a, b)
        or setting.one_page(a, b)
    )
    return None if tied else (-0.6, "nothing ties the two to one time or place")


REASONS: tuple[Judge, ...] = (
    types,
    agents,
    others,
    place,
    time,
    told,
    amounts,
    quotation,
    companions,
    wording,
    voice,
    back_reference,
    back_place,
    headline,
    same_state,
    passage_status,
    taking,
    course,
    denial,
    no_anchor,
)
"""Every reason that speaks for or against one happening, in the order a reader sees them."""


def weigh(a: Profile, b: Profile, setting: Setting) -> tuple[float, list[tuple[str, float, str]]]:
    """Return the sum of all reasons above the prior, and the reasons that spoke as (name, score, sentence)."""
    total = PRIOR_TOGETHER if a.claim.document_id == b.claim.document_id else PRIOR_APART
    spoken: list[tuple[str, float, str]] = []
    for judge in REASONS:
        found = judge(a, b, setting)
        if found is not None:
            total += found[0]
            spoken.append((judge.__name__, found[0], found[1]))
    return total, spoken


def records(spoken: list[tuple[str, float, str]]) -> tuple[Reason, ...]:
    """Return reasons as records; scores beyond a record's range are cut to it."""
    return tuple(
        Reason(name=name, score=round(max(-1.0, min(1.0, score)), 3), sentence=text) for name, score, text in spoken
    )


def _standing(held: Profile) -> str | None:
    claim = held.claim
    if claim.type == "status":
        return claim.status if not held.denied else None
    if claim.type in ("open", "close"):
        opened = (claim.type == "open") != held.denied
        return "open" if opened else "closed"
    return None


def _nearest(a: Profile, b: Profile) -> tuple[float, float] | None:
    found = [(d, leeway(p) + leeway(q)) for p in a.places for q in b.places if (d := kilometres(p, q)) is not None]
    return min(found, default=None)


def _wide(a: Profile, b: Profile) -> Found:
    near = _nearest(a, b)
    if near is not None and near[0] > near[1] + 50:
        return -0.8, f"{near[0]:.0f} km apart"
    if {p.country for p in a.places if p.country} & {p.country for p in b.places if p.country} or near is not None:
        return 0.1, "one area may hold the other"
    return None


def _above(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low > high


def _article(type_: str) -> str:
    word = type_.replace("_", " ")
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"
