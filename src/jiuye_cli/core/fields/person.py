"""What can be known about a person; each thing once, under its one name."""

from __future__ import annotations

from jiuye_cli.core.fields import codes
from jiuye_cli.core.fields.field import PERSONAL, SENSITIVE, Field, Kind
from jiuye_cli.core.fields.lists import LISTS

IDENTITY = (
    Field("姓名", Kind.TEXT, aliases=("名字", "劳动者姓名", "人员姓名", "AAC003", "劳动力姓名", "求职人姓名"), question="怎么称呼您？"),
    Field("身份证号", Kind.TEXT, sensitivity=PERSONAL, question="身份证号报一下？",
          aliases=("身份证号码", "身份证", "公民身份号码", "证件号码", "社会保障号", "社会保障号码", "AAC002", "AAC147", "公民身份证号", "公民身份证号码", "居民身份证号", "居民身份证号码", "身份证件号码", "身份证件号", "身份号码", "证件号", "有效证件号码")),
    Field("性别", Kind.CHOICE, ("男", "女"), codes=codes.SEX, aliases=("AAC004",),
          synonyms={"男性": "男", "女性": "女", "M": "男", "F": "女"}),
    Field("出生日期", Kind.DATE, aliases=("出生年月", "出生年月日", "生日", "AAC006", "出生时间"), question="哪年哪月出生？"),
    Field("年龄", Kind.NUMBER, derived=True, unit="周岁"),
    Field("民族", Kind.CHOICE, tuple(codes.PEOPLES), codes=codes.PEOPLE_CODES, synonyms=codes.PEOPLE_SYNONYMS,
          aliases=("AAC005",), sensitivity=PERSONAL),
    Field("户籍地", Kind.PLACE, aliases=("户籍地址", "户口所在地", "劳动者户口所在地", "户籍所在地", "户口地址", "户籍", "户籍地区", "户籍地区划"), question="户口在哪里？"),
    Field("常住地", Kind.PLACE, aliases=("现住址", "常住地址", "常住详细地址", "居住地", "现居住地", "居住地址", "现居住地址", "常住地区划"), question="现在常住哪里？"),
    Field("参保地", Kind.PLACE, aliases=("社保参保地",), question="社保在哪里交？"),
    Field("就业地", Kind.PLACE, question="在哪里上班？"),
    Field("经营地", Kind.PLACE, question="店或厂开在哪里？"),
    Field("学籍地", Kind.PLACE, question="在哪里上的学？"),
    Field("户口性质", Kind.CHOICE, ("农业", "非农业", "居民"), codes=codes.RESIDENCE, question="户口本上写的是农业、非农业，还是居民户口？",
          aliases=("户籍性质", "户口类型", "AAC009", "户籍类型", "户籍类别", "户口类别"), synonyms={"农村": "农业", "农村户口": "农业", "城镇": "非农业", "农业户口": "农业", "非农": "非农业",
                    "农村居民": "农业", "城镇居民": "非农业", "城镇户口": "非农业", "非农业户口": "非农业", "居民户口": "居民", "家庭户": ""}),
    Field("组", Kind.TEXT, aliases=("村民小组", "组别", "村组", "小组", "所在组", "居民小组", "村组名称", "组名", "所属小组")),
    Field("住址", Kind.TEXT, aliases=("家庭住址", "地址", "通讯地址", "AAE006", "详细地址", "家庭地址", "联系地址", "详细住址", "居住详细地址"), sensitivity=PERSONAL),
    Field("户编号", Kind.TEXT, aliases=("户号", "家庭编号")),
    Field("户主姓名", Kind.TEXT, aliases=("户主",)),
    Field("与户主关系", Kind.CHOICE, ("本人", "配偶", "子", "女", "孙子女", "父母", "祖父母", "兄弟姐妹", "儿媳", "女婿", "其他"),
          synonyms={"户主": "本人", "之子": "子", "之女": "女", "儿子": "子", "女儿": "女", "妻": "配偶", "夫": "配偶", "妻子": "配偶", "丈夫": "配偶",
                    "户主本人": "本人", "长子": "子", "次子": "子", "三子": "子", "独生子": "子", "长女": "女", "次女": "女", "三女": "女", "独生女": "女", "母亲": "父母", "父亲": "父母", "之父": "父母", "之母": "父母", "爷爷": "祖父母", "奶奶": "祖父母", "儿媳妇": "儿媳", "之儿媳": "儿媳", "之女婿": "女婿", "之妻": "配偶", "之夫": "配偶", "孙子": "孙子女", "孙女": "孙子女", "外孙": "孙子女", "外孙女": "孙子女", "之孙子": "孙子女", "之孙女": "孙子女", "兄": "兄弟姐妹", "弟": "兄弟姐妹", "姐": "兄弟姐妹", "妹": "兄弟姐妹"},
          codes={"0": "本人", "1": "配偶", "2": "子", "3": "女", "4": "孙子女", "5": "父母", "6": "祖父母", "7": "兄弟姐妹", "8": "其他"}, aliases=("与户主的关系", "家庭关系", "户主关系")),
)  # fmt: skip

