# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Choose the one question at an email's end: soft, and answerable in five words."""

import re
from functools import lru_cache

from core.llm.offline import verbs
from core.llm.offline.choice import chance, pick
from core.llm.offline.entries import entries, first_step
from core.llm.offline.language import Ask, Language, Suits
from core.llm.offline.languages import language_of
from core.llm.offline.placed import Placed
from core.llm.offline.reader import filled, matter_of, topic_of
from core.llm.offline.results import RESULT
from core.llm.offline.seller import Task
from core.llm.offline.sentences import capitalised
from core.llm.offline.tongue import tongue
from core.llm.offline.waits import waited_for
from core.sentences import words

_TALK = re.compile(
    r"\b(?:calls?|meetings?|demos?|conversations?|chats?|appointments?|talk|minutes|termin\w*|gespräch\w*|anruf\w*|telefonat\w*"
    r"|besprechung|appels?|rendez-vous|réunions?|échanges?|démos?|entretiens?|llamadas?|reuni[óo]n\w*|citas?|demostraci\w+|conversaci\w+|chiamat\w+|telefonat\w+|riunion\w+|incontr\w+|appuntament\w+|colloqui\w*)\b",
    re.I,
)
_LONGEST_GOAL = 12
_ENTRY = ("sample", "trial", "visit", "audit", "quote")
_PREFERENCE: dict[str, float] = {
    **dict.fromkeys(_ENTRY, 0.55),
    "entry": 0.6,
    "customer": 0.9,
    "waited": 0.6,
    "scene": 0.45,
    "promise": 0.4,
    "reduced": 0.4,
    "prices": 0.35,
    "time": 0.3,
    "offer": 0.3,
    "topic": 0.2,
    "figure": 0.15,
    "any": 0.05,
    "matter": 0.0,
}
"""The more of the email a question takes up, the better: one that fits any email comes last."""
_UNTOLD = 0.2
"""What it costs a question to name a first step that the email has not told of."""
_MOOD = 0.25
"""How far a company leans to questions of its own where others would do as well."""
_SOON = re.compile(
    r"\b(?:in|within|innerhalb von|binnen|en|sous|en menos de|en moins de|entro) (?:\d+|\w+) (?:working |business |Werk|Arbeits)?(?:hours?|days?|minutes|weeks?|Stunden|[Tt]agen?|Minuten|Wochen|heures|jours|semaines|horas|días|minutos|semanas|ore|giorni|settimane)\b"
    r"|\b(?:the same|the next) (?:working )?day\b|\bam (?:selben|nächsten) Tag\b|\ble lendemain\b|\bel mismo día\b",
    re.I,
)
_SOMETHING = re.compile(r"\b(?:if|wenn|falls|sind wir|findet|weist|si|se|try|free|kostenlos|gratuit|gratis)\b", re.I)
"""A promise under a condition: how long it takes today is not the question then."""


class Asks:
    """The questions of one run, chosen once per kind of email."""

    def __init__(self, task: Task, language: Language) -> None:
        self.task, self.language = task, language
        self.goal = goal_ask(task, language)
        self.topic, self.matter = topic_of(task, language), matter_of(task, language)
        self.step = first_step((f.text for f in task.company.facts if f.kind in _TERMS), language.code)
        self._chosen: dict[tuple[tuple[Suits, ...], str, str, str, str], tuple[str, float]] = {}

    def best(self, suits: tuple[Suits, ...], sentences: tuple[Placed, ...]) -> tuple[str, float]:
        """Return the question that fits these sentences best, and how well; the request's goal comes first."""
        if self.goal:
            return self.goal, 0.4
        customer = next((s.customer for s in sentences if s.customer), "")
        reduced = next((s.reduced for s in sentences if s.reduced), "")
        step = first_step((one.text for one in sentences if one.role in _TERMS), self.language.code)
        waited = _waited(sentences[-1].text, sentences[-1].role, self.language.code)
        key = (_widened(suits, sentences, self.task), customer, reduced, step, waited)
        if key not in self._chosen:
            self._chosen[key] = self._choose(*key)
        return self._chosen[key]

    def _choose(
        self, suits: tuple[Suits, ...], customer: str, reduced: str, step: str, waited: str
    ) -> tuple[str, float]:
        slots = {
            "customer": customer,
            "entry": step or self.step,
            "waited": waited,
            "topic": self.topic,
            "matter": self.matter,
            "reduced": reduced,
            "name": self.task.company.name,
            "your_reduced": self.language.phrases.yours(reduced) if reduced else "",
        }
        fitting = [
            (text, _worth(option, self.task) - (_UNTOLD if option.suits == "entry" and not step else 0.0))
            for option in self.language.phrases.asks
            if option.suits in suits and (text := filled(option.text, self.language, self.task.brief, slots))
        ]
        return max(fitting, key=lambda found: (found[1], found[0]), default=("", -9.0))


_TERMS = ("offer", "price", "guarantee")


@lru_cache(maxsize=2048)
def _offered(texts: tuple[str, ...]) -> tuple[Suits, ...]:
    """Return the first steps that texts name, read once for the many candidates of a run."""
    return tuple(dict.fromkeys(kind for text in texts for kind in entries((text,))))


def _widened(suits: tuple[Suits, ...], sentences: tuple[Placed, ...], task: Task) -> tuple[Suits, ...]:
    """Return the kinds of question that these sentences allow, those about what they say among them."""
    if "scene" in suits:
        return suits
    last = sentences[-1]
    kept: list[Suits] = [s for s in suits if s != "offer" or any(one.role == "offer" for one in sentences)]
    kept += ["customer", "topic", "matter", "reduced", "entry", "any", "waited"]
    kept += follows(last.text, last.role, last.customer)
    kept += _listed_prices(task)
    kept += _offered(tuple(one.text for one in sentences if one.role in ("offer", "price")))
    if not set(kept) & set(_ENTRY):
        offered = _offered(tuple(f.text for f in task.company.facts if f.kind in _TERMS))
        kept += [kind for kind in offered if kind != "audit"]
    return tuple(dict.fromkeys(kept))


