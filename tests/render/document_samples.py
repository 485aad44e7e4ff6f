"""Invented data for each printed document: nobody here exists, no figure is a policy's."""

from __future__ import annotations

from typing import Any

from render.samples import call_sheet, name_of, phone_of

PAPER = {"village": "示例村", "print_id": "P20261121-07", "printed_at": "2026-11-21 18:00"}
COORDINATOR = {"name": "周敏", "role": "村就业协理员", "phone": "19900009001"}
CONTACTS = [
    {"name": "镇便民服务中心就业窗口", "role": "交材料、问进度", "phone": "19900009002"},
    {"name": "村委会", "role": "开证明、盖章", "phone": "19900009003"},
]


def line(label: str, value: object) -> dict[str, object]:
    return {"label": label, "value": value}


CAN_GET = [
    {
        "policy": "样例技能补贴",
        "item": "电工 五级 2025年12月",
        "amount": "一次性1,234元",
        "sure": True,
        "until": "2026-12-03",
        "papers": ["身份证", "证书", "社保卡"],
        "where": "镇便民服务中心就业窗口",
        "phone": "19900009002",
        "shuts": ["样例培训补贴（一次性800元）"],
    },
    {
        "policy": "样例交通补贴",
        "item": None,
        "amount": "每年234元",
        "sure": False,
        "until": None,
        "papers": [],
        "where": None,
        "phone": None,
        "shuts": [],
    },
]
TO_DO = [
    {
        "policy": "样例就业困难认定",
        "until": "2026-12-31",
        "papers": ["身份证"],
        "where": "村委会",
        "phone": None,
    }
]
IN_HAND = [
    {
        "policy": "样例创业补贴",
        "item": None,
        "amount": "一次性5,678元",
        "stage": "备材料",
        "missing": ["营业执照复印件"],
        "until": "2026-12-31",
    }
]
ONE_AWAY = [
    {
        "policy": "样例社保补贴",
        "item": None,
        "amount": "每月345元，最长12个月",
        "missing": ["现在领着失业金吗？", "办过灵活就业登记吗，哪天？"],
        "papers": ["身份证", "缴费单"],
        "until": "2027-01-20",
    }
]
RIGHTS = {
    "can_get": CAN_GET,
    "total": "1,468元",
    "to_do": TO_DO,
    "in_hand": IN_HAND,
    "one_away": ONE_AWAY,
}
PLAN_STEPS = [
    {"what": "陪着去镇上做就业困难认定", "who": "周敏", "by": "2026-11-27", "outcome": "办成了"},
    {"what": "报名参加样例电工班，学 20 天", "who": "本人", "by": "2026-12-10", "outcome": None},
]
POSTS = [
    {
        "on": "2026-11-20",
        "job": "样例物业电工",
        "employer": "样例物业公司",
        "wage": "每月 3,210元",
        "place": "镇上，骑车 15 分钟",
        "net": "去了每月比现在多1,100到1,300元（工资3,210元，路费要60到120元）。",
        "answer": "去试试",
    },
    {
        "on": "2026-11-20",
        "job": "样例车间绕线工",
        "employer": "样例帮扶车间",
        "wage": "计件，每月 2,000元上下",
        "place": "本村",
        "net": None,
        "answer": None,
    },
    {
        "on": "2026-11-20",
        "job": "样例超市理货员",
        "employer": "样例超市",
        "wage": None,
        "place": None,
        "net": None,
        "answer": None,
    },
]


