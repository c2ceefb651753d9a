"""What a sentence shows of what buyers suffer."""

from functools import cached_property

from nodes.website import signs
from nodes.website.figure_evidence import FigureEvidence
from nodes.website.situations import GIVEN, LOSES

_FIRST_WORDS, _OPENING_WORDS = 4, 9


class ProblemEvidence(FigureEvidence):
    """One sentence, questioned about losses; each answer is found once."""

    @cached_property
    def is_given(self) -> bool:
        """Tell whether the reader is given something."""
        return GIVEN.search(self.text) is not None

    @cached_property
    def hurts(self) -> bool:
        return bool(self.cues.problem.search(self.text)) and not self.is_given

    @cached_property
    def hurts_at_start(self) -> bool:
        early = self.sentence.form == "prose" or self._place.problem or self.sentence.under_benefit
        return self.hurts and self.sentence.role == "start" and early

    @cached_property
    def states_rule(self) -> bool:
        """Tell whether it says what the law or nature demands of everybody."""
        addressed = self.is_own or self.sentence.form != "prose" or signs.IF.search(self.text) is not None
        return not addressed and bool(self.cues.rule.search(self.text))

    @cached_property
    def under_problem(self) -> bool:
        if self.is_hero or self.sentence.under_benefit or not self._place.problem:
            return False
        if self.is_given:
            return self.hurts
        if self.cues.we.search(self.sentence.heading):
            return self.hurts or self._place.situation
        return self.hurts or self.states_rule or self._place.problem_near

    @cached_property
    def under_complaint(self) -> bool:
        """Tell whether the heading itself says what goes wrong: `Warped parts cost money`."""
        heading = self.sentence.heading
        if self.sentence.under_first_heading or self.is_given:
            return False
        if len(heading.split()) > 2 and LOSES.search(heading):
            return True
        return len(heading.split()) > 2 and not self.sentence.under_benefit and bool(self.cues.problem.search(heading))

    @cached_property
    def under_loss(self) -> bool:
        """Tell whether the heading is itself a sentence about a loss, and this one goes on with it."""
        loses = self.under_complaint and LOSES.search(self.sentence.heading) is not None
        return loses and self.sentence.form == "prose" and self.is_not_own and not self.has_change

    @cached_property
    def is_loss(self) -> bool:
        """Tell whether a heading states a loss."""
        return self.is_heading and self.is_not_own and LOSES.search(self.text) is not None

    @cached_property
    def speaks_of_anybody(self) -> bool:
        """Tell whether it is about buyers in general: `A company that has filed for twenty years …`."""
        opening = " ".join(self.text.split()[:_OPENING_WORDS])
        own = self.is_own and not self.cues.we.search(" ".join(self.text.split()[:_FIRST_WORDS]))
        return (
            signs.ANYBODY.match(self.text) is not None
            and not own
            and self.sentence.form == "prose"
            and self.hurts
            and bool(self.cues.role.search(opening) or signs.BUYER.search(opening))
        )

    @cached_property
    def hurts_others(self) -> bool:
        return self.under_problem and not self.is_own

    @cached_property
    def hurts_in_hero(self) -> bool:
        return self.is_hero and self.hurts and not self.is_own

    @cached_property
    def is_quick(self) -> bool:
        return (
            self.has_span and not (self.under_problem or self.speaks_of_anybody) and not signs.TAKES.search(self.text)
        )