def _listed_prices(task: Task) -> tuple[Suits, ...]:
    """Return the question for the price list, where the site gives several prices."""
    return ("prices",) if sum(fact.kind == "price" for fact in task.company.facts) >= _PRICES else ()


_PRICES = 3
"""Prices on a site from which it may be said to have a list of them."""


@lru_cache(maxsize=2048)
def _waited(text: str, role: str, code: str) -> str:
    """Return what the last sentence spares its reader waiting for, unless it only does so under a condition."""
    spared = role not in ("scene", "hypothesis", "proof") and not _SOMETHING.search(text)
    return waited_for(text, language_of(code)) if spared else ""


_CUSTOMERS = re.compile(r"\b(?:customers?|clients?|Kunden|clientes?|clienti)\b", re.I)


@lru_cache(maxsize=2048)
def follows(text: str, role: str, customer: str) -> tuple[Suits, ...]:
    """Return the kinds of question that take up the sentence right before them: a time, a figure."""
    if role in ("scene", "hypothesis", "offer", "price"):
        return ()
    if _SOON.search(text) and not _SOMETHING.search(text) and role != "proof":
        return ("time",)
    if role == "guarantee":
        return ("promise",)
    theirs = customer or _CUSTOMERS.search(text)
    return ("figure",) if role == "proof" and theirs and RESULT.search(text) else ()


def _worth(option: Ask, task: Task) -> float:
    exact = 0.1 if "<customer>" in option.text and "<reduced>" in option.text else 0.0
    return _PREFERENCE[option.suits] + exact + _MOOD * chance(task.company.name, option.text)


def specific_asks(
    text: str, role: str, slots: dict[str, str], task: Task, language: Language
) -> list[tuple[str, float]]:
    """Return the questions that take up what a follow-up says, with the slots that are known, and how well they do."""
    kinds: set[str] = {
        "customer",
        "topic",
        "reduced",
        "entry",
        *follows(text, role, slots.get("customer", "")),
    }
    kinds |= {"waited", *_listed_prices(task)}
    known = {**slots, "matter": matter_of(task, language), "entry": first_step((text,), language.code)}
    known["waited"] = _waited(text, role, language.code)
    found = [(filled(a.text, language, task.brief, known), a.suits) for a in language.phrases.asks]
    exact = [(ask, _PREFERENCE[suits]) for ask, suits in found if ask and suits in kinds]
    return exact or [(ask, _PREFERENCE[suits]) for ask, suits in found if ask and suits == "any"]


def entry_asks(texts: tuple[str, ...], task: Task, language: Language) -> list[str]:
    """Return the questions about the first step that these texts of the site name."""
    kinds = entries(texts)
    found = (filled(a.text, language, task.brief, {}) for a in language.phrases.asks if a.suits in kinds)
    return [text for text in found if text]


def goal_ask(task: Task, language: Language) -> str:
    """Return the question that leads to the request's goal, or nothing where the goal cannot be put into one."""
    goal = (task.brief.goal or "").strip().rstrip(".!")
    if not goal or len(words(goal)) > _LONGEST_GOAL or re.search(r"[?{}<>:;\n]", goal):
        return ""
    if _TALK.search(goal):
        return filled(language.phrases.talk, language, task.brief, {}) or ""
    if tongue(goal) not in (None, language.code):
        return ""
    frames = _frames(goal, language)
    found = [
        filled(frame, language, task.brief, {"goal": _small(goal, language), "Goal": capitalised(goal)})
        for frame in frames
    ]
    fitting = [text for text in found if text]
    return pick(fitting, task.company.name, goal) if fitting else ""


_ARTICLE = {
    "en": re.compile(r"(?:an?|the|our|your|one|some|free)\b", re.I),
    "de": re.compile(r"(?:ein|eine|der|die|das|unser|unsere|Ihr|Ihre|kostenlose[rs]?)\b", re.I),
    "fr": re.compile(r"(?:un|une|le|la|notre)\b|l['’]", re.I),
    "es": re.compile(r"(?:un|una|el|la|nuestr[oa])\b", re.I),
    "it": re.compile(r"(?:un|uno|una|il|lo|la)\b|(?:un|l)['’]", re.I),
}
_INFINITIVE = {
    "fr": re.compile(r"\w+(?:er|ir|re)\b"),
    "es": re.compile(r"\w+(?:ar|er|ir)(?:lo|la|los|las|se)?\b"),
    "it": re.compile(r"\w+[aei]r(?:e|lo|la|li|le|si)\b"),
}


def _frames(goal: str, language: Language) -> tuple[str, ...]:
    first = goal.split(" ", 1)[0]
    if _ARTICLE[language.code].match(goal):
        return language.phrases.goals
    if language.code == "en":
        return language.phrases.goal_verbs if verbs.is_base(first) or first.lower() == "try" else language.phrases.goals
    if language.code in _INFINITIVE and _INFINITIVE[language.code].match(goal):
        return language.phrases.goal_verbs
    return language.phrases.goals if language.code == "de" and goal[:1].isupper() else ()


def _small(goal: str, language: Language) -> str:
    first = goal.split(" ", 1)[0]
    noun = language.code == "de" and not _ARTICLE["de"].match(goal)
    return goal if noun or first[1:2].isupper() else goal[:1].lower() + goal[1:]
