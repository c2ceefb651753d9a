"""What is wrong with a large request, listed as far as anybody reads."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.problems import FieldProblem, InvalidRequest

MOST_LISTED = 100  # a spreadsheet's mistakes mostly repeat from row to row


@dataclass
class FaultList:
    """Counts faults and keeps the first ones."""

    listed: list[FieldProblem] = field(default_factory=list)
    count: int = 0

    def add(self, found: Iterable[FieldProblem]) -> None:
        """Add some."""
        for fault in found:
            self.count += 1
            if len(self.listed) < MOST_LISTED:
                self.listed.append(fault)

    def answer(self) -> None:
        """Raise InvalidRequest if there are any."""
        if self.count:
            of_all = f"; the first {MOST_LISTED} are listed" if self.count > MOST_LISTED else ""
            told = "1 fault" if self.count == 1 else f"{self.count} faults"
            raise InvalidRequest(f"Nothing was stored: {told}{of_all}.", errors=tuple(self.listed))
