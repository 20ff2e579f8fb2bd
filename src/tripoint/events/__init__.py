"""Events: which claims tell one happening, and what they say of it together."""

from __future__ import annotations

from tripoint.events.assembly import assemble, assembled
from tripoint.events.decisions import Anchor, Attached, Change, anchor, attach, change, corrections, rejected
from tripoint.events.decisions import links as people_links
from tripoint.events.decisions import value as decision_value
from tripoint.events.linking import judged, link
from tripoint.events.made import Keys, Made, MadeBefore

__all__ = [
    "Anchor",
    "Attached",
    "Change",
    "Keys",
    "Made",
    "MadeBefore",
    "anchor",
    "assemble",
    "assembled",
    "attach",
    "change",
    "corrections",
    "decision_value",
    "judged",
    "link",
    "people_links",
    "rejected",
]
