"""A working week at the desk, from the plant's roster on Monday to the report on Friday.

Nothing is typed twice, the keys are counted, and every figure of the week's
report is recounted from what was done, name by name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Said
from stories.office import Office, office_in

from jiuye_cli.core.report.figure import Figure, unreconciled
from jiuye_cli.files.workbook.read import read_workbook

ROSTER = Path(__file__).parents[1] / "data" / "rosters" / "分流职工花名册.xls"
MON, TUE, WED, THU, FRI = (f"2026-11-{day}" for day in (23, 24, 25, 26, 27))
MOST_KEYS_A_LINE = 90
SHOP = """
编号: 开店补贴
名称: 开店补贴
地区: 山东/聊城/临清
受益人: 本人
逐件: 创业
版本:
  - 起: 2025-01-01
    依据: {文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-11-05}
    条件: {创业.登记日期: ≥12个月, 创业.在营: 是}
    金额: 2000
    发放: 一次
样例:
  - {说明: 能领, 日期: 2026-01-10, 情况: {创业: {登记日期: 2024-12-01, 在营: 是}}, 结论: 符合}
"""


class Week(Office):
    """The desk over the week: whatever is typed about someone must be news to the file."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.run, office.calendar, office.home)
        self.told: set[tuple[str, str, str]] = set()
        self.by_day: dict[str, int] = {}
        self.day = ""

    def on(self, day: str) -> None:
        super().on(day)
        self.day = day

    def types(self, line: str, about: str = "") -> str:
        facts = [
            word.partition("=")
            for word in line.split()
            if "=" in word and not word.startswith("--")
        ]
        known = self.file(about) if about else {}
        for name, _, value in facts:
            assert (about, name, value) not in self.told, f"{about} 的 {name}={value} 打了两遍"
            assert str(known.get(name)) != value, f"{about} 的 {name} 档案里已经是 {value}"
            self.told.add((about, name, value))
        before = self.keys
        said = super().types(line)
        self.by_day[self.day] = self.by_day.get(self.day, 0) + self.keys - before
        return said


