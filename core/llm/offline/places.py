"""Countries by code, in the five languages."""

_ROWS = """
US|United States|USA|États-Unis|Estados Unidos|Stati Uniti
CA|Canada|Kanada|Canada|Canadá|Canada
GB|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Regno Unito
UK|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Regno Unito
IE|Ireland|Irland|Irlande|Irlanda|Irlanda
DE|Germany|Deutschland|Allemagne|Alemania|Germania
AT|Austria|Österreich|Autriche|Austria|Austria
CH|Switzerland|Schweiz|Suisse|Suiza|Svizzera
FR|France|Frankreich|France|Francia|Francia
BE|Belgium|Belgien|Belgique|Bélgica|Belgio
NL|Netherlands|Niederlande|Pays-Bas|Países Bajos|Paesi Bassi
LU|Luxembourg|Luxemburg|Luxembourg|Luxemburgo|Lussemburgo
ES|Spain|Spanien|Espagne|España|Spagna
PT|Portugal|Portugal|Portugal|Portugal|Portogallo
IT|Italy|Italien|Italie|Italia|Italia
MX|Mexico|Mexiko|Mexique|México|Messico
AR|Argentina|Argentinien|Argentine|Argentina|Argentina
CO|Colombia|Kolumbien|Colombie|Colombia|Colombia
CL|Chile|Chile|Chili|Chile|Cile
AU|Australia|Australien|Australie|Australia|Australia
NZ|New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Nuova Zelanda
SE|Sweden|Schweden|Suède|Suecia|Svezia
NO|Norway|Norwegen|Norvège|Noruega|Norvegia
DK|Denmark|Dänemark|Danemark|Dinamarca|Danimarca
FI|Finland|Finnland|Finlande|Finlandia|Finlandia
EE|Estonia|Estland|Estonie|Estonia|Estonia
PL|Poland|Polen|Pologne|Polonia|Polonia
CZ|Czechia|Tschechien|Tchéquie|Chequia|Cechia
"""
_LANGUAGES = ("en", "de", "fr", "es", "it")
_NAMES = {
    row.split("|")[0]: dict(zip(_LANGUAGES, row.split("|")[1:], strict=True)) for row in _ROWS.strip().splitlines()
}
_CODES = {name.lower(): code for code, names in _NAMES.items() for name in names.values()}


def country(text: str, language: str) -> str | None:
    """Return a country's name in that language for its code or its name in any of the five, or None."""
    code = text.strip() if text.strip() in _NAMES else _CODES.get(text.strip().lower())
    return _NAMES[code][language] if code else None
