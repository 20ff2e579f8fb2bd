"""Reasons from how two claims are told: quotations, wording, voices, words that take up what was told before."""

from __future__ import annotations

from tripoint.comparison import times
from tripoint.comparison.hindsight import long_before
from tripoint.comparison.wording import likeness
from tripoint.events.families import ACCORDS, OF_TYPE, SPEECH, WHOLE
from tripoint.events.profile import Profile
from tripoint.events.setting import NEARBY, OPEN, REPEATED, Found, Setting
from tripoint.events.sides import helping, mirrored, one_side, one_state
from tripoint.resources.wordmeanings import word_likeness

ANSWERS = 2
"""Sentences within which a text gives what is answered to a charge."""
SAME_NEWS = 3
"""Days within which texts may tell the same news, each in its own words."""
ALIKE = 0.1
"""A likeness of words below which they mean nothing alike."""
ANY_ACT = frozenset({"attack", "operation", "kill"})
"""Acts whose nouns take up any act of violence: *the attack, the operation*, and *those killed in the attack*."""


def wording(a: Profile, b: Profile, setting: Setting) -> Found:
    """Words in common."""
    if min(len(a.content), len(b.content)) < 3:
        return None
    like = likeness(a.content, b.content)
    if like < 0.2 and a.claim.document_id != b.claim.document_id:
        return -0.2, "hardly a word in common"
    if like <= 0.3:
        return None
    if a.kinds & b.kinds & REPEATED and setting.one_outlet(a, b) and times.gap(a.told or OPEN, b.told or OPEN) > 1:
        return 0.2, "words in common, as the bulletins of one outlet have"
    return min(1.4, (like - 0.3) * 2.5), f"{like:.0%} of the words in common"


def meaning(a: Profile, b: Profile, setting: Setting) -> Found:
    """The words by which two texts of the same days tell an act mean alike: *struck* and *strike*, *blast* and *bomb*.

    Words alone tie nothing to a time, and the bulletins of one outlet tell different acts in the same words.
    """
    if a.claim.document_id == b.claim.document_id or not (a.word and b.word) or a.state or b.state:
        return None
    if not {a.claim.type, b.claim.type} <= OF_TYPE.keys():
        return None  # a type that no table knows is a word of its own, and has been counted
    one, two = a.day or a.told, b.day or b.told
    if one is None or two is None or not (times.narrow(one) and times.narrow(two)) or times.gap(one, two) > SAME_NEWS:
        return None
    if setting.one_outlet(a, b) and a.kinds & b.kinds & REPEATED:
        return None
    like = word_likeness(a.word, b.word)
    if like < ALIKE:
        return None
    return like, ("told by the same word" if a.word == b.word else f"*{a.word}* and *{b.word}* mean alike ({like:.0%})")


def voice(a: Profile, b: Profile, setting: Setting) -> Found:
    """The same named voice."""
    if a.speaker is None or a.speaker != b.speaker:
        return None
    if {a.claim.type, b.claim.type} <= SPEECH and a.speaker in a.agents & b.agents:
        return None  # who speaks is who acts: counted there
    return (0.2 if a.claim.document_id == b.claim.document_id else 0.4), "the same voice tells both"


def habit(a: Profile, b: Profile, setting: Setting) -> Found:
    """*Is regularly bombed, as in previous attacks* looks back on many acts, of which the other is one at most."""
    if a.claim.document_id == b.claim.document_id or a.past == b.past:
        return None
    return -0.8, "one looks back on many such acts, the other tells one"


