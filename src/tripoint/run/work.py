"""The one function that a worker runs: the stages of one shard, each skipped when its records are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from tripoint import registry
from tripoint.model import Claim, Document, Failure, bare_document
from tripoint.resources import parser
from tripoint.run.attempts import tried
from tripoint.run.clock import Clock, peak_memory
from tripoint.run.mentions import KeptMentions, Mentions, NewMentions
from tripoint.run.packing import Packing, claims_of, documents_of
from tripoint.run.pseudonyms import veiled
from tripoint.run.shards import Shard
from tripoint.run.stages import STAGES
from tripoint.store.case import Case
from tripoint.store.records import SUFFIX, RecordWriter, read
from tripoint.syntax import Sentence

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


def work(shard: Shard, watch: Watch, *, documents_only: bool = False) -> Report:
    """Make the records of `shard` that are not there yet, or those alone that need no model."""
    case = Case(Path(shard.case))
    clock = Clock()
    timed = _Timed(watch, clock)
    missing = [name for name, folder in shard.names.items() if not case.records.has(name, folder)]
    if documents_only:
        missing = [name for name in missing if name == "documents"]
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
        compose = _part(shard.parts, "documents")
        secret = case.secret.read()
    given_up = {failure.record_id: failure for failure in shard.given_up}
    packing = Packing[Document]()
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
            files["documents"].extend(documents_of(made.documents, packing))
            files["comments"].extend(veiled(made.comments, secret))
    packing.write(folder / f"documents{SUFFIX}")


def _make_claims(shard: Shard, case: Case, claims: Path, mentions: Path | None, watch: _Timed) -> None:
    """Parse each document once, for its claims and, when `mentions` is where they go, for its mentions."""
    with watch.item("load", "", "parser and registers"):
        extract, find = _part(shard.parts, "claims"), _part(shard.parts, "mentions")
        _open_resources()
    documents = case.records.folder("documents", shard.names["documents"]) / f"documents{SUFFIX}"
    packing = Packing[Claim]()
    with ExitStack() as stack:
        files = stack.enter_context(_writers("claims", claims))
        finder: Mentions = KeptMentions(case.records.folder("mentions", shard.names["mentions"]))
        if mentions is not None:
            finder = NewMentions(find, stack.enter_context(_writers("mentions", mentions)))
        last: str | None = None
        for doc, sentences in _parsed(read(documents, Document), shard, files["failures"], watch):
            with watch.item("claims", doc.document_id, doc.source):
                with watch.clock.of("mentions"):
                    found, readings = finder.of(doc, sentences)
                made = tried("claims", doc.document_id, doc.source, extract, doc, sentences, found, readings)
            if isinstance(made, Failure):
                files["failures"].append(made)
            else:
                files["claims"].extend(claims_of(made, packing))
            if doc.page_id != last:
                last = doc.page_id
                watch.done(1)
    packing.write(claims / f"claims{SUFFIX}")


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


def _part(parts: Mapping[str, str], stage: str) -> Callable[..., Any]:
    kind = STAGES[stage].made_by
    loaded: Callable[..., Any] = registry.part(kind, parts.get(kind)).load()
    return loaded


@contextmanager
def _writers(stage: str, folder: Path) -> Iterator[dict[str, RecordWriter[Any]]]:
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(RecordWriter(folder / f"{name}{SUFFIX}", kind))
            for name, kind in STAGES[stage].makes.items()
        }


def load(parts: Mapping[str, str]) -> None:
    """Load all that work by these parts needs, with what the first sentence of a page calls for."""
    _part(parts, "documents")
    extract, find = _part(parts, "claims"), _part(parts, "mentions")
    _open_resources()
    first = bare_document(_FIRST, document_id="", page_id="", source="")
    for doc, sentences in _parse([first]):
        found = find(doc, sentences)
        extract(doc, sentences, found.mentions, found.readings)


_FIRST = (
    "The ministry in Paris said on Friday that the army had taken the town and that ten fighters were killed near the "
    "border."
)
"""A sentence to begin with: who reads it has opened every list that he will need."""


def _open_resources() -> None:
    """Load what is loaded once in a process, before the first page's time is taken."""
    _parse([])
    for part in registry.BUILT_IN:
        if part.kind == "resolver":
            part.load()()


def _parse(docs: list[Document]) -> list[tuple[Document, list[Sentence]]]:
    return list(parser.parse(docs))
