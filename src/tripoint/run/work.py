"""The one function that a worker runs: the stages of one shard, each skipped when its records are there."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, ParamSpec, Protocol, TypeVar

from tripoint import registry
from tripoint.errors import TripointError, UnreadablePage
from tripoint.model import Comment, Document, Failure, Mention, Reading
from tripoint.resources import parser
from tripoint.run.clock import Clock, peak_memory
from tripoint.run.shards import Shard
from tripoint.run.stages import STAGES
from tripoint.store.case import Case
from tripoint.store.records import SUFFIX, RecordWriter, read
from tripoint.syntax import Sentence

T = TypeVar("T")
P = ParamSpec("P")

BATCH = 8
"""Documents that are parsed together: about eight are fastest and take the least memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a shard's work came to: the stages that had to be run, processor seconds by step, peak memory in bytes."""

    number: int
    made: tuple[str, ...]
    seconds: dict[str, float]
    memory: int


class Watch(Protocol):
    """Hears what a worker is doing, and may end an item that takes too long."""

    def item(self, step: str, record_id: str, source: str, *, of: int = 1) -> AbstractContextManager[None]:
        """Enclose the work on one record (or `of` records that are worked on together)."""

    def done(self, pages: int) -> None:
        """So many more pages are finished."""


def work(shard: Shard, watch: Watch) -> Report:
    """Make the records of `shard` that are not there yet."""
    case = Case(Path(shard.case))
    clock = Clock()
    timed = _Timed(watch, clock)
    missing = [name for name, folder in shard.names.items() if not case.records.has(name, folder)]
    with clock.of("records"):
        if "documents" in missing:
            with case.records.making("documents", shard.names["documents"]) as folder:
                _make_documents(shard, case, folder, timed)
        if "claims" in missing or "mentions" in missing:
            with ExitStack() as stack:  # closed last in, first out: mentions take their place before the claims on them
                claims = stack.enter_context(case.records.making("claims", shard.names["claims"]))
                mentions = stack.enter_context(case.records.making("mentions", shard.names["mentions"]))
                _make_claims(shard, case, claims, None if "mentions" not in missing else mentions, timed)
    return Report(number=shard.number, made=tuple(missing), seconds=dict(clock.seconds), memory=peak_memory())


class _Timed:
    """A watch that also counts the processor time of each step."""

    def __init__(self, watch: Watch, clock: Clock) -> None:
        self._watch = watch
        self.clock = clock
        self.done = watch.done

    @contextmanager
    def item(self, step: str, record_id: str, source: str, *, of: int = 1) -> Iterator[None]:
        with self.clock.of(step), self._watch.item(step, record_id, source, of=of):
            yield


def _make_documents(shard: Shard, case: Case, folder: Path, watch: _Timed) -> None:
    with watch.item("load", "", "parts"):
        compose = _part(shard, "documents")
        secret = case.secret.read()
    given_up = {failure.record_id: failure for failure in shard.given_up}
    with _writers("documents", folder) as files:
        for page in shard.pages:
            if page.page_id in given_up:
                files["failures"].append(given_up[page.page_id])
                continue
            raw = case.custody.bytes_of(page)
            with watch.item("documents", page.page_id, page.source):
                made = tried("documents", page.page_id, page.source, compose, page, raw)
            if isinstance(made, Failure):
                files["failures"].append(made)
                continue
            files["anatomies"].append(made.anatomy)
            files["documents"].extend(made.documents)
            files["comments"].extend(_veiled(made.comments, secret))


def _veiled(comments: tuple[Comment, ...], secret: bytes) -> Iterator[Comment]:
    """Yield the comments under pseudonyms that nobody can try names against without the secret of the case."""
    for comment in comments:
        if comment.author is None:
            yield comment
            continue
        author = comment.author.encode("utf-8", "surrogatepass")
        veiled = blake2b(author, digest_size=6, key=secret, person=b"tripoint readers").hexdigest()
        yield replace(comment, author=f"reader-{veiled}")


def _make_claims(shard: Shard, case: Case, claims: Path, mentions: Path | None, watch: _Timed) -> None:
    """Parse each document once, for its claims and, when `mentions` is where they go, for its mentions."""
    with watch.item("load", "", "parser and registers"):
        extract, find = _part(shard, "claims"), _part(shard, "mentions")
        _open_resources()
    documents = case.records.folder("documents", shard.names["documents"]) / f"documents{SUFFIX}"
    with ExitStack() as stack:
        files = stack.enter_context(_writers("claims", claims))
        finder: _Finder = _Kept(case.records.folder("mentions", shard.names["mentions"]))
        if mentions is not None:
            finder = _Found(find, stack.enter_context(_writers("mentions", mentions)))
        last: str | None = None
        for doc, sentences in _parsed(read(documents, Document), shard, files["failures"], watch):
            with watch.item("claims", doc.document_id, doc.source):
                with watch.clock.of("mentions"):
                    found, readings = finder.of(doc, sentences)
                made = tried("claims", doc.document_id, doc.source, extract, doc, sentences, found, readings)
            if isinstance(made, Failure):
                files["failures"].append(made)
            else:
                files["claims"].extend(made)
            if doc.page_id != last:
                last = doc.page_id
                watch.done(1)


