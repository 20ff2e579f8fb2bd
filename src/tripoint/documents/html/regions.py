"""What an element is by its tag and by the names its makers gave it (class, id, role, itemprop): a literal table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tripoint.documents.html.kinds import Kind


@dataclass(frozen=True, slots=True)
class Region:
    """A row: names that match `names` (and not `unless`) make an element of this kind."""

    kind: Kind
    names: re.Pattern[str]
    unless: re.Pattern[str] | None = None


def _row(kind: Kind, names: str, unless: str | None = None) -> Region:
    return Region(kind, re.compile(names), re.compile(unless) if unless is not None else None)


_B = r"(?:^|[\s_\-/:])"
_E = r"(?:$|[\s_\-/:\d])"

TABLE: tuple[Region, ...] = (
    _row(
        Kind.COMMENT_FORM,
        rf"comment-?_?form|commentform|{_B}respond{_E}|reply-?form|kommentar-?_?form|comment-?reply-?title|"
        rf"write-?comment|add-?comment|comment-?box-?form|post-?comment{_E}|leave-?a?-?(?:reply|comment)|"
        rf"quickreply",
    ),
    _row(Kind.LEAD, r"(?:artikel|article|post|entry|story)[-_]{1,2}(?:teaser|intro|lead|excerpt|summary)(?:$|\s)"),
    _row(
        Kind.COMMENT,
        rf"comment(?:s|list|area|body|text|wrap|content|thread|section|author|meta|block|item|container|"
        rf"holder|entry|box)?{_E}|comments?[-_]|{_B}(?:ko|co)mment(?:are?|aires?|arios?|i)|"
        rf"leser(?:kommentar|brief|meinung)|disqus|dsq-|livefyre|wpdiscuz|{_B}wc-comment|replies|"
        rf"reader-?(?:comments|opinions)|discussion{_E}|gaestebuch|guestbook|{_B}trackback|pingback|"
        rf"usercomment|(?:customer|product|user|judgeme)[-_]?(?:product_)?reviews?|"
        rf"reviews?[-_](?:list|widget|body|text|content|item)|{_B}forum-?(?:post|reply|beitraege)",
        rf"comments?-?_?(?:count|number|num|link|links|icon|button|btn|toggle|open|off|closed|feed|rss|jump|"
        rf"bubble|badge|counter|teaser|status|info|anzahl|zahl|no)|"
        rf"(?:no|open|close|show|hide|num|count|latest|recent|neue|letzte|newest|last)-?_?(?:comments?|"
        rf"kommentare?)|{_B}post{_E}|type-post|hentry|status-publish|{_B}page{_E}|wrapper|layout|"
        rf"container-fluid|has-comments|with-comments",
    ),
    _row(Kind.EMBED, rf"twitter-tweet|instagram-media|fb-post|tweet-?embed|embed-?tweet|telegram-post|{_B}tweet{_E}"),
    _row(Kind.PULL_QUOTE, r"pull-?_?quote"),
    _row(
        Kind.CAPTION,
        rf"{_B}(?:caption|wp-caption-text|image-?(?:text|title|credit|source|copyright)|photo-?credit|"
        rf"img-?(?:caption|credit)|bild(?:unterschrift|text|quelle|nachweis)|legende|credits?|"
        rf"picture-?(?:text|caption)|gallery-?caption|figcaption){_E}|-caption{_E}|media-?caption",
    ),
    _row(
        Kind.PROMO,
        rf"{_B}(?:ads?|advert(?:isement|ising|s)?|adsense|adslot|adbox|anzeigen?|werbung|sponsor(?:ed|s)?|"
        rf"promo(?:tion|s|box)?|newsletter|subscri(?:be|ption)|donat(?:e|ion|ions)|donate-?box|spenden?|"
        rf"support-?us|popup|modal|overlay|cookie|cookies|consent|gdpr|signup|sign-?up|banner|teaser-?ad|dfp|"
        rf"gpt-ad|mailchimp|patreon|paypal|flattr){_E}|google_?ads|cookie-?(?:notice|bar|law|consent)",
        rf"{_B}(?:post|entry|article|story)[-_]{{1,2}}(?:content|body|text)",
    ),
    _row(
        Kind.RELATED,
        rf"{_B}(?:related|relatedposts|yarpp|outbrain|taboola|recommend(?:ed|ations?)?|similar|popular|"
        rf"trending|most-?(?:read|popular|viewed|commented)|meist(?:gelesen|kommentiert)|latest|recent|"
        rf"more-?(?:posts?|news|stories|articles?|from|on|info|links)|mehr-?(?:zum|artikel|themen)|weitere|"
        rf"read-?(?:more|also|next)|see-?also|also-?read|up-?next|further|prev(?:ious)?|next|"
        rf"post-?nav(?:igation)?|nav-?(?:below|above|single|previous|next|links)|teasers?|"
        rf"teaser-?(?:list|box|wrap)|link-?list|linklist|cross-?links?|empfehl\w*|jp-relatedposts|"
        rf"archive-?list|blogroll|series-?nav|story-?list|headlines|news-?list|newsticker|ticker|playlist|"
        rf"carousel|slider-?nav|thema|themen){_E}|relatedpost|"
        rf"related-?(?:content|articles?|posts?|news|links|stories)|ähnlich|verwandt",
        rf"{_B}(?:post-?content|entry-?content|article-?body){_E}",
    ),
    _row(
        Kind.NAVIGATION,
        rf"{_B}(?:nav|navi|navbar|navigation|menu|submenu|mainmenu|breadcrumbs?|brotkrumen|pagination|pager|"
        rf"paginator|pages?-?(?:nav|links|numbers)|topbar|toolbar|skip-?(?:link|nav|to)?|sitemap|share|"
        rf"sharing|sharedaddy|sharebar|sharebuttons?|shariff|addthis|addtoany|a2a|social|socials|"
        rf"social-?media|sociable|follow|followus|likes?|sd-like|print-?(?:link|button|icon)|drucken|tools?|"
        rf"article-?tools|actions?|buttons?|rating|ratings|ratingblock|votes?|voting|kksr|poll|counter|views|"
        rf"viewcount|search|suche|searchform|login|signin|register|user-?menu|language|lang-?switch|tags?|"
        rf"tag-?(?:links|list|cloud)|tagcloud|tagline|cat-?links|categor(?:y|ies)|kategorien?|keywords|"
        rf"schlagworte|filed-?under|posted-?in|post-?tags|entry-?(?:footer|utility|categories)|"
        rf"post-?(?:footer|utility)|article-?footer|meta-?(?:footer|bottom)|toc|table-?of-?contents|"
        rf"inhaltsverzeichnis|calendar|kalender|wp-?calendar|scroll-?top|back-?to-?top|totop|edit-?link|"
        rf"permalink|bookmark|feedburner|rss|site-?(?:header|title|description|branding|info)|masthead|logo|"
        rf"branding|header-?(?:top|bar|inner|wrap)|top-?(?:header|menu)|edit|editsection|mw-editsection|"
        rf"jump-?link|dropdown|tooltip|progress|player-?controls){_E}|{_B}share|"
        rf"social-?(?:share|links|icons|buttons)|nav-?menu",
        rf"{_B}(?:post-?content|entry-?content|article-?body|type-post|hentry|status-publish|has-post-thumbnail){_E}",
    ),
    _row(
        Kind.BOILERPLATE,
        rf"{_B}(?:footer|colophon|copyright|imprint|impressum|legal|disclaimer|datenschutz|"
        rf"author-?(?:bio|box|info|desc\w*|profile|about|card)|about-?(?:the-?)?author|"
        rf"autoren?-?(?:box|info|profil)|authorbox|abh-?box|bio|biography|license|licence|lizenz|"
        rf"wp-?block-?post-?author|credits-?box|haftung\w*|bottom|footnote-?site|contentinfo|sources-?box|"
        rf"vgwort){_E}|(?:^|\s)(?:foot|fusszeile|fuss)",
    ),
    _row(
        Kind.RELATED,
        rf"{_B}(?:sidebar|side-?bar|sidecol|side-?column|right-?(?:col|column|rail|side|sidebar|bar)|"
        rf"left-?(?:col|column|rail|side|sidebar|bar|nav)|rail|widgets?|widget-?area|secondary|complementary|"
        rf"marginal|marginalspalte|randspalte|aside|infobox|factbox|box-?(?:right|left)|rechts|links-?spalte|"
        rf"spalte-?(?:rechts|links|r|l)|textwidget|wp-?widget\w*|module-?(?:right|left)){_E}|"
        rf"(?:^|\s)(?:right|rightside|rightcontent|leftcontent|subcontent)(?:$|\s)",
    ),
    _row(
        Kind.AUTHOR,
        rf"{_B}(?:byline|author|authors|writer|autor|autoren|verfasser|by-?author|posted-?by|article-?author|"
        rf"post-?author|entry-?author|contributor|fn|vcard){_E}",
    ),
    _row(
        Kind.TIME,
        rf"{_B}(?:dates?|datum|date-?time|datetime|timestamp|published|publish-?(?:date|time|ed)|updated|"
        rf"posted-?(?:on|at)?|post-?(?:date|meta|info|time|byline)|entry-?(?:date|meta|info|time)|"
        rf"article-?(?:date|meta|info|time)|meta|metadata|metainfo|byline-?date|datepublished|datemodified|"
        rf"pubdate|submitted|dateline|time|uhrzeit){_E}",
    ),
    _row(
        Kind.LEAD,
        rf"{_B}(?:lead|lede|lead-?(?:text|in|paragraph)|intro|introduction|standfirst|teasertext|"
        rf"teaser-?text|vorspann|summary|excerpt|abstract|dek|subtitle|sub-?title|subheadline|sub-?headline|"
        rf"kicker|dachzeile|untertitel|description|article-?(?:intro|lead|summary)){_E}",
    ),
    _row(
        Kind.TEXT,
        rf"articlebody|reviewbody|{_B}(?:article|entry|post|story|news|single|blog|blogpost|text|artikel|"
        rf"beitrag|beitrags|page|item|content|body|td-post|detail|wp-block-post)[-_]{{0,2}}(?:content|"
        rf"contents|body|text|inhalt|copy|fulltext|main|txt|inner){_E}|"
        rf"{_B}(?:storytext|fulltext|article-?text|newstext|artikeltext|bodytext|maincontent|main-?content|"
        rf"artikelinhalt|articletext|storycontent|richtext|rich-?text|js-article|prose|e-content){_E}",
    ),
)

_BY_TAG = {
    "nav": Kind.NAVIGATION,
    "aside": Kind.RELATED,
    "footer": Kind.BOILERPLATE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "time": Kind.TIME,
    "menu": Kind.NAVIGATION,
    "button": Kind.NAVIGATION,
}
_WHOLE = frozenset({"html", "body", "main", "root"})
_HEADINGS = frozenset({"h1", "h2"})
_DETAILS = frozenset(
    {
        Kind.COMMENT,
        Kind.COMMENT_FORM,
        Kind.TEXT,
        Kind.EMBED,
        Kind.CAPTION,
        Kind.PULL_QUOTE,
        Kind.BOILERPLATE,
        Kind.RELATED,
        Kind.PROMO,
    }
)
_POST = re.compile(
    r"(?:^|\s)(?:post-\d+|type-post|hentry|category-\S+|tag-\S+|postid-\S+|format-\S+|status-\S+)(?=\s|$)"
)


@lru_cache(maxsize=16384)
def kind_of(tag: str, names: str) -> Kind | None:
    """Return what an element of `tag` with these names is, None when neither says."""
    if tag in _WHOLE:
        return None
    own = _BY_TAG.get(tag)
    if not names:
        return own
    plain = _POST.sub(" ", names)
    for row in TABLE:
        if row.names.search(plain) is not None and (row.unless is None or row.unless.search(plain) is None):
            if tag == "article" and row.kind not in (Kind.COMMENT, Kind.RELATED, Kind.TEXT, Kind.PROMO):
                continue
            if tag in _HEADINGS and row.kind not in _DETAILS:
                continue
            if own in (Kind.NAVIGATION, Kind.RELATED, Kind.BOILERPLATE) and row.kind in (
                Kind.TEXT,
                Kind.LEAD,
                Kind.TIME,
                Kind.AUTHOR,
            ):
                return own
            return row.kind
    return own