def manual(number: int = 7, *, large: bool = False) -> dict[str, Any]:
    return (
        PAPER
        | {
            "id": number,
            "name": name_of(number),
            "group": f"{number % 9 + 1}组",
            "large": large,
            "coordinator": COORDINATOR,
            "person": [
                line("姓名", name_of(number)),
                line("电话", phone_of(number)),
                line("文化程度", "初中"),
                line("现在", "没有活干，2026年9月起"),
                line("残疾人证", "肢体四级"),
            ],
            "family_lines": [
                line("家里几口人", "4 口，2 个能干活"),
                line("低保", "是，2026年3月起"),
            ],
            "family": [
                {"name": name_of(number + 20), "relation": "妻子", "age": 47, "work": "种地"},
                {"name": name_of(number + 40), "relation": "儿子", "age": 16, "work": "上高中"},
                {"name": name_of(number + 60), "relation": "母亲", "age": None, "work": None},
            ],
            "responsible": [
                {
                    "name": "吴样例",
                    "unit": "镇农业站",
                    "phone": "19900009011",
                    "since": "2024-03-01",
                },
                {
                    "name": "郑样例",
                    "unit": "镇就业所",
                    "phone": "19900009012",
                    "since": "2026-01-01",
                },
            ],
            "wishes": [
                line("想干什么", "电工、看门"),
                line("想去多远", "镇上"),
                line("最少多少钱", None),
            ],
            "limits": ["重体力", "夜班"],
            "skills": [{"name": "电工", "level": "五级", "on": "2025-12-20"}],
            "plan": PLAN_STEPS,
            "posts": POSTS,
            "calls": [
                {
                    "on": "2026-10-20",
                    "way": "电话",
                    "result": "接通",
                    "note": "还在家，想找轻省活；腿站久了疼，离家远的不去",
                },
                {"on": "2026-11-10", "way": "电话", "result": "无人接", "note": None},
            ],
            "received": [{"policy": "样例培训补贴", "amount": "456元", "on": "2026-02-01"}],
            "contacts": CONTACTS,
        }
        | RIGHTS
    )


def policy(number: int = 1) -> dict[str, Any]:
    return {
        "id": f"样例政策{number}",
        "name": f"样例技能提升补贴（第{number}种）",
        "region": "山东/聊城/临清" if number % 5 == 0 else "山东",
        "place": None if number % 2 else "山东",
        "beneficiary": "本人",
        "kinds": [("在职职工", "登记失业人员", "零就业家庭成员")[number % 3], "所有人"][
            : 1 + number % 2
        ],
        "who": [
            "失业保险缴费满 12 个月",
            "取得五级、四级或三级职业资格证书",
            "证书发下来不到 12 个月",
        ],
        "amount": ["五级 1,111元", "四级 2,222元", "三级 3,333元"] if number % 4 else [],
        "how_long": "一次发完，每年最多一次。",
        "papers": ["身份证", "证书", "社保卡"],
        "where": "镇便民服务中心就业窗口",
        "deadline": "证书发下来 12 个月以内",
        "steps": ["带材料到窗口", "窗口当场看材料", "公示 5 天后打到社保卡"],
        "notes": ["各县的窗口不一样，先打电话问。"] if number % 2 else [],
        "not_found": ["县里的材料清单"] if number % 3 else [],
        "not_with": ["培训补贴"],
        "ended": "2025年12月31日以后取的证不能领了。" if number % 7 == 0 else None,
        "sources": [
            {
                "document": "样例发〔2026〕1号",
                "clause": "第二条",
                "quote": "按照初级、中级、高级分别发放",
                "address": None,
                "trust": "样例，不是真文件",
                "checked_on": "2026-11-01",
            }
        ],
        "examples": [
            {
                "person": "张某，四级电工，缴费三年，半年前取证。",
                "verdict": "能领",
                "amount": "2,222元",
                "why": None,
            },
            {
                "person": "李某，四级电工，缴费三年，取证已经十三个月。",
                "verdict": "不能领",
                "amount": None,
                "why": "过了 12 个月的期限。",
            },
        ],
    }


def policy_book(count: int = 3, *, large: bool = False) -> dict[str, Any]:
    return PAPER | {
        "title": "就业帮扶政策汇编",
        "region": "山东",
        "publisher": "示例镇便民服务中心",
        "on": "2026-11-21",
        "large": large,
        "policies": [policy(number) for number in range(1, count + 1)],
    }


def person_leaflet() -> dict[str, Any]:
    return (
        PAPER
        | {
            "name": name_of(7),
            "group": "8组",
            "coordinator": COORDINATOR,
            "contacts": CONTACTS,
        }
        | RIGHTS
    )


def policy_leaflet() -> dict[str, Any]:
    return PAPER | {"policy": policy(1), "contacts": CONTACTS}


