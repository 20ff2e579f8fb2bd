"""The visible table of parts: eight kinds, one protocol each, built-ins by dotted name, resolved when first used."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.model import Claim, Document, Mention, Page, Reading, Reason
    from tripoint.syntax import Sentence


class PageSource(Protocol):
    """Turns what was given to `build` into pages and their raw bytes, or failures."""

    def __call__(
        self, paths: Sequence[str], *, manifest: Path | None, limits: Any, columns: Mapping[str, str] | None
    ) -> Iterable[Any]:
        """Yield `(Page, bytes)` or `Failure`. `columns` says which column of tables is what."""


class OutletRules(Protocol):
    """Tells what each stretch of a page is, and makes its documents and comments."""

    def __call__(self, page: Page, raw: bytes) -> Any:
        """Return a record with `anatomy`, `documents` and `comments`; raises UnreadablePage."""


class Recogniser(Protocol):
    """Finds where a document names actors, persons, places, times and amounts, with what each may mean."""

    def __call__(self, doc: Document, sentences: Sequence[Sentence]) -> Any:
        """Return a record with `mentions` and `readings`."""


class Resolver(Protocol):
    """Opens a register or a gazetteer, which says what a name may stand for."""

    def __call__(self) -> Any:
        """Return the opened register."""


class ClaimExtractor(Protocol):
    """Makes claims of one document."""

    def __call__(
        self, doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], readings: Sequence[Reading]
    ) -> tuple[Claim, ...]:
        """Return the claims in reading order."""


class EventFeature(Protocol):
    """One row of a table by which two claims are judged to tell one happening or not; the part is the table."""

    def __call__(self, one: Any, other: Any) -> Reason | None:
        """Return the reason for or against, None when the row has nothing to say."""


class AssessmentFeature(Protocol):
    """One row of a table by which independence, contradiction or credibility is judged; the part is the table."""

    def __call__(self, *subjects: Any) -> Reason | None:
        """Return the reason, None when the row has nothing to say."""


class Exporter(Protocol):
    """Writes a case in one format."""

    def __call__(self, case: Any, out: IO[str], *, comments: bool) -> None:
        """Write all of it to `out`."""


KINDS: Mapping[str, str] = {
    "page source": "PageSource",
    "outlet rules": "OutletRules",
    "recogniser": "Recogniser",
    "resolver": "Resolver",
    "claim extractor": "ClaimExtractor",
    "event feature": "EventFeature",
    "assessment feature": "AssessmentFeature",
    "exporter": "Exporter",
}
"""The kinds of parts, each with its protocol."""


CHOSEN = ("page source", "outlet rules", "recogniser", "claim extractor")
"""The kinds of which a build uses one part, which the setting `parts` may choose. Of the others it uses all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One row of the table. `target` is `module:attribute`; `extra` the optional dependency it needs, if any."""

    kind: str
    name: str
    target: str
    needs: str
    gives: str
    settings: tuple[str, ...] = ()
    extra: str | None = None

    def load(self) -> Any:
        """Return the part itself; raises InputError when it cannot be imported."""
        module, _, attribute = self.target.partition(":")
        try:
            return getattr(importlib.import_module(module), attribute)
        except ImportError as error:
            hint = f"; install tripoint[{self.extra}]" if self.extra is not None else ""
            raise InputError(f"the part {self.name} cannot be loaded: {error}{hint}") from error
        except AttributeError as error:
            raise InputError(f"the part {self.name} is not there: {module} has no {attribute}") from error


FETCHING = ("fetch_seconds", "fetch_tries", "host_delay", "allow_private")
"""The settings of what fetches pages."""

BUILT_IN: tuple[Part, ...] = (
    Part(
        kind="page source",
        name="pages.files.v1",
        target="tripoint.pages:read",
        needs="paths, manifest",
        gives="Page, bytes | Failure",
        settings=("page_bytes", "line_bytes", "archive_root", *FETCHING),
    ),
    Part(
        kind="page source",
        name="pages.tables.v1",
        target="tripoint.pages.parts:tables",
        needs="paths, manifest",
        gives="Page, bytes | Failure: rows of CSV, TSV, JSON lines and Parquet, and nothing else",
        settings=("page_bytes", "line_bytes"),
    ),
    Part(
        kind="page source",
        name="pages.archives.v1",
        target="tripoint.pages.parts:archives",
        needs="paths, manifest",
        gives="Page, bytes | Failure: pages inside zip and tar files, and nothing else",
        settings=("page_bytes", "line_bytes"),
    ),
    Part(
        kind="page source",
        name="pages.web-archives.v1",
        target="tripoint.pages.parts:web_archives",
        needs="paths, manifest",
        gives="Page, bytes | Failure: responses of WARC files, and nothing else",
        settings=("page_bytes", "line_bytes"),
    ),
    Part(
        kind="page source",
        name="pages.feeds.v1",
        target="tripoint.pages.parts:feeds",
        needs="paths, manifest",
        gives="Page, bytes | Failure: entries of RSS and Atom files, and nothing else",
        settings=("page_bytes", "line_bytes"),
    ),
    Part(
        kind="page source",
        name="pages.chats.v1",
        target="tripoint.pages.parts:chats",
        needs="paths, manifest",
        gives="Page, bytes | Failure: messages of Telegram Desktop exports, and nothing else",
        settings=("page_bytes", "line_bytes"),
    ),
    Part(
        kind="page source",
        name="pages.mail.v1",
        target="tripoint.pages.parts:mail",
        needs="paths, manifest",
        gives="Page, bytes | Failure: messages of .eml and .mbox files, and nothing else",
        settings=("page_bytes", "line_bytes"),
    ),
    Part(
        kind="page source",
        name="pages.links.v1",
        target="tripoint.pages.parts:links",
        needs="paths",
        gives="Page, bytes | Failure: what web addresses and lists of them lead to, and nothing else",
        settings=("page_bytes", *FETCHING),
    ),
    Part(
        kind="outlet rules",
        name="documents.anatomy.v1",
        target="tripoint.documents:compose",
        needs="Page, bytes",
        gives="Anatomy, Document, Comment",
        settings=("page_seconds",),
    ),
    Part(
        kind="recogniser",
        name="mentions.rules.v1",
        target="tripoint.mentions:find_by_rules",
        needs="Document, sentences",
        gives="Mention, Reading",
        settings=("page_seconds",),
    ),
    Part(
        kind="recogniser",
        name="mentions.voices.v1",
        target="tripoint.mentions:find",
        needs="Document, sentences",
        gives="Mention, Reading: as mentions.rules.v1, with the learned encoder as one more voice",
        settings=("page_seconds",),
    ),
    Part(
        kind="claim extractor",
        name="claims.rules.v1",
        target="tripoint.claims:extract",
        needs="Document, sentences, Mention, Reading",
        gives="Claim",
        settings=("page_seconds",),
    ),
    Part(
        kind="resolver",
        name="actors.register.v1",
        target="tripoint.resources.actors:register",
        needs="name",
        gives="actors of resources/actors",
    ),
    Part(
        kind="resolver",
        name="places.gazetteer.v1",
        target="tripoint.resources.places:gazetteer",
        needs="name",
        gives="places of GeoNames and resources/places",
    ),
    Part(
        kind="event feature",
        name="events.reasons.v1",
        target="tripoint.events.reasons:REASONS",
        needs="two claims",
        gives="reasons for and against one happening",
    ),
    Part(
        kind="event feature",
        name="events.conflicts.v1",
        target="tripoint.events.conflicts:CONFLICTS",
        needs="two claims",
        gives="why they can never be one happening",
    ),
    Part(
        kind="assessment feature",
        name="origins.joins.v1",
        target="tripoint.comparison.origins:JOINS",
        needs="Claim",
        gives="why claims are not independent",
    ),
    Part(
        kind="assessment feature",
        name="assess.contradictions.v1",
        target="tripoint.assess.contradictions:KINDS",
        needs="Event, Claim",
        gives="Contradiction",
    ),
    Part(
        kind="assessment feature",
        name="assess.credibility.v1",
        target="tripoint.assess.credibility:STEPS",
        needs="an event's origins and contradictions",
        gives="steps of the credibility scale",
    ),
    Part(
        kind="exporter",
        name="pages-jsonl",
        target="tripoint.export.pages:export",
        needs="case",
        gives="pages and the roles of their blocks, JSON lines",
    ),
    Part(
        kind="exporter",
        name="documents-jsonl",
        target="tripoint.export.documents:export",
        needs="case",
        gives="documents and comments, JSON lines",
    ),
    Part(
        kind="exporter",
        name="claims-jsonl",
        target="tripoint.export.claims:export",
        needs="case",
        gives="claims, JSON lines",
    ),
    Part(
        kind="exporter",
        name="events-jsonl",
        target="tripoint.export.events:export",
        needs="case",
        gives="events with origins and contradictions, JSON lines",
    ),
    Part(
        kind="exporter",
        name="csv",
        target="tripoint.export.table:export",
        needs="case",
        gives="claims as a spreadsheet",
    ),
)
"""The built-in parts. The first of a kind is its default."""

GROUP = "tripoint.parts"
"""Entry-point group of third parties: each entry point is a `Part` or a function that returns one or several."""


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """Return all parts, built-in first; raises InputError when two share a kind and a name."""
    found = (*BUILT_IN, *_third_parties())
    seen: set[tuple[str, str]] = set()
    for part in found:
        if part.kind not in KINDS:
            raise InputError(f"the part {part.name} is of the unknown kind {part.kind}; known: {', '.join(KINDS)}")
        if (part.kind, part.name) in seen:
            raise InputError(
                f"two parts are named {part.name} ({part.kind}); uninstall one of the packages that give it"
            )
        seen.add((part.kind, part.name))
    return found


def part(kind: str, name: str | None = None) -> Part:
    """Return the part of that kind and name, or the kind's default; raises InputError with names that come near.

    A name of the form `module:attribute` stands for that object itself, so that a part can be tried without a package.
    """
    if name is not None and ":" in name and kind in KINDS:
        return Part(kind=kind, name=name, target=name, needs="", gives="")
    of_kind = [row for row in parts() if row.kind == kind]
    if name is None:
        if not of_kind:
            raise InputError(f"there is no part of the kind {kind}; known kinds: {', '.join(KINDS)}")
        return of_kind[0]
    for row in of_kind:
        if row.name == name:
            return row
    names = [row.name for row in of_kind]
    near = get_close_matches(name, names, n=3) or names
    raise InputError(f"there is no {kind} named {name}; did you mean {' or '.join(near)}?")


def _third_parties() -> Iterator[Part]:
    for entry in entry_points(group=GROUP):
        given: Part | Iterable[Part] | Callable[[], Part | Iterable[Part]] = entry.load()
        if callable(given):
            given = given()
        yield from [given] if isinstance(given, Part) else given
