"""`tripoint propose`: what a large language model suggests beside the claims."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tripoint.cli.terminal import safe, write_table
from tripoint.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tripoint.model import Document, Proposal
    from tripoint.proposals import Tally
    from tripoint.store.reading import CaseReader

_NARROW = ("id", "type", "trigger", "agents", "targets", "places", "also_told", "sentence")


def propose(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
    endpoint: Annotated[
        str | None, typer.Option("--endpoint", metavar="URL", help="An OpenAI-compatible address of a model.")
    ] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="NAME", help="The model's name there.")] = None,
    most: Annotated[int | None, typer.Option("--most", min=1, help="Passages to ask for at most.")] = None,
    most_tokens: Annotated[
        int | None, typer.Option("--most-tokens", min=1, help="Ask for no more once so many tokens are spent.")
    ] = None,
    at_once: Annotated[int, typer.Option("--at-once", min=1, max=64, help="Questions that are out together.")] = 4,
    list_: Annotated[bool, typer.Option("--list", help="Ask nothing; list what was proposed so far.")] = False,
    new: Annotated[bool, typer.Option("--new", help="With --list: only what no claim tells.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The figures, or the list, as JSON.")] = False,
) -> None:
    """Put the passages of a case to a large language model and keep what it suggests, beside the claims.

    Only words that stand in the sentence are kept. A suggestion is no claim: nothing is linked, counted or exported by
    it. The words of the articles go to the address you give, and nowhere else; the key, where one is needed, is read
    from TRIPOINT_LLM_KEY. A passage is asked for once.
    """
    from tripoint.store.case import Case
    from tripoint.store.reading import CaseReader

    held = Case.open(case)
    with CaseReader(case) as reader:
        if list_:
            rows = list(_rows(reader, held.proposals, only_new=new))
            if not write_table(rows, as_json=as_json, narrow=_NARROW) and not as_json:
                print("no proposals", file=sys.stderr)
            return
        if new:
            raise InputError("--new goes with --list: it leaves out what a claim tells already")
        if endpoint is None or model is None:
            raise InputError(
                "say which model to ask: --endpoint URL --model NAME, such as --endpoint http://localhost:11434/v1"
            )
        _ask(reader, held, endpoint, model, at_once=at_once, most=most, most_tokens=most_tokens, as_json=as_json)


def _ask(
    reader: CaseReader,
    held: Any,
    address: str,
    model: str,
    *,
    at_once: int,
    most: int | None,
    most_tokens: int | None,
    as_json: bool,
) -> None:
    from tripoint.proposals import Endpoint
    from tripoint.proposals import propose as ask
    from tripoint.store.proposed import Proposed

    with Endpoint(address, model) as endpoint, Proposed(held.proposals) as proposed:
        print(f"the words of the articles go to {safe(endpoint.host)}", file=sys.stderr)
        with _listener() as watch:
            tally = ask(reader, proposed, endpoint, at_once=at_once, most=most, most_tokens=most_tokens, watch=watch)
    if as_json:
        print(json.dumps(asdict(tally), indent=1))
        return
    print(
        f"{tally.passages:,} passages asked, {tally.refused:,} refused, {tally.unreadable:,} answers not in the form"
        f" asked for; {tally.kept:,} of {tally.told:,} suggestions stand in the words, {tally.slots_dropped:,} slots"
        f" of these did not and are empty; {tally.prompt_tokens:,} tokens in, {tally.completion_tokens:,} out;"
        f" {tally.left:,} passages not asked yet"
    )


def _rows(reader: CaseReader, path: Path, *, only_new: bool) -> Iterator[dict[str, Any]]:
    """The proposals of documents that the case still holds, each with the claims that have the same trigger."""
    from tripoint.store.proposed import read

    for document_id, proposals in groupby(read(path), key=lambda one: one.document_id):
        doc = reader.document(document_id)
        if doc is None:
            continue
        claims = list(reader.claims_in(document_id))
        for one in proposals:
            trigger = one.slots[0]
            same = [
                claim.claim_id
                for claim in claims
                if claim.trigger_start < trigger.end and trigger.start < claim.trigger_end
            ]
            if not (only_new and same):
                yield _row(one, doc, same)


def _row(one: Proposal, doc: Document, same: list[str]) -> dict[str, Any]:
    slots: dict[str, list[str]] = {}
    for slot in one.slots:
        slots.setdefault(slot.slot, []).append(" ".join(slot.text.split()))
    return {
        "id": one.proposal_id,
        "type": one.type,
        "modality": one.modality,
        "polarity": one.polarity,
        **{name: "; ".join(slots.get(name, ())) for name in _SLOTS},
        "also_told": ", ".join(same),
        "sentence": " ".join(doc.text[one.start : one.end].split()),
        "start": one.start,
        "end": one.end,
        "document": one.document_id,
        "source": doc.source,
        "model": one.model,
    }


_SLOTS = ("trigger", "agents", "targets", "recipients", "places", "time", "amounts", "speaker")


@contextmanager
def _listener() -> Iterator[Callable[[Tally], None]]:
    """Give what hears how far the questions are; it writes on the error stream."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import Progress, TextColumn

    with Progress(TextColumn("{task.description}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("asking")

        def hear(tally: Tally) -> None:
            spent = tally.prompt_tokens + tally.completion_tokens
            bar.update(task, description=f"{tally.passages:,} passages, {tally.kept:,} suggestions, {spent:,} tokens")

        yield hear
