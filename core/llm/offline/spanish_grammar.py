# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""Spanish grammar: how its sentences are recognised, and the few safe ways to change them."""

import re

from core.llm.offline.language import Grammar
from core.llm.offline.sentences import small_head, without_last_of
from core.sentences import word_set, words

FINITE = word_set(
    """
    es son era eran está están ha han había fue fueron puede pueden debe deben cuesta cuestan incluye incluyen
    trabajan trabaja confían usan usa utilizan llega llegan tarda tardan sale salen pone ponen queda quedan
    acaba acaban empieza empiezan tiene tienen hace hacen pierde pierden paga pagan cubre cubren evita evitan
    reduce reducen ahorra ahorran espera esperan bloquea depende dependen permite permiten necesita necesitan
    cambia cambian vuelve vuelven pasa pasan dura duran responde responden recibe reciben revisa revisan mide
    miden controla controlan lleva llevan va van viene vienen entra entran cierra cierran retrasa retrasan
    obliga obligan da dan
    """
)
_OPAQUE = word_set(
    """
    plataforma empresa software agencia servicio servicios socio equipo herramienta herramientas sistema
    sistemas proveedor solución soluciones producto productos consultoría consultora expertos fabricante
    asesoría aplicación
    """
)
NUMBER = r"(?:\d[\d.,]*|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince)"
UNIT = r"(?:horas?|días?(?: laborables| hábiles)?|semanas?|minutos?|mes(?:es)?|segundos?)"
_MUCH = r"\d[\d.,]* ?(?:%|por ciento)"
_WE_VERB = r"(?!Tramos|Ramos|Extremos|Últimos|Mismos|Próximos)(?:[A-ZÁÉÍÓÚ][a-záéíóúñ]+(?:amos|emos|imos)|Somos|Vamos)"
_STOP = re.compile(r"(?:para|con|en|a|al|que|sin|por|desde|y|o|e|cuyo|donde|hasta|sobre|entre)$|[–—(|:-]+$", re.I)


_HANGING = re.compile(r"(?<=\w), (?:para|donde|cuando|porque|aunque|que|quien)\b[^,]*(?:,|$)")
"""Clauses that hang on a comma: their verb is not the sentence's."""


def _is_sentence(text: str, closed: bool) -> bool:
    text = _HANGING.sub(" ", text)
    found = [word.lower() for word in words(text)]
    if len(found) < 4:
        return False
    if re.match(rf"(?:{_WE_VERB}|Nos [a-záéíóúñ]+mos)\b", text) or any(word in FINITE for word in found[1:]):
        return True
    return any(re.fullmatch(r"[a-záéíóúñ]{2,}(?:ó|aron|ieron|jeron|dujo)", word) for word in found[1:]) or (
        closed and any(re.fullmatch(r"[a-záéíóúñ]{3,}mos", word) for word in found)
    )


def _introduce(sentence: str, name: str) -> str | None:
    match = re.match(rf"(?:{_WE_VERB}|Nos [a-záéíóúñ]+mos)\b", sentence)
    if match and not match[0].startswith("Somos"):
        return f"En {name} {sentence[0].lower()}{sentence[1:]}"
    match = re.match(r"Nuestr[oa]s? (?=[a-záéíóúñ])", sentence)
    return f"En {name}, {sentence[0].lower()}{sentence[1:]}" if match else None


def _owned(name: str, told: str) -> str | None:
    """Put the customer before its verb, or `En` before a sentence with a subject of its own."""
    first = told.split(" ", 1)[0].lower()
    if re.match(r"[A-ZÁÉ][\w-]* [A-ZÁÉ]", told) or ": " in told:
        return None
    verb = first in FINITE or re.fullmatch(r"[a-záéíóúñ]{2,}(?:ó|aba|ía)|envasa|produce|vende|exporta", first)
    return f"{name} {told[0].lower()}{told[1:]}" if verb else f"En {name}, {told[0].lower()}{told[1:]}"