SCHOOLING = (
    Field("文化程度", Kind.CHOICE, ("未上过学", "小学", "初中", "高中", "中专", "大专", "本科", "研究生"), codes=codes.EDUCATION,
          aliases=("学历", "AAC011", "最高学历", "受教育程度", "教育程度", "文化"), question="念到几年级，什么学历？",
          synonyms={"文盲": "未上过学", "文盲或半文盲": "未上过学", "半文盲": "未上过学", "小学毕业": "小学", "初中毕业": "初中",
                    "初中肄业": "初中", "普通高中": "高中", "高中毕业": "高中", "技校": "中专", "职高": "中专", "中职": "中专", "中技": "中专",
                    "中等专科": "中专", "专科": "大专", "大学专科": "大专", "高职": "大专", "大学本科": "本科", "大学": "本科",
                    "硕士": "研究生", "博士": "研究生", "硕士研究生": "研究生", "博士研究生": "研究生"}),
    Field("毕业日期", Kind.DATE, aliases=("毕业时间", "毕业年月"), question="哪年哪月毕业的？"),
    Field("毕业月数", Kind.NUMBER, derived=True, unit="个月"),
    Field("在校", Kind.YES_NO, aliases=("是否在校生", "是否在校", "在校生状况"), question="现在还在上学吗？"),
    Field("国家助学贷款", Kind.YES_NO, aliases=("助学贷款", "是否获得国家助学贷款"), question="上学时办过国家助学贷款吗？"),
)  # fmt: skip

HEALTH = (
    Field("健康状况", Kind.CHOICES, ("健康", "长期慢性病", "患有大病", "残疾"), codes=codes.HEALTH, aliases=("健康", "健康情况", "身体状况", "AAC033"),
          synonyms={"良好": "健康", "健康或良好": "健康", "一般": "健康", "慢性病": "长期慢性病", "有慢性病": "长期慢性病", "大病": "患有大病", "残疾人": "残疾"},
          sensitivity=SENSITIVE, question="身体怎么样，有没有长期吃药的病？"),
    Field("残疾类别", Kind.CHOICE, ("视力", "听力", "言语", "肢体", "智力", "精神", "多重"), sensitivity=SENSITIVE, aliases=("残疾类型",),
          codes={"1": "视力", "2": "听力", "3": "言语", "4": "肢体", "5": "智力", "6": "精神", "7": "多重"},
          synonyms={"视力残疾": "视力", "听力残疾": "听力", "言语残疾": "言语", "肢体残疾": "肢体", "智力残疾": "智力", "精神残疾": "精神", "多重残疾": "多重"}),
    Field("残疾等级", Kind.CHOICE, ("一级", "二级", "三级", "四级"), sensitivity=SENSITIVE,
          codes={"1": "一级", "2": "二级", "3": "三级", "4": "四级"}, synonyms={"壹级": "一级", "贰级": "二级", "叁级": "三级", "肆级": "四级",
                    "1级": "一级", "2级": "二级", "3级": "三级", "4级": "四级"}, aliases=("伤残等级", "残疾级别")),
    Field("残疾人证", Kind.YES_NO, sensitivity=SENSITIVE, aliases=("是否持残疾证", "有无残疾证"), question="有残疾人证吗？"),
    Field("劳动能力", Kind.CHOICE, ("普通劳动力", "技能劳动力", "弱劳动力", "丧失劳动力", "无劳动力"), sensitivity=SENSITIVE,
          aliases=("劳动技能", "劳动力类型"), question="能干什么样的活？",
          synonyms={"弱劳动力或半劳动力": "弱劳动力", "半劳动力": "弱劳动力", "有劳动能力": "普通劳动力", "无劳动能力": "无劳动力", "普通": "普通劳动力"}),
    Field("沟通能力", Kind.CHOICE, ("好", "一般", "差")),
    Field("不能", Kind.CHOICES, ("重体力", "登高", "久站", "夜班", "倒班", "出村", "出县", "长途", "高温", "接触粉尘"),
          sensitivity=SENSITIVE, aliases=("不能接受的条件",), question="有什么活不能干：重活、登高、夜班、出远门？"),
    Field("照护", Kind.CHOICES, ("幼儿", "学生", "病人", "老人", "残疾人"), aliases=("照护对象",), question="家里有老人孩子要照看吗？"),
    Field("照护时段", Kind.TEXT, question="几点到几点走不开？"),
)  # fmt: skip

