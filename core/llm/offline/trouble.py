# ruff: noqa: E501 - one language per line reads better than a broken one
"""Tell whether a text speaks of trouble: what is late, lost, missing, waiting, or asked as `Sound familiar?`"""

import re

_SIGNS = re.compile(
    r"\?"
    r"|\b(?:no|not|nobody|nothing|never|no longer|cannot|can't|only|too|without|late|later|lost|lose\w*|wait\w*|wrong|fail\w*|break\w*|broken|block\w*|stop\w*|cost\w*|miss\w*|short|slow|reject\w*|delay\w*|overtime|expensive|problem\w*|trouble|risk\w*|fault\w*|leak\w*|waste\w*|damage\w*|unread|by hand|spreadsheet\w*|guess\w*|undercut\w*|drift\w*|expire\w*|empty|hard|difficult|instead|cheapest|limit\w*|why)\b"
    r"|\b(?:nicht|kein\w*|niemand\w*|nie|nur|zu spät|ohne|fehlt|fehlen|verlier\w*|verloren|wart\w*|steht|stehen|ausfäll\w*|ausfall\w*|kostet|kosten|verzog\w*|problem\w*|fehler\w*|schad\w*|verspät\w*|teuer|selten|abfall|ausschuss|risik\w*|mangel\w*|excel|papier|gesperrt|warum|blockier\w*|allein)\b"
    r"|\b(?:ne|n['’]\w+|pas|plus|jamais|personne|rien|sans|trop|tard|retard\w*|attend\w*|attente|perd\w*|panne\w*|bloqu\w*|coût\w*|problème\w*|risque\w*|fuite\w*|défaut\w*|expir\w*|manque\w*|tiroir|pourquoi|mouillé)\b"
    r"|\b(?:no|nunca|nadie|nada|sin|solo|tarde|retras\w*|espera\w*|pierd\w*|perd\w*|falla\w*|rechaz\w*|cuesta\w*|problema\w*|riesgo\w*|demasiad\w*|basura|parad[ao]s?|por qué|falta)\b"
    r"|\b(?:non|mai|nessuno|niente|senza|troppo|tardi|ritard\w*|aspett\w*|perd\w*|guast\w*|ferm\w*|costa\w*|problem\w*|rischi\w*|manca\w*|mezza giornata)\b",
    re.I,
)


def troubling(text: str) -> bool:
    """Tell whether a text names a trouble in any of the languages."""
    return bool(_SIGNS.search(text))
