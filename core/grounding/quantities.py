"""Find the numbers of a text and what they count, so that two texts can be compared number by number."""

import re
from functools import lru_cache
from typing import NamedTuple

from core.grounding.wording import fold


class Quantity(NamedTuple):
    """A number as a text gives it."""

    text: str
    values: frozenset[float]
    """Every way to read it: `1.250` is 1250 in German and 1.25 in English."""
    unit: str
    """`%`, a currency code, a unit of time, `x` for a factor, or empty."""
    spelled: bool
    """Written as a word, not in digits."""

    def matches(self, other: "Quantity") -> bool:
        """Return whether both can be the same number of the same thing; percent, money, factors match their like."""
        if not self.values & other.values:
            return False
        return self.unit == other.unit or ("" in (self.unit, other.unit) and not {self.unit, other.unit} & _STRICT)


_STRICT = frozenset(("%", "USD", "EUR", "GBP", "CHF", "JPY", "x"))
_UNITS = {
    "%": "% percent pct prozent pourcent pourcents porciento percento",
    "USD": "$ usd dollar dollars dolares",
    "EUR": "€ eur euro euros",
    "GBP": "£ gbp",
    "CHF": "chf franken",
    "JPY": "¥ yen 円",
    "x": "x × times fold mal fach fois veces volte",
    "second": "s sec second seconds sekunde sekunden seconde secondes segundo segundos secondi",
    "minute": "min mins minute minutes minuten minuto minutos minuti",
    "hour": "h hr hrs hour hours stunde stunden heure heures hora horas ora ore",
    "day": "d day days tag tage tagen arbeitstage arbeitstagen werktage werktagen jour jours dia dias giorno giorni",
    "week": "week weeks woche wochen semaine semaines semana semanas settimana settimane",
    "month": "month months monat monate monaten mois mes meses mese mesi",
    "year": "year years jahr jahre jahren an ans annee annees ano anos anno anni",
}
_UNIT_OF = {word: unit for unit, listed in _UNITS.items() for word in listed.split()}
_MAGNITUDES = {
    1e3: "k thousand thousands tausend tsd mille mil mila",
    1e6: "m mn mio million millions millionen millones millon milione milioni",
    1e9: "bn mrd billion milliarde milliarden milliard milliards miliardo miliardi",
    1e2: "hundred hundreds hundert cent cien ciento cento",
}
_MAGNITUDE_OF = {word: value for value, listed in _MAGNITUDES.items() for word in listed.split()}

_SMALL = {
    "en": """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen
    """,
    "de": """
        zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
        achtzehn neunzehn
    """,
    "fr": """
        deux trois quatre cinq six sept huit _ dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf
    """,
    "es": """
        dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
        dieciocho diecinueve
    """,
    "it": """
        due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
        diciotto diciannove
    """,
}  # French `neuf` is left out: it is also the word for new
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
}
_FACTORS = {
    "en": {"half": 0.5, "twice": 2, "double": 2, "doubles": 2, "doubled": 2, "triple": 3, "tripled": 3, "triples": 3},
    "de": {
        "hälfte": 0.5,
        "halbiert": 0.5,
        "doppelt": 2,
        "verdoppelt": 2,
        "zweimal": 2,
        "dreimal": 3,
        "verdreifacht": 3,
    },
    "fr": {"moitié": 0.5, "double": 2, "doublé": 2, "triple": 3, "triplé": 3},
    "es": {"mitad": 0.5, "doble": 2, "duplica": 2, "duplicado": 2, "triple": 3},
    "it": {"metà": 0.5, "dimezza": 0.5, "dimezzato": 0.5, "dimezzati": 0.5, "doppio": 2, "raddoppia": 2, "triplo": 3},
}
_ONE = {
    "en": ("one", "a", "an"),
    "de": ("ein", "eine", "einen", "einem", "einer"),
    "fr": ("un", "une"),
    "es": ("un", "una"),
    "it": ("un", "uno", "una"),
}


def _spelled(language: str) -> dict[str, float]:
    """Return the number words of a language with their values, folded; `one` is left out, it is an article too."""
    units = {word: float(value) for value, word in enumerate(_SMALL[language].split(), start=2)}
    tens = {word: float(10 * value) for value, word in enumerate(_TENS[language].split(), start=2)}
    pairs: dict[str, float] = {}
    for ten, value in tens.items():
        for unit, more in (("ein" if language == "de" else "one", 1.0), *list(units.items())[:8]):
            pairs[_joined(ten, unit, language)] = value + more
    return {fold(word): value for word, value in {**pairs, **tens, **units, **_FACTORS[language]}.items()}


def _joined(ten: str, unit: str, language: str) -> str:
    """Return a number word of a ten and a unit: `einundzwanzig`, `twenty-one`, `ventuno`."""
    if language == "it":
        return f"{ten[:-1]}uno" if unit == "one" else f"{ten[:-1] if unit == 'otto' else ten}{unit}"
    return f"{unit}und{ten}" if language == "de" else f"{ten}-{unit}"


