"""Tell what of a page its readers see, and what part of the page it is."""

import re
from collections.abc import Mapping
from typing import Literal

Attributes = Mapping[str, str | None]
Part = Literal["nav", "footer", "form", "banner", "aside", "quote", "cite", "sample", "code", "button"]
"""nav, footer, form, aside: as HTML has them. banner: cookie notices and other dialogs. quote: somebody else's words.
cite: whose words. sample: a mock-up of the product with invented data. code: preformatted. button: a control."""

UNREAD_TAGS = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "video",
        "audio",
        "map",
        "head",
        "select",
        "textarea",
        "input",
        "option",
        "datalist",
        "progress",
        "meter",
        "title",
    ]
)

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0*(?:\.0+)?(?:px|em|rem|pt|"
    r"%)?\s*(?:[;!}]|$)"
    r"|(?<![\w-])(?:max-)?(?:width|height)\s*:\s*0(?:px|em|rem|%)?\s*(?:[;!}]|$)"
    r"|(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|em|rem|vw)"
    r"|clip\s*:\s*rect\(\s*0|(?<![\w-])color\s*:\s*transparent",
    re.IGNORECASE,
)
_INK = re.compile(r"(?<![\w-])color\s*:\s*([^;!}]+)", re.IGNORECASE)
_PAPER = re.compile(r"background(?:-color)?\s*:\s*([^;!}]+)", re.IGNORECASE)
_HIDDEN_NAME = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|d-none|is-hidden)(?:$|\s)")
_CONDITIONAL_RULES = re.compile(r"@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_PLAIN_SELECTOR = re.compile(r"[a-z0-9]*([.#][\w-]+)")

_PART_OF_TAG: dict[str, Part] = {
    "nav": "nav",
    "footer": "footer",
    "form": "form",
    "aside": "aside",
    "blockquote": "quote",
    "cite": "cite",
    "pre": "code",
    "code": "code",
    "button": "button",
    "dialog": "banner",
}
_PART_OF_ROLE: dict[str, Part] = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "contentinfo": "footer",
    "dialog": "banner",
    "alertdialog": "banner",
    "button": "button",
}
_PART_OF_NAME: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("banner", re.compile(r"cookie|consent|gdpr|dsgvo|ccpa|onetrust|cmp-|newsletter-?(?:popup|modal)|rgpd")),
    ("nav", re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|skip(?:-?link)?|topbar)(?:$|[\s_-])")),
    ("footer", re.compile(r"(?:^|[\s_-])(?:site-?footer|page-?footer|footer|colophon)(?:$|\s)")),
    (
        "quote",
        re.compile(
            r"testimonial|(?:^|\s)(?:(?:block|pull|customer|client)-?)?(?:quote|review|zitat|kundenstimme|"
            r"temoignage|opinion)(?:s|n|es|-text)?(?:$|\s)"
        ),
    ),
    (
        "sample",
        re.compile(
            r"(?:^|[\s_-])(?:mock-?up|mock|demo|sample|dashboard|screenshot|preview|placeholder|skeleton|"
            r"widget-?preview)(?:$|[\s_-])"
        ),
    ),
)
_SAMPLE_LABEL = re.compile(
    r"\b(?:sample|mock-?up|example|demo|beispiel|muster|exemple|ejemplo|capture d.écran|screenshot)\b", re.I
)


def hiding_names(style_sheets: str) -> frozenset[str]:
    """Return the classes (`.x`) and ids (`#x`) that a page's own style sheets hide in all cases."""
    plain = _CONDITIONAL_RULES.sub("", style_sheets)
    names: set[str] = set()
    for selectors, declarations in _RULE.findall(plain):
        if is_hiding(declarations):
            found = (_PLAIN_SELECTOR.fullmatch(selector.strip()) for selector in selectors.split(","))
            names.update(match[1] for match in found if match)
    return frozenset(names)


def is_hiding(declarations: str) -> bool:
    """Tell whether CSS declarations make text invisible. Opacity does not count: animations start from it."""
    if _HIDING.search(declarations):
        return True
    ink, paper = _INK.search(declarations), _PAPER.search(declarations)
    return bool(ink and paper and ink[1].strip().lower() == paper[1].strip().lower())


def is_hidden(tag: str, attributes: Attributes, hidden_names: frozenset[str]) -> bool:
    """Tell whether an element is not shown to readers."""
    if tag == "dialog":
        return "open" not in attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style and is_hiding(style):
        return True
    names, identity = attributes.get("class") or "", attributes.get("id") or ""
    if names and _HIDDEN_NAME.search(names):
        return True
    return bool(hidden_names) and (
        f"#{identity}" in hidden_names or any(f".{name}" in hidden_names for name in names.split())
    )


def part_of(tag: str, attributes: Attributes, within: frozenset[Part]) -> Part | None:
    """Return the part of the page that begins with this element, if one does."""
    if "quote" in within and tag in ("footer", "figcaption", "address"):
        return "cite"
    if tag in _PART_OF_TAG:
        return _PART_OF_TAG[tag]
    role = _PART_OF_ROLE.get(attributes.get("role") or "")
    if role or not attributes:
        return role
    if _SAMPLE_LABEL.search(attributes.get("aria-label") or "") and tag in ("figure", "div", "section", "img"):
        return "sample"
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    return next((part for part, pattern in _PART_OF_NAME if pattern.search(name)), None) if name.strip() else None
