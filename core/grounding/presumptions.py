"""Sentences that claim to know something about the recipient: nobody has read a recipient, so they are never true."""

import re
from functools import lru_cache

_YOU = r"(?:you(?:r|'re|'ve)?|{{company}}|{{first_name}})(?!\w)"
_ENGLISH = (
    r"\bI(?:'ve| have)? (?:just |recently )?(?:saw|see|seen|noticed|notice|read|spotted|heard|found|loved|enjoyed)"
    rf"(?: on linkedin| online)?(?: that| about| how)? {_YOU}",
    rf"\bI(?:'ve| have)? (?:just |recently )?(?:came across|stumbled (?:on|upon|across)|looked at|checked out) {_YOU}",
    rf"\b(?:saw|noticed|read) (?:that )?{_YOU}",
    r"\b(?:congratulations|congrats|kudos|well done)\b",
    r"\b(?:impressed|inspired|intrigued) (?:by|with) (?:you|{{company}}|how|what)",
    r"\byou(?:'ve| have)? (?:recently|just) \w+(?:ed|t|n)\b|\byour recent\b",
    r"\byour latest (?:post|article|round|funding|launch|hire)",
    r"(?:\byou(?:'re| are)|{{company}} is) (?:currently |now )?"
    r"(?:hiring|expanding|growing|struggling|rolling out|opening|raising|looking for)\b",
    r"\b(?:your|{{company}}'s) (?:new )?"
    r"(?:funding|series [a-e]|acquisition|expansion|job posting|linkedin post|growth)\b",
    r"\bas (?:the|a|an) (?:\w+ )?(?:leader|expert|pioneer) (?:in|of|at)\b",
)
_GERMAN = (
    r"\bich habe (?:gerade |kürzlich |neulich )?(?:gesehen|gelesen|bemerkt|gehört|mitbekommen)\b",
    r"\b(?:mir|uns) ist aufgefallen\b|\bglückwunsch\b|\bgratul|\bbeeindruckt (?:von|hat)\b",
    r"\bIhr(?:e[nrm]?)? (?:jüngste|neueste|letzte|aktuelle)[nrs]? ",
    r"\bSie (?:haben|sind) (?:gerade|kürzlich|vor kurzem|derzeit|aktuell) ",
    r"\bSie (?:suchen|stellen|expandieren|wachsen) (?:gerade|derzeit|aktuell)",
)
_FRENCH = (
    r"\bj'ai (?:vu|lu|remarqué|noté|découvert|appris)\b|\bfélicitations\b|\bbravo\b|\bimpressionnée? par\b",
    r"\bvous (?:avez|venez) (?:récemment|de lever|de recruter|d'ouvrir|de lancer)\b|\bvotre (?:récente?|dernière?) ",
)
_SPANISH = (
    r"\bhe (?:visto|leído|notado|observado)\b|\bvi que\b|\bnoté que\b",
    r"\bme (?:he fijado|impresion\w+|llamó la atención)\b",
    r"\b(?:felicidades|enhorabuena|felicitaciones)\b|\b(?:su|tu) reciente\b|\b(?:acaba|acabas|acaban) de\b",
    r"\b(?:está|están|estás) (?:contratando|creciendo|expandiendo)",
)
_ITALIAN = (
    r"\b(?:ho|abbiamo) (?:visto|letto|notato|saputo|scoperto|appreso|osservato)\b|\bcomplimenti\b|\bfelicitazioni\b",
    r"\bmi (?:ha|hanno) colpito\b|\b(?:colpit|impressionat)[oaie] d(?:a|al|alla|alle|ai)\b",
    r"\b(?:la|il|le|i) (?:su[ao]|vostr[oa]|suoi|vostre|vostri) (?:recent[ei]|ultim[oaie])\b",
    r"\b(?:avete|lei ha) (?:appena|recentemente|da poco)\b|\bstate (?:assumendo|crescendo|cercando|aprendo)\b",
)
_PRESUMES = re.compile("|".join((*_ENGLISH, *_GERMAN, *_FRENCH, *_SPANISH, *_ITALIAN)), re.IGNORECASE)
# A loss, stated of the reader's people or company as a fact.
_LOSES = re.compile(
    r"(?<!\w)(?:you(?:'re| are)|(?:your|{{company}}'s) (?:\w+ ){1,3}?(?:is|are)|{{company}} is) (?:\w+ )?"
    r"(?:losing|wasting|missing out|overpaying|bleeding|leaking|burning|falling behind|paying too much|leaving money)\b"
    r"|(?<!\w)(?:you|(?:your|{{company}}'s) (?:\w+ ){1,3}?|{{company}} )\b ?(?:\w+ly )?"
    r"(?:loses?|wastes?|overpays?|bleeds?|pays? too much|leaves? money|miss(?:es)? out)\b"
    r"|(?:\bSie|\bIhre? (?:\w+ ){1,2}?|{{company}}) ?(?:verlier(?:t|en)|verschwende(?:t|n)|verschenk(?:t|en)"
    r"|vergeude(?:t|n)|verpass(?:t|en)|zahl(?:t|en) zu viel)\b"
    r"|\b(?:verlier(?:t|en)|verschwende(?:t|n)|verschenk(?:t|en)|vergeude(?:t|n)|verpass(?:t|en)) "
    r"(?:\bSie\b|\bIhre? \w+|{{company}})"
    r"|(?:\bvous|\bvo(?:tre|s) (?:[\w']+ ){1,3}?|{{company}}) ?"
    r"(?:per(?:d|dent|dez)|gaspill(?:e|ent|ez)|rat(?:e|ent|ez)|pa(?:ie|ient|yez) trop|passez à côté)\b"
    r"|(?:\busted(?:es)?|\b(?:su|tu)s? (?:\w+ ){1,3}?|{{company}}) ?"
    r"(?:pierden?|desperdician?|malgastan?|pagan? de más|están? (?:perdiendo|desperdiciando|malgastando))\b"
    r"|(?:\bvoi|\b(?:su[ao]|suoi|sue|vostr[aeio]) (?:\w+ ){1,3}?|{{company}}) ?"
    r"(?:perd(?:e|ono|ete)|sprec(?:a|ano|ate)|st(?:a|anno|ate) (?:perdendo|sprecando))\b"
    r"|\bstate (?:perdendo|sprecando)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|when|whenever|where|while|before|until|unless|so|that|who|which|wenn|falls|bevor|ob|dass|damit|wo|sodass"
    r"|si|quand|lorsque|où|que|qui|avant|afin|cuando|donde|para|antes|se|quando|dove|che|perché|prima)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|less|fewer|nicht|nichts|nie|kein\w*|weniger|ne|n'|pas|rien|jamais|aucune?"
    r"|moins|nada|nunca|ning\w+|menos|non|nulla|niente|mai|nessun\w*|meno)\b",
    re.IGNORECASE,
)
_CONGRATULATES = re.compile(
    r"congrat|glückwunsch|félicitations|enhorabuena|felicidades|complimenti|felicitazioni", re.IGNORECASE
)
_CONDITIONAL = re.compile(
    r"\s*(?:if|when|whenever|wenn|falls|sobald|si|quand|lorsque|cuando|se|quando)\b", re.IGNORECASE
)


@lru_cache(maxsize=8192)  # a sentence is examined again when it is scored
def presumes(sentence: str) -> bool:
    """Return whether a sentence states something about the recipient as known; conditions and questions do not."""
    plain = sentence.replace("’", "'")
    if _CONDITIONAL.match(plain) or plain.rstrip().endswith("?"):
        return bool(_CONGRATULATES.search(plain))
    return bool(_PRESUMES.search(plain)) or _states_a_loss(plain)


def _states_a_loss(sentence: str) -> bool:
    """Return whether a sentence says as a fact that the recipient loses something, not supposing or denying it."""
    return any(
        not _SUPPOSED.search(sentence[: loss.start()])
        and not _NEGATED.search(f"{loss.group()} {' '.join(sentence[loss.end() :].split()[:3])}")
        for loss in _LOSES.finditer(sentence)
    )
