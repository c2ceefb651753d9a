"""Tell automatic replies from people's: eight to fifteen of a hundred replies in holiday time are automatic."""

import re
from collections.abc import Mapping

_SUBJECT = re.compile(
    r"^\s*(?:(?:re|aw|fwd?|wg|sv|rif|réf|ref|res|tr)\s*:\s*)*"
    r"(?:\[?auto(?:matic)?[- ]?(?:reply|response)\b|out of (?:the )?office\b|autoreply\b|"
    r"automatische antwort\b|abwesenheits|abwesend\b|r[ée]ponse automatique\b|absence du bureau\b|"
    r"respuesta autom[áa]tica\b|fuera de la oficina\b|risposta automatica\b|fuori (?:sede|ufficio)\b|"
    r"resposta autom[áa]tica\b|automatisch antwoord\b)",
    re.IGNORECASE,
)
"""How mail programs begin the subject of an automatic reply, in the languages that we write and two beside them."""


def automatic_because(headers: Mapping[str, str], subject: str) -> str | None:
    """Return why a reply is automatic, or None where nothing says so.

    `X-Auto-Response-Suppress` is no mark: it asks others not to answer automatically, and people's mail carries it.
    """
    given = {name.lower(): value.strip().lower() for name, value in headers.items()}
    # RFC 3834, section 5: absent or "no" is a person's; every other value is a machine's.
    submitted = given.get("auto-submitted", "no").split(";")[0].strip()
    if submitted not in ("no", ""):
        return f"Auto-Submitted: {submitted}"
    for name in ("x-autoreply", "x-autorespond"):
        if given.get(name, "no") != "no":
            return f"it carries {name}"
    if given.get("precedence") in ("auto_reply", "bulk"):
        return f"Precedence: {given['precedence']}"
    if given.get("return-path") in ("", "<>"):
        return "its return path is empty"
    return "its subject is that of an automatic reply" if _SUBJECT.match(subject or given.get("subject", "")) else None