def _suppose(sentence: str) -> str | None:
    match = re.match(r"Usted (?=[a-záéíóúñ])", sentence)
    if not match or sentence.count(",") > 1:
        return None
    return f"Si {sentence[0].lower()}{sentence.rstrip('.')[1:]}, hay otra manera de hacerlo."


def _topic(sells: str, name: str) -> str:
    """Read what is sold; what the seller does something to is another matter."""
    return (
        _matter(sells, name)
        if not re.match(r"[A-ZÁÉÍÓÚ][a-záéíóúñ]+mos\b", sells)
        or re.match(
            r"(?:Fabricamos|Producimos|Vendemos|Suministramos|Ofrecemos|Alquilamos|Diseñamos|Imprimimos)\b", sells
        )
        else ""
    )


def _matter(sells: str, name: str) -> str:
    verb = rf"{re.escape(name.split()[0])} (?!(?:es|fabrica|ofrece|vende|diseña) )[a-záéíóúñ]+a " if name else "(?!)"
    if sells.startswith("Somos ") or re.match(verb, sells):
        return ""
    text = (
        re.sub(
            rf"^(?:{re.escape(name)}|{re.escape(name.split()[0])}) (?:es|fabrica|ofrece|vende|diseña) ",
            "",
            sells.strip(),
        )
        if name
        else sells.strip()
    )
    text = re.sub(rf"^{_WE_VERB}(?:(?:,| y) [a-záéíóúñ]+mos)* ", "", text)
    text = re.sub(r"^(?:el|la|los|las|un|una|unos|unas) ", "", text, flags=re.I)
    head: list[str] = []
    for word in text.split():
        if _STOP.match(word) and not (word == "por" and len(head) == 1):
            break
        head.append(word.strip(",;:."))
        if word.endswith((",", ";", ":", ".")):
            break
    return _noun_phrase(head)


def _noun_phrase(head: list[str]) -> str:
    head = without_last_of(head, ("de", "del"))
    if (
        not 1 <= len(head) <= 5
        or head[-1].lower() in _OPAQUE | {"de", "del", "la", "el", "los", "las"}
        or len(head[-1]) < 4
    ):
        return ""
    if len(head) == 1 and head[0].lower() in _OPAQUE:
        return ""
    if any(word.lower() in {"su", "sus", "tu", "tus", "nuestro", "nuestra", "todo", "todos", "todas"} for word in head):
        return ""
    if re.search(r"(?:ar|er|ir|mos)$", head[0].lower()) and head[0].lower() not in ("taller", "alquiler", "lugar"):
        return ""
    return small_head(head)


_CUSTOMER = re.compile(
    r"^(?P<name>(?:(?:La|El) (?:cooperativa|empresa|bodega|clínica|fábrica|hotel|granja) )?[A-ZÁÉÍÓÚ][\wáéíóúñ&'’-]+(?: (?:de|del|la|y|&|[A-ZÁÉÍÓÚ][\wáéíóúñ&'’-]+)){1,4}) "
    r"(?:redujo|ahorró|pasó|recortó|bajó|duplicó|ahorra|produce|eliminó|ganó|logró|dejó)\b"
)


def _customer(sentence: str, name: str) -> str:
    match = _CUSTOMER.match(sentence)
    if (
        not match
        or (name and name.split()[0] in match["name"])
        or re.match(r"(?:Nuestr|En|Desde|Cada|Los|Las|Todos)", match["name"])
    ):
        return ""
    return re.sub(r"^(La|El) ", lambda found: found[0].lower(), match["name"])


