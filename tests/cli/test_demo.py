"""The demo is the promise of the README: one command, and tonight's list is on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., object]


def test_the_demo_leaves_a_village_and_its_paper(tmp_path: Path, jiuye: Run) -> None:
    said = jiuye("--home", tmp_path / "演示", "demo", "--people", "30", "--json")
    assert said.code == 0, said.err
    assert said.json["home"] == str(tmp_path / "演示")
    names = {Path(path).name.split("-")[0].split(".")[0] for path in said.json["files"]}
    assert names == {"回访名单", "帮扶手册", "政策汇编"}
    assert all(Path(path).stat().st_size > 1000 for path in said.json["files"])
    assert jiuye("--home", tmp_path / "演示", "list", "--json").json["total"] > 40
    assert len(jiuye("--home", tmp_path / "演示", "job", "list", "--json").json["jobs"]) == 60
    offered = jiuye("--home", tmp_path / "演示", "referral", "list", "--json").json["referrals"]
    assert len(offered) == 3


def test_the_demo_makes_room_for_itself_and_for_nothing_else(home: Path, jiuye: Run) -> None:
    before = (home / "jiuye.db").read_bytes()
    said = jiuye("demo", "--people", "5")
    assert said.code == 5
    assert "里已经有东西，演示不占这里" in said.err
    assert (home / "jiuye.db").read_bytes() == before
