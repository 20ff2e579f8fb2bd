"""`tripoint verify`: whether everything in a case is what was put there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tripoint.errors import TripointError


def verify(case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")]) -> None:
    """Check the chain of custody, the bytes of every page, every record file and the databases.

    Ends with 0 when all is whole, with 1 and the first broken link when not.
    """
    from tripoint.store.verification import verify as check

    found = check(case)
    if found.broken is not None:
        raise TripointError(f"{case} is not whole: {found.broken}")
    custody = f"{found.pages:,} entr{'y' if found.pages == 1 else 'ies'} in the chain of custody"
    print(f"{case} is whole: {custody}, {found.files:,} record files, {found.rest}")