def _parsed(
    docs: Iterator[Document], shard: Shard, log: RecordWriter[Any], watch: Watch
) -> Iterator[tuple[Document, list[Sentence]]]:
    """Yield the documents that can be parsed, a batch at a time; those that cannot become failures."""
    given_up = {failure.record_id: failure for failure in shard.given_up}
    size = 1 if shard.careful else BATCH
    while batch := list(islice(docs, size)):
        log.extend(given_up[doc.document_id] for doc in batch if doc.document_id in given_up)
        batch = [doc for doc in batch if doc.document_id not in given_up]
        if not batch:
            continue
        first = batch[0]
        with watch.item("parse", first.document_id, first.source, of=len(batch)):
            whole = tried("parse", first.document_id, first.source, _parse, batch)
        if not isinstance(whole, Failure):
            yield from whole
            continue
        for doc in batch:
            with watch.item("parse", doc.document_id, doc.source):
                alone = tried("parse", doc.document_id, doc.source, _parse, [doc])
            if isinstance(alone, Failure):
                log.append(alone)
            else:
                yield from alone


class _Finder(Protocol):
    def of(self, doc: Document, sentences: list[Sentence]) -> tuple[tuple[Mention, ...], tuple[Reading, ...]]: ...


class _Found:
    """Mentions made now, and written down."""

    def __init__(self, find: Callable[..., Any], files: dict[str, RecordWriter[Any]]) -> None:
        self._find = find
        self._files = files

    def of(self, doc: Document, sentences: list[Sentence]) -> tuple[tuple[Mention, ...], tuple[Reading, ...]]:
        found = tried("mentions", doc.document_id, doc.source, self._find, doc, sentences)
        if isinstance(found, Failure):
            self._files["failures"].append(found)
            return (), ()
        self._files["mentions"].extend(found.mentions)
        self._files["readings"].extend(found.readings)
        return found.mentions, found.readings


class _Kept:
    """Mentions made by an earlier build, read in the order of the documents."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mentions: _Ahead[Mention] | None = None
        self._readings: _Ahead[Reading] | None = None

    def of(self, doc: Document, sentences: list[Sentence]) -> tuple[tuple[Mention, ...], tuple[Reading, ...]]:
        if self._mentions is None or self._readings is None:
            self._mentions = _Ahead(read(self._folder / f"mentions{SUFFIX}", Mention))
            self._readings = _Ahead(read(self._folder / f"readings{SUFFIX}", Reading))
        mentions = self._mentions.taken(lambda mention: mention.document_id == doc.document_id)
        ids = {mention.mention_id for mention in mentions}
        return mentions, self._readings.taken(lambda reading: reading.mention_id in ids)


class _Ahead(Iterator[T]):
    """A stream of records that can be looked at one ahead."""

    def __init__(self, records: Iterator[T]) -> None:
        self._records = records
        self._next: list[T] = []

    def __next__(self) -> T:
        return self._next.pop() if self._next else next(self._records)

    def taken(self, belongs: Callable[[T], bool]) -> tuple[T, ...]:
        """Take records as long as they belong."""
        found: list[T] = []
        for record in self:
            if not belongs(record):
                self._next.append(record)
                break
            found.append(record)
        return tuple(found)


def _part(shard: Shard, stage: str) -> Callable[..., Any]:
    kind = STAGES[stage].made_by
    loaded: Callable[..., Any] = registry.part(kind, shard.parts.get(kind)).load()
    return loaded


@contextmanager
def _writers(stage: str, folder: Path) -> Iterator[dict[str, RecordWriter[Any]]]:
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(RecordWriter(folder / f"{name}{SUFFIX}", kind))
            for name, kind in STAGES[stage].makes.items()
        }


def _open_resources() -> None:
    """Load what is loaded once in a process, before the first page's time is taken."""
    _parse([])
    for part in registry.BUILT_IN:
        if part.kind == "resolver":
            part.load()()


def _parse(docs: list[Document]) -> list[tuple[Document, list[Sentence]]]:
    return list(parser.parse(docs))


def tried(
    step: str, record_id: str, source: str, make: Callable[P, T], *args: P.args, **options: P.kwargs
) -> T | Failure:
    """Return what `make` gives, or the failure of this one record: the rest of the run goes on."""
    try:
        return make(*args, **options)
    except UnreadablePage as error:
        return Failure(record_id=record_id, source=source, step=step, reason=error.reason, detail=error.detail)
    except TimeoutError:
        detail = f"{source} took too long in {step} and was given up; raise page_seconds in the settings to wait longer"
        return Failure(record_id=record_id, source=source, step=step, reason="timeout", detail=detail)
    except (OSError, MemoryError, TripointError):
        raise
    except Exception as error:  # noqa: BLE001 - a defect on one page must not cost the others
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        detail = (
            f"{step} met a defect of tripoint on {source} ({type(error).__name__}: {error}, {where}); please report it"
        )
        return Failure(record_id=record_id, source=source, step=step, reason=f"{step}_error", detail=detail)
