"""The facts behind each answer of a limit, in her words: both sides, with who said it and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from jiuye_cli.core.fields.post import BURDENS
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, Facts, PartialSet, Value
from jiuye_cli.core.matching.limits import DISABLED, WELFARE_FACT, is_disabled
from jiuye_cli.core.matching.pair import Check, Pair
from jiuye_cli.core.posts.post import Post, Rung
from jiuye_cli.core.rules.truth import NO, YES, Truth

NOT_ASKED = "没问过"


@dataclass(frozen=True, slots=True)
class Told:
    """One condition as it is shown: its name, the answer, the person's side and the post's.

    `source` says who told the person's side, how well attested and when;
    `private` what may not be printed.
    """

    name: str
    result: Truth
    person: str
    post: str
    source: str = ""
    private: bool = False

    @property
    def person_side(self) -> str:
        """The person's side with its source."""
        return self.person + self.source


def told(pair: Pair, sex_note: str) -> tuple[Told, ...]:
    """Every condition of a pair; sex stands there only to say that it is none."""
    welfare = pair.post.rung is Rung.WELFARE
    found = [
        _told(one, pair) for one in pair.checks if welfare or one.limit.person != (WELFARE_FACT,)
    ]
    asked = pair.post.value("性别要求")
    if isinstance(asked, str):
        found.append(Told("性别", YES, "不看", f"{asked}（{sex_note}）"))
    if pair.shut:
        found.append(Told("能不能推荐", NO, "", pair.shut))
    return tuple(found)


def _told(one: Check, pair: Pair) -> Told:
    person, post = _SIDES[one.limit.name]
    facts = pair.seeker.facts
    said = person(facts)
    source = _source(facts, one.limit.person) if said != NOT_ASKED else ""
    return Told(one.limit.name, one.result, said, post(pair.post), source, one.limit.private)


def _source(facts: Facts, names: tuple[str, ...]) -> str:
    """Who said it, how well attested, and when: of the newest fact that is known."""
    proofs = [
        facts.evidence[n] for n in names if n in facts.evidence and facts.value(n) is not UNKNOWN
    ]
    newest: Evidence | None = max(proofs, key=lambda proof: proof.noted_on, default=None)
    return f"（{newest.grade.label}，{newest.source}，{newest.noted_on}）" if newest else ""


Side: TypeAlias = Callable[[Facts], str]
PostSide: TypeAlias = Callable[[Post], str]


def _value(name: str, unit: str = "", none: str = "无") -> Side:
    return lambda facts: _plain(facts.value(name), unit, none)


def _asked(name: str, unit: str = "") -> PostSide:
    return lambda post: _plain(post.value(name), unit, "不限")


def _plain(value: Value, unit: str, none: str) -> str:
    if value is UNKNOWN:
        return NOT_ASKED
    if value is NONE or value == frozenset():
        return none
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, PartialSet):
        return "、".join(sorted(value.yes)) or NOT_ASKED
    if isinstance(value, frozenset):
        return "、".join(sorted(value))
    return f"{value}{unit}"


def _cannot(*words: str) -> Side:
    """Which of these someone cannot do."""

    def side(facts: Facts) -> str:
        value = facts.value("不能")
        if value is UNKNOWN:
            return NOT_ASKED
        members = value.yes if isinstance(value, PartialSet) else value
        named = [word for word in words if isinstance(members, frozenset) and word in members]
        return f"不能{'、'.join(named)}" if named else "没有不能的"

    return side


def _load(facts: Facts) -> str:
    cannot, ability = _cannot("重体力")(facts), facts.value("劳动能力")
    if ability is UNKNOWN:
        return cannot if cannot != NOT_ASKED else NOT_ASKED
    return str(ability) if cannot in (NOT_ASKED, "没有不能的") else f"{ability}，{cannot}"


def _certificates(facts: Facts) -> str:
    held = facts.value("证书")
    if not isinstance(held, tuple):
        return NOT_ASKED if held is UNKNOWN else "没有证"
    return "、".join(dict.fromkeys(f"{one.get('职业', '')}{one.get('等级', '')}" for one in held))


