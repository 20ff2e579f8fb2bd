"""Web addresses: what is one, and where it may lead. A name is resolved once, and what was checked is used."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from tripoint.errors import UnreadablePage

_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.I)
_KEPT = "%/:=&?~+!$,;'@()*[]|"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in its parts. `url` is without fragment and in plain letters, as it is asked for."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> tuple[str, str, int]:
        """What shares one robots.txt."""
        return self.scheme, self.host, self.port


def is_address(told: str) -> bool:
    """Whether `told` is a web address as a whole."""
    return _ADDRESS.fullmatch(told) is not None


def parse(url: str) -> Address:
    """Return `url` in its parts; raises UnreadablePage for what cannot be asked for."""
    wrong = UnreadablePage("bad_address", f"{url} cannot be asked for; expected http(s)://host/path without a password")
    try:
        split = urlsplit(url.strip())
        host = (split.hostname or "").encode("idna").decode("ascii").lower().rstrip(".")
        port = split.port
    except ValueError as error:  # also a name that is no name (UnicodeError)
        raise wrong from error
    scheme = split.scheme.lower()
    if scheme not in _PORTS or not host or "@" in split.netloc or any(ord(mark) < 33 for mark in url.strip()):
        raise wrong
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, _PORTS[scheme]) else f"{shown}:{port}"
    path, query = quote(split.path or "/", safe=_KEPT), quote(split.query, safe=_KEPT)
    return Address(
        url=urlunsplit((scheme, place, path, query, "")),
        scheme=scheme,
        host=host,
        port=port if port is not None else _PORTS[scheme],
        target=urlunsplit(("", "", path, query, ""))
        if not path.startswith("//")
        else path + ("?" + query if query else ""),
    )


def joined(address: Address, told: str) -> Address:
    """Return where `told`, as a page or a redirect of `address` says it, leads; raises UnreadablePage like `parse`."""
    try:
        return parse(urljoin(address.url, told))
    except ValueError as error:  # *http://[::1* ends nowhere
        raise UnreadablePage("bad_address", f"{address.url} leads to {told}, which cannot be asked for") from error


def resolve(address: Address, *, allow_private: bool) -> list[str]:
    """Return the numbers of the machines that answer for `address`; raises UnreadablePage where one of them is not on
    the public internet (unless `allow_private`), or none is known."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadablePage("unreachable", f"{address.host} is not known; check the address or try later") from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private:
        inside = next((number for number in numbers if not public(number)), None)
        if inside is not None:
            raise UnreadablePage(
                "private_address",
                f"{address.host} is not on the public internet (its number is {inside}); it was not asked for",
            )
    return numbers


def public(number: str) -> bool:
    """Whether an IP number is one of the public internet, also where an IPv6 number only wraps an IPv4 one."""
    try:
        ip = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
