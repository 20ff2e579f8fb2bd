# ruff: noqa: E501 - one row of the table is one line
"""Lines that a site prints around its articles, known by their wording: a literal table of named patterns.

A row matches a whole line (clean text, any case). `opens`: what the lines after it belong to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tripoint.documents import register
from tripoint.documents.line import Line
from tripoint.model import BlockRole

_NETWORK = (
    r"(?:facebook|twitter|x|telegram|whats ?app|instagram|linked ?in|reddit|pinterest|tumblr|you ?tube|vk|viber|"
    r"messenger|email|e-mail|mail|print|pdf|copy(?: link)?|link|pocket|flipboard|threads|bluesky|mastodon|rss|google\+?"
    r"|digg|stumbleupon|skype|signal|line|more|share|tweet|pin(?: it)?|send|save|bookmark|like)"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_PHOTO = r"(?:photo|photograph|image|picture|pic|video|footage|map|graphic|infographic|screen ?shot|illustration)"
_AGENCY = r"(?:afp|ap|reuters|epa(?:-efe)?|getty(?: images)?|anadolu|aa|shutterstock|tass|ria novosti|xinhua|sana|upi)"
_REACT = r"(?:reply|like|quote|report|flag|upvote|downvote|permalink|delete|edit|share(?: ›)?|link|react)"


MEMBER_CARD = "a forum member's card"
"""The name of the row that knows forums: their threads have no other sign."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """One wording and what it shows. `opens` is `thread` (comments may follow), `weak_thread` (they may, or a form),
    `list` (headlines of other pages follow), `embed` (a post follows), `close` (the article is over) or empty."""

    name: str
    role: BlockRole
    pattern: re.Pattern[str]
    opens: str = ""


def _row(name: str, role: BlockRole, pattern: str, opens: str = "") -> Furniture:
    return Furniture(name, role, re.compile(rf"(?:{pattern})", re.I), opens)


TABLE: tuple[Furniture, ...] = (
    # money and appeals
    _row("a sum of money alone", BlockRole.PROMO,
         r"(?:[$€£¥₽] ?\d[\d.,  ]*+[km]?|\d[\d.,  ]*+[km]? ?(?:[$€£¥₽]|usd|eur|gbp))(?: (?:raised|of|goal|donated|left|to go|so far)\b.{0,40})?"
         r"|(?:[^.!?]{2,60}[:,-] ?)?\d{1,3} ?% (?:of (?:the |our |this \w+'?s? |\w+ly )?(?:goal|target)|funded|raised)\b.{0,30}"),
    _row("a donation meter's label", BlockRole.PROMO,
         r"(?:our |the |current )?(?:monthly|weekly|daily|yearly|annual|fund-?raising|funding|donations?|(?:this|next) (?:month|week|year|quarter)'?s?) (?:goal|target|fund-?raiser|campaign)\b(?: (?:of|for) [^.!?]{2,50}|\s?[:-].{0,40})?"),
    _row("a call to support the site", BlockRole.PROMO,
         r"(?:please )?(?:support|donate to|help(?: support)?|fund) (?:us|our (?:work|site|journalism|team|page)|the (?:site|author|project)|independent \w+)[.!]?|(?:please )?(?:support|donate to) (?:the )?(?-i:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2})[.!]?"),
    _row("a call to donate or join", BlockRole.PROMO,
         r"(?:make a )?(?:donat(?:e|ion)s?)(?: (?:now|here|today|via.*|with.*))?[.!:]?|(?:[^.]{0,60}[:,] )?become an? (?:\w+ )?(?:patron|member|supporter|subscriber).{0,60}|buy (?:me|us) a coffee.{0,30}|(?:patreon|paypal|gofundme|bitcoin|btc|ethereum|iban)\b ?:.{0,120}"),
    _row("a call to subscribe", BlockRole.PROMO,
         r"(?:please )?(?:subscribe|sign[ -]up|register|get)\b(?: (?:now|here|today|free))?(?:(?: to| for| our| the| your|,| and).{0,100}(?:newsletter|e-?mails?|updates?|alerts?|inbox|channel|briefing|news|edition|podcast)s?.{0,60})?[.!]?|(?:enter|your) e-?mail(?: address)?.{0,40}|.{0,80}(?:straight|delivered|direct) to your inbox.{0,20}"),
    _row("a call to follow", BlockRole.PROMO,
         r"(?:follow|like|find|join|watch) (?:us|our .{2,40}|@\w+|\w+(?: \w+){0,3})(?: on| in| via|:) .{0,60}(?:facebook|twitter|telegram|whats ?app|instagram|you ?tube|tik ?tok|linked ?in|vk|google news)\b.{0,30}|download (?:our|the) .{0,30}app.{0,40}|(?:get|download) (?:the|our) .{2,40}\bapp\b.{0,20}|follow (?:us|our (?:channel|page|work|news))[.!:]?|[\w .'-]{2,50} on (?:telegram|facebook|twitter|whats ?app|instagram|you ?tube)\s?: ?(?:follow|join|subscribe).{0,40}|[^.]{2,80}[.] (?:donate|subscribe|give here|sign up|join us|become a member)\b.{0,40}|your (?:donation|support|contribution|gift)s? .{3,80}"),
    _row("an advertisement's label", BlockRole.PROMO,
         r"(?:- ?)?(?:advertisement|advertising|advertorial|sponsored(?: content| by.{0,40})?|promoted|ad|ads)(?: ?-)?|(?:story|article) continues (?:below|after).{0,30}|.{0,20}continue reading below.{0,20}|scroll (?:down )?to continue.{0,20}|ads? by .{2,30}"),
    # share buttons, counters, menus
    _row("share buttons", BlockRole.NAVIGATION,
         rf"(?=.*[a-z])(?:(?:\d[\d.,]*+[km]?|{_NETWORK}|on|via|this|to|by|article|story|post|page)\b[\s|,/·•+-]*+){{1,14}}"
         r"|(?:click|tap) to (?:share|email|print|tweet).{0,80}|share (?:this|via|on|with|the)\b.{0,50}|(?:facebook|twitter|whatsapp).{0,60}(?:email|print|telegram)"),
    _row("a counter", BlockRole.NAVIGATION,
         r"[\d.,]+ ?[km]? ?(?:views?|shares?|likes?|reads?|tweets?|hits|votes?|reactions?|followers|retweets)(?: .{0,20})?|(?:views?|hits|reads?|shares?)\s*:? ?[\d.,]+|[\d.,]+ ?(?:min(?:ute)?s?)[ -]read|reading time.{0,30}|estimated reading.{0,30}"),
    _row("tags or categories", BlockRole.NAVIGATION,
         r"[/|»>-]?\s*(?:tags?|tagged|filed under|posted in|categor(?:y|ies)|topics?|keywords?|sections?|labels)\s*(?::|/|»|with\b|under\b).{0,200}|tags"),
    _row("a breadcrumb", BlockRole.NAVIGATION, r"(?:you are here:? ?)?home\s*[>\"»/›|].{0,150}|[^.\"]{2,40}(?: [>»›\"] [^.>»›\"]{2,60}){2,}"),
    _row("a rating widget", BlockRole.NAVIGATION,
         r"(?:\d+ )?rate (?:this|the)(?: (?:article|post|item|story))?:?|no rating|(?:rating|rated|average)\b.{0,30}\d.{0,20}|\d(?:[.,]\d)? ?(?:/|out of) ?(?:5|10)(?: .{0,20})?|[★☆* ]{3,}"),
    _row("a calendar", BlockRole.NAVIGATION,
         rf"[\"«<‹\s]*{_MONTH} (?:19|20)\d\d[\"»>›\s]*|(?:(?:mo?n?|tu?e?|we?d?|th?u?|fr?i?|sa?t?|su?n?)[\s|]*){{5,7}}|(?:\d{{1,2}}[\s|]+){{3,}}\d{{1,2}}|[\"«‹<] ?{_MONTH}(?: .{{0,4}}{_MONTH} ?[\"»›>])?|{_MONTH} ?[\"»›>]"),
    _row("a menu word", BlockRole.NAVIGATION,
         r"skip to .{0,30}|(?:main )?menu|search(?: for:?)?(?: \.\.\.)?|home|log ?(?:in|out)|sign in|sign out|register|toggle .{0,30}|back to (?:top|home).{0,10}|go to top|close|open|next|prev(?:ious)?|(?:older|newer) (?:posts?|entries)|print(?: this)?(?: page| article)?|font size.{0,20}|a\+|a-|listen(?: to (?:this )?(?:article|story))?.{0,20}|loading\.*|play|pause|mute|load more|show more|see more|view all|all news|(?:english|arabic|العربية|فارسی|русский)(?:[ |/]+(?:english|arabic|العربية|فارسی|русский|francais|français|türkçe|español))*|page \d+(?: of \d+)?|\d+ ?/ ?\d+"),
    # the comment layer's own furniture
    _row("a comment count", BlockRole.NAVIGATION,
         r"(?:all )?(?:\d[\d.,]*|no|one|two|three|four|five|six|seven|eight|nine|ten) (?:comments?|repl(?:y|ies)|responses?|thoughts?|reactions)(?: (?:on|to|so far|for|posted|below)\b.{0,200})?:?|(?:readers'? |user |view |show |facebook )?comments? ?(?:\(\d+\)|: ?\d+|section)?:?|(?:discussion|responses|replies)(?: \(\d+\))?:?|(?:readers?'? (?:comments|opinions?|reactions)|what (?:our )?readers (?:say|think))(?: \(\d+\))?:?", "thread"),
    _row("a comment engine's bar", BlockRole.NAVIGATION,
         r"notify of|(?:inline feedbacks?|newest|oldest|most voted|view all comments|view all \d+ .{0,20}|most recent|top comments?|best|hot|top|most relevant|all comments|chronological)(?:[ |,/]+(?:newest|oldest|most voted|best|inline feedbacks?))*|(?:sort(?:ed)? by|order by|sort)\b.{0,30}|subscribe (?:to|by) comments?.{0,30}|join the (?:discussion|conversation).{0,20}|start the discussion.{0,10}|recommend(?: \d+)?|new comments? (?:first|follow.{0,20})|(?:newest|oldest) first|disqus.{0,30}|.{0,30}disqus|community|login with.{0,40}", "thread"),
    _row("a comment form", BlockRole.NAVIGATION,
         r"(?:leave|add|post|write|submit|make|drop)(?: (?:a|your|us a|the))?(?: new| first| public)? (?:comment|reply|response|thought)s?(?: (?:here|below|now|cancel.{0,20}|to .{0,60}))?[.:!]?|(?:be the )?first to (?:comment|reply).{0,40}|your e-?mail address will not be.{0,80}|required fields.{0,30}|(?:name|e-?mail|website|comment|your (?:name|comment|e-?mail))(?: ?\*| \(required\)| \(optional\))?:?|save my name.{0,100}|would love your thoughts.{0,30}|you must be logged in.{0,40}|(?:log ?in|sign in|register)(?: or (?:register|sign up))? to (?:comment|reply|post).{0,30}|cancel reply|comments? (?:are|is|do|reflect|represent|must|will) .{3,100}|comments? (?:policy|rules|guidelines).{0,60}|notify me .{0,80}|post comment|submit", "weak_thread"),
    _row("a comment's buttons", BlockRole.NAVIGATION,
         rf"[•·|\s\d−–+-]*+(?:{_REACT}[\s•·|,(0-9)›-]*){{1,6}}(?:\d+ ?(?:[smhdwy]|min|hrs?|days?|weeks?|months?|years?)(?: ago)?)?(?: · edited)?|[+-]?\d{{1,4}}|[-−–] ?\+|[+−⚑▲▼👍👎✓x×|/ ·•]+|reply to .{{2,40}}|(?:show|hide|view|load|see) (?:\d+ )?(?:more |all |previous |older )*(?:repl(?:y|ies)|comments?)(?: \(?\d+\)?)?|reply with quote|(?:facebook )?comments plugin|see (?:more|translation)|last edited .{{0,80}}|edited|top fan"),
    _row(MEMBER_CARD, BlockRole.NAVIGATION,
         r"(?:join(?:ed)?(?: date)?|posts?|location|reputation|rep power|thanks(?: given| received)?|messages|likes received|points|trophy points)\s*: ?.{1,60}|(?:junior|senior|new|registered|active|veteran|full|advanced|banned|super|premium)(?: forum)? (?:member|user|moderator|poster)|member|moderator|guest|newbie|thread starter|offline|online|#\d+|re: .{3,100}"),
    # other pages
    _row("a link to the previous or next page", BlockRole.RELATED,
         r"(?:[\"«‹<←]\s*)?(?:previous|next|prev|older|newer) (?:article|post|story|news|page)\b.{0,200}|(?:previous|prev|next)\s?: .{3,200}|[«‹←] .{3,150}|.{3,150} [»›→]", "close"),
    _row("a list of other pages", BlockRole.RELATED,
         r"(?:more|related|similar|recommended|popular|latest|recent|trending|top|other|featured|further)(?: (?:on|from|in|about))?(?: (?:this|the|our|your))?(?: \w+){0,2} ?(?:topics?|articles?|posts?|stor(?:y|ies)|news|videos?|content|links?|reading|coverage|items?|headlines|section|analysis|reports?|comments|entries|category|author)(?: .{0,30})?:?|related(?: to this)?:?|(?:you (?:may|might)|people|readers) also (?:like|read|be interested|enjoy).{0,40}|(?:recommended|suggested|picked)(?: for you| by.{0,20})?:?|most (?:read|popular|viewed|commented|shared|recent|watched)(?: .{0,30})?:?|trending(?: now)?:?|don'?t miss.{0,20}|editors?'?s? (?:picks?|choice):?|more (?:from|on|about) (?-i:[A-Z])[^.!?]{2,50}|what to (?:read|watch) next.{0,10}|in (?:this section|other news):?|also (?:on|in) .{2,40}|see also:?|(?:read|learn|find out) more:?|up next|keep reading|continue reading", "list"),
    _row("a list of other pages, in another language", BlockRole.RELATED,
         r"(?:weitere|mehr|ähnliche|verwandte|empfohlene|passende|aktuelle|neueste|andere|meistgelesene?) (?:artikel|beiträge|themen|infos?|informationen|nachrichten|news|meldungen|tipps|texte|links|storys|zum thema|zu .{2,40}|von .{2,40}|aus .{2,40})(?: .{0,40})?:?|(?:das könnte|könnte) .{0,20}(?:auch )?(?:interessieren|gefallen).{0,10}|auch interessant:?|lesen sie (?:auch|hier|mehr|dazu|weiter).{0,160}|mehr (?:dazu|lesen|erfahren|anzeigen).{0,60}|(?:zum|lies|siehe) (?:auch|thema)\b.{0,120}|weiterlesen.{0,60}|(?:à )?lire (?:aussi|également|la suite).{0,160}|(?:articles?|sujets?) (?:liés|similaires|connexes|récents)|sur le même (?:sujet|thème)|(?:dans|à) la même (?:rubrique|catégorie)|te puede interesar.{0,60}|(?:lea|leer|lee|vea) (?:también|más|además).{0,160}|(?:noticias|artículos) (?:relacionad[oa]s|recientes)|más (?:noticias|información|sobre .{2,40})|leggi anche.{0,160}|(?:potrebbe|ti potrebbero) .{0,30}interessare.{0,20}|(?:articoli|notizie) correlat[ie]|leia (?:também|mais).{0,160}|читайте также.{0,160}|(?:похожие|связанные) .{2,30}|czytaj (?:także|też|więcej).{0,160}|lees ook.{0,160}", "list"),
    _row("a comment layer's own words, in another language", BlockRole.NAVIGATION,
         r"(?:\d+ |keine |ein )?(?:kommentare?|antworten|reaktionen|leserkommentare|leserbriefe|commentaires?|réactions|comentarios?|respuestas|commenti|комментари[ийев]+|komentarz[ey]?|reacties)(?: (?:zu|auf|sur|en|a|su|к)\b.{0,160})?(?: ?\(\d+\)|: ?\d+)?:?|kommentar(?:e)? (?:schreiben|verfassen|hinterlassen|abgeben|hinzufügen|abbrechen)|schreib(?:e|en sie)? (?:einen|uns).{0,40}kommentar.{0,20}|antwort(?:en)?(?: abbrechen| auf .{0,40})?|laisser un commentaire|répondre(?: à .{0,40})?|ajouter un commentaire|réagir|deja (?:un comentario|una respuesta).{0,30}|responder|rispondi|lascia un commento|ответить|odpowiedz", "thread"),
    _row("share and credit lines in another language", BlockRole.NAVIGATION,
         r"(?:artikel |beitrag |seite )?(?:teilen|drucken|merken|empfehlen|weiterempfehlen|twittern|weiterleiten|versenden|speichern|vorlesen)(?: (?:auf|per|via|mit|sie|diesen)\b.{0,60})?|(?:teilen|drucken|merken|mailen|pinnen|facebook|twitter|whatsapp)(?:[ ,|/·]+(?:teilen|drucken|merken|mailen|pinnen|facebook|twitter|whatsapp|e-mail))+|partager.{0,60}|compartir.{0,60}|condividi.{0,40}|поделиться.{0,40}|(?:schlagworte|schlagwörter|stichworte|kategorien?|themen|tags|mots[- ]clés|etiquetas|теги)\s*:.{0,200}|zurück(?: zur? .{2,40})?|(?:nach oben|zum seitenanfang|startseite|suche|menü|anmelden|newsletter abonnieren)"),
    _row("a pointer to one other page", BlockRole.RELATED,
         r"(?:read|see|watch|check|listen)(?: (?:also|more|next|too|out))?\s*(?::|>>+|»|\|)\s?.{3,200}|(?:read|see|watch) (?:also|more|next)\b.{3,200}|(?:also|further) (?:read|see|reading|on)\b.{2,200}|(?:related|see also|more|don'?t miss)\s*(?::|>>|\|) ?.{5,200}|(?:click|tap) here (?:to|for) .{3,120}|>>+ .{3,200}"),
    # the small print
    _row("a blog's small print", BlockRole.BOILERPLATE,
         r"%d bloggers? like this:?|\d+ bloggers? like this:?|like this:|like loading\.*|powered by .{2,60}|.{0,40}\bwordpress(?:\.com)?\b.{0,40}|theme:? .{2,60}|create a (?:free )?website.{0,60}", "close"),
    _row("a copyright line", BlockRole.BOILERPLATE,
         r"(?:©|\(c\)|copyright\b).{0,200}|.{0,120}all rights reserved.{0,80}|(?:19|20)\d\d ?© ?.{0,80}", "close"),
    _row("a link to the original", BlockRole.BOILERPLATE,
         r"(?:source ?: .{2,60}[.|] )?(?:link to |read |view |see |via )?(?:the )?original(?:ly)?(?: (?:article|story|post|source|link|text|version|report))?(?: (?:here|at|on).{0,120})?:?(?: ?https?://\S+)?|(?:this|the) (?:article|story|post|piece|report|item|content|text) (?:was |has been |is )?(?:originally |first )?(?:published|appeared|posted|republished|reproduced|reprinted|taken)\b.{0,200}|(?:re)?(?:published|printed|posted) (?:with|by) (?:the )?(?:kind )?permission.{0,120}", "close"),
    _row("legal text and cookies", BlockRole.BOILERPLATE,
         r".{0,120}\b(?:uses?|using|accept(?:ing)?|manage|our|consent to)\b.{0,30}\bcookies?\b.{0,200}|cookies? (?:policy|settings|preferences|notice)|accept(?: all)?|(?:i )?(?:agree|got it|decline|reject all)|(?:privacy|terms|legal|disclaimer|imprint|contact(?: us)?|about(?: us)?|advertise(?: with us)?|sitemap|careers|accessibility|faqs?)(?: (?:policy|of (?:use|service)|and conditions|& conditions|notice|statement))?(?:[ |/·•-]+(?:privacy|terms|legal|contact|about|advertise|cookies?|sitemap|rss|disclaimer)[\w ]{0,20})*|.{0,120}(?:do not|don'?t|does not) (?:necessarily )?(?:reflect|represent) .{0,120}|(?:disclaimer|correction policy|editor'?s? disclaimer)\s*:.{0,400}|(?:the )?(?:opinions?|views?|comments?)\b.{3,60}\b(?:are not|do not|not those|responsib).{0,100}|.{2,60}\breserves? the right to .{3,80}|(?:please )?enable javascript.{0,80}|your browser .{0,80}"),
    # the article's own small parts
    _row("an illustration's label", BlockRole.CAPTION,
         rf"(?:illustrat(?:ive|ion)|file|archive|stock|undated|representational|representative|screen ?grab|hand ?out)(?: |-)?(?:{_PHOTO})?s?\b.{{0,120}}|.{{0,160}}\(?(?:file|archive|illustrative|hand ?out) {_PHOTO}\)?\.?|.{{0,200}}\bclick (?:here )?to (?:see|view|enlarge|expand|open|zoom)\b.{{0,60}}|.{{0,160}}\((?:illustrative|archive|file|illustration|screenshot|stock)\)\.?|.{{3,160}}[.,] (?:archive|illustration|stock|file)(?: {_PHOTO})?\.?|.{{3,200}}[.] [\w' -]{{0,24}}{_PHOTO}\.?|.{{3,200}}[.,;] (?:still|screenshot|frame|grab) from .{{2,60}}|\[{_PHOTO}s?: .{{3,200}}\]|(?:see|view) (?:full|larger|full-size) (?:{_PHOTO}|size).{{0,20}}"),
    _row("a credit for a picture", BlockRole.CAPTION,
         rf"{_PHOTO}s?(?: (?:by|from|via|courtesy(?: of)?|credits?|source|copyright))? ?[:/©] ?.{{2,160}}|{_PHOTO}s? (?:by|courtesy(?: of)?|credits?) .{{2,80}}|credits? ?[:/] ?.{{2,80}}|.{{3,240}}[.,;)] {_PHOTO}s? ?: ?.{{2,60}}|.{{0,260}}[\[(](?:{_PHOTO}s?(?: (?:by|credit|courtesy|source))?:? ?)?[\w .'&-]{{0,40}}/ ?[\w .'&-]{{2,40}}[\])]\.?|.{{0,260}}[\[(]{_PHOTO}s?(?: (?:by|credit|courtesy|source))?:? [\w .'/&-]{{2,60}}[\])]\.?|.{{0,200}}[/©] ?{_AGENCY}(?: {_PHOTO}s?)?\.?|.{{0,160}}\(?(?:{_AGENCY}) {_PHOTO}\)?|{_AGENCY} via {_AGENCY}"),
    _row("a gallery's label", BlockRole.CAPTION,
         rf"(?:watch|{_PHOTO}s?|photo gallery|gallery|slide ?show|play {_PHOTO})(?: ?[:|].{{0,160}})?|(?:open|view|expand|enlarge) (?:{_PHOTO}s?|gallery)(?: in .{{2,30}})?|{_PHOTO} \d+ of \d+.{{0,120}}|\d+ (?:of|/) \d+ {_PHOTO}s?"),
    _row("an embedded post's label", BlockRole.EMBED,
         r"(?:(?:view|see|watch|open)(?: (?:image|photo|video|tweet|post|this|media|more|the))*(?: (?:post|tweet|photo|video|image|profile|thread))? (?:on|in|at) (?:twitter|x|instagram|facebook|telegram|tik ?tok|you ?tube|vk|threads))+|embedded (?:tweet|post|video|content).{0,40}", "embed"),
    _row("an embedded post's signature", BlockRole.EMBED,
         r"(?:a (?:post|photo|video) shared by|tweet by|posted by) .{2,60}@.{2,40}|[—–-]+ ?.{2,60}\(@\w+\).{0,40}|\W{0,4}[\w .'-]{0,40}\(?@\w{2,30}\)?\s?: .{5,400}|@\w{2,30}|.{2,50} \(?@\w{2,30}\)?(?: [·•] .{2,30})?|pic\.twitter\.com/\w+|.{0,300}pic\.twitter\.com/\w+|https?://(?:t\.co|t\.me|twitter\.com|x\.com|youtu\.be|(?:www\.)?(?:youtube|facebook|instagram)\.com)/\S+"),
    _row("a line of authors", BlockRole.BYLINE,
         r"(?:(?:(?:re)?posted|written|reported|reporting|report|edited|editing|compiled|translated|text|words|story|analysis|opinion|published|authored|additional reporting|contributed)(?: and (?:\w+))? by|by)\b:? (?=\S)(?:(?! (?:is|are|was|were|has|have|will|had|said) ).){2,120}|authors?\s*: ?.{2,80}|\((?:reporting|additional reporting|editing|writing|compiled) .{3,300}\)"),
    _row("a source line", BlockRole.DATELINE,
         r"(?:news )?(?:source|agenc(?:y|ies)|via|origin)s?\s*[:=/] ?(?:https?://)?[^.!?]{2,60}(?:\.(?:com|net|org|info|tv|press|\w\w)\S{0,80})?\.?|[-–—] ?(?:with )?(?:afp|ap|reuters|xinhua|dpa|tass|agencies|sana|irna|anadolu|upi|efe|ani|pti|interfax)(?: and .{2,30})?|\(?(?:with (?:input|inputs|files|reports?) from|agencies contributed).{2,60}\)?"),
)  # fmt: skip

APPEAL = Furniture("an appeal", BlockRole.PROMO, re.compile("(?!)"))
"""Paragraphs that ask for money, addresses or shares, and the lines that head them: found by `appeals`."""

_APPEALS = 20
_ASKS = re.compile(
    r"(?i)\b(?:donat\w+|paypal|patreon|gofundme|crowdfund\w*|bitcoin|subscrib\w+|iban|fundrais\w+|your support|support us|"
    r"contribut(?:e|ions?) (?:to us|here|today|now)|become a member|newsletter|sign up|credit card|help us|"
    r"save (?:us|them)|share (?:this|it) with)\b"
)


def appeals(lines: Sequence[Line]) -> set[int]:
    """Return which lines are appeals: three different words of asking, or two in no newsroom's voice."""
    whole: list[str] = []
    for line in lines:
        if line.size >= 12 and len(whole) < _APPEALS:
            asked = len({match[0].casefold() for match in _ASKS.finditer(line.text)})
            if asked >= 3 or (asked == 2 and register.judge(line)[0] > -0.5):
                whole.append(line.key)
    return {
        i for i, line in enumerate(lines) if whole and line.size >= 3 and any(key.startswith(line.key) for key in whole)
    }


