"""Names are found by how people say them."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from jiuye_cli.core.people.pinyin import name_pinyin, reading

ROOT = Path(__file__).parents[3]

SAID = """
李广军 liguangjun | 单永福 shanyongfu | 仇静 qiujing | 解大勇 xiedayong | 区小凤 ouxiaofeng | 曾守义 zengshouyi
朴海霞 piaohaixia | 尉迟敏华 yuchiminhua | 万俟洋 moqiyang | 欧阳丽娟 ouyanglijuan | 司马光 simaguang | 诸葛亮 zhugeliang
令狐冲 linghuchong | 长孙无忌 zhangsunwuji | 翟志刚 zhaizhigang | 种道 chongdao | 缪强 miaoqiang | 员外 yunwai
卜算子 busuanzi | 吕布 lvbu | 女娲 nvwa | 胡长河 huchanghe zhang | 张娜 zhangna | 王露 wanglu | 薄雪 boxue
单䶮 shanyan | 仇𠮷 qiuji | 冼星海 xianxinghai | 任盈盈 renyingying | 华罗庚 hualuogeng | 葛优 geyou | 石小曼 shixiaoman
唐喆 tangzhe | 沈从文 shencongwen | 叶问 yewen | 贾平 jiaping | 纪晓岚 jixiaolan | 燕青 yanqing | 宁浩 ninghao
"""


@pytest.mark.parametrize(
    ("name", "said"),
    [one.split()[:2] for line in SAID.split("\n") for one in line.split("|") if one.strip()],
)
def test_a_name_is_read_as_people_read_it(name: str, said: str) -> None:
    assert name_pinyin(name)[0].split()[0] == said


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("覃丽", "qinli tanli", "ql tl"),
        ("隗军", "weijun kuijun", "wj kj"),
        ("召伟", "shaowei zhaowei", "sw zw"),
        ("乐嘉", "yuejia lejia", "yj lj"),
        ("盖锡德", "gexide gaixide", "gxd"),
        ("查国庆", "zhaguoqing chaguoqing", "zgq cgq"),
        ("李乐", "lile liyue", "ll ly"),
        ("胡长河", "huchanghe huzhanghe", "hch hzh"),
    ],
)
def test_readings_that_are_both_right_are_both_kept(name: str, full: str, initials: str) -> None:
    assert name_pinyin(name) == (full, initials)


def test_a_surname_reading_does_not_spread_to_the_given_name() -> None:
    assert name_pinyin("李解放") == ("lijiefang", "ljf")
    assert name_pinyin("王查理")[0] == "wangchali"


def test_a_compound_surname_alone_is_one_surname_and_one_given_name() -> None:
    assert name_pinyin("欧阳") == ("ouyang", "oy")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("阿依古丽·买买提", ("ayigulimaimaiti", "ayglmmt")),
        ("Anna Li", ("annali", "annali")),
        ("单?", ("shan", "s")),
        ("", ("", "")),
        ("?", ("", "")),
    ],
)
def test_what_has_no_reading_is_left_out(name: str, expected: tuple[str, str]) -> None:
    assert name_pinyin(name) == expected


def test_no_name_has_more_than_eight_alternatives() -> None:
    assert len(name_pinyin("乐" + "长重朝行" * 3)[0].split()) <= 8


def test_every_character_of_the_unified_block_of_1993_has_a_reading() -> None:
    unread = [chr(code) for code in range(0x4E00, 0x9FA6) if not reading(chr(code))]
    assert len(unread) < 25, "".join(unread)


def test_the_table_is_what_the_generator_writes() -> None:
    pytest.importorskip("pypinyin")
    generator = runpy.run_path(str(ROOT / "tools" / "make_readings.py"))
    sample = "李广军王一丁张国庆欧阳夏侯䶮喆淼鑫𬱖𫖮吕绿"
    made = generator["readings"]()
    assert {char: reading(char) for char in sample} == {char: made[char] for char in sample}


def test_importing_the_table_needs_no_pypinyin() -> None:
    code = "import sys, jiuye_cli.core.people.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
