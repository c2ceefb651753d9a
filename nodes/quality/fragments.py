"""Whether a subject line is a whole phrase, or a piece that was cut out of one."""

import re
from collections.abc import Callable, Iterable

from core.company import Fact
from core.grounding.quantities import Quantity, number_words, quantities
from core.grounding.wording import fold
from core.sentences import word_set, words
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import LineDraft

# Words that something must follow. Those that may also close a phrase (“switched on”, “fällt aus”) are left out.
_NEVER_LAST = {
    "en": word_set("a an the of at for from with and or but to into than that which whose your our their its my per"),
    "de": word_set(
        """
        der die den dem des eine einen einem einer im am zum zur vom ins beim bei für von und oder aber ohne durch gegen
        zwischen wegen als unser unsere ihr ihre jede jeder jedes
        """
    ),
    "fr": word_set("le la les un une des du de au aux à en dans sur sous par chez et ou mais que qui dont dès vers"),
    "es": word_set("el la los las un una unos unas del al de a en por para con sin sobre desde hacia y o pero que su"),
    "it": word_set(
        """
        il lo la i gli le un uno una di del della dei delle degli al alla ai alle dal dalla dai dalle nel nella nei
        nelle a da in con su per tra fra e o ma che senza presso verso
        """
    ),
}
_NEVER_FIRST = {
    "en": word_set("of and or but than which whose"),
    "de": word_set("und oder aber sowie als dass"),
    "fr": word_set("et ou mais dont que"),
    "es": word_set("y o pero ni"),
    "it": word_set("e ed o ma che né"),
}
_SELDOM_FIRST = {
    "en": word_set("for"),
    "de": word_set("für von"),
    "fr": word_set("pour de"),
    "es": word_set("para de"),
    "it": word_set("per di"),
}
_VERB_FIRST = {
    "en": word_set("is are was were has have had been"),
    "de": word_set("ist sind war waren wurde wurden wird werden hat haben hatte"),
    "fr": word_set("est sont était étaient a ont fut avait"),
    "es": word_set("es son era fue fueron está están ha han había"),
    "it": word_set("è sono era erano ha hanno aveva avevano"),
}
_STEM = re.compile(
    r"\w-(?=[\s,]|$)(?!(?:,\s*\w+-)*\s*(?:,|und|oder|bzw\.?|sowie|bis|and|or|to|et|ou|y|o|e)\s)", re.IGNORECASE
)
_SPEAK_ALONE = ("%", "USD", "EUR", "GBP", "CHF", "JPY", "x")
_OF_SOME = re.compile(r"(\S+)\s+(?:in|of|out of|sur|von|aus|de cada|de|su)\s*$", re.IGNORECASE)
_BOUND = re.compile(r"(?:\bup to|\bas much as|\bbis zu|\bjusqu['’]à|\bhasta|\bfino a)\s*$", re.IGNORECASE)
_COMPLEMENT_OF = {
    "en": word_set("from of with by for at on into"),
    "de": word_set("von aus mit bei für an auf durch"),
    "fr": word_set("de d du des avec par pour sur chez"),
    "es": word_set("de del con por para sobre"),
    "it": word_set("di del della dei delle d con per da su"),
}


def _edges(draft: LineDraft) -> Look | None:
    """Look at the first and the last word, and at a stem that waits for its second half."""
    said, language = words(draft.text), draft.grounds.language
    if not said or language not in _NEVER_LAST:
        return None
    first, last = said[0].lower(), said[-1].lower()
    if last in _NEVER_LAST[language]:
        return failed(f"“{draft.text}” breaks off after “{last}”; finish the phrase")
    if first in _NEVER_FIRST[language]:
        return failed(f"“{draft.text}” begins in the middle of a phrase; begin with its head")
    if stem := _STEM.search(draft.text):
        return failed(f"“{draft.text}” leaves a word half written (“{stem.group()}”); write it out")
    if first in _VERB_FIRST[language] and not draft.text.rstrip().endswith("?"):
        return failed(f"“{draft.text}” begins with its verb; say what it is about")
    if first in _SELDOM_FIRST[language]:
        return half(f"“{draft.text}” begins with “{first}”; name the matter first")
    return None


def _loose_verb(draft: LineDraft) -> Look | None:
    """Look for the verb that follows the seller's name on the site, and has no object in the line."""
    name = fold(draft.grounds.company.name)
    line = re.sub(r"\W+(?:at|bei|chez|en|in|presso)\W+\{\{company\}\}\W*$", "", draft.text)
    before, _, verb = fold(line).rpartition(" ")
    if not verb or (before and before not in name):
        return None
    said = (fold(fact.text) for fact in draft.grounds.facts)
    if any(f"{name} {verb}" in text for text in said) and verb not in name and fold(line) != name:
        return failed(f"“{draft.text}” has a verb without its object; say what is done")
    return None