_BY = re.compile(r"(?i:by|written by|posted by|reported by|reporting by|edited by|from)\b:? ?(?:@?[A-Z0-9]|the )")
_REACH = 420
_NEEDS: dict[str, tuple[str, ...]] = {
    "a credit for a picture": ("/", "©", "photo", "image", "picture", "pic", "video", "footage", "map", "graphic", "screen",
                               "illustration", "credit", " via "),
    "an illustration's label": ("photo", "image", "video", "still", "frame", "illustrat", "file", "archive", "stock", "undated", "represent", "grab", "hand", "click", "full",
                                "larger"),
    "legal text and cookies": ("cookie", "accept", "agree", "got it", "decline", "reject", "privacy", "terms", "legal", "imprint", "opinion", "view", "comment", "reserve",
                               "disclaim", "contact", "about", "advertise", "sitemap", "careers", "accessib", "faq",
                               "reflect", "represent", "policy", "javascript", "browser"),
    "a call to subscribe": ("subscri", "sign", "register", "get", "mail", "inbox"),
}  # fmt: skip
"""Words without which a row that begins with anything at all need not be tried: such rows are slow."""
_ANY = re.compile("|".join(f"({row.pattern.pattern})" for row in TABLE if row.name not in _NEEDS), re.I)
"""All other rows in one pattern: most lines are no furniture, and are asked once."""
_SLOW = tuple((_NEEDS[row.name], row.pattern) for row in TABLE if row.name in _NEEDS)


