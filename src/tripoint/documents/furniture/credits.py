"""Rows for the article's own small parts: captions, embedded posts, credits."""

from __future__ import annotations

from tripoint.documents.furniture.row import AGENCY, MONTH, PHOTO, Furniture, row
from tripoint.model import BlockRole

AUTHOR = row(
    "who the author is",
    BlockRole.BYLINE,
    r"(?-i:(?:(?:Dr|Prof)\.? )?[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}) is (?:an?|the) (?:[\w'-]+ ){0,5}"
    r"(?:fellow|analyst|researcher|professor|journalist|reporter|correspondent|writer|columnist|editor|scholar|"
    r"lecturer|historian|commentator|consultant)\b.{0,160}",
)
"""Who wrote it, told in a sentence of its own: below the article it is small print."""

ROWS: tuple[Furniture, ...] = (
    row(
        "an illustration's label",
        BlockRole.CAPTION,
        rf"(?:illustrat(?:ive|ion)|file|archive|stock|undated|representational|representative|screen ?grab|"
        rf"hand ?out)(?: |-)?(?:{PHOTO})?s?\b.{{0,120}}|.{{0,160}}\(?(?:file|archive|illustrative|"
        rf"hand ?out) {PHOTO}\)?\.?|.{{0,200}}\bclick (?:here )?to (?:see|view|enlarge|expand|open|"
        rf"zoom)\b.{{0,60}}|.{{0,160}}\((?:illustrative|archive|file|illustration|screenshot|stock)\)\.?|"
        rf".{{3,160}}[.,] (?:archive|illustration|stock|file)(?: {PHOTO})?\.?|"
        rf".{{3,200}}[.] [\w' -]{{0,24}}{PHOTO}\.?|.{{3,200}}[.,;] (?:still|screenshot|frame|"
        rf"grab) from .{{2,60}}|(?:a |an )?(?:satellite |aerial |general )?(?:map|view|{PHOTO}) (?:of|showing) "
        rf"[^.!?]{{3,90}}|"
        rf"\[{PHOTO}s?: .{{3,200}}\]|(?:see|view) (?:full|larger|"
        rf"full-size) (?:{PHOTO}|size).{{0,20}}",
    ),
    row(
        "a credit for a picture",
        BlockRole.CAPTION,
        rf"{PHOTO}s?(?: (?:by|from|via|courtesy(?: of)?|credits?|source|copyright))? ?[:/©] ?.{{2,160}}|"
        rf"{PHOTO}s? (?:by|courtesy(?: of)?|credits?) .{{2,80}}|credits? ?[:/] ?.{{2,80}}|"
        rf".{{3,240}}[.,;)] {PHOTO}s? ?: ?.{{2,60}}|.{{0,260}}[\[(](?:{PHOTO}s?(?: (?:by|credit|courtesy|"
        rf"source))?:? ?)?[\w .'&-]{{0,40}}/ ?[\w .'&-]{{2,40}}[\])]\.?|"
        rf".{{0,260}}[\[(]{PHOTO}s?(?: (?:by|credit|courtesy|source))?:? [\w .'/&-]{{2,60}}[\])]\.?|"
        rf".{{0,200}}[/©] ?{AGENCY}(?: {PHOTO}s?)?\.?|.{{0,160}}\(?(?:{AGENCY}) {PHOTO}\)?|"
        rf"{AGENCY} via {AGENCY}|"
        rf".{{12,240}}\b{MONTH} \d{{1,2}},? (?:19|20)\d\d\. ?(?-i:[A-Z][A-Z. ]{{1,40}}(?:/[A-Z][\w. '-]{{1,40}})?)",
    ),
    row(
        "a gallery's label",
        BlockRole.CAPTION,
        rf"(?:watch|{PHOTO}s?|photo gallery|gallery|slide ?show|play {PHOTO})(?: ?[:|].{{0,160}})?|"
        rf"(?:open|view|expand|enlarge) (?:{PHOTO}s?|gallery)(?: in .{{2,30}})?|"
        rf"{PHOTO} \d+ of \d+.{{0,120}}|\d+ (?:of|/) \d+ {PHOTO}s?",
    ),
    row(
        "an embedded post's label",
        BlockRole.EMBED,
        r"(?:(?:view|see|watch|open)(?: (?:image|photo|video|tweet|post|this|media|more|the))*(?: (?:post|"
        r"tweet|photo|video|image|profile|thread))? (?:on|in|at) (?:twitter|x|instagram|facebook|telegram|"
        r"tik ?tok|you ?tube|vk|threads))+|embedded (?:tweet|post|video|content).{0,40}",
        "embed",
    ),
    row(
        "an embedded post's signature",
        BlockRole.EMBED,
        r"(?:a (?:post|photo|video) shared by|tweet by|posted by) .{2,60}@.{2,40}|"
        r"[—–-]+ ?.{2,60}\(@\w+\).{0,40}|\W{0,4}[\w .'-]{0,40}\(?@\w{2,30}\)?\s?: .{5,400}|@\w{2,30}|"
        r".{2,50} \(?@\w{2,30}\)?(?: [·•] .{2,30})?|pic\.twitter\.com/\w+|.{0,300}pic\.twitter\.com/\w+|"
        r"https?://(?:t\.co|t\.me|twitter\.com|x\.com|youtu\.be|"
        r"(?:www\.)?(?:youtube|facebook|instagram)\.com)/\S+",
    ),
    row(
        "a line of authors",
        BlockRole.BYLINE,
        r"(?:(?:(?:re)?posted|written|reported|reporting|report|edited|editing|compiled|translated|text|"
        r"words|story|analysis|opinion|published|authored|additional reporting|"
        r"contributed)(?: and (?:\w+))? by|by)\b:? (?=\S)(?:(?! (?:is|are|was|were|has|have|will|had|"
        r"said) ).){2,120}|"
        r"(?-i:[A-Z][A-Z .,'-]{2,30}) ?[|/·•] ?by (?=\S).{2,80}|authors?\s*: ?.{2,80}|"
        r"\((?:reporting|additional reporting|editing|writing|"
        r"compiled) .{3,300}\)|"
        r"(?:text|words|story|report|author)s? ?: ?(?-i:[A-Z]\w+(?: [A-Z][\w'-]+){1,3}).{0,80}|"
        r"an? (?:essay|report|analysis|investigation|commentary|dispatch) by (?-i:[A-Z]\w+(?: [A-Z][\w'-]+){1,3})",
    ),
    AUTHOR,
    row(
        "a source line",
        BlockRole.DATELINE,
        r"(?:news )?(?:source|agenc(?:y|ies)|via|origin)s?\s*[:=/] ?(?:https?://)?[^.!?]{2,60}(?:\.(?:com|"
        r"net|org|info|tv|press|\w\w)\S{0,80})?\.?|[-–—] ?(?:with )?(?:afp|ap|reuters|xinhua|dpa|tass|"
        r"agencies|sana|irna|anadolu|upi|efe|ani|pti|interfax)(?: and .{2,30})?|"
        r"\(?(?:with (?:input|inputs|files|reports?) from|agencies contributed).{2,60}\)?",
    ),
)
