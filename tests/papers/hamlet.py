"""A hamlet of invented people in which every form has something to say, typed in as she would.

It holds the people paper is hard on: a long name, a character outside the
common planes, a household of nine, someone of whom only the name is known.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

IDENTITY = {"李小满": "999999198006180028", "孙秀芳": "999999197203050041"}
LONG_NAME = "古丽娜尔·阿卜杜热西提·买买提江"
LONG_HOME = (
    "临清市示例街道办事处柳树屯村民委员会第十二村民小组老油坊胡同甲一百二十八号院西跨院北屋三单元"
)

PEOPLE = (
    # 1: everything is known
    "add 李小满 组=1组 电话=19900001001 身份证号=- 学历=初中 民族=汉族 户口性质=农业 户籍地=山东/聊城/临清 "
    "常住地=山东/聊城/临清 参保地=山东/聊城/临清 住址=柳树屯村1组12号 就业状态=登记失业 失业日期=2026-3-1 失业登记日期=2026-3-9 "
    "非因本人意愿失业=是 失业保险缴费月数=40 就业困难认定日期=2026-4-2 人员类别+=低保 人员类别+=残疾人 "
    "健康状况=残疾 残疾人证=是 残疾类别=肢体 残疾等级=四级 劳动能力=弱劳动力 不能=夜班、重体力、久站 照护=老人、学生 照护时段=16:00-18:00 "
    "就业意愿=有 意向工种=缝纫、保洁、看护 意向区域=本村、镇内 意向形式=企业、居家 最低月薪=2200 培训意愿=养老护理、缝纫 "
    "就业服务需求=技能培训、求职 未就业原因=要照看老人，离不开村 沟通能力=好 就业创业证号=9999990000001 退休类别=女50 "
    "家庭人口=9 劳动年龄人数=3 就业人数=1 未成年子女数=3 家庭月收入=3600 低保金额=640 灵活就业登记日期=2026-5-6",
    # 2: nothing is known
    "add 于静",
    # 3: a long name, a long address
    f"add {LONG_NAME} 组=12组 电话=19900001003 民族=维吾尔族 学历=高中 住址={LONG_HOME} 就业状态=灵活就业 "
    "意向工种=跨境电商客服、民族手工刺绣、双语幼教 意向区域=省外、居家 最低月薪=4500 不能=出县、长途 就业意愿=有",
    # 4: a character that old fonts lack
    "add 尉迟䶮 组=2组 电话=19900001004 学历=大专 就业状态=登记失业 失业日期=2026-10-20 就业意愿=有 意向工种=电工 意向区域=县内",
    # 5: a man with certificates and a shop
    "add 欧阳建国 组=2组 电话=19900001005 学历=中专 就业状态=在职 失业保险缴费月数=60 参保地=山东/聊城/临清 就业意愿=有",
    # 6: the one whose claim is made public
    "add 孙秀芳 组=3组 电话=19900001006 身份证号=- 学历=小学 就业状态=登记失业 失业日期=2025-9-1 失业登记日期=2025-9-10 "
    "健康状况=长期慢性病 人员类别+=脱贫人口 不能=登高 就业意愿=有 意向工种=保洁 意向区域=本村",
    # 7: on nothing but a phone that is dead
    "add 周德福 组=3组 电话=19900001007 就业意愿=不明",
)  # fmt: skip
FAMILY = (
    ("李老栓", "父母", "务农"), ("王桂兰", "父母", "无业"), ("李大河", "配偶", "在职"), ("李雨", "女", "在校"),
    ("李晴", "女", "在校"), ("李雷", "子", "在校"), ("李老根", "祖父母", "无业"), ("李小寒", "兄弟姐妹", "灵活就业"),
)  # fmt: skip
COURSE = (
    "set 1 证书+=缝纫工 五级 2026-1-20", "set 1 证书+=养老护理员 专项能力 2026-10-11",
    "set 5 证书+=电工 四级 2026-2-20",
    "set 1 就业经历+=临清市锦绣前程服饰有限责任公司第二分公司 2022-03-01 2026-03-01 缝纫工 2600",
    "set 5 就业经历+=诚安物业 2025-03-01 电工 3800",
    "job add 单位=柳树屯帮扶车间 岗位名称=缝纫工 人数=6 月薪=2000-2600 工作区域=本村 工作地点=村文化大院东侧 年龄要求=60岁以下 上班时间=8:00-17:00",
    "job add 单位=临清市福寿康养老服务有限责任公司康庄分院 岗位名称=养老护理员（住家照护，可白班） 人数=2 月薪=2800 工作区域=镇内 工作地点=康庄镇政府驻地向东三百米路北",
    "job add 单位=大润发 岗位名称=理货员 人数=3 月薪=面议 工作区域=县内",
    "job add 单位=诚安物业 岗位名称=电工 人数=2 月薪=3200-3800 工作区域=县内 证书要求=电工",
    "refer 1 1 2 3 --yes", "referral result 1 面试", "referral result 2 没成 --reason 太远 --yes",
    "refer 4 4 3 --yes",
    "plan make 1 先把照看老人的事安排好，年前在村里或镇上上岗，每月挣到两千二 报养老护理班@2026-12-1 联系帮扶车间试工三天@2026-11-28 "
    "跟镇敬老院商量能不能只上白班、下午四点前下班，回来接孩子照看老人@2026-12-20",
    "plan done 1 1 --result 报上名了，第三期", "plan responsible 1 李静 --title 驻村干部 --phone 19900001111 --since 2025-3-1",
    "plan responsible 1 王建军 --unit 临清市人力资源和社会保障局就业科 --phone 19900001112 --since 2026-6-1",
    "service add 1 职业指导 --on 2026-10-12", "service add 1 心理疏导 --on 2026-11-2 --note 怕人嫌",
    "claim start 1 灵活就业社保补贴 --anyway 先备着", "claim start 6 技能提升补贴 --anyway 先备着",
    "claim had 1 职业培训补贴 --on 2026-2-1 --amount 1200",
    "claim submit 2 --yes", "claim result 2 公示",
    "welfare post 保洁员 单位=村委会 补贴=600 名额=2 政策=乡村公益性岗位安置",
    "welfare apply 6 1 --cadre 否", "welfare review 6 通过",
)  # fmt: skip
CALLS = (
    ("1 接通 --note 还在家，想找轻省活；腿站久了疼，离家远的不去，下午四点要接孩子", "2026-09-02"),
    ("1 无人接", "2026-10-02"), ("1 接通 未就业 --note 愿意去车间试试", "2026-11-03"), ("6 接通 未就业", "2026-11-05"),
)  # fmt: skip
SETTINGS = """
协理员电话: 19900009001
有事找谁:
  - {名: 康庄镇便民服务中心就业窗口, 管: 交材料、问进度, 电话: 19900009002}
  - {名: 12333, 管: 问政策, 电话: "12333"}
