"""How far a place of work lies from the village, by the words it is written in."""

from __future__ import annotations

from jiuye_cli.core.fields.value import UNKNOWN, Absent
from jiuye_cli.core.posts.prefectures import PROVINCE_OF, PROVINCES
from jiuye_cli.core.rules.region import parts

PLAIN_WORDS = (
    ("本村", ("本村", "村里", "村内", "家门口", "村委", "居家", "在家", "家里")),
    ("镇内", ("镇上", "镇里", "镇内", "本镇", "乡里", "本乡", "乡镇", "街道")),
    ("县内", ("县城", "县里", "县内", "本县", "全县", "城区", "市区", "开发区")),
    ("省外", ("省外", "外省", "长三角", "珠三角", "京津冀", "境外", "国外")),
    ("省内", ("省内", "本省", "省城")),
)
"""Words that say the distance by themselves, nearest first."""


def zone_of(place: str, home: str = "") -> str | Absent:
    """One of 本村 镇内 县内 省内 省外; not known where the words do not tell.

    `home` is the village's region path, as in 山东/聊城/临清.

    >>> zone_of("镇上"), zone_of("青岛", "山东/聊城/临清"), zone_of("苏州电子厂", "山东/聊城/临清")
    ('镇内', '省内', '省外')
    >>> zone_of("临清市新华路", "山东/聊城/临清"), zone_of("工业园")
    ('县内', <Absent.UNKNOWN: '未问到'>)
    """
    named = _by_name(place, parts(home))
    if named:
        return named
    return next((zone for zone, said in PLAIN_WORDS if any(w in place for w in said)), UNKNOWN)


def _by_name(place: str, home: tuple[str, ...]) -> str:
    """The distance of a county, prefecture or province named in the text."""
    if len(home) > 2 and home[2] in place:
        return "县内"
    if not home:
        return ""
    if len(home) > 1 and home[1] in place:
        return "省内"
    provinces = {PROVINCE_OF[name] for name in PROVINCE_OF if name in place}
    provinces |= {name for name in PROVINCES if place.startswith(name)}
    if not provinces:
        return ""
    return "省内" if home[0] in provinces else "省外"
