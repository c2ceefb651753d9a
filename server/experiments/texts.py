"""The texts of variants, for whoever sends them: given ones, or those of a campaign's pack."""

from collections.abc import Mapping

from core.pack import Pack
from core.value import Value
from experiments.variant import Variant


class Texts(Value):
    """What a variant says; null is what it leaves as it is."""

    subject_line: str | None = None
    outreach: str | None = None
    follow_up: str | None = None


def texts_of(variant: Variant, packs: Mapping[str, Pack]) -> Texts:
    """Return a variant's texts; those of a campaign that was deleted are gone with it."""
    if variant.campaign is None:
        return Texts(subject_line=variant.subject_line, outreach=variant.outreach, follow_up=variant.follow_up)
    pack = packs.get(variant.campaign)
    return _part(pack, variant.part) if pack else Texts()


def _part(pack: Pack, part: str) -> Texts:
    lines = pack.subject_lines
    match part:
        case "all":
            return Texts(subject_line=lines[0].text, outreach=pack.outreach.body, follow_up=pack.follow_up.body)
        case "outreach":
            return Texts(outreach=pack.outreach.body)
        case "follow_up":
            return Texts(follow_up=pack.follow_up.body)
        case _:
            return Texts(subject_line=lines[int(part[-1]) - 1].text)