def _disabled(facts: Facts) -> str:
    answer = is_disabled(*(facts.value(name) for name in DISABLED))
    return {YES: "有残疾", NO: "没有残疾"}.get(answer, NOT_ASKED)


def _care(facts: Facts) -> str:
    care, hours = facts.value("照护"), facts.value("照护时段")
    if care is NONE or care == frozenset():
        return "不用照看"
    who = f"照看{_plain(care, '', '')}" if care is not UNKNOWN else ""
    when = hours if isinstance(hours, str) else "几点走不开没问" if who else ""
    return f"{who}{'，' if who and when else ''}{when}" or NOT_ASKED


def _welfare(facts: Facts) -> str:
    allowed = facts.value(WELFARE_FACT)
    if allowed is UNKNOWN:
        return "还要核实"
    return "符合安置条件" if allowed is True else "不符合安置条件"


def _ages(post: Post) -> str:
    low, high = post.value("年龄下限"), post.value("年龄上限")
    if low is NONE and high is NONE:
        return "不限"
    if isinstance(low, int) and isinstance(high, int):
        return f"{low}-{high}岁"
    if isinstance(high, int):
        return f"{high}岁以下"
    return f"{low}岁以上" if isinstance(low, int) else NOT_ASKED


def _certificate_asked(post: Post) -> str:
    trade, level = post.value("证书要求"), post.value("证书等级")
    if not isinstance(trade, str):
        return _plain(trade, "", "不用证")
    return f"要{trade}证{level if isinstance(level, str) else ''}"


def _zone(post: Post) -> str:
    if post.value("居家") is True:
        return "在家干"
    zone, place = post.value("工作区域"), post.value("工作地点")
    if zone is UNKNOWN:
        return str(place) if isinstance(place, str) else NOT_ASKED
    return f"{zone}（{place}）" if isinstance(place, str) and place != zone else str(zone)


def _takes(post: Post) -> str:
    takes = post.value("接受残疾人")
    return NOT_ASKED if takes is UNKNOWN else "残疾人也要" if takes is True else "不要残疾人"


def _hours(post: Post) -> str:
    return (
        "在家干" if post.value("居家") is True else _plain(post.value("上班时间"), "", "时间自由")
    )


_SIDES: Mapping[str, tuple[Side, PostSide]] = {
    "年龄": (_value("年龄", "岁"), _ages),
    "学历": (_value("文化程度"), _asked("学历要求")),
    "证书": (_certificates, _certificate_asked),
    "劳动强度": (_load, _asked("劳动强度")),
    "班次": (_cannot("夜班", "倒班"), _asked("班次")),
    "工作环境": (_cannot(*BURDENS), _asked("工作环境")),
    "距离": (_cannot("出村", "出县"), _zone),
    "残疾": (_disabled, _takes),
    "照护": (_care, _hours),
    "公益岗条件": (_welfare, _asked("用工形式")),
}
"""How each limit's two sides are said."""


def wage_words(post: Post) -> str:
    """The wage of a post as it is shown: 2200-2800元, 约定另议, 没问过.

    >>> from jiuye_cli.core.posts.post import post_of
    >>> wage_words(post_of({"月薪低": 2200, "月薪高": 2800})), wage_words(post_of({"计薪方式": "面议"}))
    ('2200-2800元', '面议')
    """
    low, high = (
        v if isinstance(v := post.value(n), int | Decimal) else None for n in ("月薪低", "月薪高")
    )
    basis = post.value("计薪方式")
    piece = "计件约" if basis == "计件" else ""
    if low is not None and high is not None:
        return f"{piece}{low}元" if low == high else f"{piece}{low}-{high}元"
    if low is not None:
        return f"{piece}{low}元起"
    if high is not None:
        return f"最多{high}元"
    return str(basis) if isinstance(basis, str) else NOT_ASKED


def checked_words(post: Post, today: date, days: int) -> str:
    """When the employer last confirmed a post, whether that is too long ago, and who recruits for it."""
    checked = post.checked_on()
    held = "村里代聘，" if post.is_held else ""
    if checked is None:
        return f"{held}没核实过"
    return f"{held}{checked:%m-%d}核实" + ("，该再问了" if post.is_stale(today, days) else "")
