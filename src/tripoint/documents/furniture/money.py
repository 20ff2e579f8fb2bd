"""Rows for money and appeals: meters, calls to give, to subscribe, to follow, and advertisements."""

from __future__ import annotations

from tripoint.documents.furniture.row import NETWORK, Furniture, row
from tripoint.model import BlockRole

ROWS: tuple[Furniture, ...] = (
    row(
        "a sum of money alone",
        BlockRole.PROMO,
        r"(?:[$€£¥₽] ?\d[\d.,  ]*+[km]?|\d[\d.,  ]*+[km]? ?(?:[$€£¥₽]|usd|eur|gbp))(?: (?:raised|of|goal|"
        r"donated|left|to go|so far)\b.{0,40})?"
        r"|(?:[^.!?]{2,60}[:,-] ?)?\d{1,3} ?% (?:of (?:the |our |this \w+'?s? |\w+ly )?(?:goal|target)|"
        r"funded|raised)\b.{0,30}",
    ),
    row(
        "a donation meter's label",
        BlockRole.PROMO,
        r"(?:our |the |current )?(?:monthly|weekly|daily|yearly|annual|fund-?raising|funding|donations?|"
        r"(?:this|next) (?:month|week|year|quarter)'?s?) (?:goal|target|fund-?raiser|"
        r"campaign)\b(?: (?:of|for) [^.!?]{2,50}|\s?[:-].{0,40})?",
    ),
    row(
        "a call to support the site",
        BlockRole.PROMO,
        r"(?:please )?(?:support|donate to|help(?: support)?|fund) (?:us|"
        r"our (?:work|site|journalism|team|page)|the (?:site|author|project)|independent \w+)[.!]?|"
        r"(?:enjoy(?:ing|ed)?|like) (?:this|our|the) (?:blog|site|page|work|podcast|newsletter|channel|post)\?.{0,120}|"
        r"(?:please )?(?:support|donate to) (?:the )?(?-i:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2})[.!]?",
    ),
    row(
        "a call to donate or join",
        BlockRole.PROMO,
        r"(?:make a )?(?:donat(?:e|ion)s?)(?: (?:now|here|today|via.*|with.*))?[.!:]?|"
        r"(?:[^.]{0,60}[:,] )?become an? (?:\w+ )?(?:patron|member|supporter|subscriber).{0,60}|"
        r"buy (?:me|us) a coffee.{0,30}|(?:patreon|paypal|gofundme|bitcoin|btc|ethereum|iban)\b ?:.{0,120}",
    ),
    row(
        "a call to subscribe",
        BlockRole.PROMO,
        r"(?:please )?(?:subscribe|sign[ -]up|register|"
        r"get)\b(?: (?:now|here|today|free))?(?:(?: to| for| our| the| your|,| and).{0,100}(?:newsletter|"
        r"bulletin|digest|e-?mails?|updates?|alerts?|inbox|channel|briefing|news|edition|podcast)s?.{0,60})?[.!]?|"
        r"(?:enter|your) e-?mail(?: address)?.{0,40}|.{0,80}(?:straight|delivered|"
        r"direct) to your inbox.{0,20}",
    ),
    row(
        "a way out of a mailing list",
        BlockRole.NAVIGATION,
        r"(?:to )?unsubscribe\b.{0,100}|"
        r"(?:to|if you (?:no longer )?(?:want|wish) to) (?:stop receiving|unsubscribe)\b.{0,120}",
    ),
    row(
        "follow buttons",
        BlockRole.NAVIGATION,
        rf"(?:follow|find|join) us(?: on)?\s?:?(?:[\s|,/·•+-]*{NETWORK}\b){{2,}}",
    ),
    row(
        "a call to follow",
        BlockRole.PROMO,
        r"(?:follow|like|find|join|watch) (?:us|our .{2,40}|@\w+|\w+(?: \w+){0,3})(?: on| in| via|"
        r":) .{0,60}(?:facebook|twitter|telegram|whats ?app|instagram|you ?tube|tik ?tok|linked ?in|vk|"
        r"google news)\b.{0,30}|download (?:our|the) .{0,30}app.{0,40}|"
        r"(?:get|download) (?:the|our) .{2,40}\bapp\b.{0,20}|"
        r"follow (?:us|our (?:channel|page|work|news))[.!:]?|"
        r"[\w .'-]{2,50} on (?:telegram|facebook|twitter|whats ?app|instagram|you ?tube)\s?: ?(?:follow|"
        r"join|subscribe).{0,40}|[^.]{2,80}[.] (?:donate|subscribe|give here|sign up|join us|"
        r"become a member)\b.{0,40}|your (?:donation|support|contribution|gift)s? .{3,80}",
    ),
    row(
        "an advertisement's label",
        BlockRole.PROMO,
        r"(?:- ?)?(?:advertisement|advertising|advertorial|sponsored(?: content| by.{0,40})?|promoted|ad|"
        r"ads)(?: ?-)?|(?:story|article) continues (?:below|after).{0,30}|"
        r".{0,20}continue reading below.{0,20}|scroll (?:down )?to continue.{0,20}|ads? by .{2,30}",
    ),
)
