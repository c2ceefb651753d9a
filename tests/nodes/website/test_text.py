"""Bytes become the text of a page."""

import pytest

from nodes.website.problems import SiteEmpty, SiteNotHtml
from nodes.website.text import html_text


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"<p>hi", "text/html", "<p>hi"),
        (b"<p>hi", "TEXT/HTML ; charset=utf-8", "<p>hi"),
        (b"<p>hi", "text/html, text/html", "<p>hi"),
        (b"<p>hi", "application/xhtml+xml", "<p>hi"),
        (b"1 < 2", "text/plain", "<pre>1 &lt; 2</pre>"),
        (b"\n <p>hi", None, "\n <p>hi"),
        (b"\xef\xbb\xbf<p>hi", None, "<p>hi"),
        ("<p>für".encode(), "text/html", "<p>für"),
        ("<p>für".encode("latin-1"), "text/html", "<p>für"),
        ("<p>für".encode("latin-1"), "text/html; charset=ISO-8859-1", "<p>für"),
        ("<p>5 €".encode("cp1252"), "text/html; charset=iso-8859-1", "<p>5 €"),
        ("<p>Привет".encode("cp1251"), 'text/html; charset="windows-1251"', "<p>Привет"),
        ('<meta charset="koi8-r">Привет'.encode("koi8-r"), "text/html", '<meta charset="koi8-r">Привет'),
        ("<p>日本".encode("shift_jis"), "text/html; charset=Shift_JIS", "<p>日本"),
        ("<p>中文".encode("gbk"), "text/html; charset=gb2312", "<p>中文"),
        (b"+ADw-script+AD4-", "text/html; charset=utf-7", "+ADw-script+AD4-"),
        (b"<p>hi", "text/html; charset=unicode_escape", "<p>hi"),
        (b"<p>hi", "text/html; charset=no-such-thing", "<p>hi"),
    ],
)
def test_text_is_read_as_its_page_says(body: bytes, content_type: str | None, text: str) -> None:
    assert html_text(body, content_type) == text


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"{}", "application/json"),
        (b"hello", None),
        (b"\x7fELF\x02\x01\x01", "text/html"),
        (b"PK\x03\x04\x14\x00\x08\x00" * 50, "text/html"),
        ("<p>hi".encode("utf-16"), "text/html; charset=utf-16"),
        (bytes(1000), "text/html"),
    ],
)
def test_what_is_no_text_is_refused(body: bytes, content_type: str | None) -> None:
    with pytest.raises(SiteNotHtml):
        html_text(body, content_type)


@pytest.mark.parametrize("content_type", ["text/html", None])
def test_a_page_of_nothing_is_empty(content_type: str | None) -> None:
    with pytest.raises(SiteEmpty):
        html_text(b" \n", content_type)
