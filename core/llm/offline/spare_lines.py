# ruff: noqa: E501 - one language per line reads better than a broken one
"""Find subject lines where a door's own clauses give none: noun phrases of headings, offers, and of the sheet's words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from core.llm.offline import verbs
from core.llm.offline.doubts import doubtful
from core.llm.offline.english_nouns import needs_no_article
from core.llm.offline.first_letters import small_first
from core.llm.offline.language import Language
from core.llm.offline.reader import filled
from core.llm.offline.seller import SellerFact, Task
from core.llm.offline.sentences import STOPWORDS, content
from core.llm.offline.subject_forms import fits, shortened
from core.llm.offline.tongue import reads_as
from core.sentences import words

_FOR = {"en": "for", "de": "für", "fr": "pour", "es": "para", "it": "per"}
_ASKED = {
    "en": "a question <for_company>", "de": "Frage an <company>", "fr": "une question <for_company>",
    "es": "una pregunta <for_company>", "it": "una domanda <for_company>",
}  # fmt: skip
_PLURAL = {
    "en": r"s$",
    "de": r"(?:ungen|[hk]eiten|schaften|ionen|ien|enten|anten|isten|xen|iken|ulen|unen|nken|rmen|uren|er|e|s)$",
    "fr": r"[sx]$",
    "es": r"s$",
    "it": r"[ie]$",
}
_KINDS = ("mechanism", "guarantee", "offer", "proof")
_UNITS = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|minutes?|customers?|people|staff|heures?|jours?|semaines?|mois|ans?|années?|clients?|horas?|días?"
    r"|semanas?|meses|años?|clientes?|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|clienti|millones|millions?|euros?|fin|cause|base|caso|cas|parte|part|resto|reste|fine)\b",
    re.I,
)
"""Words of time and of counting, which name no matter."""
_OF = {
    "fr": re.compile(r"(?<!\w)(?:les?|la|des|du|un|une|l['’]|vos|nos|chaque) ?(?P<what>[a-zéèêàâçîôû]{4,} (?:de |d['’])[a-zéèêàâçîôû]{4,})(?!\w|['’-])"),
    "es": re.compile(r"(?<!\w)(?:el|la|los|las|un|una|del|su|sus|cada) (?P<what>[a-záéíóúñ]{4,} de [a-záéíóúñ]{4,})(?!\w)"),
    "it": re.compile(r"(?<!\w)(?:il|lo|la|i|gli|le|un|una|del|dei|delle|della|ogni|l['’]) ?(?P<what>[a-zàèéìòù]{4,} di [a-zàèéìòù]{4,})(?!\w|['’])"),
}  # fmt: skip
"""A noun with what it is of, behind its article."""
_PAIR = re.compile(r"(?<![\w'’-])(?=(?P<what>[a-z][a-z-]{2,} [a-z][a-z-]{3,})(?![\w'’-]))")
_COMPOUND = re.compile(r"(?<=[a-zäöüß,] )(?P<what>[A-ZÄÖÜ][a-zäöüß]{8,})(?![\w-])")
_INFINITIVE = {"fr": r"(?:er|ir|re)$", "es": r"[aei]r(?:lo|la|los|las|se)?$", "it": r"(?:[aei]re|arlo|arla)$"}
_FIRMS = re.compile(
    r"\b(?:builders|makers|manufacturers|contractors|operators|owners|suppliers|growers|farmers|dealers|retailers|wholesalers|fabricators|processors|producers|distributors|installers"
    r"|managers|engineers|buyers|firms|companies|\w*(?:hersteller|betriebe|händler|betreiber|firmen|unternehmen|leitung)|(?:fabricants|producteurs|exploitants|entreprises|sociétés|négociants) d\w*"
    r"|(?:fabricantes|productores|empresas|talleres|distribuidores) de|(?:produttori|costruttori|aziende|imprese|gestori) d\w+)\b",
    re.I,
)
"""Firms and people: kinds of customers, which are nobody's matter at the reader's company."""
_LABEL = re.compile(
    r"\b(?:about|how|what|why|who|where|when|questions?|results?|reference|contact|welcome|prices?|list|steps?|numbers|story|promise|difference|contract|über|wie|was|warum|wer"
    r"|referenzen|ergebnisse|preise|unternehmen|leistungen|zahlen|wort|comment|pourquoi|qui|quoi|résultats?|tarifs?|preuves|exemples|cómo|qué|por qué|quién"
    r"|resultados|precios?|tarifas|caso|cifras|servicios?|come|cosa|perché|risultati|prezzi|caso|numeri|metodo|mese|giorno)\b",
    re.I,
)
"""Headings that label a part of a page."""


@dataclass(frozen=True)
class Spare:
    """Words that can stand as a subject line, the fact that holds them, and how soon they are taken."""

    text: str
    fact: str
    rank: float


class Spares:
    """Yields lines made of noun phrases of one company's sheet, none of them its name."""

    def __init__(self, task: Task, language: Language, told: tuple[str, ...]) -> None:
        """Keep what the lines are made of; `told`: the noun phrases of what is sold, empty ones among them."""
        self.task, self.language, self.code = task, language, language.code
        self.sold = [text for text in dict.fromkeys(told) if text]
        own = content(task.company.name)
        self.own = own - content(task.company.sells)
        self.bare = own
        facts = [fact for fact in task.company.facts if reads_as(fact.text, self.code, task.company.language)]
        self.facts = sorted(facts, key=lambda fact: -fact.weight)
        self.sheet = ". ".join([task.company.sells, *(fact.text for fact in self.facts)])

    def lines(self) -> Iterator[Spare]:
        """Yield the lines, the surest first; each is short enough and holds no name of the seller."""
        for at, spare in enumerate(
            (*self.for_whom(), *self.headings(), *self.offers(), *self.recurring(), *self.only_whom(), *self.asked())
        ):
            named = content(spare.text) & self.own or (content(spare.text) and content(spare.text) <= self.bare)
            if fits(spare.text) and not named:
                yield Spare(spare.text, spare.fact or self.holding(spare.text), spare.rank + 0.02 * at)

    def for_whom(self) -> Iterator[Spare]:
        """Yield what is sold with whom it is for: `pallet racking for wholesalers`."""
        for what in (short for sold in self.sold for short in shortened(sold, self.code)):
            for whom in self.audience():
                if not content(whom) & content(what):
                    yield Spare(f"{what} {_FOR[self.code]} {whom}", "", 5.0)

    def only_whom(self) -> Iterator[Spare]:
        """Yield whom it is for, where nothing else is left: `for building contractors`."""
        for whom in self.audience():
            yield Spare(f"{_FOR[self.code]} {whom}", "", 17.0)

    def asked(self) -> Iterator[Spare]:
        """Yield what is true of every one of these emails: it asks one question."""
        yield Spare(filled(_ASKED[self.code], self.language, self.task.brief, {}) or "", "", 19.0)

    def audience(self) -> list[str]:
        """Return the audience in short plural nouns."""
        parts = [
            part.strip()
            for entry in self.task.company.audience
            for part in re.split(r", | (?:and|und|et|y|e) |\(", entry)
            if reads_as(entry, self.code, self.task.company.language)
        ]
        small = [part if self.code == "de" else small_first(part, self.code, self.sheet) for part in parts]
        kept = (part for part in small if 1 <= len(words(part)) <= 3 and not re.search(r"\d|-$|^[dl]['’]", part))
        return [
            part
            for part in kept
            if re.search(_PLURAL[self.code], part.split()[0 if self.code in ("fr", "es", "it") else -1])
        ][:4]

    def headings(self) -> Iterator[Spare]:
        """Yield headings that are noun phrases about what their fact says: `door rules by temperature`."""
        for fact in self.facts:
            text = re.sub(r"^\d+\. ", "", fact.heading.strip())
            if fact.kind in _KINDS and self.names_a_thing(text) and content(text) & content(fact.text):
                yield Spare(self.small(text), fact.id, 5.5)

    def offers(self) -> Iterator[Spare]:
        """Yield the offers that are no names: `nightly cleaning`, `Jahreswartung bei {{company}}`."""
        for text in self.task.company.offers:
            if not self.names_a_thing(text) or not self.known(text):
                continue
            yield Spare(self.small(text), "", 6.0)
            if len(words(text)) <= 2:
                yield Spare(self.at_company(self.small(text)), "", 6.5)

    def recurring(self) -> Iterator[Spare]:
        """Yield the noun phrases that several facts share: `purchase orders`, `cadena de frío`."""
        counted: dict[str, list[str]] = {}
        for fact in (SellerFact(id="", text=self.task.company.sells), *self.facts):
            for text in dict.fromkeys(self.phrases(fact.text)):
                counted.setdefault(text, []).append(fact.id)
        common = sorted((one for one in counted.items() if self.shared(*one)), key=lambda one: -len(one[1]))
        for text, facts in common[:6]:
            held = next((fact for fact in facts if fact), "")
            if len(words(text)) > 1:
                yield Spare(text, held, 8.5)
            yield Spare(self.at_company(text), held, 8.0)

    def shared(self, text: str, facts: list[str]) -> bool:
        """Tell whether a phrase is the sheet's matter: found twice, or all of its words are, or what is sold holds it."""
        stems = content(text)
        near = sum(stems <= content(fact.text) for fact in self.facts)
        if _FIRMS.search(text) or any(stems <= whom for whom in self.served):
            return False
        return bool(stems - self.audience_words) and (len(facts) > 1 or "" in facts or near > 1)

    @cached_property
    def served(self) -> list[frozenset[str]]:
        """Return the words that the sheet's sentences name after `for`: whom it serves is no matter of the reader's."""
        told = (self.task.company.sells, *(fact.text for fact in self.facts))
        return [content(whom) for text in told for whom in re.split(rf"(?<!\w){_FOR[self.code]} ", text)[1:]]

    @cached_property
    def audience_words(self) -> frozenset[str]:
        """Return the words of the audience."""
        return content(" ".join(self.task.company.audience))

    def phrases(self, text: str) -> Iterator[str]:
        """Yield the noun phrases of a text whose form is certain."""
        pattern = {"en": _PAIR, "de": _COMPOUND}.get(self.code) or _OF[self.code]
        for found in pattern.finditer(text):
            what = found["what"]
            parts = words(what)
            if _UNITS.search(what) or any(word.lower() in STOPWORDS - {"de", "d", "di"} for word in parts):
                continue
            if self.code == "en" and not _is_english_pair(*what.split()):
                continue
            if self.code == "de" and not re.search(r"(?:ung|ungen|heit|keit|schaft|ion)$", what):
                continue
            if self.code in _INFINITIVE and re.search(_INFINITIVE[self.code], what):
                continue
            yield what

    def names_a_thing(self, text: str) -> bool:
        """Tell whether a heading or an offer is a noun phrase that says something alone."""
        grammar, first = self.language.grammar, (text.split() or [""])[0]
        if not 1 <= len(words(text)) <= 5 or re.search(r"[?!:.,;™®&\"“”«»/–()]|^\d", text) or _LABEL.search(text):
            return False
        if (
            first.lower() in STOPWORDS
            or text.split()[-1].lower() in STOPWORDS
            or not reads_as(text, self.code, self.task.company.language)
        ):
            return False
        if self.code == "en" and (
            verbs.is_base(first.lower()) or verbs.base_of(first.lower()) or verbs.is_past(text.split()[-1])
        ):
            return False
        titled = self.code != "de" and any(word[:1].isupper() for word in text.split()[1:])
        spoken = grammar.you.search(text) or grammar.we.search(text) or grammar.is_sentence(text, True)
        return (
            not titled
            and not spoken
            and not text.isupper()
            and not doubtful(f"{text} {text}" if len(words(text)) < 2 else text, self.language)
        )

    def known(self, text: str) -> bool:
        """Tell whether the sheet speaks of an offer."""
        return bool(content(text) & content(self.sheet))

    def holding(self, text: str) -> str:
        """Return the fact that holds all the words of a line, or nothing."""
        wanted = content(text.replace("{{company}}", ""))
        return next((fact.id for fact in self.facts if wanted and wanted <= content(fact.text)), "")

    def at_company(self, text: str) -> str:
        """Return a noun phrase at the reader's company."""
        return filled("<topic> <at_company>", self.language, self.task.brief, {"topic": text}) or ""

    def small(self, text: str) -> str:
        """Write the first letter small where the language does."""
        return text if self.code == "de" else small_first(text, self.code, self.sheet)


