"""`tripoint parts`: the visible table of parts."""

from __future__ import annotations

from typing import Annotated

import typer

from tripoint.cli.terminal import write_table


def parts(as_json: Annotated[bool, typer.Option("--json", help="Write one JSON array.")] = False) -> None:
    """List what tripoint is put together from, and the parts of other packages. Of rivals the first is used."""
    from tripoint import registry

    write_table(
        (
            {
                "kind": part.kind,
                "name": part.name,
                "needs": part.needs,
                "gives": part.gives,
                "settings": ", ".join(part.settings),
                "extra": part.extra,
            }
            for part in registry.parts()
        ),
        as_json=as_json,
    )
