"""What every decision about calls is made with: rules, working days, and the day's capacity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.asking import Ask
from jiuye_cli.core.callback.events import Event
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.core.callback.stakes import Stakes, no_stakes
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.referral.refusal import RefusalRules
from jiuye_cli.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Calling:
    """The rules, the calendar and the village's settings.

    `questions` and `events` come from other rooms, by case number: what open
    policies would ask, and what referrals, deadlines and troubles call for.
    `stakes` tells the money that waits for people's answers.
    With `course` the classes, claims, plans and visits of the file call too; with
    `refusals` the posts refused for now are asked about again.
    """

    rules: CallRules
    calendar: WorkCalendar
    settings: Settings
    questions: Mapping[int, Sequence[Ask]] = field(default_factory=dict)
    stakes: Stakes = no_stakes
    events: Mapping[int, Sequence[Event]] = field(default_factory=dict)
    course: CourseRules | None = None
    refusals: RefusalRules = field(default_factory=RefusalRules)
