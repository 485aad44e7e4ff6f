"""A village lives for months in minutes; a ledger of its own says whether anybody was forgotten."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from safety.ledger import Ledger, Told, says_why

from jiuye_cli.actions.callback.callbacks import with_left_out
from jiuye_cli.actions.callback.enter import Details, called_by_name, called_by_row, enter
from jiuye_cli.actions.callback.frozen_sheet import frozen_sheet
from jiuye_cli.actions.callback.nightly import keep_sheet, planned_sheet
from jiuye_cli.actions.callback.sheet_row import row_meant
from jiuye_cli.actions.people import close as people_close
from jiuye_cli.actions.people.change import evidence_of, open_file, typed_values
from jiuye_cli.actions.safe.undo import preview, take_back
from jiuye_cli.cli.callback.calling import calling
from jiuye_cli.core.callback.due import NotDue
from jiuye_cli.core.callback.entry.words import read_result
from jiuye_cli.core.callback.handed.frozen import DaySheet
from jiuye_cli.core.callback.sheet import Plan
from jiuye_cli.errors import DatabaseError, JiuyeError
from jiuye_cli.store.callback import sheets
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import Writing, operation

RULES = Path(__file__).parents[2] / "policies" / "回访.yaml"
STATES = ("登记失业", "无业", "务农", "退休", None)
NOT_REACHED = ("无人接", "关机", "停机", "拒接", "非本人")
NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
BOXES = {"未就业": "无业", "务农": "务农"}
KEPT_AS_IT_IS = {"无业", "登记失业", "未登记失业", "在校", "退休"}


class Village:
    """The program on one side, the ledger on the other, and dice that decide what happens."""

    def __init__(self, home: Path, dice: random.Random, calls_a_day: int) -> None:
        rules = calling()
        settings = replace(rules.settings, calls_a_day=calls_a_day)
        self.rules = replace(rules, questions={}, settings=settings)
        self.conn, self.dice, self.ledger = connect(home / "jiuye.db"), dice, Ledger(RULES)
        self.clock = datetime(2026, 6, 1, 8)
        self.paper: dict[tuple[date, int, int], int] = {}
        self.waiting: dict[int, int] = {}
        self.longest_wait = self.sheets = 0

    @property
    def day(self) -> date:
        return self.clock.date()

    def change(self, words: str) -> Iterator[Writing]:
        self.clock += timedelta(seconds=1)
        return operation(self.conn, words, who="王芳", at=self.clock)

    def move_in(self) -> None:
        state, phone = self.dice.choice(STATES), f"1990000{self.dice.randrange(10**4):04d}"
        words = [f"姓名={''.join(self.dice.choices(NAMES, k=3))}"]
        words += [f"就业状态={state}"] if state else []
        words += [f"电话={phone}"] if self.dice.random() < 0.9 else []
        with self.change("建档") as change:
            number = open_file(
                change, typed_values(words, {}, ""), evidence_of("told", "电话", self.day)
            )
        self.ledger.tell(Told("opened", number, self.day, status=state))

    def move_out(self) -> None:
        number = self.dice.choice(sorted(self.ledger.open_people()))
        with self.change("注销") as change:
            people_close.close_file(change, number, self.day, "迁出")
        self.ledger.tell(Told("closed", number, self.day))

    def hand_out(self, day: date, *, renew: bool = False) -> None:
        """Freeze a day's sheet, hold every row against what was handed out before, and judge it."""
        before = set(self.paper)
        planned = planned_sheet(self.conn, self.rules, day, self.clock, renew=renew)
        with self.change("nightly") as change:
            keep_sheet(change, planned, renew=renew)
        frozen = frozen_sheet(self.conn, day)
        assert frozen is not None
        sheet = with_left_out(self.conn, self.rules, frozen)
        for row in sheet.rows:
            known = self.paper.setdefault((day, row.row, row.seat), row.person)
            assert known == row.person, f"{row.code} was {known}, now {row.person}"
        if set(self.paper) - before:
            self.judge(sheet, {self.paper[key] for key in set(self.paper) - before})

    def judge(self, sheet: DaySheet, new: set[int]) -> None:
        day, said = sheet.head.for_date, {one.person: one.reason for one in sheet.left_out or ()}
        on, living = {row.person for row in sheet.rows}, self.ledger.open_people()
        self.sheets += 1
        assert living <= on | set(said), f"{day}: {sorted(living - on - set(said))} are nowhere"
        assert all(said.values()), f"{day}: no reason"
        for person in living:
            owed = self.ledger.must_wait_or_be_called(person, day)
            if owed and person not in on:
                assert says_why(said[person]), (
                    f"{day}: {person} is owed a call, but: {said[person]}"
                )
            self.waiting[person] = (
                self.waiting.get(person, 0) + 1 if owed and person not in on else 0
            )
            if person in new:
                assert not self.ledger.must_not_be_called(person, min(day, self.day)), (
                    f"{day}: {person} was reached just now"
                )
        self.longest_wait = max(self.longest_wait, *self.waiting.values(), 0)

    def come_back(self, day: date) -> None:
        """Some of a sheet's rows are typed in, a few of them wrongly first."""
        rows = sorted((key for key in self.paper if key[0] == day), key=str)
        for key in rows:
            if self.dice.random() < 0.8:
                self.type_row(key)
            if self.dice.random() < 0.05:
                self.type_row(key)

    def type_row(self, key: tuple[date, int, int]) -> None:
        day, row, seat = key
        frozen = frozen_sheet(self.conn, day)
        code = (
            next((r.code for r in frozen.rows if (r.row, r.seat) == (row, seat)), None)
            if frozen
            else None
        )
        if code is None:
            return  # withdrawn
        words, next_on = self.result()
        typed = f"{code}.{seat}" if words[0] == "接通" else code
        try:
            meant = row_meant(self.conn, typed, self.day)
            assert meant is not None
            result = read_result(words, self.rules.rules)
            called = called_by_row(self.conn, *meant, result.outcome)
            with self.change("回访") as change:
                enter(change, self.rules, called, result, Details(self.note(), next_on))
        except JiuyeError:
            assert self.paper[key] not in self.ledger.open_people()
            return
        self.learn(called.people, min(day, self.day), words, next_on, (day, row))

    def ring_back(self) -> None:
        number = self.dice.choice(sorted(self.ledger.open_people()))
        today = [
            one for one in self.ledger.of(number) if one.what == "tried" and one.day == self.day
        ]
        if today or any(k[0] == self.day and p == number for k, p in self.paper.items()):
            return
        words, next_on = self.result()
        result = read_result(words, self.rules.rules)
        called = called_by_name(self.conn, f"#{number}", self.day)
        with self.change("回访") as change:
            enter(change, self.rules, called, result, Details(self.note(), next_on))
        self.learn(called.people, self.day, words, next_on, None)

    def learn(
        self, who: tuple[int, ...], day: date, words: list[str], next_on: date | None, row: tuple[date, int] | None
    ) -> None:  # fmt: skip
        box, told = BOXES.get(words[-1]), []
        for person in who:
            keeps = box == "无业" and self.ledger.status(person, but=row) in KEPT_AS_IT_IS
            status = None if keeps else box
            told.append(Told("tried", person, day, words[0], next_on, status, row))
        self.ledger.tell(*told)

    def result(self) -> tuple[list[str], date | None]:
        if self.dice.random() < 0.6:
            words = ["接通", *self.dice.choices(["未就业", "务农", "有"], k=1)]
        else:
            words = [self.dice.choice(NOT_REACHED)]
        ahead = self.dice.randrange(1, 30) if self.dice.random() < 0.15 else 0
        return words, self.day + timedelta(days=ahead) if ahead else None

    def note(self) -> str:
        return f"{self.clock:%H%M%S}{self.dice.randrange(10**9)}"

    def take_back(self) -> None:
        count = self.dice.randrange(1, 4)
        steps = preview(self.conn, count)
        with self.change("撤销") as change:
            take_back(change, steps)
        self.ledger.undo(count)

    def work(self) -> None:
        """A working day: paper, calls, the odd change of mind, and most evenings the night's list."""
        self.clock = self.clock.replace(hour=8, minute=0, second=0)
        self.hand_out(self.day)
        earlier = max((key[0] for key in self.paper if key[0] < self.day), default=None)
        if earlier and self.dice.random() < 0.3:
            self.come_back(earlier)
        if self.dice.random() < 0.9:
            self.come_back(self.day)
        for chance, happens in (
            (0.5, self.ring_back),
            (0.3, self.move_in),
            (0.1, self.move_out),
            (0.25, self.take_back),
            (0.15, lambda: self.hand_out(self.day, renew=True)),
            (0.7, lambda: self.hand_out(self.rules.calendar.next_working(self.day))),
        ):
            if self.dice.random() < chance:
                happens()

    def sleep(self) -> None:
        """On to the next working day; now and then she is away for a fortnight."""
        away = 10 if self.dice.random() < 0.03 else 1
        next_day = self.rules.calendar.add_working(self.day, away)
        self.clock = datetime.combine(next_day, self.clock.time())


