"""`tripoint serve`: cases in a browser."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from tripoint.cli.terminal import safe
from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.api.accounts import Account

PASSWORD = "TRIPOINT_PASSWORD"
"""The environment variable with the password of the one user `admin`, where no file of users is given."""


def serve(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE...", help="Folders of cases.", show_default=False)],
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; another than this machine's own asks for a password.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 takes one that is free.")
    ] = 8321,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser, where there is one.")] = True,
    users: Annotated[
        Path | None,
        typer.Option("--users", help=f"File of people made by tripoint password; else {PASSWORD} is that of admin."),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name under which browsers reach this server; may repeat."),
    ] = None,
    settings: Annotated[
        Path | None, typer.Option("--settings", help="TOML file with which cases are built again.")
    ] = None,
) -> None:
    """Show cases in a browser: the map, the timeline, every claim with its words, and a place to decide.

    Ends with Ctrl-C. Reads the cases and follows their builds; writes nothing but decisions and builds asked for there.
    """
    from tripoint import config
    from tripoint.store.reading import CaseReader

    for case in cases:
        CaseReader(case).close()
    config.load(settings)
    accounts = _accounts(host, users)
    with _listening(host, port) as listener:
        address, number = listener.getsockname()[:2]
        shown = f"http://{'localhost' if _is_local(host) else _bracketed(address)}:{number}/"
        names = _names(host, allow_host or ())
        print(f"serving {', '.join(safe(str(case)) for case in cases)} at {shown} (Ctrl-C ends it)", flush=True)
        if open_ and _has_browser():
            import webbrowser

            Timer(0.7, webbrowser.open, (shown,)).start()
        _run(cases, listener, accounts, names, settings)


def _run(
    cases: Sequence[Path],
    listener: socket.socket,
    accounts: Mapping[str, Account] | None,
    names: Sequence[str],
    settings: Path | None,
) -> None:
    import uvicorn

    from tripoint.api.application import application
    from tripoint.api.protocol import LARGEST_HEAD, ClearProtocol

    server = uvicorn.Server(
        uvicorn.Config(
            application(cases, accounts=accounts, names=names, settings=settings),
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            http=ClearProtocol,
            ws="none",
            h11_max_incomplete_event_size=LARGEST_HEAD,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=1,
        )
    )
    # On a busy machine the server may have come to its end before the interrupt is told to it once more.
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
    print("stopped", file=sys.stderr)


def _accounts(host: str, users: Path | None) -> Mapping[str, Account] | None:
    from tripoint.api import accounts

    if users is not None:
        found = accounts.read(users)
        if not found:
            raise InputError(f"{users} holds no user; add one with tripoint password")
        return found
    password = os.environ.get(PASSWORD)
    if password:
        return {"admin": accounts.account("admin", "admin", password)}
    if not _is_local(host):
        raise InputError(
            f"serving on {host} needs a password: set {PASSWORD}, or give --users with a file of tripoint password"
        )
    return None


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raises InputError when that cannot be."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (socket.gaierror, UnicodeError) as error:
        raise InputError(f"--host is {host}, no address of this machine; expected one such as 127.0.0.1") from error
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio sends at once only over these
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            told = f"port {port} is in use; end what uses it, or give another --port (0 takes a free one)"
            raise InputError(told) from error
        if error.errno == errno.EACCES:
            raise InputError(f"port {port} may not be used; give a --port of 1024 or more") from error
        raise InputError(f"cannot listen on {host}: {error.strerror}; give an address of this machine") from error
    return listener


def _names(host: str, allowed: Sequence[str]) -> list[str]:
    """Return the names under which browsers may know this server; `*` stands for any address in numbers."""
    names = ["localhost", "127.0.0.1", "::1", *allowed]
    if not _is_local(host):
        names += ["*", socket.gethostname(), host]
    return names


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _has_browser() -> bool:
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    import webbrowser

    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
