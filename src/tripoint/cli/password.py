"""`tripoint password`: who may look at cases that are served to others."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from tripoint.cli.terminal import safe
from tripoint.errors import InputError


def password(
    users: Annotated[Path, typer.Argument(metavar="FILE", help="File of users, made when it is not there.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who.")],
    role: Annotated[str, typer.Option("--role", help="reader, reviewer or admin.")] = "reader",
    remove: Annotated[bool, typer.Option("--remove", help="Take the user out of the file.")] = False,
) -> None:
    """Give somebody a password and a role for `tripoint serve --users FILE`; asks for it, or reads it from a pipe."""
    from tripoint.api import accounts

    known = accounts.read(users) if users.exists() else {}
    if remove:
        if known.pop(name, None) is None:
            raise InputError(f"{users} holds no user {name}")
        accounts.write(users, known)
        print(f"removed {safe(name)} from {users}")
        return
    told = getpass.getpass(f"password of {safe(name)}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    known[name] = accounts.account(name, role, told)
    accounts.write(users, known)
    print(f"{safe(name)} is a {role} in {users}; serve with --users {users}")
