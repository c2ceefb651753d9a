"""Which words of a text carry its matter: stop words dropped, endings taken off, for English, German, French, Spanish,
Italian.

The stemming is light on purpose: it only has to bring `reports`, `reporting` and `report` together, and a word list of
a few hundred words needs no dependency. Other languages keep their whole words; texts without spaces become pairs of
characters.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from core.sentences import is_spaceless, words

_STOP_WORDS = {
    "en": """
        a an the this that these those it its it's they them their theirs he she his her him i i'm i'd i'll i've
        me my we we're we've we'd we'll us our ours you you're you'd your yours who whom whose which what where
        when why how and or but nor so yet if then than as at by for from in into of off on onto out over to under
        up with without within per via about across after before against between during through until till while
        since because be is are was were been being am do does did done doing don't doesn't have has had having
        can can't could may might must shall should will would won't not no yes all any both each every few many
        more most much some such same other another own only just also too very still even again once ever here
        there now one two get gets got getting go goes going come comes came make makes made making take takes
        took taken give gives given let lets keep keeps kept put puts run runs use uses used using help helps
        helped work works worked need needs want wants look looks see seen know known back well way ways thing
        things lot lots like etc around instead rather already usually often none nothing nobody needed mean means
        it'd that's there's
    """,
    "de": """
        der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene
        jenes er sie es ihm ihn ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner ich mich mir mein
        meine wir uns unser unsere unseren unserem unserer unseres du dich dir euch euer man wer wem wen was wo
        wann warum wie welche welcher welches und oder aber sondern denn so wenn falls dann als ob dass daß weil
        damit an am auf aus bei beim bis durch für gegen im in ins mit nach ohne seit über um unter unterm vom von
        vor während wegen zu zum zur zwischen ist sind war waren wäre wären sein bin bist seid werden wird wurde
        wurden würde würden worden haben hat hatte hatten hätte habe kann können konnte könnte könnten muss müssen
        musste darf dürfen soll sollen sollte will wollen mag möchte möchten nicht kein keine keinen keinem keiner
        nein ja alle allen aller alles jede jeder jedes jeden jedem einige viele vielen mehr meist meiste sehr nur
        auch noch schon immer wieder hier da dort dabei dafür davon dazu darauf daran nun jetzt doch mal eben etwa
        rund pro je sich selbst geht gehen kommt kommen macht machen gibt geben nimmt lässt lassen steht stehen
        heißt bringt brauchen braucht
    """,
    "fr": """
        le la les l un une des du de d au aux ce cet cette ces cela ça c il elle ils elles on je j me m moi mon ma
        mes tu te toi ton ta tes nous notre nos vous votre vos leur leurs lui se s soi son sa ses qui que qu quoi
        dont où quand pourquoi comment quel quelle quels quelles et ou mais ni donc or car si alors comme à dans
        en par pour sur sous vers chez avec sans entre avant après depuis pendant contre jusque jusqu dès est sont
        était étaient été être suis serait sera a ai as ont avait avoir aurait avez avons fait font faire faites
        faut peut peuvent pouvez pourrait doit doivent va vont aller ne n pas non oui plus moins très tout toute
        tous toutes chaque même aussi encore déjà ici là y trop peu beaucoup quelques plusieurs autre autres rien
        met mettre prend prendre permet permettre
    """,
    "es": """
        el la los las lo un una unos unas de del al a este esta estos estas ese esa eso esos esas aquel esto él
        ella ellos ellas yo me mi mis mí tú te ti tu tus nosotros nuestra nuestro nuestros nuestras nos usted
        ustedes vosotros se su sus le les que qué quien quién cual cuál cuando cuándo donde dónde como cómo por
        porque para con sin en entre sobre bajo desde hasta hacia contra según tras durante y e o u pero ni si
        sino es son era eran ser sido sea está están estar ha han he había haber hay hace hacen hacer fue fueron
        tiene tienen tener puede pueden poder podría debe deben va van ir no sí ya más menos muy todo toda todos
        todas cada mismo misma también aún aquí allí algo nada mucho muchos poco pocos otro otra otros otras tan
        tanto pone poner da dan dar
    """,
    "it": """
        il lo la l i gli le un uno una di del dello della dell dei degli delle d a al allo alla all ai agli alle ad
        da dal dallo dalla dall dai dagli dalle in nel nello nella nell nei negli nelle con col su sul sullo sulla
        sull sui sugli sulle per tra fra e ed o od ma se che chi cui quale quali quando dove dov come perché anche
        questo questa questi queste quest quello quella quelli quelle quell quel quei quegli ciò io mi me mio mia
        tu ti te tuo tua tuoi tue noi ci nostro nostra nostri nostre voi vi vostro vostra vostri vostre lui lei
        loro suo sua suoi sue si sé ne c è era erano sono sia siano siamo essere stato stata stati state ha hanno
        ho abbiamo avere aveva avevano c'è ci non no sì più meno molto molta molti molte poco poca pochi poche
        sarebbe sarebbero potrebbe potrebbero dovrebbe avrebbe tutto tutta tutti tutte ogni ognuno stesso stessa
        stessi stesse altro altra altri altre già ancora qui lì
        là solo così poi prima dopo senza entro durante presso fino verso sotto sopra oltre contro secondo qualche
        alcuni alcune fa fanno fare facciamo può possono potere deve devono va vanno dà danno dare viene vengono mette
        mettono niente nulla nessuno nessuna appena sempre mai invece però quindi
    """,
}
STOP_WORDS = {language: frozenset(listed.split()) for language, listed in _STOP_WORDS.items()}
"""Words that carry no matter of their own, per language, in lower case."""
ALL_STOP_WORDS = frozenset().union(*STOP_WORDS.values())

_ITALIAN_ENDINGS = (
    "amento amenti imento imenti azione azioni iscono iamo ando endo isce ato ata ati ate ito ita iti ite uto uta uti"
    " ute ano ono are ere ire io ia ie hi he o a i e"
)
_SPANISH_ENDINGS = "iendo amos emos imos ones ando ados adas ion ado ada an en ar er ir os as es s o a e"
# Roots of German verbs that change their vowel: `übernimmt` and `übernommen` come from `übernehmen`.
_GERMAN_ROOTS = {
    "nimm": "nehm", "nomm": "nehm", "sprich": "sprech", "sproch": "sprech", "triff": "treff", "troff": "treff",
    "hilf": "helf", "holf": "helf", "brich": "brech", "broch": "brech", "wirf": "werf", "worf": "werf",
    "lies": "les", "sieh": "seh", "schliff": "schleif",
}  # fmt: skip
_GERMAN_ROOT = re.compile(rf"(?:{'|'.join(_GERMAN_ROOTS)})$")
# Endings, longest first; an ending goes only where at least four letters stay.
_ENDINGS = {
    "en": ("'s", "’s", "ings", "ing", "edly", "ed", "ly", "es", "s", "e"),
    "de": ("ungen", "ung", "ern", "em", "er", "en", "es", "e", "s", "n", "t"),
    "fr": ("ements", "ement", "ees", "ee", "ent", "ons", "ez", "er", "es", "s", "e"),
    "es": tuple(_SPANISH_ENDINGS.split()),
    "it": tuple(_ITALIAN_ENDINGS.split()),
}


@lru_cache(maxsize=8192)
def content_stems(text: str, language: str) -> tuple[str, ...]:
    """Return the stems of the words that carry a text's matter, in order; placeholders and numbers left out."""
    if is_spaceless(text):
        return _pairs(text)
    return tuple(stem(word, language) for word in content_words(text, language))


