"""Posts in, offers out: the screens and the JSON that scripts rely on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Said

ROSTERS = Path(__file__).parents[1] / "data" / "rosters"
ZHAO = (
    "赵守田 性别=男 出生日期=1973-04-12 组=3组 文化程度=初中 人员类别=低保 低保金额=860 就业状态=登记失业 失业日期=2024-05-01 "
    "不能=重体力 劳动能力=普通劳动力 残疾人证=否 照护=学生 照护时段=16:30-18:00"
    " 意向工种=电工 最低月薪=3000"
)
POSTS = (
    "单位=顺和物业 岗位名称=电工 人数=1 月薪=3400 工作地点=县城 劳动强度=轻 年龄要求=60岁以下 学历要求=不限 证书要求=电工 "
    "班次=白班 上班时间=8:00-16:00 工作环境=不限 每月路费=60 接受残疾人=是 用工形式=单位就业",
    "单位=惠民服装厂 岗位名称=缝纫工 人数=若干 月薪=2200-2800 工作地点=镇上 劳动强度=中 年龄要求=18-50 学历要求=不限 "
    "证书要求=不需要 班次=白班 上班时间=8:00-16:30 工作环境=不限 接受残疾人=是 用工形式=单位就业",
    "单位=金穗合作社 单位类型=帮扶车间 岗位名称=护理员 人数=5 月薪=面议 工作地点=镇上 劳动强度=中 年龄要求=女性优先，55以下 "
    "学历要求=不限 证书要求=不需要 班次=白班 上班时间=8:00-17:00 工作环境=不限 接受残疾人=是 用工形式=单位就业",
    "单位=鲁中电子 岗位名称=装卸工 人数=3 月薪=4200 工作地点=济南 劳动强度=重 年龄要求=18-55 班次=三班倒",
)


@pytest.fixture
def village(home: Path, jiuye: Callable[..., Said]) -> Callable[..., Said]:
    """One man and four posts."""
    _ = home
    assert jiuye("add", *ZHAO.split(), "证书=电工 五级").code == 0
    for post in POSTS:
        said = jiuye("job", "add", *post.split())
        assert said.code == 0, said.err
    return jiuye


def test_the_screen_of_one_person(
    village: Callable[..., Said], golden: Callable[..., None]
) -> None:
    golden("match_one.txt", village("match", "赵守田").out)


def test_the_json_of_one_person_has_the_promised_keys(village: Callable[..., Said]) -> None:
    found: Any = village("match", "赵守田", "--json").json
    promised = {"id", "suggestions", "near_misses", "shortfall", "ring", "rung"}
    assert promised <= found.keys()
    (one,) = found["suggestions"]
    assert {"job", "employer", "conditions", "score", "net_change", "unlock"} <= one.keys()
    assert (one["job"], one["employer"], one["unlock"]) == (1, "顺和物业", None)
    assert one["net_change"] == {"low": 2480, "high": 3340}
    assert {c["condition"]: c["result"] for c in one["conditions"]}["证书"] == "yes"
    assert (found["shortfall"], found["rung"]) == (2, "本地企业")
    assert [near["unlock"] for near in found["near_misses"]] == [
        "跟单位商量，年龄放到53岁",
        "16:30-17:00有人帮着照看（半小时）",
    ]


def test_a_post_that_asks_for_one_sex_is_shown_with_the_law_and_shuts_nobody_out(
    village: Callable[..., Said],
) -> None:
    found: Any = village("match", "赵守田", "--json").json
    carer = next(one for one in found["near_misses"] if one["name"] == "护理员")
    sex = next(one for one in carer["conditions"] if one["condition"] == "性别")
    assert sex["result"] == "yes"
    assert sex["post"].startswith("女性优先（就业促进法第二十七条")


def test_everyone_at_once(village: Callable[..., Said], golden: Callable[..., None]) -> None:
    village("add", "钱小兰", "出生日期=1990-02-02", "就业状态=无业")
    village("add", "孙在职", "出生日期=1985-02-02", "就业状态=在职")
    golden("match_all.txt", village("match", "--all").out)
    people: Any = village("match", "--all", "--json").json
    assert [one["id"] for one in people["people"]] == [1, 2]
    seats = {one["job"]: one["people"] for one in people["promised"]}
    assert seats[1] <= 3
    (ring,) = people["people"][0]["ring"]
    alone: Any = village("match", "赵守田", "--json").json
    assert ring.keys() == alone["ring"][0].keys()
    assert (ring["employer"], ring["say"], ring["jobs"]) == (
        "惠民服装厂", ["缝纫工：我这里有1个人，年龄放到55就合适"], [2],
    )  # fmt: skip


def test_what_would_open_more(village: Callable[..., Said], golden: Callable[..., None]) -> None:
    golden("match_unlock.txt", village("match", "--unlock").out)


def test_whom_to_ring(village: Callable[..., Said], golden: Callable[..., None]) -> None:
    golden("employer_ring.txt", village("employer", "ring").out)
    golden("employer_ring_plan.txt", village("employer", "ring", "--plan").out)


def test_a_pair_in_full(village: Callable[..., Said], golden: Callable[..., None]) -> None:
    near, far = village("why", "赵守田", "岗2"), village("why", "赵守田", "鲁中电子/装卸工")
    golden("why_pair.txt", f"{near.out}\n{far.out}")
    told: Any = village("why", "赵守田", "岗4", "--json").json
    assert [one["condition"] for one in told["conditions"] if one["result"] == "no"] == ["劳动强度"]
    assert sum(told["parts"].values()) == told["score"]
    assert told["unlock"] is None


def test_why_tells_of_a_closed_post_too(village: Callable[..., Said]) -> None:
    village("job", "close", "1", "--why", "招满了")
    told: Any = village("why", "赵守田", "岗1", "--json").json
    (shut,) = [one for one in told["conditions"] if one["result"] == "no"]
    assert (shut["condition"], shut["post"]) == ("能不能推荐", "2026-11-21 停招：招满了")


def test_numbers_that_no_row_can_have_are_not_found(village: Callable[..., Said]) -> None:
    for words in (("job", "show", "9" * 30), ("employer", "rang", "²"), ("referral", "result", "9" * 30, "录用"),
                  ("refer", "赵守田", "٣"), ("match", "9" * 30)):  # fmt: skip
        said = village(*words)
        assert said.code in (2, 3), (words, said.err)


def test_costs_of_the_village_come_from_its_settings(
    village: Callable[..., Said], home: Path
) -> None:
    settings = home / "设置.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "路费: {县内: 100-200}\n", encoding="utf-8"
    )
    village("job", "refresh", "1", "每月路费=")
    (one,) = village("match", "赵守田", "--json").json["suggestions"]
    assert one["net_change"] == {"low": 2340, "high": 3300}
    settings.write_text("路费: {月球: 1, 县内: 很多}\n服务标准: 999\n", encoding="utf-8")
    said = village("match", "赵守田")
    assert (said.code, "服务标准" in said.err) == (4, True)


def test_an_empty_village_has_sentences_and_no_faults(
    home: Path, jiuye: Callable[..., Said]
) -> None:
    _ = home
    assert jiuye("match", "--all").out == "眼下没有要找活的人。\n"
    assert jiuye("match", "--unlock").out == "没有差一步的岗位。\n"
    assert jiuye("employer", "ring", "--plan").out == "眼下没有要打的单位。\n"
    assert jiuye("job", "list").out.startswith("没有在招的岗位。")
    assert jiuye("match").code == 2
    assert jiuye("match", "无此人").code == 3


def test_the_shipped_workbook_of_posts_twice(home: Path, jiuye: Callable[..., Said]) -> None:
    _ = home
    file = ROSTERS / "岗位需求表.xlsx"
    dry: Any = jiuye("import-jobs", file, "--dry-run", "--json").json
    assert jiuye("job", "list", "--json").json == {"jobs": []}
    real: Any = jiuye("import-jobs", file, "--json").json
    assert dry == real
    assert (real["rows"], real["new"], real["refused"], real["problems"]) == (60, 60, 0, [])
    again: Any = jiuye("import-jobs", file, "--json").json
    assert (again["new"], again["updated"], again["same"]) == (0, 0, 60)
    jobs: Any = jiuye("job", "list", "--json").json
    assert len(jobs["jobs"]) == 60
    assert len({one["employer"] for one in jobs["jobs"]}) == 8


def test_a_row_that_changed_changes_its_post(
    home: Path, jiuye: Callable[..., Said], tmp_path: Path
) -> None:
    _ = home
    head = "用人单位,岗位名称,人数,月薪,工作地点,电话\n"
    file = tmp_path / "岗位.csv"
    file.write_text(
        head + "甲厂,电工,2,3000,镇上,19900001111\n甲厂,,2,3000,镇上,\n", encoding="utf-8"
    )
    first: Any = jiuye("import-jobs", file, "--json").json
    assert (first["new"], first["refused"]) == (1, 1)
    assert first["problems"] == [
        {"row": 3, "column": "岗位名称", "message": "没有填，这一行没有录入"}
    ]
    file.write_text(head + "甲厂,电工,2,3600,镇上,19900001111\n", encoding="utf-8")
    second: Any = jiuye("import-jobs", file, "--json").json
    assert (second["new"], second["updated"]) == (0, 1)
    job: Any = jiuye("job", "show", "1", "--json").json
    assert job["fields"]["月薪低"] == 3600


def test_a_file_without_posts_is_refused(
    home: Path, jiuye: Callable[..., Said], tmp_path: Path
) -> None:
    _ = home
    file = tmp_path / "别的.csv"
    file.write_text("甲,乙\n1,2\n", encoding="utf-8")
    said = jiuye("import-jobs", file)
    assert (said.code, said.err.strip()) == (
        5, "别的.csv 里没有认出岗位表：表头要有单位和岗位名称。也可用 --map 列=单位。",
    )  # fmt: skip


def test_a_post_is_confirmed_closed_and_opened_again(
    village: Callable[..., Said], monkeypatch: Any
) -> None:
    monkeypatch.setenv("JIUYE_TODAY", "2026-12-06")
    stale: Any = village("job", "list", "--stale", "--json").json
    assert [one["id"] for one in stale["jobs"]] == [1, 2, 3, 4]
    assert village("job", "refresh", "1", "人数=2").out == "1 号岗位 电工 今天核实过，改了人数。\n"
    assert village("job", "close", "2", "--why", "不招了").code == 0
    assert village("job", "close", "2").code == 5
    assert [one["id"] for one in village("job", "list", "--json").json["jobs"]] == [1, 3, 4]
    assert village("job", "refresh", "2").code == 0
    assert [one["id"] for one in village("job", "list", "--json").json["jobs"]] == [1, 2, 3, 4]


def test_wrong_words_are_told_the_nearest_right_one(village: Callable[..., Said]) -> None:
    said = village("job", "add", "单位=甲厂", "岗位名称=电工", "年令=50")
    assert said.code == 2
    assert "岗位没有“年令”这一项，是不是“年龄”" in said.err
    assert village("job", "add", "岗位名称=电工").code == 5
    assert village("job", "add", "单位=甲厂", "岗位名称=电工", "人数=许多").code == 5


def test_workshops_show_headcounts_and_what_the_rules_say(village: Callable[..., Said]) -> None:
    village("workshop", "set", "金穗合作社", "职工人数=35", "吸纳脱贫人口数=12", "正常经营=是")
    (one,) = village("workshop", "list", "--json").json["workshops"]
    assert (one["name"], one["staff"], one["poor"], one["open_jobs"]) == ("金穗合作社", 35, 12, 1)
