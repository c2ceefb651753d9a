"""Which pages are read after the first."""

from nodes.website.html import parse_page
from nodes.website.links import MAX_PAGES, candidates

START = "https://acme.example/"


def chosen(*hrefs: str, start: str = START) -> tuple[str, ...]:
    links = "".join(f"<a href='{href}'>{href}</a> " for href in hrefs)
    return candidates(parse_page(f"<body>{links}</body>"), start)


def paths(*hrefs: str, start: str = START) -> list[str]:
    return [url.removeprefix("https://acme.example") for url in chosen(*hrefs, start=start)]


def test_pages_on_what_is_sold_and_with_what_proof_go_first() -> None:
    assert paths("/contact", "/team-photos", "/about", "/pricing", "/customers", "/product") == [
        "/customers",
        "/product",
        "/pricing",
        "/about",
        "/team-photos",
    ]


def test_a_form_to_fill_in_is_read_only_where_there_is_hardly_anything_else() -> None:
    assert paths("/contact", "/demo", "/about", "/pricing", "/product") == ["/product", "/pricing", "/about"]
    assert "/contact" in paths("/contact", "/about")


def test_at_most_six_pages_are_read_in_all() -> None:
    assert len(chosen(*(f"/services/{number}" for number in range(40)))) == MAX_PAGES - 1


def test_twenty_products_leave_room_for_prices_and_customers() -> None:
    found = paths(*(f"/product-{number}" for number in range(20)), "/pricing", "/customers")
    assert {"/pricing", "/customers"} <= set(found)


def test_other_sites_files_and_doors_that_are_closed_are_left_out() -> None:
    refused = (
        "https://other.example/product",
        "https://shop.acme.example/product",
        "/brochure.pdf",
        "/login",
        "/privacy",
        "/impressum",
        "/careers",
        "/blog/product-news",
        "mailto:a@acme.example",
        "tel:+1",
        "javascript:void(0)",
        "#product",
        "/",
        "/index.html",
        "http://[",
        "//acme.example:8443/product",
    )
    assert chosen(*refused) == ()


def test_a_site_with_and_without_www_is_one_site() -> None:
    assert chosen("https://www.acme.example/product") == ("https://acme.example/product",)


def test_only_pages_in_the_start_page_s_language_are_read() -> None:
    assert paths("/de/produkte", "/fr/produits", "/products") == ["/products"]
    assert paths("/de/produkte", "/products", start="https://acme.example/de/") == ["/de/produkte"]


def test_german_french_and_spanish_addresses_are_understood() -> None:
    assert paths("/kontakt", "/leistungen", "/referenzen") == ["/referenzen", "/leistungen", "/kontakt"]
    assert paths("/contacto", "/servicios", "/casos-de-exito") == ["/casos-de-exito", "/servicios", "/contacto"]
    assert paths("/tarifs", "/prestations", "/cas-clients") == ["/cas-clients", "/prestations", "/tarifs"]


def test_the_order_does_not_depend_on_chance() -> None:
    hrefs = [f"/services/{number}" for number in range(12)]
    assert chosen(*hrefs) == chosen(*hrefs)
