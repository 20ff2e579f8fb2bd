"""Tallies: what each source tells of all events together, counted so that what is gone can be taken off again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tripoint.assess.shares import Share, Source


@dataclass(slots=True, kw_only=True)
class Tally:
    """What one source tells: in how many events alone or joined, and how often in each document.

    `name` is how the claim with the lowest id, `named_by`, calls it; `framing` its loaded words for whom.
    """

    name: str
    named_by: str
    claims: int = 0
    alone: int = 0
    joined: int = 0
    documents: dict[str, int] = field(default_factory=dict)
    framing: dict[str, dict[str, int]] = field(default_factory=dict)


class Tallies(dict[Source, Tally]):
    """The tally of each source."""

    def __init__(self, known: Mapping[Source, Tally] | None = None) -> None:
        super().__init__(known or {})
        self._unnamed: set[Source] = set()

    def take(self, shares: Iterable[Share], *, origins: int | None = None) -> None:
        """Take in what sources tell of an event with so many independent origins (None: of what is in no event)."""
        for share in shares:
            one = self.get(share.source)
            if one is None:
                one = self[share.source] = Tally(name=share.name, named_by=share.named_by)
            if share.named_by <= one.named_by:  # names of one source differ: that of the lowest id stands
                one.name, one.named_by = share.name, share.named_by
                self._unnamed.discard(share.source)
            self._count(one, share, origins, 1)

    def drop(self, shares: Iterable[Share], *, origins: int) -> None:
        """Take off what sources told of an event that is no more, or another one, before anything is taken in."""
        for share in shares:
            one = self[share.source]
            self._count(one, share, origins, -1)
            if share.named_by == one.named_by:
                self._unnamed.add(share.source)
            if not one.claims:
                del self[share.source]
                self._unnamed.discard(share.source)

    @property
    def whole(self) -> bool:
        """Whether all is known of each source: not so where the claim is gone that named one that tells others."""
        return not self._unnamed

    def _count(self, one: Tally, share: Share, origins: int | None, by: int) -> None:
        one.claims += by * share.claims
        for document_id in share.documents:
            _add(one.documents, document_id, by)
        for party, words in share.framing.items():
            held = one.framing.setdefault(party, {})
            for word, many in words.items():
                _add(held, word, by * many)
            if not held:
                del one.framing[party]
        if origins is not None:
            one.alone += by * (origins <= 1)
            one.joined += by * (origins > 1)


def _add(counted: dict[str, int], name: str, many: int) -> None:
    found = counted.get(name, 0) + many
    if found:
        counted[name] = found
    else:
        del counted[name]
