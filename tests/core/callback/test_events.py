"""What a person's file itself tells of that calls for a call."""

from datetime import date

import pytest

from jiuye_cli.core.callback.events import LEFT, events_of
from jiuye_cli.core.fields.value import Facts

OLD = {"单位": "甲厂", "起": date(2026, 1, 5), "止": date(2026, 11, 20)}


@pytest.mark.parametrize(
    ("other", "left"),
    [
        ({"单位": "乙厂", "起": date(2026, 11, 20)}, []),
        ({"单位": "乙厂", "起": date(2026, 6, 1)}, []),
        ({"单位": "乙厂", "起": date(2026, 6, 1), "止": date(2026, 11, 20)}, [date(2026, 11, 20)] * 2),
        ({"月薪": 3200}, [date(2026, 11, 20)]),
    ],
)  # fmt: skip
def test_who_has_another_job_that_outlasts_one_has_not_just_lost_it(other, left):
    found = events_of(Facts({"就业经历": (OLD, other)}))
    assert [event.day for event in found if event.kind == LEFT] == left
