"""People who may look at cases over a network: names, roles and hashed passwords in a file."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from hmac import compare_digest
from pathlib import Path
from threading import Semaphore

from tripoint.errors import InputError
from tripoint.store.replacing import replacing

ROLES = ("reader", "reviewer", "admin")
"""What people may do, the least first: look; decide; have the case built again."""

LEAST_PASSWORD = 8
"""Characters that a password has at least."""

_COST, _BLOCK, _LANES = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024
_AT_ONCE = Semaphore(2)  # each check takes 32 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person: `secret` is the salted scrypt hash of the password, with its parameters."""

    name: str
    role: str
    secret: str


def account(name: str, role: str, password: str) -> Account:
    """Return a new account; raises InputError for a role that is not known or a password that is too short."""
    if role not in ROLES:
        raise InputError(f"there is no role {role}; expected one of {', '.join(ROLES)}")
    if not name.strip() or len(name) > 80:
        raise InputError("a name needs 1 to 80 characters")
    if len(password) < LEAST_PASSWORD:
        raise InputError(f"the password has {len(password)} characters; give at least {LEAST_PASSWORD}")
    salt = secrets.token_bytes(16)
    return Account(name=name, role=role, secret=f"scrypt${_text(salt)}${_text(_hash(password, salt))}")


def is_password_of(password: str, known: Account | None) -> bool:
    """Tell whether it is the person's password; takes as long for a name that nobody has."""
    _, salt, wanted = (_NOBODY if known is None else known).secret.split("$")
    found = _hash(password, base64.b64decode(salt))
    return compare_digest(found, base64.b64decode(wanted)) and known is not None


def read(path: Path) -> dict[str, Account]:
    """Return the accounts of a file by name; raises InputError for one that cannot be read."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["users"]
        found = {row["name"]: Account(name=row["name"], role=row["role"], secret=row["secret"]) for row in rows}
    except OSError as error:
        raise InputError(f"cannot read the users {path}: {error.strerror}; make it with tripoint password") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is no file of users; make it with tripoint password") from error
    if any(one.role not in ROLES or one.secret.count("$") != 2 for one in found.values()):
        raise InputError(f"{path} holds a user of no known role, or without a password; see tripoint password")
    return found


def write(path: Path, accounts: dict[str, Account]) -> None:
    """Write the accounts, readable by the owner of the file alone."""
    rows = [{"name": one.name, "role": one.role, "secret": one.secret} for one in accounts.values()]
    written = json.dumps({"users": rows}, indent=1, ensure_ascii=False) + "\n"
    try:
        with replacing(path) as beside:
            mine = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(mine, "w", encoding="utf-8") as file:
                file.write(written)
    except OSError as error:
        raise InputError(f"cannot write the users {path}: {error.strerror}; give a file in your own folder") from error


def _hash(password: str, salt: bytes) -> bytes:
    with _AT_ONCE:
        return hashlib.scrypt(
            password.encode("utf-8", "surrogatepass"),
            salt=salt,
            n=_COST,
            r=_BLOCK,
            p=_LANES,
            maxmem=_MEMORY,
            dklen=32,
        )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


_NOBODY = Account(name="", role="reader", secret=f"scrypt${_text(bytes(16))}${_text(bytes(32))}")
