"""How names are read where a dictionary would read them wrong.

A dictionary gives a character's most usual reading; as a surname, or inside a
given name, many characters have another one.
"""

from __future__ import annotations

COMPOUND_SURNAMES = {
    "欧阳": "ou yang", "太史": "tai shi", "端木": "duan mu", "上官": "shang guan", "司马": "si ma", "东方": "dong fang",
    "独孤": "du gu", "南宫": "nan gong", "万俟": "mo qi", "闻人": "wen ren", "夏侯": "xia hou", "诸葛": "zhu ge",
    "尉迟": "yu chi", "公羊": "gong yang", "赫连": "he lian", "澹台": "tan tai", "皇甫": "huang fu", "宗政": "zong zheng",
    "濮阳": "pu yang", "公冶": "gong ye", "太叔": "tai shu", "申屠": "shen tu", "公孙": "gong sun", "慕容": "mu rong",
    "仲孙": "zhong sun", "钟离": "zhong li", "长孙": "zhang sun", "宇文": "yu wen", "司徒": "si tu", "鲜于": "xian yu",
    "司空": "si kong", "闾丘": "lv qiu", "子车": "zi ju", "亓官": "qi guan", "司寇": "si kou", "巫马": "wu ma",
    "公西": "gong xi", "颛孙": "zhuan sun", "壤驷": "rang si", "公良": "gong liang", "漆雕": "qi diao", "乐正": "yue zheng",
    "宰父": "zai fu", "谷梁": "gu liang", "拓跋": "tuo ba", "夹谷": "jia gu", "轩辕": "xuan yuan", "令狐": "ling hu",
    "段干": "duan gan", "百里": "bai li", "呼延": "hu yan", "东郭": "dong guo", "南门": "nan men", "羊舌": "yang she",
    "微生": "wei sheng", "左丘": "zuo qiu", "东门": "dong men", "西门": "xi men", "单于": "chan yu", "纳兰": "na lan",
    "完颜": "wan yan", "叶赫": "ye he", "第五": "di wu", "贯丘": "guan qiu", "耶律": "ye lv", "哥舒": "ge shu",
}  # fmt: skip
"""Surnames of two characters, one syllable a character."""

SURNAMES = {
    "单": "shan", "仇": "qiu", "解": "xie", "区": "ou", "曾": "zeng", "查": "zha", "盖": "ge", "朴": "piao", "翟": "zhai",
    "种": "chong", "缪": "miao", "乜": "nie", "员": "yun", "冼": "xian", "洗": "xian", "繁": "po", "折": "she", "黑": "he",
    "秘": "bi", "句": "gou", "佴": "nai", "郗": "xi", "郇": "xun", "晁": "chao", "郄": "qie", "瞿": "qu", "訾": "zi",
    "祭": "zhai", "干": "gan", "系": "xi", "褚": "chu", "柏": "bai", "车": "che", "宁": "ning", "都": "du", "参": "shen",
    "宿": "su", "尚": "shang", "强": "qiang", "调": "diao", "盛": "sheng", "省": "xing", "少": "shao", "相": "xiang",
    "薄": "bo", "莘": "shen", "炅": "gui", "尉": "wei", "卜": "bu", "隽": "juan", "那": "na", "撒": "sa", "适": "kuo",
    "阚": "kan", "哈": "ha", "长": "chang", "重": "chong", "牟": "mu", "覃": "qin", "召": "shao", "隗": "wei", "乐": "yue",
    "逄": "pang", "逯": "lu", "粘": "nian", "麦": "mai", "俞": "yu", "於": "yu", "笪": "da", "眭": "sui", "呙": "guo",
    "戚": "qi", "郏": "jia", "邸": "di", "揭": "jie", "靳": "jin", "能": "nai", "沈": "shen", "叶": "ye", "任": "ren",
    "纪": "ji", "应": "ying", "燕": "yan", "葛": "ge", "石": "shi", "曲": "qu", "贾": "jia", "费": "fei", "宓": "mi",
    "谌": "chen", "娄": "lou", "万": "wan", "藏": "zang", "臧": "zang", "奇": "qi", "咎": "jiu", "昝": "zan", "弹": "tan",
    "行": "xing", "朝": "chao", "传": "chuan", "仉": "zhang", "厍": "she", "厘": "li", "迮": "ze", "阙": "que", "畅": "chang",
}  # fmt: skip
"""Surnames of one character."""

SURNAME_ALSO = {
    "覃": "tan", "召": "zhao", "隗": "kui", "乐": "le", "牟": "mou", "盖": "gai", "谌": "shen", "查": "cha", "祭": "ji",
    "阚": "han", "秘": "mi", "能": "neng", "宓": "fu", "费": "bi", "訾": "zi", "尉": "yu", "逄": "peng", "郗": "chi",
}  # fmt: skip
"""Surnames of which two readings are both right, or both heard."""

GIVEN = {
    "长": "chang", "晟": "sheng", "娜": "na", "曾": "zeng", "翟": "zhai", "弹": "tan", "薄": "bo", "媛": "yuan", "莎": "sha",
    "盛": "sheng", "都": "du", "峤": "qiao", "蔓": "man", "伽": "jia", "参": "shen", "莘": "xin", "茜": "xi", "系": "xi",
    "仔": "zai", "颉": "jie", "筠": "yun", "浚": "jun", "骠": "biao", "桧": "hui", "铣": "xian", "沈": "shen", "佼": "jiao",
    "传": "chuan", "调": "diao", "藏": "cang", "车": "che", "宿": "su", "朴": "pu", "缪": "miao", "着": "zhuo", "了": "liao",
    "得": "de", "地": "di", "还": "huan", "炅": "jiong", "菀": "wan", "莞": "wan", "芮": "rui", "率": "shuai", "否": "pi",
    "露": "lu", "谌": "chen", "婼": "ruo", "昇": "sheng", "堃": "kun", "喆": "zhe", "禅": "chan", "俟": "si", "枞": "cong",
}  # fmt: skip
"""Readings inside a given name that differ from the dictionary's first one."""

GIVEN_ALSO = {
    "长": "zhang", "晟": "cheng", "茜": "qian", "重": "chong", "朝": "zhao", "乐": "yue", "行": "hang", "藏": "zang",
    "莘": "shen", "颉": "xie", "筠": "jun", "浚": "xun", "栖": "xi", "靓": "jing", "柏": "bo", "单": "shan", "曾": "ceng",
    "涌": "chong", "佼": "xiao", "峤": "jiao", "仔": "zi", "炅": "gui", "葛": "ge", "尧": "yao", "娜": "nuo", "盛": "cheng",
}  # fmt: skip
"""Second readings that are heard in given names."""
