"""What a build is to make: the shards of its pages, and what the names of their records are made of."""

from __future__ import annotations

from tripoint import registry
from tripoint.config import Settings
from tripoint.run import versions
from tripoint.run.shards import Portion, Shard
from tripoint.run.stages import PIPELINE
from tripoint.store.case import Case


def shard_of(case: Case, portion: Portion, settings: Settings) -> Shard:
    """Name the folders of the portion's stages: each by its inputs, its code, the settings and the resources."""
    inputs: tuple[object, ...] = (*map(str, portion.pages), case.secret.digest())  # each is told to three stages
    names: dict[str, str] = {}
    for stage in PIPELINE:
        if stage.whole:
            continue
        part = registry.part(stage.made_by, settings.parts.get(stage.made_by))
        maker = (part.name, settings.digest(), *made_by(part.target.partition(":")[0]))
        names[stage.name] = versions.name_of(stage.name, *inputs, *maker)
        inputs = (*inputs, names[stage.name])
    return Shard(
        case=str(case.path), number=portion.number, pages=portion.pages, names=names, parts=dict(settings.parts)
    )


def made_by(*modules: str) -> tuple[str, ...]:
    """Return the digests of everything but the input that what `modules` make depends on."""
    own = versions.code_of(*modules, "tripoint.run.work", "tripoint.store.schema")
    return own, versions.resources(), versions.libraries()
