"""Households watched until someone works, and targets that open into names."""

import pytest


@pytest.fixture
def village(home, jiuye):
    jiuye("add", "李广军", "组=2组", "就业状态=登记失业", "出生日期=1979-03-02", "户编号=H1")
    jiuye("add", "孙秀芳", "组=2组", "就业状态=无业", "出生日期=1981-05-06", "户编号=H1")
    jiuye("add", "周德福", "组=5组", "就业状态=务农", "出生日期=1990-05-06", "户编号=H2")
    jiuye("add", "钱多多", "组=5组", "就业状态=在职", "出生日期=1990-05-06")
    return home


def through(jiuye, *words):
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


def test_households_without_anyone_at_work_are_found_and_watched_until_someone_is(village, jiuye):
    said = through(jiuye, "家庭", "零就业", "--json")
    found = [(h["code"], h["word"], h["since"], h["due"]) for h in said.json["households"]]
    assert found == [
        ("H1", "零就业家庭", "2026-11-21", "2026-12-21"), ("H2", "零转移就业家庭", "2026-11-21", "2026-12-21"),
    ]  # fmt: skip
    assert said.err == "新发现 2 户，有人上岗消掉 0 户。\n"
    through(jiuye, "placement", "start", "lgj", "单位=诚安物业")
    again = through(jiuye, "household", "zero", "--json")
    assert again.err == "新发现 0 户，有人上岗消掉 1 户。\n"
    assert [h["code"] for h in again.json["households"]] == ["H2"]


def test_watching_again_finds_nothing_new(village, jiuye):
    through(jiuye, "household", "zero")
    assert through(jiuye, "household", "zero").err == "新发现 0 户，有人上岗消掉 0 户。\n"


def test_a_human_confirms(village, jiuye):
    through(jiuye, "household", "zero")
    assert (
        through(jiuye, "家庭", "认定", "lgj", "--by", "镇人社所").out
        == "李广军 家 2026-11-21 认定为零就业家庭。\n"
    )
    assert "零就业家庭（已认定）" in through(jiuye, "household", "show", "sxf").out


def test_someone_not_watched_cannot_be_confirmed(village, jiuye):
    said = jiuye("household", "confirm", "lgj")
    assert (said.code, said.err) == (
        3,
        "这一户不在零就业家庭的观察名单上，先 jiuye household zero。\n",
    )


def test_people_are_put_together_and_then_seen_together(village, jiuye):
    said = jiuye("household", "show", "qdd")
    assert said.code == 3
    through(jiuye, "household", "join", "qdd", "lgj", "--relation", "兄弟姐妹")
    (home,) = through(jiuye, "household", "show", "qdd", "--json").json["households"]
    assert (home["ids"], home["workers"], home["zero"]) == ([1, 2, 4], [4], False)


def test_a_number_told_that_the_members_own_files_contradict_is_pointed_out(village, jiuye):
    jiuye("household", "join", "qdd", "lgj")
    jiuye("set", "lgj", "就业人数=0")
    (home,) = through(jiuye, "household", "list", "--wrong", "--json").json["households"]
    assert home["code"] == "H1"


def test_a_target_counts_what_the_file_tells_and_opens_into_names(village, jiuye):
    through(jiuye, "任务", "定", "转移就业", "4", "--source", "镇里下达")
    through(jiuye, "placement", "start", "lgj", "单位=青岛一厂", "起=昨天", "区域=省内县外")
    through(jiuye, "placement", "start", "sxf", "单位=诚安物业", "起=昨天", "区域=县内")
    (target,) = through(jiuye, "target", "list", "--json").json["targets"]
    assert {k: target[k] for k in ("measure", "wanted", "value", "percent", "ids")} == {
        "measure": "转移就业", "wanted": 4, "value": 1, "percent": 25, "ids": [1],
    }  # fmt: skip
    assert "1 号 李广军 2组" in through(jiuye, "target", "list", "--open", "转移就业").out


def test_a_target_set_again_is_changed(village, jiuye):
    through(jiuye, "target", "set", "取证", "10")
    through(jiuye, "target", "set", "取证", "12")
    assert [t["wanted"] for t in through(jiuye, "target", "list", "--json").json["targets"]] == [12]


def test_a_figure_there_is_not_is_answered_with_those_there_are(village, jiuye):
    said = jiuye("target", "set", "转移", "10")
    assert said.code == 3
    assert said.err.startswith("没有“转移”这个数，是不是“转移就业”？可定任务的：新增就业、")


def test_the_screens(village, jiuye, golden):
    through(jiuye, "household", "zero")
    through(jiuye, "target", "set", "转移就业", "470", "--source", "镇里下达")
    through(jiuye, "target", "set", "补贴发放", "23.16万元")
    golden(
        "household_and_target.txt",
        jiuye("household", "list").out + "\n" + jiuye("target", "list").out,
    )


def income(jiuye, who):
    return through(jiuye, "show", who, "--json").json["fields"].get("家庭月收入", {}).get("value")


def test_what_is_told_with_the_number_of_a_household_is_told_of_that_household(home, jiuye):
    through(jiuye, "add", "李广军", "家庭月收入=3200", "户编号=H1")
    through(jiuye, "add", "孙秀芳", "户编号=H1")
    assert (income(jiuye, "李广军"), income(jiuye, "孙秀芳")) == (3200, 3200)


def test_a_household_that_gets_its_number_later_keeps_what_is_known_of_it(home, jiuye):
    through(jiuye, "add", "李广军", "家庭月收入=3200")
    through(jiuye, "set", "李广军", "户编号=H1")
    assert income(jiuye, "李广军") == 3200
    through(jiuye, "add", "孙秀芳", "户编号=H2", "家庭月收入=900")
    through(jiuye, "set", "孙秀芳", "户编号=H1")
    assert income(jiuye, "孙秀芳") == 3200