路费: {镇内: 60-120, 县内: 100-200}
照看费: 600-900
"""

Run = Callable[..., Any]


def people_the_hamlet(run: Run, home: Path, day: Callable[[str], None]) -> None:
    """Type in everybody and everything; `day` sets the date, which ends on 2026-11-21."""
    settings = home / "设置.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    day("2026-11-20")
    for line in PEOPLE:
        name = line.split()[1]
        types(run, line, stdin=IDENTITY.get(name, "") + "\n")
    for number, (name, relation, state) in enumerate(FAMILY, 8):
        types(run, f"add {name} 组=1组 就业状态={state}")
        types(run, f"household join {number} 1 --relation {relation}")
    for line in COURSE:
        types(run, line)
    for line, on in CALLS:
        types(run, f"enter {line} --on {on}")
    day("2026-11-21")


def types(run: Run, line: str, stdin: str = "") -> None:
    """One line at the prompt; it must be taken."""
    said = run(*_words(line), stdin=stdin)
    assert said.code == 0, f"{line}\n{said.out}{said.err}"


def _words(line: str) -> list[str]:
    """Blanks part words, but for those inside a record."""
    words = line.split(" ")
    for at, word in enumerate(words):
        if word.startswith(("证书+=", "就业经历+=")):
            return [*words[:at], " ".join(words[at:])]
    return words
