"""Whatever a contact is called, a merged text reports what is missing, and a subject line is one line."""

import json

from core.merge import merge_subject, merge_text
from core.placeholders import names_in


def one(data: bytes) -> None:
    """Take the first line as the text, and the others as values of the fields a, b, c, …"""
    first, *rest = data.decode("utf-8", "replace").split("\n")
    values = {chr(ord("a") + at): value for at, value in enumerate(rest[:20])}
    contact, fallbacks = dict(list(values.items())[::2]), dict(list(values.items())[1::2])
    merged = merge_text(first, contact, fallbacks)
    assert merged.missing == names_in(merged.text)
    assert set(merged.fallbacks) <= set(names_in(first))
    assert json.dumps(merged.text).encode()
    line = merge_subject(first, contact, fallbacks).text
    assert line == " ".join(line.split())
    assert not any(char in line for char in "\r\n\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
    assert merge_text(line, {}, {}).text == line
