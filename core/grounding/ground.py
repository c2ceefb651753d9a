"""Hold every sentence about the seller against the site's words, and take out what they do not support.

The check is code: the model that wrote a sentence is never asked whether it is true. It reads spelling and word stems,
no meaning, so it errs towards taking out.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.company import Company, Fact
from core.grounding.commitments import commitments
from core.grounding.grounds import Grounds
from core.grounding.letter import GREETING_WORDS, Letter, read_letter
from core.grounding.orders import is_no_persons
from core.grounding.presumptions import presumes
from core.grounding.quantities import quantities
from core.grounding.statements import about_seller, is_offer, refers_back
from core.grounding.support import find_support, source_of_figures, why_not
from core.grounding.unsafe import BLANK, MARKUP, contact_data, printable, unknown_tags
from core.grounding.wording import ALL_STOP_WORDS, content_stems
from core.icp import Icp
from core.pack import CitedSentence, Claim, Email, PartName
from core.placeholders import PLACEHOLDER
from core.request import CampaignRequest
from core.sentences import is_question, sentences, words

_DEFAULT_GREETINGS = {
    "en": "Hi {{first_name}},",
    "de": "Guten Tag {{first_name}},",
    "fr": "Bonjour {{first_name}},",
    "es": "Hola {{first_name}},",
    "it": "Buongiorno {{first_name}},",
}


class Removed(NamedTuple):
    """A sentence that was taken out, and why; the reason may name words of the sentence."""

    part: PartName
    sentence: str
    reason: str


class Grounded(NamedTuple):
    """An email with nothing unsupported left, the proof of what stayed, and what was taken out."""

    email: Email
    claims: tuple[Claim, ...]
    removed: tuple[Removed, ...]


class Examined(NamedTuple):
    """What examining one sentence found."""

    problem: str
    """Why the sentence must go; empty if it stays."""
    facts: tuple[Fact, ...] = ()
    """What supports it, if it says something about the seller."""


def ground(
    email: Email,
    part: PartName,
    company: Company,
    request: CampaignRequest,
    icp: Icp,
    secret: frozenset[str] = frozenset(),
) -> Grounded:
    """Return the email without what the site, the request and the profile do not support.

    Sentences that repeat a run of words of `secret` (core.grounding.orders.runs) are taken out as well.
    """
    grounds = Grounds.of(company, request, icp, secret)
    letter = read_letter(printable(email.body), request.sender.name or "")
    claims: list[Claim] = []
    cited: list[CitedSentence] = []
    removed: list[Removed] = []
    paragraphs: list[str] = []
    for paragraph in letter.paragraphs:
        found = tuple(examined(sentences(paragraph), grounds, lambda said: cited_facts(said, email, company)))
        kept = [(sentence, fact) for sentence, one in found if not one.problem for fact in one.facts]
        claims += [Claim(part=part, sentence=said, page=fact.page, quote=fact.quote) for said, fact in kept]
        cited += [CitedSentence(sentence=said, fact=fact.id) for said, fact in kept]
        removed += [Removed(part, sentence, one.problem) for sentence, one in found if one.problem]
        paragraphs.append(_without_problems(paragraph, found))
    greeting, closing = _greeting(letter.greeting, grounds), _closing(letter.closing, grounds)
    tidy = Letter(greeting, tuple(filter(None, paragraphs)), closing)
    removed += [Removed(part, old, "it holds what the request did not give") for old in _replaced(letter, tidy)]
    grounded = Email(body=tidy.body, cited=tuple(cited), send_after_days=email.send_after_days)
    return Grounded(grounded, tuple(claims), tuple(removed))


def _without_problems(paragraph: str, found: tuple[tuple[str, Examined], ...]) -> str:
    """Return a paragraph as it is, or without the sentences that must go."""
    if not any(one.problem for _, one in found):
        return paragraph
    return " ".join(sentence for sentence, one in found if not one.problem)


def examined(
    told: tuple[str, ...], grounds: Grounds, cited: Callable[[str], tuple[Fact, ...]]
) -> Iterator[tuple[str, Examined]]:
    """Yield each sentence of a paragraph with what examining it found; `cited` gives the facts named for a sentence."""
    proven = removed = False
    for sentence in told:
        continues = proven or (removed and refers_back(sentence))
        found = examine(sentence, grounds, cited(sentence), continues=continues)
        # After a problem of the trade the next sentence goes on about the trade, not about the seller.
        proven = any(fact.kind != "problem" for fact in found.facts) and not is_question(sentence)
        removed = bool(found.problem)
        yield sentence, found


def examine(sentence: str, grounds: Grounds, cited: tuple[Fact, ...] = (), *, continues: bool = False) -> Examined:
    """Return whether a sentence may stay and what supports it; `continues`: the one before was about the seller."""
    if problem := unsafe(sentence, grounds):
        return Examined(problem)
    if presumes(sentence):
        return Examined("it states something about the recipient that nobody has read")
    if missing := ungrounded(sentence, grounds):
        return Examined(f"not on the site: {', '.join(missing)}")
    if not (bool(cited) or about_seller(sentence, grounds, continues=continues)):
        return Examined("")
    if _claims_nothing(sentence, grounds):
        return Examined("", _said_by(sentence, grounds, cited) or source_of_figures(sentence, grounds))
    facts = find_support(sentence, grounds, cited)
    return Examined("", facts) if facts else Examined(why_not(sentence, cited, grounds))


def unsafe(text: str, grounds: Grounds) -> str:
    """Return what a text holds that an email must not hold (tags, links, contact data, markup, blanks), or nothing."""
    if tags := unknown_tags(text, grounds.placeholders):
        return f"unknown merge field {tags[0]}"
    if data := contact_data(text, grounds.given):
        return f"link or contact data that the request did not give: {data[0]}"
    bare = PLACEHOLDER.sub(" ", text)
    if is_no_persons(bare, grounds.secret):
        return "no person writes so"
    leftover = MARKUP.search(bare) or BLANK.search(bare)
    return f"markup or a blank to fill in: {leftover.group()}" if leftover else ""


def ungrounded(text: str, grounds: Grounds) -> tuple[str, ...]:
    """Return the figures and names of a text that stand in no fact, request or profile; number words are let pass."""
    numbers = grounds.missing_numbers(text, grounds.all_quantities, spelled=False)
    return (*numbers, *grounds.missing_names(text, grounds.all_words))


def subject_problem(text: str, grounds: Grounds) -> str:
    """Return why a subject line must not go out (unsafe, or a figure, name or promise not on the site), or nothing."""
    if problem := unsafe(text, grounds):
        return problem
    spelled = any(one.unit for one in quantities(text, grounds.language) if one.spelled)
    numbers = grounds.missing_numbers(text, (*grounds.all_quantities, *grounds.free_quantities), spelled=spelled)
    if missing := (*numbers, *grounds.missing_names(text, grounds.all_words)):
        return f"not on the site: {', '.join(missing)}"
    promised = commitments(text) - commitments(f"{grounds.site_text}\n{grounds.goal}")
    return f"the site does not promise this: {min(promised)}" if promised else ""


def subject_support(text: str, cited: Fact | None, grounds: Grounds) -> Fact | None:
    """Return the fact that a subject line rests on: the cited one if it has its figures, else the one that has them."""
    stems = set(content_stems(text, grounds.language))
    if cited and not grounds.missing_numbers(text, grounds.quantities_of((cited,)), spelled=False):
        shares = stems & grounds.read(cited).stems
        if shares or quantities(text, grounds.language) or not grounds.speaks_as_written:
            return cited
    return next(iter(source_of_figures(text, grounds)), None)


def _claims_nothing(sentence: str, grounds: Grounds) -> bool:
    """Return whether a sentence only asks or offers, or is too thin to claim anything."""
    if commitments(sentence):
        return False
    if is_question(sentence) or is_offer(sentence):
        return True
    if quantities(sentence, grounds.language):
        return False
    matter = set(content_stems(sentence, grounds.language))
    return len(matter - grounds.free_stems) < 2 and not _says_what_is_done(matter, grounds)


def _said_by(sentence: str, grounds: Grounds, cited: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the fact that says what a statement says, though it claims little: `Acme is scheduling for warehouses.`"""
    if is_question(sentence) or is_offer(sentence):
        return ()
    matter = set(content_stems(sentence, grounds.language))
    found = find_support(sentence, grounds, cited)
    return tuple(fact for fact in found if len(matter & grounds.read(fact).stems) > 2)


