"""What is no file, or has no end, is refused at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jiuye_cli.errors import RefusedError, RuleFileError
from jiuye_cli.files.bounded import LARGEST, bounded_bytes
from jiuye_cli.files.workbook.read import read_workbook

Run = Callable[..., object]


@pytest.mark.skipif(os.name == "nt", reason="no such devices there")
def test_devices_and_pipes_are_no_files(tmp_path: Path, jiuye: Run) -> None:
    pipe = tmp_path / "管道.yaml"
    os.mkfifo(pipe)
    judge = ("policy", "judge", "--on", "2026-11-21", "--facts")
    assert jiuye(*judge, str(pipe)).code == 4
    assert jiuye(*judge, "/dev/zero").err == "/dev/zero: 不是普通文件，读不了\n"


def test_a_file_far_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "大.yaml"
    path.write_bytes(b"#" * LARGEST)
    assert len(bounded_bytes(path, "大.yaml")) == LARGEST
    path.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(RuleFileError, match=r"大.yaml: 太大了，不像是手写的文件"):
        bounded_bytes(path, "大.yaml")


def test_a_sheet_with_columns_without_end_is_refused(tmp_path: Path) -> None:
    wide = tmp_path / "宽.csv"
    wide.write_text("姓名," + ",".join(f"c{n}" for n in range(1000)) + "\n张三\n", encoding="utf-8")
    with pytest.raises(RefusedError, match=r"宽.csv 有上千列，不像一本台账"):
        read_workbook(wide)
    wide.write_text("姓名," + "," * 1500 + "组\n张三\n", encoding="utf-8")
    assert read_workbook(wide).sheets, "empty columns are no matter"
