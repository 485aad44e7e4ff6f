"""The green channel: a roster arrives, one pass a person, nobody left at closing time."""

from datetime import date
from pathlib import Path

import pytest

from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.tables.claim import PAPER
from jiuye_cli.workspace import shipped as shipped_folder

TODAY = date(2026, 11, 21)
ROSTER = """\
姓名,身份证号,手机,原单位,原工种,解除合同日期,失业保险缴费月数
刘明月,999999199807227812,19900000286,第一钢厂,天车工,2026-10-31,75
林锡德,999999200212266666,19900006409,第一钢厂,电工,2026-10-31,75
何长河,999999198904257779,19900001662,第一钢厂,天车工,2026-10-31,130
"""


@pytest.fixture
def hall(home, jiuye, tmp_path):
    roster = tmp_path / "分流职工.csv"
    roster.write_text(ROSTER, encoding="utf-8")
    said = jiuye("绿色通道", "来人", roster, "非因本人意愿失业=是")
    assert said.code == 0, said.err
    assert said.out.endswith(
        "3 人排好了队。一个个办：jiuye green go；先印表：jiuye print registration\n"
    )
    return home


def through(jiuye, *words, **more):
    said = jiuye(*words, **more)
    assert said.code == 0, said.err
    return said


def facts(home, number):
    return read_person(connect(home / "jiuye.db", read_only=True), number, TODAY).facts


def test_the_first_of_the_roster_is_next_with_what_to_bring_and_to_ask(hall, jiuye):
    assert through(jiuye, "green", "next").out == (
        "名单第 1 位　1 号 刘明月 组别未问到 尾号0286　后面还有 2 人\n"
        "要带：1 身份证或社保卡　2 解除劳动关系证明\n"
        "要问：想不想找活干？1有 2无 3不明\n"
    )


def test_who_stands_at_the_window_is_found_by_the_tail_of_a_number(hall, jiuye):
    card = through(jiuye, "green", "next", "7779", "--json").json
    assert (card["name"], card["place"], card["left"]) == ("何长河", 3, 3)


def test_one_pass_registers_and_begins_the_claim_and_nothing_of_the_roster_is_typed_again(
    hall, jiuye
):
    said = through(jiuye, "绿色通道", "办完", "就业意愿=有", "--lack", "2")
    assert said.out == "刘明月 登记了失业，1 号申领开好了，还缺解除劳动关系证明。\n"
    known = facts(hall, 1)
    assert {n: known.value(n) for n in ("就业状态", "失业登记日期", "失业日期", "非因本人意愿失业", "就业意愿")} == {
        "就业状态": "登记失业", "失业登记日期": TODAY, "失业日期": date(2026, 10, 31),
        "非因本人意愿失业": True, "就业意愿": "有",
    }  # fmt: skip
    (claim,) = through(jiuye, "claim", "list", "--json").json["claims"]
    assert (claim["policy"], claim["who"], claim["missing"]) == (
        "失业保险金",
        1,
        ["解除劳动关系证明"],
    )


def test_another_day_of_losing_work_that_was_told_stands(hall, jiuye):
    through(jiuye, "green", "done", "6666", "失业日期=2026-11-03")
    assert facts(hall, 2).value("失业日期") == date(2026, 11, 3)


def test_nobody_is_served_twice(hall, jiuye):
    through(jiuye, "green", "done", "7812")
    said = jiuye("green", "done", "7812")
    assert said.code == 5
    assert said.err.startswith("1 号 2026-11-21 ")
    assert said.err.endswith(" 办过了。补材料用 jiuye green paper 1\n")


def test_who_may_not_have_the_benefit_is_registered_all_the_same(hall, jiuye):
    said = through(jiuye, "green", "done", "7812", "就业意愿=无")
    assert said.out == "刘明月 登记了失业，申领没开（失业保险金：不符合）。\n"
    assert facts(hall, 1).value("就业状态") == "登记失业"


def test_papers_that_lacked_are_ticked_on_the_claim_when_they_come(hall, jiuye):
    through(jiuye, "green", "done", "就业意愿=有", "--lack", "证明")
    assert through(jiuye, "green", "list", "--lacking", "--json").json["people"][0]["lacking"] == [
        "解除劳动关系证明"
    ]
    assert through(jiuye, "绿色通道", "补材料", "7812").out == "刘明月：材料齐了。\n"
    papers = PAPER.where(connect(hall / "jiuye.db", read_only=True))
    assert all(paper.ticked_on == TODAY for paper in papers)


