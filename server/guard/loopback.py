"""Tell this machine's own addresses and names from all others."""

import re
from ipaddress import IPv6Address, ip_address

_AUTHORITY = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\[\]:/@\s]+)(:[0-9]{0,5})?")


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine by its very name: `localhost`, 127.0.0.0/8 or ::1.

    Other names are not looked up: who owns a name decides what it resolves to, a moment later another address.
    """
    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def is_loopback_authority(authority: str) -> bool:
    """Tell the same of `HOST` or `HOST:PORT`, as a `Host` header and an origin write it."""
    found = _AUTHORITY.fullmatch(authority)
    return found is not None and is_loopback(found["host"].strip("[]"))
