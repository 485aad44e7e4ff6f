"""What `jiuye` alone says: the few commands of an ordinary day, on one screen."""

from __future__ import annotations

from jiuye_cli.cli.help import columns

DAY = (
    ("每天", (
        ("jiuye 今日", "今天要打的电话"),
        ("jiuye 回访", "看着卡片一个个打，一个键一个框"),
        ("jiuye 记 02k 接通 未就业", "或者照纸上的勾录回来"),
    )),
    ("找人", (
        ("jiuye 查 lgj", "姓名、拼音首字母、尾号、打来的号码都行"),
        ("jiuye 档案 谁", "一屏看完"),
        ("jiuye 改 谁 学历=高中", "改一项，记一项"),
    )),
    ("能给他办什么", (
        ("jiuye 能领 谁", "能领什么，差哪句话"),
        ("jiuye 匹配 谁", "三个岗位，每月多多少"),
        ("jiuye 推荐 谁", "开推荐单；回话用 jiuye 推荐单 result"),
    )),
    ("纸和数", (
        ("jiuye 打印 周报", "手册、名单、申领表也是 jiuye 打印"),
        ("jiuye 报表", "这周的数，点回名单"),
    )),
    ("错了", (("jiuye 撤销", "上一条命令整个退回去"),)),
)  # fmt: skip
START = """还没有台账。
  建自己的：          jiuye 建台账 --village 村名 --region 省/市/县
  先看一个编好的村子：jiuye 演示"""
FOOT = "全部命令：jiuye --help　　一个命令怎么用：jiuye 今日 --help"
WIDTH = 80


def front_page(*, has_village: bool) -> str:
    """The commands of the day, or, where there is no village yet, how to begin."""
    return f"{_day() if has_village else START}\n\n{FOOT}"


def _day() -> str:
    told = iter(columns([row for _, rows in DAY for row in rows], WIDTH))
    lines = []
    for title, rows in DAY:
        lines += [title, *(next(told) for _ in rows)]
    return "\n".join(lines)
