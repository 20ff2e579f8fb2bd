"""Rows for what leads to other pages."""

from __future__ import annotations

from tripoint.documents.furniture.row import Furniture, row
from tripoint.model import BlockRole

ROWS: tuple[Furniture, ...] = (
    row(
        "a link to the previous or next page",
        BlockRole.RELATED,
        r"(?:[\"«‹<←]\s*)?(?:previous|next|prev|older|newer) (?:article|post|story|news|page)\b.{0,200}|"
        r"(?:previous|next|earlier|yesterday's) (?:summary|report|update|bulletin|edition|issue|episode|digest|"
        r"round-?up|briefing|dispatch|entry|part)\s?: .{3,200}|"
        r"(?:previous|prev|next)\s?: .{3,200}|[«‹←] .{3,150}|.{3,150} [»›→]",
        "close",
    ),
    row(
        "a list of other pages",
        BlockRole.RELATED,
        r"(?:more|related|similar|recommended|popular|latest|recent|trending|top|other|featured|"
        r"further)(?: (?:on|from|in|about))?(?: (?:this|the|our|your))?(?: \w+){0,2} ?(?:topics?|articles?|"
        r"posts?|stor(?:y|ies)|news|videos?|content|links?|reading|coverage|items?|headlines|section|"
        r"analysis|reports?|comments|entries|category|author)(?: .{0,30})?:?|related(?: to this)?:?|"
        r"(?:you (?:may|might)|people|readers) also (?:like|read|be interested|enjoy).{0,40}|"
        r"(?:recommended|suggested|picked)(?: for you| by.{0,20})?:?|"
        r"most (?:read|popular|viewed|commented|shared|recent|watched)(?: .{0,30})?:?|trending(?: now)?:?|"
        r"don'?t miss.{0,20}|editors?'?s? (?:picks?|choice):?|"
        r"more (?:from|on|about) (?-i:[A-Z])[^.!?]{2,50}|what to (?:read|watch) next.{0,10}|"
        r"in (?:this section|other news):?|also (?:on|in) .{2,40}|see also:?|(?:read|learn|find out) more:?|"
        r"up next|keep reading|continue reading",
        "list",
    ),
)

POINTERS: tuple[Furniture, ...] = (
    row(
        "a pointer to one other page",
        BlockRole.RELATED,
        r"(?:read|see|watch|check|listen)(?: (?:also|more|next|too|out))?\s*(?::|>>+|»|\|)\s?.{3,200}|"
        r"(?:read|see|watch) (?:also|more|next)\b.{3,200}|(?:also|further) (?:read|see|reading|"
        r"on)\b.{2,200}|(?:related|see also|more|don'?t miss|from the archives?)\s*(?::|>>|\|) ?.{5,200}|"
        r"(?:click|tap) here (?:to|for) .{3,120}|>>+ .{3,200}",
    ),
)
