# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Find subject lines at three doors into the same email: the problem, the outcome, the proof."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from core.llm.offline import verbs
from core.llm.offline.changes import change_of, shown
from core.llm.offline.clause import Clause
from core.llm.offline.doubts import doubtful
from core.llm.offline.figures import tile_head, work_done
from core.llm.offline.first_letters import small_first
from core.llm.offline.forms import clauses
from core.llm.offline.language import Language
from core.llm.offline.promised_times import timed_pieces
from core.llm.offline.reader import filled, matter_of, topic_of
from core.llm.offline.seller import Task
from core.llm.offline.sentences import content
from core.llm.offline.spare_lines import Spares
from core.llm.offline.subject_forms import MOST_WORDS, USE_OF, fits, short_clauses, shortened
from core.llm.offline.tongue import reads_as
from core.llm.offline.trades import Trade, trade_of
from core.llm.offline.waits import WAITING, kinds_of
from core.sentences import words

ONLY_NAMES = 20.0
"""Rank from which a line only names the seller."""
_TOOL = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?P<what>[a-z]+s(?: and [a-z]+s)?) (?:portal|platform|app|system|tool|software)\b"
)
_STATING = ("mechanism", "guarantee", "proof", "problem")
PEOPLE = re.compile(
    r"^[+0]|\b24/7\b|^\d[\d.,]* (?:m|cm|mm|kg|kW|t|bar|l)\b|\b(?:employees|people|staff|Mitarbeit\w*|Beschäftigt\w*|collaborateurs|salariés|empleados|personas|addetti|dipendenti)\b",
    re.I,
)
"""How many work at the seller, and figures and measures that say nothing alone."""
_BARE_COUNT = re.compile(r"\d[\d.,]*(?: [^\W\d]+){1,2}")
"""A count of things, which proves something and promises nothing."""
_IMPERATIVE = re.compile(
    r"(?:give|install|choose|watch|cancel|turn|see|get|ask|start|built|made|used|letters|only|uniquement|seulement|nur|solo"
    r"|abra|elija|pida|choisissez|demandez|scelga|chieda|scegliete|chiedete)\b|[A-Z]{2,}, ",
    re.I,
)
"""Beginnings of orders and of halves, which say nothing as a subject."""
_ADVERBIAL = re.compile(
    r"(?:on|in|at|by|for|with|from|im|in|am|bei|mit|nach|seit|en|au|à|chez|depuis|après|tras|desde|con|da|nel|presso|dopo) [a-zäöüéèàñ]+$",
    re.I,
)
"""`on average`: what stood before a comma and says nothing without it."""
_REFUSED = re.compile(
    r"\b(?:we do not|we don't|not rated|never|nicht|kein\w*|ne \w+ pas|no trabajamos|no hacemos|non|mai)\b", re.I
)
_LIMIT = re.compile(
    r"(?:\b(?:than|least|up to|within|over|in|of|von|mit|bis|zu|ab|über|mehr als|maximal|de|hasta|más de|desde|di|da|su|tra|oltre|almeno|fino a|più di|jusqu['’]à|plus de|moins de|à)|\d)"
    r" (?:\d+ (?:to|bis|à|a) )?$|\d (?:to|bis|à|a) $",
    re.I,
)
"""Words before a number that make it a limit, a share or a range: `8 in 10`, `within 500 miles`."""
_CUSTOMERS = content(
    "customers clients companies utilities practices hospitals stores brands schools plants sites fleets kitchens mills "
    "Kunden Praxen Betriebe Unternehmen Werke Filialen Standorte Märkte Kommunen Kliniken Verwaltungen clientes empresas "
    "cooperativas hoteles centros almazaras plantas talleres entreprises clients usines magasins boulangeries hôpitaux "
    "communes ateliers fabricants stagiaires restaurants clienti aziende imprese alberghi ristoranti negozi stabilimenti "
    "cantine cooperative comuni cliniche studi officine locali strutture"
)
"""Nouns that count whom a company works for."""
_NORM = re.compile(r"\b(?:ISO(?:/IEC)?|DIN EN ISO|EN|AS|SOC) ?\d[\w:./-]*")


