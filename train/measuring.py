"""Measures the network on sentences it has not learned from: names by overlap and exactly, places by tokens."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from train.fitting import IGNORED, Row
from train.network import Network
from tripoint.evals.counts import Counts
from tripoint.evals.spans import Stretch, exact, overlapping
from tripoint.resources.encoder_input import padded
from tripoint.resources.encoder_labels import KINDS, LABELS, distances

Scores = dict[str, Counts]


def measure(network: Network, given: Sequence[Row], thresholds: Sequence[float] = (0.3, 0.4, 0.5, 0.6)) -> Scores:
    """Return counts by name: `org overlap`, `org exact`, `place .50` and so on."""
    network.eval()
    scores: Scores = {}
    order = sorted(given, key=lambda row: len(row.portion.ids))
    for low in range(0, len(order), 32):
        batch = order[low : low + 32]
        ids, mask, types = (torch.from_numpy(part) for part in padded([row.portion for row in batch]))
        with torch.no_grad():
            names, asks, answers = network(ids, mask, types)
        for number, row in enumerate(batch):
            first = torch.from_numpy(row.portion.first)
            if (row.labels != IGNORED).any():
                _count_names(scores, row.labels, names[number, first].argmax(-1).numpy())
            for verb in row.verbs:
                at = distances(row.portion.tokens, int(row.portion.tokens[verb]))
                score = answers[number, first] @ asks[number, first[verb]] + network.distance[torch.from_numpy(at)]
                share = torch.sigmoid(score).detach().numpy()
                for threshold in thresholds:
                    told = share >= threshold
                    _add(
                        scores,
                        f"place {threshold:.2f}",
                        Counts(
                            right=int((told & (row.places > 0)).sum()),
                            given=int(told.sum()),
                            wanted=int(row.places.sum()),
                        ),
                    )
    return scores


def _count_names(scores: Scores, wanted: np.ndarray, given: np.ndarray) -> None:
    for kind in KINDS:
        theirs = [span for span, name in spans(wanted) if name == kind]
        ours = [
            span for span, name in spans(given) if name == kind and not (wanted[span[0] : span[1]] == IGNORED).any()
        ]
        _add(scores, f"{kind} overlap", overlapping(ours, theirs))
        _add(scores, f"{kind} exact", exact(ours, theirs))


def _add(scores: Scores, name: str, counts: Counts) -> None:
    scores[name] = scores.get(name, Counts()) + counts


def spans(labels: Sequence[int] | np.ndarray) -> list[tuple[Stretch, str]]:
    """Return the names that labels mark, with their kinds."""
    found: list[tuple[Stretch, str]] = []
    for i, label in enumerate(labels):
        mark, _, kind = LABELS[label].partition("-") if label >= 0 else ("", "", "")
        if mark == "i" and found and found[-1][0][1] == i and found[-1][1] == kind:
            found[-1] = ((found[-1][0][0], i + 1), kind)
        elif mark:
            found.append(((i, i + 1), kind))
    return found


def table(scores: Scores) -> list[str]:
    """Return a line per count."""
    return [
        f"{n:14} P {c.precision or 0:.3f} R {c.recall or 0:.3f} F {c.f1 or 0:.3f} of {c.wanted}"
        for n, c in sorted(scores.items())
    ]
