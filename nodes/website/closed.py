"""Tell which passages are not told to buyers."""

from nodes.website.asides import is_aside
from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.distrust import gives_orders
from nodes.website.labels import words_before_colon
from nodes.website.passages import Passage
from nodes.website.roles import PageRole
from nodes.website.sentences import split_sentences

_LOOKING_FOR = Cue(
    r"(?:we(?:’re| are) (?:hiring|looking for an?\b)|wir suchen (?:eine?n?|zwei|drei|weitere|verstärkung)\b|"
    r"nous (?:cherchons|recherchons|recrutons) (?:une?|des|deux|trois)\b|buscamos\b|cerchiamo\b|assumiamo\b)"
)
_MAX_ADVERT_WORDS = 16


def is_closed(passage: Passage, role: PageRole, cues: Cues) -> bool:
    """Tell whether a passage speaks to others than buyers, of what is not sold, or to a machine."""
    heading = passage.heading
    if gives_orders(passage.text) or cues.not_for.search(heading) or cues.not_for.match(passage.text):
        return True
    if any(cues.jobs_heading.search(above) for above in passage.headings) or _is_advert(passage, cues):
        return True
    if passage.text.endswith(("…", "...")):
        return True  # the beginning of an article
    if cues.entry.search(heading):
        return False
    if any(map(is_aside, passage.headings)):
        return True
    if role == "contact":
        closed = cues.supplier_heading.search(heading) and not heading.lower().startswith(("contact", "kontakt"))
        return bool(closed or cues.legal.search(heading))
    return bool(cues.supplier_heading.search(heading))


def _is_advert(passage: Passage, cues: Cues) -> bool:
    """Tell whether a paragraph's label or first sentence looks for staff: what follows is pay and benefits."""
    label = words_before_colon(passage.text)
    if label and cues.jobs_heading.search(label):
        return True
    first = next(iter(split_sentences(passage.text)), "")
    if _LOOKING_FOR.match(first) and len(first.split()) <= _MAX_ADVERT_WORDS:
        return True
    return passage.form != "heading" and bool(cues.jobs.search(first))
