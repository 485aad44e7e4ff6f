"""A call sheet lies on a desk: what it prints tells nobody of illness, disability or hardship."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

from jiuye_cli.core.course.claim import Claim
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.tables.claim import CLAIM

Run = Callable[..., object]
TELLING = ("精神", "低保", "残疾", "87654", "999999197506267715")


def test_a_wish_and_a_deadline_say_no_more_than_a_stranger_may_read(home: Path, jiuye: Run) -> None:
    jiuye(
        "add", "韩立春", "组=3组", "电话=19900007799", "身份证号=-", "健康状况=残疾", "残疾类别=精神",
        "残疾等级=二级", "家庭月收入=87654", "回访嘱咐=精神二级，别提低保", stdin="999999197506267715\n",
    )  # fmt: skip
    claimed(home, "残疾人创业补贴", date(2026, 12, 1))
    said = jiuye("nightly", "--for", "2026-11-23")
    assert said.code == 0, said.err
    out = home / "out" / "2026-11-23"
    html = (out / "回访名单.html").read_text(encoding="utf-8")
    assert "韩立春" in html
    assert "有嘱咐，看档案" in html
    assert "有事项快到期" in html
    with ZipFile(out / "回访名单.xlsx") as book:
        cells = "".join(book.read(name).decode("utf-8") for name in book.namelist())
    asked = "家里是低保、脱贫户、监测户，或有残疾证吗"
    for paper in (html, cells):
        assert [word for word in TELLING if word in paper.replace(asked, "")] == []


def claimed(home: Path, policy: str, deadline: date) -> None:
    """A claim whose rule a village wrote itself."""
    conn = connect(home / "jiuye.db")
    with operation(conn, "开申领", who="王芳", at=datetime(2026, 11, 20)) as change:
        CLAIM.insert(change.conn, Claim(1, policy, date(2026, 11, 20), deadline=deadline))
    conn.close()
