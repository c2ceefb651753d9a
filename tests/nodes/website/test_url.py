"""One spelling of an address, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.website.problems import UrlInvalid, UrlNotAllowed, WebsiteProblem
from nodes.website.url import MAX_LENGTH, SPECIAL_USE, SiteUrl, check_url


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("example.com", "https://example.com/"),
        ("  example.com ", "https://example.com/"),
        ("//example.com", "https://example.com/"),
        ("example.com:443/a", "https://example.com/a"),
        ("HTTP://Example.COM:80", "http://example.com/"),
        ("http://example.com:443/", "http://example.com:443/"),
        ("https://example.com:/", "https://example.com/"),
        ("https://example.com./", "https://example.com/"),
        ("https://example.com#top", "https://example.com/"),
        ("https://example.com?a=b c".replace(" ", "+"), "https://example.com/?a=b+c"),
        ("https://bücher.example/über uns".replace(" ", "-"), "https://xn--bcher-kva.example/%C3%BCber-uns"),
        ("https://BÜCHER.example", "https://xn--bcher-kva.example/"),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example/"),
        ("https://example。com", "https://example.com/"),
        ("https://example.com/a/../b/./c/..", "https://example.com/b/"),
        ("https://example.com/a%2Fb?q=%2f", "https://example.com/a%2Fb?q=%2f"),
        ("https://example.com//a//", "https://example.com//a//"),
        ("https://lindthal.example", "https://lindthal.example/"),
    ],
)
def test_an_address_has_one_spelling(typed: str, canonical: str) -> None:
    url = check_url(typed)

    assert str(url) == canonical
    assert check_url(canonical) == url


@pytest.mark.parametrize("name", sorted(SPECIAL_USE))
def test_names_that_are_never_public_are_refused(name: str) -> None:
    with pytest.raises(UrlNotAllowed):
        check_url(f"https://shop.{name.upper()}./")


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "mailto:a@b.com", "tel:+4912345", "/about", "about", ".com"])
def test_what_is_no_address_of_a_website_is_refused(typed: str) -> None:
    with pytest.raises(WebsiteProblem):
        check_url(typed)


def test_an_address_may_not_be_longer_than_the_limit_even_once_it_is_encoded() -> None:
    start = "https://example.com/"

    assert check_url(start + "a" * (MAX_LENGTH - len(start)))
    with pytest.raises(UrlInvalid):
        check_url(start + "a" * MAX_LENGTH)
    with pytest.raises(UrlInvalid):
        check_url(start + "ü" * (MAX_LENGTH // 2))


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("/b", "https://example.com/b"),
        ("b", "https://example.com/dir/b"),
        ("../b", "https://example.com/b"),
        ("?q=1", "https://example.com/dir/page?q=1"),
        ("#part", "https://example.com/dir/page?old=1"),
        ("//other.com/x", "https://other.com/x"),
        ("HTTP://other.com", "http://other.com/"),
        ("", "https://example.com/dir/page?old=1"),
    ],
)
def test_links_lead_where_browsers_go(reference: str, target: str) -> None:
    page = check_url("https://example.com/dir/page?old=1")

    assert str(page.join(reference)) == target


@pytest.mark.parametrize(
    "reference",
    ["javascript:x", "mailto:a@b.com", "other.com:80", "//127.0.0.1/", "\\\\a.com", "http://[", "ftp://a.com"],
)
def test_links_that_lead_to_no_public_page_are_refused(reference: str) -> None:
    with pytest.raises(WebsiteProblem):
        check_url("https://example.com/").join(reference)


@given(st.text(max_size=60))
def test_any_text_gives_an_address_or_a_problem(text: str) -> None:
    for attempt in (text, f"https://{text}", f"https://example.com/{text}", f"http://{text}.com:80/?{text}"):
        try:
            url = check_url(attempt)
        except WebsiteProblem:
            continue
        assert str(url).isascii()
        assert check_url(str(url)) == url


@given(st.text(max_size=60))
def test_any_link_gives_an_address_or_a_problem(text: str) -> None:
    try:
        joined = check_url("https://example.com/a/b").join(text)
    except WebsiteProblem:
        return
    assert isinstance(joined, SiteUrl)
