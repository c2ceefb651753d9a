"""What an industry is called in NAICS, whatever language it is named in."""

import json
from importlib.resources import files

import pytest

from core.firmographics.sectors import all_sectors, sectors_of


def codes(*texts: str) -> list[str]:
    return [sector.code for sector in sectors_of(texts)]


def test_there_are_twenty_sectors_with_their_official_titles() -> None:
    titles = {sector.code: sector.title for sector in all_sectors()}
    assert len(titles) == 20
    assert titles["31-33"] == "Manufacturing"
    assert titles["56"] == "Administrative and Support and Waste Management and Remediation Services"
    assert titles["81"] == "Other Services (except Public Administration)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dental practices", ["62"]),
        ("Food and beverage plants, auto parts suppliers and third-party warehouses", ["31-33", "48-49"]),
        ("main contractors", ["23"]),
        ("online shops", ["44-45"]),
        ("Stahlbaubetriebe, Gießereien und Papierfabriken", ["31-33"]),
        ("Lebensmittel- und Getränkebetriebe", ["31-33"]),
        ("Autohändler", ["44-45"]),
        ("chimie, agroalimentaire et dépôts de carburant", ["31-33", "42"]),
        ("pharmacies d'officine", ["44-45"]),
        ("cooperativas agrícolas, almacenes y fábricas", ["11", "48-49", "31-33"]),
        ("alberghi, garni e case di riposo", ["72", "62"]),
        ("carpenterie, officine meccaniche e fonderie", ["31-33"]),
        ("Gemeinden und Stadtverwaltungen", ["92"]),
        ("copper mines", ["21"]),
    ],
)
def test_buyers_are_found_in_five_languages(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("builders", ["23"]),
        ("builders' merchants", ["42"]),
        ("medical practices", ["62"]),
        ("medical equipment makers", ["31-33"]),
        ("pharmaceutical distributors", ["42"]),
        ("hotel software companies", ["51"]),
    ],
)
def test_the_word_that_says_what_it_is_decides(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("text", ["carpets", "we care for you", "barcode", "businesses of all sizes", ""])
def test_a_word_that_only_begins_alike_names_no_sector(text: str) -> None:
    assert codes(text) == []


def test_every_common_sector_knows_twenty_five_kinds_of_buyers() -> None:
    table = json.loads(files("core.firmographics").joinpath("sectors.json").read_text("utf-8"))
    for code in ("11", "23", "31-33", "44-45", "48-49", "54", "62", "72"):
        words = [word for language in ("en", "de", "fr", "es", "it") for word in table[code][language].split(", ")]
        assert len(words) >= 5 * 20, code
        assert all(word.strip(".*") for word in words)


def test_industries_of_the_offline_writer_name_the_same_sector_in_every_language() -> None:
    industries = json.loads(files("core.llm.offline").joinpath("trades", "industries.json").read_text("utf-8"))
    for key, row in industries.items():
        named = {frozenset(codes(row[language])) for language in ("en", "de", "fr", "es", "it")}
        assert len(named) == 1, (key, named)
        assert named != {frozenset()}, key
