"""Turn the bytes of a response into the text of an HTML page."""

import codecs
import re
from html import escape

from nodes.website.problems import SiteEmpty, SiteNotHtml

# The encodings of the WHATWG standard that contain ASCII unchanged, by Python's names. UTF-7, UTF-16 and ISO-2022-JP
# stay out: in them, bytes that look harmless to one reader are markup to another.
_ALLOWED = re.compile(
    r"utf-8|koi8-[ru]|mac-roman|cp(?:874|949|125[0-8])|iso8859-\d+|big5|euc_(?:jp|kr)|gb18030|gbk|shift_jis"
)
# Pages that say so are windows-1252 in fact: https://encoding.spec.whatwg.org/#names-and-labels
_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gbk", "tis-620": "cp874"}

_MEDIA_TYPE_END = re.compile("[;,]")  # a comma where the header was sent twice
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_META_BYTES = 1024  # where the HTML standard looks for <meta charset>
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
# Text holds next to none; the bytes of archives and programs hold 10 to 40 %.
_MAX_BINARY_SHARE = 0.05
# One emoji makes Python keep four bytes for every character of a page instead of one or two.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]+")
_LONG = 500_000


def html_text(body: bytes, content_type: str | None) -> str:
    """Return the page as HTML; plain text is escaped into it."""
    media_type = _MEDIA_TYPE_END.split(content_type or _sniff(body))[0].strip().lower()
    if media_type not in ("text/html", "application/xhtml+xml", "text/plain"):
        raise SiteNotHtml
    text = _decode(body, content_type or "")
    if not text or text.isspace():
        raise SiteEmpty
    if sum(1 for _ in _BINARY.finditer(text)) > _MAX_BINARY_SHARE * len(text):
        raise SiteNotHtml
    if len(text) > _LONG:
        text = _ASTRAL.sub("\ufffd", text)
    return f"<pre>{escape(text)}</pre>" if media_type == "text/plain" else text


def _sniff(body: bytes) -> str:
    """Return HTML for a body that begins like it; an empty one will be called empty."""
    start = body.removeprefix(codecs.BOM_UTF8).lstrip()
    return "text/html" if not start or start.startswith(b"<") else "application/octet-stream"


def _decode(body: bytes, content_type: str) -> str:
    """Decode as the page says, or as UTF-8 when it says nothing and can be, or else as browsers do."""
    if body.startswith(codecs.BOM_UTF8):
        return body.decode("utf-8-sig", "replace")
    named = _CHARSET.search(content_type) or _CHARSET.search(body[:_META_BYTES].decode("latin-1"))
    if named:
        return body.decode(_encoding(named[1]), "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _encoding(label: str) -> str:
    """Return Python's name of an allowed encoding, UTF-8 for all others."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return "utf-8"
    name = _READ_AS.get(name, name)
    return name if _ALLOWED.fullmatch(name) else "utf-8"
