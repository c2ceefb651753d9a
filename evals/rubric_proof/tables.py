"""The proof as tables, for the terminal and for `docs/rubric_proof.md`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.table import Table as RichTable

from core.pack import PART_NAMES
from evals.rubric_proof.confusion import Disguise, Trial, disguises, trials
from evals.rubric_proof.defects import DEFECTS
from evals.rubric_proof.packs import good_packs, quality
from evals.rubric_proof.swap import Swap, swaps

_LANGUAGES = ("en", "de", "fr", "es", "it")
_REJECTED: tuple[tuple[str, Callable[[Swap], bool]], ...] = (
    ("the whole pack, by the rubric", lambda swap: swap.pack),
    ("the first email, by the rubric", lambda swap: swap.outreach),
    ("the first email, by specificity alone", lambda swap: swap.by_specificity),
    ("the follow-up, by the rubric", lambda swap: swap.follow_up),
    ("the subject lines, by the rubric", lambda swap: swap.subject_lines),
    ("what grounding leaves of the first email", lambda swap: swap.outreach_as_sent),
    ("what grounding leaves of the follow-up", lambda swap: swap.follow_up_as_sent),
)


@dataclass(frozen=True)
class Table:
    """Rows under a head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def markdown(self) -> str:
        """Return the table as Markdown, its title as a heading."""
        lines = (self.head, ("---",) * len(self.head), *self.rows)
        return f"## {self.title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)

    @property
    def rich(self) -> RichTable:
        """Return the table for a terminal."""
        table = RichTable(*self.head, title=self.title)
        for row in self.rows:
            table.add_row(*row)
        return table


def tables() -> tuple[Table, ...]:
    """Return every table of the proof."""
    return _good(), _by_language(), _by_defect(), _swapped(), _disguised()


def _good() -> Table:
    """Return the scores of the good packs."""
    rows = []
    for pack in good_packs():
        scored = quality(pack)
        rows.append((pack.name, pack.language, *(str(scored.part(part).score) for part in PART_NAMES)))
    return Table("Good packs", ("pack", "language", "subject lines", "first email", "follow-up"), tuple(rows))


def _by_language() -> Table:
    """Return how many defects are caught, per language and in all."""
    rows = [
        _trial_row(language, (one for one in trials() if one.campaign.language == language)) for language in _LANGUAGES
    ]
    return Table(
        "Single defects by language",
        ("language", "packs with a defect", "caught", "by the criterion meant", "noticed by it"),
        (*rows, _trial_row("all", trials())),
    )


def _by_defect() -> Table:
    """Return how many packs with each defect are caught."""
    rows = (
        (defect.part, *_trial_row(defect.name, (one for one in trials() if one.defect is defect)), f"`{defect.meant}`")
        for defect in DEFECTS
    )
    head = ("part", "defect", "packs", "caught", "by the criterion meant", "noticed by it", "criterion meant")
    return Table("Single defects by kind", head, tuple(rows))


def _trial_row(name: str, some: Iterable[Trial]) -> tuple[str, ...]:
    found = tuple(some)
    looks = ([one.caught for one in found], [one.named for one in found], [one.noticed for one in found])
    return name, str(len(found)), *map(_share, looks)


def _swapped() -> Table:
    """Return what rejects the emails of one company on another's site."""
    near = [swap for swap in swaps() if swap.same_language]
    rows = (
        (name, _share([rejects(swap) for swap in near]), _share([rejects(swap) for swap in swaps()]))
        for name, rejects in _REJECTED
    )
    return Table("Swap test", ("rejected", "same language", "all ordered pairs"), tuple(rows))


def _disguised() -> Table:
    """Return what rejects emails that any company could send."""
    rows = [
        _disguise_row(language, [one for one in disguises() if one.language == language]) for language in _LANGUAGES
    ]
    head = ("language", "first email, by the rubric", "first email, by specificity alone", "follow-up, by the rubric")
    return Table("Emails of any company", head, (*rows, _disguise_row("all", list(disguises()))))


def _disguise_row(name: str, some: list[Disguise]) -> tuple[str, ...]:
    looks = ([one.outreach for one in some], [one.by_specificity for one in some], [one.follow_up for one in some])
    return name, *map(_share, looks)


def _share(found: list[bool]) -> str:
    return f"{sum(found)} of {len(found)}"
