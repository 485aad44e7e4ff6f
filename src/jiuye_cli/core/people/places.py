"""Places as region paths: 山东省临清市柳树镇 → 山东/聊城/临清."""

from __future__ import annotations

import re

from jiuye_cli.core.fields.codes import PEOPLES
from jiuye_cli.core.people.cell import Cell, cell_text, half_width, words
from jiuye_cli.errors import RefusedError

PROVINCES = words(
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 "
    "重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
)
MUNICIPALITIES = ("北京", "天津", "上海", "重庆")

_PROVINCE_ENDS = ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "特别行政区", "省", "市")
_LEVEL = re.compile(
    r"([^省市县区州盟旗镇乡村]{1,12}?(?:自治州|自治县|自治旗|地区|新区|矿区|林区|市辖区|省|市|县|区|州|盟|旗))"
)
_ENDS = re.compile(r"(?:自治州|自治县|自治旗|地区|市|县|区|州|盟|旗)$")
_NATIONS = re.compile("(?:" + "|".join(sorted(PEOPLES, key=len, reverse=True)) + ")+$")
_AT_HOME = {
    "本村": 9,
    "本镇": 9,
    "本乡": 9,
    "本街道": 9,
    "本地": 9,
    "本县": 3,
    "本区": 3,
    "本市": 2,
    "本省": 1,
}


def read_region(cell: Cell, home: str = "") -> str:
    """The region path of an address, from province down to county at most.

    `home` is the workspace's own path: a place that names only a lower part of it
    (临清市, 本县) is completed from it. Raises `RefusedError` when no region can
    be told.

    >>> read_region("山东省聊城市临清市柳树镇柳树屯村")
    '山东/聊城/临清'
    >>> read_region("临清市柳树镇", home="山东/聊城/临清"), read_region("湖南省湘西土家族苗族自治州")
    ('山东/聊城/临清', '湖南/湘西')
    """
    text = half_width(cell_text(cell)).replace(" ", "")
    at_home = [name for name in home.split("/") if name and name != "全国"]
    if text in _AT_HOME and at_home:
        return "/".join(at_home[: _AT_HOME[text]])
    parts = _parts(text)
    completed = _from_home(parts, at_home)
    if completed:
        return completed
    if not parts or parts[0] not in PROVINCES:
        shown = text if len(text) <= 20 else text[:19] + "…"
        raise RefusedError(f"“{shown}”看不出是哪个省；请从省写到县，如 山东/聊城/临清")
    return "/".join(parts)


def _parts(text: str) -> list[str]:
    """The names of province, city and county in an address, without their endings."""
    if "/" in text:
        named = [part for part in text.split("/") if part and part != "全国"][:3]
        return [*(_parts(named[0])[:1] or named[:1]), *map(_bare, named[1:])] if named else []
    province = next((p for p in PROVINCES if text.startswith(p)), "")
    rest = text.removeprefix(province) if province else text
    if province:
        rest = next((rest.removeprefix(e) for e in _PROVINCE_ENDS if rest.startswith(e)), rest)
    levels: list[str] = []
    while len(levels) < 2 and (found := _LEVEL.match(rest)):
        if found[1] not in ("市辖区", "县"):
            levels.append(_bare(found[1]))
        rest = rest[found.end() :]
    if province in MUNICIPALITIES:
        levels = levels[:1]
    return ([province] if province else []) + levels


def _bare(name: str) -> str:
    """临清市 → 临清, 湘西土家族苗族自治州 → 湘西; a name of two characters keeps its ending."""
    short = _ENDS.sub("", name)
    if short.endswith("族") and len(short) > 3:
        short = _NATIONS.sub("", short) or short
    return short if len(short) > 1 else name


def _from_home(parts: list[str], home: list[str]) -> str:
    """The home path down to the place, when every part named lies on it in order."""
    if not parts or not home or any(part not in home for part in parts):
        return ""
    places = [home.index(part) for part in parts]
    return "/".join(home[: places[-1] + 1]) if places == sorted(places) else ""
