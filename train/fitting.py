"""Fits the network: batches of sentences of like length, two losses, a falling rate, a checkpoint after each round."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from train.corpora import Example
from train.network import Network
from tripoint.resources.encoder_input import UNTOLD, Portion, padded, portions, writing
from tripoint.resources.encoder_labels import LABELS, distances
from tripoint.resources.networks import open_tokenizer

IGNORED = -100
PIECES = 2048
"""Word pieces in a batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A portion of a sentence with what it teaches: a label per token, and which tokens are the place of its verbs."""

    corpus: str
    portion: Portion
    labels: np.ndarray
    verbs: tuple[int, ...]
    places: np.ndarray
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train. `repeats`: how often a corpus is read in a round; `weights`: what its names count."""

    rounds: int
    rate: float
    head_rate: float
    repeats: dict[str, int]
    weights: dict[str, float]
    place_weight: float
    untold: float
    seed: int
    threads: int


def rows(examples: Sequence[Example], tokenizer_file: Path, weights: dict[str, float]) -> Iterator[Row]:
    """Yield the examples as the network reads them."""
    tokenizer = open_tokenizer(tokenizer_file)
    made = tokenizer.encode_batch([one.text for one in examples], add_special_tokens=False)
    for one, encoding in zip(examples, made, strict=True):
        words = [one.text[start:end] for start, end in one.tokens]
        labels = np.full(len(words), IGNORED, dtype=np.int64)
        if one.names is not None:
            labels[:] = 0
            for i in one.unsure:
                labels[i] = IGNORED
            for kind, first, last in one.names:
                labels[first:last] = LABELS.index(f"i-{kind}")
                labels[first] = LABELS.index(f"b-{kind}")
        places = np.zeros(len(words), dtype=np.float32)
        places[list(one.places)] = 1.0
        for portion in portions(encoding, one.tokens, writing(words)):
            inside = {int(tok): i for i, tok in enumerate(portion.tokens)}
            yield Row(
                corpus=one.corpus,
                portion=portion,
                labels=labels[portion.tokens],
                verbs=tuple(inside[verb] for verb in one.verbs if verb in inside),
                places=places[portion.tokens],
                weight=weights.get(one.corpus, 1.0),
            )


def batches(given: Sequence[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Yield the rows in batches of like length, both in random order."""
    order = sorted(given, key=lambda row: len(row.portion.ids) + rng.random() * 6)
    made: list[list[Row]] = [[]]
    for row in order:
        if (len(made[-1]) + 1) * (len(row.portion.ids) + 4) > PIECES and made[-1]:
            made.append([])
        made[-1].append(row)
    rng.shuffle(made)
    yield from made


def losses(
    network: Network, batch: Sequence[Row], rng: random.Random | None = None, untold: float = 0.0
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the loss on names and the loss on places of a batch."""
    ids, mask, types = padded([row.portion for row in batch])
    if rng is not None:
        for number in range(len(batch)):
            if rng.random() < untold:
                types[number][mask[number] > 0] = UNTOLD
    names, asks, answers = network(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(types))
    where = [(number, int(first)) for number, row in enumerate(batch) for first in row.portion.first]
    at = torch.tensor(where).T
    labels = torch.from_numpy(np.concatenate([row.labels for row in batch]))
    each = functional.cross_entropy(names[at[0], at[1]].float(), labels, reduction="none", ignore_index=IGNORED)
    weight = torch.from_numpy(np.concatenate([np.full(len(row.labels), row.weight) for row in batch])).float()
    told = (labels != IGNORED).float() * weight
    on_names = (each * told).sum() / told.sum().clamp(min=1.0)
    return on_names, _on_places(network, batch, asks.float(), answers.float())


def _on_places(network: Network, batch: Sequence[Row], asks: torch.Tensor, answers: torch.Tensor) -> torch.Tensor:
    asked = [(number, verb) for number, row in enumerate(batch) for verb in row.verbs]
    if not asked:
        return torch.zeros(())
    width = max(len(batch[number].portion.first) for number, _ in asked)
    first, far = (np.zeros((len(asked), width), dtype=np.int64) for _ in range(2))
    wanted, there = (np.zeros((len(asked), width), dtype=np.float32) for _ in range(2))
    for i, (number, verb) in enumerate(asked):
        row = batch[number]
        size = len(row.portion.first)
        first[i, :size], wanted[i, :size], there[i, :size] = row.portion.first, row.places, 1.0
        far[i, :size] = distances(row.portion.tokens, int(row.portion.tokens[verb]))
    numbers = torch.tensor([number for number, _ in asked])
    verbs = torch.tensor([int(batch[number].portion.first[verb]) for number, verb in asked])
    answer = answers[numbers[:, None], torch.from_numpy(first)]
    score = (answer * asks[numbers, verbs][:, None]).sum(-1) + network.distance[torch.from_numpy(far)]
    each = functional.binary_cross_entropy_with_logits(score, torch.from_numpy(wanted), reduction="none")
    return (each * torch.from_numpy(there)).sum() / len(asked)


def fit(network: Network, given: Sequence[Row], plan: Plan, out: Path) -> None:
    """Train `network` in place; the weights after each round are kept in `out`."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    rng = random.Random(plan.seed)
    whole = [row for row in given for _ in range(plan.repeats.get(row.corpus, 1))]
    steps = plan.rounds * sum(1 for _ in batches(whole, random.Random(plan.seed)))
    heads = [value for name, value in network.named_parameters() if not name.startswith("trunk")]
    trunk = [value for name, value in network.named_parameters() if name.startswith("trunk") and value.requires_grad]
    groups = [{"params": trunk, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = max(1, steps // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))
    )
    done, started = 0, time.monotonic()
    for number in range(plan.rounds):
        network.train()
        sums = [0.0, 0.0]
        for batch in batches(whole, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                on_names, on_places = losses(network, batch, rng, plan.untold)
            loss = on_names + plan.place_weight * on_places
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            sums = [sums[0] + on_names.item(), sums[1] + on_places.item()]
            done += 1
            if done % 20 == 0:
                spent = time.monotonic() - started
                sys.stderr.write(
                    f"step {done}/{steps} {spent:.0f} s, left {spent / done * (steps - done):.0f} s, "
                    f"loss {sums[0]:.3f} {sums[1]:.3f}\n"
                )
                sums = [0.0, 0.0]
        torch.save(network.state_dict(), out / f"round-{number + 1}.pt")
