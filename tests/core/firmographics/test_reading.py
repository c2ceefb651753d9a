"""What code adds to a profile: codes with their own evidence, and whether it is narrow enough."""

from typing import Any

import pytest

from core.firmographics.breadth import breadth_warning
from core.firmographics.reading import with_firmographics
from core.icp import PROFILE_FIELDS, Basis, Evidence, Icp

QUOTE = "Our customers are dairies in Germany and Austria with 50 to 400 people."
PAGE = "https://marl.example/about"


def read(basis: Basis = "stated", quote: str = QUOTE, **fields: Any) -> Icp:
    told = {"industries": ("dairies",), "geographies": ("Germany", "Austria"), "company_sizes": ("50 to 400 people",)}
    evidence = tuple(Evidence(field=name, basis=basis, quote=quote, page=PAGE) for name in PROFILE_FIELDS)
    return with_firmographics(Icp.model_validate({**told, "evidence": evidence, **fields}), "en")


def basis_of(icp: Icp, name: str) -> str:
    return next(entry.basis for entry in icp.evidence if entry.field == name)


def test_sectors_countries_and_bands_are_read() -> None:
    icp = read()
    assert [(sector.code, sector.title) for sector in icp.sectors] == [("31-33", "Manufacturing")]
    assert icp.countries == ("DE", "AT")
    assert icp.size_bands == ("51-200", "201-500")


def test_a_country_is_stated_where_the_page_names_it_and_a_sector_only_follows() -> None:
    icp = read()
    assert basis_of(icp, "countries") == "stated"
    assert basis_of(icp, "sectors") == "implied"
    assert basis_of(icp, "size_bands") == "implied"
    assert all(entry.page == PAGE and entry.quote == QUOTE for entry in icp.evidence)


def test_a_country_of_a_named_region_is_implied() -> None:
    icp = read(quote="dairies in Bavaria", geographies=("Bavaria",))
    assert icp.countries == ("DE",)
    assert basis_of(icp, "countries") == "implied"


def test_what_the_request_gave_stays_given_and_a_guess_stays_unknown() -> None:
    assert {basis_of(read("given", ""), name) for name in ("sectors", "countries", "size_bands")} == {"given"}
    assert {basis_of(read("unknown", ""), name) for name in ("sectors", "countries", "size_bands")} == {"unknown"}
    assert basis_of(read(geographies=("Atlantis",)), "countries") == "unknown"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"industries": ()}, "no industry"),
        ({"industries": ("companies in every industry",)}, "every industry"),
        ({"industries": ("alle Branchen",)}, "every industry"),
        (
            {"industries": ("farms", "mines", "builders", "dairies", "wholesalers", "shops")},
            "6 of the 20 NAICS sectors",
        ),
        ({"company_sizes": ("businesses of all sizes",)}, "every size"),
        ({"company_sizes": ("Firmen jeder Größe",)}, "every size"),
        ({"company_sizes": ("1+ employees",)}, "every size"),
    ],
)
def test_a_profile_that_everybody_fits_is_too_broad(fields: dict[str, Any], told: str) -> None:
    icp = read(**fields)
    assert icp.breadth.too_broad
    assert told in icp.breadth.reason
    assert icp.breadth.reason in breadth_warning(icp)[0]


def test_a_narrow_profile_is_not() -> None:
    icp = read()
    assert (icp.breadth.too_broad, icp.breadth.reason, breadth_warning(icp)) == (False, "", ())
