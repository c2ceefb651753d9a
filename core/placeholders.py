"""Merge fields as they are written inside: `{{snake_case}}`."""

import re

PLACEHOLDER = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}")

ANY_TAG = re.compile(r"\{\{.*?\}\}|\{\{|\}\}|\*\|.*?\|\*|\*\||\|\*|\{%.*?%\}|\{%|%\}|\$\{[^}]*\}|<%.*?%>", re.DOTALL)
"""Whatever a sending platform could take for a merge field or template code."""

FAMILIAR: dict[str, str] = {
    "first_name": "The recipient's first name",
    "last_name": "The recipient's last name",
    "company": "The recipient's company",
    "sender_name": "The name of the person who sends the email",
    "sender_title": "The sender's job title",
    "job_title": "The recipient's job title",
    "industry": "The recipient's industry",
    "city": "The recipient's city",
}
"""Descriptions of the merge fields that every sending platform knows."""

_FALLBACKS: dict[str, dict[str, str]] = {
    "en": {"first_name": "there", "company": "your company", "industry": "your industry"},
    "de": {"company": "Ihrem Unternehmen", "industry": "Ihrer Branche"},
    "fr": {"company": "votre entreprise", "industry": "votre secteur"},
    "es": {"company": "su empresa", "industry": "su sector"},
    "it": {"company": "la Sua azienda", "industry": "il Suo settore"},
}


def fallback(name: str, language: str) -> str:
    """Return what to write where a recipient has no value; empty where nothing fits in the email's language."""
    return _FALLBACKS.get(language, {}).get(name, "")


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of the placeholders in a text, each once, in order."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))


def without_tags(text: str) -> str:
    """Return a text of the site without anything that could act as a merge field in an email."""
    return " ".join(ANY_TAG.sub(" ", text).split())
