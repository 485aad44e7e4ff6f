"""The lists a person has: phones, categories, jobs held, certificates, classes, ventures."""

from __future__ import annotations

from jiuye_cli.core.fields.field import PERSONAL, SENSITIVE, Field, Kind
from jiuye_cli.core.fields.industry import BRANCHES, INDUSTRIES, SHORT

PHONES = Field(
    "电话", Kind.RECORDS, sensitivity=PERSONAL, question="现在打哪个电话能找到您？",
    aliases=("联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "本人电话", "移动电话", "AAE005", "联系号码", "联系电话号码"),
    records=(
        Field("号码", Kind.TEXT, sensitivity=PERSONAL),
        Field("属于", Kind.TEXT),
        Field("状态", Kind.CHOICE, ("可用", "停机", "空号", "不是本人")),
    ),
)  # fmt: skip

CATEGORIES = Field(
    "人员类别", Kind.CHOICES,
    ("低保", "低保边缘", "特困", "脱贫人口", "防止返贫监测对象", "残疾人", "零就业家庭成员",
     "零转移就业家庭成员", "单亲抚养未成年子女", "失地农民", "退役军人", "高校毕业生", "返乡农民工",
     "去产能分流职工", "留守妇女", "刑满释放", "孤儿", "困境儿童"),
    dated=True, sensitivity=SENSITIVE, question="家里是低保、脱贫户、监测户，或有残疾证吗？",
    aliases=("户类型", "贫困类型", "困难群体情况", "人员身份", "家庭类型", "户属性", "困难类型", "对象类别", "就业困难人员类别", "监测对象类别"),
    synonyms={"低保户": "低保", "低保对象": "低保", "脱贫户": "脱贫人口", "建档立卡": "脱贫人口",
              "建档立卡户": "脱贫人口", "建档立卡贫困户": "脱贫人口", "监测户": "防止返贫监测对象",
              "监测对象": "防止返贫监测对象", "特困供养": "特困", "五保": "特困", "残疾": "残疾人",
              "低保边缘户": "低保边缘", "低边": "低保边缘", "事实无人抚养儿童": "困境儿童", "零就业家庭": "零就业家庭成员",
              "退伍军人": "退役军人", "大学生": "高校毕业生",
                    "脱贫不稳定户": "防止返贫监测对象", "边缘易致贫户": "防止返贫监测对象", "突发严重困难户": "防止返贫监测对象", "三类户": "防止返贫监测对象", "五保户": "特困", "特困户": "特困", "特困人员": "特困", "低保边缘家庭": "低保边缘", "残疾户": "残疾人", "毕业生": "高校毕业生", "退役士兵": "退役军人", "一般户": "", "一般农户": "", "普通户": "", "其他": ""},
)  # fmt: skip

OUT_OF_WORK = ("登记失业", "未登记失业", "无业")
"""The 就业状态 of who says they have no work: a job without a first day is then none they hold."""

JOBS_HELD = Field(
    "就业经历", Kind.RECORDS, question="之前在哪里上班，做什么，一个月多少钱？",
    records=(
        Field("单位", Kind.TEXT, aliases=("就业单位", "单位名称", "务工单位", "工作单位", "务工企业名称", "原单位", "企业名称", "用人单位", "用人单位名称", "务工单位名称", "就业企业", "工作单位名称", "现工作单位", "就业单位名称", "原工作单位", "原单位名称")),
        Field("用工形式", Kind.CHOICE, ("单位就业", "灵活就业", "公益性岗位", "自主创业", "居家就业", "务农", "其他"),
              aliases=("就业形式", "就业类型")),
        Field("起", Kind.DATE, aliases=("就业时间", "上岗时间", "入职时间", "务工开始年月", "外出时间", "就业日期", "入职日期", "外出务工时间", "务工开始时间", "务工时间", "上岗日期")),
        Field("止", Kind.DATE, aliases=("离职时间", "解除合同日期", "务工结束年月", "返乡时间", "离职日期", "离岗时间", "解除劳动合同时间", "解除劳动合同日期", "解除终止劳动合同时间", "解除劳动关系时间", "终止劳动合同时间", "解除合同时间", "离岗日期")),
        Field("地点", Kind.TEXT, aliases=("就业地", "就业地点", "务工地点", "工作地点", "务工地址", "务工地", "外出地点")),
        Field("区域", Kind.CHOICE, ("县内", "省内县外", "省外"), aliases=("就业地域", "务工区域"),
              synonyms={"本县": "县内", "县外省内": "省内县外", "外省": "省外", "乡外县内": "县内"}),
        Field("工种", Kind.TEXT, aliases=("就业工种", "从事工种", "主要从事工种", "具体工种", "原工种", "职业", "岗位", "务工工种", "从事职业", "就业岗位", "从事岗位", "原岗位", "工作岗位", "就业职业")),
        Field("月薪", Kind.MONEY, aliases=("月工资", "月收入", "月均工资", "工资", "薪资报酬", "月工资收入", "工资收入", "月均收入", "工资水平", "月平均工资", "务工月收入", "每月工资"), unit="元/月"),
        Field("合同", Kind.YES_NO, aliases=("是否签订劳动合同", "是否签订劳动合同或协议", "劳动合同")),
        Field("合同月数", Kind.NUMBER, unit="个月"),
        Field("社保", Kind.YES_NO, aliases=("是否参加社会保险", "是否参保")),
        Field("社保缴费月数", Kind.NUMBER, unit="个月"),
        Field("渠道", Kind.TEXT, aliases=("就业渠道", "转移就业方式")),
        Field("行业", Kind.CHOICE, tuple(BRANCHES), aliases=("所属行业", "从事行业", "行业类别", "就业行业"), synonyms=SHORT),
        Field("产业", Kind.CHOICE, INDUSTRIES, aliases=("从事产业类别", "从事产业类型", "产业类别", "产业类型"),
              synonyms={"一产": "第一产业", "二产": "第二产业", "三产": "第三产业", "第一": "第一产业", "第二": "第二产业", "第三": "第三产业"}),
    ),
)  # fmt: skip

CERTIFICATES = Field(
    "证书", Kind.RECORDS, question="手里有什么证书？几级？哪天发的？",
    records=(
        Field("职业", Kind.TEXT, aliases=("职业资格证书", "取得证书", "证书名称", "职业工种名称", "技能证书", "职业资格", "资格证书", "技能证书名称", "技能证", "职业技能证书", "持有证书", "职业资格证书名称", "持证情况", "技能等级证书")),
        Field("等级", Kind.CHOICE, ("五级", "四级", "三级", "二级", "一级", "专项能力", "合格证"),
              aliases=("证书等级", "技能等级", "职业资格等级", "等级", "证书级别", "技能级别"),
              synonyms={"初级": "五级", "初级工": "五级", "中级": "四级", "中级工": "四级", "高级": "三级",
                        "高级工": "三级", "技师": "二级", "高级技师": "一级", "专项职业能力": "专项能力",
                        "培训合格证": "合格证", "5级": "五级", "4级": "四级", "3级": "三级", "2级": "二级", "1级": "一级"}),
        Field("发证日期", Kind.DATE, aliases=("取证日期", "取证时间", "发证时间", "证书发证日期", "发证年月", "取证年月")),
        Field("编号", Kind.TEXT, aliases=("证书编号", "证书号"), sensitivity=PERSONAL),
    ),
)  # fmt: skip

TRAININGS = Field(
    "培训", Kind.RECORDS, question="参加过什么培训？考核合格了吗？",
    records=(
        Field("名称", Kind.TEXT, aliases=("培训类型", "培训项目", "培训名称")),
        Field("方式", Kind.CHOICE, ("线上", "线下")),
        Field("学时", Kind.NUMBER, unit="学时"),
        Field("起", Kind.DATE, aliases=("培训开始时间",)),
        Field("止", Kind.DATE, aliases=("培训截止时间", "培训结束时间")),
        Field("合格", Kind.YES_NO),
        Field("生活费对象", Kind.YES_NO),
    ),
)  # fmt: skip

VENTURES = Field(
    "创业", Kind.RECORDS, question="自己办过执照吗？哪天登记的，还在营业吗？",
    records=(
        Field("名称", Kind.TEXT, aliases=("企业或实体名称", "创业名称")),
        Field("类型", Kind.CHOICE, ("小微企业", "个体工商户", "网店", "合作社"), aliases=("创业类型",),
              synonyms={"个体": "个体工商户", "个体户": "个体工商户", "企业": "小微企业"}),
        Field("首次", Kind.YES_NO),
        Field("登记日期", Kind.DATE, aliases=("创业时间", "注册日期")),
        Field("本人参保月数", Kind.NUMBER, unit="个月"),
        Field("带动就业", Kind.NUMBER, unit="人", aliases=("吸纳劳动力人数", "带动就业人数")),
        Field("在营", Kind.YES_NO),
    ),
)  # fmt: skip

REFUSALS = Field(
    "拒岗", Kind.RECORDS, derived=True, question="介绍的岗位，哪些没去？",
    records=(
        Field("日期", Kind.DATE),
        Field("原因", Kind.TEXT),
        Field("正当理由", Kind.YES_NO),
    ),
)  # fmt: skip
"""Posts offered and turned down, read from the referrals; never typed."""

LISTS = (PHONES, CATEGORIES, JOBS_HELD, CERTIFICATES, TRAININGS, VENTURES, REFUSALS)
