"""Read the facts of one page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nodes.website.closed import is_closed
from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.figures import is_figure
from nodes.website.found import Found
from nodes.website.html import Document
from nodes.website.joining import completed, joined
from nodes.website.kinds import Judgement, judge
from nodes.website.labels import gives_reasons, is_lead, is_title, label_of, tells_history
from nodes.website.naming import parts_of_title
from nodes.website.outcomes import BEFORE_AND_NOW, COMPARED, DESCRIBED, DONE, HAPPENED, ONCE, SPARED
from nodes.website.owners import named_first, owners_on
from nodes.website.passages import Passage
from nodes.website.places import Sentence
from nodes.website.planned import planned_headings
from nodes.website.praise import praise
from nodes.website.questions import answers_alone, asked_in, is_refusal, without_question
from nodes.website.quotations import Quotation, quotation, quoted_within
from nodes.website.roles import PageRole
from nodes.website.sentences import split_sentences, without_ordinal
from nodes.website.signs import CHANGE, FROM_TO, SPAN, YEAR
from nodes.website.situations import LOSES
from nodes.website.standing import standing_alone
from nodes.website.usable import is_usable
from nodes.website.wording import (
    MAX_QUOTE,
    MAX_TEXT,
    ended_as,
    opening,
    own_clause,
    parts_of,
    shortened,
    with_subject,
)

# Weaker statements would only be used for want of anything else, and then it is better to say that little is known.
_LEAST_WEIGHT = 0.2
_TITLE_WEIGHT = 0.6
_HERO_SENTENCES = 4
# Titles that are half a sentence: `When a spring stops the line`.
_BEGINS_CLAUSE = Cue(
    r"(?:when|if|why|how|what|where|wenn|falls|warum|wie|was|wo|quand|si|pourquoi|comment|ce qu|où|cuando|por qué|cómo|"
    r"lo que|qué|quando|se|perché|come|cosa|che cosa)\b"
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Dd](?:er|ie|as)|[Ll](?:e|a|es|o)|[Ll][’']|[EeIi]l|Los|Las|I|Gli)\s?(?=[^\W\d_])")


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
        self._introduced = False
        self.jobs: list[str] = []
        """Jobs of the customers who were quoted so far."""

    def facts(self, passages: Sequence[Passage]) -> Iterator[Found]:
        """Yield the facts of the page in its order."""
        planned = planned_headings(passages, self.cues)
        owners = owners_on(passages, self.page.role, self.cues)
        signed = 0  # passages before this place are bylines of quotations
        for at, passage in enumerate(passages):
            self._place += 1
            if (
                not passage.text
                or is_closed(passage, self.page.role, self.cues)
                or planned & {passage.text, *passage.headings}
            ):
                continue
            owner = next((owners[heading] for heading in reversed(passage.headings) if heading in owners), "")
            if (said := quotation(passages, at)) is not None:
                signed = at + said.passages
                yield from self._praised(said, owner, passage)
            elif at >= signed and not passage.parts & {"quote", "cite"}:
                for within in quoted_within(passage.text):
                    yield from self._praised(within, owner, passage)
                yield from self._read(passage, owner)

    def _praised(self, said: Quotation, owner: str, passage: Passage) -> Iterator[Found]:
        """Yield what a customer says, if it is a result, and keep the job of who says it."""
        if said.byline.title and not self._is_own(said.organisation):
            self.jobs.append(said.byline.title)
        found = praise(said, owner, self.page.url, passage.heading, self._place, self.cues, self.language)
        if found is not None:
            yield found

    def _is_own(self, organisation: str) -> bool:
        """Tell whether a quotation is signed by somebody of the company itself."""
        unsigned = not organisation and self.page.role == "about"
        return unsigned or organisation.lower().startswith(self._starts)

    def _read(self, passage: Passage, owner: str) -> Iterator[Found]:
        """Yield the facts of a passage; sentences that lean on the one before are joined to it."""
        if passage.form == "heading" and self._is_named_in_title(passage):
            yield Found("offer", _TITLE_WEIGHT, passage.text, passage.quote, self.page.url, "", self._place)
            return
        if tells_history(passage.text) or (passage.form == "heading" and not self._is_statement(passage)):
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
            if at < len(sentences) - 1 and is_lead(sentence, self.cues):
                heading, before = sentence.rstrip("."), ""
                if self.cues.not_for.search(heading):
                    break
                continue
            found = self._fact(sentence, passage, heading, owner, before)
            together = joined(last, sentence, found, passage, self.cues) if last is not None else None
            if last is None and found is not None:
                found = self._completed(found, sentence, sentences[at - 1] if at else "", passage, heading)
            before = self._remember(sentence, heading, before, passage)
            if together is None and last is not None:
                yield last
            last = together or found
        if last is not None:
            yield last

    def _sentences(self, passage: Passage, owner: str) -> tuple[str, tuple[str, ...], str]:
        """Return the heading that counts, the sentences, and whose they are."""
        if passage.form == "row" and self.page.role == "customers" and passage.text.endswith(f": {passage.quote}"):
            whose = passage.text.removesuffix(f": {passage.quote}")
            return passage.heading, (passage.quote,), owner or (whose if named_first(f"{whose},") else "")
        if passage.form in ("tile", "row"):
            return passage.heading, (passage.text,), owner
        label = label_of(passage.text, self.cues)
        text = passage.text[len(label) :].lstrip(" :") if label else passage.text
        split = split_sentences(without_question(text), self.language)
        sentences = tuple(part for sentence in split for part in parts_of(without_ordinal(sentence)))
        if not owner and self.page.role == "customers" and len(sentences) > 1 and (named := named_first(sentences[0])):
            owner, sentences = named, sentences[1:]
        return (label if label and not self.cues.we.match(label) else passage.heading), sentences, owner

    def _asked(self, passage: Passage) -> str:
        """Return the question that a passage answers, which its heading or its own beginning asks."""
        heading = passage.heading
        if heading.endswith("?") and not gives_reasons(heading, self._starts, self.cues):
            return "" if is_title(heading, self.cues) else heading
        return asked_in(passage.text) if passage.form != "heading" else ""

    def _remember(self, sentence: str, heading: str, before: str, passage: Passage) -> str:
        """Keep the last sentence that names its subject, for the pronouns that follow."""
        self._rank += passage.form != "heading"
        self._before_heading = heading
        self._before = before if self.cues.it.match(sentence) else sentence
        return self._before

    def _completed(self, found: Found, sentence: str, previous: str, passage: Passage, heading: str) -> Found:
        """Return a fact with the sentence before, if it makes no sense without that one."""
        usable = bool(previous) and is_usable(previous, passage.form, heading, self.names, self.cues, self.language)
        return completed(found, sentence, previous, passage, self.cues, usable)

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
        if LOSES.search(text) and not cues.we.search(text) and not _BEGINS_CLAUSE.match(text):
            return True
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
        begins = _without_article(text).lower().startswith(self._starts)
        is_hero = self._is_hero(passage) and (self._rank < _HERO_SENTENCES or (begins and not self._introduced))
        self._introduced = self._introduced or begins
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
            is_hero=is_hero,
            starts_with_name=begins,
            under_first_heading=self.page.role == "start" and len(passage.headings) < 2,
            defines=defines
            and not self.cues.certificate.search(text)
            and (self.page.role == "start" or bool(self.cues.about_heading.search(heading))),
            is_of_case=bool(owner),
            under_benefit=gives_reasons(heading, self._starts, self.cues),
        )

    def _is_hero(self, passage: Passage) -> bool:
        """Tell whether a passage stands under the start page's first heading and no further one."""
        return self.page.role == "start" and passage.form == "prose" and len(passage.headings) < 2

    def _is_of_customer(self, judgement: Judgement, sentence: str, owner: str) -> bool:
        """Tell whether a sentence of a case says what the customer is or was, and nothing that the company did."""
        if not owner or self.cues.we.search(sentence) or any(name in sentence.lower() for name in self._starts):
            return False
        if judgement.kind != "proof" or " · " in sentence:
            return True
        changed = any(sign.search(sentence) for sign in (CHANGE, COMPARED, BEFORE_AND_NOW, FROM_TO))
        if (DESCRIBED.search(sentence) or ONCE.search(sentence)) and not changed:
            return True
        timed = DONE.search(sentence) and (SPAN.search(sentence) or YEAR.search(sentence))
        came_out = any(sign.search(sentence) for sign in (self.cues.result, HAPPENED, SPARED))
        return not (changed or came_out or timed)

    def _worded(self, text: str, judgement: Judgement, passage: Passage, heading: str, owner: str) -> str:
        """Return the text so that it can stand alone, and as a sentence."""
        worded = standing_alone(text, judgement, passage, heading, owner, self.customers, self.cues)
        starts_low = passage.form == "prose" and worded[0].islower() and not worded.lower().startswith(self._starts)
        return worded[0].upper() + worded[1:] if starts_low else worded


def _without_article(text: str) -> str:
    return _ARTICLE.sub("", text)
