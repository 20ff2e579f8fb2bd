"""Rows for the comment layer's own words: counts, bars, forms, buttons, members' cards."""

from __future__ import annotations

from tripoint.documents.furniture.row import REACT, Furniture, row
from tripoint.model import BlockRole

MEMBER_CARD = "a forum member's card"
"""The name of the row that knows forums: their threads have no other sign."""

ROWS: tuple[Furniture, ...] = (
    row(
        "a comment count",
        BlockRole.NAVIGATION,
        r"(?:all )?(?:\d[\d.,]*|no|one|two|three|four|five|six|seven|eight|nine|ten) (?:comments?|"
        r"repl(?:y|ies)|responses?|thoughts?|reactions)(?: (?:on|to|so far|for|posted|below)\b.{0,200})?:?|"
        r"(?:readers'? |user |view |show |facebook )?comments? ?(?:\(\d+\)|: ?\d+|section)?:?|"
        r"(?:discussion|responses|replies)(?: \(\d+\))?:?|(?:readers?'? (?:comments|opinions?|reactions)|"
        r"what (?:our )?readers (?:say|think))(?: \(\d+\))?:?",
        "thread",
    ),
    row(
        "a comment engine's bar",
        BlockRole.NAVIGATION,
        r"notify of|(?:inline feedbacks?|newest|oldest|most voted|view all comments|view all \d+ .{0,20}|"
        r"most recent|top comments?|best|hot|top|most relevant|all comments|"
        r"chronological)(?:[ |,/]+(?:newest|oldest|most voted|best|inline feedbacks?))*|"
        r"(?:sort(?:ed)? by|order by|sort)\b.{0,30}|subscribe (?:to|by) comments?.{0,30}|"
        r"join the (?:discussion|conversation).{0,20}|start the discussion.{0,10}|recommend(?: \d+)?|"
        r"new comments? (?:first|follow.{0,20})|(?:newest|oldest) first|disqus.{0,30}|.{0,30}disqus|"
        r"community|login with.{0,40}",
        "thread",
    ),
    row(
        "a comment form",
        BlockRole.NAVIGATION,
        r"(?:leave|add|post|write|submit|make|drop)(?: (?:a|your|us a|the))?(?: new| first|"
        r" public)? (?:comment|reply|response|thought)s?(?: (?:here|below|now|cancel.{0,20}|"
        r"to .{0,60}))?[.:!]?|(?:be the )?first to (?:comment|reply).{0,40}|"
        r"your e-?mail address will not be.{0,80}|required fields.{0,30}|"
        r"(?:name|e-?mail|website|comment|your (?:name|comment|e-?mail))(?: ?\*| \(required\)|"
        r" \(optional\))?:?|save my name.{0,100}|would love your thoughts.{0,30}|"
        r"you must be logged in.{0,40}|(?:log ?in|sign in|"
        r"register)(?: or (?:register|sign up))? to (?:comment|reply|post).{0,30}|cancel reply|"
        r"comments? (?:are|is|do|reflect|represent|must|will) .{3,100}|"
        r"comments? (?:policy|rules|guidelines).{0,60}|notify me .{0,80}|post comment|submit",
        "weak_thread",
    ),
    row(
        "a comment's buttons",
        BlockRole.NAVIGATION,
        rf"[•·|\s\d−–+-]*+(?:{REACT}[\s•·|,(0-9)›-]*){{1,6}}(?:\d+ ?(?:[smhdwy]|min|hrs?|days?|weeks?|"
        rf"months?|years?)(?: ago)?)?(?: · edited)?|[+-]?\d{{1,4}}|[-−–] ?\+|[+−⚑▲▼👍👎✓x×|/ ·•]+|"
        rf"reply to .{{2,40}}|(?:show|hide|view|load|see) (?:\d+ )?(?:more |all |previous |"
        rf"older )*(?:repl(?:y|ies)|comments?)(?: \(?\d+\)?)?|reply with quote|(?:facebook )?comments plugin|"
        rf"see (?:more|translation)|last edited .{{0,80}}|edited|top fan",
    ),
    row(
        MEMBER_CARD,
        BlockRole.NAVIGATION,
        r"(?:join(?:ed)?(?: date)?|posts?|location|reputation|rep power|thanks(?: given| received)?|"
        r"messages|likes received|points|trophy points)\s*: ?.{1,60}|"
        r"(?:junior|senior|new|registered|active|veteran|full|advanced|banned|super|"
        r"premium)(?: forum)? (?:member|user|moderator|poster)|member|moderator|guest|newbie|thread starter|"
        r"offline|online|#\d+|re: .{3,100}",
    ),
)
