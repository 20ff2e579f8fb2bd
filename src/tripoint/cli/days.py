"""Dates as options give them: a day, or, where that will do, a month or a year."""

from __future__ import annotations

import re
from datetime import date

from tripoint.errors import InputError

_FORM = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def check(option: str, told: str | None, *, whole: bool = False) -> None:
    """Raise InputError where an option is told and is no date (`2017`, `2017-06`, `2017-06-17`); or no `whole` day."""
    if told is None:
        return
    if _FORM.fullmatch(told) is not None and (len(told) == 10 or not whole):
        try:
            date.fromisoformat(told + "-01-01"[len(told) - 4 :])
        except ValueError:
            pass
        else:
            return
    forms = "a day such as 2017-06-17" if whole else "a date such as 2017, 2017-06 or 2017-06-17"
    raise InputError(f"{option} is {told}; expected {forms}")
