"""`jiuye import` of 1,419 and of 50,000 rows, whole process, against `python -c pass` in the same turn.

    python benchmarks/import_rows.py [rows …]

Each size is imported into an empty workspace, then once more (nothing changes),
then tried with --dry-run. The plant's roster is the one of the tests; larger ones
are invented in its habits.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from jiuye_cli.core.people.identity import check_character

PLANT = Path(__file__).parents[1] / "tests" / "data" / "rosters" / "分流职工花名册.xls"
PLANT_ROWS = 1_419
HEADS = (
    "序号", "姓名", "性别", "身份证号码", "村民小组", "联系电话", "文化程度", "健康状况", "目前状态", "失业时间", "月工资（元）",
    "求职意向", "职业资格证书", "证书等级", "是否低保户", "备注",
)  # fmt: skip
SURNAMES, GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗",
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅建国",
)


def main(sizes: list[int]) -> None:
    """One line a size."""
    print("rows     python s  import s  ratio  again s  dry run s  peak MiB  file MiB")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(size, Path(folder)))


def measured(size: int, folder: Path) -> str:
    """The times of one size, as a line."""
    roster = PLANT if size == PLANT_ROWS else invented(folder / "roster.xlsx", size)
    home = folder / "jiuye"
    environment = {**os.environ, "JIUYE_HOME": str(home), "JIUYE_TODAY": "2026-11-20"}
    jiuye = [sys.executable, "-m", "jiuye_cli"]
    took([*jiuye, "init"], environment)
    bare = min(took([sys.executable, "-c", "pass"], environment)[0] for _ in range(5))
    first, peak = took([*jiuye, "import", str(roster)], environment)
    again, _ = took([*jiuye, "import", str(roster)], environment)
    dry, _ = took([*jiuye, "import", str(roster), "--dry-run"], environment)
    written = (home / "jiuye.db").stat().st_size / 2**20
    return (
        f"{size:>6}  {bare:>9.3f}  {first:>8.2f}  {first / bare:>5.0f}  {again:>7.2f}  {dry:>9.2f}"
        f"  {peak:>8.0f}  {written:>8.1f}"
    )


def took(words: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds and peak MiB of one command, its output thrown away."""
    start = time.perf_counter()
    child = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, (words, status)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def invented(path: Path, size: int) -> Path:
    """A roster of so many invented people, their phones and dates in several habits."""
    import xlsxwriter

    chance = random.Random(size)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.write_row(0, 0, ("××镇农村劳动力资源台账",))
    sheet.write_row(1, 0, HEADS)
    for number in range(size):
        sheet.write_row(number + 2, 0, line(chance, number))
    book.close()
    return path


def line(chance: random.Random, number: int) -> tuple[object, ...]:
    """One row of the roster; identity numbers differ by day of birth and serial."""
    born = date(1955, 1, 1) + timedelta(days=number % 18_000)
    head = f"999999{born:%Y%m%d}{number // 18_000 + 101:03d}"
    phone = f"1990{number % 10_000_000:07d}"
    lost = date(2022, 1, 1) + timedelta(days=chance.randrange(1_500))
    return (
        number + 1,
        chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2)),
        "",
        head + check_character(head),
        f"{number % 9 + 1}组",
        chance.choice((phone, f"{phone[:3]} {phone[3:7]} {phone[7:]}", f"{phone}（本人）")),
        chance.choice(("小学", "初中毕业", "高中", "")),
        chance.choice(("健康", "长期慢性病", "")),
        chance.choice(("务农", "登记失业", "在外务工", "")),
        chance.choice((f"{lost:%Y-%m-%d}", f"{lost.year}年{lost.month}月{lost.day}日", "")),
        chance.choice((3200, "3500元/月", "")),
        chance.choice(("电工", "缝纫、保洁", "")),
        chance.choice(("电工", "", "")),
        chance.choice(("初级工", "四级")),
        chance.choice(("是", "否", "×", "")),
        "",
    )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [PLANT_ROWS, 50_000])
