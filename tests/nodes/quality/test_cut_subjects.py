"""A subject line that is a name, a cut piece, or off its angle is seen; a whole phrase is left alone."""

from typing import Any

import pytest

from core.company import Company, Fact
from core.grounding.grounds import Grounds
from core.icp import Icp
from core.pack import Angle, Email, SubjectLine
from core.request import CampaignRequest
from nodes.quality.drafts import LineDraft
from nodes.quality.rubric import LINE
from nodes.quality.thresholds import Thresholds

PAGE = "https://seller.example/"


def seller(name: str, language: str, *facts: str, offers: tuple[str, ...] = ()) -> Company:
    known = tuple(
        Fact.model_validate({"id": f"f{number}", "kind": "proof", "text": text, "quote": text, "page": PAGE})
        for number, text in enumerate(facts, start=1)
    )
    return Company(name=name, website=PAGE, language=language, facts=known, offers=offers)


SELLERS = {
    "en": seller(
        "Moss Lane Roofing",
        "en",
        "8 in 10 leaks found within a day.",
        "We price from drawings within two working days.",
        "Most roofs are tight again in nine days.",
        "Roofs up to 28 m span stand without props.",
        "Aldgrove Housing re-roofed 212 homes without a day lost to rain.",
        offers=("Temporary roofs",),
    ),
    "de": seller("Härterei Oberau", "de", "2,1 Mio. Teile im Jahr.", "Wir härten Stanz- und Drehteile für Zulieferer."),
    "fr": seller("Atelier Sorel", "fr", "Atelier Sorel conçoit et pose le mobilier de 620 pharmacies."),
    "es": seller("Riegos Tormo", "es", "Más de 20 hectáreas regadas con un 22 % menos de agua."),
    "it": seller("Officina Brenta", "it", "Officina Brenta ripara i riduttori di 86 cartiere."),
}


def verdict(criterion: str, language: str, text: str, angle: Angle = "problem", fact: str = "") -> str:
    company = SELLERS[language]
    grounds = Grounds.of(company, CampaignRequest(website=PAGE), Icp())
    line = LineDraft(SubjectLine(text=text, angle=angle, fact=fact), grounds, Thresholds(), Email(body=""))
    found = (check for one in LINE if (check := one.check(line)) and check.name == criterion)
    return next((check.verdict for check in found), "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Moss Lane and {{company}}"),
        ("en", "Moss for {{company}}"),
        ("en", "Moss Lane Roofing in short"),
        ("en", "a note about Moss Lane"),
        ("en", "a short note about roofs"),
        ("en", "Moss Lane in 3 weeks"),
        ("de", "Oberau und {{company}}"),
        ("de", "Härterei Oberau kurz vorgestellt"),
        ("fr", "Sorel et {{company}}"),
        ("fr", "Atelier Sorel en bref"),
        ("es", "Tormo y {{company}}"),
        ("es", "unas líneas sobre Riegos Tormo"),
        ("it", "Brenta e {{company}}"),
        ("it", "Officina Brenta in breve"),
    ],
)
def test_the_sellers_name_alone_is_no_subject(language: str, text: str) -> None:
    assert verdict("more_than_a_name", language, text) == "fail"


def test_a_figure_of_the_trade_is_more_than_a_name_that_holds_the_trade() -> None:
    assert verdict("more_than_a_name", "en", "3 weeks less roofing") == "pass"


def test_an_offer_beside_the_readers_company_passes_half() -> None:
    assert verdict("more_than_a_name", "en", "temporary roofs at {{company}}") == "half"


TRADES = {
    "Tollmere Pallet Repair": ("en", "collecting and repairing broken pallets", "9,400 pallets repaired a week"),
    "Harmer Lane Scaffolding": ("en", "scaffolding for builders", "scaffolding at {{company}}"),
    "Ellern Schilder und Leitsysteme": ("de", "Leitsysteme für Kliniken", "Leitsysteme bei {{company}}"),
    "Etichette Brenna": ("it", "Etichette Brenna stampa etichette per cantine", "etichette presso {{company}}"),
}


def more_than_a_name(name: str, text: str) -> str:
    language, sells, _line = TRADES[name]
    company = seller(name, language).model_copy(update={"sells": sells})
    grounds = Grounds.of(company, CampaignRequest(website=PAGE), Icp())
    line = LineDraft(SubjectLine(text=text, angle="problem"), grounds, Thresholds(), Email(body=""))
    return next(check.verdict for one in LINE if (check := one.check(line)) and check.name == "more_than_a_name")


@pytest.mark.parametrize("name", TRADES)
def test_what_is_sold_is_no_name_where_the_sellers_name_holds_it(name: str) -> None:
    assert more_than_a_name(name, TRADES[name][2]) == "pass"


@pytest.mark.parametrize("name", TRADES)
def test_the_rest_of_such_a_name_is_still_only_a_name(name: str) -> None:
    own = "Brenna" if name.startswith("Etichette") else name.split()[0]
    assert more_than_a_name(name, name) == "fail"
    assert more_than_a_name(name, f"{own} + {{{{company}}}}") == "fail"


