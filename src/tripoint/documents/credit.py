"""Who published an article and whose text it is: outlet, agency, original, each from the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tripoint.documents.dates import apart, written
from tripoint.documents.giver import giver
from tripoint.documents.html.head import Head
from tripoint.documents.line import Line
from tripoint.model import BlockRole, Page
from tripoint.resources import outlets
from tripoint.text import fold

_SUPPORT = re.compile(
    r"(?:please )?(?:support|donate to) (?P<name>(?:the )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2})[.!]?", re.I
)
_NOBODY = re.compile(r"(?i)(?:us|our|this|independent|free|quality|journalism|me)\b")
_COPYRIGHT = re.compile(
    r"(?i)(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*-\s*(?:19|"
    r"20)\d\d)?)?,?\s*(?P<name>[A-Z][^.,|©]{2,50})"
)
_SOURCE = re.compile(r"(?i)\(?(?:news )?(?:source|via|agency|origin)s?\s*[:=/]\s*(?P<name>[^).,|]{2,60})\)?")
_URL = re.compile(r"https?://[^\s<>\"')\]]{4,400}")
_ORIGINAL = re.compile(r"(?i)\b(?:original(?:ly)?|first (?:published|appeared)|source|republished|reprinted|via)\b")
_ENDING = re.compile(r"(?:-{1,2}|—|–|\(|/|\.\s|\.)\s*\(?(?P<name>[A-Z][A-Za-z .-]{1,30})\)?\.?$")
_WITH = re.compile(
    r"(?i)\b(?:with (?:reporting|additional reporting|inputs?|files?|reports?|material|"
    r"information) (?:by|from)|(?:reporting|material) (?:by|"
    r"from))\s+(?:the )?(?P<name>[A-Z][\w .&-]{1,40}?)(?=[.,;)]|$| and )|"
    r"\b(?P<also>[A-Z][\w-]{1,20}) contributed to this (?:report|story|article)"
)
_FORWARDED = re.compile(
    r"^message;.*?\bforwarded from (?!a person(?:;|$))(?P<name>.+?)(?=; (?:answers|edited|posted)\b|$)"
)

_TOP = 6
"""Lines in which a site's name may stand on top of its page."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited. Each is None where the page does not say; `evidence` says what names the outlet."""

    outlet: str | None
    evidence: str | None
    agency: str | None
    original_url: str | None


def decide(
    page: Page,
    head: Head,
    lines: Sequence[Line],
    roles: Sequence[BlockRole],
    parts: Sequence[int],
    *,
    part: int,
    several: bool,
    one_site: bool = False,
    link: str | None = None,
) -> Credit:
    """Return the credits of article `part`. `link`: where the page's link to the original goes, when that is known;
    `one_site`: the page's articles are entries of one site.

    On a page of several articles the name of the page is no article's outlet unless nothing else can be meant: it is
    kept for the first, and for others only the words inside them count.
    """
    own = [i for i, of in enumerate(parts) if of == part]
    agency = _agency([lines[i] for i in own], [roles[i] for i in own]) or _forwarded(page)
    named: list[tuple[str, str]] = []
    if several and not one_site:
        named.extend(_of_part([lines[i] for i in own], [roles[i] for i in own]))
    if not several or one_site or part == 1 or page.outlet is not None:
        named.extend(_of_page(page, head))
    if not several or one_site:
        named.extend(_of_lines(lines, roles))
    sourced = _source(lines, roles, own if several else range(len(lines)))
    if sourced is not None:
        known = outlets.find(sourced)
        if known is not None and known.kind == "agency":
            agency = agency if agency is not None else known.name
        elif known is not None:
            named.append((known.name, f"the page says Source: {sourced}"))
    outlet, evidence = named[0] if named else (None, None)
    known = outlets.find(outlet) if outlet is not None else None
    if known is not None:
        outlet = known.name
    if agency is not None and outlet is not None and f"{fold(outlet)} ".startswith(f"{fold(agency)} "):
        agency = None
    if several and one_site:
        return Credit(outlet, evidence, agency, _original([lines[i] for i in own], [roles[i] for i in own], None))
    return Credit(outlet, evidence, agency, _original(lines, roles, link))


def _of_page(page: Page, head: Head) -> Iterator[tuple[str, str]]:
    if page.outlet is not None:
        yield page.outlet, f"{giver(page)} says {page.outlet}"
    addresses = [address for address in (page.url, *(url for url, _ in head.urls)) if address is not None]
    for name, why in head.sites:
        known = outlets.find(name)
        yield (known.name if known is not None else name), f"{why} says {name}"
    for address in addresses:
        known = outlets.by_url(address)
        if known is not None:
            yield known.name, f"the address lies at {outlets.domain(address)}"
    for address in addresses:
        if outlets.domain(address):
            yield outlets.domain(address), f"the address lies at {outlets.domain(address)}, which no table names"


