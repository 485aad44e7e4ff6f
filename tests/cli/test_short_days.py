"""Planned days typed short are taken, and said back with year and weekday."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said

Run = Callable[..., Said]

# Today is Saturday 2026-11-21
SHORT = {
    "11-25": "2026-11-25 星期三",
    "11月25日": "2026-11-25 星期三",
    "１１．２５": "2026-11-25 星期三",
    "明天": "2026-11-22 星期日",
    "下周三": "2026-11-25 星期三",
    "25号": "2026-11-25 星期三",
    "20号": "2026-12-20 星期日",
    "下月5号": "2026-12-05 星期六",
    "1-5": "2027-01-05 星期二",
    "2026.12.3": "2026-12-03 星期四",
}


def test_a_step_of_a_plan_by_a_short_day(home: Path, jiuye: Run) -> None:
    jiuye("add", "李小满")
    jiuye("plan", "make", "1", "找活")
    said = {word: jiuye("plan", "step", "1", "面试", "--by", word).out for word in SHORT}
    assert said == {
        word: f"李小满 第 {n} 步：面试，{day} 前。\n"
        for n, (word, day) in enumerate(SHORT.items(), 1)
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("event", "add", "春风行动", "类别=招聘会", "日期=12-5"), "1 号活动 春风行动 记好了，2026-12-05 星期六。"),
        (("event", "add", "春风行动", "类别=招聘会", "日期=11-15"), "1 号活动 春风行动 记好了，2026-11-15 星期日。"),
        (("event", "add", "春风行动", "类别=招聘会", "日期=下周三"), "1 号活动 春风行动 记好了，2026-11-25 星期三。"),
        (("training", "add", "电工班", "职业=电工", "起=明天", "止=1-5"), "1 号班 电工班 开好了，2026-11-22 星期日 到 2027-01-05 星期二。"),
        (("service", "lend", "1", "手机", "--until", "25号"), "手机借给 李小满，2026-11-25 星期三 该还，记下了。"),
        (("job", "add", "单位=诚安物业", "岗位名称=电工", "截止日期=12-31"), "1 号岗位 诚安物业 电工 登记好了，招到 2026-12-31 星期四。"),
        (("job", "add", "单位=诚安物业", "岗位名称=电工", "截止日期=长期"), "1 号岗位 诚安物业 电工 登记好了。"),
        (("plan", "make", "1", "找活", "报班@12-1", "面试"), "李小满 的方案定了：找活（2 步）。\n  2026-12-01 星期二 前 报班"),
        (("enter", "1", "接通", "--next", "27号"), "李小满 记下：接通，下次 2026-11-27 星期五"),
    ],
)  # fmt: skip
def test_what_is_planned_by_a_short_day_is_said_back_in_full(
    home: Path, jiuye: Run, words: tuple[str, ...], said: str
) -> None:
    jiuye("add", "李小满")
    answer = jiuye(*words)
    assert answer.code == 0, answer.err
    assert answer.out.startswith(said)


@pytest.mark.parametrize("word", ["2月30日", "13-1", "哪天", "32号", "0-1"])
def test_no_day_is_made_up(home: Path, jiuye: Run, word: str) -> None:
    answer = jiuye("event", "add", "春风行动", "类别=招聘会", f"日期={word}")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"日期“{word}”看不懂")


def test_a_look_back_takes_a_short_day_too(home: Path, jiuye: Run) -> None:
    jiuye("add", "李小满")
    assert jiuye("show", "1", "--on", "11-21").code == 0
    assert jiuye("report", "--on", "昨天", "--json").json["to"] == "2026-11-20"
    answer = jiuye("show", "1", "--on", "从前")
    assert (answer.code, answer.out) == (2, "")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2100-01-01", "20261121", "2026-1-5", "2026-W47-6", "x"])  # fmt: skip
def test_today_is_one_plain_day_of_our_time(
    home: Path, jiuye: Run, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    monkeypatch.setenv("JIUYE_TODAY", day)
    answer = jiuye("today", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"JIUYE_TODAY 要写成 2026-11-21 这样，现在是“{day}”。\n"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2100-01-01"])
def test_no_list_is_made_for_a_day_of_another_time(home: Path, jiuye: Run, day: str) -> None:
    for words in (["callbacks", "--for", day], ["nightly", "--for", day], ["report", "--on", day]):
        answer = jiuye(*words)
        assert (answer.code, answer.out) == (2, ""), words
