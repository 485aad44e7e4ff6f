"""The three workbooks of people against what is known of the people in them: no fault."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jiuye_cli.core.fields.value import UNKNOWN, PartialSet
from jiuye_cli.core.intake.people import find_people_header, person_rows
from jiuye_cli.core.intake.plan import ImportPlan, Outcome, plan_import
from jiuye_cli.core.intake.same_person import PeopleIndex
from jiuye_cli.core.intake.sheet import Sheet
from jiuye_cli.core.people.cell import is_blank
from jiuye_cli.files.workbook.read import read_workbook

ROSTERS = Path(__file__).parents[2] / "data" / "rosters"
TRUTH = json.loads((ROSTERS / "truth.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 21)
STATES = {"在外务工": "在职", "公益岗": "公益性岗位"}
REFUSALS = {
    "float": ("身份证号码", "身份证号是数字格式，后三位已经丢了；请把这一列设成文本，照证件重新填"),
    "bad check digit": ("身份证号码", "身份证号校验码不对，多半抄错了一位；请对照证件核对"),
    "17 digits": ("身份证号码", "身份证号是 17 位，应为 18 位；请照证件补全"),
    "no name": ("姓名", "没有填姓名"),
}

LISTS = {"电话": "号码", "月薪": "月薪"}


def sheet_of(name: str) -> Sheet:
    (sheet,) = read_workbook(ROSTERS / name).sheets
    return sheet


def planned(sheet: Sheet, index: PeopleIndex | None = None) -> ImportPlan:
    header = find_people_header(sheet)
    assert header is not None
    return plan_import(person_rows(sheet, header, TODAY, "山东/聊城/临清"), index or PeopleIndex())


def expected(person: Mapping[str, Any]) -> dict[str, Any]:
    """What is true of a person, in the fields of the file."""
    told: dict[str, Any] = {
        "姓名": person["姓名"],
        "性别": person["性别"],
        "身份证号": person["身份证号"],
        "出生日期": date.fromisoformat(person["出生日期"]),
        "组": person["组"],
        "电话": person["电话"],
        "文化程度": person["学历"],
        "健康状况": person["健康"] and frozenset({person["健康"]}),
        "就业状态": STATES.get(person["状态"], person["状态"]),
        "失业日期": person["失业日期"] and date.fromisoformat(person["失业日期"]),
        "月薪": person["月薪"],
        "意向工种": person["意向"] and frozenset({person["意向"]}),
        "证书": person["证书"],
        "人员类别": person["低保"],
    }
    return told


COLUMNS = {"姓名": 1, "性别": 2, "身份证号": 3, "组": 4, "电话": 5, "文化程度": 6, "健康状况": 7, "就业状态": 8, "失业日期": 9,
           "月薪": 10, "意向工种": 11, "证书": 12, "人员类别": 14}  # fmt: skip


def said(values: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values in the shape of `expected`."""
    told = {
        name: values.get(name, UNKNOWN) for name in expected(TRUTH["省系统导出.csv"][0]["person"])
    }
    phones, jobs, certificates = (values.get(name, ()) for name in ("电话", "就业经历", "证书"))
    told["电话"] = phones[0]["号码"] if phones else UNKNOWN
    told["月薪"] = jobs[0].get("月薪", UNKNOWN) if jobs and "止" not in jobs[0] else UNKNOWN
    told["证书"] = [certificates[0]["职业"], certificates[0]["等级"]] if certificates else UNKNOWN
    groups = values.get("人员类别", PartialSet())
    told["人员类别"] = True if "低保" in groups.yes else False if "低保" in groups.no else UNKNOWN
    return told


def test_the_village_workbook_has_no_fault() -> None:
    sheet = sheet_of("村劳动力台账.xlsx")
    header = find_people_header(sheet)
    assert header is not None
    rows = {row.number: row for row in person_rows(sheet, header, TODAY)}
    assert sorted(rows) == [one["row"] for one in TRUTH["村劳动力台账.xlsx"]]
    for one in TRUTH["村劳动力台账.xlsx"]:
        row, kind = rows[one["row"]], one["kind"]
        if kind in REFUSALS:
            assert row.refused is not None
            assert (row.refused.column, row.refused.message) == REFUSALS[kind]
            continue
        assert row.refused is None
        told, true = said(row.values), expected(one["person"])
        if kind == "again":
            assert (told["身份证号"], told["电话"]) == (true["身份证号"], "19900008888")
            continue
        for name, value in true.items():
            cell = sheet.cell(one["row"] - 1, COLUMNS.get(name, COLUMNS["身份证号"]))
            if is_blank(cell):
                assert told[name] is UNKNOWN, (one["row"], name)
            else:
                assert told[name] == value, (one["row"], name)


