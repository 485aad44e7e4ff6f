"""Invented people for the benchmarks: a workspace of any size, with months of calls behind it."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path

SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅建国"
STATES = ("登记失业", "无业", "在职", "务农", "灵活就业", "公益性岗位", None)
OUTCOMES = ("接通", "接通", "接通", "无人接", "关机", "停机")
TODAY = date(2026, 11, 20)


def make_village(home: Path, people: int, seed: int = 7) -> None:
    """A workspace of so many people, each with two phones' and three calls' worth of history at most."""
    from jiuye_cli.actions.make_workspace import make_workspace
    from jiuye_cli.core.callback.contact import Channel, Contact, Outcome
    from jiuye_cli.core.fields.value import Evidence, Grade
    from jiuye_cli.core.people.pinyin import name_pinyin
    from jiuye_cli.store.connection import connect
    from jiuye_cli.store.operation import operation
    from jiuye_cli.store.people_write import insert_person, next_case_numbers
    from jiuye_cli.store.tables.contacts import CONTACT
    from jiuye_cli.workspace import Workspace

    place, chance = Workspace(home), random.Random(seed)
    make_workspace(place, "柳树屯", "山东/聊城/临清")
    conn = connect(place.database)
    with operation(conn, "建一个村", who="基准", at=datetime(2026, 1, 5, 9, 0)) as change:  # noqa: DTZ001
        for number in next_case_numbers(change.conn, people):
            name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2))))
            opened = date(2026, 1, 5) + timedelta(days=chance.randrange(250))
            evidence = Evidence(Grade.TOLD, "建档", opened)
            insert_person(
                change.conn, number, _values(chance, name, number), name_pinyin(name), evidence
            )
            for at in range(chance.randrange(4)):
                day = opened + timedelta(days=30 * at + chance.randrange(20))
                if day < TODAY:
                    outcome = Outcome(chance.choice(OUTCOMES))
                    CONTACT.insert(
                        change.conn,
                        Contact(
                            day,
                            outcome,
                            Channel.PHONE,
                            at=f"{day}T10:00:00",
                            caller="王芳",
                            person=number,
                        ),
                    )
    conn.close()


def _values(chance: random.Random, name: str, number: int) -> dict:
    values: dict = {
        "姓名": name,
        "组": f"{chance.randrange(1, 9)}组",
        "文化程度": chance.choice(("小学", "初中", "高中")),
    }
    state = chance.choice(STATES)
    if state:
        values["就业状态"] = state
    if state == "在职":
        begun = TODAY - timedelta(days=chance.randrange(400))
        values["就业经历"] = ({"单位": "宏达机械", "起": begun, "月薪": 3600},)
    if chance.random() < 0.95:
        values["电话"] = ({"号码": f"1990{number % 10_000_000:07d}"},)
    if chance.random() < 0.1:
        values["回访嘱咐"] = "晚上7点后打"
    return values
