"""Rows for the small print."""

from __future__ import annotations

from tripoint.documents.furniture.row import Furniture, row
from tripoint.model import BlockRole

ROWS: tuple[Furniture, ...] = (
    row(
        "a blog's small print",
        BlockRole.BOILERPLATE,
        r"%d bloggers? like this:?|\d+ bloggers? like this:?|like this:|like loading\.*|powered by .{2,60}|"
        r".{0,40}\bwordpress(?:\.com)?\b.{0,40}|theme:? .{2,60}|create a (?:free )?website.{0,60}|"
        r"our (?:editorial )?(?:standards|principles|policy): .{3,80}|"
        r"(?:a )?(?:blog|site|website) (?:at|on|by|hosted by) (?-i:[A-Z])\w+",
        "close",
    ),
    row(
        "a copyright line",
        BlockRole.BOILERPLATE,
        r"(?:©|\(c\)|copyright\b).{0,200}|.{0,120}all rights reserved.{0,80}|(?:19|20)\d\d ?© ?.{0,80}",
        "close",
    ),
    row(
        "a link to the original",
        BlockRole.BOILERPLATE,
        r"(?:source ?: .{2,60}[.|] )?(?:link to |read |view |see |"
        r"via )?(?:the )?original(?:ly)?(?: (?:article|story|post|source|link|text|version|"
        r"report))?(?: (?:here|at|on).{0,120})?:?(?: ?https?://\S+)?|"
        r"(?:this|the) (?:article|story|post|piece|report|item|content|text) (?:was |has been |"
        r"is )?(?:originally |first )?(?:published|appeared|posted|republished|reproduced|reprinted|"
        r"taken)\b.{0,200}|(?:re)?(?:published|printed|posted) (?:with|"
        r"by) (?:the )?(?:kind )?permission.{0,120}|"
        r"(?:re-?use|reproduction|republication|re-?publishing|reposting|copying)\b.{0,60}\b(?:permitted|allowed|welcome|"
        r"free|forbidden|prohibited)\b.{0,100}|"
        r".{0,40}\bno (?:reproduction|republication|reprint|copying)\b.{0,80}",
        "close",
    ),
    row(
        "legal text and cookies",
        BlockRole.BOILERPLATE,
        r".{0,120}\b(?:uses?|using|accept(?:ing)?|manage|our|consent to)\b.{0,30}\bcookies?\b.{0,200}|"
        r"cookies? (?:policy|settings|preferences|notice)|accept(?: all)?|"
        r"(?:i )?(?:agree|got it|decline|reject all)|(?:privacy|terms|legal|disclaimer|imprint|"
        r"contact(?: us)?|about(?: us)?|advertise(?: with us)?|sitemap|careers|accessibility|"
        r"faqs?)(?: (?:policy|of (?:use|service)|and conditions|& conditions|notice|"
        r"statement))?(?:[ |/·•-]+(?:privacy|terms|legal|contact|about|advertise|cookies?|sitemap|rss|"
        r"disclaimer)[\w ]{0,20})*|.{0,120}(?:do not|don'?t|does not) (?:necessarily )?(?:reflect|"
        r"represent) .{0,120}|(?:disclaimer|correction policy|editor'?s? disclaimer)\s*:.{0,400}|"
        r"(?:the )?(?:opinions?|views?|comments?)\b.{3,60}\b(?:are not|do not|not those|responsib).{0,100}|"
        r"(?:the )?(?:opinions?|views?)(?: expressed)?\b.{0,60}\b(?:are|belong)\b.{0,30}\b(?:of|to) (?:the|its) "
        r"authors?\b.{0,60}|"
        r".{0,160}\b(?:opinions?|views?)(?: expressed)?(?: (?:here|above|in th(?:is|e) \w+))? are "
        r"(?:entirely |solely )?(?:his|her|their|my|our|the (?:author|writer)(?:'s|s')?) own\b.{0,40}|"
        r".{2,60}\breserves? the right to .{3,80}|(?:please )?enable javascript.{0,80}|your browser .{0,80}",
    ),
)
