"""The lines outside a page's thread, read in order: what each is, and which article it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tripoint.documents.furniture import credits
from tripoint.documents.furniture.row import Furniture
from tripoint.documents.line import Line
from tripoint.documents.plain import headlines, shapes
from tripoint.documents.plain.surroundings import Surroundings, credit_follows
from tripoint.documents.threads import names
from tripoint.model import BlockRole
from tripoint.resources import outlets

_MORE = re.compile(
    r"(?i)(?:read|see|learn|find out|show|view) more(?: ?(?:\.\.\.|…|»|>+|→))?|continue reading.{0,60}|more(?:\.\.\.|…)"
)
_SUMMARY = re.compile(
    r"(?i)(?:(?:key|main) (?:points|takeaways|developments|findings|events)|summary|highlights|at a glance|in brief|"
    r"overview|bottom line|executive summary|the latest)[:.]?"
)
"""What heads a list of points above the text."""
_CREDITED = re.compile(r"\(([A-Z][\w .'&-]{1,40})\)$")
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


class Article:
    """Reads the lines outside the thread, in order."""

    def __init__(self, lines: list[Line], rows: list[Furniture | None], before: int, title: str | None) -> None:
        self.page = Surroundings.of(lines, rows)
        self.lines, self.rows = lines, rows
        self.running, self.last_running, self.count = self.page.running, self.page.last_running, self.page.count
        self.state = State()
        self.roles: list[BlockRole] = []
        self.parts: list[int] = []
        self.whole = "\n".join(line.key for line, runs in zip(lines, self.running, strict=True) if runs)
        self.headline_at = headlines.first(self.page, before=before, title=shapes.key(title or ""))
        self.quotes = _QUOTES

    def read(self) -> tuple[list[BlockRole], list[int]]:
        """Return the role and the article of each line."""
        for i in range(len(self.lines)):
            role = self._role(i)
            self.roles.append(role)
            self.parts.append(max(1, self.state.part) if role in shapes.NUMBERED else 0)
            self.state.since.add(role)
        return self.roles, self.parts

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
            over_picture = any(row is not None and row.role is BlockRole.CAPTION for row in self.rows[i + 1 : i + 2])
            return BlockRole.HEADLINE if state.where == "lead" and told and not over_picture else BlockRole.CAPTION
        open_ = 0 < state.part < _PARTS and state.where not in ("head", "lead", "embed")
        if open_ and headlines.another(self.page, i, in_body=state.where == "body"):
            state.part, state.where, state.headline = max(1, state.part) + 1, "lead", line.key
            state.since = set()
            return BlockRole.HEADLINE
        if _MORE.fullmatch(line.text) is not None:
            before = self.roles[-1] if self.roles else BlockRole.NAVIGATION
            return before if before in (BlockRole.PROMO, BlockRole.RELATED) else BlockRole.NAVIGATION
        if shapes.menu(line) and (row is None or not row.opens):
            return BlockRole.NAVIGATION
        if row is not None and not (
            row.role is BlockRole.NAVIGATION and state.where in ("head", "lead") and shapes.full_date_line(line)
        ):
            return self._furnished(i, line, row)
        if state.where != "closed" and (shapes.dated_line(line) or (line.size <= 8 and shapes.place_line(line))):
            return BlockRole.DATELINE
        if i in self.page.sections and state.where in ("lead", "body", "list"):
            state.where = "body"
            return BlockRole.SUBHEADING
        return getattr(self, f"_in_{state.where}")(i, line)  # type: ignore[no-any-return]

    def _furnished(self, i: int, line: Line, row: Furniture) -> BlockRole:
        state = self.state
        if row is credits.AUTHOR and line.stops and state.where == "body" and i > self.last_running:
            return BlockRole.BOILERPLATE
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
            staff = i > 0 and line.size <= 6 and shapes.STAFF.search(line.text) is not None
            return BlockRole.BYLINE if staff else BlockRole.NAVIGATION
        self.state.part, self.state.where = 1, "body"
        return BlockRole.BODY

    def _in_lead(self, i: int, line: Line) -> BlockRole:
        """Between the headline and the first running text."""
        if self.running[i]:
            if line.size <= 45 and credit_follows(self.page, i):
                return BlockRole.SUBHEADING
            self.state.where = "body"
            return BlockRole.BODY
        if line.size <= 7 and (shapes.STAFF.search(line.text) is not None or names.plausible(line.text)):
            return BlockRole.BYLINE
        if i >= self.last_running:
            self.state.where = "body"
            return BlockRole.BODY
        return BlockRole.SUBHEADING if line.size >= 5 or _SUMMARY.fullmatch(line.text) else BlockRole.NAVIGATION

    def _in_body(self, i: int, line: Line) -> BlockRole:
        if 5 <= line.size <= 45 and self._quoted(i, line):
            return BlockRole.PULL_QUOTE
        if self.running[i] or line.text[:1] in "-•*–—·" or line.text[:2] in ("1.", "2."):
            return BlockRole.BODY
        if i > self.last_running:
            if (
                names.plausible(line.text)
                or shapes.INITIALS.fullmatch(line.text)
                or (shapes.STAFF.search(line.text) is not None and line.size <= 6)
            ):
                return BlockRole.BYLINE
            if self.roles and self.roles[-1] is BlockRole.RELATED and line.size <= 14:
                return BlockRole.RELATED
            if line.stops or not shapes.headline_like(line):
                return BlockRole.BODY
            return BlockRole.RELATED if i + 1 < len(self.lines) or self.count[line.key] > 1 else BlockRole.BODY
        if not line.stops and (self.count[line.key] > 1 or self._credited(line)):
            return BlockRole.CAPTION
        if 4 <= line.size <= 40 and line.text[0] == line.text[-1] == '"' and line.text.count('"') == 2:
            return BlockRole.PULL_QUOTE
        if shapes.headline_like(line) and line.size <= 16 and not line.text.endswith(("!", "...", "…")):
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

    def _quoted(self, i: int, line: Line) -> bool:
        """Whether the line stands inside a longer line of the text too. Asked so often a page, and no more."""
        self.quotes -= 1
        if self.quotes < 0 or self.whole.count(line.key) <= (1 if self.running[i] else 0):
            return False
        first = self.whole.find(line.key)
        end = self.whole.find("\n", first)
        begin = self.whole.rfind("\n", 0, first) + 1
        return (end if end >= 0 else len(self.whole)) - begin > len(line.key) * 1.2

    def _credited(self, line: Line) -> bool:
        """Whether the line ends with the page's own outlet, or another one, in brackets: a picture and whose it is."""
        found = _CREDITED.search(line.text)
        if found is None or line.size < 4:
            return False
        mastheads = {above.key for above in self.lines[:3]}
        return shapes.key(found[1]) in mastheads or outlets.find(found[1]) is not None