_SPELLED = {language: _spelled(language) for language in _SMALL}
_SKIPPED = re.compile(r"\{\{.*?\}\}")
_PIECE = re.compile(
    r"(?P<money>[$€£¥]|(?:USD|EUR|GBP|CHF)(?=\s?\d))"
    r"|(?P<number>(?<!\w)(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,'’]\d+)*))"
    r"|(?P<sign>[%×°])|(?P<dash>[–—-])|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
)
_RANGE = frozenset(
    ("to", "bis", "a", "à", "and", "und", "et", "y", "or", "oder", "ou", "o", "auf", "e", "ad", "–", "—", "-")
)


@lru_cache(maxsize=8192)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text in order, in digits and in words; those inside words (`B2B`) and tags left out."""
    pieces = list(_PIECE.finditer(_SKIPPED.sub(" ", text)))
    found = [(at, quantity) for at in range(len(pieces)) if (quantity := _quantity(pieces, at, language))]
    return tuple(_of_a_range(pieces, found, index) for index in range(len(found)))


def number_words(language: str) -> frozenset[str]:
    """Return the words of a language, folded, that are numbers, magnitudes or units: they carry no matter."""
    return frozenset((*_SPELLED.get(language, {}), *_MAGNITUDE_OF, *_UNIT_OF))


def has_factor(text: str, language: str) -> bool:
    """Return whether a text multiplies or divides in words: `twice`, `half`, `doppelt`."""
    return bool({fold(word) for word in text.split()} & {fold(word) for word in _FACTORS.get(language, {})})


@lru_cache(maxsize=1024)
def counts_one(text: str, language: str) -> bool:
    """Return whether a text counts one thing in words, so that `1` may be written for it."""
    return bool({fold(word) for word in text.split()} & set(_ONE.get(language, ())))


def _quantity(pieces: list[re.Match[str]], at: int, language: str) -> Quantity | None:
    """Return the number that starts at a piece, with its magnitude and unit."""
    spelled = _SPELLED.get(language, {})
    piece = pieces[at]
    if piece["number"]:
        values = _readings(piece["number"])
    elif piece["word"] and (value := spelled.get(fold(piece["word"]))):
        values = frozenset((value,))
    elif piece["word"] and (leading := _leading(piece["word"], spelled)):
        return leading
    else:
        return None
    following = [fold(after.group()) for after in pieces[at + 1 : at + 5] if not after["dash"]]
    factor = _MAGNITUDE_OF.get(following[0], 1.0) if following else 1.0
    unit = _money_before(pieces, at) or _unit(following[1:] if factor > 1 else following)
    return Quantity(piece.group(), frozenset(value * factor for value in values), unit, not piece["number"])


def _leading(word: str, spelled: dict[str, float]) -> Quantity | None:
    """Return the number that a compound starts with: `eleven-day`, `two-week`."""
    first, _, rest = fold(word).partition("-")
    if not rest or first not in spelled:
        return None
    return Quantity(word, frozenset((spelled[first],)), _UNIT_OF.get(rest.partition("-")[0], ""), True)


def _readings(digits: str) -> frozenset[float]:
    """Return the values that digits with separators can mean."""
    plain = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    readings = {float(re.sub(r"[.,]", "", plain))} if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d+", plain) else set()
    if re.fullmatch(r"\d+[.,]\d+", plain):
        readings.add(float(plain.replace(",", ".")))
    return frozenset(readings or {float(part) for part in re.split(r"[.,]", plain) if part})


def _money_before(pieces: list[re.Match[str]], at: int) -> str:
    """Return the currency that stands before a number."""
    before = pieces[at - 1] if at else None
    return _UNIT_OF.get(fold(before["money"]), "") if before and before["money"] else ""


def _unit(following: list[str]) -> str:
    """Return the unit in the next words: directly, after one adjective (`five working days`), or in two words."""
    if following[:2] in (["per", "cent"], ["pour", "cent"], ["por", "ciento"], ["per", "cento"]):
        return "%"
    for word in following[:2]:
        if word in _RANGE or word[0].isdigit():
            return ""
        if word in _UNIT_OF:
            return _UNIT_OF[word]
        if "-" in word and (first := word.split("-")[0]) in _UNIT_OF:
            return _UNIT_OF[first]
    return ""


def _of_a_range(pieces: list[re.Match[str]], found: list[tuple[int, Quantity]], index: int) -> Quantity:
    """Return a number with the unit of its range: in `38 to 41 percent` both are percent."""
    at, quantity = found[index]
    if quantity.unit or index + 1 == len(found):
        return quantity
    next_at, following = found[index + 1]
    joined = next_at == at + 2 and fold(pieces[at + 1].group()) in _RANGE
    return quantity._replace(unit=following.unit) if joined else quantity
