"""One recipient's fate: everything that was told of them, joined so that neither order nor repetition matters.

Every field only ever grows in one direction (the earliest time, a flag that stays set, the set of earliest clicks),
so events may come late, twice and in any order.
"""

from datetime import datetime
from typing import Literal

from core.value import Value
from experiments.authorship import authorship
from experiments.clicks import Click, by_hand, click_of, with_click
from experiments.event import Event

Suppression = Literal["unsubscribed", "complained", "bounced"]


class Fate(Value):
    """What is known of one assigned recipient."""

    variant: str
    phase: int = 0
    """Which weights held when the recipient was assigned."""
    told_sent_at: datetime | None = None
    """The first email's sending, as it was told."""
    first_seen_at: datetime | None = None
    """The first thing told at all: it stands for the sending where a platform reports none, as Postmark does."""
    delivered_at: datetime | None = None
    replied_at: datetime | None = None
    """The first reply by a person."""
    replied_positively_at: datetime | None = None
    clicks: tuple[Click, ...] = ()
    opened: bool = False
    opened_by_machine: bool = False
    auto_replied: bool = False
    hard_bounce: bool = False
    soft_bounce: bool = False
    complained: bool = False
    unsubscribed: bool = False
    """Final: nothing takes it back."""

    @property
    def sent_at(self) -> datetime | None:
        """Return when the first email was sent; whatever happened to an email shows that it was sent."""
        return self.told_sent_at or self.first_seen_at

    @property
    def clicked(self) -> bool:
        """Return whether a person clicked."""
        return bool(by_hand(self.clicks, self.delivered_at or self.told_sent_at))

    @property
    def bounced(self) -> bool:
        """Return whether the address does not take mail; a reply shows that it does."""
        return self.hard_bounce and self.replied_at is None

    @property
    def reached(self) -> bool:
        """Return whether the email arrived: told so, or shown by what only an email that arrived brings about."""
        shown = self.opened or self.opened_by_machine or self.clicks or self.complained or self.auto_replied
        return self.replied_at is not None or (bool(self.delivered_at or shown) and not self.hard_bounce)

    @property
    def suppressed(self) -> Suppression | None:
        """Return why nothing more may be sent to this recipient, or None."""
        if self.unsubscribed:
            return "unsubscribed"
        return "complained" if self.complained else "bounced" if self.bounced else None

    @property
    def wants_no_follow_up(self) -> bool:
        """Return whether a follow-up would be wrong: the recipient has answered, or may not be written to."""
        return self.replied_at is not None or self.suppressed is not None

    def after(self, event: Event) -> "Fate":
        """Return the fate with one more event told."""
        seen = self.model_copy(update={"first_seen_at": _earliest(self.first_seen_at, event.at)})
        return seen._machine(event) if authorship(event).by == "machine" else seen._human(event)

    def _machine(self, event: Event) -> "Fate":
        """Return the fate after what no person did: kept apart, and counted for no metric."""
        match event.type:
            case "opened":
                return self.model_copy(update={"opened_by_machine": True})
            case "clicked":
                return self._clicked(event, machine=True)
            case "replied" | "auto_replied":
                return self.model_copy(update={"auto_replied": True})
            case _:
                return self

    def _human(self, event: Event) -> "Fate":
        match event.type:
            case "sent":
                return self.model_copy(update={"told_sent_at": _earliest(self.told_sent_at, event.at)})
            case "delivered":
                return self.model_copy(update={"delivered_at": _earliest(self.delivered_at, event.at)})
            case "clicked":
                return self._clicked(event, machine=False)
            case "replied":
                return self._replied(event)
            case "bounced":
                return self.model_copy(update={"soft_bounce" if event.bounce == "soft" else "hard_bounce": True})
            case _:
                return self.model_copy(update={event.type: True})

    def _clicked(self, event: Event, *, machine: bool) -> "Fate":
        click = click_of(event.at, event.link, machine=machine)
        return self.model_copy(update={"clicks": with_click(self.clicks, click)})

    def _replied(self, event: Event) -> "Fate":
        update = {"replied_at": _earliest(self.replied_at, event.at)}
        if event.sentiment == "positive":
            update["replied_positively_at"] = _earliest(self.replied_positively_at, event.at)
        return self.model_copy(update=update)


def _earliest(known: datetime | None, told: datetime) -> datetime:
    return told if known is None else min(known, told)
