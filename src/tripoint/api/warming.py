"""What a browser asks first of a case, found when the server starts or the case is built again, before it is asked."""

from __future__ import annotations

import logging
from threading import Timer

from tripoint.api.routes.contradictions import contradiction_rows
from tripoint.api.routes.control import every_span
from tripoint.api.routes.events import every_point
from tripoint.api.routes.review import every_item
from tripoint.api.routes.subjects import claim_columns
from tripoint.api.served import Opened, ServedCase
from tripoint.errors import CaseError
from tripoint.store import overview, search
from tripoint.store.question import Question

SMALL = 200_000
"""Events up to which the map's points are found before the server answers anything: a second at most."""

PAUSE = 3.0
"""Seconds after the start in which the first questions have the processor for themselves."""


def start(case: ServedCase) -> None:
    """Find what is drawn first of a case before it is served, all else beside the answers, and so of later versions."""
    case.on_new(warm)
    try:
        opened = case.opened()
        with opened.reading() as reader:
            events = overview.counts(reader)["events"]
        if events <= SMALL:
            every_point(opened)
    except CaseError:  # whoever asks for it is told
        return
    later = Timer(PAUSE, warm, (opened,))
    later.daemon = True
    later.start()


def warm(opened: Opened) -> None:
    """Find what the first looks at this version of a case rest on, first what is shown first."""
    try:
        every_point(opened)
        every_span(opened, None)
        claim_columns(opened)
        contradiction_rows(opened, Question())
        every_item(opened)
        opened.find("spellings", search.spellings, lambda found: 200 * len(found))
    except Exception as error:  # noqa: BLE001 (nobody waits for this thread; whoever asks for it is told)
        logging.getLogger(__name__).debug("the case went away while it was read: %s", error)
