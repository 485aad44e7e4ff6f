"""Rule files kept as they were read: the same nodes and the same refusals, whatever became of what was kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jiuye_cli.cli import desk
from jiuye_cli.errors import RuleFileError
from jiuye_cli.files import kept, strict_yaml
from jiuye_cli.files.kept import keep_in, read_kept
from jiuye_cli.files.rule_folder import load_shelf, rule_files
from jiuye_cli.files.strict_yaml import read_yaml
from jiuye_cli.workspace import shipped

TEXT = '编号: 甲\n条件:\n  年龄: >=16\n  就业状态: [在职, 灵活就业]\n样例:\n  - 说明: "乙：\\U0001F600"\n'
OTHER = TEXT.replace("16", "18")


@pytest.fixture
def folder(tmp_path):
    keep_in(tmp_path / "cache")
    yield tmp_path / "cache"
    keep_in(None)


@pytest.fixture
def rule(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def readings(monkeypatch):
    """The names of the files that were read anew."""
    names: list[str] = []

    def counted(data, file=""):
        names.append(file)
        return read_yaml(data, file)

    monkeypatch.setattr(strict_yaml, "read_yaml", counted)
    return names


def the_one(folder: Path) -> Path:
    (place,) = folder.iterdir()
    return place


def test_a_file_is_read_once_and_found_again_as_it_was(folder, rule, readings):
    first, again = read_kept(rule, "甲.yaml"), read_kept(rule, "甲.yaml")
    assert first == again == read_yaml(TEXT, "甲.yaml")
    assert readings == ["甲.yaml"]


def test_every_shipped_rule_comes_back_as_it_was_read(folder):
    rules = rule_files(shipped("policies"))
    read = [read_kept(path, path.name, cases=False) for path in rules]
    assert len(list(folder.iterdir())) == len(rules)
    assert [read_kept(path, path.name, cases=False) for path in rules] == read


def test_a_file_with_its_cases_is_another_than_without(folder, rule):
    for _ in range(2):
        assert read_kept(rule, "甲.yaml").get("样例") is not None
        assert read_kept(rule, "甲.yaml", cases=False).get("样例") is None


def test_a_changed_file_is_read_anew_and_kept_in_the_place_of_the_old(folder, rule, readings):
    read_kept(rule, "甲.yaml")
    rule.write_text(OTHER, encoding="utf-8")
    assert read_kept(rule, "甲.yaml") == read_kept(rule, "甲.yaml") == read_yaml(OTHER, "甲.yaml")
    assert readings == ["甲.yaml"] * 2
    assert len(list(folder.iterdir())) == 1


def test_what_another_program_kept_is_not_used(folder, rule, readings, monkeypatch):
    read_kept(rule, "甲.yaml")
    monkeypatch.setattr(kept, "_reader", lambda: b"of another version")
    read_kept(rule, "甲.yaml")
    assert readings == ["甲.yaml"] * 2


def test_a_damaged_byte_anywhere_is_noticed(folder, rule):
    rule.write_text("编号: 甲\n", encoding="utf-8")
    whole_rule = read_kept(rule, "甲.yaml")
    place = the_one(folder)
    whole = place.read_bytes()
    for at in range(len(whole)):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read_kept(rule, "甲.yaml") == whole_rule
        assert place.read_bytes() == whole, at


@pytest.mark.parametrize("cut", [0, 1, 64, 65, -1])
def test_a_file_cut_short_is_read_anew(folder, rule, cut, readings):
    read_kept(rule, "甲.yaml")
    place = the_one(folder)
    place.write_bytes(place.read_bytes()[:cut])
    assert read_kept(rule, "甲.yaml") == read_yaml(TEXT, "甲.yaml")
    assert len(readings) == 2


@pytest.mark.parametrize(
    "body", ["[]", "{}", "7", '"a"', "[[[]]]", "[" * 9000, '[{"甲": 1}, 1, 1, 1]', "x"]
)
def test_a_forged_seal_over_nonsense_does_no_harm(folder, rule, body, monkeypatch):
    """Whoever can write the seal can write the rules; it must not bring the program down."""
    read_kept(rule, "甲.yaml")
    monkeypatch.setattr(kept, "_seal", lambda source, told: b"sealed")
    the_one(folder).write_bytes(b"sealed\n" + body.encode())
    assert read_kept(rule, "甲.yaml") == read_yaml(TEXT, "甲.yaml")


def test_a_folder_that_cannot_be_written_does_no_harm(folder, rule, readings):
    folder.write_text("a file where the folder would be", encoding="utf-8")
    assert read_kept(rule, "甲.yaml") == read_kept(rule, "甲.yaml")
    assert readings == ["甲.yaml"] * 2


def test_a_write_that_fails_leaves_nothing_behind(folder, rule, monkeypatch):
    def full(self, data):
        self.touch()
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        assert read_kept(rule, "甲.yaml") == read_yaml(TEXT, "甲.yaml")
    assert list(folder.iterdir()) == []


def test_nothing_is_made_where_there_is_no_workspace(tmp_path, rule):
    desk.choose_home(str(tmp_path / "no workspace"))
    read_kept(rule, "甲.yaml")
    assert list(tmp_path.iterdir()) == [rule]


def test_two_names_for_one_text_keep_their_own_places(folder, rule):
    assert read_kept(rule, "甲.yaml").get("编号").file == "甲.yaml"
    assert read_kept(rule, "乙.yaml").get("编号").file == "乙.yaml"
    assert read_kept(rule, "甲.yaml").get("编号").file == "甲.yaml"


def test_files_are_private_to_their_owner(folder, rule):
    before = os.umask(0o077)
    try:
        read_kept(rule, "甲.yaml")
    finally:
        os.umask(before)
    modes = [one.stat().st_mode & 0o777 for one in (folder, the_one(folder))]
    assert modes == ([0o700, 0o600] if os.name == "posix" else modes)


FAULTY = {
    "重复.yaml": "编号: 重复\n编号: 又一次\n",
    "全角.yaml": "编号：全角\n",
    "错字.yaml": "编号: 错字\n名称: 错字\n地区: 全国\n受益人: 本人\n版本:\n  - 起: 2026-01-01\n    条件: {年令: ≥16}\n",
    "空.yaml": "",
    "国标.yaml": "编号: 国标".encode("gb18030"),
}


def complaints(folder: Path) -> list[str]:
    with pytest.raises(RuleFileError) as refused:
        load_shelf([folder])
    return [str(problem) for problem in refused.value.problems]


def test_a_fault_is_told_in_the_same_words_at_the_same_line_with_and_without(folder, tmp_path):
    own = tmp_path / "policies"
    own.mkdir()
    for name, text in FAULTY.items():
        (own / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    keep_in(None)
    without = complaints(own)
    keep_in(folder)
    assert complaints(own) == complaints(own) == without
    assert {line.split(":")[0] for line in without} == {f"policies/{name}" for name in FAULTY}


def test_a_command_keeps_what_it_read_in_its_workspace(home, jiuye):
    rules = home / "cache" / "rules"
    rules.unlink(missing_ok=True)
    jiuye("add", "李广军")
    first = jiuye("check", "1").out
    assert len(list(rules.iterdir())) > len(rule_files(shipped("policies")))
    made = {one.name: one.stat().st_mtime_ns for one in rules.iterdir()}
    assert jiuye("check", "1").out == first
    assert made == {one.name: one.stat().st_mtime_ns for one in rules.iterdir()}
