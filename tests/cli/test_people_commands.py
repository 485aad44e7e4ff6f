"""add, set, edit, find, list, show, forget, log, undo: what she types and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., object]
IDENTITY = "999999197506267715"


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    """Three people, two of one name, the third with everything a screen shows."""
    jiuye("add", "李小满", "组=3组", "电话=19900001111")
    jiuye("add", "李小满", "组=5组", "学历=初中")
    jiuye(
        "add", "单大寒", "组=2组", "电话=199 0000 2222（女儿）", "身份证号=-", "学历=技校", "就业状态=登记失业",
        "人员类别+=低保", "不能=夜班、重体力", "证书=电工 五级 2025-12-20", "家庭人口=3", stdin=IDENTITY + "\n",
    )  # fmt: skip
    return jiuye


def test_a_file_needs_only_a_name(home: Path, jiuye: Run) -> None:
    said = jiuye("add", "李小满")
    assert (said.code, said.out) == (0, "建好了：1 号 李小满。\n")


def test_add_answers_with_the_promised_keys(home: Path, jiuye: Run) -> None:
    assert jiuye("add", "李小满", "组=3组", "--json").json == {"id": 1, "changed": ["姓名", "组"]}


def test_namesakes_are_told_and_never_merged(village: Run) -> None:
    said = village("add", "李小满", "组=7组")
    assert said.out == "建好了：4 号 李小满。\n"
    assert said.err == (
        "同名的还有：\n  1 号 李小满 3组 尾号1111\n  2 号 李小满 5组 没有号码\n"
        "如果是同一个人：jiuye undo 撤销，再用 jiuye set 改原来的档案；早就建了两份，用 jiuye merge 并成一份。\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("add", "李小满", f"身份证号={IDENTITY}"),
        ("set", "1", f"备注=新证号{IDENTITY}"),
        ("show", IDENTITY),
        ("find", "９９９９９９　１９７５０６２６　７７１５"),
        ("enter", "1", "接通", "--note", f"说是{IDENTITY[:17]}x"),
        ("list", "--where", f"身份证号={IDENTITY}"),
    ],
)
def test_an_identity_number_is_never_an_argument(
    home: Path, jiuye: Run, words: tuple[str, ...]
) -> None:
    said = jiuye(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "身份证号不要写在命令里，会留在记录中。找人打姓名、档案号或证号后四位；"
        "录入写 身份证号=-，回车后再输入。\n"
    )


def test_a_file_may_be_called_after_its_holder(jiuye: Run, tmp_path: Path, home: Path) -> None:
    register = tmp_path / f"{IDENTITY}.csv"
    register.write_text("姓名,组\n李小满,3组\n", encoding="utf-8")
    assert jiuye("import", str(register)).code == 0


def test_one_identity_number_is_one_file(village: Run) -> None:
    said = village("add", "单大寒", "身份证号=-", stdin=IDENTITY)
    assert said.code == 5
    assert said.err == "这个身份证号已经在 3 号档案（单大寒）里了。要改就用 jiuye set 3 …\n"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["set", "9", "学历=初中"], 3, "没有找到“9”"),
        (["set", "李小满", "学历=初中"], 3, "“李小满”对得上好几位"),
        (["set", "3", "学例=初中"], 2, "没有“学例”这一项。是不是 学历"),
        (["set", "3", "学历=博土"], 5, "“博土”不在文化程度的选项里"),
        (["set", "3", "出生日期=1975-02-29"], 5, "没有 1975年2月29日 这一天"),
        (["set", "3"], 2, "要写改什么"),
        (["set", "3", "学历+=初中"], 2, "文化程度只有一个值"),
        (["set", "3", "姓名="], 5, "姓名不能去掉"),
        (["show"], 2, "还缺：谁"),
        (["show", "3", "--on", "从前"], 2, "日期“从前”看不懂"),
        (["list", "--where", "年令≥50"], 2, "没有叫“年令”的事实"),
        (["list", "--fields", "年令"], 2, "没有“年令”这一项"),
        (["shwo", "3"], 2, "没有“shwo”这个命令，是不是 show"),
        (["show", "3", "--foo"], 2, "没有 --foo 这个选项"),
    ],
)
def test_what_she_can_mend_is_a_sentence_and_a_code(
    village: Run, words: list[str], code: int, sentence: str
) -> None:
    said = village(*words)
    assert said.code == code
    assert sentence in said.err
    assert said.out == ""
    assert "Traceback" not in said.err


def test_every_way_to_name_a_person_finds_the_same_file(village: Run) -> None:
    for word in (
        "3",
        "#3",
        "单大寒",
        "sdh",
        "shandahan",
        "2222",
        "7715",
        "19900002222",
        "单大寒@2组",
    ):
        assert village("show", word, "--json").json["id"] == 3, word


def test_lists_grow_and_shrink_by_words(village: Run) -> None:
    assert village("set", "3", "不能-=夜班", "不能+=登高", "证书+=焊工 四级", "--json").json[
        "changed"
    ] == ["不能", "证书"]
    fields = village("show", "3", "--json").json["fields"]
    assert fields["不能"]["value"] == ["登高", "重体力"]
    assert [c["职业"] for c in fields["证书"]["value"]] == ["电工", "焊工"]


def test_none_and_unknown_are_two_things(village: Run) -> None:
    village("set", "3", "证书=无", "学历=?")
    fields = village("show", "3", "--json").json["fields"]
    assert fields["证书"]["value"] == "无"
    assert "文化程度" not in fields


def test_the_same_again_changes_nothing(village: Run) -> None:
    before = village("log", "--json").json
    assert village("set", "3", "组=2组", "--json").json == {"id": 3, "changed": []}
    assert village("log", "--json").json == before


def test_a_value_seen_is_worth_more_than_the_same_value_told(village: Run) -> None:
    assert village("set", "3", "学历=技校", "--grade", "seen", "--source", "毕业证", "--json").json[
        "changed"
    ] == ["文化程度"]
    school = village("show", "3", "--json").json["fields"]["文化程度"]
    assert school == {
        "value": "中专",
        "grade": "seen",
        "source": "毕业证",
        "noted_on": "2026-11-21",
    }


def test_the_file_on_a_screen(village: Run, golden: Callable[[str, str], None]) -> None:
    golden("show.txt", village("show", "3").out)


def test_no_line_of_the_file_is_wider_than_the_screen(village: Run) -> None:
    from jiuye_cli.render.screen.text import width

    village("set", "3", "备注=" + "很长的话" * 30, "住址=" + "柳树镇柳树屯" * 9)
    assert max(width(line) for line in village("show", "3").out.splitlines()) <= 80


def test_numbers_are_masked_unless_asked_for_and_asking_is_logged(village: Run) -> None:
    for command in (["show", "3"], ["find", "单"], ["list", "--fields", "身份证号,电话"]):
        said = village(*command)
        assert IDENTITY not in said.out
        assert "19900002222" not in said.out
    assert IDENTITY in village("show", "3", "--full").out
    from jiuye_cli.cli.desk import workspace
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.looks import looks

    assert [
        (look.who, look.what, look.people) for look in looks(connect(workspace().database))
    ] == [("王芳", "看档案", 1)]


def test_health_and_hardship_stay_out_of_lists(village: Run) -> None:
    said = village("list", "--fields", "姓名,不能,人员类别", "--csv")
    assert said.out.lstrip("\ufeff").splitlines() == [
        "档案号,姓名,不能,人员类别",
        "1,李小满,,",
        "2,李小满,,",
        "3,单大寒,●,●",
    ]
    assert "夜班" not in said.out
    assert "低保" not in said.out


def test_unknown_is_not_yes_in_a_list(village: Run) -> None:
    assert village("list", "--where", "文化程度=中专", "--json").json["total"] == 1
    assert village("list", "--where", "非 文化程度=中专", "--json").json["total"] == 1


def test_undo_shows_before_and_after_and_takes_back_the_command(village: Run) -> None:
    village("set", "3", "学历=高中", "不能+=登高")
    said = village("undo")
    assert said.out == (
        "撤销：改 单大寒（2026-11-21 "
        + said.out[len("撤销：改 单大寒（2026-11-21 ") :][:5]
        + "，1 人）\n"
        "    3 号 文化程度：高中 → 中专\n    3 号 不能：● → ●\n撤销好了。\n"
    )
    assert village("show", "3", "--json").json["fields"]["文化程度"]["value"] == "中专"


def test_undo_three_takes_back_three_commands(village: Run) -> None:
    village("undo", "3")
    assert village("list", "--json").json["total"] == 0


def test_undo_when_there_is_nothing_left(home: Path, jiuye: Run) -> None:
    said = jiuye("undo")
    assert (said.code, said.err) == (5, "没有可以撤销的操作了。\n")


def test_the_editor_sees_a_form_and_its_changes_are_kept(
    village: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text(
        "#!/bin/sh\nsed -i 's/^文化程度: .*/文化程度: 大专/; s/^组: .*/组: 6组/' \"$1\"\n"
    )
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    assert village("edit", "3", "--json").json == {"id": 3, "changed": ["组", "文化程度"]}


def test_an_edited_form_that_is_wrong_keeps_the_draft_and_names_the_lines(
    village: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text(
        "#!/bin/sh\nsed -i 's/^文化程度: .*/文化程度: 博土/; s/^组: .*/组x: 6组/' \"$1\"\n"
    )
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    said = village("edit", "3")
    assert said.code == 4
    assert "编辑-3.yaml:" in said.err
    assert "没有“组x”这一项" in said.err
    assert "“博土”不在文化程度的选项里" in said.err


def test_an_untouched_form_changes_nothing(village: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    assert village("edit", "3", "--json").json == {"id": 3, "changed": []}


def test_a_closed_file_keeps_its_number_and_leaves_the_lists(village: Run) -> None:
    assert village("forget", "3", "--why", "迁出").out == (
        "3 号档案注销了，jiuye undo 可以恢复；以后人回来了：jiuye forget 3 --reopen。\n"
    )
    assert village("list", "--json").json["total"] == 2
    assert "2026-11-21 注销" in village("show", "3").out
    village("undo")
    assert village("list", "--json").json["total"] == 3


def test_an_erased_person_leaves_no_byte_in_the_file(village: Run, home: Path) -> None:
    said = village("forget", "3", "--erase")
    assert said.code == 5, "without --yes nothing is erased"
    assert village("forget", "3", "--erase", "--yes").code == 0
    data = (home / "jiuye.db").read_bytes()
    for trace in ("单大寒", IDENTITY, "19900002222"):
        assert trace.encode() not in data
    assert village("show", "单大寒").code == 3
    assert village("undo").code == 0
    assert village("show", "单大寒").code == 3


def test_the_file_as_it_was_known_then(village: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIUYE_TODAY", "2026-12-05")
    village("set", "3", "学历=大专")
    assert (
        village("show", "3", "--on", "2026-11-30", "--json").json["fields"]["文化程度"]["value"]
        == "中专"
    )
    assert (
        village("show", "3", "--on", "2026-12-05", "--json").json["fields"]["文化程度"]["value"]
        == "大专"
    )
    assert village("show", "3", "--on", "2026-11-20").err == "2026-11-20 那天还没有 3 号档案。\n"


def test_the_root_help_stands_on_a_screen(jiuye: Run) -> None:
    from jiuye_cli.render.screen.text import width

    said = jiuye("--help")
    assert said.code == 0
    assert max(width(line) for line in said.out.splitlines()) <= 80
    assert "Usage" not in said.out


def test_a_job_is_told_with_its_figures_named_and_a_no_is_said_as_a_no(home, jiuye):
    jiuye("add", "李广军", "就业经历=甲厂 2026-3-2 3200 合同 没社保")
    jiuye("set", "李广军", "人员类别-=低保")
    said = jiuye("show", "李广军").out.splitlines()
    assert "就业经历  甲厂，起 2026-03-02，月薪 3200元/月，有合同，没社保" in said
    assert "人员类别  不是低保" in said


def test_who_comes_back_is_called_again_under_the_old_number(
    village: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    village("enter", "3", "接通")
    village("forget", "3", "--why", "迁出")
    monkeypatch.setenv("JIUYE_TODAY", "2027-03-01")
    said = village("add", "单大寒", "身份证号=-", stdin=IDENTITY)
    assert said.code == 5
    assert said.err == (
        "这个身份证号已经在 3 号档案（单大寒，已注销）里了。人回来了就 jiuye forget 3 --reopen\n"
    )
    assert village("forget", "3", "--reopen").out == "3 号档案重新打开了，接着回访。\n"
    assert village("forget", "3", "--reopen").err == "3 号档案没有注销，不用重新打开。\n"
    assert 3 in [row["id"] for row in village("today", "--json").json["rows"]]
    assert village("forget", "3", "--reopen", "--erase").code == 2


def test_a_stale_draft_does_not_take_back_what_was_told_since(
    village: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\nsed -i 's/^文化程度: .*/文化程度: 博土/' \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    assert village("edit", "3").code == 4
    village("set", "3", "组=8组")
    editor.write_text("#!/bin/sh\nsed -i 's/^文化程度: .*/文化程度: 大专/' \"$1\"\n")
    said = village("edit", "3", "--json")
    assert said.json == {"id": 3, "changed": ["文化程度"]}
    assert "档案后来又变过，这次从现在的样子改起" in said.err
    assert village("show", "3", "--json").json["fields"]["组"]["value"] == "8组"
    left = sorted(path.name for path in (home / "cache").glob("编辑*"))
    assert left == ["编辑-3-旧.yaml"]
