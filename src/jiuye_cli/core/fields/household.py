"""What can be known about a household; its members share these facts."""

from __future__ import annotations

from jiuye_cli.core.fields.field import SENSITIVE, Field, Kind

HOUSEHOLD_FIELDS = (
    Field("家庭人口", Kind.NUMBER, unit="人", aliases=("家庭人口数", "户人口"), question="家里几口人？"),
    Field("劳动年龄人数", Kind.NUMBER, unit="人", question="家里几个劳动力？"),
    Field("就业人数", Kind.NUMBER, unit="人", question="家里几个人有活干？"),
    Field("未成年子女数", Kind.NUMBER, unit="人", question="家里有几个没成年的孩子？"),
    Field("家庭月收入", Kind.MONEY, unit="元/月", sensitivity=SENSITIVE, question="全家一个月大概收入多少？"),
    Field("人均月收入", Kind.MONEY, unit="元/月", derived=True, sensitivity=SENSITIVE),
    Field("低保金额", Kind.MONEY, unit="元/月", sensitivity=SENSITIVE, question="低保一个月领多少？"),
)  # fmt: skip
