"""Recognise what must never become a fact, whoever wrote it: orders to machines, links, contact data, template code."""

import re
from functools import lru_cache

from core.grounding.orders import STUTTER
from core.placeholders import ANY_TAG
from nodes.website.cue import Cue

_MACHINES = (
    r"(?:AIs?|A\.I\.|LLMs?|GPT(?:-?\d)?|ChatGPT|Claude|Gemini|Copilot|(?:large )?language models?|"
    r"AI (?:assistants?|agents?|models?|writers?|tools?|systems?)|chat ?bots?|assistants?|KI(?:-\w+)?|IA|"
    r"Sprachmodelle?|modèles? de langage|modelos? de lenguaje|crawlers?|scrapers?)"
)
_TOLD = (
    r"(?:instructions?|prompts?|rules?|guidelines|directives?|commands?|anweisung(?:en)?|anleitung(?:en)?|"
    r"vorgaben|regeln|consignes?|règles|instrucciones|indicaciones|reglas|órdenes|istruzioni|instruções|"
    r"instructies|инструкц\w*)"
)
_EARLIER = (
    r"(?:previous|prior|above|earlier|preceding|foregoing|all|any|your|these|system|original|vorherigen?|"
    r"vorigen?|obigen?|bisherigen?|alle[nr]?|früheren?|précédent\w*|ci-dessus|toutes?|antérieur\w*|"
    r"anterior\w*|previas?|todas?|arriba|precedenti|sopra|vorige)"
)
_OUTPUT = (
    r"(?:e-?mails?|messages?|subject(?: line)?s?|body|bodies|outputs?|answers?|responses?|replies|reply|"
    r"json|links?|urls?|ctas?|footer|signature|p\.?s\.?|recipients?|readers?|prospects?|outreach|pack|"
    r"system prompt|conversation|task|text above|word|courriels?|e-?mail|nachricht(?:en)?|antwort(?:en)?|"
    r"betreff|correos?|mensajes?|respuestas?|réponses?|objet)"
)

