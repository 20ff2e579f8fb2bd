"""Evaluations: readers of public benchmarks and scorers, over the real stages. `tripoint eval NAME --data DIR`."""

from __future__ import annotations

EVALUATIONS: dict[str, str] = {
    "anatomy": "tripoint.evals.anatomy:evaluate",
    "attribution": "tripoint.evals.attribution:evaluate",
    "copies": "tripoint.evals.copies:evaluate",
    "coreference": "tripoint.evals.coreference:evaluate",
    "event-location": "tripoint.evals.event_location:evaluate",
    "factuality": "tripoint.evals.factuality:evaluate",
    "geoparsing": "tripoint.evals.geoparsing:evaluate",
    "muc4": "tripoint.evals.muc4:evaluate",
    "plover": "tripoint.evals.plover:evaluate",
    "re3d": "tripoint.evals.re3d:evaluate",
    "timeml": "tripoint.evals.timeml:evaluate",
}
"""For each evaluation its function `evaluate(data, *, limit=None) -> Evaluation`, as `module:function`."""