@pytest.fixture
def office(tmp_path: Path, jiuye: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Week:
    """A village that has been at it for months."""
    desk = office_in(
        tmp_path / "jiuye", jiuye, monkeypatch, "柳树屯", "山东/聊城/临清", "2026-10-01"
    )
    desk.rule("开店补贴", SHOP)
    for name, rest in (
        ("李小满", "组=1组 电话=19900009001 就业状态=登记失业 意向区域=省内"),
        ("孙秀芳", "组=1组 电话=19900009002 就业状态=登记失业 意向区域=省内"),
        ("周德福", "组=2组 电话=19900009003 就业状态=未登记失业"),
        ("张锡福", "组=2组 电话=19900009004"),
        ("吴桂兰", "组=3组 电话=19900009005"),
    ):
        desk.types(f"add {name} {rest}")
    desk.types("welfare post 保洁员 单位=村委会 补贴=600 名额=2 政策=乡村公益性岗位安置")
    desk.types("welfare apply zdf 1 --cadre 否")
    desk.types("welfare review zdf 通过")
    desk.types("welfare approve zdf --months 12")
    for who in ("zxf", "wgl"):
        desk.types(f"venture start {who} {who}小店 类型=个体户 首次=是 登记日期=2025-9-1")
    desk.types("target set 转移就业 4")
    return Week(desk)


def roster(tmp_path: Path, most: int) -> tuple[Path, list[str]]:
    """The first of the plant's roster as a workbook of its own, and their names."""
    (sheet,) = read_workbook(ROSTER).sheets
    rows = [[str(cell or "") for cell in row] for row in sheet.rows][: most + 1]
    path = tmp_path / "分流职工.csv"
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return path, [row[0] for row in rows[1:]]


@pytest.mark.parametrize(
    "arriving", [60, pytest.param(1419, marks=pytest.mark.prove)], ids=["sixty", "the whole plant"]
)
def test_a_week_at_the_desk(office: Week, tmp_path: Path, arriving: int) -> None:
    file, names = roster(tmp_path, arriving)
    served = monday_the_plant_arrives(office, file, arriving)
    tuesday = calls_of_the_day(office, TUE, 8)
    tuesday_people_are_invited_to_the_fair(office)
    wednesday = calls_of_the_day(office, WED, 8)
    hired = thursday_the_fair(office)
    friday_the_bus(office, hired)
    friday_the_months_end_on_welfare_posts(office)
    friday_the_batch_claim(office)
    reached = tuesday | wednesday
    friday_the_report_says_what_was_done(office, arriving, served, reached, hired)
    the_keys_of_the_week(office, arriving)
    assert len(names) == arriving


def monday_the_plant_arrives(office: Week, file: Path, arriving: int) -> list[int]:
    office.on(MON)
    office.types(f"green start {file} 非因本人意愿失业=是")
    served = []
    for at in range(10):
        card = office.asks("green next")
        lacking = " --lack 2" if at % 5 == 4 else ""
        office.types(f"green done 就业意愿=有{lacking}", about=str(card["id"]))
        served.append(card["id"])
    left = office.asks("green left")
    assert (left["done"], len(left["waiting"]), len(left["lacking"])) == (10, arriving - 10, 2)
    claimed = {c["who"] for c in office.asks("claim list")["claims"]}
    paid_in = {number: office.file(str(number))["失业保险缴费月数"] for number in served}
    assert claimed == {number for number, months in paid_in.items() if months >= 12}
    office.types("nightly")
    return served


def calls_of_the_day(office: Week, day: str, count: int) -> set[int]:
    """The first calls of the day's sheet: every fourth nobody answers; who was reached."""
    office.on(day)
    rows = office.asks("today")["rows"][:count]
    assert len(rows) == count
    reached = set()
    for at, row in enumerate(rows):
        code = str(row["row"]).rpartition("-")[2]
        if at % 4 == 3:
            office.types(f"enter {code} wrj")
        else:
            office.types(f"enter {code} 接通 有 岗位")
            reached.add(row["id"])
    office.types("nightly")
    return reached


def tuesday_people_are_invited_to_the_fair(office: Week) -> None:
    office.on(TUE)
    office.types(
        "event add 专场招聘会 类别=招聘会 日期=2026-11-26 地点=镇文化站 单位数=8 岗位数=120"
    )
    office.types("event invite 1 --where 就业状态=登记失业")
    office.types("event answer 1 李小满@1组 孙秀芳@1组 来")


def thursday_the_fair(office: Week) -> list[int]:
    office.on(THU)
    office.types("event signin 1 李小满@1组 孙秀芳@1组 --done")
    office.types("event intend 1 李小满@1组 孙秀芳@1组 青岛一厂")
    for who in ("李小满@1组", "孙秀芳@1组"):
        office.types(f"event hire 1 {who} 工种=普工 起=今天 月薪=4200 区域=省内县外", about=who)
    (fair,) = office.asks("event list --all")["events"]
    assert fair["hired"] == [1, 2]
    return [1, 2]


def friday_the_bus(office: Week, hired: list[int]) -> None:
    office.on(FRI)
    office.types("event add 青岛直通车 类别=专车 日期=2026-11-27")
    office.types("event bus 2 座位=45 带队=王芳 发车=6:30 到=青岛 上车点=村口")
    office.types("event seat 2 --where 就业经历.单位=青岛一厂")
    office.types("event boarded 2")
    seats = office.asks("event seats 2")["seats"]
    assert [(s["id"], s["boarded"]) for s in seats] == [(n, True) for n in hired]


def friday_the_months_end_on_welfare_posts(office: Week) -> None:
    office.types("welfare days --all 20")
    office.types("welfare grade 周德福@2组 出勤=40 履职=36 群众评价=18")
    said = office.types("welfare paid 本月")
    assert "发给 1 人，共 600 元" in said


def friday_the_batch_claim(office: Week) -> None:
    batch = office.asks("claim batch 开店补贴")
    assert ([c["name"] for c in batch["claims"]], batch["total"]) == (["张锡福", "吴桂兰"], 4000)
    office.types("claim submit --batch 1")


def friday_the_report_says_what_was_done(
    office: Week, arriving: int, served: list[int], reached: set[int], hired: list[int]
) -> None:
    report: Any = office.asks("report weekly")
    figures = {one["name"]: one for one in report["figures"]}
    people = {one["id"]: one["name"] for one in office.asks("list")["people"]}
    for name, one in figures.items():
        assert one["name"] == "招聘人数" or one["value"] == len(one["ids"]), name
    sums = [("在册", ("已就业", "务农", "未就业", "上学和退休", "就业状态未问到")),
            ("务工人数", ("务工县内", "务工省内县外", "务工省外", "务工区域未问到")),
            ("应访", ("已访", "还没访")), ("已访", ("接通", "没接通"))]  # fmt: skip
    told = [
        Figure(
            name,
            tuple(one["ids"]),
            amount=one["value"],
            sums=tuple(parts for whole, parts in sums if whole == name),
        )
        for name, one in figures.items()
    ]
    assert unreconciled(told) == []
    assert set(figures["在册"]["ids"]) == set(people)
    assert figures["新增"]["value"] == arriving
    assert set(figures["接通"]["ids"]) == reached
    assert figures["登记失业"]["ids"] == served
    assert figures["务工省内县外"]["ids"] == hired
    assert figures["公益岗在岗"]["ids"] == [3]
    assert figures["自主创业"]["ids"] == [4, 5]
    assert figures["全年转移就业"]["ids"] == hired
    opened = office.run("report", "weekly", "--open", "务工省内县外").out
    assert all(people[number] in opened for number in hired)
    office.types("print 周报 --html")


def the_keys_of_the_week(office: Week, arriving: int) -> None:
    """The keys of the week, all commands typed in full: no shell history, no completion."""
    assert max(len(line) for line in office.lines if "green start" not in line) <= MOST_KEYS_A_LINE
    assert sum(office.by_day.values()) == office.keys
    print(f"\n{arriving} 人到场的一周：{len(office.lines)} 条命令，{office.keys} 键；" + "，".join(
        f"{day[5:]} {keys} 键" for day, keys in office.by_day.items()
    ))  # fmt: skip
    # 16 calls, 10 people at the window, a fair, a bus, a month's end, a batch, a report
    assert office.keys < 2200
