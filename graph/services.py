"""What the steps work with, and how it is put together from the settings."""

from dataclasses import dataclass, field

from core.llm.choose import judge_model, language_model
from core.llm.door import LanguageModel
from core.llm.memory import AnswerMemory
from core.llm.pace import Pace
from core.settings import OFFLINE, Settings
from nodes.quality.spam import SpamAssassin
from nodes.quality.thresholds import Thresholds
from nodes.score_quality import Scoring
from nodes.website.pages import SiteSource
from prompts.library import Prompts


@dataclass(frozen=True)
class Services:
    """What the steps need: a model, its prompts, websites to read, and by what a round is scored."""

    llm: LanguageModel
    prompts: Prompts
    sites: SiteSource
    judge: LanguageModel | None = None
    """Reads every round as well; without it the rubric alone scores."""
    scoring: Scoring = field(default_factory=Scoring)
    memory: AnswerMemory | None = None
    """Keeps paid answers for a run that goes on after a crash; the offline model's cost nothing and are not kept."""

    @property
    def version(self) -> str:
        """Return all that decides how a request is answered, beside the site: part of every pack's cache key."""
        judge = self.judge.name if self.judge else ""
        return "\n".join((self.llm.name, judge, self.prompts.version, self.scoring.version))

    async def aclose(self) -> None:
        """Close the connections of the models, each once."""
        for model in {id(model): model for model in (self.llm, self.judge)}.values():
            if close := getattr(model, "aclose", None):
                await close()


def open_services(
    settings: Settings, sites: SiteSource, memory: AnswerMemory | None = None, pace: Pace | None = None
) -> Services:
    """Return what the settings name; close it with `aclose`. Raises ValidationError for a wrong threshold."""
    writer = language_model(settings, pace)
    return Services(
        llm=writer,
        prompts=Prompts.load(),
        sites=sites,
        judge=judge_model(settings, writer),
        scoring=Scoring(Thresholds.model_validate(settings.rubric), _spam_filter(settings)),
        memory=memory if settings.model_name != OFFLINE else None,
    )


def _spam_filter(settings: Settings) -> SpamAssassin | None:
    """Return the spam filter that the settings name."""
    host, _, port = (settings.spamd or "").rpartition(":")
    return SpamAssassin(host.strip("[]"), int(port)) if host else None
