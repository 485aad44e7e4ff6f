"""What employers ask for, as they write it: 18~50岁, 女性优先，55以下, 初中及以上, 若干."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiuye_cli.core.fields.post import SCHOOLS
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Absent

OPEN_WORDS = ("不限", "无要求", "没要求", "没有要求", "均可", "都可以", "都行", "不要求", "无限制")
_RANGE = re.compile(r"(\d{2})\s*(?:周?岁)?\s*(?:-|－|—|–|~|～|到|至)+\s*(\d{2})")
_ABOVE = re.compile(r"(?:年满|满|≥|大于)?\s*(\d{2})\s*(?:周?岁)?\s*(?:以上|起|及以上)")
_BELOW = re.compile(
    r"(?:≤|不超过|小于)?\s*(\d{2})\s*(?:周?岁)?\s*(?:以下|以内|之内|及以下|封顶)|(?:≤|不超过|小于)\s*(\d{2})"
)
_FULL = re.compile(r"(?:年满|满|≥)\s*(\d{2})")
_SEX = re.compile(r"(?:限|仅限|只要|只招|要)?(?:男|女)(?:性|士|工)?(?:优先|为主|均可)?")


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages asked for, both ends included; `NONE` is no bound. `sex` is what was said of it."""

    low: int | Absent
    high: int | Absent
    sex: str = ""


def read_ages(text: str) -> Ages:
    """The ages a text asks for; not known where it says nothing of age.

    >>> read_ages("18~50岁"), read_ages("女性优先，55以下")
    (Ages(low=18, high=50, sex=''), Ages(low=<Absent.NONE: '无'>, high=55, sex='女性优先'))
    >>> read_ages("不限").high, read_ages("18周岁以上"), read_ages("身体好").low
    (<Absent.NONE: '无'>, Ages(low=18, high=<Absent.NONE: '无'>, sex=''), <Absent.UNKNOWN: '未问到'>)
    """
    sex = read_sex(text)
    if both := _RANGE.search(text):
        return Ages(int(both[1]), int(both[2]), sex)
    above, below = _ABOVE.search(text) or _FULL.search(text), _BELOW.search(text)
    if above or below:
        high = int(below[1] or below[2]) if below else NONE
        return Ages(int(above[1]) if above else NONE, high, sex)
    said = NONE if any(word in text for word in OPEN_WORDS) else UNKNOWN
    return Ages(said, said, sex)


def read_sex(text: str) -> str:
    """The words by which a text prefers one sex; empty where it prefers none.

    >>> read_sex("女性优先，55以下"), read_sex("男女不限"), read_sex("18-50")
    ('女性优先', '', '')
    """
    if "男女" in text or "均可" in text:
        return ""
    found = _SEX.search(text)
    return found[0] if found else ""


def read_school(text: str) -> str | Absent:
    """The least schooling a text asks for; `NONE` where it asks for none.

    >>> read_school("初中及以上"), read_school("不限"), read_school("高中以上学历")
    ('初中', <Absent.NONE: '无'>, '高中')
    """
    if any(word in text for word in OPEN_WORDS):
        return NONE
    plain = re.sub(r"(及|或|含)?(以上|毕业|学历|文化|程度|水平)", "", text).strip("（）() ")
    if plain in SCHOOLS.values:
        return plain
    return SCHOOLS.synonyms.get(plain, UNKNOWN)


def read_seats(text: str) -> int | Absent:
    """How many people are wanted; 若干 is not known.

    >>> read_seats("3人"), read_seats("2.0"), read_seats("若干")
    (3, 2, <Absent.UNKNOWN: '未问到'>)
    """
    found = re.fullmatch(r"\s*(\d{1,4})(?:\.0+)?\s*(?:个|名|人|位)*\s*", text)
    return int(found[1]) if found and int(found[1]) else UNKNOWN


def read_certificate(text: str) -> str | Absent:
    """The trade of the certificate asked for; `NONE` where none is.

    >>> read_certificate("电工证"), read_certificate("不需要"), read_certificate("养老护理员")
    ('电工', <Absent.NONE: '无'>, '养老护理员')
    """
    if text in ("无", "不需要", "不用", "否") or any(word in text for word in OPEN_WORDS):
        return NONE
    return (
        re.sub(r"(职业)?(资格|技能|操作|上岗|从业)?(等级)?(证书?|资格)$", "", text.strip())
        or UNKNOWN
    )
