"""The whole suite: three datasets, their targets and their evaluators, put together from the settings."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.llm.door import LanguageModel
from core.settings import OFFLINE, Settings
from evals.dataset import DATASETS, SITES, CompanyNotes, Dataset, GoodPack, Lookalike, digest, sites_version
from evals.evaluators.emails import EmailHolds
from evals.evaluators.handwritten import GoodPackPasses, LookalikeIsRejected
from evals.evaluators.judged import JUDGES, Judge, ProfileAgreement, ReadsLikeAPerson
from evals.evaluators.profile import ProfileAgrees
from evals.evaluators.subjects import SubjectLinesHold
from evals.evaluators.tone import FactsFrozen
from evals.evaluators.website import WebsiteRead
from evals.evaluators.whole import PackHolds
from evals.experiment import Laboratory, Scored
from evals.figures import Figures, figures_of, ordered, sameness, sameness_scores
from evals.outcome import CampaignOutcome, Evaluator, RubricOutcome
from evals.report import ExampleScores, Report
from evals.target import Campaigns, Handwritten, Waiter
from graph.builder import build_graph
from graph.services import open_services
from nodes.website.sources import website_source
from prompts.library import Prompts

CampaignEvaluator = Evaluator[CampaignOutcome, CompanyNotes]


@dataclass(frozen=True)
class Suite:
    """The datasets and the laboratory they are evaluated in."""

    companies: Dataset[CompanyNotes]
    good_packs: Dataset[GoodPack]
    lookalikes: Dataset[Lookalike]
    sites: Path
    laboratory: Laboratory

    @classmethod
    def load(cls, hosts: Sequence[str] = (), *, folder: Path = DATASETS, sites: Path = SITES) -> "Suite":
        """Read the datasets, of the companies only those hosts if any are named."""
        companies = Dataset.load(CompanyNotes, "companies", folder)
        rows = tuple(row for row in companies.rows if not hosts or row.host in hosts)
        return cls(
            Dataset(companies.name, companies.shape, rows),
            Dataset.load(GoodPack, "good_packs", folder),
            Dataset.load(Lookalike, "lookalikes", folder),
            sites,
            Laboratory.open(),
        )

    @property
    def data(self) -> str:
        """Return a digest of everything that is evaluated on."""
        pages = sites_version(self.sites, (row.host for row in self.companies.rows))
        return digest((self.companies.version, self.good_packs.version, self.lookalikes.version, pages))

    def report(self, settings: Settings) -> Report:
        """Evaluate everything with the model that the settings name."""
        label = settings.model_name
        with asyncio.Runner() as runner:
            campaigns = self._campaigns(settings, Waiter(runner), label)
        handwritten = self._handwritten(label)
        figures: Figures = ordered(figures_of((*campaigns, *handwritten)) | sameness(campaigns))
        examples = [
            ExampleScores(name=one.name, language=one.language, problem=one.outcome.problem, scores=one.scores)
            for one in campaigns
        ]
        examples += [ExampleScores(name=one.name, language=one.language, scores=one.scores) for one in handwritten]
        return Report(model=label, data=self.data, figures=figures, examples=tuple(examples))

    def _campaigns(self, settings: Settings, wait: Waiter, label: str) -> list[Scored[CampaignOutcome]]:
        """Run the graph on every company."""
        offline_sites = settings.model_copy(update={"sites": (*settings.sites, self.sites)})
        services = open_services(offline_sites, website_source(offline_sites))
        try:
            campaigns = Campaigns(build_graph(services), wait, twice=label == OFFLINE)
            judged = judges(services.judge, wait) if services.judge else ()
            return self.laboratory.run(
                self.companies,
                campaigns.outcome,
                (*steps(self.sites), *judged),
                CampaignOutcome,
                label=label,
                summary=sameness_scores,
            )
        finally:
            wait(services.aclose())

    def _handwritten(self, label: str) -> list[Scored[RubricOutcome]]:
        """Score what was written by hand."""
        target, run = Handwritten(self.good_packs.rows), self.laboratory.run
        good = run(self.good_packs, target.good_pack, (GoodPackPasses(),), RubricOutcome, label="rubric")
        generic = run(self.lookalikes, target.lookalike, (LookalikeIsRejected(),), RubricOutcome, label="rubric")
        return [*good, *generic]


def steps(sites: Path) -> tuple[CampaignEvaluator, ...]:
    """Return the evaluators that need no model, in the order of the steps."""
    return (
        WebsiteRead(),
        ProfileAgrees(sites),
        SubjectLinesHold(),
        EmailHolds("outreach", sites),
        EmailHolds("follow_up", sites),
        FactsFrozen(),
        PackHolds(),
    )


def judges(llm: LanguageModel, wait: Waiter) -> tuple[CampaignEvaluator, ...]:
    """Return the judges, one per prompt file."""
    prompts = Prompts.load(JUDGES)
    return (
        ReadsLikeAPerson(Judge("reads_like_a_person", llm, wait, prompts)),
        ProfileAgreement(Judge("icp_agreement", llm, wait, prompts)),
    )
