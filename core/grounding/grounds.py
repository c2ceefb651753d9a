"""What the emails of one campaign may rest on: the seller's facts, and the words that the request itself gave."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from core.brief import allowed_placeholders, email_language
from core.company import Company, Fact
from core.grounding.names import name_parts, name_tokens
from core.grounding.quantities import Quantity, counts_one, quantities
from core.grounding.wording import content_stems, fold
from core.icp import Icp
from core.placeholders import PLACEHOLDER
from core.request import CampaignRequest
from core.sentences import words

_SHORT_FOR = {
    "uk": frozenset(("united", "kingdom")),
    "us": frozenset(("united", "states")),
    "usa": frozenset(("united", "states")),
    "eu": frozenset(("european", "union")),
}
"""Short names that a writer may use for the site's long ones."""


@dataclass(frozen=True)
class Grounds:
    """The seller's facts and the words of request and profile, read once for a campaign."""

    company: Company
    language: str
    """ISO 639-1 code of the emails."""
    placeholders: frozenset[str]
    goal: str
    given: str
    """What the caller wrote about sender and goal, and the company's name: may be repeated as it is."""
    audience: str
    """Industries, sizes, places and job titles of the profile: may be named, but prove nothing."""
    secret: frozenset[str] = frozenset()
    """Runs of words of the instructions to the model (core.grounding.orders.runs): may stand nowhere."""

    @classmethod
    def of(
        cls, company: Company, request: CampaignRequest, icp: Icp, secret: frozenset[str] = frozenset()
    ) -> "Grounds":
        """Return the grounds of a campaign; emails without a chosen language are in the site's own."""
        sender = request.sender
        given = (company.name, request.goal, sender.name, sender.title, sender.company, sender.postal_address)
        return cls(
            company=company,
            language=email_language(request, company),
            placeholders=frozenset(allowed_placeholders(request)),
            goal=request.goal or "",
            given="\n".join(text for text in given if text),
            audience="\n".join(_audience(icp)),
            secret=secret,
        )

    @property
    def speaks_as_written(self) -> bool:
        """Return whether the emails are in the language of the facts, so that words can be compared."""
        return self.language == self.company.language

    @cached_property
    def free_stems(self) -> frozenset[str]:
        """Return stems that claim nothing by themselves: names of company and offers, the profile, the goal."""
        text = "\n".join((self.given, self.audience, *self.company.offers, *self.company.audience))
        return frozenset(content_stems(text, self.language))

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """Return the stems of everything that is known about the seller."""
        return frozenset(content_stems(self.site_text, self.company.language)) | self.free_stems

    @cached_property
    def what_is_sold(self) -> frozenset[str]:
        """Return the stems of the clause that says what the seller sells."""
        return frozenset(content_stems(self.company.sells, self.company.language))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Return the company's facts, and the goal as one more: the caller vouches for it."""
        if not self.goal:
            return self.company.facts
        goal = Fact(id="goal", kind="offer", text=self.goal[:200], quote=self.goal, page="request:/goal")
        return (*self.company.facts, goal)

    @cached_property
    def site_text(self) -> str:
        """Return everything that is known about the seller as one text."""
        company = self.company
        known = (company.name, company.sells, *company.audience, *company.offers, *company.proof_points)
        return "\n".join((*known, *company.locations, *map(words_of, company.facts)))

    @cached_property
    def free_words(self) -> frozenset[str]:
        """Return the words, folded, that may be used as names in any sentence."""
        company = self.company
        return _folded("\n".join((self.given, self.audience, *company.offers, *company.locations, *company.audience)))

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Return every word, folded, of facts, request and profile."""
        return _folded(self.site_text) | self.free_words

    @cached_property
    def free_quantities(self) -> tuple[Quantity, ...]:
        """Return the numbers that request and profile name."""
        return quantities(f"{self.given}\n{self.audience}", self.language)

    @cached_property
    def all_quantities(self) -> tuple[Quantity, ...]:
        """Return every number of facts, request and profile."""
        return (*_numbers(self.site_text, self.company.language, self.language), *self.free_quantities)

    def read(self, fact: Fact) -> "FactReading":
        """Return the stems, words and numbers of a fact."""
        return _read_fact(fact, self.company.language, self.language)

    def quantities_of(self, facts: Iterable[Fact]) -> tuple[Quantity, ...]:
        """Return the numbers of some facts, read as the site's language and as the emails' write them."""
        return tuple(quantity for fact in facts for quantity in self.read(fact).quantities)

    def missing_numbers(self, text: str, known: Iterable[Quantity], *, spelled: bool) -> tuple[str, ...]:
        """Return the numbers of a text that are not among the known; number words count only if `spelled`."""
        have = tuple(known)
        wanted = (
            one for one in quantities(text, self.language) if (spelled or not one.spelled) and not self._is_word(one)
        )
        return tuple(one.text for one in wanted if not any(one.matches(other) for other in have))

    def _is_word(self, quantity: Quantity) -> bool:
        """Return whether a number counts nothing: a bare 1, or part of a word of the site's own such as `five-axis`."""
        bare = quantity.values == {1.0} and not quantity.unit
        return bare or ("-" in quantity.text and not quantity.unit and fold(quantity.text) in self.all_words)

    def missing_names(self, text: str, known: frozenset[str]) -> tuple[str, ...]:
        """Return the words of a text that look like names and are not among the known words."""
        have = known | self.free_words
        return tuple(name for name in name_tokens(text, self.language, self.free_words) if not _is_known(name, have))


def words_of(fact: Fact) -> str:
    """Return all the words that a fact carries: statement, quote and heading."""
    return f"{fact.text}\n{fact.quote}\n{fact.heading}"


@dataclass(frozen=True, slots=True)
class FactReading:
    """What a fact is compared by."""

    stems: frozenset[str]
    words: frozenset[str]
    """Its words, folded."""
    quantities: tuple[Quantity, ...]


@lru_cache(maxsize=4096)
def _read_fact(fact: Fact, written: str, spoken: str) -> FactReading:
    """Return the reading of a fact in the site's language, its numbers as the emails' language writes them too."""
    text = words_of(fact)
    return FactReading(frozenset(content_stems(text, written)), _folded(text), _numbers(text, written, spoken))


def _numbers(text: str, written: str, spoken: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text of the site, `one` counted as 1."""
    ones = (Quantity("1", frozenset((1.0,)), "", True),) if counts_one(text, written) else ()
    again = () if written == spoken else quantities(text, spoken)
    return (*quantities(text, written), *again, *ones)


@lru_cache(maxsize=1024)  # each email of a run is held against the same site
def _folded(text: str) -> frozenset[str]:
    """Return the words of a text, folded, compounds and possessives in their parts as well."""
    whole = [fold(word) for word in words(PLACEHOLDER.sub(" ", text))]
    parts = [part for word in whole for part in word.replace("/", "-").replace("'", "-").replace("&", "-").split("-")]
    return frozenset((*whole, *parts))


def _is_known(name: str, have: frozenset[str]) -> bool:
    """Return whether a name, its singular, or every part of it that is a name stands among words."""
    plain = fold(name)
    if plain in _SHORT_FOR and _SHORT_FOR[plain] <= have:
        return True
    if plain in have or plain.removesuffix("s") in have:
        return True
    parts = name_parts(name)
    return len(parts) > 0 and all(fold(part) in have for part in parts) and (len(parts) > 1 or fold(parts[0]) != plain)


def _audience(icp: Icp) -> tuple[str, ...]:
    titles = tuple(persona.title for persona in icp.personas)
    return (*icp.industries, *icp.company_sizes, *icp.geographies, *titles)
