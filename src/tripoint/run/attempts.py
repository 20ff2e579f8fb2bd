"""Work on one record at a time: where it fails, that record fails and the rest of the run goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from tripoint.errors import TripointError, UnreadablePage
from tripoint.model import Failure

T = TypeVar("T")
P = ParamSpec("P")


def tried(
    step: str, record_id: str, source: str, make: Callable[P, T], *args: P.args, **options: P.kwargs
) -> T | Failure:
    """Return what `make` gives, or the failure of this one record: the rest of the run goes on."""
    try:
        return make(*args, **options)
    except UnreadablePage as error:
        return Failure(record_id=record_id, source=source, step=step, reason=error.reason, detail=error.detail)
    except TimeoutError:
        detail = f"{source} took too long in {step} and was given up; raise page_seconds in the settings to wait longer"
        return Failure(record_id=record_id, source=source, step=step, reason="timeout", detail=detail)
    except (OSError, MemoryError, TripointError):
        raise
    except Exception as error:  # noqa: BLE001 - a defect on one page must not cost the others
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        detail = (
            f"{step} met a defect of tripoint on {source} ({type(error).__name__}: {error}, {where}); please report it"
        )
        return Failure(record_id=record_id, source=source, step=step, reason=f"{step}_error", detail=detail)
