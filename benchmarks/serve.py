"""How quickly a case of 100,000 events is answered over HTTP: `python benchmarks/serve.py [--events 100000]`.

The case is generated (generated.py): stories of one to four happenings, each happening an event, told by one to six
documents in words of their own. Its rows are written as a build writes them, without linking. The server runs in a
process of its own and is asked over one connection: portions of lists in their order and at random places, with filters
that were not asked before and again, single things, searches, and the columns of the map. Prints as JSON for each kind
the number of answers and the median, 95th percentile and longest time in milliseconds, from the request to the last
byte, and beside it the processor's time of the server per answer, which does not grow with what else the machine does.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import generated
from tripoint.errors import CaseError
from tripoint.model import Assessment, Claim, Contradiction, ControlSpan, Event, EventField, Origin, Side, digest
from tripoint.store import rows
from tripoint.store.case import Case
from tripoint.store.database import beginning, ending
from tripoint.store.reading import CaseReader

SEED = 7


def big_case(path: Path, events: int) -> Path:
    """Return a case of that many events, made unless it is there; one of another version is made anew."""
    if (path / "case.db").exists():
        try:
            CaseReader(path).close()
        except CaseError:
            shutil.rmtree(path)
        else:
            return path
    case = Case.create(path)
    generated.signature = lambda text: ()  # nobody looks for copies here
    places = max(40, round(events * 3 * generated.PLACES_PER_CLAIM))
    told: list[tuple[str, list[str]]] = []
    kept: dict[str, Claim] = {}
    with beginning(case.database) as db:
        number = 0
        while len(told) < events:
            tellings = generated.story(number, seed=SEED, places=places)
            number += 1
            db.add("documents", [rows.document_row(doc) for doc, _ in tellings])
            db.add_claims(claim for _, claims in tellings for claim in claims)
            for at in range(len(tellings[0][1])):
                some = [claims[at] for _, claims in tellings]
                told.append((digest("event", some[0].claim_id), [claim.claim_id for claim in some]))
                kept |= {claim.claim_id: claim for claim in some}
    with ending(case.database) as db:
        for name, names in told[:events]:
            _add_event(db, name, [kept[claim_id] for claim_id in names])
        db.note(case_key="generated", settings_digest="generated")
    return path


def _add_event(db: object, name: str, claims: list[Claim]) -> None:
    first = next((claim for claim in claims if claim.time is not None), claims[0])
    origins = tuple(Origin(claims=(claim.claim_id,), why="shares nothing") for claim in claims)
    denied = tuple(claim.claim_id for claim in claims if claim.polarity.value == "denied")
    against = tuple(claim.claim_id for claim in claims if claim.claim_id not in denied) if denied else ()
    found = []
    if denied and against:
        sides = (Side(value="affirmed", claims=against), Side(value="denied", claims=denied))
        found.append(
            Contradiction(
                contradiction_id=digest("contradiction", name),
                event_id=name,
                field="occurred",
                sides=sides,
                why="one side says that it is so, the other that it is not",
                explained=None,
            )
        )
    place = first.places[0].place
    event = Event(
        event_id=name,
        type=first.type,
        label=f"{first.agents[0].name}: {first.type} at {place.name} ({len(claims)} origins)",
        time=first.time,
        place=place,
        agents=first.agents,
        targets=first.targets,
        amounts=first.amounts,
        claims=tuple(claim.claim_id for claim in claims),
        documents=tuple(claim.document_id for claim in claims),
        fields=(EventField(field="place", value=place.name, claims=(first.claim_id,), shown=True),),
    )
    behind = Assessment(
        event_id=name,
        origins=origins,
        adverse_origins=len(denied),
        contradictions=tuple(one.contradiction_id for one in found),
        credibility=3,
        reasons=(),
    )
    db.add_event(rows.event_row(event, behind), event_id=name, claims=event.claims)  # type: ignore[attr-defined]
    db.add("contradictions", map(rows.contradiction_row, found))  # type: ignore[attr-defined]
    if first.type == "control" and first.time is not None:
        db.add("control", [rows.control_row(_span(name, first))])  # type: ignore[attr-defined]


def _span(name: str, claim: Claim) -> ControlSpan:
    assert claim.time is not None
    place, holder = claim.places[0].place, claim.agents[0]
    return ControlSpan(
        span_id=digest("span", name),
        place_id=place.place_id or "",
        place=place.name,
        holder_id=holder.actor_id,
        holder=holder.name,
        status=None,
        start=claim.time.start,
        end=None,
        basis="reported",
        claims=(claim.claim_id,),
        last_evidence=claim.time.start,
        reasons=(),
        known_since=claim.time.start,
    )


class Asking:
    """One connection to the server, and how long its answers took by kind."""

    def __init__(self, port: int, case: str, server: int) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._root = f"/api/cases/{case}"
        self.times: dict[str, list[float]] = {}
        self.seconds: dict[str, float] = {}
        self._server = Path(f"/proc/{server}/stat")

    def get(self, kind: str, address: str, /, **asked: object) -> dict[str, object]:
        """Ask, and note how long it took until the last byte."""
        query = urlencode(asked, doseq=True, quote_via=quote)
        used, start = self._used(), time.perf_counter()
        self._line.request("GET", f"{self._root}{address}{'?' if query else ''}{query}")
        answer = self._line.getresponse()
        raw = answer.read()
        self.times.setdefault(kind, []).append((time.perf_counter() - start) * 1000)
        self.seconds[kind] = self.seconds.get(kind, 0.0) + self._used() - used
        if answer.status != 200:
            raise SystemExit(f"{address} {asked}: {answer.status} {raw[:300]!r}")
        told: dict[str, object] = json.loads(raw)
        return told

    def _used(self) -> float:
        fields = self._server.read_text(encoding="ascii").rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def walk(self, kind: str, address: str, portions: int, /, **asked: object) -> list[dict[str, object]]:
        """Ask for portions in a row and return the items of the last."""
        told = self.get(kind, address, **asked)
        for _ in range(portions - 1):
            if told["next"] is None:
                break
            told = self.get(kind, address, **asked, cursor=told["next"])
        return told["items"]  # type: ignore[return-value]


def filters(rng: random.Random) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield questions of every kind, each with the word for its kind."""
    for number in range(12):
        west, south = rng.uniform(36, 46), rng.uniform(30, 35)
        day = f"20{rng.randrange(15, 19)}-{rng.randrange(1, 13):02d}"
        yield "place", {"place": f"Town {rng.randrange(3000)}"}
        yield "actor", {"actor": f"Side {number + 2}"}
        yield "type", {"type": rng.sample(generated.TYPES, rng.randrange(1, 4))}
        yield "time", {"since": day, "until": f"{day}-28"}
        yield "q", {"q": rng.choice(generated.WORDS)}
        yield "bbox", {"bbox": f"{west:.3f},{south:.3f},{west + 1:.3f},{south + 1:.3f}"}
        yield "contested", {"contested": "true", "origins": number % 5}
        yield "several", {"actor": f"Side {number}", "type": rng.choice(generated.TYPES), "since": day}


