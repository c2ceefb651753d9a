"""What may be asked of experiments over HTTP, beside the experiment itself."""

from typing import Annotated, Any

from pydantic import Field

from core.given import Line
from core.value import Value
from experiments.event import Event
from experiments.experiment import NewExperiment, Rate, Uplift, Weights
from experiments.variant import Variant, VariantName

MOST_ITEMS = 10_000  # recipients or events of one call: some 2 MB of JSON, one to three seconds of work
Recipient = Annotated[str, Field(min_length=1, max_length=400)]


class ExperimentRequest(NewExperiment):
    """An experiment to be made: variants, or a campaign whose planned test becomes it."""

    store_recipients: bool = False
    """Keep recipients as they are given, for the export of assignments; by default only a keyed hash is kept."""


class ExperimentChanges(Value):
    """What is to be different; what is left out stays. Only `name` and `weights` can change once it was started."""

    name: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    variants: Annotated[tuple[Variant, ...], Field(min_length=2, max_length=8)] | None = None
    weights: Weights | None = None
    """For whoever is assigned from now on; nobody assigned moves."""
    window_days: Annotated[int, Field(ge=1, le=60)] | None = None
    baseline_rate: Rate | None = None
    minimum_uplift: Uplift | None = None
    several_factors: bool | None = None
    store_recipients: bool | None = None


class Stop(Value):
    """An end before its time."""

    reason: Line | None = None
    """Kept with the experiment."""


class Declaration(Value):
    """A decision by hand."""

    variant: VariantName | None
    """Null for none of them."""
    reason: Line
    """Kept with the experiment."""


class RecipientsRequest(Value):
    """Recipients to be assigned."""

    recipients: Annotated[tuple[Recipient, ...], Field(min_length=1, max_length=MOST_ITEMS)]
    """Any ids that stay the same, such as addresses; each gets the same variant at every call."""


class EventsRequest(Value):
    """Events of one experiment, each of them looked at for itself."""

    events: Annotated[tuple[Any, ...], Field(min_length=1, max_length=MOST_ITEMS)]


class ExperimentEvents(Value):
    """Events of one experiment, as each of them is to be."""

    events: Annotated[tuple[Event, ...], Field(min_length=1, max_length=MOST_ITEMS)]
