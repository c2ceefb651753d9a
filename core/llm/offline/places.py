"""Countries by code, in the four languages, and what can be the name of an area."""

import re

_ROWS = """
US|United States|USA|États-Unis|Estados Unidos
CA|Canada|Kanada|Canada|Canadá
GB|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido
UK|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido
IE|Ireland|Irland|Irlande|Irlanda
DE|Germany|Deutschland|Allemagne|Alemania
AT|Austria|Österreich|Autriche|Austria
CH|Switzerland|Schweiz|Suisse|Suiza
FR|France|Frankreich|France|Francia
BE|Belgium|Belgien|Belgique|Bélgica
NL|Netherlands|Niederlande|Pays-Bas|Países Bajos
LU|Luxembourg|Luxemburg|Luxembourg|Luxemburgo
ES|Spain|Spanien|Espagne|España
PT|Portugal|Portugal|Portugal|Portugal
IT|Italy|Italien|Italie|Italia
MX|Mexico|Mexiko|Mexique|México
AR|Argentina|Argentinien|Argentine|Argentina
CO|Colombia|Kolumbien|Colombie|Colombia
CL|Chile|Chile|Chili|Chile
AU|Australia|Australien|Australie|Australia
NZ|New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda
SE|Sweden|Schweden|Suède|Suecia
NO|Norway|Norwegen|Norvège|Noruega
DK|Denmark|Dänemark|Danemark|Dinamarca
FI|Finland|Finnland|Finlande|Finlandia
EE|Estonia|Estland|Estonie|Estonia
PL|Poland|Polen|Pologne|Polonia
CZ|Czechia|Tschechien|Tchéquie|Chequia
"""
_LANGUAGES = ("en", "de", "fr", "es")
_NAMES = {
    row.split("|")[0]: dict(zip(_LANGUAGES, row.split("|")[1:], strict=True)) for row in _ROWS.strip().splitlines()
}
_CODES = {name.lower(): code for code, names in _NAMES.items() for name in names.values()}


def country(text: str, language: str) -> str | None:
    """Return a country's name in that language for its code or its name in any of the four, or None."""
    code = text.strip() if text.strip() in _NAMES else _CODES.get(text.strip().lower())
    return _NAMES[code][language] if code else None


_GERMAN_AREA = re.compile(
    r"(?:Bayern|Baden|Württemberg|Baden-Württemberg|Hessen|Sachsen|Thüringen|Franken|Schwaben|Pfalz|Brandenburg|Bremen|Hamburg|Berlin"
    r"|München|Köln|Tirol|Kärnten|Wien|Holstein|Schleswig-Holstein|NRW|Nord\w*|Süd\w*|Ost\w*|West\w*|Ober\w+|Nieder\w+|Mittel\w+|Mecklenburg\S*)"
    r"|.*(?:land|burg|berg|stadt|heim|hausen|furt|tal|gebiet|mark|sachsen|westfalen|anhalt|eich|schweiz)",
    re.I,
)


def is_place(text: str, language: str, known: tuple[str, ...]) -> bool:
    """Tell whether a capitalised word is a place; in German every noun is capitalised, so its form must say so."""
    named = country(text, language) or any(text in place for place in known)
    return bool(named) or language != "de" or bool(_GERMAN_AREA.fullmatch(text))