def referral() -> dict[str, Any]:
    return PAPER | {
        "number": "T2026-031",
        "name": name_of(7),
        "sex": "男",
        "age": 47,
        "schooling": "初中",
        "skills": ["电工五级"],
        "phone": phone_of(7),
        "employer": "样例物业公司",
        "employer_contact": {"name": "钱经理", "role": None, "phone": "19900009021"},
        "address": "示例镇样例路1号",
        "job": "样例物业电工",
        "wage": "每月 3,210元",
        "referred_on": "2026-11-21",
        "reply_by": "2026-11-28",
        "coordinator": COORDINATOR,
    }


def claim() -> dict[str, Any]:
    return PAPER | {
        "policy": "样例技能提升补贴",
        "applicant": [
            line("姓名", name_of(7)),
            line("身份证号", "999999197901010018"),
            line("电话", phone_of(7)),
            line("住址", "示例村8组7号"),
            line("文化程度", "初中"),
        ],
        "facts": [
            line("证书", "电工五级"),
            line("发证日期", "2025年12月20日"),
            line("失业保险缴费月数", None),
        ],
        "amount": "1,111元",
        "period": None,
        "basis": "样例发〔2026〕1号",
        "until": "2026-12-19",
        "where": "镇便民服务中心就业窗口",
        "papers": [
            {"name": "身份证", "held": True},
            {"name": "证书复印件", "held": True},
            {"name": "社保卡复印件", "held": False},
        ],
        "offices": ["村委会意见", "镇便民服务中心意见", "县人社部门意见"],
    }


def registration() -> dict[str, Any]:
    return PAPER | {
        "name": name_of(8),
        "window": "2号",
        "basics": [
            line(label, value)
            for label, value in {
                "姓名": name_of(8),
                "性别": "女",
                "身份证号": "999999198002020026",
                "民族": None,
                "文化程度": "高中",
                "户口性质": "居民",
                "户籍地": "示例镇示例村",
                "常住地": None,
                "电话": phone_of(8),
            }.items()
        ],
        "work": [
            line("原单位", "样例机械厂"),
            line("原来的活", "钳工"),
            line("失业日期", "2026年11月15日"),
            line("怎么没的活", "单位分流"),
            line("失业保险缴费", "336 个月"),
            line("社保卡银行", None),
        ],
        "matters": {
            "label": "办理事项",
            "options": [
                "失业登记",
                "失业保险金申领",
                "求职登记",
                "技能培训报名",
                "就业困难认定",
                "档案和社保接续",
            ],
            "chosen": ["失业登记", "失业保险金申领"],
        },
        "choices": [
            {
                "label": "想去多远",
                "options": ["本村", "镇内", "县内", "省内", "省外", "居家"],
                "chosen": ["县内"],
            },
            {
                "label": "想学什么",
                "options": ["电工", "焊工", "家政", "养老护理", "开网店", "别的"],
                "chosen": [],
            },
            {"label": "想跟人聊聊", "options": ["想", "不用"], "chosen": []},
        ],
        "papers": ["身份证", "解除劳动关系证明", "社保卡", "照片"],
    }


def roster(people: int = 12) -> dict[str, Any]:
    return PAPER | {
        "title": "劳动力花名册",
        "purpose": "用途：村里核对",
        "to_fill": ["核对的人", "签字"] if people == 1 else [],
        "columns": ["姓名", "性别", "年龄", "文化程度", "现在", "想干什么", "电话"],
        "rows": [
            [
                name_of(n),
                "男" if n % 2 else "女",
                30 + n % 30,
                "初中",
                "没有活干" if n % 3 else "在职",
                "电工" if n % 4 else None,
                phone_of(n),
            ]
            for n in range(1, people + 1)
        ],
    }


def sign_in(people: int = 12) -> dict[str, Any]:
    return PAPER | {
        "title": "样例家政班第一期",
        "on": "2026-12-01",
        "place": "村委会大院",
        "people": [{"name": name_of(n), "group": f"{n % 9 + 1}组"} for n in range(1, people + 1)],
        "sessions": ["上午", "下午"],
        "empty": 5,
    }