def _of_lines(lines: Sequence[Line], roles: Sequence[BlockRole]) -> Iterator[tuple[str, str]]:
    for line, role in zip(lines, roles, strict=True):
        match = _SUPPORT.fullmatch(line.text) if role is BlockRole.PROMO else None
        if match is None or _NOBODY.match(match["name"]) is not None:
            continue
        if match["name"].removeprefix("the ")[:1].isupper():
            yield _whole(match["name"].rstrip("."), lines, roles), f"the page asks: {line.text}"
    for line in _masthead(lines, roles):
        name = outlets.masthead(line.text)
        if name is not None:
            yield name.title() if name.isupper() and " " in name else name, f"the page begins with {name}"
    for line, role in zip(lines, roles, strict=True):
        if (
            role is BlockRole.BOILERPLATE
            and len(line.text) < 200
            and (match := _COPYRIGHT.search(line.text)) is not None
        ):
            known = outlets.find(match["name"].strip())
            if known is not None:
                yield known.name, f"the page's copyright line says {match['name'].strip()}"


def _of_part(lines: Sequence[Line], roles: Sequence[BlockRole]) -> Iterator[tuple[str, str]]:
    """An outlet's name alone in a line beside the headline: of a page of several articles, each has its own."""
    for line, role in zip(lines, roles, strict=True):
        if role is BlockRole.BODY:
            return
        if role in (BlockRole.BYLINE, BlockRole.DATELINE) and outlets.titled(line.text):
            yield line.text, f"a line under the headline says {line.text}"


def _masthead(lines: Sequence[Line], roles: Sequence[BlockRole]) -> list[Line]:
    """The first lines above the headline that are the site's own."""
    found: list[Line] = []
    for line, role in zip(lines[:_TOP], roles[:_TOP], strict=True):
        if role in (BlockRole.HEADLINE, BlockRole.BODY):
            break
        if role is BlockRole.NAVIGATION:
            found.append(line)
    return found


def _whole(name: str, lines: Sequence[Line], roles: Sequence[BlockRole]) -> str:
    """`the Herald` is how a paper calls itself: the longer name on top of the page that ends so is its name."""
    short = name.removeprefix("the ").removeprefix("The ")
    for line in _masthead(lines, roles):
        top = outlets.masthead(line.text)
        if top is not None and top.endswith(f" {short}"):
            return top
    return name


def _source(lines: Sequence[Line], roles: Sequence[BlockRole], own: Sequence[int]) -> str | None:
    for i in own:
        if roles[i] in (BlockRole.DATELINE, BlockRole.BOILERPLATE) and len(lines[i].text) < 160:
            match = _SOURCE.fullmatch(lines[i].text) or _SOURCE.match(lines[i].text)
            if match is not None:
                return match["name"].strip()
    return None


def _agency(lines: Sequence[Line], roles: Sequence[BlockRole]) -> str | None:
    """A wire credit: in the dateline, at the end of the text, in a byline or in a line of its own."""
    body = [line for line, role in zip(lines, roles, strict=True) if role is BlockRole.BODY]
    opening = apart.opening(lines, roles)
    told = [opening.agency] if opening is not None and opening.agency is not None else []
    for line, role in zip(lines, roles, strict=True):
        if role in (BlockRole.BYLINE, BlockRole.DATELINE) and len(line.text) < 160:
            told.append(re.sub(r"(?i)^\s*(?:by|source|via|from)\b[\s:/]*", "", line.text))
            when = written.first(line.text) if role is BlockRole.DATELINE else None
            told += [line.text[: when.start]] if when is not None else []
            told.extend(re.split(r"(?i)\b(?:by|from|with|source|via|and|agencies)\b|[:/,()-]", line.text))
    for line in body[-2:]:
        if line.end - line.start <= len(line.text) + 8:
            ending = _ENDING.search(line.text)
            if ending is not None:
                told.append(ending["name"])
            told.extend(match["name"] or match["also"] for match in _WITH.finditer(line.text))
    for name in told:
        known = outlets.find(name.strip(" .-")) if name is not None and name.strip(" .-") else None
        if known is not None and known.kind == "agency":
            return known.name
    return opening.agency if opening is not None else None


def _forwarded(page: Page) -> str | None:
    """Whose text a forwarded message is, as its origin tells."""
    match = _FORWARDED.search(page.origin)
    known = outlets.find(match["name"]) if match is not None else None
    return known.name if known is not None else match["name"] if match is not None else None


def _original(lines: Sequence[Line], roles: Sequence[BlockRole], link: str | None) -> str | None:
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role not in (BlockRole.BOILERPLATE, BlockRole.DATELINE) or _ORIGINAL.search(line.text) is None:
            continue
        for text in (line.text, lines[i + 1].text if i + 1 < len(lines) else ""):
            match = _URL.search(text)
            if match is not None and (text is line.text or match[0] == text):
                return match[0].rstrip(".,")
    return link
