"""The shipped years, held against the chinesecalendar package."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.calendar_file import read_calendar_year
from jiuye_cli.files.strict_yaml import read_yaml
from jiuye_cli.workspace import shipped

FOLDER = shipped("policies") / "日历"
NOTICES = {
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}


def read(path: Path):
    return read_calendar_year(read_yaml(path.read_bytes(), path.name))


@pytest.mark.parametrize("year", NOTICES)
def test_every_day_of_a_shipped_year_is_worked_as_the_package_says(year):
    arrangement, problems = read(FOLDER / f"{year}.yaml")
    calendar = WorkCalendar({year: arrangement})
    days = [
        date(year, 1, 1) + timedelta(days=n)
        for n in range(366)
        if (date(year, 1, 1) + timedelta(days=n)).year == year
    ]
    assert problems == []
    assert [d for d in days if calendar.is_working(d) != chinese_calendar.is_workday(d)] == []


def test_each_shipped_year_names_its_notice():
    assert {p.stem: read(p)[0].notice for p in FOLDER.glob("*.yaml")} == {
        str(year): notice for year, notice in NOTICES.items()
    }


def test_a_year_file_with_faults_has_all_of_them_told_with_their_lines():
    text = """\
年: 2027
通知: {号: 1}
放假:
  - {名称: 元旦, 起: 2027-01-03, 止: 2027-01-01}
  - {名称: 春节, 起: 2027-02-30, 止: 2027-02-12}
  - {名称: 清明节, 起: 2026-04-05, 止: 2026-04-05, 上班: [四月七日]}
"""
    _, problems = read_calendar_year(read_yaml(text, "2027.yaml"))
    assert [str(p) for p in problems] == [
        "2027.yaml:2: 通知里不认识“号”，是不是“文号”？",
        "2027.yaml:4: “元旦”的止在起之前",
        "2027.yaml:5: “起: 2027-02-30”看不懂，要写成 2026-11-21 这样的日期",
        "2027.yaml:6: “清明节”不在 2027 年，年份写错了吗",
        "2027.yaml:6: 上班的日子“四月七日”要写成 2026-02-14 这样的日期",
    ]
