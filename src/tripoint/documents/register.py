"""Who speaks in a line: a newsroom or a reader. A literal table of named features, each with its weight.

Positive weights speak for a reader's comment, negative ones for an article. Words inside quotation marks do not
count for a reader: articles quote people. Patterns begin with the marks that they are about, and look back from there:
so most of a line is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from tripoint.documents.alternatives import by_first_letter
from tripoint.documents.line import Line
from tripoint.model import Reason

_QUOTED = re.compile(r'"[^"]{1,600}"')
_CHAT = (
    r"lol|lmao|rofl|ha(?:ha)+h?|he(?:he)+|yep|yup|yeah|yea|nope|nah|omg|wtf|btw|imo|imho|tbh|ok|okay|"
    r"wow|hey|hi|hello|dude|"
    r"bro|man|guys|folks|damn|dang|hell|gonna|wanna|gotta|kinda|sorta|cuz|coz|u|ur|r|pls|plz|thx|thanks|cheers|amen|"
    r"bravo|kudos|sigh|duh|meh|hmm+|oh|ah|ugh|yay|bs|fyi|afaik|smh|stfu|fx|maybe|anyway|well said|good riddance|rip"
)
_INSULT = (
    r"idiots?|idiotic|morons?|stupid|crap|bullshit|shit|shitty|fools?|foolish|dumb|dumbed|liars?|"
    r"trolls?|clowns?|scum|pathetic|"
    r"retard(?:s|ed)?|ass(?:hole)?s?|bastards?|losers?|garbage|rubbish|nonsense|brain ?dead|brainwashed|"
    r"sheep|sheeple|shills?|"
    r"coward(?:s|ly)?|cockroach(?:es)?|rats?|pigs?|dogs?|vermin|filth(?:y)?|disgusting|ridiculous|"
    r"laughable|bloody|fuck\w*|"
    r"goddamn|zio\w*|headchopp\w*|presstitutes?|psychopaths?|imbeciles?|hypocrit\w+|shame|dickheads?|"
    r"evil|satanic|devils?"
)
_UNAPOSTROPHED = (
    r"dont|cant|wont|didnt|doesnt|isnt|arent|wasnt|werent|havent|hasnt|hadnt|couldnt|shouldnt|wouldnt|"
    r"aint|thats|whats|hes|"
    r"shes|theyre|youre|youve|theyve|ive|im|theres|heres|lets|whos|its not|its all|its just|its about"
)
_ATTRIBUTION = (
    r"said|says|told|announced|reported|reportedly|stated|according to|confirmed|claimed|added|noted|"
    r"quoted|citing|cited|"
    r"spokes(?:man|woman|person)|sources?|statement|correspondent|observatory|ministry|officials?|"
    r"news agency|press release"
)
_WHEN = (
    r"(?:on|late|early|last|since|by|until)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"\s+(?:morning|evening|night|afternoon)|\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|"
    r"may|june|july|august|"
    r"september|october|november|december)|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|"
    r"december)\s+\d{1,2}\b|(?:earlier|later) (?:this|in the|on) |last (?:week|month|"
    r"year)|in the (?:course|wake|early hours) of|"
    r"meanwhile|at the same time"
)


_ANY_CASE = "(?i)"
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a line: how often it counts at most, what each time weighs, and what it shows, in a sentence.

    `lower`: the pattern is of small letters and looked for in the line set in them, which is three times as fast as
    looking for letters of either case.
    """

    name: str
    weight: float
    most: int
    pattern: re.Pattern[str]
    sentence: str
    quoted: bool = False
    lower: bool = False

    def times(self, line: str, small: str) -> int:
        """Return how often a line, also given in small letters, shows it, up to the most that counts."""
        text = small if self.lower else line
        if self.pattern.search(text) is None:  # most lines by far
            return 0
        return sum(1 for _ in islice(self.pattern.finditer(text), self.most))


def row(name: str, weight: float, most: int, pattern: str, sentence: str, *, quoted: bool = False) -> Feature:
    """Return a feature."""
    lower = pattern.startswith(_ANY_CASE)
    if lower:
        pattern = _CAPITAL.sub(lambda letter: letter[0].lower(), pattern.removeprefix(_ANY_CASE))
    return Feature(name, weight, most, re.compile(pattern), sentence, quoted, lower)