def rows(lines: Sequence[Line]) -> list[Furniture | None]:
    """Return for each line the row that knows it, or None."""
    asking = appeals(lines)
    return [APPEAL if i in asking else furniture(line) for i, line in enumerate(lines)]


def _of_pieces(line: Line) -> Furniture | None:
    """A bar of several widgets, set apart by wide blanks: what opens a thread speaks for the whole, else the first."""
    if any(len(piece.split()) > 6 for piece in line.pieces):
        return None
    found = [row for piece in line.pieces if (row := _of_text(piece)) is not None]
    return next((row for row in found if row.opens == "thread"), found[0] if found else None)


def furniture(line: Line) -> Furniture | None:
    """Return the first row that matches the whole of `line`, or None. Lines longer than a caption never match."""
    row = _of_text(line.text)
    return row if row is not None or len(line.pieces) < 2 else _of_pieces(line)


def _of_text(text: str) -> Furniture | None:
    if len(text) > _REACH:
        return None
    if _ANY.fullmatch(text) is None:
        small = text.lower()
        for words, pattern in _SLOW:
            if any(word in small for word in words) and pattern.fullmatch(text) is not None:
                break
        else:
            return None
    for row in TABLE:
        if row.pattern.fullmatch(text) is not None:
            if row.role is BlockRole.BYLINE and _BY.match(text) is None and text[:1] not in "(aA":
                continue
            return row
    return None
