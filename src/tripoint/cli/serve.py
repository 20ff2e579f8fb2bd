"""`tripoint serve`: cases in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def serve(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE...", help="Folders of cases.")],
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 8321,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser, where there is one.")] = True,
) -> None:
    """Show cases in a browser: the map, the timeline, every claim with its words, and a place to decide."""
    import uvicorn

    from tripoint.api.application import application

    uvicorn.run(application(cases), host=host, port=port, log_level="warning")
