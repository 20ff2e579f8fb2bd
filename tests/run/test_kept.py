"""What linking keeps is used again, and a case that grew or changed says what a fresh build of it says."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.make import claim, day
from tests.events.test_judgements import told
from tripoint.model import (
    Assessment,
    Claim,
    Decision,
    Document,
    Event,
    Link,
    Modality,
    Party,
    Passage,
    Polarity,
    digest,
)
from tripoint.run.piles import pile_of
from tripoint.run.results import Results
from tripoint.run.whole import make_assessments, make_events
from tripoint.store.case import Case
from tripoint.store.records import write
from tripoint.store.volumes import RecordRows

PILES: dict[str, dict[str, type]] = {
    "events": {"events": Event},
    "assess": {"assessments": Assessment, "passages": Passage},
}
Shards = dict[str, list[int]]
"""The numbers of the documents of each shard; a shard whose name ends in `!` tells other days."""


def facing(claim: Claim) -> Claim:
    """Return the claim, or one that others of its place, page or party can face."""
    rng = random.Random(claim.claim_id)
    if rng.random() < 0.3:
        return replace(claim, modality=Modality.UNCONFIRMED)
    if rng.random() < 0.3:
        return replace(claim, polarity=Polarity.DENIED)
    if rng.random() < 0.3:
        sides = [Party(name=name, actor_id=name.lower(), text=name, start=0, end=1) for name in ("Rangers", "Raiders")]
        one, other = rng.sample(sides, 2)
        kind = rng.choice(("backs", "attack", "part_of"))
        return replace(claim, type=kind, agents=(one,), targets=(other,) * (kind == "attack"), recipients=(other,))
    return claim


def campaign(number: int, doc: Document) -> list[Claim]:
    """Return an operation, and what was taken days later in its course; some texts tell of one, some of the other."""
    side = (("Rangers", "Raiders")[number % 2],)
    first = number % 20 + 1
    told = [
        claim(f"op{number:03}", doc.document_id, "operation", doc.text[:30], agents=side, at=("Millbrook",),
              time=day(f"2015-03-{first:02}"), aspect="begun"),
        claim(f"act{number:03}", doc.document_id, "capture", doc.text[20:60], agents=side, at=("Stonewell",), start=150,
              time=day(f"2015-03-{first + 7:02}")),
    ]  # fmt: skip
    return told if number % 3 else told[: 1 + number % 2]


def records(case: Path, name: str, numbers: list[int]) -> None:
    """Write the record files of a shard."""
    made = [told(number) for number in numbers]
    claims = [facing(claim) for _, some in made for claim in some]
    if name.startswith("campaign"):
        claims = [claim for number, (doc, _) in zip(numbers, made, strict=True) for claim in campaign(number, doc)]
    if name.endswith("!"):
        claims = [replace(claim, time=day("2015-03-20")) for claim in claims]
    for stage, kind, listed in (("documents", Document, [doc for doc, _ in made]), ("claims", Claim, claims)):
        folder = case / "records" / stage / name
        if not folder.exists():
            folder.mkdir(parents=True)
            write(folder / f"{stage}.parquet", kind, listed)


def made(
    case: Path, build: str, shards: Shards, workers: int, decisions: tuple[Decision, ...] = ()
) -> dict[str, bytes]:
    """Link and assess the shards; return the bytes of every record file."""
    for name, numbers in shards.items():
        records(case, name, numbers)
    parts = [SimpleNamespace(names={"documents": name, "claims": name}, pages=()) for name in shards]
    results = Results(Case(case), parts, [], decisions, workers=workers)  # type: ignore[arg-type]
    found = {}
    for stage, make in (("events", make_events), ("assess", make_assessments)):
        folder = case / stage / build
        folder.mkdir(parents=True)
        make(results, folder)
        results.whole[stage] = folder
        found |= {path.name: path.read_bytes() for path in folder.glob("*.parquet") if path.name[:5] != "links"}
        for stem, kind in PILES[stage].items():
            found[stem] = b"".join(map(msgspec.msgpack.encode, pile_of(folder, stem, kind)))
    # Links lie in volumes, one for each build that found some.
    listed = list(RecordRows(case / "events" / build / "links.parquet", Link))
    found["links"] = msgspec.msgpack.encode(listed)
    results.forget()
    return found


def rejecting(claim: str) -> Decision:
    return Decision(
        decision_id=digest("decision", claim), act="reject", subject=claim, other=None, value=None,
        who="Ana", why="", at="2020-01-01T00:00:00Z",
    )  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.integers(0, 120), min_size=14, max_size=40, unique=True),
    st.lists(st.integers(121, 160), max_size=5, unique=True),
    st.integers(1, 2),
    st.booleans(),
)
def test_a_case_that_grew_and_changed_says_what_a_fresh_build_says(
    first: list[int], more: list[int], workers: int, rejects: bool
) -> None:
    third = len(first) // 3
    before = {"a": first[:third], "b": first[third : 2 * third], "c": first[2 * third :]}
    after = {"a": before["a"], "b!": before["b"], "c": before["c"], "d": more}
    decided = (rejecting(told(first[0])[1][0].claim_id),) if rejects else ()
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        made(Path(one), "first", before, workers)
        assert made(Path(one), "second", after, workers, decided) == made(Path(two), "only", after, 1, decided)


@settings(max_examples=6, deadline=None)
@given(
    st.lists(st.integers(0, 120), min_size=30, max_size=60, unique=True),
    st.lists(st.integers(121, 160), min_size=1, max_size=4, unique=True),
    st.integers(1, 2),
    st.booleans(),
)
def test_a_case_that_grew_by_little_twice_says_what_a_fresh_build_says(
    first: list[int], more: list[int], workers: int, rejects: bool
) -> None:
    begun = {"a": first[:10], "b": first[10:20], "c": first[20:]}
    grown = {**begun, "d": more}
    last = {"b": begun["b"], "c": begun["c"], "d": more, "e": [161, 162]} if rejects else {**grown, "e": [161, 162]}
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        made(Path(one), "first", begun, workers)
        made(Path(one), "second", grown, workers)
        assert made(Path(one), "third", last, workers) == made(Path(two), "only", last, 1)


def test_parts_of_operations_are_those_of_a_fresh_build(tmp_path: Path) -> None:
    before = {"campaign a": list(range(60)), "campaign b": list(range(60, 80)), "c": list(range(80, 100))}
    after = {"campaign a": before["campaign a"], "campaign b!": before["campaign b"], "campaign d": [101, 102]}
    made(tmp_path / "one", "first", before, 1)
    found = made(tmp_path / "one", "second", after, 1)
    assert found == made(tmp_path / "two", "only", after, 1)
    parts, then = (
        [event.parts for event in pile_of(tmp_path / "one" / "events" / build, "events", Event) if event.parts]
        for build in ("second", "first")
    )
    assert parts
    assert set(parts) - set(then)
    assert set(then) - set(parts)


def test_rows_of_shards_that_have_not_changed_are_taken_over(tmp_path: Path) -> None:
    shards = {"a": list(range(12)), "b": list(range(12, 24))}
    made(tmp_path, "first", shards, 1)
    made(tmp_path, "second", {**shards, "c": [30]}, 1)
    one, two = (
        {path.name: path for path in (tmp_path / "events" / build).glob("*.packs")} for build in ("first", "second")
    )
    assert set(one) == {"rows-0.packs", "records-0.packs", "texts-0.packs", "against-0.packs"}
    assert set(two) - set(one) == {"rows-1.packs", "records-1.packs", "texts-1.packs", "against-1.packs"}
    assert all(two[name].samefile(path) for name, path in one.items())


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    shards = {"a": list(range(16))}
    first = made(tmp_path, "first", shards, 1)
    for path in (tmp_path / "events" / "first").iterdir():
        if path.suffix in (".npy", ".msgpack", ".packs", ".places"):
            path.write_bytes(path.read_bytes()[: random.Random(path.name).randrange(40)])
    assert made(tmp_path, "second", shards, 1) == first
