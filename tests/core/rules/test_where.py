"""One line of Chinese that picks people."""

from __future__ import annotations

from datetime import date

import pytest

from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.rules.judge import judge_condition
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.where import parse_where
from jiuye_cli.errors import UsageError
from jiuye_cli.files.strict_yaml import read_yaml

SOMEONE = Facts(
    {
        "出生日期": date(1976, 5, 1),
        "就业状态": "登记失业",
        "在校": False,
        "失业登记日期": date(2026, 1, 1),
        "常住地": "山东/济南/历下",
        "人员类别": frozenset({"低保"}),
        "证书": ({"等级": "四级"}, {"等级": "五级"}),
        "家庭月收入": 3000,
    }
)


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("就业状态=登记失业 且 年龄≥50", "yes"),
        ("就业状态=登记失业 且 年龄>=51", "no"),
        ("就业状态 = 登记失业 且 年龄 ≥ 50", "yes"),
        ("就业状态:登记失业", "yes"),
        ("就业状态＝登记失业", "yes"),
        ("就业状态≠在职", "yes"),
        ("就业状态=[在职, 登记失业]", "yes"),
        ("就业状态=在职 或 人员类别=低保", "yes"),
        ("就业状态=在职 或 人员类别=低保 且 在校=是", "no"),
        ("(就业状态=在职 或 人员类别=低保) 且 在校=否", "yes"),
        ("（就业状态=在职 或 人员类别=低保） 且 非 在校=是", "yes"),
        ("非 (就业状态=在职 或 在校=是)", "yes"),
        ("证书.等级=四级", "yes"),
        ("证书.等级=三级", "no"),
        ("有 证书 且 年龄 40..59", "yes"),
        ("证书=无", "no"),
        ("无 培训", "unknown"),
        ("常住地 属于 山东/济南", "yes"),
        ("常住地 不属于 山东", "no"),
        ("失业登记日期 12个月内", "yes"),
        ("失业登记日期≥2026-01-02", "no"),
        ("退休类别=女50", "unknown"),
        ("{就业状态: 登记失业, 年龄: ≥50}", "yes"),
    ],
)
def test_lines_that_pick(line: str, result: str) -> None:
    condition = parse_where(line, read_flow=read_yaml)
    assert judge_condition(condition, SOMEONE, Moment(date(2026, 11, 21))).truth.word == result


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("年令≥50", "没有叫“年令”的事实，是不是“年龄”？"),
        ("", "没写条件。例：就业状态=登记失业 且 年龄≥50"),
        ("年龄≥", "条件里看不懂“≥”。例：就业状态=登记失业 且 年龄≥50"),
        ("就业状态=登记失业 年龄≥50", "条件里“年龄”放的地方不对，两个条件之间写“且”或“或”。"),
        ("就业状态=登记失业 且", "条件在“结尾”这里少了一个比较，如 年龄≥50。"),
        ("(年龄≥50", "条件里的括号没有收尾。"),
        ("在校=对", "“在校”只能写 是 或 否，不能写“对”"),
    ],
)
def test_lines_that_cannot_be_read_say_why(line: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_where(line)
    assert str(caught.value) == sentence