def bus(people: int = 12) -> dict[str, Any]:
    return PAPER | {
        "batch": "返岗直通车第1批",
        "bus": "1号车",
        "plate": "样A·00000",
        "departs": "12月1日 早上6:30",
        "start": "村委会门口",
        "destination": "样例市经开区",
        "seats": max(45, people),
        "driver": {"name": "孙样例", "role": None, "phone": "19900009031"},
        "leader": COORDINATOR,
        "passengers": [
            {
                "seat": n,
                "name": name_of(n),
                "group": f"{n % 9 + 1}组",
                "phone": phone_of(n),
                "relative_phone": phone_of(n + 500) if n % 3 else None,
                "gets_on": "村委会门口",
                "employer": "样例电子厂",
            }
            for n in range(1, people + 1)
        ],
    }


def assessment(people: int = 12) -> dict[str, Any]:
    return PAPER | {
        "title": "公益性岗位月考核表",
        "month": "2026-11",
        "unit": "示例村村委会",
        "grades": ["好", "合格", "不合格"],
        "standards": ["出勤够天数", "帮的人说好", "活干得干净"],
        "people": [
            {
                "name": name_of(n),
                "group": f"{n % 9 + 1}组",
                "post": ("保洁员", "护理员", "护林员")[n % 3],
                "days_due": 8,
                "days_done": 8 if n % 4 else None,
                "helped": [name_of(n + 30), name_of(n + 31)] if n % 3 == 1 else [],
                "grade": "合格" if n % 4 == 1 else None,
                "pay": "567元" if n % 4 else None,
            }
            for n in range(1, people + 1)
        ],
    }


def plan() -> dict[str, Any]:
    return PAPER | {
        "name": name_of(7),
        "group": "8组",
        "made_on": "2026-11-21",
        "review_on": "2026-12-21",
        "coordinator": COORDINATOR,
        "situation": [
            line("现在", "没有活干，2026年9月起"),
            line("文化程度", "初中"),
            line("会什么", "电工五级"),
            line("家里", "4 口人，儿子上高中"),
        ],
        "wishes": [
            line("想干什么", "电工、看门"),
            line("想去多远", "镇上"),
            line("最少多少钱", None),
        ],
        "limits": ["重体力", "夜班"],
        "goal": "年前上岗，镇上电工或门卫，工资每月三千上下。",
        "measures": PLAN_STEPS,
        "posts": POSTS,
        "services": ["11月10日 谈心一次：怕人嫌年纪大，说好先试工三天"],
    }


def figure(
    name: str, value: object, unit: str = "人", previous: object = None, target: object = None
) -> dict[str, object]:
    return {"name": name, "value": value, "unit": unit, "previous": previous, "target": target}


GROUPS = [
    {
        "name": "家底",
        "figures": [
            figure("在册", 1500, previous=1488),
            figure("劳动力", 876, previous=876),
            figure("联系不上", 12, previous=15),
        ],
    },
    {
        "name": "务工",
        "figures": [
            figure("外出务工", 470, previous=455, target=500),
            figure("其中省外", 120, previous=None),
        ],
    },
    {
        "name": "回访",
        "figures": [
            figure("应访", 120, previous=118),
            figure("接通", 96, previous=90),
            figure("逾期", None),
        ],
    },
    {
        "name": "推荐",
        "figures": [
            figure("推荐岗位", 90, "个", 66),
            figure("录用", 11, previous=7, target=12),
            figure("公益岗在岗", 23, previous=23),
        ],
    },
]
CHARTS = [
    {
        "title": "现在在干什么",
        "unit": "人",
        "bars": [
            {"label": "在职", "value": 470, "previous": 455},
            {"label": "务农", "value": 210, "previous": 214},
            {"label": "灵活就业", "value": 88, "previous": 80},
            {"label": "没有活干", "value": 96, "previous": 115},
            {"label": "公益性岗位", "value": 23, "previous": 23},
        ],
    },
    {
        "title": "在哪里务工",
        "unit": "人",
        "bars": [
            {"label": "县内", "value": 240, "previous": None},
            {"label": "省内县外", "value": 110, "previous": None},
            {"label": "省外", "value": 120, "previous": None},
            {"label": "没有问到", "value": 0, "previous": None},
        ],
    },
]


