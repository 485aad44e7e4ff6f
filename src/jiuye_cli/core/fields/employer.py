"""What can be known about an employer or workshop that claims for the people it hires."""

from __future__ import annotations

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.lists import CATEGORIES

HIRES = Field(
    "招用", Kind.RECORDS, question="新招了哪些人？",
    records=(
        Field("人员类别", Kind.CHOICES, CATEGORIES.values),
        Field("就业困难", Kind.YES_NO),
        Field("登记失业月数", Kind.NUMBER, unit="个月"),
        Field("合同月数", Kind.NUMBER, unit="个月"),
        Field("社保", Kind.YES_NO),
        Field("入职日期", Kind.DATE),
        Field("毕业月数", Kind.NUMBER, unit="个月"),
        Field("年龄", Kind.NUMBER, unit="周岁"),
        Field("单位月缴社保", Kind.MONEY, unit="元/月",
              question="单位每月给他交养老、医疗、失业保险多少钱（不算工伤和他自己交的）？"),
    ),
)  # fmt: skip

EMPLOYER_FIELDS = (
    Field("单位类型", Kind.CHOICE, ("企业", "小微企业", "个体工商户", "社会组织", "帮扶车间", "合作社", "劳务派遣", "机关事业"),
          aliases=("单位性质",), question="是什么性质的单位？"),
    HIRES,
    Field("正常经营", Kind.YES_NO, question="现在正常生产经营吗？"),
    Field("吸纳脱贫人口数", Kind.NUMBER, unit="人", question="招了多少脱贫人口？"),
    Field("职工人数", Kind.NUMBER, unit="人", question="一共多少职工？"),
    Field("见习留用率", Kind.NUMBER, unit="%", question="见习期满的人里，留下来的占百分之几？"),
)  # fmt: skip
