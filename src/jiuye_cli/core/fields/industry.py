"""Branches of the economy (GB/T 4754-2017) and the three industries they belong to."""

from __future__ import annotations

from collections.abc import Mapping

PRIMARY, SECONDARY, TERTIARY = "第一产业", "第二产业", "第三产业"
INDUSTRIES = (PRIMARY, SECONDARY, TERTIARY)

BRANCHES: Mapping[str, str] = {
    "农、林、牧、渔业": PRIMARY,
    "采矿业": SECONDARY,
    "制造业": SECONDARY,
    "电力、热力、燃气及水生产和供应业": SECONDARY,
    "建筑业": SECONDARY,
    "批发和零售业": TERTIARY,
    "交通运输、仓储和邮政业": TERTIARY,
    "住宿和餐饮业": TERTIARY,
    "信息传输、软件和信息技术服务业": TERTIARY,
    "金融业": TERTIARY,
    "房地产业": TERTIARY,
    "租赁和商务服务业": TERTIARY,
    "科学研究和技术服务业": TERTIARY,
    "水利、环境和公共设施管理业": TERTIARY,
    "居民服务、修理和其他服务业": TERTIARY,
    "教育": TERTIARY,
    "卫生和社会工作": TERTIARY,
    "文化、体育和娱乐业": TERTIARY,
    "公共管理、社会保障和社会组织": TERTIARY,
    "国际组织": TERTIARY,
}
"""Each of the twenty branches with its industry by 国家统计局《三次产业划分规定》.

Supporting services inside farming, mining and manufacturing count as the third
industry there; a branch alone does not tell them apart, a told 产业 does.
"""

SHORT = {
    "农业": "农、林、牧、渔业", "种植业": "农、林、牧、渔业", "养殖业": "农、林、牧、渔业", "农林牧渔业": "农、林、牧、渔业",
    "工业": "制造业", "加工业": "制造业", "建筑": "建筑业", "批发零售": "批发和零售业", "批发零售业": "批发和零售业",
    "零售业": "批发和零售业", "商业": "批发和零售业", "交通运输业": "交通运输、仓储和邮政业", "物流业": "交通运输、仓储和邮政业",
    "快递": "交通运输、仓储和邮政业", "餐饮业": "住宿和餐饮业", "住宿餐饮业": "住宿和餐饮业", "餐饮": "住宿和餐饮业",
    "居民服务业": "居民服务、修理和其他服务业", "家政": "居民服务、修理和其他服务业", "家政服务业": "居民服务、修理和其他服务业",
    "教育业": "教育", "卫生": "卫生和社会工作", "公共管理": "公共管理、社会保障和社会组织",
}  # fmt: skip
"""What people write for a branch."""
