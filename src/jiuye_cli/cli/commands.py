"""The table of commands: name, Chinese alias, module, one line of help, place in the help."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One command of the root: its name, Chinese alias, module, and line of help."""

    name: str
    alias: str
    module: str
    help: str
    panel: str = ""


PANELS = DAY, PEOPLE, WORK, RULES, PAPER, SAFE = (
    "每天",
    "人",
    "岗位和全程",
    "政策和补贴",
    "报表和打印",
    "平安",
)

COMMANDS: tuple[Entry, ...] = (
    Entry("today", "今日", "callback.today", "今天要打的电话", DAY),
    Entry("enter", "记", "callback.enter", "录一个电话的结果", DAY),
    Entry("nightly", "夜班", "callback.nightly", "排下一个工作日的名单、出纸、备份", DAY),
    Entry("call", "回访", "callback.call", "一问一答打一个电话", DAY),
    Entry(
        "callbacks", "名单", "callback.callbacks", "任何一天的回访名单，打印，为什么有谁没谁", DAY
    ),
    Entry("init", "建台账", "safe.init", "建一个工作文件夹", SAFE),
    Entry("import", "导入", "people.import_", "把现有的名册导进来", PEOPLE),
    Entry("demo", "演示", "safe.demo", "编一个村子，印出今晚的名单", SAFE),
    Entry("add", "建档", "people.add", "新建一个人的档案", PEOPLE),
    Entry("set", "改", "people.set_", "改一个人的几项内容", PEOPLE),
    Entry("edit", "编辑", "people.edit", "在编辑器里改一个人的档案", PEOPLE),
    Entry("find", "查", "people.find", "找人：姓名、拼音、电话尾号", PEOPLE),
    Entry("list", "名册", "people.list_", "按条件列名单", PEOPLE),
    Entry("show", "档案", "people.show", "看一个人的档案", PEOPLE),
    Entry("forget", "注销", "people.forget", "注销档案，或按要求删除一个人的全部记录", PEOPLE),
    Entry("merge", "合并", "people.merge", "一个人建了两份档案，并成一份", PEOPLE),
    Entry("job", "岗位", "posts.job", "岗位：登记、查看、核实、停招", WORK),
    Entry("import-jobs", "导入岗位", "posts.import_jobs", "把用工需求表导进来", WORK),
    Entry("employer", "单位", "posts.employer", "单位：登记、查看、该打哪家", WORK),
    Entry("workshop", "车间", "posts.workshop", "帮扶车间：人数、补助", WORK),
    Entry("match", "匹配", "posts.match", "每人三个岗位，为什么，每月多多少", WORK),
    Entry("refer", "推荐", "posts.refer", "开推荐单，一次三个", WORK),
    Entry("referral", "推荐单", "posts.referral", "推荐的回话和结果", WORK),
    Entry("training", "培训", "course.training", "培训班：报名、考勤、结班、取证", WORK),
    Entry("placement", "上岗", "course.placement", "上岗、变动、出事、离岗", WORK),
    Entry("event", "活动", "course.event", "招聘会、面试、辅导、返岗专车", WORK),
    Entry(
        "welfare", "公益岗", "course.welfare", "公益岗、互助岗：申请、评议、上岗、考勤、考核", WORK
    ),
    Entry("venture", "创业", "course.venture", "创业：项目、执照、走访、带动就业、故事", WORK),
    Entry("service", "服务", "course.service", "职业指导、心理疏导、走访、借出物品", WORK),
    Entry("plan", "方案", "course.plan", "一人一策：目标、步骤、责任人", WORK),
    Entry("household", "家庭", "people.household", "一户人：谁在干活，零就业家庭", PEOPLE),
    Entry("target", "任务", "course.target", "年度任务和完成率", PAPER),
    Entry("green", "绿色通道", "course.green", "一批人来了，登记和申领一次办完", WORK),
    Entry("claim", "补贴", "policy.claim", "补贴申领：开单、收材料、提交、发放、集中申报", RULES),
    Entry("rota", "轮值", "callback.rota", "哪天谁打电话、谁当管家", DAY),
    Entry("import-results", "导入结果", "callback.import_results", "把填好的名单表格录进来", DAY),
    Entry("schedule", "定时", "safe.schedule", "让电脑每晚自己跑夜班", SAFE),
    Entry("check", "能领", "policy.check", "看一个人能领什么、差哪句话", RULES),
    Entry("why", "为什么", "policy.why", "一项政策或岗位，每个条件怎么判的", RULES),
    Entry("radar", "到期", "policy.radar", "往后一年哪天会变", RULES),
    Entry("policy", "政策", "policy.policy", "政策规则：看、查错、试判、比较", RULES),
    Entry("print", "打印", "paper.print_", "印纸：名单、手册、汇编、表、周报", PAPER),
    Entry("report", "报表", "paper.report", "周报、底数、清单、进度、任务，每个数点回名单", PAPER),
    Entry("export", "导出", "paper.export", "按上级要的列和身份证写法导出名册", PAPER),
    Entry("log", "日志", "safe.log", "看改过什么、看过什么", SAFE),
    Entry("undo", "撤销", "safe.undo", "撤销上一次操作，可以一直往回退", SAFE),
    Entry("backup", "备份", "safe.backup", "备份并当场验证", SAFE),
    Entry("restore", "恢复", "safe.restore", "从备份恢复", SAFE),
    Entry("doctor", "体检", "safe.doctor", "检查台账、规则和疑点，不问不改", SAFE),
)
