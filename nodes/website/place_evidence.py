"""What a sentence shows by where it stands."""

from functools import cached_property

from nodes.website import signs
from nodes.website.cues.table import Cues
from nodes.website.places import Sentence, place_of
from nodes.website.promises import PROMISE_HEADING


class PlaceEvidence:
    """One sentence, questioned about its place; each answer is found once."""

    def __init__(self, sentence: Sentence, cues: Cues) -> None:
        self.sentence, self.cues, self.text = sentence, cues, sentence.text
        self._place = place_of(sentence.heading, sentence.headings, cues)

    @cached_property
    def is_hero(self) -> bool:
        return self.sentence.is_hero

    @cached_property
    def is_reference(self) -> bool:
        """Tell whether a list item under `References` names a customer."""
        return self.sentence.form == "item" and bool(signs.REFERENCES.search(self.sentence.heading))

    @cached_property
    def is_row(self) -> bool:
        return self.sentence.form == "row"

    @cached_property
    def is_tile(self) -> bool:
        return self.sentence.form == "tile"

    @cached_property
    def is_heading(self) -> bool:
        return self.sentence.form == "heading"

    @cached_property
    def is_on_product(self) -> bool:
        return self.sentence.role == "product"

    @cached_property
    def is_on_start(self) -> bool:
        return self.sentence.role == "start"

    @cached_property
    def is_on_pricing(self) -> bool:
        return self.sentence.role == "pricing"

    @cached_property
    def under_promise(self) -> bool:
        heading = self.sentence.heading
        return bool(self.cues.guarantee.search(heading) or PROMISE_HEADING.search(heading))

    @cached_property
    def under_entry(self) -> bool:
        return bool(self.cues.entry.search(self.sentence.heading)) and not self.is_row

    @cached_property
    def under_proof(self) -> bool:
        return self.sentence.role == "customers" or self._place.proof

    @cached_property
    def under_audience(self) -> bool:
        return self._place.audience

    @cached_property
    def under_offer(self) -> bool:
        return self._place.offer

    @cached_property
    def under_how_or_offer(self) -> bool:
        return self._place.how or self._place.offer or self.sentence.under_benefit

    @cached_property
    def under_about(self) -> bool:
        return self.sentence.role == "about" or self._place.about
