"""Standard code tables that workbooks and government systems write.

Numbers alone are ambiguous between ministries (50 is 高中 in one table and
中职 in another), so a code is read only under the header that names its table.
"""

from __future__ import annotations

SEX = {"0": "", "1": "男", "2": "女", "9": ""}
"""GB/T 2261.1-2003; 0 and 9 (unknown, unstated) read as not known."""

EDUCATION = {
    "10": "研究生", "11": "研究生", "12": "研究生", "13": "研究生", "14": "研究生", "19": "研究生",
    "20": "本科", "21": "本科", "22": "本科", "23": "本科", "28": "本科",
    "30": "大专", "31": "大专", "32": "大专", "33": "大专",
    "40": "中专", "41": "中专", "44": "中专", "47": "中专",
    "60": "高中", "61": "高中", "62": "高中", "63": "高中",
    "70": "初中", "71": "初中", "72": "初中",
    "80": "小学", "81": "小学", "82": "小学",
}  # fmt: skip
"""GB/T 4658-2006 as used under AAC011; 90 (other) reads as not known."""

HEALTH = {
    "1": "健康",
    "10": "健康",
    "3": "长期慢性病",
    "30": "长期慢性病",
    "6": "残疾",
    "60": "残疾",
}
"""GB/T 2261.3-2003; 2 (weak) has no counterpart in the village's four values."""

PEOPLES = [
    "汉族",
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "高山族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "怒族",
    "乌孜别克族",
    "俄罗斯族",
    "鄂温克族",
    "德昂族",
    "保安族",
    "裕固族",
    "京族",
    "塔塔尔族",
    "独龙族",
    "鄂伦春族",
    "赫哲族",
    "门巴族",
    "珞巴族",
    "基诺族",
]
"""GB/T 3304-1991, in the order of its codes 01–56."""

PEOPLE_CODES = {f"{number:02d}": name for number, name in enumerate(PEOPLES, 1)}
PEOPLE_SYNONYMS = {name.removesuffix("族"): name for name in PEOPLES}

RESIDENCE = {"1": "非农业", "2": "农业"}
"""AAC009 as two provinces' systems write it."""
