"""How fast the rules judge: `python benchmarks/rules.py [--people 100000]`.

Prints persons × policies a second without reasons, with reasons, and with the
next day of change; the peak memory; the radar of 1,500 people over a year
against judging each day; and, where they are installed, openfisca-core and
json-logic on a comparable rule of five conditions. Seconds are those of the
processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from jiuye_cli.core.fields.value import Facts, Value
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.radar import radar
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import judge, records
from jiuye_cli.core.policy.weigh import weigh
from jiuye_cli.core.rules.compiled import compiled
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.files.rule_folder import load_shelf
from jiuye_cli.files.strict_yaml import read_yaml
from jiuye_cli.workspace import shipped

TODAY = date(2026, 11, 21)
PLACE = "山东/青岛/李沧"
FIVE = "{年龄: 16..59, 就业状态: 登记失业, 失业保险缴费月数: ≥12, 任一: [{人员类别: 低保}, {家庭月收入: ≤3000}]}"


def invented(count: int, seed: int = 7) -> Iterator[Claimant]:
    """People of whom about a fifth of everything was never asked."""
    dice = random.Random(seed)
    for number in range(count):
        known = {name: make(dice) for name, make in FACTS.items() if dice.random() < 0.8}
        yield Claimant(Facts(known), id=number)


def _day(dice: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=dice.randrange((last - first) * 365))


FACTS: dict[str, Callable[[random.Random], Value]] = {
    "性别": lambda d: d.choice(["男", "女"]),
    "出生日期": lambda d: _day(d, 1960, 2008),
    "户籍地": lambda d: d.choice([PLACE, "山东/聊城/临清", "湖南/湘西"]),
    "户口性质": lambda d: d.choice(["农业", "非农业", "居民"]),
    "退休类别": lambda d: d.choice(["男60", "女55", "女50"]),
    "就业状态": lambda d: d.choice(["在职", "登记失业", "灵活就业", "自主创业", "务农", "无业"]),
    "就业意愿": lambda d: d.choice(["有", "有", "有", "无"]),
    "在校": lambda d: d.random() < 0.05,
    "人员类别": lambda d: frozenset(k for k in ("低保", "残疾人", "脱贫人口", "高校毕业生") if d.random() < 0.15),
    "就业困难认定日期": lambda d: _day(d, 2021, 2026),
    "失业日期": lambda d: _day(d, 2023, 2026),
    "失业登记日期": lambda d: _day(d, 2024, 2026),
    "失业保险缴费月数": lambda d: d.randrange(0, 200),
    "领取失业保险金": lambda d: d.random() < 0.2,
    "非因本人意愿失业": lambda d: d.random() < 0.6,
    "以个人身份参保": lambda d: d.random() < 0.4,
    "社保月缴额": lambda d: d.randrange(400, 1500),
    "灵活就业登记日期": lambda d: _day(d, 2023, 2026),
    "家庭人口": lambda d: d.randrange(1, 6),
    "家庭月收入": lambda d: d.randrange(500, 12000),
    "劳动能力": lambda d: d.choice(["普通劳动力", "技能劳动力", "弱劳动力"]),
    "证书": lambda d: tuple({"职业": "电工", "等级": d.choice(["五级", "四级", "三级"]), "发证日期": _day(d, 2024, 2026)} for _ in range(d.randrange(3))),
    "创业": lambda d: tuple({"类型": "个体工商户", "首次": True, "登记日期": _day(d, 2023, 2026), "在营": True} for _ in range(d.random() < 0.2)),
    "培训": lambda d: tuple({"方式": "线下", "起": date(2026, 5, 1), "止": date(2026, 5, 20), "合格": True} for _ in range(d.random() < 0.2)),
}  # fmt: skip


def rate(name: str, done: int, seconds: float) -> None:
    """One line: how many a second."""
    print(f"{name:<44}{done / seconds:>12,.0f} /s   ({done:,} in {seconds:.2f} s)")


def peak() -> str:
    """The most memory this process held."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"


def weigh_all(rules: tuple[Rule, ...], person: Claimant, shelf: Shelf, day: date) -> int:
    """Every rule without reasons; how many verdicts."""
    done = 0
    for rule in rules:
        for record in records(rule, person):
            reading = Reading(person.facts, Moment(day, place=PLACE), shelf.parameters)
            weigh(rule, person, reading, shelf, record)
            done += 1
    return done


def verdicts(shelf: Shelf, rules: tuple[Rule, ...], people: int) -> None:
    """Judging without reasons, with reasons, and with the next day of change."""
    start, done = time.process_time(), 0
    for person in invented(people):
        done += weigh_all(rules, person, shelf, TODAY)
    rate("verdicts without reasons (invention included)", done, time.process_time() - start)
    print(f"{'peak memory after that':<44}{peak():>12}")
    some = list(invented(min(people, 1000)))
    moment = Moment(TODAY, place=PLACE)
    for name, ahead in (
        ("verdicts with full reasons", False),
        ("… and the next day of change", True),
    ):
        start, done = time.process_time(), 0
        for person in some:
            for rule in rules:
                done += len(judge(rule, person, moment, shelf, ahead=ahead))
        rate(name, done, time.process_time() - start)


