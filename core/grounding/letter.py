"""An email's plain text in its three pieces: greeting, paragraphs, closing."""

import re
from dataclasses import dataclass

from core.sentences import sentences, word_set, words

GREETING_WORDS = word_set(
    """
    hi hello hey dear good morning afternoon evening day greetings there team all everyone sir madam or and
    colleagues guten tag morgen abend hallo moin servus grüß gott grüezi liebe lieber liebes sehr geehrte geehrter
    geehrtes damen und herren herr frau zusammen bonjour bonsoir salut cher chère chers chères madame monsieur
    mesdames messieurs à tous toutes et hola buenos días buenas tardes buen día estimado estimada estimados
    estimadas señor señora señores equipo a todos ciao buongiorno salve gentile olá bom dia boa tarde beste
    geachte hej
    """
)
_OPENING = word_set(
    """
    hi hello hey dear greetings guten hallo moin servus grüß grüezi liebe lieber liebes sehr bonjour bonsoir salut
    cher chère chers chères madame monsieur mesdames hola buenos buenas buen estimado estimada estimados estimadas
    ciao buongiorno salve gentile olá bom boa beste geachte hej good
    """
)
_SIGN_OFF = re.compile(
    r"(?:(?:all the |kind |best |warm |many )?"
    r"(?:best|regards|wishes|thanks|thank you|cheers|sincerely|yours(?: sincerely)?)"
    r"|(?:mit |viele |beste |freundliche |herzliche |schöne |liebe |besten |freundlichen )+"
    r"gr(?:ü|ue)(?:ß|ss)en?(?: aus \w+)?"
    r"|gruß|vg|mfg|cordialement|bien (?:à vous|cordialement)|meilleures salutations|sincères salutations|à bientôt"
    r"|(?:un |muchos |cordiales )?saludos?(?: cordial(?:es)?)?|atentamente|cordialmente|gracias|merci|danke)[,.!]?",
    re.IGNORECASE,
)
_CJK_GREETING = re.compile(r"様|さま|您好|你好|こんにちは|はじめまして|お世話")


@dataclass(frozen=True)
class Letter:
    """The pieces of an email's plain text; missing pieces are empty."""

    greeting: str
    paragraphs: tuple[str, ...]
    closing: str

    @property
    def prose(self) -> str:
        """Return what is said between greeting and closing."""
        return "\n\n".join(self.paragraphs)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return the sentences between greeting and closing."""
        return sentences(self.prose)

    @property
    def body(self) -> str:
        """Return the email as one text again, pieces and paragraphs a blank line apart."""
        return "\n\n".join(piece for piece in (self.greeting, *self.paragraphs, self.closing) if piece)


def read_letter(body: str, sender_name: str = "") -> Letter:
    """Return the pieces of an email; `sender_name` is the signature where it is no placeholder."""
    lines = [line.strip() for line in body.strip().splitlines()]
    start = 1 if lines and is_greeting(lines[0]) else 0
    signs = (at for at in range(start, len(lines)) if at and _signs(lines[at], sender_name))
    end = next(signs, len(lines))
    prose = "\n".join(lines[start:end])
    paragraphs = tuple(part.strip() for part in re.split(r"\n{2,}", prose) if part.strip())
    return Letter(lines[0] if start else "", paragraphs, "\n".join(lines[end:]).strip())


def is_greeting(line: str) -> bool:
    """Return whether a line greets: a short one that opens with a greeting, or stops at a comma after a name."""
    said = words(line)
    if not 0 < len(said) <= 8 or line.endswith(("?", ".")):
        return bool(_CJK_GREETING.search(line)) and len(line) <= 30
    opens = said[0].lower() in _OPENING
    named = said[0].startswith("{{") and line.endswith((",", "!", ":", "，", "："))
    return opens or named or bool(_CJK_GREETING.search(line))


def _signs(line: str, sender_name: str) -> bool:
    """Return whether the closing starts at this line."""
    plain = line.strip(" ,.-–—")
    return plain == "{{sender_name}}" or bool(sender_name and plain == sender_name) or bool(_SIGN_OFF.fullmatch(line))