def measure(asking: Asking, seed: int) -> None:
    """Ask for everything."""
    rng = random.Random(seed)
    asking.get("any, while it starts", "/exports")
    asking.get("overview, first", "")
    asking.get("points of all, first", "/events/points")
    for _ in range(5):
        asking.get("points of all, again", "/events/points")
    for what in ("events", "claims", "documents"):
        asking.walk(f"{what}, portions in a row", f"/{what}", 40)
    events = asking.walk("events, portions of 500", "/events", 10, limit=500)
    for row in rng.sample(events, 60):
        asking.get("one event", f"/events/{row['id']}")
        asking.get("rows by number", "/events/rows", row=row["row"])
    for kind, asked in filters(rng):
        asking.walk(f"events by {kind}, new", "/events", 1, **asked)
        asking.walk(f"events by {kind}, again", "/events", 3, **asked)
        asking.walk(f"claims by {kind}", "/claims", 2, **asked)
        asking.get("points of some", "/events/points", **asked)
    for _ in range(40):
        words = " ".join(rng.sample(generated.WORDS, rng.randrange(1, 3)))
        asking.get("search", "/search", q=words, kind=rng.choice(["claims", "documents"]))
    for what in ("places", "actors", "sources", "contradictions", "control", "review"):
        asking.get(f"{what}, first", f"/{what}")
        asking.walk(f"{what}, portions in a row", f"/{what}", 20)
    for place in asking.walk("places", "/places", 1, limit=30):
        asking.get("one place", f"/places/{place['id']}")
    for actor in asking.walk("actors", "/actors", 1, limit=24):
        asking.get("one actor", f"/actors/{actor['id']}")


def main() -> None:
    """Make the case, serve it, ask, and print how long the answers took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--case", type=Path, help="where the case is kept; taken as it is when it is there")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    path = asked.case or Path(tempfile.gettempdir()) / f"tripoint-served-{asked.events}.case"
    started = time.perf_counter()
    big_case(path, asked.events)
    made = time.perf_counter() - started
    words = [sys.executable, "-c", "from tripoint.cli.main import main; main()", "serve", str(path)]
    with subprocess.Popen([*words, "--port", "0", "--no-open"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = re.search(r":(\d+)/ ", server.stdout.readline())
        assert found is not None, "the server did not start"
        asking = Asking(int(found[1]), path.name, server.pid)
        try:
            measure(asking, asked.seed)
            held = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text(encoding="ascii"))
        finally:
            server.terminate()
    figures = {
        kind: {
            "answers": len(times),
            "median": round(statistics.median(times), 1),
            "p95": round(sorted(times)[min(len(times) - 1, int(len(times) * 0.95))], 1),
            "longest": round(max(times), 1),
            "processor": round(1000 * asking.seconds[kind] / len(times), 1),
        }
        for kind, times in asking.times.items()
    }
    print(f"{'what is asked':36}{'answers':>8}{'median':>9}{'p95':>9}{'longest':>9}{'processor':>10}", file=sys.stderr)
    for kind, told in figures.items():
        print(
            f"{kind:36}{told['answers']:8}" + "".join(f"{told[name]:9.1f}" for name in list(told)[1:]), file=sys.stderr
        )
    portions = sorted(t for kind, times in asking.times.items() if "points" not in kind for t in times)
    summary = {
        "events": asked.events,
        "seconds_to_make": round(made, 1),
        "server_mb": None if held is None else int(held[1]) // 1024,
        "all_but_points_p95_ms": round(portions[int(len(portions) * 0.95)], 1),
        "by_kind_ms": figures,
    }
    print(json.dumps(summary, indent=1))


if __name__ == "__main__":
    main()