def forward(shelf: Shelf, rules: tuple[Rule, ...], people: int) -> None:
    """The radar against judging each day of the year."""
    crowd, moment = list(invented(people)), Moment(TODAY, place=PLACE)
    start = time.process_time()
    flips = sum(len(radar(rules, person, moment, shelf)) for person in crowd)
    seconds = time.process_time() - start
    print(f"radar: {people} people × 365 days, {flips:,} flips{seconds:>14.2f} s")
    sample = crowd[:20]
    start = time.process_time()
    for person in sample:
        for ahead in range(366):
            weigh_all(rules, person, shelf, TODAY + timedelta(days=ahead))
    daily = (time.process_time() - start) * people / len(sample)
    print(
        f"the same by judging each day (from {len(sample)} people){daily:>14.2f} s   {daily / seconds:.0f}×"
    )


def five_conditions(people: int) -> None:
    """One rule of five conditions: ours, and whatever else is installed."""
    condition, _ = read_condition(read_yaml(FIVE))
    assert condition is not None
    decision, crowd = compiled(condition), list(invented(min(people, 100_000)))
    moment = Moment(TODAY)
    start = time.process_time()
    for person in crowd:
        decision(Reading(person.facts, moment))
    rate("one rule of five conditions, three-valued", len(crowd), time.process_time() - start)
    others: tuple[tuple[str, Callable[[list[Claimant]], None]], ...] = (
        ("json_logic", _json_logic),
        ("openfisca_core", _openfisca),
    )
    for module, measure in others:
        if importlib.util.find_spec(module) is None:
            print(f"{module}: not installed, skipped")
        else:
            measure(crowd)


def _json_logic(crowd: list[Claimant]) -> None:
    from json_logic import jsonLogic  # type: ignore[import-not-found]

    rule = {
        "and": [
            {">=": [{"var": "age"}, 16]}, {"<": [{"var": "age"}, 60]}, {"==": [{"var": "state"}, "登记失业"]},
            {">=": [{"var": "months"}, 12]}, {"or": [{"var": "dibao"}, {"<=": [{"var": "income"}, 3000]}]},
        ]
    }  # fmt: skip
    rows = [_row(person) for person in crowd[:5000]]
    start = time.process_time()
    for row in rows:
        jsonLogic(rule, row)
    rate("json-logic (missing read as 0)", len(rows), time.process_time() - start)


def _row(person: Claimant) -> dict[str, object]:
    known = person.facts.values
    born, kinds = known.get("出生日期"), known.get("人员类别", frozenset())
    return {
        "age": TODAY.year - born.year if isinstance(born, date) else 0,
        "state": known.get("就业状态", ""),
        "months": known.get("失业保险缴费月数", 0),
        "income": known.get("家庭月收入", 0),
        "dibao": isinstance(kinds, frozenset) and "低保" in kinds,
    }


def _openfisca(crowd: list[Claimant]) -> None:
    import numpy
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import MONTH
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = build_entity("person", "persons", "", is_person=True)

    def variable(name: str, kind: type, formula: Callable[..., object] | None = None) -> type:
        body = {"value_type": kind, "entity": person, "definition_period": MONTH, "label": name}
        return type(name, (Variable,), body | ({"formula": formula} if formula else {}))

    def eligible(persons: Callable[..., object], period: object, parameters: object) -> object:
        age, months, income = (persons(name, period) for name in ("age", "months", "income"))
        states, dibao = persons("registered", period), persons("dibao", period)
        return (age >= 16) * (age < 60) * states * (months >= 12) * (dibao + (income <= 3000))  # type: ignore[operator]

    system = TaxBenefitSystem([person])
    for name, kind in (
        ("age", int),
        ("months", int),
        ("income", int),
        ("registered", bool),
        ("dibao", bool),
    ):
        system.add_variable(variable(name, kind))
    system.add_variable(variable("eligible", bool, eligible))
    rows = [
        _row(one) | {"registered": one.facts.values.get("就业状态") == "登记失业"} for one in crowd
    ]
    simulation = SimulationBuilder().build_default_simulation(system, count=len(rows))
    start = time.process_time()
    for name in ("age", "months", "income", "registered", "dibao"):
        simulation.set_input(name, "2026-11", numpy.array([row[name] for row in rows]))
    simulation.calculate("eligible", "2026-11")
    rate("openfisca-core, columns built (missing is 0)", len(rows), time.process_time() - start)


def main() -> None:
    """Run everything."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=100_000)
    asked.add_argument("--radar", type=int, default=1500)
    asked.add_argument("--only-five", action="store_true", help="only the rule of five conditions")
    given = asked.parse_args()
    if given.only_five:
        five_conditions(given.people)
        return
    start = time.process_time()
    shelf = load_shelf([Path(shipped("policies"))])
    print(f"{len(shelf.policies)} files read in {time.process_time() - start:.2f} s")
    rules = tuple(
        one for one in shelf.rules_at(PLACE) if one.policy.beneficiary in ("本人", "家庭")
    )
    print(f"{len(rules)} rules for a person at {PLACE}")
    verdicts(shelf, rules, given.people)
    forward(shelf, rules, given.radar)
    five_conditions(given.people)
    print(f"peak memory {peak()}")


if __name__ == "__main__":
    main()
