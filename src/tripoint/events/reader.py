"""From the claims of documents to their rows: profiles, compared with each other and brought into accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from hashlib import blake2b

import msgspec
from msgspec.structs import replace

from tripoint.comparison.occasions import hashed_words
from tripoint.comparison.voices import Voices
from tripoint.comparison.wording import hashed
from tripoint.events.accounts import Account, accounts
from tripoint.events.blockkeys import rare_kinds, undated
from tripoint.events.blocks import neighbourhood, neighbours
from tripoint.events.bonds import mark
from tripoint.events.clauses import inner
from tripoint.events.clusters import Single
from tripoint.events.judging import compare
from tripoint.events.profile import Profile
from tripoint.events.profiling import profile
from tripoint.events.rows import Rows
from tripoint.events.setting import REPEATED, Setting
from tripoint.events.sides import helpers
from tripoint.events.threads import is_single
from tripoint.model import Claim, Link

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_UNTOLD = bytes(16)


class Reader:
    """Makes rows of documents: profiles of their claims, compared with each other and brought into accounts."""

    def __init__(self, voices: Voices, setting: Setting, rejected: AbstractSet[str]) -> None:
        self._voices = voices
        self._setting = setting
        self._rejected = rejected

    def rows(self, told: Iterable[Sequence[Claim]]) -> Rows:
        """Return the rows of some documents."""
        rows = Rows()
        for group in told:
            self._add(rows, group)
        return rows

    def _add(self, rows: Rows, group: Sequence[Claim]) -> None:
        rejected, documents = self._rejected, self._setting.documents
        behind = helpers(claim for claim in group if claim.claim_id not in rejected)
        within = inner(group)
        alone = [profile(claim, self._voices, documents, helpers=behind, inner=within) for claim in group]
        standing = [held for held in alone if held.claim.claim_id not in rejected]
        rows.crowds.update({name for held in standing if held.claim.type in REPEATED for name in held.held_keys})
        text, doc = len(rows.vocabulary), documents.get(group[0].document_id)
        profiles, singles, _, quoted = rows.records
        for claim, held, head in zip(group, alone, self._accounts(rows, group, alone), strict=True):
            seen = head or held
            if head is None:
                rows.blocks.skip()
            else:
                rows.blocks.add(head)
            rows.kinds.append(rare_kinds(head) if head is not None else ())
            rows.words.append(sorted(hashed([word]) for word in seen.content))
            rows.opens.append(head is not None and (head.lead or undated(head)))
            for column, value in zip(rows.order, neighbourhood(seen), strict=True):
                column.append(value)
            rows.ids.append(held.claim.claim_id)
            rows.texts.append(text)
            rows.tellings += (None if held.claim.claim_id in rejected else held.telling) or _UNTOLD
            repeated = seen.held_keys if seen.kinds & REPEATED else frozenset()
            rows.placed.append(rows.places.setdefault(repeated, len(rows.places)))
            record = _ENCODE(seen)
            rows.stamps += blake2b(record, digest_size=16).digest()
            rows.screen.add(seen, text)
            profiles.append(record)
            singles.append(_ENCODE(Single.of(claim, doc)))
        rows.vocabulary.append(sorted(hashed_words(doc.text)) if doc is not None else ())
        quoted.append(_ENCODE(self._voices.quotes(group[0].document_id)))
        rows.statements.append(self._voices.statements(group[0].document_id))

    def _accounts(self, rows: Rows, group: Sequence[Claim], alone: Sequence[Profile]) -> list[Profile | None]:
        """Compare the claims of one document; return for each the profile of the account it stands for, if it does.

        A rejected claim is an account of its own: it lends nothing to the others.
        """
        first = len(rows.ids)
        single = is_single(alone)
        told = [replace(held, single=single) for held in alone] if single else alone
        links: list[Link] = []
        _, _, encoded, _ = rows.records
        for one, two in neighbours(told):
            a, b = sorted((one, two), key=lambda at: told[at].claim.claim_id)
            link = compare(told[a], told[b], self._setting)
            if link is not None:
                links.append(link)
                encoded.append(_ENCODE(link))
                rows.marks.append(mark(link))
                rows.scores.append(link.score)
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