TABLE: tuple[Feature, ...] = (
    row("second person", 1.0, 3, r"(?i)\b(?:you|your|yours|yourself|you're|you'll|ya|u|ur)\b", "it speaks to someone"),
    row("first person", 0.8, 3, r"\b(?:I|I'm|I've|I'd|I'll|[Mm]y|[Mm]e|[Mm]yself)\b", "someone speaks for himself"),
    row("chat word", 1.2, 2, rf"(?i)\b(?:{by_first_letter(_CHAT)})\b(?!-)", "it uses a word of chat"),
    row("insult", 1.2, 2, rf"(?i)\b(?:{by_first_letter(_INSULT)})\b", "it insults"),
    row(
        "no apostrophe",
        1.2,
        2,
        rf"(?i)\b(?:{by_first_letter(_UNAPOSTROPHED)})\b",
        "a contraction lacks its apostrophe",
    ),
    row("small start", 1.2, 1, r"^[a-z](?!\w*[-.@/])", "it starts with a small letter"),
    row("exclamation", 1.0, 2, r"!", "it exclaims"),
    row(
        "doubled marks",
        0.9,
        2,
        r"[!?.…](?:(?<=[!?])[!?]+|(?<=\.)\.{3,}|(?<=…)\.|(?<=\w\.)\.\.\w|(?<=\w…)\w)",
        "marks are doubled or run on",
    ),
    row("trailing dots", 0.4, 1, r"(?:\.{3}|…)\s*$", "it trails off"),
    row("question", 0.6, 2, r"\?", "it asks"),
    row(
        "emoticon",
        1.3,
        1,
        r"[:;<?\u2600-\u27bf\U0001f300-\U0001faff]"
        r"(?:(?<=[:;])-? ?[)(DPp](?:\s|$)|(?<=[\u2600-\u27bf\U0001f300-\U0001faff])|(?<=\?)♂|(?<=<)3\b)",
        "it holds an emoticon",
    ),
    row(
        "loose spacing",
        0.7,
        2,
        r"[ ,.](?:(?<=\w ),(?=\w|\s)|(?<=\w )[.!?](?:\s|$)|(?<=[a-z],)[a-zA-Z]|(?<=[a-z]\.)[A-Z][a-z])",
        "marks are spaced loosely",
    ),
    row("shouting", 0.8, 1, r"(?:\b[A-Z]{2,}\b[ ,.!]+){3,}\b[A-Z]{2,}", "it shouts"),
    row(
        "advice",
        0.6,
        2,
        r"(?i)\b(?:should|must|ought to|need to|needs to|let's|let us|better|hope(?:fully)?|wish)\b|"
        r"^May the\b",
        "it gives advice or wishes",
    ),
    row(
        "opinion",
        0.8,
        1,
        r"(?i)\b(?:i (?:think|guess|believe|agree|doubt|mean)|my (?:take|opinion|guess|view)|probably|"
        r"obviously|of course|no doubt|it seems|sounds like|looks like|in other words)\b",
        "it weighs an opinion",
    ),
    row(
        "good or bad",
        0.6,
        1,
        r"(?i)^(?:this is |that is |that's |what an? |very |so |how )?(?:good|great|excellent|nice|bad|sad|"
        r"terrible|interesting|impressive|true|exactly|right|wrong|agreed)\b",
        "it opens with a verdict",
    ),
    row(
        "about the article",
        1.2,
        1,
        r"(?i)\b(?:this|the|your|nice|great|good) (?:article|author|headline|comment|post|report|piece|"
        r"writer|map)\b",
        "it speaks about the article",
    ),
    row(
        "answer",
        0.6,
        1,
        r"(?i)^(?:yes|no|well|so|but|and|or|because|again|sure|sorry|actually|just|why|who|what|how|when|"
        r"where|if)\b,?",
        "it opens like an answer",
    ),
    row(
        "attribution",
        -0.9,
        3,
        rf"(?i)\b(?:{by_first_letter(_ATTRIBUTION)})\b",
        "it attributes what it tells",
        quoted=True,
    ),
    row("when", -0.8, 2, rf"(?i)\b(?:{_WHEN})\b", "it tells when", quoted=True),
    row("spelled-out initials", -1.0, 2, r"\b[A-Z][\w'-]+ \([A-Z]{2,6}s?\)", "it spells out initials for its readers"),
    row("quotation", -0.9, 2, r'"[^"]{25,}"', "it quotes someone at length", quoted=True),
    row(
        "dateline",
        -2.0,
        1,
        r"^[A-Z][A-Z .,'/-]{2,40}(?:\([^)]{2,30}\)|, [A-Z][a-z]{2,8}\.? \d{1,2})?\s*(?:-{1,2}|:)\s",
        "it opens with a dateline",
        quoted=True,
    ),
    row(
        "figures",
        -0.4,
        2,
        r"\b\d[\d,.]*\s+(?:km|kilometers?|kilometres?|miles|people|civilians|fighters|soldiers|troops|"
        r"servicemen|militants|terrorists|percent|%)",
        "it gives figures with units",
        quoted=True,
    ),
    row(
        "title and name",
        -0.4,
        2,
        r"\b(?:President|Minister|General|Gen\.|Colonel|Col\.|Commander|Spokesman|Secretary|Prime Minister|"
        r"Deputy|Head of|Governor) (?:of )?[A-Z]",
        "it names someone with his title",
        quoted=True,
    ),
)


def judge(line: Line) -> tuple[float, tuple[Reason, ...]]:
    """Return how much `line` sounds like a reader (above 0) or a newsroom (below 0), with the features that spoke."""
    bare = _QUOTED.sub(" ", line.text)
    whole, small = line.text.lower(), bare.lower()
    total = 0.0
    reasons: list[Reason] = []
    for row in TABLE:
        count = row.times(line.text, whole) if row.quoted else row.times(bare, small)
        if count:
            total += row.weight * count
            reasons.append(Reason(name=row.name, score=max(-1.0, min(1.0, row.weight)), sentence=row.sentence))
    if line.size >= 30 and not any(reason.score > 0 for reason in reasons):
        total -= 0.8
        reasons.append(
            Reason(name="long and plain", score=-0.8, sentence="a long paragraph with nothing of a reader's")
        )
    return total, tuple(reasons)


INFORMAL = frozenset(
    {"chat word", "insult", "no apostrophe", "small start", "doubled marks", "emoticon", "loose spacing", "shouting",
     "exclamation", "about the article"}
)  # fmt: skip
"""Features that an article's own prose hardly ever shows: a thread without any header needs some of them."""
