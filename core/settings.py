"""Every setting, read from the environment once, where the service is put together."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, SecretStr, StringConstraints, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

OFFLINE = "offline"

Origin = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/*?#@,]+$")]  # named one by one: no path, no wildcard


class Settings(BaseSettings):
    """The service's settings; each is an environment variable, `OVERTURE_…` unless named otherwise."""

    model_config = SettingsConfigDict(
        env_prefix="OVERTURE_", frozen=True, extra="ignore", use_attribute_docstrings=True, populate_by_name=True
    )

    openai_api_key: SecretStr | None = Field(default=None, validation_alias=AliasChoices("OPENAI_API_KEY"))
    """Key of OpenAI or of a compatible server. With neither key nor base URL, the offline model writes."""
    openai_base_url: str | None = Field(default=None, validation_alias=AliasChoices("OPENAI_BASE_URL"))
    """Address of an OpenAI-compatible server, such as `http://127.0.0.1:11434/v1`; such a server may need no key."""
    model: str | None = None
    """Name of the model; `offline` forces the offline model. By default `gpt-4.1-mini` with a key or base URL."""
    input_price: float | None = Field(default=None, ge=0)
    """US dollars per million input tokens; without it a pack's cost is null."""
    output_price: float | None = Field(default=None, ge=0)
    """US dollars per million output tokens."""
    judge_model: str | None = None
    """Name of the model that judges what was written, one call per round; by default the model that writes, `off` for
    none. The offline model never judges."""
    call_seconds: float = Field(default=60, gt=0)
    """Deadline of one model call, its retries included."""
    run_seconds: float = Field(default=240, gt=0)
    """Deadline of a whole run."""
    max_answer_tokens: int = Field(default=2000, ge=100)
    """Most tokens that one answer may take; doubled once when an answer is cut off."""
    model_requests_per_minute: int = Field(default=0, ge=0)
    """Requests per minute that all processes together send to the provider; 0 for no limit of ours."""
    model_tokens_per_minute: int = Field(default=0, ge=0)
    """Tokens per minute that they send and ask for, counted before each request: the prompt's, as estimated, and
    `max_answer_tokens`. 0 for no limit of ours."""
    rubric: dict[str, Any] = {}
    """Thresholds of the quality rubric that replace the defaults, as JSON such as `{"outreach_words": [40, 80]}`."""
    spamd: Annotated[str, StringConstraints(pattern=r"^[\w.:\[\]-]+:\d{1,5}$")] | None = None
    """`HOST:PORT` of a SpamAssassin daemon that reads each email as well; without it no such check is made."""
    data_dir: Path = Path(".overture")
    """Folder of the database and the caches; made readable by the owner only."""
    sites: Annotated[tuple[Path, ...], NoDecode] = ()
    """Further folders of saved sites, separated as in PATH; their hosts are read from disk, never from the network."""
    page_max_age: int = Field(default=600, ge=0)
    """Seconds for which a fetched page is used without asking its server again."""
    step_max_age: int = Field(default=24 * 3600, ge=0)
    """Seconds for which a model's answer to one step is used again where nothing that decides it has changed; 0 keeps
    none."""
    pack_max_age: int = Field(default=7 * 24 * 3600, ge=0)
    """Seconds after which a cached pack is forgotten, whatever its site says."""
    cache_bytes: int = Field(default=512 * 1024 * 1024, ge=1024 * 1024)
    """Most disk space of each cache, in bytes; the entries that were stored longest ago go first."""
    database: Annotated[str, StringConstraints(pattern=r"^(sqlite:///.+|postgres(ql)?://.+)$")] | None = None
    """Address of the database: `postgresql://USER:PASSWORD@HOST/NAME`, or `sqlite:///PATH`; by default the file
    `overture.db` in the data folder. Several processes need PostgreSQL."""
    work: bool = True
    """Whether a process that serves also performs the runs that wait in line; `false` leaves them to
    `overture worker`."""
    async_runs: int = Field(default=20, ge=1)
    """Runs out of the lines that one process performs at the same moment."""
    bulk_runs: int = Field(default=40, ge=1)
    """Runs of batches that all processes together perform at the same moment."""
    bulk_runs_per_tenant: int = Field(default=10, ge=1)
    """The same for one tenant."""
    heartbeat_seconds: float = Field(default=1.0, ge=0.1, le=2.0)
    """Seconds between the signs of life of a process; after four that are missing, its runs go on elsewhere."""
    grace_seconds: float = Field(default=5.0, ge=0)
    """Seconds that a process which is told to stop leaves its runs; those that go on then go on elsewhere."""
    keep_days: float = Field(default=90, gt=0)
    """Days after which a campaign that is over is deleted, with its events."""
    max_runs: int = Field(default=100, ge=1)
    """Campaigns that one process writes at the same moment; one more is answered 503 `queue_full`."""
    max_body_bytes: int = Field(default=65_536, ge=1024)
    """Largest request body, in bytes."""
    log_format: Literal["auto", "json", "text"] = "auto"
    """Form of the log lines; `auto` is text on a terminal and JSON anywhere else."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """Least level of the service's own lines that is logged; of libraries only warnings and errors ever are."""
    langsmith_api_key: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("LANGSMITH_API_KEY", "LANGCHAIN_API_KEY")
    )
    """Key of LangSmith; with it every run is traced there, prompts and texts included. Without it nothing is."""
    max_batch_bytes: int = Field(default=16 * 1024 * 1024, ge=1024)
    """Largest body of a request that carries many items at once, in bytes."""
    auth: Literal["auto", "keys", "none"] = "auto"
    """Who may come in. `auto`: whoever is on this machine, and nobody else; `keys`: whoever has a key of
    `overture keys create`; `none`: everybody, for a network you trust."""
    cors_origins: Annotated[tuple[Origin, ...], NoDecode] = ()
    """Origins whose pages in a browser may call the service, such as `https://crm.example`, separated by commas."""
    rate_per_minute: int = Field(default=600, ge=0)
    """Requests per minute that a tenant, or without keys an address, may make of one process; 0 for no limit."""
    campaigns_per_minute: int = Field(default=60, ge=0)
    """Requests per minute that write campaigns, counted on their own; a batch is one, 0 is no limit."""
    recipient_secret: SecretStr | None = Field(default=None, min_length=16)
    """Key of the hash under which recipients of experiments are stored; by default one that was made at random and is
    kept in the database. With another one nobody assigned before is known any more."""
    sendgrid_public_key: str | None = None
    """SendGrid's verification key for signed event webhooks, as its settings show it; without it
    `/v1/webhooks/sendgrid` is not there. The same goes for the platforms below."""
    mailgun_signing_key: SecretStr | None = None
    """Mailgun's HTTP webhook signing key."""
    postmark_credentials: Annotated[SecretStr, Field(min_length=8)] | None = None
    """`USER:PASSWORD` that the webhook address at Postmark carries; Postmark signs nothing, so choose a long one."""
    ses_topics: Annotated[tuple[str, ...], NoDecode] = ()
    """ARNs of the SNS topics that report what Amazon SES sends, separated by commas."""
    resend_secret: SecretStr | None = None
    """Resend's signing secret of the webhook, beginning with `whsec_`."""
    mandrill_key: SecretStr | None = None
    """Mandrill's webhook authentication key, which it tells once it has reached the address; until then nothing it
    reports is believed."""
    mandrill_url: str | None = None
    """Address of the webhook exactly as it stands at Mandrill, which signs it too; set it before you add it there."""

    @field_validator("sites", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Read several folders from one variable, as PATH does."""
        return tuple(Path(part) for part in value.split(os.pathsep) if part) if isinstance(value, str) else value

    @field_validator("cors_origins", "ses_topics", mode="before")
    @classmethod
    def _split_at_commas(cls, value: object) -> object:
        """Read several origins or topics from one variable."""
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @property
    def database_address(self) -> str:
        """Return the address of the database."""
        return self.database or f"sqlite:///{self.data_dir.absolute() / 'overture.db'}"

    @property
    def model_name(self) -> str:
        """Return the name of the model that will write."""
        if self.model:
            return self.model
        return "gpt-4.1-mini" if self.openai_api_key or self.openai_base_url else OFFLINE

    @property
    def judge_name(self) -> str | None:
        """Return the name of the model that will judge, or None where none does."""
        name = self.judge_model or self.model_name
        return None if OFFLINE in (name, self.model_name) or name == "off" else name