def live(home: Path, *, people: int, days: int, calls_a_day: int, seed: int) -> Village:
    village = Village(home, random.Random(seed), calls_a_day)
    for _ in range(people):
        village.move_in()
    for _ in range(days):
        village.work()
        village.sleep()
    for (day, row, seat), person in village.paper.items():
        on_row = {one.seat: one.person for one in sheets.people_on_row(village.conn, day, row)}
        assert on_row[seat] == person
    assert village.sheets > days / 2
    return village


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_is_forgotten_in_a_small_village(home: Path, seed: int) -> None:
    village = live(home, people=30, days=25, calls_a_day=3, seed=seed)
    assert village.longest_wait > 0, "nobody ever had to wait: nothing was tried"


def loses_from_the_plan(plan: Plan) -> Plan:
    gone = min((one.person for one in plan.left_out), default=0)
    return replace(plan, left_out=tuple(one for one in plan.left_out if one.person != gone))


@pytest.mark.parametrize(
    ("place", "fault", "sentence"),
    [
        (
            "jiuye_cli.core.callback.sheet.standing",
            lambda real: (
                lambda file, *rest: (
                    NotDue("下月才到期") if file.person % 7 == 0 else real(file, *rest)
                )
            ),
            "is owed a call, but: 下月才到期",
        ),
        (
            "jiuye_cli.actions.callback.call_plan.plan_sheet",
            lambda real: lambda *given: loses_from_the_plan(real(*given)),
            "are nowhere",
        ),
        (
            "jiuye_cli.core.callback.due._open_promise",
            lambda _: lambda _: None,
            "is owed a call, but",
        ),
        (
            "jiuye_cli.store.callback.sheets.last_row",
            lambda _: lambda *_: 0,
            "was \\d+, now|UNIQUE",
        ),
    ],
)
def test_the_ledger_notices_who_is_forgotten(
    home: Path, monkeypatch: pytest.MonkeyPatch, place: str, fault: object, sentence: str
) -> None:
    """Each fault, put into the program on purpose, is seen."""
    module, _, name = place.rpartition(".")
    real = getattr(import_module(module), name)
    monkeypatch.setattr(place, fault(real))
    with pytest.raises((AssertionError, DatabaseError), match=sentence):
        live(home, people=30, days=25, calls_a_day=3, seed=1)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(5))
def test_nobody_is_forgotten_in_a_village_of_two_hundred(home: Path, seed: int) -> None:
    village = live(home, people=200, days=120, calls_a_day=12, seed=seed)
    assert 0 < village.longest_wait < 90
