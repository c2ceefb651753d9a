"""A trade is named to a reader only where the company's own words leave no doubt."""

from core.llm.offline.seller import Seller
from core.llm.offline.trades import trade_of

CHANGEOVER = Seller(
    name="Lindthal Werksberatung",
    sells="Wir verkürzen Rüst- und Reinigungszeiten in Lebensmittelwerken",
    language="de",
)


def test_a_single_word_does_not_tell_the_trade_in_another_language() -> None:
    assert trade_of(CHANGEOVER, "en") is None


def test_two_words_in_what_is_sold_tell_it() -> None:
    cleaner = Seller(name="Glanzwerk", sells="Facility-Management und Gebäudereinigung", language="de")
    assert trade_of(cleaner, "de") is not None
    assert trade_of(cleaner, "en") is not None


def test_the_buyers_words_are_not_the_trade() -> None:
    rents = Seller(
        name="Horquilla", sells="Alquilamos carretillas a cooperativas hoteleras", audience=("cooperativas hoteleras",)
    )
    assert trade_of(rents, "en") is None


def test_software_for_a_trade_is_not_that_trade() -> None:
    assert trade_of(Seller(name="Platter", sells="cashless catering software for schools"), "en") is None


def test_what_comes_first_in_what_is_sold_is_the_trade() -> None:
    cleaner = trade_of(Seller(name="Hangflug", sells="reinigt Solaranlagen und Fassaden", language="de"), "de")
    assert cleaner is not None
    assert cleaner.key == "facility"


def test_trades_that_are_often_met_are_known() -> None:
    sold = {
        "labels": "Etichette autoadesive per vino",
        "laundry": "Wäscherei und Mietwäsche",
        "air": "impianti di aspirazione e filtrazione",
        "energy_audit": "audits énergétiques",
        "tanks": "tank cleaning and inspection",
        "pallets": "palettes-boîtes pliantes",
        "stands": "stands de feria",
        "telematics": "telematics and dashcams",
    }
    found = {key: trade_of(Seller(name="Marl", sells=text), "en") for key, text in sold.items()}
    assert {key: trade and trade.key for key, trade in found.items()} == {key: key for key in sold}