def back_reference(a: Profile, b: Profile, setting: Setting) -> Found:
    """*The operation* after *launched an operation*: a definite phrase takes up what the text told before."""
    if a.claim.document_id != b.claim.document_id:
        return None
    later = b if b.start >= a.start else a
    if not later.definite:
        return None
    if (
        a.claim.type != b.claim.type
        and {a.claim.type, b.claim.type}.isdisjoint(WHOLE)
        and later.claim.type not in ANY_ACT
    ):
        return 0.3, "the later words may take up the earlier, or another act (*the ...*)"
    return 1.0, "the later words take up the earlier (*the ...*)"


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
    head, body = (a, b) if a.headline else (b, a)
    if body.agents and head.agents > body.agents:
        return 0.3, "headline and body, of sides that are not quite the same"
    if not a.sides.isdisjoint(b.sides) or one_state(a, b) or not a.place_keys.isdisjoint(b.place_keys):
        return 1.0, "the headline tells what the body tells"
    return 0.3, "headline and body"


def course(a: Profile, b: Profile, setting: Setting) -> Found:
    """An act told next to the operation in whose course it falls."""
    if a.claim.document_id != b.claim.document_id or not {a.claim.type, b.claim.type} & WHOLE:
        return None
    if a.past != b.past and long_before(setting.words(a if a.past else b)):
        return None  # what lies before the operation is not its course
    named = bool(a.agents and b.agents) and not (a.nameless or b.nameless)
    if named and not one_side(a, b):
        return None
    untold = 0.0 if named else 0.3  # a text that names no side goes on about the one it named
    if not named and a.claim.type in WHOLE and b.claim.type in WHOLE and not (a.another or b.another):
        untold = 0.6  # two names for one course of action, in the one text that tells it
    if abs(a.start - b.start) <= NEARBY:
        return 0.7 + untold, "told beside the operation"
    return 0.5 + untold, "told in the text of the operation"


def breath(a: Profile, b: Profile, setting: Setting) -> Found:
    """Two acts of one side in one sentence: *attacked them and drove them out* tells one course of things."""
    if a.claim.document_id != b.claim.document_id or a.sentence != b.sentence or a.claim.type == b.claim.type:
        return None
    if a.state or b.state or not a.agents or a.agents != b.agents or {a.claim.type, b.claim.type} & SPEECH:
        return None
    if a.held_keys and b.held_keys and a.held_keys.isdisjoint(b.held_keys):
        return None
    return 1.0, "told in one breath of one side"


def help_given(a: Profile, b: Profile, setting: Setting) -> Found:
    """An act and the help that its side got in it."""
    return (1.0, "the help given is told with the act") if helping(a, b) else None


def accord(a: Profile, b: Profile, setting: Setting) -> Found:
    """An agreement and what was agreed on."""
    return (0.8, "what was agreed on is told with the agreement") if agreed(a, b) else None


def agreed(a: Profile, b: Profile) -> bool:
    """Return whether one claim is the content of the agreement that the other tells: a plan, behind it in one sentence.

    Whoever agrees plans it, or what is planned has no agent of its own.
    """
    if a.claim.document_id != b.claim.document_id or a.sentence != b.sentence:
        return False
    pact, plan = (a, b) if a.start <= b.start else (b, a)
    if pact.claim.type not in ACCORDS or pact.prospective or pact.denied or not plan.prospective:
        return False
    return not plan.agents or not pact.agents.isdisjoint(plan.agents)


def subject(a: Profile, b: Profile, setting: Setting) -> Found:
    """A named voice that goes on in one text about what two parties are to each other."""
    if a.claim.document_id != b.claim.document_id or a.speaker is None or a.speaker != b.speaker:
        return None
    return (1.0, "one voice speaks of the same two parties") if mirrored(a, b) else None


def denial(a: Profile, b: Profile, setting: Setting) -> Found:
    """A denial takes up what its own text told before: the same act of the same side."""
    if a.claim.document_id != b.claim.document_id or a.denied == b.denied or a.claim.type != b.claim.type:
        return None
    if a.agents and b.agents and a.agents.isdisjoint(b.agents):
        return None
    apart = a.held_keys and b.held_keys and a.held_keys.isdisjoint(b.held_keys)
    if abs(a.sentence - b.sentence) <= ANSWERS and not apart and not (a.state or b.state):
        return 1.8, "one denies what the other tells, a sentence or two away"
    return 0.8, "one denies what the other tells"
