"""Different companies get different emails, in structure and not only in their facts."""

from itertools import combinations
from typing import Any

from core.llm.offline.languages import language_of
from core.llm.offline.outreach import Candidate, ranked
from core.llm.offline.seller import Task
from core.sentences import words


def _best(steps: Any, company: dict[str, Any]) -> Candidate:
    task = Task.model_validate(steps.data(company))
    return ranked(task, language_of(task.brief.language))[0]


def _runs(steps: Any, company: dict[str, Any]) -> set[tuple[str, ...]]:
    """Return the runs of five words in both emails, greeting and name left out."""
    found: set[tuple[str, ...]] = set()
    for email in (steps.outreach(company), steps.follow_up(company)):
        told = [word.lower() for word in words("\n".join(email["body"].split("\n\n")[1:-1]))]
        found |= {tuple(told[at : at + 5]) for at in range(len(told) - 4)}
    return found


def test_hardly_two_companies_share_skeleton_and_question(companies: dict[str, Any], steps: Any) -> None:
    best = [_best(steps, company) for company in companies.values()]
    assert len({(candidate.skeleton.name, candidate.ask) for candidate in best}) >= len(best) - 1


def test_at_least_five_skeletons_are_in_use(companies: dict[str, Any], steps: Any) -> None:
    assert len({_best(steps, company).skeleton.name for company in companies.values()}) >= 5


def test_companies_share_few_runs_of_five_words(companies: dict[str, Any], steps: Any) -> None:
    runs = {name: _runs(steps, company) for name, company in companies.items()}
    everything = sum(len(found) for found in runs.values())
    shared = sum(len(runs[name] & set().union(*(runs[n] for n in runs if n != name))) for name in runs)
    assert shared / everything < 0.15
    for one, other in combinations(runs, 2):
        assert len(runs[one] & runs[other]) < 0.25 * min(len(runs[one]), len(runs[other])), (one, other)


def test_the_persona_changes_the_length(companies: dict[str, Any], steps: Any) -> None:
    halden = companies["Halden"]
    short = steps.outreach(halden, persona={"seniority": "executive"})["body"]
    long = steps.outreach(halden, persona={"seniority": "practitioner"})["body"]
    assert len(words(short)) < len(words(long))
