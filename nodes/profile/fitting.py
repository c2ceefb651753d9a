"""What a model wrote into a profile, read as a stranger's text: kept where a seller can use it, else left out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from core.firmographics.countries import countries_of, is_country, places_in
from core.firmographics.sectors import sectors_of
from core.firmographics.size_bands import size_bands_of
from core.grounding.commentary import one_line, unfit
from core.grounding.grounds import Grounds
from core.grounding.wording import content_stems, fold
from core.sentences import word_set
from nodes.profile.job_words import ROLES, is_job_word
from nodes.profile.own_trade import GENERIC_WORDS

MOST_TITLE = 60
"""Characters of a title: LinkedIn shows about that many of one before it cuts."""
_MOST_NAME = 80
_MOST_CLAUSE = 200
_MOST_ENTRIES = 8
_LONGEST_INITIALS = 5
_CAPITAL = re.compile(r"[^\W\d_]+(?:[-'’&][^\W\d_]+)*")
_NO_COUNTRY_ENDINGS = word_set("AI CC CO EU FM IO LY ME TV WS")
"""Endings of addresses that companies of any country use."""


@dataclass
class Fitting:
    """Takes a model's texts one by one and remembers why it left some out."""

    grounds: Grounds
    website: str = ""
    refused: dict[str, int] = field(default_factory=dict)
    """How many texts were left out, by reason."""

    def titles(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the titles a person can have."""
        return self._kept(texts, MOST_TITLE, self._not_a_title)

    def industries(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the industries that anybody knows or the site names."""
        return self._kept(texts, _MOST_NAME, self._not_an_industry)

    def sizes(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the sizes: bands of people, or a size that the site names."""
        return self._kept(texts, _MOST_NAME, self._not_a_size)

    def places(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the places that the site names, or whose country it names."""
        return self._kept(texts, _MOST_NAME, self._not_a_place)

    def clauses(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the short clauses: pains, goals, triggers, objections, disqualifiers."""
        return self._kept(texts, _MOST_CLAUSE, lambda text: unfit(self._plain(text), self.grounds))

    def _kept(self, texts: Iterable[str], most: int, fault: Callable[[str], str]) -> tuple[str, ...]:
        kept: dict[str, None] = {}
        for text in texts:
            line = one_line(text, 2 * most)
            reason = "it is too long" if len(line) > most else fault(line) if line else "it is empty"
            if not reason:
                kept[line] = None
            else:
                short = reason.partition(":")[0]
                self.refused[short] = self.refused.get(short, 0) + 1
        return tuple(kept)[:_MOST_ENTRIES]

    def _not_a_title(self, text: str) -> str:
        known = ROLES.search(fold(text)) or self._is_on_site(text, whole=True)
        return unfit(self._plain(text), self.grounds) or ("" if known else "it names no job")

    def _not_an_industry(self, text: str) -> str:
        known = sectors_of((text,)) or self._is_on_site(text)
        return unfit(self._plain(text), self.grounds) or ("" if known else "it names no industry")

    def _not_a_size(self, text: str) -> str:
        bands = bool(size_bands_of((text,)))
        known = bands or self._is_on_site(text)
        return unfit(self._plain(text), self.grounds, figures=not bands) or ("" if known else "it names no size")

    def _not_a_place(self, text: str) -> str:
        told = countries_of((text,), self.grounds.company.language)
        if told and set(told) <= self._countries:
            return unfit(text.lower(), self.grounds)
        return unfit(text, self.grounds) or (
            "" if self._is_on_site(text, whole=True) else "it names no place of the site"
        )

    @cached_property
    def _countries(self) -> set[str]:
        """Return the countries that the site names, by itself or by the ending of its address."""
        company = self.grounds.company
        named = {code for place in places_in(self.grounds.site_text) for code in place.countries}
        host = re.sub(r"^\w+://", "", self.website).partition("/")[0].partition(":")[0]
        ending = host.rpartition(".")[2].upper().replace("UK", "GB")
        own = {ending} if is_country(ending) and ending not in _NO_COUNTRY_ENDINGS else set()
        return named | own | set(countries_of(company.locations, company.language))

    def _is_on_site(self, text: str, *, whole: bool = False) -> bool:
        """Return whether a word that carries a text's matter, or `whole`: each, is among the site's."""
        stems = set(content_stems(text, self.grounds.language))
        shared = stems & self.grounds.own_stems
        return bool(shared) and (not whole or shared == stems)

    def _plain(self, text: str) -> str:
        """Return a text whose capitals are small where they stand on words of jobs and industries."""
        return _CAPITAL.sub(lambda word: word[0].lower() if self._is_common(word[0]) else word[0], text)

    def _is_common(self, word: str) -> bool:
        if not (word[1:].islower() or (word.isupper() and len(word) <= _LONGEST_INITIALS)):
            return False
        return is_job_word(word) or fold(word) in GENERIC_WORDS or bool(sectors_of((word,)))
