"""The table of commands: name, Chinese alias, module, one line of help, place in the help."""

from __future__ import annotations

from jiuye_cli.cli.lazy import Entry

PANELS = DAY, PEOPLE, WORK, RULES, PAPER, SAFE = (
    "每天",
    "人",
    "岗位和全程",
    "政策和补贴",
    "报表和打印",
    "平安",
)

COMMANDS: tuple[Entry, ...] = (
    Entry("today", "今日", "today", "今天要打的电话", DAY),
    Entry("enter", "记", "enter", "录一个电话的结果", DAY),
    Entry("nightly", "夜班", "nightly", "排下一个工作日的名单、出纸、备份", DAY),
    Entry("call", "回访", "call", "一问一答打一个电话", DAY),
    Entry("callbacks", "名单", "callbacks", "任何一天的回访名单，打印，为什么有谁没谁", DAY),
    Entry("init", "建台账", "init", "建一个工作文件夹", SAFE),
    Entry("import", "导入", "import_", "把现有的名册导进来", PEOPLE),
    Entry("demo", "演示", "demo", "编一个村子，印出今晚的名单", SAFE),
    Entry("add", "建档", "person_add", "新建一个人的档案", PEOPLE),
    Entry("set", "改", "person_set", "改一个人的几项内容", PEOPLE),
    Entry("edit", "编辑", "person_edit", "在编辑器里改一个人的档案", PEOPLE),
    Entry("find", "查", "person_find", "找人：姓名、拼音、电话尾号", PEOPLE),
    Entry("list", "名册", "person_list", "按条件列名单", PEOPLE),
    Entry("show", "档案", "person_show", "看一个人的档案", PEOPLE),
    Entry("forget", "注销", "person_close", "注销档案，或按要求删除一个人的全部记录", PEOPLE),
    Entry("job", "岗位", "job", "岗位：登记、查看、核实、停招", WORK),
    Entry("import-jobs", "导入岗位", "import_jobs", "把用工需求表导进来", WORK),
    Entry("employer", "单位", "employer", "单位：登记、查看、该打哪家", WORK),
    Entry("workshop", "车间", "workshop", "帮扶车间：人数、补助", WORK),
    Entry("match", "匹配", "match", "每人三个岗位，为什么，每月多多少", WORK),
    Entry("refer", "推荐", "refer", "开推荐单，一次三个", WORK),
    Entry("referral", "推荐单", "referral", "推荐的回话和结果", WORK),
    Entry("training", "培训", "training", "培训班：报名、考勤、结班、取证", WORK),
    Entry("placement", "上岗", "placement", "上岗、变动、出事、离岗", WORK),
    Entry("event", "活动", "event", "招聘会、面试、辅导、返岗专车", WORK),
    Entry("welfare", "公益岗", "welfare", "公益岗、互助岗：申请、评议、上岗、考勤、考核", WORK),
    Entry("service", "服务", "service", "职业指导、心理疏导、走访、借出物品", WORK),
    Entry("plan", "方案", "plan", "一人一策：目标、步骤、责任人", WORK),
    Entry("claim", "补贴", "claim", "补贴申领：开单、收材料、提交、发放、集中申报", RULES),
    Entry("rota", "轮值", "rota", "哪天谁打电话、谁当管家", DAY),
    Entry("import-results", "导入结果", "import_results", "把填好的名单表格录进来", DAY),
    Entry("schedule", "定时", "schedule", "让电脑每晚自己跑夜班", SAFE),
    Entry("check", "能领", "check", "看一个人能领什么、差哪句话", RULES),
    Entry("why", "为什么", "why", "一项政策或岗位，每个条件怎么判的", RULES),
    Entry("radar", "到期", "radar", "往后一年哪天会变", RULES),
    Entry("policy", "政策", "policy", "政策规则：看、查错、试判、比较", RULES),
    Entry("print", "打印", "print_", "印纸：名单、手册、汇编、表、周报", PAPER),
    Entry("log", "日志", "log", "看改过什么、看过什么", SAFE),
    Entry("undo", "撤销", "undo", "撤销上一次操作，可以一直往回退", SAFE),
    Entry("backup", "备份", "backup", "备份并当场验证", SAFE),
    Entry("restore", "恢复", "restore", "从备份恢复", SAFE),
    Entry("doctor", "体检", "doctor", "检查台账、规则和疑点，不问不改", SAFE),
)