STANDING = (
    Field("就业困难认定日期", Kind.DATE, aliases=("就业困难人员认定时间", "认定时间", "困难认定日期", "就业困难认定时间"), question="认定过就业困难人员吗，哪天？"),
    Field("就业创业证号", Kind.TEXT, aliases=("就业失业登记证号", "就业创业证", "就业创业证号码", "登记证号", "AAC021"), sensitivity=PERSONAL),
    Field("退休类别", Kind.CHOICE, ("男60", "女55", "女50"), question="按什么年龄退休：女50还是女55？"),
    Field("法定退休日期", Kind.DATE, derived=True),
    Field("距退休月数", Kind.NUMBER, derived=True, unit="个月"),
)  # fmt: skip

WORK = (
    Field("就业状态", Kind.CHOICE, ("在职", "登记失业", "未登记失业", "灵活就业", "自主创业", "公益性岗位", "务农", "在校", "退休", "无业"),
          aliases=("目前状态", "就业情况", "当前就业状态", "就失业状态", "状态", "就业状况", "就业失业状态", "当前状态", "现状", "目前就业状态", "就业现状"), question="现在有活干吗？",
          synonyms={"已就业": "在职", "在外务工": "在职", "外出务工": "在职", "务工": "在职", "在岗": "在职", "单位就业": "在职",
                    "失业": "未登记失业", "公益岗": "公益性岗位", "公益性岗": "公益性岗位", "创业": "自主创业", "个体经营": "自主创业",
                    "在家务农": "务农", "学生": "在校", "在校生": "在校", "已退休": "退休", "待业": "无业", "打零工": "灵活就业", "零工": "灵活就业",
                    "未就业": "无业", "外出打工": "在职", "本地务工": "在职", "务工在外": "在职", "已上岗": "在职", "上班": "在职", "打工": "在职", "个体": "自主创业", "个体户": "自主创业", "在校学生": "在校", "上学": "在校", "在读": "在校", "登记失业人员": "登记失业", "已登记失业": "登记失业", "公益性岗位就业": "公益性岗位", "在家待业": "无业", "种地": "务农", "退休人员": "退休"}),
    Field("失业日期", Kind.DATE, aliases=("失业时间", "失业起始日期", "失业起始时间", "失业起始日", "失业开始时间"), question="从哪天起没活干的？"),
    Field("失业登记日期", Kind.DATE, aliases=("失业登记时间", "登记失业时间", "登记失业日期"), question="办过失业登记吗，哪天？"),
    Field("失业月数", Kind.NUMBER, derived=True, unit="个月"),
    Field("登记失业月数", Kind.NUMBER, derived=True, unit="个月"),
    Field("非因本人意愿失业", Kind.YES_NO, question="是单位辞退、合同到期，还是自己不干的？"),
    Field("就业意愿", Kind.CHOICE, ("有", "无", "不明"), aliases=("有无就业意愿", "是否有就业愿望", "求职意愿", "就业愿望", "是否有就业意愿", "是否有求职意愿", "有无求职意愿", "有无就业愿望"), question="想不想找活干？",
          synonyms={"是": "有", "否": "无", "愿意": "有", "不愿意": "无", "有意愿": "有", "无意愿": "无", "没有": "无", "√": "有", "×": "无", "1": "有", "0": "无"}),
    Field("未就业原因", Kind.TEXT, question="没找到活，主要难在哪里？"),
    Field("失业保险缴费月数", Kind.NUMBER, unit="个月", question="失业保险一共交了多少个月？", aliases=("失业保险累计缴费月数", "失业保险缴费月")),
    Field("领取失业保险金", Kind.YES_NO, aliases=("是否领取失业保险金", "是否领取失业金", "是否领金"), question="现在领着失业金吗？"),
    Field("已领失业保险金月数", Kind.NUMBER, unit="个月", question="失业金领了几个月？", aliases=("已领取失业保险金月数", "已领失业金月数")),
    Field("灵活就业登记日期", Kind.DATE, question="办过灵活就业登记吗，哪天？"),
    Field("社保月缴额", Kind.MONEY, unit="元/月", question="自己每月交多少社保？"),
    Field("以个人身份参保", Kind.YES_NO, question="社保是自己交的吗？"),
    Field("当前就业", Kind.TEXT, derived=True),
    Field("稳定就业月数", Kind.NUMBER, derived=True, unit="个月"),
    Field("当前月薪", Kind.MONEY, unit="元/月", derived=True),
)  # fmt: skip

