"""Rows for share buttons, counters, tags, menus, ratings and calendars."""

from __future__ import annotations

from tripoint.documents.furniture.row import MONTH, NETWORK, Furniture, row
from tripoint.model import BlockRole

ROWS: tuple[Furniture, ...] = (
    row(
        "share buttons",
        BlockRole.NAVIGATION,
        rf"(?=.*[a-z])(?:(?:\d[\d.,]*+[km]?|{NETWORK}|on|via|this|to|by|article|story|post|"
        rf"page)\b[\s|,/·•+-]*+){{1,14}}"
        r"|(?:click|tap) to (?:share|email|print|tweet).{0,80}|share (?:this|via|on|with|the)\b.{0,50}|"
        r"(?:facebook|twitter|whatsapp).{0,60}(?:email|print|telegram)",
    ),
    row(
        "a counter",
        BlockRole.NAVIGATION,
        r"[\d.,]+ ?[km]? ?(?:views?|shares?|likes?|reads?|tweets?|hits|votes?|reactions?|followers|"
        r"retweets)(?: .{0,20})?|(?:views?|hits|reads?|shares?)\s*:? ?[\d.,]+|"
        r"[\d.,]+ (?:people )?(?:are )?(?:watching|reading|online)(?: (?:now|this))?|"
        r".{0,60}\|[^|]{0,40}\b(?:watching|reading|online) now|"
        r"[\d.,]+ ?(?:min(?:ute)?s?)[ -]read|reading time.{0,30}|estimated reading.{0,30}",
    ),
    row(
        "tags or categories",
        BlockRole.NAVIGATION,
        r"[/|»>-]?\s*(?:tags?|tagged|filed under|posted in|categor(?:y|ies)|topics?|keywords?|sections?|"
        r"labels)\s*(?::|/|»|with\b|under\b).{0,200}|tags",
    ),
    row(
        "a breadcrumb",
        BlockRole.NAVIGATION,
        r"(?:you are here:? ?)?home\s*[>\"»/›|].{0,150}|[^.\"]{2,40}(?: [>»›\"] [^.>»›\"]{2,60}){2,}",
    ),
    row(
        "a bar of menu words",
        BlockRole.NAVIGATION,
        r"(?!by )[^|.,:\d]{2,32}(?: ?\| ?[^|.,:\d]{2,32}){2,}",
    ),
    row(
        "a rating widget",
        BlockRole.NAVIGATION,
        r"(?:\d+ )?rate (?:this|the)(?: (?:article|post|item|story))?:?|no rating|"
        r"(?:rating|rated|average)\b.{0,30}\d.{0,20}|\d(?:[.,]\d)? ?(?:/|out of) ?(?:5|10)(?: .{0,20})?|"
        r"[★☆* ]{3,}",
    ),
    row(
        "a calendar",
        BlockRole.NAVIGATION,
        rf"[\"«<‹\s]*{MONTH} (?:19|20)\d\d[\"»>›\s]*|(?:(?:mo?n?|tu?e?|we?d?|th?u?|fr?i?|sa?t?|"
        rf"su?n?)[\s|]*){{5,7}}|(?:\d{{1,2}}[\s|]+){{3,}}\d{{1,2}}|"
        rf"[\"«‹<] ?{MONTH}(?: .{{0,4}}{MONTH} ?[\"»›>])?|{MONTH} ?[\"»›>]",
    ),
    row(
        "a menu word",
        BlockRole.NAVIGATION,
        r"skip to .{0,30}|(?:main )?menu|search(?: for:?)?(?: \.\.\.)?|home|log ?(?:in|out)|sign in|"
        r"sign out|register|toggle .{0,30}|back to (?:top|home).{0,10}|go to top|close|open|next|"
        r"prev(?:ious)?|(?:older|newer) (?:posts?|entries)|print(?: this)?(?: page| article)?|"
        r"font size.{0,20}|a\+|a-|listen(?: to (?:this )?(?:article|story))?.{0,20}|loading\.*|play|pause|"
        r"mute|load more|show more|see more|view all|all news|"
        r"(?:english|arabic|العربية|فارسی|русский)(?:[ |/]+(?:english|arabic|العربية|فارسی|русский|francais|"
        r"français|türkçe|español))*|page \d+(?: of \d+)?|\d+ ?/ ?\d+",
    ),
)
