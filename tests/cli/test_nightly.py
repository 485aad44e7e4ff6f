"""The night: the next working day's list on paper, a copy, and nobody named on stdout."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

FRIDAY, MONDAY = "2026-11-20", "2026-11-23"
PAPER = ["回访名单.html", "回访名单.pdf", "回访名单.xlsx"]


@pytest.fixture
def village(home, jiuye, monkeypatch):
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-02")
    jiuye("add", "李广军", "组=3组", "电话=19900000001", "就业状态=登记失业")
    jiuye("add", "王小兰", "组=2组", "电话=19900000002")
    jiuye("add", "赵无话", "组=1组")
    monkeypatch.setenv("JIUYE_TODAY", FRIDAY)
    return home


def prints(home: Path, day: str = MONDAY) -> dict[str, str]:
    folder = home / "out" / day
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def copies_in(home: Path) -> list[str]:
    return sorted(p.name for p in (home / "backup").iterdir())


def tables(home: Path) -> list[tuple]:
    with sqlite3.connect(home / "jiuye.db") as conn:
        return [
            tuple(row)
            for table in ("sheet", "sheet_row", "night", "contact", "operation")
            for row in conn.execute(f"SELECT * FROM {table}")
        ]


def test_the_night_before_a_weekend_makes_mondays_list(village, jiuye):
    done = jiuye("nightly", "--json")
    assert done.code == 0
    assert (done.json["for"], done.json["sheet"], done.json["warnings"]) == (MONDAY, "1123", [])
    assert [Path(f).name for f in done.json["files"]] == PAPER
    assert list(prints(village)) == PAPER
    assert Path(done.json["backup"]).is_file()


def test_the_night_before_a_holiday_makes_the_list_of_the_first_day_after_it(
    village, jiuye, monkeypatch
):
    monkeypatch.setenv("JIUYE_TODAY", "2026-09-30")
    assert jiuye("nightly", "--json").json["for"] == "2026-10-08"


def test_a_worked_saturday_is_a_working_day(village, jiuye, monkeypatch):
    monkeypatch.setenv("JIUYE_TODAY", "2026-10-09")
    assert jiuye("nightly", "--json").json["for"] == "2026-10-10"


def test_two_nights_leave_the_same_files_the_same_tables_and_one_copy(village, jiuye):
    first = jiuye("nightly", "--json").json
    before = prints(village), tables(village), copies_in(village)
    second = jiuye("nightly", "--json").json
    assert second == first
    assert (prints(village), tables(village), copies_in(village)) == before


def test_a_file_that_was_lost_is_written_again_and_is_the_same(village, jiuye):
    jiuye("nightly")
    before = prints(village)
    for name in PAPER:
        (village / "out" / MONDAY / name).unlink()
    jiuye("nightly")
    after = prints(village)
    assert (after[PAPER[0]], after[PAPER[2]]) == (before[PAPER[0]], before[PAPER[2]])
    assert list(after) == PAPER


def test_nobody_is_named_on_stdout_or_stderr(village, jiuye):
    done = jiuye("nightly")
    assert "打 2 个，上门 1 个" in done.out
    assert [n for n in ("李广军", "王小兰", "赵无话", "1990000") if n in done.out + done.err] == []


def test_everything_the_night_writes_is_private(village, jiuye):
    jiuye("nightly")
    files = [p for p in village.rglob("*") if p.is_file() and p.name != "设置.yaml"]
    assert {p.name for p in files if stat.S_IMODE(p.stat().st_mode) != 0o600} == set()


def test_a_result_entered_after_the_night_leaves_the_sheet_and_makes_a_new_copy(village, jiuye):
    first = jiuye("nightly", "--json").json
    before = prints(village)
    jiuye("enter", "李广军", "接通", "在岗")
    second = jiuye("nightly", "--json").json
    assert prints(village) == before
    assert second["backup"] != first["backup"]


def test_renewing_keeps_rows_with_answers_and_gives_no_number_to_anyone_else(
    village, jiuye, monkeypatch
):
    jiuye("nightly")
    monkeypatch.setenv("JIUYE_TODAY", MONDAY)
    rows = jiuye("today", "--json").json["rows"]
    jiuye("enter", rows[0]["row"], "接通", "未就业")
    jiuye("add", "周小满", "电话=19900000006")
    renewed = jiuye("nightly", "--for", MONDAY, "--renew", "--json")
    assert renewed.code == 0
    sheet = jiuye("today", "--json").json
    numbers = {row["id"]: row["row"] for row in sheet["rows"]}
    assert numbers[rows[0]["id"]] == rows[0]["row"]
    used = {row["row"] for row in rows} | {"1123-03w"}
    assert set(numbers.values()) & used == {rows[0]["row"]}
    assert len(numbers) == 3
    old = jiuye("enter", rows[1]["row"], "无人接", "--json").json
    assert old["id"] == rows[1]["id"]


def test_missed_nights_are_caught_up_and_told_at_the_next_start(village, jiuye, monkeypatch):
    jiuye("nightly")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-26")
    told = jiuye("today")
    assert (
        told.err == "夜班有 3 个晚上没跑，名单是白天现做的。用 jiuye schedule 看看定时还在不在。\n"
    )
    again = jiuye("nightly", "--json").json
    assert again["for"] == "2026-11-27"
    assert again["warnings"][0].startswith("夜班有 3 个晚上没跑")
    assert jiuye("today").err == ""


def test_before_any_night_nothing_is_said_of_missed_ones(village, jiuye):
    assert jiuye("today").err == ""


def test_rows_that_never_came_back_and_an_old_copy_are_warned_of(village, jiuye, monkeypatch):
    jiuye("nightly")
    monkeypatch.setenv("JIUYE_TODAY", "2026-12-01")
    assert jiuye("nightly", "--json").json["warnings"] == [
        "夜班有 6 个晚上没跑，名单是白天现做的。用 jiuye schedule 看看定时还在不在。",
        "上一次备份是 11-20，隔了 11 天。",
        "以前的名单还有 3 行没有回填。",
    ]


def test_a_second_night_beside_the_first_gives_way(village, jiuye):
    from filelock import FileLock

    (village / "cache").mkdir(exist_ok=True)
    with FileLock(village / "cache" / "nightly.lock"):
        told = jiuye("nightly")
    assert (told.code, told.out, told.err) == (5, "", "另一个夜班正在跑，这次不跑了。\n")
    assert jiuye("nightly").code == 0


def test_where_no_pdf_can_be_made_the_page_stands_alone(village, jiuye, monkeypatch):
    from jiuye_cli.render.paper import pdf

    monkeypatch.setattr(pdf, "can_make_pdf", lambda: False)
    done = jiuye("nightly", "--json")
    assert done.code == 0
    assert [Path(f).name for f in done.json["files"]] == [PAPER[0], PAPER[2]]
    assert done.json["warnings"][0].startswith("这台电脑上做不了 PDF")


def test_the_timer_is_shown_and_nothing_is_installed_unasked(village, jiuye, monkeypatch):
    from jiuye_cli.cli.safe import timer

    asked = []
    monkeypatch.setattr(timer, "_run", lambda words, **_: asked.append(list(words)) or "")
    told = jiuye("schedule", "--at", "19:05", "--json").json
    assert told["entry"].startswith("5 19 * * * ")
    assert told["entry"].endswith(f"nightly  # jiuye 夜班 {village}")
    assert told["installed"] is False
    assert asked == [["crontab", "-l"]]


def test_installing_replaces_an_earlier_line_and_removing_leaves_the_others(
    village, jiuye, monkeypatch
):
    from jiuye_cli.cli.safe import timer

    table = ["0 1 * * * other", f"0 9 * * * old  # jiuye 夜班 {village}"]

    def crontab(words, *, text="", may_fail=False):
        if words == ["crontab", "-"]:
            table[:] = text.splitlines()
        return "\n".join(table)

    monkeypatch.setattr(timer, "_run", crontab)
    assert jiuye("schedule", "--install", "--yes").code == 0
    assert table[0] == "0 1 * * * other"
    assert len(table) == 2
    assert table[1].startswith("30 20 * * * ")
    assert jiuye("schedule", "--remove", "--yes").code == 0
    assert table == ["0 1 * * * other"]


def test_the_windows_task_catches_up_and_is_well_formed():
    from xml.etree import ElementTree

    from jiuye_cli.cli.safe.timer import Task, WindowsTasks

    xml = WindowsTasks().entry(Task(Path("C:/台账 & 表"), 20, 30))
    root = ElementTree.fromstring(xml.split("\n", 1)[1])
    texts = [e.text for e in root.iter() if e.text and e.text.strip()]
    assert "true" in texts
    assert any("nightly" in t and "台账 & 表" in t for t in texts)


# -- killed at random --------------------------------------------------------


def _killed_nights(home: Path, count: int) -> None:
    """Kill as many nights at growing moments; the day before's paper stays whole throughout."""
    from jiuye_cli.store.file.backup import copies, verify

    environment = {**os.environ, "JIUYE_HOME": str(home), "JIUYE_TODAY": MONDAY}
    whole = prints(home)
    for number in range(count):
        night = subprocess.Popen(
            [sys.executable, "-m", "jiuye_cli", "nightly", "--renew"],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(0.05 + 1.2 * number / count)
        night.send_signal(signal.SIGKILL)
        night.wait()
        assert prints(home) == whole
        for path in (home / "out").rglob("回访名单.html"):
            assert path.read_text("utf-8").rstrip().endswith("</html>")
        for path in (home / "out").rglob("回访名单.pdf"):
            assert path.read_bytes().rstrip().endswith(b"%%EOF")
    verify(home / "jiuye.db")
    for copy in copies(home / "backup"):
        verify(copy.path)
    done = subprocess.run(
        [sys.executable, "-m", "jiuye_cli", "nightly"],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(prints(home, "2026-11-24")) == PAPER


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_night_killed_at_any_moment_leaves_the_other_days_files_whole(village, jiuye):
    jiuye("nightly")
    _killed_nights(village, 6)


@pytest.mark.prove
@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_two_hundred_nights_killed_leave_the_other_days_files_whole(village, jiuye):
    jiuye("nightly")
    _killed_nights(village, 200)


def test_results_can_be_typed_while_the_night_runs(village, jiuye):
    """Neither waits for the other so long that it gives up, and nothing typed is lost."""
    environment = {**os.environ, "JIUYE_HOME": str(village), "JIUYE_TODAY": FRIDAY}
    words = [sys.executable, "-m", "jiuye_cli"]
    night = subprocess.Popen(
        [*words, "nightly"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    typed = [
        subprocess.run([*words, "enter", "王小兰", outcome], env=environment, capture_output=True, check=False)
        for outcome in ("无人接", "关机", "拒接", "接通")
    ]  # fmt: skip
    assert (night.wait(60), [one.returncode for one in typed]) == (0, [0, 0, 0, 0])
    with sqlite3.connect(village / "jiuye.db") as conn:
        assert conn.execute("SELECT count(*) FROM contact").fetchone() == (4,)
