"""Cut text into sentences and words, as readers of the five European languages, Japanese and Chinese would."""

import re
import unicodedata


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as one text, white space between them."""
    return frozenset(listed.split())


# Never the end of a sentence, whatever follows.
_NEVER_ENDS = word_set(
    """
    e.g i.e cf vs viz dr mr mrs ms prof st approx dept est fig z.b d.h u.a u.ä o.ä i.d.r v.a ca bzw ggf inkl exkl
    evtl bspw sog vgl hr fr dipl ing str tel mio mrd tsd zzgl max min p.ex c.-à-d env mme mlle mm p.ej sr sra srta
    dra aprox sig dott geom avv spett egr p.es
    """
)
# The end of a sentence unless a number follows: "No. 5", "Nr. 12", "art. 6".
_COUNTS = word_set(
    """
    no nr núm num n art abs p pp s vol ziff kap
    """
)
# The end of a sentence only before a word that opens one: "Acme Inc. We …", "from 7 a.m. It …".
_MAY_END = word_set(
    """
    inc ltd co corp llc gmbh ag kg sa sl plc etc usw a.m p.m u.s u.k e.v e.k jr sr ecc s.r.l s.p.a
    """
)
_OPENERS = word_set(
    """
    the a an we our they it its this that these there in on for with if when and but so you your i most every no
    wir unser unsere die der das ein eine es sie ihr ihre dies im in für wenn und aber so ich nous notre nos le la
    les un une il elle ils vous votre ce cette ces si quand et mais nosotros nuestro nuestra el los las una su sus
    este esta si cuando y pero noi nostro nostra nostri nostre il lo gli una di se quando ma ogni chi per con ci
    """
)
_GERMAN_MONTHS = word_set(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    """
)
_END = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>(?:[\"'”’“«»)\]]|[ \u00a0\u202f]»)*)\s+(?=(?P<next>\S+))|(?P<full>[。！？]+)"
)
_LAST_TOKEN = re.compile(r"[^\s(\"'„“«»]+$")
_WORD = re.compile(r"\{\{[a-z][a-z0-9_]*\}\}|[^\W_]+(?:[-'’.,:/&][^\W_]+)*")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")

SPACELESS_LANGUAGES = frozenset(("ja", "zh"))
"""Languages without spaces between words: measured in characters."""


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text in order; a line break ends one too, except inside a wrapped line."""
    return tuple(sentence for line in _lines(text) for sentence in _cut(line))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; `{{first_name}}`, `five-axis`, `don't` and `1,200` are one word each."""
    return tuple(_WORD.findall(text))


def characters(text: str) -> int:
    """Return how many letters and digits a text has: its length in languages without spaces."""
    return sum(unicodedata.category(char)[0] in "LN" for char in text)


def is_question(sentence: str) -> bool:
    """Return whether a sentence asks."""
    return sentence.rstrip(" \"'”’“«»)").endswith(("?", "？"))


def _lines(text: str) -> list[str]:
    """Return the lines of a text, a line that was wrapped in the middle of a sentence joined again."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        rows = [row.strip() for row in block.split("\n") if row.strip()]
        lines += rows[:1]
        for row in rows[1:]:
            if row[0].islower() and lines[-1][-1] not in ".!?…:,;。！？":
                lines[-1] += " " + row
            else:
                lines.append(row)
    return lines


def _cut(line: str) -> list[str]:
    """Return the sentences of one line."""
    cuts = [match.end() for match in _END.finditer(line) if _ends(line, match)]
    pieces = (line[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True))
    return [piece for piece in pieces if piece]


def _ends(line: str, match: re.Match[str]) -> bool:
    """Return whether a full stop, question or exclamation mark ends its sentence."""
    if match["full"]:
        return True
    following = match["next"].lstrip("\"'„“«»([¿¡")
    if match["stop"] != ".":
        goes_on = bool(match["close"]) or match["stop"][0] in ".…"
        return not (goes_on and following[:1].islower())
    return _full_stop_ends(_LAST_TOKEN.search(line[: match.start()]), following)


def _full_stop_ends(token: re.Match[str] | None, following: str) -> bool:
    """Return whether a full stop after this token and before this word ends a sentence."""
    last = token.group().lower() if token else ""
    opener = (re.match(r"[^\W\d_]+", following.lower()) or [""])[0]
    if not following or following[0].islower() or last in _NEVER_ENDS:
        return False
    if last in _COUNTS and following[0].isdigit():
        return False
    if last in _MAY_END or _is_initial(last):
        return opener in _OPENERS
    return not (last.isdigit() and opener in _GERMAN_MONTHS)


def _is_initial(word: str) -> bool:
    """Return whether a token is a single letter, or letters with full stops, as in `J. Smith` or `z. B.`."""
    return bool(re.fullmatch(r"[^\W\d_](\.[^\W\d_])*", word)) and word != "i"


def is_spaceless(text: str) -> bool:
    """Return whether most of a text is written without spaces between words."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and len(_SPACELESS.findall(text)) * 2 > len(letters)
