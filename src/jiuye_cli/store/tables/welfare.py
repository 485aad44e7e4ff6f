"""The tables of posts of public welfare: terms, whom they help, months assessed."""

from __future__ import annotations

from jiuye_cli.core.course.welfare import Helped, WelfareMonth, WelfarePost, WelfareTerm
from jiuye_cli.store.file.record_table import PERSON, RecordTable

WELFARE_POST = RecordTable("welfare_post", WelfarePost, "公益岗")
WELFARE_TERM = RecordTable(
    "welfare_term", WelfareTerm, "公益岗申请", {**PERSON, "post": "welfare_post"}, indexed=("person",)
)  # fmt: skip
HELPED = RecordTable("welfare_helped", Helped, "帮扶对象", {**PERSON, "term": "welfare_term"})
WELFARE_MONTH = RecordTable(
    "welfare_month", WelfareMonth, "月考核", {**PERSON, "term": "welfare_term"}, unique=[("term", "month")]
)  # fmt: skip