def weekly() -> dict[str, Any]:
    return PAPER | {
        "start": "2026-11-16",
        "end": "2026-11-22",
        "number": "47",
        "author": "周敏",
        "groups": GROUPS,
        "charts": CHARTS,
        "restated": ["上周“录用”报的是 6 人，补录回执后是 7 人。"],
        "matters": [
            "样例物业公司要电工2人，年龄能不能放到55岁，请镇上帮着说。",
            "返岗车还差一辆，12月1日要用。",
        ],
    }


def monthly() -> dict[str, Any]:
    return PAPER | {
        "month": "2026-11",
        "author": "周敏",
        "groups": GROUPS,
        "tables": [
            {
                "title": "新就业人员按文化程度",
                "columns": ["文化程度", "男", "女", "合计"],
                "rows": [["小学", 1, 2, 3], ["初中", 4, 3, 7], ["高中", 0, None, 0]],
                "total": ["合计", 5, 5, 10],
            },
            {
                "title": "按产业",
                "columns": ["产业", "人数"],
                "rows": [["第一产业", 2], ["第二产业", 5], ["第三产业", 3]],
                "total": None,
            },
        ],
        "charts": CHARTS,
        "notes": ["说明：没有问到的不算进任何一类，单列。"],
    }


def lists(people: int = 12) -> dict[str, Any]:
    return PAPER | {
        "on": "2026-11-21",
        "author": "周敏",
        "bases": [
            {
                "name": "劳动力底数",
                "count": 876,
                "parts": [figure("能干活的", 800), figure("能干轻活的", 76)],
            },
            {
                "name": "意向底数",
                "count": people,
                "parts": [figure("想进厂", 5), figure("没有问到", 3)],
            },
            {
                "name": "培训意愿底数",
                "count": 31,
                "parts": [figure("电工", 12), figure("家政", None)],
            },
            {
                "name": "岗位底数",
                "count": 6,
                "parts": [figure("本村", 2, "个"), figure("镇内", 4, "个")],
            },
        ],
        "seekers": [
            {
                "name": name_of(n),
                "group": f"{n % 9 + 1}组",
                "wants": "电工、看门" if n % 3 else None,
                "where": "镇内",
                "least_wage": "3,000元" if n % 2 else None,
                "skill": "电工五级" if n % 4 == 0 else None,
            }
            for n in range(1, people + 1)
        ],
        "posts": [
            {
                "job": "绕线工",
                "employer": "样例帮扶车间",
                "seats": 5 if n % 2 else None,
                "wage": "计件，每月2,000元上下",
                "place": "本村",
                "asks": "55岁以下，手巧",
            }
            for n in range(max(1, people // 2))
        ],
    }


def public(people: int = 12) -> dict[str, Any]:
    return PAPER | {
        "title": "11月就业补贴发放",
        "start": "2026-11-23",
        "end": "2026-11-29",
        "office": "村委会",
        "office_phone": "0000-0000000",
        "rows": [
            {
                "name": name_of(n),
                "group": f"{n % 9 + 1}组",
                "item": "样例技能补贴",
                "amount": "1,111元",
            }
            for n in range(1, people + 1)
        ],
    }


def continuity() -> dict[str, Any]:
    return PAPER | {
        "home": "D:\\jiuye",
        "coordinator": COORDINATOR,
        "copies": [
            {"where": "电脑 D:\\jiuye\\backup", "made_on": "2026-11-20", "checked": True},
            {"where": "U盘", "made_on": "2026-11-12", "checked": False},
        ],
        "contacts": CONTACTS,
    }


SAMPLES: dict[str, Any] = {
    "callbacks": call_sheet(12),
    "manual": manual(),
    "leaflet": person_leaflet(),
    "policies": policy_book(),
    "referral": referral(),
    "claim": claim(),
    "registration": registration(),
    "roster": roster(),
    "signin": sign_in(),
    "bus": bus(),
    "assessment": assessment(),
    "plan": plan(),
    "weekly": weekly(),
    "monthly": monthly(),
    "lists": lists(),
    "public": public(),
    "continuity": continuity(),
}