def test_the_second_row_about_someone_adds_a_phone_and_empties_nothing() -> None:
    plan = planned(sheet_of("村劳动力台账.xlsx"))
    (again,) = [row for row in plan.rows if row.outcome is Outcome.UPDATED]
    assert again.row == 192
    (write,) = [write for write in plan.writes if 192 in write.rows]
    assert write.values["电话"] == ({"号码": "19900006302"}, {"号码": "19900008888"})
    assert write.values["文化程度"] == "高中"


@pytest.mark.parametrize("name", ["省系统导出.csv", "分流职工花名册.xls"])
def test_the_export_and_the_plants_roster_have_no_fault(name: str) -> None:
    sheet = sheet_of(name)
    header = find_people_header(sheet)
    assert header is not None
    rows = list(person_rows(sheet, header, TODAY))
    assert [row.number for row in rows] == [one["row"] for one in TRUTH[name]]
    for row, one in zip(rows, TRUTH[name], strict=True):
        true, told = expected(one["person"]), said(row.values)
        assert row.refused is None
        if not row.name.endswith("?"):
            assert told["姓名"] == true["姓名"]
        for field in ("身份证号", "性别", "出生日期", "电话"):
            assert told[field] == true[field], (row.number, field)
        if told["文化程度"] is not UNKNOWN:
            assert told["文化程度"] == true["文化程度"]


def test_the_plants_roster_gives_the_job_that_ended() -> None:
    sheet = sheet_of("分流职工花名册.xls")
    header = find_people_header(sheet)
    assert header is not None
    assert header.unmapped == ["食堂卡号"]
    for row, cells in zip(person_rows(sheet, header, TODAY), sheet.rows[1:], strict=True):
        assert row.values["就业经历"] == (
            {"单位": cells[3], "工种": cells[4], "止": date(2026, 10, 31)},
        )
        assert row.values["失业保险缴费月数"] == cells[6]


def test_codes_of_the_export_are_read_and_its_unknown_column_is_named() -> None:
    header = find_people_header(sheet_of("省系统导出.csv"))
    assert header is not None
    assert header.mapping == {
        "AAC147": "身份证号", "AAC003": "姓名", "AAC004": "性别", "AAC011": "文化程度", "AAE005": "电话", "AAC021": "就业创业证号",
    }  # fmt: skip
    assert header.unmapped == ["AAE036"]


def outcomes(plan: ImportPlan) -> dict[str, int]:
    return dict(Counter(row.outcome.value for row in plan.rows))


def test_one_file_after_the_other_updates_and_the_same_file_again_changes_nothing() -> None:
    index = PeopleIndex()
    names = ("村劳动力台账.xlsx", "省系统导出.csv", "分流职工花名册.xls")
    first = [outcomes(planned(sheet_of(name), index)) for name in names]
    assert first == [
        {"new": 166, "updated": 1, "refused": 15},
        {"same": 83, "new": 7},
        {"new": 1419},
    ]
    again = [planned(sheet_of(name), index) for name in names]
    assert [outcomes(plan) for plan in again] == [
        {"same": 167, "refused": 15},
        {"same": 90},
        {"same": 1419},
    ]
    assert [plan.writes for plan in again] == [(), (), ()]


def test_a_rare_name_survives_the_export_in_either_order() -> None:
    village, export = sheet_of("村劳动力台账.xlsx"), sheet_of("省系统导出.csv")
    after, before = PeopleIndex(), PeopleIndex()
    planned(village, after), planned(export, after)
    planned(export, before), planned(village, before)
    for index in (after, before):
        names = {index.with_number(n).name for n in ("99999919610326294X", "999999196408282554")}  # type: ignore[union-attr]
        assert names == {"单䶮", "杨𠮷"}
