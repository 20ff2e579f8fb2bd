"""The records. Frozen, slotted, keyword-only; tuples, not lists; enums for categories."""

from __future__ import annotations

from tripoint.model.assessment import (
    Assessment,
    Contradiction,
    ControlSpan,
    Framing,
    Origin,
    Side,
    SourceProfile,
    Tallied,
)
from tripoint.model.bare import bare_document
from tripoint.model.claim import (
    Absent,
    AmountSlot,
    Aspect,
    Claim,
    ClaimKind,
    Code,
    Correction,
    Evidence,
    Modality,
    Party,
    PlaceSlot,
    Polarity,
    Speaker,
)
from tripoint.model.decision import Decision
from tripoint.model.document import Comment, Copy, Document, DocumentBlock, Passage, PublicationBound, Revision
from tripoint.model.event import Event, EventField, Link, Verdict
from tripoint.model.failure import Failure, Run
from tripoint.model.ids import bytes_digest, digest
from tripoint.model.mention import Mention, MentionKind, Reading
from tripoint.model.page import (
    ARTICLE_ROLES,
    CLAIM_ROLES,
    COMMENT_ROLES,
    Anatomy,
    Block,
    BlockRole,
    Found,
    Page,
    Sighting,
)
from tripoint.model.proposal import Asking, DroppedSlot, Proposal, ProposedSlot
from tripoint.model.values import UNTOLD, AmountValue, Dated, PlaceValue, Reason, Span, TimeValue

__all__ = [
    "ARTICLE_ROLES",
    "CLAIM_ROLES",
    "COMMENT_ROLES",
    "UNTOLD",
    "Absent",
    "AmountSlot",
    "AmountValue",
    "Anatomy",
    "Asking",
    "Aspect",
    "Assessment",
    "Block",
    "BlockRole",
    "Claim",
    "ClaimKind",
    "Code",
    "Comment",
    "Contradiction",
    "ControlSpan",
    "Copy",
    "Correction",
    "Dated",
    "Decision",
    "Document",
    "DocumentBlock",
    "DroppedSlot",
    "Event",
    "EventField",
    "Evidence",
    "Failure",
    "Found",
    "Framing",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Origin",
    "Page",
    "Party",
    "Passage",
    "PlaceSlot",
    "PlaceValue",
    "Polarity",
    "Proposal",
    "ProposedSlot",
    "PublicationBound",
    "Reading",
    "Reason",
    "Revision",
    "Run",
    "Side",
    "Sighting",
    "SourceProfile",
    "Span",
    "Speaker",
    "Tallied",
    "TimeValue",
    "Verdict",
    "bare_document",
    "bytes_digest",
    "digest",
]