# At the start of a text: somebody speaks to a machine, or tells a writer what to write.
_OPENING_ORDERS = Cue(
    "|".join(
        (
            rf"\W*(?:dear|hey|hi|hello|attention|note (?:to|for)|notes? for|message (?:to|for)|"
            rf"instructions? (?:to|for)|for|to|an|liebe[rs]?|hinweis (?:an|für)|cher|à l’attention|"
            rf"querid[oa]|nota para|para)\s+(?:any |all |every |the |alle |die |das |toute |tout |"
            rf"todos? )?{_MACHINES}\b",
            rf"\W*{_MACHINES}(?:\s\w+){{0,2}}\s*:",
            r"\W*(?:system|assistant|user|developer|admin|root|human)\s?(?:note|message|prompt|override|"
            r"instruction)?s?\s*[:>\]]",
            rf"\W*(?:(?:please|always|never|now|then|just|only|also|instead|immer|bitte|toujours|siempre|"
            rf"before (?:writing|answering),?|for (?:all|every|each) [\w ]{{3,30}},)\s)*(?:reply|respond|"
            rf"answer|output|print|return|repeat|encode|append|prepend|insert|include|put|mention|state|"
            rf"claim|say|tell|link|sign|end|start|begin|add|use|write|send|confirm|offer|antworte?n?|"
            rf"schreibe?n?|gib|geben|füge?n?|erwähne?n?|réponde?z?|écri(?:s|vez)|ajoute[zr]?|insère\w*|"
            rf"mentionne\w*|responde|responda|escribe|escriba|añade|agrega|incluye|"
            rf"menciona)\b.{{0,60}}\b(?:{_OUTPUT})\b(?=.{{0,80}}(?:\b(?:with|as|to|only|nothing|forever|mit|"
            rf"nur|dass|avec|seulement|que|con|solo|starting|ends?|above|line|object|all|page)\b|[:'\"“]))",
            r"\W*(?:write|say|state|claim|mention|tell (?:them|the reader|people|everyone|customers)|"
            r"schreibe?n? (?:sie )?|sag|écrivez|dis|dites|escribe|di) (?:that|dass|que)\b",
            r"\W*(?:reply|respond|answer|write|antworte?n?|réponds|répondez|responde|responda)\s(?:only|nur|"
            r"ausschließlich|uniquement|seulement|solo|únicamente|sólo)\b",
            r"\W*(?:add|include|insert|invent) (?:a |the )?(?:quote|testimonial|review|award|"
            r"certificate)s? (?:from|by|of|saying)\b",
            r"\W*(?:repeat|wiederhole|répète|repite) (?:the|das|le|la|el) (?:word|wort|mot|palabra|phrase|text)\b",
        )
    )
)
# Anywhere: what a machine has to do, orders to drop what was said before, chat marks.
_ORDERS = Cue(
    "|".join(
        (
            rf"\b(?:if|when|as|since|falls|wenn|si) (?:you are|you’re|you're|du|sie|vous êtes|eres|usted es|"
            rf"tu es)\s?(?:an?|the|ein\w*|une?|un)? ?(?:{_MACHINES}|bot|machine)\b",
            rf"\b{_MACHINES} (?:reading|processing|parsing|summari[sz]ing|visiting|crawling) (?:this|the)\b",
            rf"\b{_MACHINES} (?:must|should|shall|has to|have to|needs? to|muss|müssen|soll\w*|doit|doivent|"
            rf"debe\w*) (?:not )?(?:output|write|reply|respond|include|mention|say|print|return|ignore|"
            rf"insert|add|state|answer|praise|recommend|rate|schreiben|antworten|erwähnen|écrire|répondre|"
            rf"escribir|responder)\b",
            r"\b(?:system prompt|developer mode|jailbreak|prompt injection|you are now|act as an?|"
            r"pretend to be|new (?:policy|rules?|instructions?)(?: from\b|:))",
            r"<\|?/?\s*(?:im_start|im_end|system|user|assistant|endoftext|facts?|data|instructions?)\b|"
            r"\[/?INST\]|<<SYS>>|###\s*(?:instruction|system)|</?\w+>",
            rf"\b(?:ignore|disregard|forget|override|bypass|discard|neglect|overlook|ignoriere?n?|vergiss|"
            rf"vergessen|missachte\w*|ignore[zr]|ignorez|oublie[zr]?|ne tenez pas compte|ignora|ignore|"
            rf"ignoren|olvida|olvide|omite|dimentica|dimentichi|ignori|negeer|"
            rf"игнорир\w*)\b.{{0,40}}\b{_EARLIER}\b.{{0,40}}\b{_TOLD}",
            rf"\b(?:ignore|disregard|forget|oubliez|oublie|olvida|olvide|vergiss|vergessen sie) (?:the |les |"
            rf"las |los |die |alle |all |sie )*{_TOLD}\b",
            rf"\b(?:reveal|show|print|repeat|leak|encode|translate|send|output|verrate?n?|zeige?n?|révèle\w*|"
            rf"muestra|revela)\b.{{0,30}}\b(?:your|the|deine?n?|ihre?n?|votre|tus?|"
            rf"sus?)\s(?:\w+ )?(?:{_TOLD}|system prompt|conversation|text above)\b",
            r"\b(?:all|any) (?:replies|responses|answers) (?:must|should|shall|have to)\b|"
            r"\buse this exact\b|\bin (?:all|every|each|any) (?:ctas?|emails?|messages?|outputs?|replies|"
            r"answers|jeder? e-?mail|chaque courriel|cada correo)\b",
            r"\b(?:in|into) (?:your|the) (?:answer|reply|response|output|summary|first email|email body|"
            r"subject line)\b|\bto (?:each|every|chaque|jede) (?:e-?mail|courriel)\b",
        )
    )
)
# Companies that sell writing tools say "Write better emails"; an order says what to put into them.
_LINK = Cue(
    r"https?:|www\.|//\w|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|co|ai|app|dev|info|biz|eu|de|at|ch|fr|es|"
    r"it|nl|be|pl|se|no|dk|fi|uk|us|ca|mx|ar|cl|br|ru|cn|xyz|shop|online|site|example|ly|gl|test)\b(?!\w)|"
    r"javascript:|data:"
)
_ADDRESS = Cue(r"\S@\S|\b[\w.]+\s?(?:\(at\)|\[at\]|\(ät\))\s?\w")
_PHONE = re.compile(
    r"(?:\+|\b00)\d{1,3}[\s./()-]*\d(?:[\s./()-]*\d){6,}|\(\d{2,5}\)\s?\d{3}|"
    r"\b0\d{1,4}[\s/.-]+\d{2,}(?:[\s/.-]*\d){3,}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b\d{3}-555-\d{4}\b|"
    r"\b0\d(?:[ .]\d\d){4}\b"
)
_CODE = re.compile(
    r"%[A-Z][A-Z_]{2,}%|\b\d{4}-\d\d-\d\d\b|\[\[|\]\]|\{\w*\}|\\[nrtux]|\bfunction\s*\(|=>|::|\bnull\b|\bundefined\b|\bNaN\b|"
    r"\{\s*\"|&[a-z]{2,6};|![\[(]|]\(|<[a-z/!]|on(?:click|load|error|mouseover)=|<\?",
)
_ENCODED = re.compile(
    r"[A-Za-z0-9+/_-]{36,}={0,2}|(?=[A-Za-z0-9+/]{24,}={0,2})(?=\S*\d)(?=\S*[A-Z])(?=\S*[a-z])\S{24,}"
)
_PLACEHOLDER = Cue(
    r"lorem ipsum|dolor sit amet|\bXXX|musterstra(?:ß|ss)e|mustermann|musterstadt|musterfirma|"
    r"your (?:company|business|brand|logo|name|text|tagline)(?: name)? here|^your company\b|placeholder|"
    r"platzhalter|"
    r"\bJohn Doe\b|\bJane Doe\b|hier (?:\w+ )?(?:einfügen|eintragen)|(?:insert|enter|add) (?:your|text) \w+|"
    r"votre (?:texte|entreprise) ici|tu texto aquí|kurze beschreibung|short description of your|"
    r"example (?:text|company|inc)\b|"
    r"just another wordpress|my website|untitled|hello world|sample (?:text|page)|test test|\[[^\]]{3,60}\]"
)
_MIXED_ALPHABETS = re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
_PRIVATE = Cue(r"\b(?:sick leave|cancer treatment|pregnan|krankgeschrieben|schwanger|arrêt maladie|baja médica)")
_KEPT_TEXTS = 512
_KEPT_LENGTH = 1_000


def gives_orders(text: str) -> bool:
    """Tell whether a text speaks to a machine or tells a writer what to write."""
    return (_gave_orders if len(text) <= _KEPT_LENGTH else _gives_orders)(text)


def _gives_orders(text: str) -> bool:
    return _OPENING_ORDERS.match(text) is not None or _ORDERS.search(text) is not None


_gave_orders = lru_cache(maxsize=_KEPT_TEXTS)(_gives_orders)  # each step that might quote a sentence asks about it


def is_placeholder(text: str) -> bool:
    """Tell whether a text is what a template came with, and nobody replaced."""
    return _PLACEHOLDER.search(text) is not None


def is_unquotable(text: str) -> bool:
    """Tell whether a text holds what no email may carry: links, contact data, code, text in disguise."""
    return any(
        pattern.search(text)
        for pattern in (_LINK, _ADDRESS, _PHONE, ANY_TAG, _CODE, _ENCODED, _MIXED_ALPHABETS, _PRIVATE, STUTTER)
    )


def is_untrusted(text: str) -> bool:
    """Tell whether a text must not become a fact."""
    return is_unquotable(text) or is_placeholder(text) or gives_orders(text)