def _says_what_is_done(matter: set[str], grounds: Grounds) -> bool:
    """Return whether a statement names an offer beside another word: `we make the coupling for your cart`."""
    offers = set(content_stems("\n".join(grounds.company.offers), grounds.language))
    named = set(content_stems(f"{grounds.given}\n{grounds.audience}", grounds.language))
    said = matter - named
    return grounds.speaks_as_written and len(said) >= 2 and bool(said & offers) and bool(said - grounds.free_stems)


def cited_facts(sentence: str, email: Email, company: Company) -> tuple[Fact, ...]:
    """Return the facts that the writer cites for a sentence, the quotation compared by its words."""
    plain = _plain(sentence)
    ids = (one.fact for one in email.cited if (said := _plain(one.sentence)) and (said in plain or plain in said))
    return tuple(fact for one in dict.fromkeys(ids) if (fact := company.fact(one)))


def _plain(sentence: str) -> str:
    return " ".join(words(sentence.casefold().replace("’", "'")))


def _greeting(greeting: str, grounds: Grounds) -> str:
    """Return the greeting, or the usual one if it holds a name or anything else that nobody gave."""
    strange = {word.lower() for word in words(PLACEHOLDER.sub(" ", greeting))} - GREETING_WORDS - ALL_STOP_WORDS
    knows_words = grounds.language in _DEFAULT_GREETINGS
    if not greeting or not (unsafe(greeting, grounds) or (strange and knows_words)):
        return greeting
    return _DEFAULT_GREETINGS.get(grounds.language, "{{first_name}},")


def _closing(closing: str, grounds: Grounds) -> str:
    """Return the closing without lines that hold what nobody gave."""
    kept = [line for line in closing.splitlines() if not line or line in grounds.given or _may_close(line, grounds)]
    return "\n".join(kept).strip()


def _may_close(line: str, grounds: Grounds) -> bool:
    return not unsafe(line, grounds) and not ungrounded(line, grounds)


def _replaced(old: Letter, new: Letter) -> list[str]:
    """Return the greeting and the lines of the closing that did not stay."""
    lines = [line for line in old.closing.splitlines() if line and line not in new.closing]
    return ([old.greeting] if old.greeting != new.greeting else []) + lines
