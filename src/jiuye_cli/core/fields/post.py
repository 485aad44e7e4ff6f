"""What can be known about a post on offer and about the employer behind it.

The questions of a post are asked of the employer. An age, a schooling, a
certificate or a closing day known to be `NONE` is one the employer does not ask for.
"""

from __future__ import annotations

from jiuye_cli.core.fields.employer import EMPLOYER_FIELDS
from jiuye_cli.core.fields.field import PERSONAL, Entity, Field, Kind
from jiuye_cli.core.fields.lists import CERTIFICATES
from jiuye_cli.core.fields.person import HEALTH, SCHOOLING

SCHOOLS = SCHOOLING[0]
LEVELS = CERTIFICATES.column("等级")
BURDENS = ("登高", "久站", "高温", "接触粉尘", "长途")
"""Conditions of work that a person's 不能 can name, besides load, shift and distance."""

assert set(BURDENS) <= set(next(f for f in HEALTH if f.name == "不能").values)

ZONES = ("本村", "镇内", "县内", "省内", "省外")
"""How far from the village, nearest first; the words of 意向区域."""

POST_FIELDS = (
    Field("岗位名称", Kind.TEXT, aliases=("岗位", "招聘岗位", "职位", "需求岗位", "岗位（工种）"), question="招什么岗位？"),
    Field("工种", Kind.TEXT, aliases=("职业工种", "招聘工种"), question="具体干什么活？"),
    Field("用工形式", Kind.CHOICE, ("单位就业", "灵活就业", "公益性岗位", "居家就业"), aliases=("岗位性质", "用工性质"),
          synonyms={"全职": "单位就业", "全日制": "单位就业", "兼职": "灵活就业", "临时": "灵活就业", "小时工": "灵活就业",
                    "公益岗": "公益性岗位", "居家": "居家就业"}, question="是长期工、零工，还是公益岗？"),
    Field("人数", Kind.NUMBER, unit="人", aliases=("招聘人数", "需求人数", "用工人数", "岗位数", "名额"), question="一共要几个人？"),
    Field("月薪低", Kind.MONEY, unit="元/月", question="一个月最少能拿多少？"),
    Field("月薪高", Kind.MONEY, unit="元/月", question="一个月最多能拿多少？"),
    Field("计薪方式", Kind.CHOICE, ("月薪", "计件", "日薪", "时薪", "面议"), question="工资怎么算：月薪、计件，还是按天？"),
    Field("工资说明", Kind.TEXT),
    Field("工作地点", Kind.TEXT, aliases=("上班地点", "工作地", "地点", "工作地址"), question="在哪里上班？"),
    Field("工作区域", Kind.CHOICE, ZONES, question="在村里、镇上、县里，还是外地？"),
    Field("劳动强度", Kind.CHOICE, ("轻", "中", "重"), aliases=("强度",),
          synonyms={"轻体力": "轻", "一般": "中", "中等": "中", "中体力": "中", "重体力": "重", "较重": "重", "较轻": "轻"},
          question="活重不重，要不要搬重东西？"),
    Field("年龄下限", Kind.NUMBER, unit="周岁", question="最小要多大年纪？"),
    Field("年龄上限", Kind.NUMBER, unit="周岁", question="最大到多少岁？"),
    Field("性别要求", Kind.TEXT, aliases=("性别",)),
    Field("学历要求", Kind.CHOICE, SCHOOLS.values, synonyms=SCHOOLS.synonyms, aliases=("学历", "文化程度要求", "文化程度"),
          question="学历有要求吗？"),
    Field("证书要求", Kind.TEXT, aliases=("证书", "技能要求", "资格要求", "职业资格要求"), question="要不要带证上岗？"),
    Field("证书等级", Kind.CHOICE, LEVELS.values, synonyms=LEVELS.synonyms, aliases=("技能等级要求",), question="证书要几级？"),
    Field("班次", Kind.CHOICE, ("白班", "夜班", "两班倒", "三班倒", "弹性"), aliases=("工作班次", "倒班", "上班班次"),
          synonyms={"长白班": "白班", "常白班": "白班", "正常班": "白班", "两班": "两班倒", "二班倒": "两班倒", "倒班": "两班倒",
                    "三班": "三班倒", "晚班": "夜班", "灵活": "弹性", "自由": "弹性", "时间自由": "弹性"}, question="上什么班，倒班吗？"),
    Field("上班时间", Kind.TEXT, aliases=("工作时间", "上下班时间"), question="几点上班、几点下班？"),
    Field("工作环境", Kind.CHOICES, BURDENS, aliases=("岗位环境", "特殊要求"), question="要不要登高、久站、高温、有粉尘、跑长途？"),
    Field("接受残疾人", Kind.YES_NO, aliases=("是否接受残疾人", "残疾人可否", "接收残疾人"), question="残疾人能不能来干？"),
    Field("居家", Kind.YES_NO, aliases=("是否居家", "居家岗位", "可居家"), question="能拿回家干吗？"),
    Field("社保", Kind.YES_NO, aliases=("是否缴社保", "缴纳社保", "五险"), question="给交社保吗？"),
    Field("合同", Kind.YES_NO, aliases=("是否签合同",), question="签劳动合同吗？"),
    Field("合同月数", Kind.NUMBER, unit="个月", question="合同签多久？"),
    Field("包吃", Kind.YES_NO, question="管饭吗？"),
    Field("包住", Kind.YES_NO, question="管住吗？"),
    Field("班车", Kind.YES_NO, aliases=("有无班车", "接送"), question="有班车接送吗？"),
    Field("每月路费", Kind.MONEY, unit="元/月", question="一个月路上要花多少？"),
    Field("联系人", Kind.TEXT, aliases=("招聘联系人",)),
    Field("联系电话", Kind.TEXT, sensitivity=PERSONAL, aliases=("电话", "手机", "联系方式")),
    Field("截止日期", Kind.DATE, aliases=("招聘截止", "有效期", "有效期至", "截止时间"), question="招到什么时候？"),
    Field("核实日期", Kind.DATE, aliases=("最近核实",)),
    Field("备注", Kind.TEXT, aliases=("其他要求", "说明", "岗位要求")),
)  # fmt: skip

CARD_FIELDS = (
    Field("单位名称", Kind.TEXT, aliases=("单位", "用人单位", "企业名称", "招聘单位", "公司名称", "企业", "车间名称")),
    Field("联系人", Kind.TEXT, aliases=("负责人",), question="以后找谁联系？"),
    Field("联系电话", Kind.TEXT, sensitivity=PERSONAL, aliases=("电话", "手机"), question="电话多少？"),
    Field("地址", Kind.TEXT, aliases=("单位地址",), question="单位在哪里？"),
    Field("共建单位", Kind.YES_NO, aliases=("助力单位",), question="是不是共建、助力单位？"),
    Field("代聘", Kind.YES_NO, aliases=("社区代聘",), question="要不要村里代招？"),
    Field("备注", Kind.TEXT),
)  # fmt: skip

POST = Entity("岗位", "post", POST_FIELDS)
REGISTER = Entity(
    "单位", "employer", CARD_FIELDS + tuple(f for f in EMPLOYER_FIELDS if not f.listed)
)
"""An employer as the desk keeps it: how to reach it, and what the rules ask of it."""
