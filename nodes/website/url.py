"""Accept the address of a public website, and write it in one canonical way."""

import re
from dataclasses import dataclass
from unicodedata import category
from urllib.parse import quote, unquote, urljoin

import idna

from nodes.website.problems import UrlInvalid, UrlNotAllowed

# What a sitemap may list (sitemaps.org); a longer address is no page that a company shows to people.
MAX_LENGTH = 2_048
PORTS = {"http": 80, "https": 443}

# Names that are never in public DNS: RFC 6761 (localhost, test, invalid), 6762 (local and the home networks' names of
# appendix G), 7686 (onion), 8375 (home.arpa), 9476 (alt), ICANN's reserved `internal`, and `svc` of Kubernetes.
# `example` (RFC 6761) stays out: it never resolves, and the bundled sites carry it.
_HOME_NAMES = ("local", "localdomain", "intranet", "private", "corp", "home", "lan")
SPECIAL_USE = frozenset(("localhost", "test", "invalid", "onion", "alt", "arpa", "svc", "internal", *_HOME_NAMES))

_SCHEME = re.compile(r"(?:([^/?#:]*):)?//")
_PARTS = re.compile(r"([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?")
_PORT = re.compile(r"[0-9]{0,5}")
_TOP_LEVEL = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]+")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_HIDDEN = frozenset(("Cc", "Cs", "Zs", "Zl", "Zp"))  # control characters, lone surrogates, every kind of space
_PLAIN = "/%:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class SiteUrl:
    """A checked address. As text it is canonical: lower case, punycode, no default port, no fragment."""

    scheme: str
    host: str
    port: int
    target: str
    """Path and query, percent-encoded; starts with a slash."""

    @property
    def origin(self) -> str:
        """Return scheme, host and port as RFC 6454 writes them."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"

    def join(self, reference: str) -> "SiteUrl":
        """Return the address that a link or redirect on this page leads to, checked like any other."""
        text = _printable(reference)
        try:
            joined = urljoin(str(self), text)
        except ValueError:
            raise UrlInvalid from None
        if not joined.lower().startswith(("http://", "https://")):
            raise UrlNotAllowed("Only http and https addresses are read.")
        return check_url(joined)


def check_url(raw: str) -> SiteUrl:
    """Return the canonical form of a public website's address; without a scheme it is taken as https."""
    scheme, rest = _split_scheme(_printable(raw))
    parts = _PARTS.fullmatch(rest)
    if parts is None:
        raise UrlInvalid
    authority, path, query = parts.groups(default="")
    host, port = _check_authority(authority, PORTS[scheme])
    url = SiteUrl(scheme, host, port, _encode(path, query))
    if len(str(url)) > MAX_LENGTH:
        raise UrlInvalid(f"An address may have at most {MAX_LENGTH} characters.")
    return url


def _printable(raw: str) -> str:
    """Return the text without the spaces around it, refusing what parsers are known to read differently."""
    text = raw.strip(" ")
    if len(text) > MAX_LENGTH:
        raise UrlInvalid(f"An address may have at most {MAX_LENGTH} characters.")
    if "\\" in text or any(category(character) in _HIDDEN for character in text):
        raise UrlInvalid("An address holds no spaces, control characters or backslashes.")
    return text


def _split_scheme(text: str) -> tuple[str, str]:
    """Return the scheme and what follows its two slashes."""
    match = _SCHEME.match(text)
    if match is None:
        return "https", text
    scheme = "https" if match[1] is None else match[1].lower()
    if scheme not in PORTS:
        raise UrlNotAllowed("Only http and https addresses are read.")
    return scheme, text[match.end() :]


def _check_authority(authority: str, default_port: int) -> tuple[str, int]:
    """Return the host in punycode and the port."""
    if "@" in authority:
        raise UrlNotAllowed("An address with a user name or password is not read.")
    if authority.startswith("["):
        raise UrlNotAllowed("Give the website by its name, not by an IP address.")
    host, _, port = authority.partition(":")
    return _check_host(host), _check_port(port, default_port)


def _check_port(port: str, default: int) -> int:
    """Return the port as a number; an empty one is the scheme's own (RFC 3986 3.2.3)."""
    if _PORT.fullmatch(port) is None:
        raise UrlInvalid("The port is not a number.")
    number = int(port) if port else default
    if number not in PORTS.values():
        raise UrlNotAllowed("Only the ports 80 and 443 are read.")
    return number


def _check_host(host: str) -> str:
    """Return the host in lower-case punycode, refusing every name that cannot be a company's public site."""
    try:
        name = idna.encode(host, uts46=True, std3_rules=True).decode("ascii").removesuffix(".")
    except UnicodeError:
        raise UrlInvalid("The host is not a valid domain name.") from None
    *labels, top = name.split(".")
    if _NUMBER.fullmatch(top):
        raise UrlNotAllowed("Give the website by its name, not by an IP address.")
    if not labels or top in SPECIAL_USE:
        raise UrlNotAllowed("Only public domain names are read.")
    if _TOP_LEVEL.fullmatch(top) is None:
        raise UrlInvalid("The host is not a valid domain name.")
    return name


def _encode(path: str, query: str) -> str:
    """Return path and query percent-encoded; what is already encoded stays byte for byte."""
    return quote(_without_dots(path), safe=_PLAIN) + quote(query, safe=_PLAIN + "?[]")


def _without_dots(path: str) -> str:
    """Return the path with its `.` and `..` segments resolved, encoded ones too (RFC 3986 5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        plain = unquote(segment)
        if plain == "..":
            kept = kept[:-1]
        elif plain != ".":
            kept.append(segment)
    if segments and unquote(segments[-1]) in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
