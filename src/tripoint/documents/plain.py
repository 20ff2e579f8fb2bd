"""Text that lost its tags: what each line is, from its wording, its place, its repetitions and its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tripoint.documents import dates, furniture, names, thread
from tripoint.documents.furniture import Furniture
from tripoint.documents.line import Line
from tripoint.model import BlockRole
from tripoint.resources import outlets
from tripoint.text import clean

_STAFF = re.compile(
    r"(?i)\b(?:staff|correspondents?|reporters?|editors?|editorial|desk|bureau|admin|newsroom|contributors?|agencies|account|"
    r"writers?|author|columnist|analyst|team)\b"
)
_DATED = re.compile(
    r"(?i)(?:first |last )?(?:published|posted|updated|modified|created|added|issued|date|time|edited)"
    r"(?: on| at| date| time)?\b ?[:|-]?"
)
_PLACE_LINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}(?:\([\w .,:-]{2,30}\)|,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s*[-:]{0,2}")
_OPENING = re.compile(
    r"^[A-Z][A-Z .,'/-]{2,50}(?:\([^)]{2,30}\))?\s*-{1,2}\s|^[A-Z][\w .,'/-]{2,40}\([\w ]{2,20}\)\s*-{1,2}\s"
)
_TAGLINE = re.compile(r" [-|\"·] ")
_MORE = re.compile(
    r"(?i)(?:read|see|learn|find out|show|view) more(?: ?(?:\.\.\.|…|»|>+|→))?|continue reading.{0,60}|more(?:\.\.\.|…)"
)


_PARTS = 60
"""A page of more articles than this is a list of them: what follows stays with the last."""
_QUOTES = 400


@dataclass(slots=True)
class State:
    """Where in the page the reading stands. `where`: head, lead, body, list, embed or closed."""

    part: int = 0
    where: str = "head"
    headline: str = ""
    since: set[BlockRole] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The role and the article of each line (part 0: of no article)."""

    roles: list[BlockRole]
    parts: list[int]


def label(lines: Sequence[Line], *, title: str | None = None) -> Labelled:
    """Say what each line is. `title` is what a manifest or a table calls the page."""
    known = furniture.rows(lines)
    voices = thread.listen(lines, known)
    found = thread.find(lines, known, voices)
    begin, end = found if found is not None else (len(lines), len(lines))
    roles, parts = [BlockRole.BLANK] * len(lines), [0] * len(lines)
    outside = [*range(begin), *range(end, len(lines))]
    reader = _Article([lines[i] for i in outside], [known[i] for i in outside], len(lines[:begin]), title)
    for i, role, part in zip(outside, *reader.read(), strict=True):
        roles[i], parts[i] = role, part
    last = max(parts[:begin], default=0) or 1
    inside = slice(begin, end)
    said = thread.label(lines[inside], known[inside], thread.listen(lines[inside], known[inside]))
    for i, role in enumerate(said, begin):
        roles[i], parts[i] = role, last if role in _THREAD else 0
    return Labelled(roles, parts)


_THREAD = frozenset({BlockRole.COMMENT, BlockRole.COMMENT_AUTHOR, BlockRole.EDITOR_REPLY})
NUMBERED = frozenset(
    {BlockRole.HEADLINE, BlockRole.SUBHEADING, BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.BODY, BlockRole.CAPTION,
     BlockRole.PULL_QUOTE, BlockRole.EMBED}
)  # fmt: skip


def key(text: str) -> str:
    """Return `text` for comparison with the key of a line."""
    return re.sub(r"[^\w]+", " ", clean(text).casefold()).strip()


def sentence_like(line: Line) -> bool:
    """Whether a line reads as running text."""
    ends = line.stops and not line.text.endswith(":")
    return (line.size >= 6 and ends) or line.size >= 28 or (_OPENING.match(line.text) is not None and line.size >= 10)