@dataclass(frozen=True)
class Line:
    """A subject line and the fact it rests on; the smaller the rank, the better."""

    text: str
    fact: str = ""
    rank: float = 0.0


class Doors:
    """Yields lines from one company's clauses, by the door that they open."""

    def __init__(self, task: Task, language: Language) -> None:
        self.task, self.language = task, language
        self.read: tuple[Clause, ...] = clauses(task.company, language)
        self.topic = topic_of(task, language)
        self.matter = matter_of(task, language)
        self.trade: Trade | None = trade_of(task.company, language.code)
        pains = [fact.text for fact in task.company.facts if fact.kind == "problem"]
        self.told = ". ".join(fact.text for fact in task.company.facts)
        self.known = content(" ".join([task.company.sells, *task.company.offers, *pains]))
        self.angles: dict[str, Callable[[], Iterator[Line]]] = {"problem": self.problems, "outcome": self.outcomes, "proof": self.proofs}  # fmt: skip

    def plain(self) -> Iterator[Line]:
        """Yield what can still be said where a door has nothing: noun phrases of the sheet, and last of all the names."""
        spares = Spares(self.task, self.language, (self.topic, self.matter))
        yield from (Line(spare.text, spare.fact, spare.rank) for spare in spares.lines())
        yield from (Line(text, spares.holding(text), 12.0) for text in (self.topic, self.matter) if text)
        for index, frame in enumerate(self.language.phrases.subjects.plain):
            if text := filled(
                frame, self.language, self.task.brief, {"topic": self.topic, "name": self.task.company.name}
            ):
                yield Line(text, rank=ONLY_NAMES if "<topic>" in frame else 24.0 + 6 * index)

    def pieces(self) -> Iterator[Line]:
        """Yield short statements of the site as they stand: `alarms fitted to every scaffold`, `flat fee`."""
        grammar, seller = self.language.grammar, self.task.company
        for index, fact in enumerate(seller.facts):
            told = tile_head(fact.text.replace("\u00a0", " ").strip())
            if not fits(told.rstrip(".").split(", ")[0]) or len(words(told)) > (6 if told.endswith(".") else 12):
                continue
            text = told.rstrip(".").split(", ")[0]
            if PEOPLE.search(text) or _ADVERBIAL.match(text):
                continue
            whole = grammar.is_sentence(text, True) or grammar.seller_first.match(text) or grammar.you.search(text)
            if fact.kind not in _STATING or whole or not fits(text) or doubtful(text, self.language):
                continue
            named = _titled(text, self.language) or content(text) & content(seller.name)
            if reads_as(text, self.language.code, seller.language) and not named and not _REFUSED.search(text):
                figure = 0.0 if re.search(r"\d", text) else 1.0
                if not verbs.base_of(text.split()[0]) and not _IMPERATIVE.match(text):
                    yield Line(self.small(text), fact.id, rank=2.4 + figure + 0.03 * index)

    def problems(self) -> Iterator[Line]:
        """Yield the reader's matter: what results have lowered, the site's own scene, what the trade suffers from."""
        for index, clause in enumerate(self.read):
            change = change_of(clause.text, self.language.code)
            rank = 1.2 if clause.reduced or (change and change.lowered) else 2.4
            what = clause.reduced or (change.what if change else "")
            for text in self.at_company(what):
                yield Line(text, clause.fact, rank=rank + 0.05 * index)
        for theirs, rank in (
            (self.handled(), 2.2),
            (self.matter if self.matter != self.topic else "", 2.6),
            (self.topic, 4.5),
        ):
            for text in self.at_company(theirs):
                yield Line(text, rank=rank)
        yield from self.waiting()
        for index, clause in enumerate(one for one in self.read if one.role == "scene"):
            for text in short_clauses(clause.text, self.language):
                yield Line(self.small(text), clause.fact, rank=1.0 + 0.05 * index)
        yield from self.named_problems()
        if self.trade:
            yield Line(self.small(self.trade.problem), rank=15.0 if self.strange(self.trade.problem) else 1.8)

    def at_company(self, what: str) -> list[str]:
        """Return `<what> at {{company}}`, shortened to its head where it is too long."""
        frame = "<topic> <at_company>"
        for short in shortened(what, self.language.code) if what else ():
            text = filled(frame, self.language, self.task.brief, {"topic": short})
            if text and fits(text):
                return [text]
        return []

    def waiting(self) -> Iterator[Line]:
        """Yield what a quick seller spares its reader: `waiting for a quote`."""
        for index, clause in enumerate(self.read):
            for kind, _ in kinds_of(clause.text, self.language):
                if self.language.code in WAITING[kind]:
                    yield Line(WAITING[kind][self.language.code], clause.fact, rank=2.3 + 0.05 * index)

    def named_problems(self) -> Iterator[Line]:
        """Yield the headings that name a problem: `Verzug kostet Geld`."""
        for fact in self.task.company.facts:
            heading = re.sub(r"^(?:When|If|Quand|Cuando|Si) (?=[a-z])", "", fact.heading.strip())
            if fact.kind != "problem" or not fits(heading) or heading.endswith(("?", "!", ":")):
                continue
            whole = self.language.grammar.is_sentence(heading, True) or re.match(
                r"\w+ (?:kostet|costs|coûte|cuesta) ", heading
            )
            if whole and not doubtful(heading, self.language) and not _titled(heading, self.language):
                yield Line(self.small(heading), fact.id, rank=1.5)

    def handled(self) -> str:
        """Return what an English tool is for, where its name says so: `returns and exchanges portal`."""
        match = _TOOL.match(self.task.company.sells) if self.language.code == "en" else None
        return match["what"] if match and len(words(match["what"])) < MOST_WORDS else ""

    def outcomes(self) -> Iterator[Line]:
        """Yield what comes out: a time kept, something lowered, how to start."""
        for index, clause in enumerate(self.read):
            if clause.role in ("scene", "audience"):
                continue
            for text in timed_pieces(clause.text, self.language):
                if content(text) & content(self.task.company.name):
                    continue
                yield Line(self.small(text), clause.fact, rank=1.0 + 0.05 * index)
            for text in self.reductions(clause):
                yield Line(text, clause.fact, rank=1.2 + 0.05 * index)
            for text in self.changed(clause):
                yield Line(text, clause.fact, rank=(1.0 if clause.customer else 1.3) + 0.05 * index)
            if clause.role in ("guarantee", "offer") and not clause.customer and self.statement(clause.text):
                yield Line(self.small(clause.text.rstrip(".")), clause.fact, rank=2.0 + 0.05 * index)
            for text in self.starts(clause):
                yield Line(text, clause.fact, rank=1.9 + 0.05 * index)
            if clause.fragment and clause.role in ("guarantee", "offer", "price") and not clause.customer:
                yield Line(self.small(_bare(clause.text)), clause.fact, rank=2.5 + 0.05 * index)
        for line in self.pieces():
            if _NORM.search(line.text):
                continue
            yield replace(line, rank=line.rank + (1.5 if _BARE_COUNT.fullmatch(line.text) else 0.0))
        if self.trade:
            yield Line(self.trade.goal, rank=15.0 if self.strange(self.trade.goal) else 10.0)

    def changed(self, clause: Clause) -> list[str]:
        """Return the first way to show a change that is short enough."""
        change = change_of(clause.text, self.language.code)
        return [text for text in shown(change, self.language.code) if fits(text)][:1] if change else []

    def statement(self, text: str) -> bool:
        """Tell whether a whole sentence is short enough for a subject line: `Breakage is on us`."""
        name = content(text) & (content(self.task.company.name) - content(self.task.company.sells))
        ours = self.language.grammar.seller_first.match(text) or re.match(
            r"(?:The|Der|Die|Das|Le|La|Les|El|Los|Las|L['’]) ?", text
        )
        return fits(text.rstrip(".")) and not name and not ours and not _REFUSED.search(text)

    def starts(self, clause: Clause) -> Iterator[str]:
        """Yield the words of an offer, a promise or a price that can stand alone: `free trial`, `fixed fee`."""
        for pattern in self.language.phrases.subjects.terms:
            if match := pattern.search(clause.text):
                yield self.small(match["piece"])

    def proofs(self) -> Iterator[Line]:
        """Yield what proves it: a customer, a count, a norm."""
        for index, clause in enumerate(self.read):
            for place, frame in enumerate(self.language.phrases.subjects.customer if clause.customer else ()):
                text = frame.replace("<customer>", clause.customer)
                yield Line(text, clause.fact, rank=1.0 + 0.3 * place + 0.05 * index)
            if clause.role in ("scene", "price") or clause.customer:
                continue
            if piece := self.counted(clause.text):
                short = len(words(piece)) == 2
                bare = 2.4 if short or clause.role == "does" else 0.0
                yield Line(piece, clause.fact, rank=1.4 + bare + 0.05 * index)
                if short and content(piece) & (_CUSTOMERS | content(" ".join(self.task.company.audience))):
                    text = self.language.phrases.subjects.many.replace("<many>", piece)
                    yield Line(text, clause.fact, rank=1.5 + 0.05 * index)
            if match := _NORM.search(clause.text):
                yield Line(match[0].rstrip(".:") + self.certified(clause.text), clause.fact, rank=2.8)
            for text in work_done(clause.text, self.language.code):
                yield Line(text, clause.fact, rank=1.5 + 0.05 * index)
            if clause.fragment and clause.role == "proof":
                bare = 2.4 if _BARE_COUNT.fullmatch(_bare(clause.text)) else 0.0
                yield Line(self.small(_bare(clause.text)), clause.fact, rank=1.6 + bare + 0.05 * index)
            for text in self.starts(clause):
                yield Line(text, clause.fact, rank=3.0 + 0.05 * index)
        for line in self.pieces():
            yield replace(line, rank=line.rank + (2.0 if _BARE_COUNT.fullmatch(line.text) else 0.0))

    def counted(self, text: str) -> str:
        """Return a number with whom it counts: customers of a kind that the company serves, never a limit or a share."""
        match = self.language.phrases.subjects.counted.search(text)
        if not match or _LIMIT.search(text[: match.start("piece")]):
            return ""
        served = content(" ".join(self.task.company.audience)) | _CUSTOMERS
        sold = content(self.task.company.sells)
        return match["piece"] if content(match["piece"]) & (served | (sold & served)) else ""

    def reductions(self, clause: Clause) -> Iterator[str]:
        """Yield what a result has lowered, with how much: `water loss down 18 percent`."""
        for pattern in self.language.grammar.reduced if clause.reduced else ():
            found = pattern.search(clause.text)
            if not found or found["what"].lower() != clause.reduced.lower():
                continue
            ranged = bool(re.match(r"(?:from|von|de|da|dal|dall['’]) ?", found["much"]))
            frames = [f for f in self.language.phrases.subjects.outcome if ranged == (f == "<reduced> <much>")]
            slots = {"reduced": USE_OF.sub("", clause.reduced), "much": found["much"]}
            piece = found.groupdict().get("piece")
            texts = [piece] if piece else [filled(f, self.language, self.task.brief, slots) for f in frames]
            yield from (_elided(text).rstrip(".") for text in texts if text)

    def strange(self, text: str) -> bool:
        """Tell whether a line of the table shares no word with what the company sells."""
        return not content(text) & self.known

    def certified(self, text: str) -> str:
        """Return the word after a norm that says it was certified."""
        return "".join(f" {word}" for word in re.findall(r"\b(?:certified|zertifiziert)\b", text)[:1])

    def small(self, text: str) -> str:
        """Write the first letter small, unless nouns keep theirs or the word holds another capital."""
        return text if self.language.phrases.subjects.keeps_case else small_first(text, self.language.code, self.told)


def _titled(heading: str, language: Language) -> bool:
    """Tell whether a heading is written like a name: a customer's, a person's."""
    return language.code != "de" and any(word[:1].isupper() for word in heading.split()[1:])


def _bare(text: str) -> str:
    """Return a fragment without its label."""
    return text.partition(": ")[2].rstrip(".")


def _elided(text: str) -> str:
    """Write `d'` for `de` before a vowel."""
    return re.sub(r"\bde (?=[aeiouyéèêàâh])", "d'", text) if " en moins" in text else text
