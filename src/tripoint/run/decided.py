"""What people decided, on the claims that their decisions mean now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tripoint.model import Claim, Decision, Link

if TYPE_CHECKING:
    from tripoint.events import Attached
    from tripoint.store.corrections import Corrections


class Decided:
    """People's decisions with the claims that they mean now. `claims`: gives these, as the machine made them.

    A decision tells its claim by where it was read, so each is found although ids have changed.
    """

    def __init__(self, decisions: tuple[Decision, ...], claims: Callable[[], Iterable[Claim]]) -> None:
        self._decisions = decisions
        self.corrects = any(decision.act == "correct" for decision in decisions)
        self._claims = claims
        self._attached: list[Attached] | None = None
        self._people: tuple[frozenset[str], tuple[Link, ...]] | None = None

    def rejected(self) -> frozenset[str]:
        """The claims that people rejected."""
        return self._found()[0]

    def people(self) -> tuple[Link, ...]:
        """The links that people made."""
        return self._found()[1]

    def corrections(self) -> Corrections:
        """What people put right, by claim."""
        from tripoint import events

        return events.corrections(self._attach()) if self.corrects else {}

    def _found(self) -> tuple[frozenset[str], tuple[Link, ...]]:
        from tripoint import events

        if self._people is None:
            attached = self._attach()
            self._people = events.rejected(attached), tuple(events.people_links(attached))
        return self._people

    def _attach(self) -> list[Attached]:
        from tripoint import events

        if self._attached is None:
            claims = self._claims() if self._decisions else ()
            made = (claim for claim in claims if claim.comment_id is None)
            self._attached = events.attach(self._decisions, map(events.anchor, made))
        return self._attached