def content_words(text: str, language: str) -> tuple[str, ...]:
    """Return the words that carry a text's matter, as they stand; hyphenated ones in their parts."""
    stop = STOP_WORDS.get(language, ALL_STOP_WORDS)
    parts = (part for word in words(text) if not word.startswith("{{") for part in _parts(word))
    return tuple(part for part in parts if part.lower() not in stop and len(part) > 1 and not part[0].isdigit())


def stem(word: str, language: str) -> str:
    """Return a word without accents, capitals and its usual endings."""
    plain = fold(word)
    if language == "en" and plain.endswith("ies") and len(plain) > 5:
        return plain[:-3] + "y"
    if language == "en" and plain.endswith("ied") and len(plain) > 5:
        return plain[:-3] + "y"
    for ending in _ENDINGS.get(language, ()):
        if plain.endswith(ending) and len(plain) - len(ending) >= 4 and not plain.endswith("ss"):
            return _rooted(plain[: -len(ending)], language)
    return plain


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower case without accents, `ß` as `ss`, typographic apostrophes as plain ones."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _parts(word: str) -> list[str]:
    """Return the parts of a compound, and what stands before an elided or possessive apostrophe apart."""
    plain = word.replace("’", "'")
    if plain.lower() in ALL_STOP_WORDS:
        return []
    plain = plain.removesuffix("'s").removesuffix("'")
    return [part for piece in plain.split("-") for part in piece.replace("/", "'").split("'") if part]


def _rooted(word: str, language: str) -> str:
    """Return a word without its ending as the root that it comes from: `plann` from `plan`, `nimm` from `nehm`."""
    if language == "de":
        return _GERMAN_ROOT.sub(lambda changed: _GERMAN_ROOTS[changed.group()], word)
    return _undouble(word) if language == "en" else word


def _undouble(word: str) -> str:
    """Return `plan` for `plann`, as English doubles a consonant before an ending."""
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls" else word


def _pairs(text: str) -> tuple[str, ...]:
    """Return the pairs of neighbouring letters of a text without spaces."""
    letters = [char for char in text if char.isalpha()]
    return tuple(first + second for first, second in pairwise(letters))