_NOUNS_TOO = (
    "orders", "reports", "repairs", "checks", "labels", "loads", "tests", "audits", "prices", "quotes", "claims", "returns", "costs", "forms", "plans",
    "charges", "pumps", "filters", "seals", "bills", "supplies", "samples", "books", "calls", "visits", "records", "documents", "designs", "links",
)  # fmt: skip
"""Third persons that are as often plural nouns."""
_NO_NOUN = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|old|good|new|last|next|first|big|small|own|hundred|thousand)\b"
    r"|\S+ (?:makers|dealers|companies|firms|producers|owners|managers|teams|says|sends|asks|wants|thinks|does|goes|wins|lasts|happens|begins|stops|things|ways|times|others|yours|ours)$"
)
"""Pairs that begin with a number or end on a verb."""


def _is_english_pair(first: str, last: str) -> bool:
    """Tell whether two small words are a compound such as `purchase orders`: no verb, no adverb, a plural at the end."""
    verbal = (
        verbs.base_of(first) or verbs.is_past(first) or first in verbs.ALWAYS_FINITE or first.endswith(("ly", "ing"))
    )
    finite = (
        last in verbs.ALWAYS_FINITE or last.endswith(("ly", "ous")) or (verbs.base_of(last) and last not in _NOUNS_TOO)
    )
    noun = (
        needs_no_article(last)
        and last.endswith("s")
        and not verbs.is_base(first)
        and not _NO_NOUN.match(f"{first} {last}")
    )
    return bool(noun and not verbal and not finite)
