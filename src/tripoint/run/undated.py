"""The documents whose page tells no day, and what others of the case say about when they were published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import pyarrow.parquet as pq

from tripoint.model import UNTOLD, Event, PublicationBound
from tripoint.run.packing import LINKED, NO_DATE
from tripoint.run.results import Results


def publications(results: Results, events: Iterable[Event]) -> Iterator[PublicationBound]:
    """Yield what the case, whose `events` are given, tells of the publication of its undated documents.

    No event is read where there are none.
    """
    from tripoint.assess import publication

    documents = results.documents()
    undated = set(documents.labelled({NO_DATE, *UNTOLD}))
    originals: list[tuple[str, str]] = []
    for one in documents.labelled({LINKED}):
        doc = documents[one]
        if doc.original_url is not None:
            originals.append((one, doc.original_url))
        if doc.published is None or doc.published.precision in UNTOLD:
            undated.add(one)
    if not undated:
        return
    telling = (event for event in events if not undated.isdisjoint(event.documents))
    yield from publication.bounds(
        sorted(undated), _linked(results, undated, originals), telling, results.claims(), results.voices()
    )


def _linked(results: Results, undated: AbstractSet[str], originals: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each document that links to its original with the document that it links to, if one of them is undated."""
    from tripoint.documents.addresses import address

    if not originals:
        return
    wanted = {address(url) for _, url in originals}
    pages = {
        page.page_id: where
        for shard in results.shards
        for page in shard.pages
        if page.url is not None and (where := address(page.url)) in wanted
    }
    at: dict[str, list[str]] = defaultdict(list)
    for path in results.paths("documents", "documents"):
        for row in _rows(path, ["document_id", "page_id"]):
            if row["page_id"] in pages:
                at[pages[row["page_id"]]].append(row["document_id"])
    for document_id, url in originals:
        found = at.get(address(url), [])
        if len(found) == 1 and found[0] != document_id and (document_id in undated or found[0] in undated):
            yield document_id, found[0]


def _rows(path: object, columns: list[str]) -> Iterator[dict[str, Any]]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=columns, use_threads=False):
            yield from batch.to_pylist()
