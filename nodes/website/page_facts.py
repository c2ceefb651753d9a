"""Read the facts of one page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.distrust import gives_orders, is_untrusted
from nodes.website.figures import is_figure
from nodes.website.found import Found
from nodes.website.html import Document
from nodes.website.kinds import Judgement, judge
from nodes.website.language import speaks
from nodes.website.naming import parts_of_title
from nodes.website.owners import named_first, owner_in
from nodes.website.passages import Passage
from nodes.website.places import Sentence
from nodes.website.planned import planned_headings
from nodes.website.questions import answers_alone, asked_in, is_refusal, without_question
from nodes.website.quotations import Quotation, quotation
from nodes.website.roles import PageRole
from nodes.website.sentences import split_sentences
from nodes.website.signs import CHANGE
from nodes.website.usable import MIN_WORDS, is_usable
from nodes.website.wording import (
    MAX_QUOTE,
    MAX_TEXT,
    ended_as,
    of_owner,
    opening,
    own_clause,
    parts_of,
    shortened,
    with_subject,
)

# Weaker statements would only be used for want of anything else, and then it is better to say that little is known.
_LEAST_WEIGHT = 0.2
# Somebody else's praise carries less than a result that the company states itself and answers for.
_SAID_WEIGHT = 0.5
_TITLE_WEIGHT = 0.6
_HERO_SENTENCES = 4
_MAX_LEAD_WORDS = 6
# A sentence that begins with a figure and is longer has its own subject.
_MAX_FIGURE_WORDS = 9
# Shorter sentences say nothing without the one before.
_MIN_ALONE = 4
_MAX_BYLINE_WORDS = 16
_LABEL = re.compile(r"(?P<label>[^.:!?\d]{3,32}?)\s?:\s+(?=\S)")
_PLAIN_LABEL = Cue(
    r"(?:results?|outcome|what changed|ergebnis|résultats?|resultado|qui s’en sert|who uses it|für wen|"
    r"pourquoi|why|warum|"
    r"exemples?|examples?)$"
)
_CONDITION = Cue(r"(?:if|wenn|falls|si|sollte)\b")
_WHY = Cue(r"¿?(?:why|warum|pourquoi|por qué)\b")
# Labels over what a customer is, or how things were before.
_HISTORY = Cue(
    r"(?:before|challenge|business|customer|avant|vorher|ausgangslage|antes|situation|desafío|défi|herausforderung|"
    r"industry|branche|sector|location)\s?:\s"
)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read and understood."""

    url: str
    document: Document
    role: PageRole
    passages: tuple[Passage, ...] = ()


