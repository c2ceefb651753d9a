"""One-click unsubscription, RFC 8058: only a POST with the field that the mail program sends."""

from urllib.parse import parse_qs


def asks_to_unsubscribe(method: str, body: bytes) -> bool:
    """Return whether a request unsubscribes; a visit (GET, HEAD) never does, since scanners follow every link."""
    if method.upper() != "POST":
        return False
    fields = parse_qs(body[:1000].decode("ascii", "replace"))
    return fields.get("List-Unsubscribe") == ["One-Click"]
