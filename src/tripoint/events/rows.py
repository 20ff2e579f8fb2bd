"""Rows: what linking needs of the claims of some documents, made document by document, whoever does it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import msgspec

from tripoint.comparison.occasions import Occasions, Vectors
from tripoint.comparison.shelves import Shelf
from tripoint.comparison.voices import Voices
from tripoint.events.accounts import Account, accounts
from tripoint.events.blocks import Blocks, neighbourhood, neighbours
from tripoint.events.judging import compare
from tripoint.events.profile import Profile, profile
from tripoint.events.screen import Screen
from tripoint.events.setting import REPEATED, Setting
from tripoint.events.sides import helpers
from tripoint.events.threads import is_single
from tripoint.model import Claim, Link, Verdict

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_UNTOLD = bytes(16)


@dataclass(slots=True)
class Rows:
    """Columns over claims, in their order; `heads` and `ends` count from the first claim of these rows.

    `order` is what claims are walked by, `texts` the number of each claim's document. `tellings` and `stamps` hold 16
    bytes for each claim: of its words and slots (zeros where few words tell it), and of all that linking looks at.
    `heads` is the claim that stands for the account each belongs to; `ends` and `apart` tell of each link inside a
    document which claims it is of and whether it keeps them apart. `crowds` counts the documents that tell of acts of
    violence in a place.
    """

    ids: list[str] = field(default_factory=list)
    texts: array[int] = field(default_factory=lambda: array("I"))
    order: tuple[array[int], ...] = field(default_factory=lambda: (array("q"), array("q"), array("q")))
    tellings: bytearray = field(default_factory=bytearray)
    stamps: bytearray = field(default_factory=bytearray)
    places: list[frozenset[str]] = field(default_factory=list)
    heads: array[int] = field(default_factory=lambda: array("I"))
    ends: tuple[array[int], array[int]] = field(default_factory=lambda: (array("I"), array("I")))
    apart: bytearray = field(default_factory=bytearray)
    crowds: Counter[str] = field(default_factory=Counter)
    blocks: Blocks = field(default_factory=Blocks)
    screen: Screen = field(default_factory=Screen)
    vectors: Vectors = field(default_factory=Vectors)

    def join(self, other: Rows) -> None:
        """Put other rows behind these."""
        first = len(self.ids)
        known = {places: places for places in set(self.places)} if self.places else {}
        self.ids.extend(other.ids)
        self.texts.extend(other.texts)
        for column, values in zip(self.order, other.order, strict=True):
            column.extend(values)
        self.tellings += other.tellings
        self.stamps += other.stamps
        self.places.extend(known.setdefault(places, places) for places in other.places)
        for column, values in zip((self.heads, *self.ends), (other.heads, *other.ends), strict=True):
            column.extend(array("I", (first + value for value in values)))
        self.apart += other.apart
        self.crowds.update(other.crowds)
        self.blocks.join(other.blocks)
        self.screen.join(other.screen)
        self.vectors.join(other.vectors)


class Reader:
    """Makes rows of documents: profiles of their claims, compared with each other and brought into accounts."""

    def __init__(self, voices: Voices, occasions: Occasions, setting: Setting, rejected: AbstractSet[str]) -> None:
        self._voices = voices
        self._occasions = occasions
        self._setting = setting
        self._rejected = rejected

    def rows(self, told: Sequence[Sequence[Claim]], some: range, profiles: Shelf, links: Shelf) -> Rows:
        """Return the rows of `some` of the documents; a profile of each claim goes to `profiles`."""
        rows = Rows()
        for text in some:
            group = told[text]
            self._add(rows, text, group, profiles, links)
            rows.vectors.join(self._occasions.vectors([group[0].document_id]))
        return rows

    def _add(self, rows: Rows, text: int, group: Sequence[Claim], profiles: Shelf, links: Shelf) -> None:
        rejected, occasions = self._rejected, self._occasions
        behind = helpers(claim for claim in group if claim.claim_id not in rejected)
        documents = self._setting.documents
        alone = [profile(claim, self._voices, documents, helpers=behind, rare=occasions.rare) for claim in group]
        standing = [held for held in alone if held.claim.claim_id not in rejected]
        rows.crowds.update({name for held in standing if held.claim.type in REPEATED for name in held.held_keys})
        for held, head in zip(alone, self._accounts(rows, group, alone, links), strict=True):
            seen = head or held
            if head is None:
                rows.blocks.skip()
            else:
                rows.blocks.add(head, _Filed(occasions, held.claim.document_id))
            for column, value in zip(rows.order, neighbourhood(seen), strict=True):
                column.append(value)
            rows.ids.append(held.claim.claim_id)
            rows.texts.append(text)
            rows.tellings += (None if held.claim.claim_id in rejected else held.telling) or _UNTOLD
            rows.places.append(seen.held_keys)
            rows.stamps += blake2b(_ENCODE(seen), digest_size=16).digest()
            rows.screen.add(seen, text)
            profiles.append(seen)

    def _accounts(
        self, rows: Rows, group: Sequence[Claim], alone: Sequence[Profile], shelf: Shelf
    ) -> list[Profile | None]:
        """Compare the claims of one document; return for each the profile of the account it stands for, if it does.

        A rejected claim is an account of its own: it lends nothing to the others.
        """
        first = len(rows.ids)
        single = is_single(alone)
        told = [replace(held, single=single) for held in alone] if single else alone
        links: list[Link] = []
        for one, two in neighbours(told):
            a, b = sorted((one, two), key=lambda at: told[at].claim.claim_id)
            link = compare(told[a], told[b], self._setting)
            if link is not None:
                links.append(link)
                shelf.append(link)
                rows.apart.append(link.verdict is Verdict.DIFFERENT)
                for column, at in zip(rows.ends, (a, b), strict=True):
                    column.append(first + at)
        place = {held.claim.claim_id: at for at, held in enumerate(told)}
        found: list[Profile | None] = [None] * len(told)
        heads = [0] * len(told)
        for account in _of_standing(group, told, links, self._rejected):
            head = place[account.profile.claim.claim_id]
            found[head] = account.profile
            for member in account.members:
                heads[place[member]] = first + head
        rows.heads.extend(heads)
        return found


def _of_standing(
    group: Sequence[Claim], told: Sequence[Profile], links: Sequence[Link], rejected: AbstractSet[str]
) -> list[Account]:
    if rejected.isdisjoint(claim.claim_id for claim in group):
        return accounts(group, told, links)
    aside = [Account(held, (held.claim.claim_id,)) for held in told if held.claim.claim_id in rejected]
    return aside + accounts(
        [claim for claim in group if claim.claim_id not in rejected],
        [held for held in told if held.claim.claim_id not in rejected],
        [link for link in links if link.claim_a not in rejected and link.claim_b not in rejected],
    )


class _Filed:
    """The words that a document is filed under, found when they are asked for."""

    def __init__(self, occasions: Occasions, document_id: str) -> None:
        self._occasions = occasions
        self._document_id = document_id

    def __call__(self) -> tuple[int, ...]:
        return self._occasions.filed_under(self._document_id)
