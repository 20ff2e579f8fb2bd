"""The commands, and what becomes of errors: one sentence and an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Annotated

import typer

from tripoint import __version__
from tripoint.cli import (
    actors,
    build,
    decide,
    evaluate,
    explain,
    export,
    gazetteer,
    outlets,
    parts,
    password,
    propose,
    search,
    serve,
    show,
    try_,
    verify,
    watch,
)
from tripoint.cli.terminal import safe
from tripoint.errors import TripointError

app = typer.Typer(
    name="tripoint",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("build")(build.build)
app.command("watch")(watch.watch)
app.command("show")(show.show)
app.command("search")(search.search)
app.command("explain")(explain.explain)
app.command("try")(try_.try_)
app.command("export")(export.export)
app.command("decide")(decide.decide)
app.command("propose")(propose.propose)
app.command("serve")(serve.serve)
app.command("password")(password.password)
app.command("verify")(verify.verify)
app.command("parts")(parts.parts)
app.command("eval")(evaluate.evaluate)
app.add_typer(actors.app)
app.add_typer(gazetteer.app)
app.add_typer(outlets.app)


_INTERRUPTED = 130


def _version(asked: bool) -> None:
    if asked:
        print(f"tripoint {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and end.")
    ] = False,
) -> None:
    """Turn scraped news pages about a conflict into a case: who says what, where and when, and who disagrees."""


def main() -> None:
    """Run the command line. Ends with 0 done, 1 failed or nothing to read, 2 wrong input, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except TripointError as error:
        print(f"tripoint: {safe(str(error))}", file=sys.stderr)
        sys.exit(error.exit_code)
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:  # typer makes this of Ctrl-C, without a word
            print("tripoint: interrupted; what is built is kept, build again to go on", file=sys.stderr)
        raise
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    finally:
        exec("")  # Python ends by the signal itself where Ctrl-C met the last exec: dataclasses are made by one