GRAMMAR = Grammar(
    leaning=re.compile(
        r"(?:él|ella|ellos|ellas|esto|eso|ese|esa|esos|esas|este|esta|estos|estas|pero|y|o|así|luego|también|además|entonces|sino|por eso"
        r"|por tanto|sin embargo|después|más tarde|mientras tanto|aquí|allí|ahí|lo (?:mismo|que|demás)|el (?:resultado|motivo|resto|problema|otro)"
        r"|la (?:razón|respuesta|causa|otra)|ambos|ambas|otro|otra|otros|otras|por ejemplo|cómo|qué|por qué|creemos|sabemos|nuestra (?:misión|visión)|su|sus|ni|no)\b"
        r"|.*\b(?:abajo|arriba|más información|haga clic|descubra)\b|(?:\w+ ){1,3}(?:después|más tarde)\b",
        re.I,
    ),
    we=re.compile(r"\b(?:nosotros|nos|nuestr[oa]s?|\w{3,}(?:amos|emos|imos))\b", re.I),
    you=re.compile(r"\b(?:usted|ustedes|su|sus|le|les)\b", re.I),
    i=re.compile(r"\b(?:yo|mi|mis|me|mí)\b", re.I),
    familiar=re.compile(
        r"\b(?:tú|tu|tus|te|ti|contigo|tuy[oa]s?|vosotros|os|vuestr[oa]s?|puedes|tienes|quieres|necesitas|sabes|eres)\b",
        re.I,
    ),
    hype=re.compile(
        r"\b(?:líder\w*|innovador\w*|innovaci\w+|soluci\w+|únic[oa]s?|a medida|llave en mano|integral\w*|revolucion\w+|excelencia|pasión"
        r"|vanguardia|mejor\w*|optimi\w+|transform\w+|alta calidad|última generación|número uno|referente\w*|potente\w*|profesional\w*)\b",
        re.I,
    ),
    seller_first=re.compile(rf"(?:{_WE_VERB}|Nos [a-záéíóúñ]+mos|Nuestr[oa]s?),? [a-záéíóúñA-ZÁÉÍÓÚ]"),
    entry=re.compile(
        r"\b(?:prueba|muestras?|gratuit[oa]s?|gratis|sin coste|piloto|diagnóstico|auditoría|primer[oa]? (?:pedido|visita|análisis|revisión))\b",
        re.I,
    ),
    noun_first=re.compile(r"\d|(?:un|una|sin|presupuesto|garantía|respuesta|entrega|hasta|desde|de media)\b", re.I),
    promise=re.compile(
        r"\b(?:si|no cobramos|garant\w*|gratis|gratuit\w*|sin coste|reembols\w*|abonamos|pagamos|en \w+ (?:horas|minutos|días)|incluy\w*|cambiamos|revisa)\b",
        re.I,
    ),
    risk=re.compile(
        r"\b(?:si|no cobramos|garant\w*|gratis|gratuit\w*|sin coste|reembols\w*|abonamos|pagamos|cambiamos)\b", re.I
    ),
    is_sentence=_is_sentence,
    introduce=_introduce,
    owned=_owned,
    suppose=_suppose,
    topic=_topic,
    matter=_matter,
    customer=_customer,
    reduced=(
        re.compile(
            rf"\b(?:redujo|redujeron|reduce|reducen|recortó|bajó) (?:su|sus|el|la|los|las) (?P<what>[a-záéíóúñ]+(?: (?:de |del )?[a-záéíóúñ]+)?)"
            rf" (?:en )?un (?P<much>{_MUCH})"
        ),
        re.compile(
            r"(?:^|, )(?:[Ll]os|[Ll]as|[Ee]l|[Ll]a) (?P<what>[a-záéíóúñ]+(?: por [a-záéíóúñ]+)?) (?:bajaron|bajó|pasaron|pasó|cayeron|cayó) "
            r"(?P<much>de \d[\d.,]*(?: ?%)? a \d[\d.,]*(?: ?%)?)"
        ),
        re.compile(rf"(?P<piece>(?P<much>{_MUCH}) menos de (?P<what>[a-záéíóúñ]+))"),
    ),
)