class PageReader:
    """Reads one page sentence by sentence, knowing what stands above and before each."""

    def __init__(
        self, page: ReadPage, names: tuple[str, ...], customers: frozenset[str], cues: Cues, language: str
    ) -> None:
        self.page, self.names, self.customers, self.cues, self.language = page, names, customers, cues, language
        self._starts = tuple(name.lower() for name in names)
        self._rank = 0
        self._place = 0
        self._before = self._before_heading = ""

    def facts(self, passages: Sequence[Passage]) -> Iterator[Found]:
        """Yield the facts of the page in its order."""
        planned = planned_headings(passages, self.cues)
        owners = {
            passage.text: owner
            for passage in passages
            if passage.form == "heading" and (owner := owner_in(passage, self.page.role, self.cues))
        }
        for at, passage in enumerate(passages):
            self._place += 1
            if not passage.text or self._is_closed(passage) or planned & {passage.text, *passage.headings}:
                continue
            said = quotation(passages, at)
            if said is not None:
                yield from self._said(said, passage)
            elif not passage.parts & {"quote", "cite"} and not self._signs(passages, at):
                owner = next((owners[heading] for heading in reversed(passage.headings) if heading in owners), "")
                yield from self._read(passage, owner)

    def _is_closed(self, passage: Passage) -> bool:
        """Tell whether a passage speaks to others than buyers, of what is not sold, or to a machine."""
        cues, heading = self.cues, passage.heading
        if gives_orders(passage.text) or cues.not_for.search(heading) or cues.not_for.match(passage.text):
            return True
        if any(cues.jobs_heading.search(above) for above in passage.headings) or self._is_advert(passage):
            return True
        if self.page.role == "contact":
            closed = cues.supplier_heading.search(heading) and not heading.lower().startswith(("contact", "kontakt"))
            return bool(closed or cues.legal.search(heading)) and not cues.entry.search(heading)
        return bool(cues.supplier_heading.search(heading)) and not cues.entry.search(heading)

    def _is_advert(self, passage: Passage) -> bool:
        """Tell whether a paragraph's label or first sentence looks for staff: what follows is pay and benefits."""
        label = _LABEL.match(passage.text)
        if label and self.cues.jobs_heading.search(label["label"].strip()):
            return True
        return passage.form != "heading" and bool(self.cues.jobs.search(_first_sentence(passage.text)))

    def _signs(self, passages: Sequence[Passage], at: int) -> bool:
        """Tell whether a passage is the byline of the quotation before it."""
        text = passages[at].text
        short = len(text.split()) <= _MAX_BYLINE_WORDS and not text.endswith(".")
        return short and quotation(passages, at - 1) is not None

    def _said(self, said: Quotation, passage: Passage) -> Iterator[Found]:
        """Yield a customer's words as proof if they state a result and an organisation signs them."""
        words, who = said.words, said.organisation
        has_digits = any(char.isdigit() for char in words)
        if not who or not (has_digits or self.cues.numerals.search(words)) or not self.cues.result.search(words):
            return
        text = of_owner(words, who)
        if (
            len(text) > MAX_TEXT
            or len(said.quote) > MAX_QUOTE
            or is_untrusted(text)
            or not speaks(self.language, words)
        ):
            return
        weight = _SAID_WEIGHT + 0.1 * has_digits
        yield Found("proof", round(weight, 3), text, said.quote, self.page.url, passage.heading, self._place)

    def _read(self, passage: Passage, owner: str) -> Iterator[Found]:
        """Yield the facts of a passage; sentences that lean on the one before are joined to it."""
        if passage.form == "heading" and self._is_named_in_title(passage):
            yield Found("offer", _TITLE_WEIGHT, passage.text, passage.quote, self.page.url, "", self._place)
            return
        if _HISTORY.match(passage.text) or (passage.form == "heading" and not self._is_statement(passage)):
            return
        if is_refusal(passage):
            return
        heading, sentences, owner = self._sentences(passage, owner)
        before = self._before if heading == self._before_heading else ""
        last: Found | None = None
        asked = self._asked(passage)
        for at, sentence in enumerate(sentences):
            if at == 0 and asked and not answers_alone(sentence, asked, self._starts, self.cues):
                continue
            if at < len(sentences) - 1 and self._is_lead(sentence):
                heading, before = sentence.rstrip("."), ""
                if self.cues.not_for.search(heading):
                    break
                continue
            found = self._fact(sentence, passage, heading, owner, before)
            joined = self._joined(last, sentence, found, passage)
            if last is None and found is not None:
                found = self._completed(found, sentence, sentences[at - 1] if at else "", passage, heading)
            before = self._remember(sentence, heading, before, passage)
            if joined is None and last is not None:
                yield last
            last = joined or found
        if last is not None:
            yield last

    def _sentences(self, passage: Passage, owner: str) -> tuple[str, tuple[str, ...], str]:
        """Return the heading that counts, the sentences, and whose they are."""
        if passage.form in ("tile", "row"):
            return passage.heading, (passage.text,), owner
        label = self._label(passage.text)
        text = passage.text[len(label) :].lstrip(" :") if label else passage.text
        split = split_sentences(without_question(text), self.language)
        sentences = tuple(part for sentence in split for part in parts_of(sentence))
        if not owner and self.page.role == "customers" and len(sentences) > 1 and (named := named_first(sentences[0])):
            owner, sentences = named, sentences[1:]
        return (label if label and not self.cues.we.match(label) else passage.heading), sentences, owner

    def _asked(self, passage: Passage) -> str:
        """Return the question that a passage answers, which its heading or its own beginning asks."""
        heading = passage.heading
        if heading.endswith("?") and not self._gives_reasons(heading):
            return "" if self._is_title(heading) else heading
        return asked_in(passage.text) if passage.form != "heading" else ""

    def _gives_reasons(self, heading: str) -> bool:
        """Tell whether a heading promises reasons to buy from the company: `Why Tarrowby?`."""
        lowered = heading.lower()
        why = _WHY.match(heading) is not None and any(name in lowered for name in self._starts)
        return why or self.cues.benefit_heading.search(heading) is not None

    def _remember(self, sentence: str, heading: str, before: str, passage: Passage) -> str:
        """Keep the last sentence that names its subject, for the pronouns that follow."""
        self._rank += passage.form != "heading"
        self._before_heading = heading
        self._before = before if self.cues.it.match(sentence) else sentence
        return self._before

    def _joined(self, last: Found | None, sentence: str, found: Found | None, passage: Passage) -> Found | None:
        """Return the last fact with this sentence added, if the sentence makes sense only after it."""
        words = len(sentence.split())
        figure = sentence[0].isdigit() and words <= _MAX_FIGURE_WORDS
        leans = self.cues.leaning.match(sentence) or figure or words <= _MAX_LEAD_WORDS
        if last is not None and len(last.text.split()) <= _MAX_LEAD_WORDS and _CONDITION.match(sentence):
            leans = True
        if last is None or not leans or (found is not None and not found.text.endswith(sentence)):
            return None
        text, quote = f"{last.text} {sentence}", f"{last.quote} {sentence}"
        if len(text) > MAX_TEXT or quote not in passage.text or not self._may_follow(sentence):
            return None
        stronger = last if found is None or found.weight <= last.weight else found
        return replace(stronger, text=text, quote=quote)

    def _completed(self, found: Found, sentence: str, previous: str, passage: Passage, heading: str) -> Found:
        """Return a fact that leans on the sentence before, with that sentence: `Avant : 410. Après un an : 255.`"""
        leans = self.cues.leaning.match(sentence) or len(sentence.split()) <= _MIN_ALONE
        quote = f"{previous} {sentence}"
        text = found.text.replace(sentence, quote)
        if not previous or not leans or quote not in passage.text or not quote[0].isupper() or len(text) > MAX_TEXT:
            return found
        usable = is_usable(previous, passage.form, heading, self.names, self.cues, self.language)
        return replace(found, text=text, quote=quote) if usable else found

    def _may_follow(self, sentence: str) -> bool:
        cues = self.cues
        unusable = (cues.refuses, cues.legal, cues.planned)
        refused = cues.call.match(sentence) or any(cue.search(sentence) for cue in unusable)
        return not refused and not is_untrusted(sentence) and not sentence.endswith("?")

    def _label(self, text: str) -> str:
        """Return the words before a colon when they say what kind of statement follows: `Result: …`, `Pourquoi : …`."""
        match = _LABEL.match(text)
        words = match["label"].strip() if match else ""
        plain = _PLAIN_LABEL.match(words) or self._is_title(words) or self.cues.we.match(words)
        return words if words and plain else ""

    def _is_title(self, words: str) -> bool:
        cues = self.cues
        titles = (cues.problem_heading, cues.audience_heading, cues.how_heading, cues.not_for, cues.proof_heading)
        return any(cue.search(words) for cue in titles)

    def _is_lead(self, sentence: str) -> bool:
        """Tell whether a few words before a full stop are the title of what follows: `Oversize. Our permit desk …`."""
        words = len(sentence.split())
        if (
            not sentence.endswith(".")
            or any(char.isdigit() for char in sentence)
            or self.cues.numerals.search(sentence)
        ):
            return False
        return words <= MIN_WORDS or (words <= _MAX_LEAD_WORDS and self._is_title(sentence))

    def _is_named_in_title(self, passage: Passage) -> bool:
        """Tell whether the start page's first heading says what its title says besides the name: what is sold."""
        if self.page.role != "start" or passage.headings or len(passage.text) > MAX_TEXT or is_untrusted(passage.text):
            return False
        said = [part.lower() for part in parts_of_title(self.page.document.title) if len(part.split()) > 1]
        own = [part for part in said if not any(name in part for name in self._starts)]
        return any(sentence.lower().rstrip(".!") in own for sentence in split_sentences(passage.text, self.language))

    def _is_statement(self, passage: Passage) -> bool:
        """Tell whether a heading states a fact itself: for whom, in what time, how many."""
        cues, text = self.cues, passage.text
        if not 3 <= len(text.split()) <= 16 or text.endswith("?") or cues.call.match(text) or cues.puff.search(text):
            return False
        whom = cues.audience.search(text)
        if whom and cues.role.search(whom["whom"]):
            return True
        if any(char.isdigit() for char in text):
            return not is_figure(text)
        return bool(cues.numerals.search(text)) and self.page.role == "start" and not passage.headings

    def _fact(self, sentence: str, passage: Passage, heading: str, owner: str, before: str) -> Found | None:
        """Return the sentence as a fact, if it is one that an email may use."""
        if not is_usable(sentence, passage.form, heading, self.names, self.cues, self.language):
            return None
        text = (
            with_subject(sentence, self.names[-1], self.cues) if before.lower().startswith(self._starts) else sentence
        )
        judgement = judge(self._seen(sentence, text, passage, heading, owner), self.cues)
        if judgement is None or judgement.weight < _LEAST_WEIGHT or self._is_of_customer(judgement, sentence, owner):
            return None
        whole = passage.form in ("tile", "row")
        quote = passage.quote if whole else sentence if len(sentence) <= MAX_QUOTE else opening(sentence, MAX_QUOTE)
        text = shortened(text if whole or quote == sentence else quote)
        if not text or not quote or len(quote) > MAX_QUOTE:
            return None
        if judgement.kind == "proof":
            text, quote = ended_as(text, own_clause(text)), own_clause(quote)
        text = self._worded(text, judgement, passage, heading, owner)
        return Found(judgement.kind, judgement.weight, text, quote, self.page.url, heading, self._place)

    def _seen(self, sentence: str, text: str, passage: Passage, heading: str, owner: str) -> Sentence:
        """Return the sentence with all that is known about its place."""
        defines = any(
            text.lower().startswith(name) and self.cues.is_a.match(text[len(name) + 1 :]) for name in self._starts
        )
        return Sentence(
            text=text,
            form=passage.form,
            heading=heading,
            headings=" / ".join((*passage.headings, heading)),
            role=self.page.role,
            rank=self._rank,
            names_company=text != sentence or any(name in sentence.lower() for name in self._starts),
            names_customer=bool(owner) or any(customer in sentence for customer in self.customers),
            is_hero=self._rank < _HERO_SENTENCES and self._is_hero(passage),
            starts_with_name=text.lower().startswith(self._starts),
            defines=defines
            and not self.cues.certificate.search(text)
            and (self.page.role == "start" or bool(self.cues.about_heading.search(heading))),
            under_benefit=self._gives_reasons(heading),
        )

    def _is_hero(self, passage: Passage) -> bool:
        """Tell whether a passage stands under the start page's first heading and no further one."""
        return self.page.role == "start" and passage.form == "prose" and len(passage.headings) < 2

    def _is_of_customer(self, judgement: Judgement, sentence: str, owner: str) -> bool:
        """Tell whether a sentence of a case says what the customer is or was, and nothing that the company did."""
        if not owner or self.cues.we.search(sentence) or any(name in sentence.lower() for name in self._starts):
            return False
        changed = self.cues.result.search(sentence) or CHANGE.search(sentence)
        return judgement.kind != "proof" or " · " in sentence or not changed

    def _worded(self, text: str, judgement: Judgement, passage: Passage, heading: str, owner: str) -> str:
        """Return the text so that it can stand alone: with its owner, with what it is the price of, as a sentence."""
        if judgement.kind == "proof" and owner and not any(customer in text for customer in self.customers):
            return of_owner(text, owner) if len(text) + len(owner) + 2 <= MAX_TEXT else text
        if judgement.kind == "price" and _needs_name(text, heading, passage) and not self.cues.price.search(heading):
            return of_owner(text, heading)
        if judgement.kind == "guarantee" and _is_label_of(text, heading, self.cues):
            return of_owner(text[0].lower() + text[1:] if not text[1:2].isupper() else text, heading)
        starts_low = passage.form == "prose" and text[0].islower() and not text.lower().startswith(self._starts)
        return text[0].upper() + text[1:] if starts_low else text


def _is_label_of(text: str, heading: str, cues: Cues) -> bool:
    """Tell whether only the heading says that this is a promise: `Warranty` / `3 years on the drive`."""
    if cues.guarantee.search(text) or cues.certificate.search(text) or not cues.guarantee.search(heading):
        return False
    return len(heading.split()) <= 3 and len(text) + len(heading) + 2 <= MAX_TEXT


def _first_sentence(text: str) -> str:
    return next(iter(split_sentences(text)), "")


def _needs_name(price: str, heading: str, passage: Passage) -> bool:
    """Tell whether a price stands under the name of what it buys: `Nacelles` / `690 € HT par stagiaire`."""
    short = len(price.split()) <= 9 and ":" not in price and len(price) + len(heading) + 2 <= MAX_TEXT
    return short and passage.form != "row" and 0 < len(heading.split()) <= 5
