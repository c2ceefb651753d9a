"""What a sentence shows by its figures, and whose they are."""

import re
from functools import cached_property

from nodes.website import signs
from nodes.website.figures import is_tile, numbers_in
from nodes.website.outcomes import BEFORE_AND_NOW, COMPARED, DONE, EFFECT, HAPPENED, ONCE, SPARED, TRUSTS
from nodes.website.place_evidence import PlaceEvidence

# A figure counts the noun that follows it within so many characters: a few words.
_NEAR = 28
# So many numbers in words measure as digits do.
_SPELLED_OUT = 2
# What is counted is not the noun after `for`: `boilers of 1,200 horsepower to food plants`.
_LEADS_ON = re.compile(r"\d[^\d]* (?:to|for|für|pour|para|per|an) \S*\s?$")


class FigureEvidence(PlaceEvidence):
    """One sentence, questioned about its figures; each answer is found once."""

    # Whose it is

    @cached_property
    def says_we(self) -> bool:
        return bool(self.cues.we.search(self.text))

    @cached_property
    def is_own(self) -> bool:
        """Tell whether the company is in it, by name or as `we`."""
        return self.sentence.names_company or self.says_we

    @cached_property
    def _speaks_for_company(self) -> bool:
        """Tell whether the company is meant: named, or left out where a page tells about it."""
        return self.is_own or (self.sentence.role == "about" and not self.names_customer)

    @cached_property
    def is_not_own(self) -> bool:
        return not self.is_own

    @cached_property
    def names_company(self) -> bool:
        return self.sentence.names_company

    @cached_property
    def names_customer(self) -> bool:
        return self.sentence.names_customer

    # Figures

    @cached_property
    def has_figure(self) -> bool:
        """Tell whether there is a number besides years."""
        return bool(numbers_in(signs.YEAR.sub("", self.text)))

    @cached_property
    def counts(self) -> bool:
        """Tell whether there is a number, in digits or in words."""
        return self.has_figure or bool(self.cues.numerals.search(self.text))

    @cached_property
    def has_money(self) -> bool:
        """Tell whether there is an amount that a reader could pay."""
        return bool(signs.MONEY.search(self.text)) and not signs.LARGE.search(self.text)

    @cached_property
    def has_share(self) -> bool:
        return bool(signs.SHARE.search(self.text))

    @cached_property
    def has_span(self) -> bool:
        return bool(signs.SPAN.search(self.text))

    @cached_property
    def has_result(self) -> bool:
        """Tell whether something changed or was measured, or the company says how much it does."""
        whose = self._speaks_for_company or (self.names_customer and signs.PRODUCT_CODE.search(self.text) is not None)
        volume = bool(signs.VOLUME.search(self.text)) and not signs.RANGE.search(self.text)
        does_so_much = whose and self.has_figure and volume
        labelled = bool(signs.RESULT_LABEL.search(self.sentence.heading))
        return bool(self.cues.result.search(self.text)) or does_so_much or labelled or self._came_out

    @cached_property
    def _came_out(self) -> bool:
        """Tell whether something is told that happened at a customer's: `recovered €612,000`, `none missed`."""
        if not self.sentence.is_of_case:
            return False
        timed = bool(DONE.search(self.text)) and (self.has_span or signs.YEAR.search(self.text) is not None)
        return timed or any(sign.search(self.text) for sign in (HAPPENED, COMPARED, SPARED, BEFORE_AND_NOW))

    @cached_property
    def won_money(self) -> bool:
        """Tell whether a case names an amount that the customer got, or no longer loses."""
        return self.sentence.is_of_case and self.has_money and self.has_result and not self.was_before

    @cached_property
    def only_happened(self) -> bool:
        """Tell whether a case tells what happened without any measure of its own: no change, share or saving."""
        measured = self.has_change or self.has_share or self.won_money or bool(self.cues.result.search(self.text))
        return self.sentence.is_of_case and not measured

    @cached_property
    def has_change(self) -> bool:
        """Tell whether there is a before and an after: `from 9 to 0.6 percent`, `saved 5,200 euros`."""
        if not self.counts or self._sells_range:
            return False
        compares = any(sign.search(self.text) for sign in (signs.CHANGE, COMPARED, BEFORE_AND_NOW))
        compares = compares or (bool(EFFECT.search(self.text)) and not signs.CONDITION.search(self.text))
        saves = bool(signs.SAVED.search(self.text))
        return compares or saves or (bool(signs.FROM_TO.search(self.text)) and self.has_result)

    @cached_property
    def _sells_range(self) -> bool:
        """Tell whether the site's first sentence says in which sizes it is sold: `from 100 to 1,200 hp`."""
        opens = self.sentence.is_hero and self.sentence.starts_with_name and self.sentence.rank == 0
        return opens and signs.CAPACITY.search(self.text) is not None and bool(self.cues.makes.search(self.text))

    @cached_property
    def is_measured(self) -> bool:
        return self.has_figure and self.has_result

    @cached_property
    def is_own_result(self) -> bool:
        return self.is_own and self.is_measured

    @cached_property
    def counts_own(self) -> bool:
        """Tell whether the company counts its own customers, sites, staff or deliveries, and not what it can do."""
        if not self._speaks_for_company or not self.has_figure:
            return False
        nouns = [*self.cues.customers.finditer(self.text)]
        if TRUSTS.search(self.text):
            nouns.extend(self.cues.role.finditer(self.text))
        starts = [noun.start() for noun in nouns]
        before = [self.text[max(0, start - _NEAR) : start] for start in starts]
        return any(
            any(map(str.isdigit, words)) and not signs.CAPACITY.search(words) and not _LEADS_ON.search(words)
            for words in before
        )

    @cached_property
    def counts_customers(self) -> bool:
        return self.has_figure and bool(self.cues.customers.search(self.text))

    @cached_property
    def is_share_of_own(self) -> bool:
        """Tell whether it is a share of customers, orders or the like: `83 of 100 customers are still with us`."""
        return self.has_share and self.counts_customers

    @cached_property
    def is_telling_tile(self) -> bool:
        """Tell whether a tile's figure is a result or a size, and not a measure or the price of what is sold."""
        if self.sentence.form != "tile" or not self.has_figure:
            return False
        if self.has_money:
            return self.has_change
        sizes = (self.cues.customers, self.cues.role, signs.SHARE, signs.YEAR, signs.LARGE)
        return self.has_result or self._counts_work or any(size.search(self.text) for size in sizes)

    @cached_property
    def _counts_work(self) -> bool:
        """Tell whether a tile counts what was done: `1,350 tanks cleaned`."""
        return self.sentence.form == "tile" and self.has_figure and DONE.search(self.text) is not None

    @cached_property
    def is_share_in_heading(self) -> bool:
        """Tell whether the start page has a share for a heading: `38% of refunds turned into exchanges`."""
        return self.sentence.form == "heading" and self.sentence.role == "start" and self.has_share

    @cached_property
    def is_size_under_proof(self) -> bool:
        """Tell whether a list under `Our numbers` begins with the number: `$86M in sales managed in 2024`."""
        return self.sentence.form == "item" and self._place.proof and self.has_figure and is_tile(self.text)

    @cached_property
    def is_share_under_proof(self) -> bool:
        return self.has_share and (self._place.proof or bool(signs.RESULT_LABEL.search(self.sentence.heading)))

    @cached_property
    def has_history(self) -> bool:
        """Tell whether the company says what it has done, and since when."""
        dated = self.is_measured and bool(signs.YEAR.search(self.text))
        return self.is_own and dated and self.sentence.role != "about"

    @cached_property
    def is_bare_tile(self) -> bool:
        """Tell whether a tile counts something that is no result: `11 carriers in one label`."""
        shows = self.has_result or self._counts_work or self.has_share or self.has_change or self.counts_customers
        return self.sentence.form == "tile" and not shows

    @cached_property
    def costs_only(self) -> bool:
        """Tell whether money is neither saved nor anybody's result."""
        return self.has_money and not self.has_change and not self.names_customer and not self.is_own_result

    @cached_property
    def was_before(self) -> bool:
        """Tell whether it says how things were, and not what they became."""
        once = self.sentence.is_of_case and bool(ONCE.search(self.text))
        return (once or bool(signs.BEFORE.search(self.text))) and not self.has_change

    @cached_property
    def lacks_figure(self) -> bool:
        spelled = sum(1 for _ in self.cues.numerals.finditer(self.text)) if not self.has_figure else 0
        return not self.has_figure and spelled < _SPELLED_OUT

    @cached_property
    def lacks_result(self) -> bool:
        return not self.has_result and self.sentence.form != "tile" and not self.is_own
