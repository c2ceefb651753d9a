"""Which countries a place stands for."""

import pytest

from core.firmographics.countries import countries_of, places_in


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["United Kingdom", "Irland", "Países Bajos", "Germania"], ["GB", "IE", "NL", "DE"]),
        (["England", "Scotland"], ["GB"]),
        (["Bayern", "Tirol", "Kanton Zürich"], ["DE", "AT", "CH"]),
        (["Castilla-La Mancha", "Andalucía"], ["ES"]),
        (["Bretagne", "Pays de la Loire"], ["FR"]),
        (["Québec"], ["CA"]),
        (["Eastern Oregon", "New England"], ["US"]),
        (["Emilia-Romagna", "Lombardei"], ["IT"]),
        (["DACH"], ["DE", "AT", "CH"]),
        (["Benelux"], ["BE", "NL", "LU"]),
        (["the Nordics"], ["DK", "FI", "IS", "NO", "SE"]),
        (["North America"], ["US", "CA", "MX"]),
        (["UK"], ["GB"]),
        (["US and Canada"], ["US", "CA"]),
    ],
)
def test_names_parts_and_groups_become_codes(places: list[str], expected: list[str]) -> None:
    assert list(countries_of(places)) == expected


def test_the_eu_has_twenty_seven_members_and_latin_america_more_than_fifteen() -> None:
    assert len(countries_of(["EU"])) == 27
    assert set(countries_of(["European Union"])) == set(countries_of(["Unione Europea"]))
    assert {"MX", "BR", "AR"} <= set(countries_of(["LATAM"]))


@pytest.mark.parametrize(
    ("place", "language", "expected"),
    [
        ("Newark, DE", "en", "US"),
        ("Lüdenscheid, DE", "de", "DE"),
        ("Fort Wayne, IN, US", "en", "US"),
        ("Columbus, OH", "en", "US"),
        ("Leeds, GB", "en", "GB"),
    ],
)
def test_an_address_ends_with_its_state_or_country(place: str, language: str, expected: str) -> None:
    assert countries_of([place], language) == (expected,)


def test_a_part_of_two_countries_needs_another_place_to_tell() -> None:
    assert countries_of(["Limburg"]) == ()
    assert countries_of(["Limburg", "Noord-Brabant"]) == ("NL",)
    assert countries_of(["Georgia"]) == ()
    assert countries_of(["Georgia", "Alabama"]) == ("US",)


@pytest.mark.parametrize("places", [[], ["worldwide"], ["Atlantis"], ["Industriebetrieben"], [" "]])
def test_what_is_no_place_has_no_country(places: list[str]) -> None:
    assert countries_of(places) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for packers across the east of England and the Midlands.", ["England", "Midlands"]),
        ("Vertragskunden in Oberösterreich, Salzburg und Niederbayern", ["Oberösterreich", "Salzburg", "Niederbayern"]),
        ("tra le province di Trento, Bolzano e Verona.", ["Trento", "Bolzano", "Verona"]),
        ("trabaja en México, Guatemala y Colombia.", ["México", "Guatemala", "Colombia"]),
        ("The UK office writes in English or Polish.", ["UK"]),
        ("Der Zug hält im Land, und im Lot liegt nichts.", []),
        ("Reading is what May does in a mobile bath.", []),
        ("nothing at all", []),
    ],
)
def test_a_sentence_gives_its_places_and_no_other_words(text: str, expected: list[str]) -> None:
    assert [place.name for place in places_in(text)] == expected


def test_a_region_is_told_from_a_country() -> None:
    assert [place.is_country for place in places_in("in France, Bretagne and the UK")] == [True, False, True]
