"""Everything that experiments are worked with, put together."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from core.settings import Settings
from experiments.providers.sns import Certificates
from server.experiments.assigning import Assigning
from server.experiments.catalogue import Catalogue
from server.experiments.certificates import SnsCertificates
from server.experiments.figures import Analysis
from server.experiments.intake import Intake
from server.experiments.listing import Listing
from server.experiments.live import Live
from server.experiments.providers import providers_of
from server.experiments.recipients import Recipients
from server.experiments.recording import Recording
from server.experiments.removal import Removal
from server.experiments.webhooks import Webhooks
from server.store.database import Database


@dataclass(frozen=True)
class Experiments:
    """What routes and commands work with."""

    catalogue: Catalogue
    assigning: Assigning
    intake: Intake
    analysis: Analysis
    listing: Listing
    webhooks: Webhooks
    live: Live
    removal: Removal


def open_experiments(
    settings: Settings,
    database: Database,
    *,
    clock: Callable[[], float] = time.time,
    certificates: Certificates | None = None,
) -> Experiments:
    """Return the room over a database; whoever serves has `live` poll and `removal` remove in the background."""
    live, removal = Live(database), Removal(database, asyncio.Event(), clock)
    recipients = Recipients(database, settings.recipient_secret)
    recording = Recording(database, live, clock)
    providers = providers_of(settings, certificates or SnsCertificates())
    return Experiments(
        catalogue=Catalogue(database, live, removal.wanted, clock),
        assigning=Assigning(database, recipients, live, clock),
        intake=Intake(recording, recipients, clock),
        analysis=Analysis(database, clock),
        listing=Listing(database),
        webhooks=Webhooks(database, recording, recipients, providers, clock),
        live=live,
        removal=removal,
    )
