"""Find what a company calls itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from core.placeholders import without_tags
from nodes.website.cleaning import fold
from nodes.website.distrust import is_untrusted
from nodes.website.html import Document
from nodes.website.structured import organisation_of

_LEGAL_FORM = re.compile(
    r"[\s,]+(?:&\s+Co\.?\s*)?(?:S\.\s?A\.\s+de\s+C\.\s?V\.|GmbH(?:\s*&\s*Co\.?\s*KG(?:aA)?)?|mbH|AG|SE|KG|OHG|GbR|"
    r"UG(?:\s*\(haftungsbeschränkt\))?|e\.\s?K\.|eG|e\.\s?V\.|Ltd\.?|Limited|LLC|L\.L\.C\.|Inc\.?|"
    r"Corp\.?|Corporation|PLC|LLP|Pty\.?|S\.?A\.?S?\.?U?|SARL|S\.?à\s?r\.?l\.?|EURL|"
    r"S\.\s?L\.?(?:U\.)?|[Ss]\.?[Rr]\.?[Ll]\.?[Ss]?\.?|S\.?p\.?A\.?|S\.?n\.?c\.?|"
    r"S\.?a\.?s\.?|Soc\.? Coop\.?|B\.?V\.?|N\.?V\.?|Oy|Oyj|AB|A/S|AS|"
    r"ApS|Kft|sp\. z o\.o\.)\.?(?=$|[\s,.;:)])",
)
_SEPARATOR = re.compile(r"\s*[|•·»›]\s*|\s+[-–—]\s+|\s*[—]\s*|:\s+|,\s+(?=[a-zà-ÿ])")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;|copyright)\s*(?:copyright\s*)?(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{2,4})?|"
    r"\{\{.*?\}\})?[\s,:]*(?:by\s+)?(?P<name>[^.|·•©\n]{2,80}?(?:\s(?:Inc|Ltd|Co)\.)?)\s*"
    r"(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?\s*(?:[.|·•]|$|all rights|alle rechte|tous droits|todos los|tutti i|p\.? ?iva|"
    r"made with|"
    r"best viewed)",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:home(?:page)?|start(?:seite)?|welcome.*|willkommen.*|accueil|inicio|index|about(?: us)?|"
    r"contact(?: us)?|services?|products?|products? and .*|über uns|kontakt|leistungen|"
    r"impressum|chi siamo|contatti|servizi|prodotti|untitled.*|website|my website|redirecting.*|loading.*|page|menu|"
    r"login|all rights reserved|"
    r"blog|news|404.*|error.*|copyright|privacy|terms.*)$",
    re.IGNORECASE,
)
# A name and where: `Harrow Steam Rental, Toledo, Ohio`.
_IN_TOWN = re.compile(r"(?<=\w)(?:, [A-ZÄÖÜÉ][\w’'.-]+(?: [A-ZÄÖÜÉ][\w’'.-]+)?){2}$")
_MAX_WORDS = 6
_MIN_SHOUTED = 7
_LEAST_ALONE, _MIN_SHORT = 2, 4


def name_of(documents: Sequence[Document], host: str) -> str:
    """Return the company's name: as structured data has it, as the site names itself, or as its titles agree on."""
    for document in documents:
        if name := _acceptable(organisation_of(document).name):
            return _as_used(_calm(name), documents)
    candidates = _candidates(documents, host)
    if candidates:
        best = max(candidates, key=lambda name: (_support(name, documents, host), -candidates.index(name)))
        return _as_used(_calm(_as_written(best, documents)), documents)
    return from_host(host)


def _calm(name: str) -> str:
    """Return a name that is never written but in capitals as a name: words this long are no abbreviations."""
    if not name.isupper():
        return name
    return " ".join(word.capitalize() if len(word) >= _MIN_SHOUTED else word for word in name.split())


def _as_used(name: str, documents: Sequence[Document]) -> str:
    """Return a registered name as the site itself uses it: as its titles have it, or as its sentences do.

    `Orsaro Industrial Laundry` in the data is `Orsaro Laundry` where every title says so.
    """
    titles = [document.title.lower() for document in documents]
    words = name.lower().split()
    first = parts_of_title(documents[0].title) if documents else ()
    if short := next((part for part in first if _is_shorter(part, words) and _acceptable(part)), ""):
        return short
    if len(words) < 2 or (any(name.lower() in title for title in titles) and words[-1] != "co"):
        return name
    parts = Counter(part for document in documents for part in parts_of_title(document.title))
    agreed = [part for part, count in parts.most_common() if count > 1 and _is_shorter(part, words)]
    if agreed:
        return _acceptable(agreed[0]) or name
    text = " ".join(document.text for document in documents)
    short, rest = name.split()[0], re.escape(name.split()[1])
    alone = re.findall(rf"\b{re.escape(short)}\b(?!\s{rest})", text)
    in_full = 0 if words[-1] == "co" else text.count(name)
    return short if len(alone) >= _LEAST_ALONE and len(alone) > in_full and len(short) > _MIN_SHORT else name


