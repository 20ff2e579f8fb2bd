"""What a build is to make: the shards of its pages, and what the names of their records are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tripoint import registry
from tripoint.config import Settings
from tripoint.run import versions
from tripoint.run.shards import Portion, Shard
from tripoint.run.stages import PIPELINE
from tripoint.store.case import Case


def shards_of(case: Case, portions: Iterable[Portion], settings: Settings) -> list[Shard]:
    """Name the folders of each portion's stages: each by its inputs, its code, the settings and the resources."""
    secret = case.secret.digest()
    makers: dict[str, tuple[str, ...]] = {}
    for stage in PIPELINE:
        if not stage.whole:
            part = registry.part(stage.made_by, settings.parts.get(stage.made_by))
            makers[stage.name] = (part.name, settings.digest(), *made_by(part.target.partition(":")[0]))
    return [_shard(case, portion, settings, secret, makers) for portion in portions]


def _shard(
    case: Case, portion: Portion, settings: Settings, secret: str, makers: Mapping[str, tuple[str, ...]]
) -> Shard:
    """`secret` and `makers` are the same for all portions of a build, so they are found out once."""
    inputs: tuple[str, ...] = (*map(str, portion.pages), secret)  # each is told to three stages
    names: dict[str, str] = {}
    for stage, maker in makers.items():
        names[stage] = versions.name_of(stage, *inputs, *maker)
        inputs = (*inputs, names[stage])
    return Shard(
        case=str(case.path), number=portion.number, pages=portion.pages, names=names, parts=dict(settings.parts)
    )


def made_by(*modules: str) -> tuple[str, ...]:
    """Return the digests of everything but the input that what `modules` make depends on."""
    own = versions.code_of(*modules, "tripoint.run.work", "tripoint.store.schema")
    return own, versions.resources(), versions.libraries()
