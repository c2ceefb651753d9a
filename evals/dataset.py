"""The datasets: JSON lines, read as values, and as the examples that LangSmith evaluates on."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from langsmith.schemas import Example

from core.company import Company
from core.icp import Icp
from core.pack import Email, SubjectLine
from core.value import Value

DATASETS = Path(__file__).parent / "datasets"
SITES = DATASETS / "sites"

_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""LangSmith wants a date of every example; the same one each time, since nothing depends on it."""


class CompanyNotes(Value):
    """A saved website, and what a careful reader noted about its company."""

    host: str
    language: str
    name: str
    trade: str
    sells: str
    sells_to: tuple[str, ...]
    own_industry: str
    buyer_naics: tuple[str, ...]
    """NAICS sectors of the buyers, such as `31-33`."""
    own_naics: str
    countries: tuple[str, ...]
    """ISO 3166-1 codes of the countries it sells to."""
    company_sizes: str | None
    employees: tuple[int, int] | None
    persona_titles: tuple[str, ...]
    main_points: tuple[str, ...]
    """Verbatim quotes that a careful reader calls the company's main points."""
    never: tuple[str, ...]
    """Verbatim quotes that must never be used as a claim of the company's."""


class GoodPack(Value):
    """A pack written by hand, with everything it is scored against."""

    name: str
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email

    @property
    def language(self) -> str:
        """Return the language that it is written in."""
        return self.company.language


class Lookalike(Value):
    """A pack's texts that look like an email and say nothing of the seller."""

    language: str
    subject: str
    outreach: str
    follow_up: str


RowT = TypeVar("RowT", CompanyNotes, GoodPack, Lookalike)


@dataclass(frozen=True)
class Dataset(Generic[RowT]):
    """The rows of one file."""

    name: str
    shape: type[RowT]
    rows: tuple[RowT, ...]

    @classmethod
    def load(cls, shape: type[RowT], name: str, folder: Path = DATASETS) -> "Dataset[RowT]":
        """Read every line of `name.jsonl`; raise ValidationError for a line that is no such row."""
        lines = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
        return cls(name, shape, tuple(shape.model_validate_json(line) for line in lines if line.strip()))

    @property
    def version(self) -> str:
        """Return a digest of the rows: figures compare only between equal ones."""
        return digest(row.model_dump_json() for row in self.rows)

    def examples(self) -> list[Example]:
        """Return the rows as examples; the same ids each time."""
        home = uuid5(NAMESPACE_URL, f"{self.name}/{self.version}")
        return [_example(home, number, row) for number, row in enumerate(self.rows)]


def digest(texts: Iterable[str]) -> str:
    """Return a short digest of some texts in their order."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def sites_version(folder: Path, hosts: Iterable[str]) -> str:
    """Return a digest of the saved pages of some hosts."""
    pages = (page for host in sorted(hosts) for page in sorted((folder / host).rglob("*.htm*")))
    return digest(f"{page.relative_to(folder)}\n{page.read_text('utf-8')}" for page in pages)


def _example(home: UUID, number: int, row: CompanyNotes | GoodPack | Lookalike) -> Example:
    """Return a row as an example: a company's website asks and its notes are the reference."""
    told: dict[str, Any] = row.model_dump(mode="json")
    name = row.host if isinstance(row, CompanyNotes) else getattr(row, "name", f"{row.language} {number + 1}")
    return Example(
        id=uuid5(home, str(number)),
        dataset_id=home,
        created_at=_WRITTEN,
        inputs={"website": f"https://{row.host}"} if isinstance(row, CompanyNotes) else told,
        outputs=told,
        metadata={"language": row.language, "name": name},
    )