def _is_shorter(part: str, words: Sequence[str]) -> bool:
    """Tell whether a title's part is the name with a word left out."""
    own = part.lower().split()
    return 0 < len(own) < len(words) and set(own) <= set(words)


def from_host(host: str) -> str:
    """Return a name made of the domain, for want of any other."""
    label = host.removeprefix("www.").split(".")[0]
    return " ".join(part.capitalize() for part in re.split(r"[-_]", label) if part)


def has_legal_form(text: str) -> bool:
    """Tell whether a text names a company by its legal form."""
    return _LEGAL_FORM.search(text) is not None


def without_legal_form(name: str) -> str:
    """Return the name without GmbH, Ltd and the like."""
    return _LEGAL_FORM.sub("", name).strip(" ,.-–")


def parts_of_title(title: str) -> tuple[str, ...]:
    """Return the segments of a page's title."""
    return tuple(part.strip() for part in _SEPARATOR.split(without_tags(title)) if part.strip())


def short_names(name: str, text: str) -> tuple[str, ...]:
    """Return by what the company is called in running text: its full name and the one word that is only its own."""
    words = [word for word in re.findall(r"[\w’'&-]+", name) if len(word) > 2]
    lowered = set(re.findall(r"\b[a-zà-ÿ][\w’'-]+", text))
    own = [word for word in words if word.lower() not in lowered]
    short = own[0] if own else words[0] if words else name
    return tuple(dict.fromkeys((name, short)))


def _as_written(name: str, documents: Sequence[Document]) -> str:
    """Return the name as running text writes it, where a title shouts it in capitals."""
    if not name.isupper():
        return name
    pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    written = [
        match[0] for document in documents for match in pattern.finditer(document.text) if not match[0].isupper()
    ]
    return next((name for name in written if name[0].isupper()), name)


def _first_headings(documents: Sequence[Document], host: str) -> Iterator[str]:
    """Yield the first page's main headings that begin like the domain."""
    label = _letters(host.removeprefix("www.").rpartition(".")[0])
    for block in documents[0].blocks if documents else ():
        if block.tag == "h1" and len(first := _letters(block.text.split()[0])) > 3 and first in label:
            yield block.text


def _candidates(documents: Sequence[Document], host: str) -> list[str]:
    """Return names that the pages give themselves, most deliberate first."""
    found: list[str] = []
    for document in documents:
        found.append(document.metas.get("og:site_name", ""))
        found.append(document.metas.get("application-name", ""))
    for document in documents:
        found.extend(_copyright_names(document))
    found.extend(_first_headings(documents, host))
    for document in documents:
        found.extend(parts_of_title(document.title) if "@" not in document.title else ())
    return list(dict.fromkeys(name for raw in found if (name := _acceptable(raw))))


def _copyright_names(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if "©" in block.text or "copyright" in block.text.lower() or "(c)" in block.text.lower():
            match = _COPYRIGHT.search(without_tags(block.text))
            if match:
                yield match["name"]


def _acceptable(raw: str) -> str:
    """Return the name without its legal form and town, or nothing if it can be none."""
    name = _IN_TOWN.sub("", without_legal_form(fold(raw).strip(" .,;:|-–—\"'")))
    if not 2 <= len(name) <= 60 or len(name.split()) > _MAX_WORDS or not any(char.isalpha() for char in name):
        return ""
    return "" if _GENERIC.match(name) or is_untrusted(name) else name


def _support(name: str, documents: Sequence[Document], host: str) -> float:
    """Return how much of the site agrees that this is its name."""
    plain = _letters(name)
    label = _letters(host.removeprefix("www.").rpartition(".")[0])
    text = " ".join(document.text for document in documents)
    score = 3.0 * any(
        name.lower() in copyright.lower() for document in documents for copyright in _copyright_names(document)
    )
    score += 2.5 * (plain == label) + 1.5 * (plain in label or label in plain)
    score += 2.0 * any(_letters(document.metas.get("og:site_name", "")) == plain for document in documents)
    score += 2.0 * sum(name.lower() in document.title.lower() for document in documents) / max(1, len(documents))
    score += 1.0 * (name.lower() in text.lower()) - 0.8 * (name.isupper() and len(name) > 4)
    return score + 0.1 * min(3, len(name.split()))


def _letters(text: str) -> str:
    folded = text.lower().translate(str.maketrans("äöüéèêáíóúñç", "aoueeeaiounc"))
    return re.sub(r"[^a-z0-9]", "", folded.replace("ß", "ss"))
