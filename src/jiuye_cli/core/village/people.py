"""Invented people, the same for the same seed.

Identity numbers carry area code 999999 and phones begin with 1990000: neither
has ever been given out. What is not drawn stays unknown, as in a real file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from jiuye_cli.core.fields.value import NONE, PartialSet, Record, Value
from jiuye_cli.core.people.identity import check_character

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕单仇解区查盖".strip()
COMPOUND = ("尉迟", "欧阳", "司马")
MEN = (
    "建国",
    "国庆",
    "志强",
    "春生",
    "长河",
    "守义",
    "永福",
    "俊杰",
    "广平",
    "大寒",
    "立冬",
    "铁柱",
    "德顺",
    "喆",
)
WOMEN = (
    "桂兰",
    "玉梅",
    "海燕",
    "秀英",
    "小满",
    "红梅",
    "海霞",
    "敏华",
    "小凤",
    "静",
    "明月",
    "春分",
    "白露",
    "婷婷",
)
TRADES = ("缝纫", "电工", "焊工", "保洁", "保安", "家政", "电子厂普工", "护理员", "营业员", "烹饪")
LIMITS = ("重体力", "登高", "久站", "夜班", "倒班", "出村", "出县")
PLACES = ("本村", "镇内", "县内", "省内", "省外", "居家")
SCHOOLING = ("小学", "初中", "初中", "初中", "高中", "中专", "大专", "本科")
WISHES = ("晚上七点后打", "找女儿接", "中午打", "耳朵背，说慢点")
GROUPS = 8
ASKED_ONE_IN = 5
"""One file in so many was asked about everything that money hangs on."""
HERE = "山东/聊城/临清"


FIRMS = {
    "金穗合作社": "农、林、牧、渔业",
    "惠民服装厂": "制造业",
    "鲁中电子": "制造业",
    "康乐家政": "居民服务、修理和其他服务业",
    "诚安物业": "房地产业",
}
"""Invented employers with their branch."""
ABILITIES = (*["普通劳动力"] * 6, "技能劳动力", "弱劳动力", None, None)
"""What the file says of every ten people's strength; of two nobody asked."""


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented person: the household's number, and what the file will say."""

    household: int
    values: dict[str, Value]


def invent(count: int, today: date, seed: int = 7) -> Iterator[Invented]:
    """So many invented people in households of one to four, as a file would know them on `today`."""
    dice = Random(seed)
    household, left = 0, 0
    given: set[str] = set()
    for number in range(count):
        if left == 0:
            household, left = household + 1, dice.choice((1, 2, 2, 3, 4))
        left -= 1
        values = _person(dice, number, household, today, given)
        if number % ASKED_ONE_IN == 0:
            values = _asked_in_full(Random(f"{seed}/{number}"), values, today)
        yield Invented(household, values)


def identity(born: date, order: int, *, man: bool) -> str:
    """A valid number of the area 999999, which was never given out.

    >>> identity(date(1975, 6, 26), 385, man=True)
    '999999197506267715'
    """
    serial = (order * 2 + man) % 1000
    stem = f"999999{born:%Y%m%d}{serial:03d}"
    return stem + check_character(stem)