WISHES = (
    Field("意向工种", Kind.CHOICES, aliases=("求职意向", "意向岗位", "就业工种意向", "求职意愿工种", "就业意向", "意向职业", "求职工种", "求职岗位", "意愿工种", "希望从事工种", "希望从事的工种"), question="想干什么工种？"),
    Field("意向区域", Kind.CHOICES, ("本村", "镇内", "县内", "省内", "省外", "居家"), aliases=("就业意向地", "就业区域意向", "意向地点", "就业意愿地", "意愿地点", "意向就业地", "求职区域", "希望工作地点"),
          synonyms={"家门口": "镇内", "本镇": "镇内", "本县": "县内", "外省": "省外", "在家": "居家",
                    "本地": "县内", "县城": "县内", "市内": "省内", "本省": "省内", "县外": "", "外地": ""}, question="愿意去多远干：村里、镇上、县里、外地？"),
    Field("意向形式", Kind.CHOICES, ("企业", "居家", "灵活", "公益岗", "创业", "培训"), aliases=("就业形式意向",), question="想进厂、在家干、公益岗，还是自己干？"),
    Field("最低月薪", Kind.MONEY, unit="元/月", aliases=("期望月薪", "期望工资", "工资收入意向", "期望薪资", "期望月薪（元）", "期望待遇", "意向薪资", "期望薪酬", "薪资要求", "期望收入"), question="一个月最少要多少钱？"),
    Field("培训意愿", Kind.CHOICES, aliases=("培训意向", "培训需求类型", "培训意愿项目", "是否有培训意愿"), question="想学什么？"),
    Field("就业服务需求", Kind.CHOICES, ("失业登记", "困难认定", "职业指导", "求职", "技能培训", "创业服务", "就业见习", "其他"), question="要我们帮什么？"),
)  # fmt: skip

DESK = (
    Field("回访嘱咐", Kind.TEXT, aliases=("电话嘱咐",), question="什么时候打电话方便，打给谁？"),
    Field("帮扶责任人", Kind.TEXT, aliases=("帮扶人", "帮包干部", "帮扶人姓名", "责任人", "包联干部", "帮扶干部", "帮扶责任人姓名")),
    Field("告知日期", Kind.DATE, question="给您建档的事跟您说过了，可以吗？"),
    Field("备注", Kind.TEXT, aliases=("AAE013",)),
)  # fmt: skip

PERSON_FIELDS = IDENTITY + SCHOOLING + HEALTH + STANDING + WORK + WISHES + DESK + LISTS

GROUPS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    ("基本", IDENTITY),
    ("文化", SCHOOLING),
    ("身体", HEALTH),
    ("身份", STANDING),
    ("就业", WORK),
    ("意向", WISHES),
    ("回访", DESK),
)
"""The plain fields in the order a file is read, under the heads it is printed with."""
