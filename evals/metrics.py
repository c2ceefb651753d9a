"""What is measured: every metric, what it means, where it comes from, and how much it may drop."""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Tolerance(NamedTuple):
    """How far a mean may get worse before the run fails, and why so far."""

    drop: float
    reason: str


NONE = Tolerance(0.0, "a promise of the product: not one company may break it")
ONE = Tolerance(0.07, "yes or no per company: one of sixteen may turn, two may not")
SHARE = Tolerance(0.03, "a share or a score per company: half of what one company of sixteen weighs")
SAMENESS = Tolerance(0.02, "about one run of a pack's 70; a sentence of a template is at least five")
GRADE = Tolerance(0.5, "half a school year: one syllable more in 60 words moves it by 0.2")
JUDGED = Tolerance(0.4, "our own choice, not measured: one point on two packs of five")


@dataclass(frozen=True)
class Metric:
    """One number per example, whose mean is compared with the baseline."""

    step: str
    name: str
    says: str
    source: str
    tolerance: Tolerance = SHARE
    better: Literal["higher", "lower", "neither"] = "higher"
    """neither: for information only, never a baseline."""

    @property
    def key(self) -> str:
        """Return the metric's full name."""
        return f"{self.step}.{self.name}"


_NOTES = "notes of a careful reader, made without seeing the product's output"
_PAGE = "visible text of the saved page, compared by code"
_RUBRIC = "the product's own rubric"
_PLAIN_CODE = "counted in the pack, by other code than the product's"


def _email(step: str, length: str) -> tuple[Metric, ...]:
    """Return the metrics of one email."""
    return (
        Metric(step, "score", "score of the part, 0 to 1", _RUBRIC),
        Metric(step, "passed", "the part passes", _RUBRIC, ONE),
        Metric(step, "quotes_stand", "share of claims whose quote stands verbatim on its page", _PAGE, NONE),
        Metric(step, "main_point_share", "share of the facts it uses that are main points", _NOTES),
        Metric(step, "never_avoided", "no claim rests on a sentence that must never be one", _NOTES, NONE),
        Metric(step, "length_in_band", length, "core/voice.py and nodes/quality/thresholds.py", ONE),
        Metric(
            step, "reading_grade", "grade of Flesch and Kincaid, English only", "Kincaid et al. 1975", GRADE, "lower"
        ),
    )


METRICS: tuple[Metric, ...] = (
    Metric("read_website", "main_points_found", "share of the main points that are among the facts", _NOTES),
    Metric(
        "read_website", "never_avoided", "share of the sentences that must never be claims and are no facts", _NOTES
    ),
    Metric("read_website", "name_right", "the company's name, legal form and case aside", _NOTES, ONE),
    Metric("infer_icp", "sectors_f1", "overlap (F1) of the buyers' NAICS sectors", _NOTES),
    Metric("infer_icp", "countries_exact", "the buyers' countries are exactly the noted ones", _NOTES, ONE),
    Metric("infer_icp", "not_own_sector", "the seller's own sector is not taken for a buyer's", _NOTES, ONE),
    Metric(
        "infer_icp", "persona_overlap", "best overlap (F1) of the first persona's title with the noted ones", _NOTES
    ),
    Metric("infer_icp", "evidence_stands", "share of filled fields with a quote that stands on its page", _PAGE),
    Metric("infer_icp", "agreement", "how far the profile agrees with the notes, 1 to 5", "LLM judge", JUDGED),
    Metric("subject_lines", "score", "score of the part, 0 to 1", _RUBRIC),
    Metric("subject_lines", "all_pass", "all three lines and the set pass", _RUBRIC, ONE),
    Metric("subject_lines", "more_than_names", "share of lines that are more than a name", _PLAIN_CODE),
    *_email("outreach", "words lie in the band of the persona's seniority"),
    *_email("follow_up", "words lie in the band of a second email"),
    Metric("calibrate_tone", "numbers_kept", "the same numbers before and after", _PLAIN_CODE, NONE),
    Metric("calibrate_tone", "placeholders_kept", "the same merge fields before and after", _PLAIN_CODE, NONE),
    Metric("calibrate_tone", "names_kept", "the same names of the site before and after", _PLAIN_CODE, NONE),
    Metric("pack", "passed", "all three parts pass", _RUBRIC, ONE),
    Metric("pack", "weakest", "score of the weakest part, 0 to 1", _RUBRIC),
    Metric("pack", "mean", "mean score of the parts, 0 to 1", _RUBRIC),
    Metric("pack", "reads_like_a_person", "would a careful person have written it, 1 to 5", "LLM judge", JUDGED),
    Metric("pack", "deterministic", "a second run gives the same pack (offline model only)", _PLAIN_CODE, NONE),
    Metric("pack", "milliseconds", "wall time of a run, the model's included", "perf_counter", NONE, "neither"),
    Metric("sameness", "pairs", "share of equal 5-word runs, mean over pairs of packs", _PLAIN_CODE, SAMENESS, "lower"),
    Metric("sameness", "worst_pair", "the same of the most similar pair", _PLAIN_CODE, SAMENESS, "lower"),
    Metric(
        "sameness", "elsewhere", "share of a pack's 5-word runs that any other pack has", _PLAIN_CODE, SAMENESS, "lower"
    ),
    Metric("rubric", "good_packs_pass", "share of good hand-written packs that pass", "good_packs.jsonl", NONE),
    Metric("rubric", "lookalikes_rejected", "share of generic packs that do not pass", "lookalikes.jsonl", NONE),
    Metric("rubric", "generic_emails_rejected", "share of generic emails that do not pass", "lookalikes.jsonl", NONE),
)

BY_KEY = {metric.key: metric for metric in METRICS}
STEPS = tuple(dict.fromkeys(metric.step for metric in METRICS))
