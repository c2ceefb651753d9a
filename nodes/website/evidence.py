"""What a sentence shows by its words and its place: the yes-or-no questions that decide its kind."""

from functools import cached_property

from nodes.website import signs
from nodes.website.problem_evidence import ProblemEvidence
from nodes.website.promises import CONDITIONAL, NOTHING_OWED, OWN_COST, RESTORES
from nodes.website.situations import BUYERS_ARE, IN_RETURN, SENDS

# "for", "für", "pour", "para" alone: an aside in most sentences, the audience only in the first ones.
_BARE_PREPOSITION = 5
_FIRST_WORDS = 4
_LIST_WORDS = 9
_TITLE_WORDS = 5
# What is sold stands before `for whom` in so many characters, in a title of so many words.
_GOODS_LENGTH, _TITLE_LENGTH = 60, 18
# A longer sentence with its subject can be read alone, whatever word it begins with.
_STANDS_ALONE = 8


class Evidence(ProblemEvidence):
    """One sentence, questioned; each answer is found once."""

    # What it speaks of

    @cached_property
    def is_conditional(self) -> bool:
        return bool(signs.CONDITION.search(self.text) or CONDITIONAL.search(self.text))

    @cached_property
    def promises(self) -> bool:
        timed = self.under_promise and self.has_span
        answers = self.is_conditional and any(sign.search(self.text) for sign in (OWN_COST, NOTHING_OWED, RESTORES))
        return (timed or answers or bool(self.cues.guarantee.search(self.text))) and not self.states_rule

    @cached_property
    def promises_nothing(self) -> bool:
        return not self.promises

    @cached_property
    def is_certified(self) -> bool:
        named = bool(self.cues.certificate.search(self.text))
        return named and self.sentence.form != "row" and not self.states_rule

    @cached_property
    def is_result_of_others(self) -> bool:
        """Tell whether a share is told that nobody promises: `8 in 10 gone within 60 days`."""
        assured = self.is_own or self.is_conditional or bool(signs.ASSURED.search(self.text))
        return self.has_share and not assured

    @cached_property
    def promised_before(self) -> bool:
        """Tell whether a promise is told of as a result: `11 came back under warranty`."""
        certified = bool(self.cues.certificate.search(self.text))
        return self.is_measured and not self.is_conditional and not certified

    @cached_property
    def promises_on_condition(self) -> bool:
        return self.promises and self.is_conditional

    @cached_property
    def is_entry(self) -> bool:
        """Tell whether it offers a small first step."""
        if self.is_conditional and self.promises and not self.has_money:
            return False
        return self.bears_cost or self.answers_call or bool(self.cues.entry.search(self.text))

    @cached_property
    def bears_cost(self) -> bool:
        """Tell whether something is done for a while at the company's own cost."""
        return self.has_span and OWN_COST.search(self.text) is not None and not self.is_conditional

    @cached_property
    def answers_call(self) -> bool:
        """Tell whether it says what is given, and how soon, for what the reader sends."""
        sends = SENDS.match(self.text) or self.cues.call.match(self.text)
        return self.has_span and bool(sends) and IN_RETURN.search(self.text) is not None

    @cached_property
    def is_counted_entry(self) -> bool:
        return self.is_entry and self.counts

    @cached_property
    def is_priced_entry(self) -> bool:
        return self.is_entry and self.has_money

    @cached_property
    def is_safe_entry(self) -> bool:
        return self.is_entry and self.promises

    @cached_property
    def sells(self) -> bool:
        return self.is_own and bool(self.cues.makes.search(self.text))

    @cached_property
    def defines(self) -> bool:
        return self.sentence.defines

    @cached_property
    def speaks_of_price(self) -> bool:
        return bool(self.cues.price.search(self.text))

    @cached_property
    def lists_price(self) -> bool:
        listed = self.sentence.form in ("row", "tile", "item") or len(self.text.split()) <= _LIST_WORDS
        return self.has_money and listed

    @cached_property
    def says_whom(self) -> bool:
        match = self.cues.audience.search(self.text)
        return bool(match and self.cues.role.search(match["whom"]))

    @cached_property
    def says_who_buys(self) -> bool:
        return BUYERS_ARE.match(self.text) is not None and not self.has_result

    @cached_property
    def says_whom_in_passing(self) -> bool:
        match = self.cues.audience.search(self.text)
        bare = bool(match) and match.start("whom") - match.start() <= _BARE_PREPOSITION if match else False
        return self.says_whom and bare and not self.is_hero

    @cached_property
    def names_role(self) -> bool:
        return bool(self.cues.role.search(self.text))

    @cached_property
    def lists_role(self) -> bool:
        """Tell whether a list item begins with a kind of buyer."""
        if self.sentence.form != "item" or self.under_offer or self.under_about:
            return False
        told = self.text.endswith(".") and self._words > _LIST_WORDS
        return not told and bool(self.cues.role.search(" ".join(self.text.split()[:_FIRST_WORDS])))

    @cached_property
    def speaks_of_itself(self) -> bool:
        return bool(self.cues.about.search(self.text))

    @cached_property
    def was_founded(self) -> bool:
        return bool(signs.FOUNDED.search(self.text))

    @cached_property
    def praises_itself(self) -> bool:
        return bool(self.cues.puff.search(self.text))

    # Where it stands

    @cached_property
    def opens(self) -> bool:
        """Tell whether it is among the first two sentences of the site, and no complaint."""
        sells = self.is_own or bool(self.cues.makes.search(self.text)) or self.says_whom
        return self.is_hero and self.sentence.rank < 2 and sells and (self.is_own or not self.hurts)

    @cached_property
    def names_goods_for_whom(self) -> bool:
        """Tell whether the site opens on what is sold and for whom, without a verb: `Scaffolding for builders`."""
        match = self.cues.audience.search(self.text)
        begins = match is not None and 0 < match.start() <= _GOODS_LENGTH and self._words <= _TITLE_LENGTH
        return self.is_hero and self.sentence.rank < 2 and self.says_whom and begins

    @cached_property
    def promises_reader(self) -> bool:
        """Tell whether the site opens on what becomes of the reader's own thing: `Your shop stays open.`"""
        return self.is_hero and signs.READERS_OWN.match(self.text) is not None and not self.hurts

    @cached_property
    def lists_entry(self) -> bool:
        """Tell whether it is among the things that come with a small first step."""
        return self.under_entry and self.sentence.form == "item"

    @cached_property
    def hero_sells(self) -> bool:
        sells = self.sells or (self.is_own and self.says_whom)
        return self.is_hero and (sells or self.sentence.starts_with_name)

    @cached_property
    def sells_below(self) -> bool:
        return self.sells and not self.is_hero

    @cached_property
    def sells_under_offer(self) -> bool:
        return self.sells_below and self.under_offer

    @cached_property
    def is_hero_claim(self) -> bool:
        return self.is_hero and (self.is_own or self.names_goods_for_whom) and not self.praises_itself

    @cached_property
    def measures_later(self) -> bool:
        return self.is_measured and self.sentence.rank > 0

    @cached_property
    def promises_later(self) -> bool:
        return self.promises and not self.is_entry and self.sentence.rank > 1

    @cached_property
    def is_item_of_offer(self) -> bool:
        return self.sentence.form == "item" and self.under_offer and not self.is_entry

    @cached_property
    def is_plain_item(self) -> bool:
        return self.sentence.form == "item" and not self.is_entry

    @cached_property
    def is_item_of_start(self) -> bool:
        """Tell whether a list on the start page tells it in a whole sentence."""
        told = self.sentence.form == "item" and self._words >= _STANDS_ALONE and not self._place.problem
        return told and self.is_not_own and self.sentence.role == "start"

    @cached_property
    def is_figure_of_start(self) -> bool:
        return self.sentence.form == "item" and self.sentence.role == "start" and self.has_figure

    @cached_property
    def is_feature(self) -> bool:
        """Tell whether a whole sentence stands under a short title on the start page: what the product does."""
        title = 0 < len(self.sentence.heading.split()) <= _TITLE_WORDS
        plain = self.sentence.form == "prose" and self._words >= _STANDS_ALONE and not self.hurts
        return self.is_on_start and title and plain and not (self.is_hero or self.leans or self.speaks_of_itself)

    # Answers that speak against a kind

    @cached_property
    def promises_on_condition_alone(self) -> bool:
        return self.promises_on_condition and not self.has_money

    @cached_property
    def is_proof_without_money(self) -> bool:
        return self.under_proof and not self.has_money

    @cached_property
    def has_turnaround(self) -> bool:
        """Tell whether it says how soon something is done for the customer."""
        suffers = self.is_not_own and (self.hurts or bool(signs.TAKES.search(self.text)))
        if suffers or self.hero_sells or self.names_customer:
            return False
        return self.has_span and bool(signs.TURNAROUND.search(self.text))

    @cached_property
    def is_counted_or_measured(self) -> bool:
        return self.counts_own or self.is_measured

    @cached_property
    def is_of_others_proof(self) -> bool:
        return not self.is_own and bool(self.cues.proof_heading.search(self.sentence.heading))

    @cached_property
    def sells_entry(self) -> bool:
        return self.sells and self.is_entry

    # How well it reads

    @cached_property
    def leans(self) -> bool:
        """Tell whether it makes sense only after the sentence before."""
        return bool(self.cues.leaning.match(self.text))

    @cached_property
    def leans_hard(self) -> bool:
        return self.leans and not (self.is_own and self._words > _STANDS_ALONE)

    @cached_property
    def points_at_nothing(self) -> bool:
        return bool(signs.PRONOUN_OBJECT.match(self.text))

    @cached_property
    def is_very_short(self) -> bool:
        return self._words < 5

    @cached_property
    def is_long(self) -> bool:
        return self._words > 30

    @cached_property
    def says_little(self) -> bool:
        return self._words < 8 and not self.counts and self.sentence.form == "prose"

    @cached_property
    def is_fragment(self) -> bool:
        if signs.RELATIVE_FRAGMENT.search(self.text.rstrip(".")) and self.is_not_own:
            return not self.counts
        return self._words < 6 and not self.is_own and self.sentence.form == "prose"

    @cached_property
    def shouts(self) -> bool:
        return self.text.rstrip().endswith(("?", "!"))

    @cached_property
    def _words(self) -> int:
        return len(self.text.split())
