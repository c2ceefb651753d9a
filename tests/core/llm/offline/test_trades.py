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
