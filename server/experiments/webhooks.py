"""Take what sending platforms report: verified first, then read, then recorded where it belongs."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from experiments.event import Event
from experiments.problems import WrongTransition
from experiments.providers.webhook import Provider, Receipt, Report, Webhook, receive
from server.experiments.catalogue import moment
from server.experiments.recipients import Recipients
from server.experiments.recording import Recording, Told
from server.problems import NotFound
from server.store import experiment_tokens
from server.store.database import Database
from server.store.experiments import ExperimentRef, named
from server.telemetry.logs import logger_of

log = logger_of(__name__)

PROBE = b"mandrill_events=%5B%5D"
"""What Mandrill sends to try an address, before it has a key to sign with; it reports nothing to be believed."""


@dataclass(frozen=True)
class Webhooks:
    """The doors for sending platforms' reports."""

    database: Database
    recording: Recording
    recipients: Recipients
    providers: Mapping[str, Provider]
    clock: Callable[[], float]

    def provider(self, name: str) -> Provider:
        """Return a platform; raise NotFound for one that is not set up, as if there were no such address."""
        found = self.providers.get(name)
        if found is None:
            raise NotFound
        return found

    async def take(self, name: str, webhook: Webhook) -> None:
        """Record what a webhook reports.

        Raises NotFound, UnverifiedWebhook, UnreadableWebhook, StoreUnavailable; the platform then tries again.
        """
        provider = self.provider(name)
        if name == "mandrill" and webhook.body.strip() == PROBE:
            return
        receipt = await asyncio.to_thread(receive, provider, webhook, moment(self.clock()))
        _tell(name, receipt)
        by_experiment = await self._by_experiment(receipt.reports)
        if len(by_experiment) < len({_experiment(report) for report in receipt.reports}):
            log.info("events of no experiment", provider=name)
        if receipt.once:
            await self._record_once(receipt.once, by_experiment)
        else:
            for ref, told in by_experiment.items():
                await self._record(ref, told)

    async def unsubscribe(self, experiment: str, recipient_key: str) -> None:
        """Record that a recipient wants no more; raise NotFound where there is no such experiment or recipient."""
        event = Event(
            id=f"unsubscribe:{recipient_key}",
            recipient=recipient_key,
            type="unsubscribed",
            at=moment(self.clock()),
            method="POST",
        )
        async with self.database.reading() as connection:
            refs = await named(connection, [experiment])
        if not refs or (await self.recording.record(refs[experiment], [Told(event, recipient_key)])).unknown:
            raise NotFound

    async def _record(self, ref: ExperimentRef, told: list[Told]) -> None:
        try:
            await self.recording.record(ref, told)
        except (NotFound, WrongTransition) as problem:  # to try again would not help
            log.warning("events were not counted", experiment=ref.id, reason=problem.detail)

    async def _record_once(self, token: str, by_experiment: Mapping[ExperimentRef, list[Told]]) -> None:
        """Record what carries a token that counts once: both are kept, or neither."""
        async with self.database.writing() as connection:
            if not await experiment_tokens.take(connection, token, self.clock()):
                return
            for ref, told in sorted(by_experiment.items()):
                try:
                    await self.recording.record_in(connection, ref, told)
                except (NotFound, WrongTransition) as problem:
                    log.warning("events were not counted", experiment=ref.id, reason=problem.detail)
        for ref in by_experiment:
            self.recording.live.changed(ref)

    async def _by_experiment(self, reports: Iterable[Report]) -> dict[ExperimentRef, list[Told]]:
        """Return the events by the experiment that their metadata names, each once, with their recipients' names."""
        listed = list(reports)
        ids = {id for report in listed if (id := _experiment(report))}
        async with self.database.reading() as connection:
            refs = await named(connection, sorted(ids)) if ids else {}
        grouped: defaultdict[ExperimentRef, dict[str, Report]] = defaultdict(dict)
        for report in listed:
            ref = refs.get(_experiment(report) or "")
            if ref:
                grouped[ref].setdefault(report.event.id, report)
        return {ref: await self._told(ref, list(found.values())) for ref, found in grouped.items()}

    async def _told(self, ref: ExperimentRef, reports: list[Report]) -> list[Told]:
        """Return events with their recipients: by the name in the metadata, or else by their address."""
        hashed = await self.recipients.keys(ref.id, [report.event.recipient for report in reports])
        return [
            Told(report.event, (report.origin and report.origin.recipient_key) or key)
            for report, key in zip(reports, hashed, strict=True)
        ]


def _experiment(report: Report) -> str | None:
    return report.origin.experiment_id if report.origin else None


def _tell(name: str, receipt: Receipt) -> None:
    """Log what an operator should know of."""
    if receipt.unread:
        log.warning("events could not be read", provider=name, events=receipt.unread)
    if receipt.confirmation:
        # Visiting it is left to a person: nothing that comes from outside makes this service call an address.
        found = receipt.confirmation
        log.warning("visit this address to confirm the topic", topic=found.topic, url=found.url)
