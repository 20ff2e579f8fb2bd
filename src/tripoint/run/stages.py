"""The stages: what each makes and which code it is made by. Their order is stated here, once."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.model import (
    Anatomy,
    Assessment,
    Claim,
    Comment,
    Contradiction,
    ControlSpan,
    Copy,
    Document,
    Event,
    Failure,
    Link,
    Mention,
    Passage,
    PublicationBound,
    Reading,
    SourceProfile,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """`made_by`: the kind of part that makes it, or a dotted name of ours. `makes`: record files and their types."""

    name: str
    made_by: str
    whole: bool
    makes: dict[str, type]


PIPELINE: tuple[Stage, ...] = (
    Stage(
        name="documents",
        made_by="outlet rules",
        whole=False,
        makes={"anatomies": Anatomy, "documents": Document, "comments": Comment, "failures": Failure},
    ),
    Stage(
        name="mentions",
        made_by="recogniser",
        whole=False,
        makes={"mentions": Mention, "readings": Reading, "failures": Failure},
    ),
    Stage(name="claims", made_by="claim extractor", whole=False, makes={"claims": Claim, "failures": Failure}),
    Stage(name="events", made_by="tripoint.events", whole=True, makes={"links": Link, "events": Event}),
    Stage(
        name="assess",
        made_by="tripoint.assess",
        whole=True,
        makes={
            "assessments": Assessment,
            "contradictions": Contradiction,
            "control": ControlSpan,
            "copies": Copy,
            "sources": SourceProfile,
            "passages": Passage,
            "publications": PublicationBound,
        },
    ),
)
"""Each stage rests on those above it. A whole stage takes the records of all shards, the others one shard's."""

STAGES = {stage.name: stage for stage in PIPELINE}
