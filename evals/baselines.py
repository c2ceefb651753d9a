"""The accepted figures of each model, and whether a run fell below them."""

from pathlib import Path
from typing import Literal

from pydantic import RootModel

from core.value import Value
from evals.figures import ALL, DIGITS, Figure, Figures
from evals.metrics import BY_KEY

BASELINES = Path(__file__).parent / "baselines.json"

Verdict = Literal["better", "same", "within", "worse", "missing", "new"]
"""within: worse, but inside the tolerance. missing: accepted once and no longer measured. new: never accepted."""


class Baseline(Value):
    """What was accepted for one model."""

    data: str
    """Digest of datasets and sites; figures compare only on the same."""
    means: dict[str, dict[str, float]]
    """By metric, then by language or `all`."""


class Baselines(RootModel[dict[str, Baseline]]):
    """The baselines by the model's name."""

    @classmethod
    def read(cls, file: Path = BASELINES) -> "Baselines":
        """Read the file; none are accepted where there is no file."""
        return cls.model_validate_json(file.read_text("utf-8")) if file.is_file() else cls({})

    def accept(self, model: str, data: str, figures: Figures) -> "Baselines":
        """Return the baselines with those of one model replaced."""
        return Baselines({**self.root, model: baseline_of(data, figures)})

    def write(self, file: Path = BASELINES) -> None:
        """Write the file, in an order that shows well in a diff."""
        file.write_text(self.model_dump_json(indent=1) + "\n", "utf-8")


class Change(Value):
    """One figure beside its baseline."""

    metric: str
    language: str
    was: float | None
    now: float | None
    allowed: float
    """How much worse it may be."""
    verdict: Verdict

    @property
    def fails(self) -> bool:
        """Return whether the run fails because of it."""
        return self.verdict in ("worse", "missing")


def baseline_of(data: str, figures: Figures) -> Baseline:
    """Return the figures that may become a baseline: those that are better higher or lower."""
    kept = {key: row for key, row in figures.items() if BY_KEY[key].better != "neither"}
    return Baseline(data=data, means={key: {name: one.mean for name, one in row.items()} for key, row in kept.items()})


def changes(figures: Figures, baseline: Baseline) -> tuple[Change, ...]:
    """Compare every figure that is measured or accepted."""
    measured = baseline_of(baseline.data, figures).means
    found = []
    for key in dict.fromkeys((*measured, *baseline.means)):
        now, was = measured.get(key, {}), baseline.means.get(key, {})
        for language in dict.fromkeys((*now, *was)):
            allowed = tolerated(key, figures.get(key, {}), language)
            found.append(_change(key, language, was.get(language), now.get(language), allowed))
    return tuple(found)


def tolerated(key: str, row: dict[str, Figure], language: str) -> float:
    """Return how much worse a figure may be.

    A language may lose as much in all as the whole may: the same loss weighs more in a mean of fewer examples.
    """
    drop = BY_KEY[key].tolerance.drop if key in BY_KEY else 0.0
    if language not in row or ALL not in row:
        return drop
    return round(drop * row[ALL].examples / row[language].examples, DIGITS)


def _change(key: str, language: str, was: float | None, now: float | None, allowed: float) -> Change:
    """Return one figure beside its baseline."""
    return Change(
        metric=key, language=language, was=was, now=now, allowed=allowed, verdict=_verdict(key, was, now, allowed)
    )


def _verdict(key: str, was: float | None, now: float | None, allowed: float) -> Verdict:
    if now is None:
        return "missing"
    if was is None:
        return "new"
    gain = round(now - was if BY_KEY[key].better == "higher" else was - now, DIGITS)
    if gain >= 0:
        return "better" if gain else "same"
    return "within" if -gain <= allowed else "worse"