def _figures(draft: LineDraft) -> Look | None:
    """Look for a number that was cut out of a longer group, that counts nothing, or that stands alone with its noun."""
    found = quantities(draft.text, draft.grounds.language)
    if not found or found[0].spelled:
        return None
    counted = set(map(fold, words(re.sub(r"\{\{.*?\}\}|[\d.,\s%]+", " ", draft.text))))
    if not counted - number_words(draft.grounds.language) and found[0].unit in ("", "month"):
        return failed(f"“{draft.text}” is a number that counts nothing; say what it counts")
    if cut := next((look for figure in found if (look := _cut_figure(figure, draft))), None):
        return cut
    bare = len(found) == 1 and len(words(draft.text)) <= 2 and not _speaks_alone(found[0], draft.text)
    return half(f"“{draft.text}” is a number and what it counts; say what about it") if bare else None


def _speaks_alone(figure: Quantity, text: str) -> bool:
    """Return whether a figure needs no more beside it: a share, money, a term (`24-month warranty`)."""
    termed = bool(figure.unit) and re.search(rf"{re.escape(figure.text)}-\w", text)
    return figure.unit in _SPEAK_ALONE or bool(termed)


def _cut_figure(figure: Quantity, draft: LineDraft) -> Look | None:
    """Look at a figure's place in the fact: it may close a longer group there, or stand behind a limit."""
    before = draft.text.partition(figure.text)[0]
    if (
        figure.unit == ""
        and not _OF_SOME.search(before)
        and (whole := _longer_group(figure.text, draft.fact, draft.grounds.language))
    ):
        return failed(f"“{draft.text}” is cut from “{whole}” and says something else; keep the whole number")
    limited = draft.fact and _always_before(figure.text, draft.fact, lambda before: bool(_BOUND.search(before)))
    if limited and not _BOUND.search(before):
        return half(f"“{draft.text}” gives a limit of the site as a plain number; keep “up to”")
    return None


def _longer_group(figure: str, fact: Fact | None, language: str) -> str:
    """Return the longer number group (`8 in 10`) that a figure always closes in its fact, or nothing."""

    def of_some(before: str) -> bool:
        match = _OF_SOME.search(before)
        return bool(match and quantities(match[1], language))

    if fact is None or not _always_before(figure, fact, of_some):
        return ""
    before = fact.text.partition(figure)[0]
    match = _OF_SOME.search(before)
    return f"{match.group()}{figure}" if match else figure


def _always_before(figure: str, fact: Fact, holds: Callable[[str], bool]) -> bool:
    """Return whether something holds of the text before every place where a fact gives a figure."""
    places = re.finditer(rf"(?<![\w.,]){re.escape(figure)}(?![\d])", fact.text)
    befores = [fact.text[: match.start()] for match in places]
    return bool(befores) and all(map(holds, befores))


def _cut_from_its_fact(draft: LineDraft) -> Look | None:
    """Look for a head that the fact hangs on another word, and for words that the fact joins by a verb."""
    language = draft.grounds.language
    if draft.fact is None or language not in _COMPLEMENT_OF or not draft.grounds.speaks_as_written:
        return None
    line, fact = _folded(draft.text), _folded(draft.fact.text)
    starts = [at for at in range(1, len(fact)) if fact[at : at + len(line)] == line]
    figures = quantities(draft.text, language)
    timed = any(one.unit for one in figures) and not any(draft.text.startswith(one.text) for one in figures)
    if timed and starts and all(fact[at - 1] in _COMPLEMENT_OF[language] for at in starts):
        return half(f"“{draft.text}” takes “{line[0]}” for what the site says is done; name the thing itself")
    gap = _gap(line, fact)
    if len(gap) > 1 and gap[0] in _VERB_FIRST[language]:
        return half(f"“{draft.text}” leaves out “{' '.join(gap)}”; say it whole")
    return None


def _gap(line: list[str], fact: list[str]) -> list[str]:
    """Return the up to four words of a fact that a line leaves out, all its others standing in the same order."""
    for cut in range(1, len(line)):
        head, tail = line[:cut], line[cut:]
        for at in range(len(fact) - len(line)):
            rest = fact[at + cut : at + cut + 4 + len(tail)]
            if fact[at : at + cut] != head:
                continue
            for skipped in range(1, 5):
                if rest[skipped : skipped + len(tail)] == tail:
                    return rest[:skipped]
    return []


def _folded(text: str) -> list[str]:
    return [fold(word) for word in words(text)]


def _whole_phrase(draft: LineDraft) -> Look:
    """Look for what gives a cut piece away, worst first."""
    looks: Iterable[Look | None] = (look(draft) for look in (_edges, _loose_verb, _figures, _cut_from_its_fact))
    found = [one for one in looks if one]
    return next((one for one in found if one.verdict == "fail"), next(iter(found), passed("a whole phrase")))


SUBJECT = (Criterion("whole_phrase", "major", "Writing craft: a piece cut by its length is no subject", _whole_phrase),)