@pytest.mark.parametrize("text", ["212 homes, no day lost", "Moss Lane keeps tenants in", "a leak nobody finds"])
def test_a_line_that_says_something_is_more_than_a_name(text: str) -> None:
    assert verdict("more_than_a_name", "en", text) == "pass"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "roofs tight again for"),
        ("en", "of the roof"),
        ("en", "was done in three days"),
        ("en", "10 leaks"),
        ("de", "Stanz- bei {{company}}"),
        ("de", "Härten für die"),
        ("de", "und Drehteile im Werk"),
        ("de", "2,1 Mio"),
        ("fr", "le mobilier de"),
        ("fr", "Atelier Sorel conçoit chez {{company}}"),
        ("es", "menos agua en la"),
        ("it", "i riduttori di"),
        ("it", "è ferma la linea"),
        ("it", "e riduttori in officina"),
    ],
)
def test_a_piece_cut_from_a_phrase_fails(language: str, text: str) -> None:
    assert verdict("whole_phrase", language, text) == "fail"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "drawings within two working days"),
        ("en", "roofs in nine days"),
        ("en", "28 m without props"),
        ("en", "212 homes"),
        ("de", "für Zulieferer"),
        ("fr", "620 pharmacies"),
        ("es", "20 hectáreas"),
        ("it", "86 cartiere"),
    ],
)
def test_what_may_be_a_cut_piece_passes_half(language: str, text: str) -> None:
    assert verdict("whole_phrase", language, text) == "half"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the line we switched on"),
        ("en", "212 homes, no day lost to rain"),
        ("en", "8 in 10 leaks found"),
        ("en", "without a day lost"),
        ("en", "pre- and post-audit checks"),
        ("de", "Stanz- und Drehteile ohne Verzug"),
        ("de", "wenn die Anlage ausfällt"),
        ("de", "Festpreis pro Arbeitsplatz"),
        ("fr", "sur place en 4 heures"),
        ("fr", "ouvert pendant les travaux"),
        ("es", "22 % menos de agua"),
        ("es", "cada parcela, su riego"),
        ("it", "riduttori pronti in tre giorni"),
    ],
)
def test_a_whole_phrase_passes(language: str, text: str) -> None:
    assert verdict("whole_phrase", language, text) == "pass"


@pytest.mark.parametrize(
    ("text", "angle", "fact", "expected"),
    [
        ("perfect summers at {{company}}", "outcome", "", "half"),
        ("temporary roofs at {{company}}", "proof", "", "half"),
        ("how roofs stay tight again", "proof", "f3", "half"),
        ("tight again in nine days", "outcome", "", "pass"),
        ("212 homes, no day lost", "proof", "f5", "pass"),
        ("how Aldgrove re-roofed homes", "proof", "", "pass"),
        ("anything at all", "problem", "", ""),
    ],
)
def test_an_angle_needs_its_fact(text: str, angle: Any, fact: str, expected: str) -> None:
    assert verdict("angle_kept", "en", text, angle, fact) == expected


@pytest.mark.parametrize("text", ["24 months of warranty", "24-month warranty"])
def test_a_term_is_whole_with_what_it_is_the_term_of(text: str) -> None:
    company = seller("Tuulen Gearboxes", "en", "Every repair comes with 24 months of warranty and a report.")
    grounds = Grounds.of(company, CampaignRequest(website=PAGE), Icp())
    line = LineDraft(SubjectLine(text=text, angle="proof"), grounds, Thresholds(), Email(body=""))
    assert next(check.verdict for one in LINE if (check := one.check(line)) and check.name == "whole_phrase") == "pass"


def test_a_customer_may_be_named_in_the_heading_over_its_fact() -> None:
    told = {"text": "Rejects fell to 1 in 90.", "quote": "Rejects fell to 1 in 90.", "heading": "Dairies: Alderstone"}
    fact = Fact.model_validate({"id": "f1", "kind": "proof", "page": PAGE, **told})
    company = Company(name="Moss Lane", website=PAGE, language="en", facts=(fact,))
    grounds = Grounds.of(company, CampaignRequest(website=PAGE), Icp())
    line = LineDraft(
        SubjectLine(text="how Alderstone did it", angle="proof", fact="f1"), grounds, Thresholds(), Email(body="")
    )
    assert next(check.verdict for one in LINE if (check := one.check(line)) and check.name == "angle_kept") == "pass"


def test_a_line_in_another_language_than_the_sites_is_not_compared() -> None:
    grounds = Grounds.of(SELLERS["de"], CampaignRequest(website=PAGE, language="en"), Icp())
    line = LineDraft(SubjectLine(text="fewer rejects", angle="outcome"), grounds, Thresholds(), Email(body=""))
    assert not [check for one in LINE if (check := one.check(line)) and check.name == "angle_kept"]
