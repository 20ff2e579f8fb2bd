"""The few errors tripoint raises on purpose. Each says what was wrong, what was expected and what to do."""

from __future__ import annotations


class TripointError(Exception):
    """Something a person can mend: the message is one sentence, shown without a traceback.

    `exit_code` is what the command line ends with: 2 for wrong input, 1 for a failed run.
    """

    exit_code = 1


class InputError(TripointError):
    """What was asked for cannot be read or understood (a missing path, an unknown id, a bad option)."""

    exit_code = 2


class ResourceError(TripointError):
    """A resource file (register, gazetteer, word list) breaks its own rules; says the file, the entry and the rule."""

    exit_code = 2


class CaseError(TripointError):
    """A case is missing, of another version, or locked by another build."""

    exit_code = 2


class UnreadablePage(Exception):
    """One page cannot be read: becomes a Failure record; never stops a run.

    `reason` is a short code (`empty`, `binary`, `too_large`, ...), `detail` a sentence for a person.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
