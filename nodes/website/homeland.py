"""Tell which country a company is in by what its pages show without naming it: phone, tax number, currency, form."""

import re
from collections import defaultdict
from collections.abc import Sequence

from nodes.website.html import Document

_SIGNS: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (country, points, re.compile(pattern))
    for country, points, pattern in (
        ("AT", 3.0, r"\bATU ?\d{8}\b|\bFirmenbuch|\bFN \d{5,6} ?[a-z]\b|(?:\+|\b00)43[ /(]\d?"),
        ("AU", 3.0, r"\bPty\b|\bABN \d|\b(?:NSW|VIC|QLD|TAS|ACT|WA|SA|NT) \d{4}\b|\bA\$ ?\d|(?:\+|\b00)61[ (]"),
        ("BE", 3.0, r"\bBE ?0\d{3}\.?\d{3}\.?\d{3}\b|\bB-\d{4} [A-Z]|\bBCE\b|(?:\+|\b00)32[ (]\d?|\b(?:SRL|"
            r"BV) belge\b"),
        ("CA", 3.0, r"\b[A-Z]\d[A-Z] \d[A-Z]\d\b|\((?:Québec|Quebec|Ontario|QC|ON)\)|, (?:QC|ON|BC|AB)\b|\bC\$ ?\d|"
            r"\bCAD\b"),
        ("CH", 3.0, r"\bCHE-\d|\bCHF\b|\b\d{4} [A-ZÄÖÜ][a-zäöü]+ (?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|"
            r"SH|SO|SZ"
                    r"|TG|TI|UR|VD|VS|ZG|ZH)\b|(?:\+|\b00)41[ (]\d?"),
        ("DE", 2.0, r"\bDE ?\d{9}\b|\bHR[AB] ?\d|\bAmtsgericht\b|(?:\+|\b00)49[ /(]\d?"),
        ("DE", 0.8, r"\bGmbH\b"),
        ("ES", 2.0, r"\b(?:NIF|CIF)\b|\bRegistro Mercantil\b|(?:\+|\b00)34[ (]\d?|\bS\.L\.(?:U\.)?(?!\w)"),
        ("FR", 2.0, r"\bSIRE[NT]\b|\bRCS [A-Z]|\b(?:SARL|EURL|SASU?)\b|(?:\+|\b00)33[ (]\d?|\bTVA FR\b"),
        ("GB", 2.0, r"£ ?\d|\b(?:registered in (?:England|Scotland|Wales)|Companies House|VAT (?:no\.? |number )?GB)\b"
                    r"|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|(?:\+|\b00)44[ (]\d?"),
        ("GB", 0.8, r"\b(?:Ltd|Limited|LLP|PLC)\b"),
        ("IE", 3.0, r"\bIE ?\d{7}[A-Z]{1,2}\b|\bEircode\b|\b(?:Co\.|County) (?:Dublin|Cork|Galway|Kildare|Meath|"
            r"Limerick)\b"
                    r"|(?:\+|\b00)353[ (]\d?"),
        ("IT", 2.0, r"\bP\. ?IVA\b|\bPartita IVA\b|\bS\.r\.l\.|\bS\.p\.A\.|(?:\+|\b00)39[ (]\d?|"
            r"\([A-Z]{2}\)(?= [–-] P)"),
        ("MX", 3.0, r"\bS\.A\. de C\.V\.|\bRFC\b|\bMXN\b|\bpesos\b|(?:\+|\b00)52[ (]\d?|\bC\.P\. \d{5}\b"),
        ("US", 2.0, r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b(?! [A-Z][a-z])|\bLLC\b|\(\d{3}\) \d{3}-\d{4}\b|\+1[ (-]\d{3}"),
        ("US", 0.8, r"\b(?:Inc|Corp)\b"),
        ("US", 0.8, r"\$ ?\d"),
    )
)  # fmt: skip
# A currency is worth little where another country uses it too; what a page says of its own language weighs as little.
_REGION = re.compile(r"^[a-z]{2}-([a-z]{2})\b")
_OF_REGION, _OF_AMERICAN = 2.0, 0.4
_OF_LANGUAGE = {"de": "DE", "fr": "FR", "es": "ES", "it": "IT"}
_BY_LANGUAGE = 0.7
_COUNTRIES = ("AT", "AU", "BE", "CA", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "MX", "NL", "NZ", "US")
_ENDINGS = {"uk": "GB"} | {code.lower(): code for code in _COUNTRIES}
_OF_ENDING = 3.0
_LEAST = 1.0
# Lines without a digit, an abbreviation or a legal form show nothing; leaving them out halves the time.
_TELLING = re.compile(
    r"\d|[A-Z]\.|GmbH|Ltd|Pty|LLC|Inc|Limited|LLP|PLC|SAS|SARL|EURL|RCS|IVA|CHF|\(Q|\(O|pesos|County|Regist|regist"
)
_MAX_BLOCK, _LAST_BLOCKS = 300, 8


def homeland_of(documents: Sequence[Document], host: str, language: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of the country that most signs point to; nothing where they are few."""
    points: dict[str, float] = defaultdict(float)
    text = _edges(documents)
    for country, worth, pattern in _SIGNS:
        points[country] += worth * bool(pattern.search(text))
    region = _REGION.match(documents[0].language.replace("_", "-")) if documents else None
    if region and (code := _ENDINGS.get(region[1])):
        points[code] += _OF_AMERICAN if code == "US" else _OF_REGION
    if code := _ENDINGS.get(host.rpartition(".")[2]):
        points[code] += _OF_ENDING
    if not region and (code := _OF_LANGUAGE.get(language, "")):
        points[code] += _BY_LANGUAGE
    ranked = sorted(points.items(), key=lambda pair: -pair[1])
    clear = len(ranked) < 2 or ranked[0][1] > ranked[1][1]
    return ranked[0][0] if ranked and clear and ranked[0][1] >= _LEAST else ""


def _edges(documents: Sequence[Document]) -> str:
    """Return the short lines of the start page, and the last ones of all others: prices, addresses, imprints."""
    first = (block.text for document in documents[:1] for block in document.blocks)
    last = (block.text for document in documents[1:] for block in document.blocks[-_LAST_BLOCKS:])
    lines = dict.fromkeys(text for text in (*first, *last) if len(text) <= _MAX_BLOCK)
    return "\n".join(line for line in lines if _TELLING.search(line))
