"""设置.yaml and 字段.yaml: what is off is said with its line, and never taken for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiuye_cli.errors import RuleFileError
from jiuye_cli.files.own_fields import read_own_fields
from jiuye_cli.files.settings import read_settings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- 村名\n", "设置.yaml:1: 要写成一行一项，如 村名: 柳树屯"),
        ("村名: [甲]\n", "设置.yaml:1: “村名”只写一个词，如 村名: 柳树屯"),
        ("村名: 甲\n协理员: {a: 1}\n", "设置.yaml:2: “协理员”只写一个词，如 协理员: 王芳"),
        ("人手: {a: 1}\n", "设置.yaml:1: 人手要写成 [王芳, 李静] 这样"),
        ("人手: [[a]]\n", "设置.yaml:1: 人手要写成 [王芳, 李静] 这样"),
        ("每天回访: 9999999999999999999\n", "设置.yaml:1: 每天回访要写 1 到 500 的整数，不是“9999999999999999999”"),
    ],
)  # fmt: skip
def test_a_setting_of_the_wrong_shape_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "设置.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        read_settings(path)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- 名称: 打工去向\n", "字段.yaml:1: 要写成 字段名: {种类: 选, 值: [甲, 乙]}"),
        ("打工=去向: {种类: 文字}\n", "字段.yaml:1: “打工=去向”不能做字段名，不要带空格、等号和符号"),
        ('"a\\"; DROP TABLE person": {种类: 文字}\n', '字段.yaml:1: “a"; DROP TABLE person”不能做字段名，不要带空格、等号和符号'),
        ("姓名: {种类: 文字}\n", "字段.yaml:1: “姓名”本来就有，不用再加"),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "字段.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        read_own_fields(path)
    assert str(caught.value) == said