def test_a_paper_there_is_not_is_answered_with_the_list_and_nothing_is_kept(hall, jiuye):
    said = jiuye("green", "done", "--lack", "户口本")
    assert (said.code, said.err) == (
        3, "材料里没有唯一的“户口本”。清单：1 身份证或社保卡、2 解除劳动关系证明。\n",
    )  # fmt: skip
    assert through(jiuye, "green", "left", "--json").json["done"] == 0


def test_the_counter_says_who_is_left(hall, jiuye):
    through(jiuye, "green", "done", "6666", "--lack", "2")
    through(jiuye, "green", "skip", "7779", "--reason", "已经上岗")
    count = through(jiuye, "绿色通道", "还剩", "--json").json
    assert {k: count[k] for k in ("total", "done", "done_today", "lacking", "skipped", "waiting")} == {
        "total": 3, "done": 1, "done_today": 1, "lacking": [2], "skipped": 1, "waiting": [1],
    }  # fmt: skip


def test_the_same_roster_again_queues_nobody_twice_and_forgets_nobody(hall, jiuye, tmp_path):
    through(jiuye, "green", "done", "7812")
    again = through(jiuye, "green", "start", tmp_path / "分流职工.csv", "--json").json
    assert (again["same"], again["queued"]) == (3, 0)
    assert through(jiuye, "green", "left", "--json").json["done"] == 1


def test_who_is_not_on_the_roster_can_be_added(hall, jiuye):
    through(jiuye, "add", "赵有田", "电话=19900002017")
    assert jiuye("green", "done", "zyt").code == 3
    through(jiuye, "green", "add", "zyt")
    assert through(jiuye, "green", "next", "zyt", "--json").json["place"] == 4


def test_without_a_roster_there_is_nothing_to_serve(home, jiuye):
    said = jiuye("green", "next")
    assert (said.code, said.err) == (
        3,
        "绿色通道现在没有名单。来了一批人：jiuye green start 花名册.xls\n",
    )


def test_closing_says_how_many_were_left(hall, jiuye):
    said = through(jiuye, "green", "close")
    assert (said.out, said.err) == (
        "分流职工收起来了。\n", "还有 3 人没办；要接着办，jiuye undo 打开名单。\n",
    )  # fmt: skip


def test_at_the_window_two_enters_and_a_key_serve_a_person(hall, jiuye, monkeypatch):
    from jiuye_cli.cli import desk

    monkeypatch.setattr(desk, "interactive", lambda: True)
    said = through(jiuye, "green", "go", stdin="\n1\n\n7779\n1\n2\nq\n")
    assert "办完，1 号申领。还有 2 人。" in said.out
    count = through(jiuye, "green", "left", "--json").json
    assert (count["done"], count["lacking"], count["waiting"]) == (2, [3], [2])


def test_at_the_window_a_slip_is_told_and_the_window_stays_open(hall, jiuye, monkeypatch):
    from jiuye_cli.cli import desk

    monkeypatch.setattr(desk, "interactive", lambda: True)
    said = through(jiuye, "green", "go", stdin="没这人\n\n1\n9\n\n1\n\nq\n")
    assert "没有找到“没这人”" in said.err
    assert "材料里没有唯一的“9”" in said.err
    assert through(jiuye, "green", "left", "--json").json["done"] == 1


def test_the_forms_of_all_who_wait_are_printed_filled_in_and_in_batches(hall, jiuye):
    rules = hall / "policies" / "全程.yaml"
    shipped = (shipped_folder("policies") / "全程.yaml").read_text(encoding="utf-8")
    rules.write_text(shipped.replace("一批打印: {人: 100", "一批打印: {人: 2"), encoding="utf-8")
    through(jiuye, "green", "done", "6666")
    files = through(jiuye, "print", "一站式表", "--html", "--json").json["files"]
    assert [Path(one).name for one in files] == ["一站式表-0001-0003.html"]
    page = Path(files[0]).read_text(encoding="utf-8")
    for told in (
        "刘明月",
        "何长河",
        "第一钢厂",
        "2026年10月31日",
        "不是自己要走的",
        "解除劳动关系证明",
    ):
        assert told in page
    assert "林锡德" not in page
