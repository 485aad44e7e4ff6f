"""The calling day on the command line: today, callbacks, enter, why."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from jiuye_cli.core.callback.handed.code import row_code

FRIDAY, MONDAY, TUESDAY = "2026-11-20", "2026-11-23", "2026-11-24"


@pytest.fixture
def village(home, jiuye, monkeypatch):
    """Seven invented people whose files were opened on 2 November."""
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-02")
    for words in (
        (
            "李广军",
            "组=3组",
            "电话=19900000001",
            "就业状态=登记失业",
            "文化程度=初中",
            "回访嘱咐=晚上7点后打",
        ),
        ("王小兰", "组=2组", "电话=19900000002", "就业状态=务农"),
        ("张小山", "组=1组", "电话=19900000001"),
        ("赵无话", "组=1组", "住址=柳树屯1组5号"),
        ("孙退休", "电话=19900000005", "就业状态=退休"),
        ("周小满", "组=2组", "电话=19900000006", "就业状态=无业"),
        ("钱注销", "电话=19900000007"),
    ):
        assert jiuye("add", *words).code == 0
    assert jiuye("forget", "钱注销", "--yes").code == 0
    monkeypatch.setenv("JIUYE_TODAY", MONDAY)
    return home


def code(row: int, day: str = MONDAY) -> str:
    return row_code(date.fromisoformat(day), row)


def left_out(sheet: dict) -> dict[int, str]:
    return {one["id"]: one["reason"] for one in sheet["left_out"]}


def test_the_first_look_of_the_day_makes_the_sheet_and_the_second_shows_the_same(village, jiuye):
    first, second = jiuye("today", "--json"), jiuye("today", "--json")
    assert first.code == 0
    assert first.json == second.json
    sheet = first.json
    assert (sheet["for"], sheet["sheet"], sheet["capacity"]) == (MONDAY, "1123", 20)
    assert [row["name"] for row in sheet["rows"]] == ["李广军", "王小兰", "周小满"]
    assert list(sheet["rows"][0]) == [
        "row", "id", "name", "reasons", "urgency", "parts", "ask", "overdue_days", "also",
    ]  # fmt: skip


def test_everyone_leads_a_row_or_is_left_out_with_one_reason(village, jiuye):
    sheet = jiuye("today", "--json").json
    assert left_out(sheet) == {
        3: "同一个电话，在第01行一起打",
        4: "无有效电话，列入上门",
        5: "已退休",
        7: "已注销",
    }
    assert [row["id"] for row in sheet["visits"]] == [4]
    assert [one["id"] for one in sheet["rows"][0]["also"]] == [3]


def test_the_parts_of_the_sum_add_up_to_it(village, jiuye):
    for row in jiuye("today", "--json").json["rows"]:
        assert sum(part["points"] for part in row["parts"]) == row["urgency"]


def test_a_preview_of_another_day_is_not_a_sheet_and_changes_nothing(village, jiuye):
    preview = jiuye("callbacks", "--for", "明天", "--json").json
    assert (preview["for"], preview["sheet"]) == (TUESDAY, None)
    assert jiuye("callbacks", "--for", TUESDAY, "--json").json["sheet"] is None


def test_the_screen_of_the_day(village, jiuye, golden):
    golden("today.txt", jiuye("today").out)


def test_the_screen_once_two_results_are_in(village, jiuye, golden):
    jiuye("today")
    jiuye("enter", code(3), "无人接")
    jiuye("enter", code(2), "接通", "务农", "有", "岗位", "--next", "周五")
    golden("today_answered.txt", jiuye("today").out)


def test_no_line_of_the_screen_is_wider_than_eighty_columns(village, jiuye, monkeypatch):
    from jiuye_cli.render.screen import table
    from jiuye_cli.render.screen.text import width

    jiuye(
        "set",
        "李广军",
        "回访嘱咐=晚上七点后打，白天在工地听不见，找女儿也行，女儿叫小兰，住在镇上的铺子里",
    )
    for screen in (table.Screen(columns=80), table.Screen(columns=80, drawn=True)):
        monkeypatch.setattr(table, "screen_of", lambda screen=screen: screen)
        lines = jiuye("callbacks", "--for", "明天").out.splitlines()
        assert [line for line in lines if width(line) > 80] == []


def test_a_list_for_a_spreadsheet(village, jiuye, golden):
    golden("today.csv", jiuye("today", "--csv").out)


# -- enter -------------------------------------------------------------------


def test_a_result_is_entered_by_its_row_and_the_next_day_is_said(village, jiuye):
    jiuye("today")
    told = jiuye("enter", code(1), "接通", "未就业", "有", "岗位", "--json")
    assert told.json == {"id": 1, "next": "2026-12-23", "changed": ["回访", "就业意愿"], "also": []}
    assert "张小山" in told.err


def test_the_row_alone_is_enough_on_the_day(village, jiuye):
    jiuye("today")
    bare = code(3).partition("-")[2]
    assert jiuye("enter", bare, "wrj", "--json").json == {
        "id": 6, "next": TUESDAY, "changed": ["回访"], "also": [],
    }  # fmt: skip


def test_a_call_that_did_not_connect_holds_for_everyone_behind_the_number(village, jiuye):
    jiuye("today")
    told = jiuye("enter", code(1), "关机", "--json").json
    assert [told["id"], *(one["id"] for one in told["also"])] == [1, 3]


def test_a_second_person_behind_a_number_has_a_result_of_their_own(village, jiuye):
    jiuye("today")
    assert jiuye("enter", code(1), "1", "3").code == 0
    told = jiuye("enter", f"{code(1)}.2", "1", "4", "--json")
    assert (told.json["id"], told.json["changed"], told.err) == (3, ["回访", "就业状态"], "")


def test_entering_a_row_again_corrects_it_and_does_not_double_it(village, jiuye):
    jiuye("today")
    jiuye("enter", code(3), "无人接")
    assert jiuye("enter", code(3), "接通", "在岗", "--json").json["changed"] == ["回访", "就业状态"]
    assert jiuye("enter", code(3), "接通", "在岗", "--json").json["changed"] == []
    assert "还没打过" not in jiuye("callbacks", "--why", "周小满").out
    assert jiuye("undo", "--yes").code == 0
    assert "上次：11月23日 无人接" in jiuye("callbacks", "--why", "周小满").out


def told_of(jiuye, who, *fields):
    known = jiuye("show", who, "--json").json["fields"]
    return tuple(known.get(name, {}).get("value") for name in fields)


def test_a_correction_takes_back_what_the_row_told_wrongly(village, jiuye):
    jiuye("today")
    jiuye("enter", code(3), "接通", "在岗", "有", "最低月薪=3000")
    assert told_of(jiuye, "周小满", "就业状态", "就业意愿", "最低月薪") == ("在职", "有", 3000)
    jiuye("enter", code(3), "接通", "务农")
    assert told_of(jiuye, "周小满", "就业状态", "就业意愿", "最低月薪") == ("务农", None, 3000)
    jiuye("enter", code(3), "无人接")
    assert told_of(jiuye, "周小满", "就业状态", "就业意愿", "最低月薪") == ("无业", None, None)


def test_a_correction_leaves_alone_what_was_changed_again_since(village, jiuye):
    jiuye("today")
    jiuye("enter", code(3), "接通", "在岗")
    jiuye("set", "周小满", "就业状态=灵活就业")
    jiuye("enter", code(3), "无人接")
    assert told_of(jiuye, "周小满", "就业状态") == ("灵活就业",)


@pytest.mark.parametrize("wrong", ["1123-03z", "1123-30j", "1132-03", "03z"])
def test_a_mistyped_row_is_refused_and_nothing_is_recorded(village, jiuye, wrong):
    jiuye("today")
    told = jiuye("enter", wrong, "接通")
    assert told.code in (3, 5)
    assert told.err
    assert jiuye("today", "--json").json["rows"][2]["id"] == 6
    assert "还没打过" in jiuye("callbacks", "--why", "周小满").out


def test_a_wrong_check_letter_says_so(village, jiuye):
    jiuye("today")
    right = code(3)
    wrong = right[:-1] + ("a" if right[-1] != "a" else "b")
    told = jiuye("enter", wrong, "接通")
    assert (told.code, told.err) == (
        5,
        f"“{wrong}”的校验字母对不上，可能打错了一位，请对着纸再看一眼。什么都没有记。\n",
    )


def test_someone_who_rings_back_is_entered_by_name_and_their_row_is_answered(village, jiuye):
    jiuye("today")
    assert jiuye("enter", "zxm", "接通", "--json").json["id"] == 6
    assert "已记 1" in jiuye("today").out


def test_words_that_mean_nothing_are_answered_with_the_choices(village, jiuye):
    jiuye("today")
    told = jiuye("enter", code(3), "通了吧")
    assert told.code == 2
    assert told.err.startswith("“通了吧”看不懂。结果：1接通(jt) 2无人接(wrj)")


def test_a_number_reported_dead_is_not_dialled_again_and_a_correction_revives_it(village, jiuye):
    jiuye("today")
    assert jiuye("enter", code(3), "停机", "--json").json["changed"] == ["回访", "电话"]
    assert left_out(jiuye("callbacks", "--for", "周三", "--json").json)[6].startswith("无有效电话")
    assert jiuye("enter", code(3), "接通", "--json").json["changed"] == ["回访", "电话"]
    assert "无有效电话" not in left_out(jiuye("callbacks", "--for", "周三", "--json").json)[6]


def test_fields_may_be_told_beside_the_result_and_a_bad_one_leaves_nothing(village, jiuye):
    jiuye("today")
    told = jiuye("enter", code(3), "接通", "最低月薪=3000", "--json")
    assert told.json["changed"] == ["回访", "最低月薪"]
    bad = jiuye("enter", code(2), "接通", "最低月新=3000")
    assert bad.code == 2
    assert "还没打过" in jiuye("callbacks", "--why", "王小兰").out


def test_an_identity_number_is_not_taken_from_the_command_line(village, jiuye):
    jiuye("today")
    told = jiuye("enter", code(3), "接通", "身份证号=99999919750626771X")
    assert told.code == 2
    assert "99999919750626771X" not in told.out + told.err


def test_a_promise_is_left_alone_until_its_day_and_leads_the_sheet_then(
    village, jiuye, monkeypatch
):
    jiuye("today")
    jiuye("enter", code(2), "接通", "--next", "周五", "--note", "在地里忙")
    assert left_out(jiuye("callbacks", "--for", "周四", "--json").json)[2] == "已约好 11-27 再打"
    friday = jiuye("callbacks", "--for", "周五", "--json").json
    assert friday["rows"][0]["id"] == 2
    assert friday["rows"][0]["reasons"] == ["11月23日约好11月27日打"]


def test_a_promise_on_a_rest_day_is_kept_on_the_working_day_after_it(village, jiuye, monkeypatch):
    jiuye("today")
    told = jiuye("enter", code(2), "接通", "--next", "周六", "--json")
    assert (told.json["next"], told.err) == ("2026-11-30", "11-28 不上班，会排到下一个工作日。\n")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-30")
    row = jiuye("today", "--json").json["rows"][0]
    assert (row["id"], row["overdue_days"]) == (2, 0)


def test_rows_that_never_came_back_are_carried_to_the_next_sheet(village, jiuye, monkeypatch):
    jiuye("today")
    jiuye("enter", code(1), "接通", "未就业")
    monkeypatch.setenv("JIUYE_TODAY", TUESDAY)
    sheet = jiuye("today", "--json").json
    assert [(one["sheet_no"], one["name"]) for one in sheet["unreturned"]] == [
        ("1123", "张小山"), ("1123", "王小兰"), ("1123", "周小满"), ("1123", "赵无话"),
    ]  # fmt: skip
    assert sheet["carried"] == [2, 3, 6]


def test_yesterdays_result_entered_today_is_of_yesterday(village, jiuye, monkeypatch):
    jiuye("today")
    monkeypatch.setenv("JIUYE_TODAY", TUESDAY)
    jiuye("enter", code(3), "接通", "未就业")
    assert "上次：11月23日 接通 未就业" in jiuye("callbacks", "--why", "周小满").out


# -- why ---------------------------------------------------------------------


def test_why_someone_is_on_the_list_is_told_with_the_sum(village, jiuye, golden):
    jiuye("today")
    golden("why_on.txt", jiuye("callbacks", "--why", "李广军").out)


@pytest.mark.parametrize(
    ("who", "verdict"),
    [
        ("孙退休", "不在名单上：已退休"),
        ("赵无话", "在名单上：无有效电话，列入上门"),
        ("张小山", "在名单上：同一个电话，在第01行一起打"),
    ],
)
def test_why_someone_is_not_on_the_list_is_one_sentence(village, jiuye, who, verdict):
    jiuye("today")
    assert jiuye("callbacks", "--why", who, "--json").json["verdict"] == verdict


def test_why_agrees_with_the_list_before_the_sheet_is_made(village, jiuye):
    preview = jiuye("callbacks", "--json").json
    for row in preview["rows"]:
        why = jiuye("callbacks", "--why", str(row["id"]), "--json").json
        assert (why["row"], why["urgency"]) == (row["row"], row["urgency"])


# -- paper -------------------------------------------------------------------


def test_printing_freezes_the_sheet_and_writes_private_files(village, jiuye):
    told = jiuye("callbacks", "--for", "明天", "--html", "--xlsx", "--json")
    files = told.json["files"]
    assert [Path(f).name for f in files] == ["回访名单.html", "回访名单.xlsx"]
    assert all(stat.S_IMODE(Path(f).stat().st_mode) == 0o600 for f in files)
    assert jiuye("callbacks", "--for", TUESDAY, "--json").json["sheet"] == "1124"


def test_nothing_sensitive_stands_on_the_paper(village, jiuye, monkeypatch):
    jiuye("set", "李广军", "人员类别=低保", "健康状况=残疾", "残疾人证=是", "家庭月收入=800")
    page = jiuye("callbacks", "--html", "--json").json["files"][0]
    text = Path(page).read_text("utf-8")
    assert "李广军" in text
    assert [word for word in ("低保", "残疾", "800") if word in text] == []


def test_where_no_one_is_at_the_keyboard_a_guided_call_is_refused(village, jiuye):
    told = jiuye("call")
    assert (told.code, told.out) == (2, "")
    assert told.err == "call 要在键盘前一问一答。不在键盘前就用：jiuye enter 行号 结果\n"


def test_a_rest_day_has_its_sheet_and_a_word_on_the_next_working_day(village, jiuye, monkeypatch):
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-21")
    sheet = jiuye("today", "--json").json
    assert (sheet["for"], sheet["sheet"]) == ("2026-11-21", "1121")
    assert sheet["warnings"] == ["11-21 不是工作日，下一个工作日是 11-23。"]
    monkeypatch.setenv("JIUYE_TODAY", MONDAY)
    assert jiuye("today", "--json").json["unreturned"] == []


def test_a_year_without_a_calendar_is_weekdays_and_a_warning(village, jiuye, monkeypatch):
    monkeypatch.setenv("JIUYE_TODAY", "2027-01-04")
    told = jiuye("today", "--json")
    assert told.code == 0
    assert told.json["warnings"] == [
        "还没有 2027 年的放假安排，先按周一到周五排；通知出来后在 policies/日历/2027.yaml 里填上。"
    ]


def test_a_faulty_rule_file_of_the_village_is_told_with_its_line(village, jiuye):
    (village / "policies").mkdir(exist_ok=True)
    (village / "policies" / "回访.yaml").write_text(
        "多久打一次:\n  - {名称: 无业, 每: 常常}\n", encoding="utf-8"
    )
    told = jiuye("today")
    assert told.code == 4
    assert "回访.yaml:2: “每: 常常”看不懂，要写成 7天、5个工作日 或 1个月" in told.err


def test_a_date_told_of_a_certificate_completes_it_and_adds_no_second_one(village, jiuye):
    jiuye("set", "周小满", "证书=电工 五级")
    jiuye("today")
    said = jiuye("enter", code(3), "接通", "证书+=电工 2025-12-20").out
    assert "改了 证书，" in said
    (held,) = jiuye("show", "周小满", "--json").json["fields"]["证书"]["value"]
    assert (held["职业"], held["等级"], held["发证日期"]) == ("电工", "五级", "2025-12-20")


def test_what_a_call_told_is_said_back_with_what_is_still_to_be_noted(village, jiuye):
    jiuye("today")
    told, hint = jiuye("enter", code(3), "接通", "在岗", "有").out.splitlines()
    assert told.startswith("周小满 记下：接通，改了 就业状态 在职、就业意愿 有，下次 ")
    assert hint == "在哪里上班还没记：jiuye placement start 6 单位=… 起=… 月薪=…"
    jiuye("placement", "start", "周小满", "单位=甲厂", "起=昨天")
    jiuye("enter", code(3), "接通", "离岗")
    assert jiuye("enter", "周小满", "接通", "离岗").out.splitlines()[-1] == (
        "那份活还没记离岗：jiuye placement end 6 原因 --on 哪天"
    )