def headline_like(line: Line) -> bool:
    """Whether a line could head an article: a few words, a capital, no full stop."""
    text = line.text
    return (
        2 <= line.size <= 30
        and len(text) <= 240
        and not text.endswith((".", ":", ";", ","))
        and (text[0].isupper() or text[0].isdigit() or not text[0].isascii() or text[0] in "'\"#")
    )


def dated_line(line: Line) -> bool:
    """Whether a line gives nothing but a date, with the words a site puts beside it."""
    text = line.text
    if len(text) > 120:
        return False
    found = dates.first(text)
    if found is None:
        return _DATED.match(text) is not None and line.size <= 6 and any(char.isdigit() for char in text)
    rest = _DATED.sub(" ", text[: found.start] + " " + text[found.end :])
    left = [word for word in re.findall(r"[^\W\d_]{2,}", rest) if word.lower() not in _CLOCK_WORDS]
    return len(left) <= 3 and line.size <= 16


_CLOCK_WORDS = frozenset(
    ["at", "on", "am", "pm", "gmt", "utc", "est", "edt", "cet", "bst", "msk", "the", "by", "local", "time", "and", "in"]
)


class _Article:
    """Reads the lines outside the thread, in order."""

    def __init__(self, lines: list[Line], rows: list[Furniture | None], before: int, title: str | None) -> None:
        self.lines, self.rows, self.before = lines, rows, before
        self.title = key(title or "")
        self.count = Counter(line.key for line in lines if line.key)
        self.state = State()
        self.roles: list[BlockRole] = []
        self.parts: list[int] = []
        self.running = [row is None and sentence_like(line) for line, row in zip(lines, rows, strict=True)]
        self.last_running = max((i for i, runs in enumerate(self.running) if runs), default=-1)
        self.whole = "\n".join(line.key for line, runs in zip(lines, self.running, strict=True) if runs)
        self.headline_at = self._first_headline()
        self.below = [0] * (len(lines) + 1)
        for i in range(len(lines) - 1, -1, -1):
            self.below[i] = self.below[i + 1] + (lines[i].size if self.running[i] else 0)
        self.quotes = _QUOTES

    def read(self) -> tuple[list[BlockRole], list[int]]:
        for i in range(len(self.lines)):
            role = self._role(i)
            self.roles.append(role)
            self.parts.append(max(1, self.state.part) if role in NUMBERED else 0)
            self.state.since.add(role)
        return self.roles, self.parts

    def _first_headline(self) -> int | None:
        """The best candidate above the first running text: called so by the manifest, repeated below, longest."""
        best, best_score = None, 0.0
        for i, line in enumerate(self.lines[: self.before]):
            if self.title and line.key == self.title:
                return i
            row = self.rows[i]
            told = row is not None and row.role in (BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.CAPTION)
            if best is not None and (told or dated_line(line)):
                break
            if row is not None or not line.visible:
                continue
            if self.running[i] and not (best is None and headline_like(line) and line.size <= 22):
                break
            if not headline_like(line) or dated_line(line):
                continue
            score = 1.0 + min(line.size, 14) / 7
            score += 1.5 if self.count[line.key] > 1 else 0.0
            score -= 1.5 if line.size <= 3 else 0.0
            score -= 1.0 if _STAFF.search(line.text) is not None and line.size <= 6 else 0.0
            score -= 1.5 if i == 0 and outlets.masthead(line.text) is not None else 0.0
            score += 0.4 if self._crowns(i) else 0.0
            score -= 0.5 if _TAGLINE.search(line.text) is not None else 0.0
            score -= 0.1 * i if best is not None else 0.0
            if best is None or score > best_score + 0.25:
                best, best_score = i, score
            if self.running[i]:
                break
        return best

    def _crowns(self, i: int) -> bool:
        """Whether the next line that is no promotion is a credit or running text: what a headline stands over."""
        for j in range(i + 1, min(i + 4, len(self.lines))):
            row, below = self.rows[j], self.lines[j]
            if row is not None and row.role in (BlockRole.PROMO, BlockRole.NAVIGATION):
                continue
            credited = (row is not None and row.role in (BlockRole.BYLINE, BlockRole.DATELINE)) or dated_line(below)
            return credited or self.running[j] or (below.size <= 4 and names.plausible(below.text))
        return False

    def _role(self, i: int) -> BlockRole:
        line, row, state = self.lines[i], self.rows[i], self.state
        if not line.visible:
            return BlockRole.BLANK
        if i == self.headline_at:
            state.part, state.where, state.headline = 1, "lead", line.key
            state.since = set()
            return BlockRole.HEADLINE
        if state.part and line.key == state.headline and line.key:
            told = {BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.NAVIGATION} & state.since
            return BlockRole.HEADLINE if state.where == "lead" and told else BlockRole.CAPTION
        if self._begins_another(i):
            state.part, state.where, state.headline = max(1, state.part) + 1, "lead", line.key
            state.since = set()
            return BlockRole.HEADLINE
        if _MORE.fullmatch(line.text) is not None:
            before = self.roles[-1] if self.roles else BlockRole.NAVIGATION
            return before if before in (BlockRole.PROMO, BlockRole.RELATED) else BlockRole.NAVIGATION
        if row is not None:
            return self._furnished(i, line, row)
        if state.where != "closed" and (dated_line(line) or (line.size <= 8 and _place_line(line))):
            return BlockRole.DATELINE
        return getattr(self, f"_in_{state.where}")(i, line)  # type: ignore[no-any-return]

    def _furnished(self, i: int, line: Line, row: Furniture) -> BlockRole:
        state = self.state
        if row.role is BlockRole.BYLINE and state.where in ("body", "list") and line.stops and line.text[:1] != "(":
            return BlockRole.BODY
        if row.role is BlockRole.EMBED:
            state.where = "embed" if row.opens == "embed" else "body"
        elif row.opens == "list" and state.where in ("body", "list", "embed"):
            state.where = "list"
        elif (row.opens == "close" and state.where != "head" and i > self.last_running - 1) or (
            row.role is BlockRole.NAVIGATION and row.opens and i > self.last_running
        ):
            state.where = "closed"
        return row.role

    def _in_head(self, i: int, line: Line) -> BlockRole:
        """Above the headline, or on a page without one."""
        if self.headline_at is not None and i < self.headline_at:
            return BlockRole.BYLINE if _STAFF.search(line.text) and line.size <= 6 else BlockRole.NAVIGATION
        self.state.part, self.state.where = 1, "body"
        return BlockRole.BODY

    def _in_lead(self, i: int, line: Line) -> BlockRole:
        """Between the headline and the first running text."""
        if self.running[i]:
            if line.size <= 45 and self._credit_follows(i):
                return BlockRole.SUBHEADING
            self.state.where = "body"
            return BlockRole.BODY
        if line.size <= 7 and (_STAFF.search(line.text) is not None or names.plausible(line.text)):
            return BlockRole.BYLINE
        if i >= self.last_running:
            self.state.where = "body"
            return BlockRole.BODY
        return BlockRole.SUBHEADING if line.size >= 5 else BlockRole.NAVIGATION

    def _in_body(self, i: int, line: Line) -> BlockRole:
        if 5 <= line.size <= 45 and self._quoted(i, line):
            return BlockRole.PULL_QUOTE
        if self.running[i] or line.text[:1] in "-•*–—·" or line.text[:2] in ("1.", "2."):
            return BlockRole.BODY
        if i > self.last_running:
            if names.plausible(line.text) or (_STAFF.search(line.text) is not None and line.size <= 6):
                return BlockRole.BYLINE
            if self.roles and self.roles[-1] is BlockRole.RELATED and line.size <= 14:
                return BlockRole.RELATED
            if line.stops or not headline_like(line):
                return BlockRole.BODY
            return BlockRole.RELATED if i + 1 < len(self.lines) or self.count[line.key] > 1 else BlockRole.BODY
        if self.count[line.key] > 1 and not line.stops:
            return BlockRole.CAPTION
        if 4 <= line.size <= 40 and line.text[0] == line.text[-1] == '"' and line.text.count('"') == 2:
            return BlockRole.PULL_QUOTE
        if headline_like(line) and line.size <= 16 and not line.text.endswith(("!", "...", "…")):
            return BlockRole.SUBHEADING
        return BlockRole.BODY

    def _in_list(self, i: int, line: Line) -> BlockRole:
        """After the heading of a list of other pages: their headlines, until running text goes on."""
        if self.running[i] and line.size >= 18 and line.text.endswith((".", '"', "'", "…", "?", "!", ")")):
            self.state.where = "body"
            return BlockRole.BODY
        return BlockRole.RELATED

    def _in_embed(self, i: int, line: Line) -> BlockRole:
        """The text of an embedded post: the one line below its label."""
        self.state.where = "body"
        return BlockRole.EMBED if line.size <= 70 else self._in_body(i, line)

    def _in_closed(self, i: int, line: Line) -> BlockRole:
        """Below the article: nothing here is the article's any more."""
        return BlockRole.BOILERPLATE if line.stops and line.size >= 6 else BlockRole.RELATED

    def _credit_follows(self, i: int) -> bool:
        """Whether a byline or a dateline stands below, before the text goes on: then this was a standfirst."""
        for j in range(i + 1, min(i + 4, len(self.lines))):
            row = self.rows[j]
            below = self.lines[j]
            named = below.size <= 5 and (names.plausible(below.text) or _STAFF.search(below.text) is not None)
            if (row is not None and row.role is BlockRole.BYLINE) or dated_line(below) or named:
                return self.last_running > j
            if self.running[j] or (row is None and below.size >= 4 and headline_like(below)):
                return False
        return False

    def _quoted(self, i: int, line: Line) -> bool:
        """Whether the line stands inside a longer line of the text too. Asked so often a page, and no more."""
        self.quotes -= 1
        if self.quotes < 0 or self.whole.count(line.key) <= (1 if self.running[i] else 0):
            return False
        first = self.whole.find(line.key)
        end = self.whole.find("\n", first)
        begin = self.whole.rfind("\n", 0, first) + 1
        return (end if end >= 0 else len(self.whole)) - begin > len(line.key) * 1.2

    def _begins_another(self, i: int) -> bool:
        """Whether a second article begins: a headline of its own after running text, that is repeated above its
        pictures or stands over its own byline or dateline, with running text to follow."""
        line, state = self.lines[i], self.state
        if not 0 < state.part < _PARTS or state.where in ("head", "lead", "embed") or self.rows[i] is not None:
            return False
        if line.size < 4 or line.size > 25 or line.text.endswith(("!", "...", "…")) or not headline_like(line):
            return False
        if dated_line(line) or line.gap == 0 or not any(self.running[i + 1 : i + 12]):
            return False
        words = self.below[i + 1]
        repeated = any(other.key == line.key for other in self.lines[i + 1 : i + 4])
        if repeated and state.where == "body":
            return words >= 25
        for j in range(i + 1, min(i + 5, len(self.lines))):
            other, row = self.lines[j], self.rows[j]
            credited = (row is not None and row.role is BlockRole.BYLINE) or dated_line(other)
            if credited or (self.running[j] and _OPENING.match(other.text) is not None):
                return words >= 40 and self._runs_on(j)
            if self.running[j]:
                return False
        return False

    def _runs_on(self, j: int) -> bool:
        """Whether at least two lines of running text, or one long one, follow before the next list or date."""
        run = 0
        for k in range(j, min(j + 10, len(self.lines))):
            if self.running[k]:
                run += self.lines[k].size
            elif self.rows[k] is not None and self.rows[k].opens in ("list", "close"):  # type: ignore[union-attr]
                break
        return run >= 40


def _place_line(line: Line) -> bool:
    return _PLACE_LINE.fullmatch(line.text) is not None and (
        "(" in line.text or "," in line.text or line.text.endswith("-")
    )
