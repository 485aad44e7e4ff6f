"""What must stay true while a monthly claim runs, looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.core.course.claim import ClaimFile
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.rules.truth import NO


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A running claim whose conditions no longer hold, or are no longer known to."""

    file: ClaimFile
    judged: Judged

    @property
    def broken(self) -> bool:
        """Whether the conditions are known not to hold; else something must be asked."""
        return self.judged.finding.truth == NO

    @property
    def why(self) -> str:
        """The condition that does not hold with the fact behind it, or what is to ask."""
        if not self.broken:
            return "、".join((*self.judged.finding.missing, *self.judged.finding.gates))
        leaves = [leaf for leaf in self.judged.finding.leaves() if leaf.truth == NO]
        return "；".join(
            f"{leaf.text}，现在是{leaf.value}" if leaf.value else leaf.text for leaf in leaves
        )
