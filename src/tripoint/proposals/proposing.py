"""Putting the passages of a case to a model, several at a time, and keeping what stands in their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from tripoint.model import Asking
from tripoint.proposals.endpoint import Answer, Endpoint
from tripoint.proposals.grounding import grounded
from tripoint.proposals.passages import Passage, passages
from tripoint.proposals.question import version

if TYPE_CHECKING:
    from tripoint.store.proposed import Proposed
    from tripoint.store.reading import CaseReader


@dataclass(slots=True)
class Tally:
    """What a run of questions came to. `told`: entries of the answers; `kept` of them stand in the words."""

    passages: int = 0
    refused: int = 0
    unreadable: int = 0
    told: int = 0
    kept: int = 0
    slots_dropped: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    left: int = 0


def propose(
    reader: CaseReader,
    proposed: Proposed,
    endpoint: Endpoint,
    *,
    at_once: int = 4,
    most: int | None = None,
    most_tokens: int | None = None,
    watch: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Ask for every passage that was not put to this model in this way before, in the order of the sources.

    Ends after `most` passages, or when `most_tokens` are spent (questions that are out then are still heard). Each
    answer is kept when it comes: what ends the run early loses the answers that are out, and no others.
    """
    tally = Tally()
    waiting = _unasked(reader, proposed, endpoint.model)
    asked = islice(waiting, most)
    out: dict[Future[Answer], Passage] = {}
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        try:
            while True:
                spent = tally.prompt_tokens + tally.completion_tokens
                room = 0 if most_tokens is not None and spent >= most_tokens else at_once - len(out)
                out.update((pool.submit(endpoint.ask, passage), passage) for passage in islice(asked, room))
                if not out:
                    break
                for future in wait(out, return_when=FIRST_COMPLETED).done:
                    _keep(future.result(), out.pop(future), proposed, endpoint.model, tally)
                    watch(tally)
        finally:
            for future in out:
                future.cancel()
    tally.left = sum(1 for _ in waiting)
    return tally


def _unasked(reader: CaseReader, proposed: Proposed, model: str) -> Iterator[Passage]:
    known = proposed.asked()
    for doc, copy_of, _ in reader.documents():
        if copy_of is not None or doc.language != "en":
            continue
        for passage in passages(doc):
            if (passage.document_id, passage.start, passage.end, model, version()) not in known:
                yield passage


def _keep(answer: Answer, passage: Passage, proposed: Proposed, model: str, tally: Tally) -> None:
    told = answer.claims or []
    kept = tuple(grounded(told, passage, model=model, question=version()))
    asking = Asking(
        document_id=passage.document_id,
        start=passage.start,
        end=passage.end,
        model=model,
        question=version(),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        outcome=answer.outcome,
        prompt_tokens=answer.prompt_tokens,
        completion_tokens=answer.completion_tokens,
        told=len(told),
        kept=len(kept),
        detail=answer.detail,
    )
    proposed.add(asking, kept)
    tally.passages += 1
    tally.refused += answer.outcome == "refused"
    tally.unreadable += answer.outcome == "unreadable"
    tally.told += len(told)
    tally.kept += len(kept)
    tally.slots_dropped += sum(len(one.dropped) for one in kept)
    tally.prompt_tokens += answer.prompt_tokens
    tally.completion_tokens += answer.completion_tokens