def _person(
    dice: Random, number: int, household: int, today: date, given: set[str]
) -> dict[str, Value]:
    man = dice.random() < 0.48
    born = today - timedelta(days=dice.randrange(17 * 365, 66 * 365))
    while identity(born, number, man=man) in given:
        born -= timedelta(days=1)
    given.add(identity(born, number, man=man))
    surname = dice.choice(COMPOUND) if dice.random() < 0.02 else dice.choice(SURNAMES)
    values: dict[str, Value] = {
        "姓名": surname + dice.choice(MEN if man else WOMEN),
        "身份证号": identity(born, number, man=man),
        "组": f"{household % GROUPS + 1}组",
        "户编号": f"{household:04d}",
    }
    values |= _reachable(dice, number, household)
    values |= _known(dice, 0.9, 文化程度=dice.choice(SCHOOLING))
    values |= _health(dice)
    values |= _work(dice, today, (today - born).days // 365)
    values |= _wishes(dice)
    values |= _home(dice)
    ability = ABILITIES[number % len(ABILITIES)]
    return values | ({"劳动能力": ability} if ability else {})


def _asked_in_full(dice: Random, values: dict[str, Value], today: date) -> dict[str, Value]:
    """A file that says what was left open: a careful visit, and often a fresh certificate."""
    categories = values.get("人员类别")
    man = int(str(values["身份证号"])[16]) % 2
    told: dict[str, Value] = {
        "参保地": HERE,
        "户籍地": HERE,
        "户口性质": "农业" if dice.random() < 0.7 else "非农业",
        "退休类别": "男60" if man else dice.choice(("女50", "女50", "女55")),
        "在校": False,
        "创业": NONE,
        "照护": frozenset[str](),
        "人员类别": categories.yes if isinstance(categories, PartialSet) else frozenset[str](),
        "领取失业保险金": values.get("就业状态") == "登记失业",
        "失业保险缴费月数": dice.choice((18, 30, 75, 130)),
    }
    if dice.random() < 0.6:
        day = today - timedelta(days=dice.randrange(20, 300))
        trade = dice.choice(("电工", "焊工", "育婴员", "养老护理员"))
        told["证书"] = ({"职业": trade, "等级": dice.choice(("五级", "四级")), "发证日期": day},)
    return values | told


def _known(dice: Random, share: float, **values: Value) -> dict[str, Value]:
    return values if dice.random() < share else {}


def _reachable(dice: Random, number: int, household: int) -> dict[str, Value]:
    """Most have a phone of their own, some share the family's, a few have none that works."""
    draw = dice.random()
    if draw < 0.04:
        return {}
    own = f"1990000{number % 10000:04d}"
    shared = f"1990000{(household * 7) % 10000:04d}"
    phone: Record = {"号码": shared if draw < 0.14 else own, "属于": "本人"}
    if draw > 0.97:
        phone = {**phone, "状态": "停机"}
    wish = {"回访嘱咐": dice.choice(WISHES)} if dice.random() < 0.08 else {}
    return {"电话": (phone,), **wish}


def _health(dice: Random) -> dict[str, Value]:
    state = dice.choices(("健康", "长期慢性病", "残疾", "患有大病"), (80, 12, 6, 2))[0]
    values = _known(dice, 0.85, 健康状况=frozenset({state}))
    if state == "健康":
        return values | _known(dice, 0.6, 不能=frozenset[str]())
    limits = frozenset(dice.sample(LIMITS, dice.randint(1, 3)))
    disabled = _known(dice, 0.7, 残疾人证=True) if state == "残疾" else {}
    return values | _known(dice, 0.7, 不能=limits) | disabled


def _work(dice: Random, today: date, age: int) -> dict[str, Value]:
    states = (
        "在职",
        "登记失业",
        "未登记失业",
        "灵活就业",
        "务农",
        "无业",
        "公益性岗位",
        "自主创业",
    )
    state = "在校" if age < 19 else dice.choices(states, (38, 14, 12, 10, 12, 8, 3, 3))[0]
    values: dict[str, Value] = _known(dice, 0.92, 就业状态=state)
    past = today - timedelta(days=dice.randrange(20, 900))
    if state in ("登记失业", "未登记失业", "无业"):
        values |= _known(dice, 0.7, 失业日期=past)
        if state == "登记失业":
            values |= _known(dice, 0.8, 失业登记日期=past + timedelta(days=dice.randrange(3, 60)))
        values |= _known(dice, 0.6, 就业意愿=dice.choice(("有", "有", "有", "不明", "无")))
    if state == "在职":
        values |= _known(dice, 0.7, 就业经历=(_job(dice, past),))
    return values | _known(dice, 0.4, 失业保险缴费月数=dice.choice((0, 8, 30, 75, 130)))


def _job(dice: Random, since: date) -> Record:
    region = dice.choice(("县内", "县内", "省内县外", "省外"))
    job: dict[str, Value] = {
        "用工形式": "单位就业",
        "起": since,
        "区域": region,
        "工种": dice.choice(TRADES),
        "月薪": dice.choice((2200, 2800, 3200, 4500, 5200)),
    }
    if dice.random() < 0.7:
        firm = dice.choice(tuple(FIRMS))
        job |= {"单位": firm, "行业": FIRMS[firm]}
    if dice.random() < 0.5:
        job |= {"合同": dice.random() < 0.7, "社保": dice.random() < 0.5}
    return job


def _wishes(dice: Random) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if dice.random() < 0.5:
        values["意向工种"] = frozenset(dice.sample(TRADES, dice.randint(1, 2)))
        values["意向区域"] = frozenset(dice.sample(PLACES, dice.randint(1, 3)))
    if dice.random() < 0.35:
        values["最低月薪"] = dice.choice((2000, 2500, 3000, 3500))
    if dice.random() < 0.15:
        day = date(2020, 1, 1) + timedelta(days=dice.randrange(2500))
        values["证书"] = (
            {
                "职业": dice.choice(("电工", "焊工", "育婴员", "养老护理员")),
                "等级": dice.choice(("五级", "四级", "三级")),
                "发证日期": day,
            },
        )
    elif dice.random() < 0.4:
        values["证书"] = NONE
    return values


def _home(dice: Random) -> dict[str, Value]:
    yes = (
        frozenset(dice.choices(("低保", "脱贫人口", "防止返贫监测对象"), (5, 3, 1), k=1))
        if dice.random() < 0.14
        else frozenset[str]()
    )
    no = frozenset({"低保"}) - yes if dice.random() < 0.7 else frozenset[str]()
    return {"人员类别": PartialSet(yes, no)} if yes or no else {}
