"""The kinds of parts, one protocol each, and what a row of the table of parts says."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.model import Claim, Document, Mention, Page, Reading, Reason
    from tripoint.syntax import Sentence


class PageSource(Protocol):
    """Turns what was given to `build` into pages and their raw bytes, or failures."""

    def __call__(
        self,
        paths: Sequence[str],
        *,
        manifest: Path | None,
        limits: Any,
        columns: Mapping[str, str] | None,
        known: Callable[[str], bool],
    ) -> Iterable[Any]:
        """Yield `(Page, bytes)` or `Failure`. `columns` says which column of tables is what.

        `known` tells of a file whether it lies as it was when the case took its page: it need not be read again.
        """


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
