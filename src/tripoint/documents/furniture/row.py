"""A row of the tables of furniture, and the words that several rows share.

A row matches a whole line (clean text, any case). `opens`: what the lines after it belong to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tripoint.model import BlockRole

NETWORK = (
    r"(?:facebook|twitter|x|telegram|whats ?app|instagram|linked ?in|reddit|pinterest|tumblr|you ?tube|vk|viber|"
    r"messenger|email|e-mail|mail|print|pdf|copy(?: link)?|link|pocket|flipboard|threads|bluesky|mastodon|rss|google\+?"
    r"|digg|stumbleupon|skype|signal|line|more|share|tweet|pin(?: it)?|send|save|bookmark|like)"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
PHOTO = r"(?:photo|photograph|image|picture|pic|video|footage|map|graphic|infographic|screen ?shot|illustration)"
AGENCY = r"(?:afp|ap|reuters|epa(?:-efe)?|getty(?: images)?|anadolu|aa|shutterstock|tass|ria novosti|xinhua|sana|upi)"
REACT = r"(?:reply|like|quote|report|flag|upvote|downvote|permalink|delete|edit|share(?: ›)?|link|react)"


@dataclass(frozen=True, slots=True)
class Furniture:
    """One wording and what it shows. `opens` is `thread` (comments may follow), `weak_thread` (they may, or a form),
    `list` (headlines of other pages follow), `embed` (a post follows), `close` (the article is over) or empty."""

    name: str
    role: BlockRole
    pattern: re.Pattern[str]
    opens: str = ""


def row(name: str, role: BlockRole, pattern: str, opens: str = "") -> Furniture:
    """Return a row whose `pattern` matches whole lines in any case."""
    return Furniture(name, role, re.compile(rf"(?:{pattern})", re.I), opens)
