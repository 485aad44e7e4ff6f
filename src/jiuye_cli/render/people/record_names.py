"""What the rows of the other rooms' tables are called on the screen, column by column."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from jiuye_cli.core.course.claim import STAGE_WORDS
from jiuye_cli.core.referral.referral import Result, Side

UNSAID = ""
"""The name of a table whose rows say nothing to her."""

TABLES: Mapping[str, str] = {
    "arrival": "到场名单", "attendance": "考勤", "bus": "车", "claim": "申领", "claim_batch": "集中申报",
    "claim_paper": "申领材料", "contact": "回访", "employer": "单位", "employer_call": "单位联系",
    "enrolment": "培训报名", "event": "活动", "green_pass": "绿色通道", "human_gate": "人定的事",
    "import_row": UNSAID, "invitation": "活动邀请", "loan": "借出物品", "night": UNSAID, "not_same": "不是同一人",
    "placement": "上岗登记", "plan": "方案", "plan_step": "方案步骤", "post": "岗位", "printed_figure": UNSAID,
    "project": "创业项目", "project_offer": "项目推介", "receipt": "领取记录", "referral": "推荐",
    "referral_batch": "推荐单", "responsible": "帮扶责任人", "rota": "轮值", "seat": "座位", "service": "服务",
    "sheet": UNSAID, "sheet_row": UNSAID, "story": "创业故事", "target": "任务", "training_class": "培训班",
    "trouble_at_work": "岗上出事", "venture_step": "创业进度", "venture_visit": "创业走访",
    "welfare_helped": "帮扶对象", "welfare_month": "公益岗月考核", "welfare_post": "公益岗", "welfare_term": "公益岗申请",
    "zero_watch": "零就业家庭",
}  # fmt: skip

HIDDEN = frozenset(
    [
        "id",
        "person",
        "household",
        "operation",
        "key",
        "mark_ref",
        "name_key",
        "created_on",
        "sheet",
        "row",
        "at",
        "snapshot",
        "version",
        "amount_low",
        "amount_high",
        "pay",
        "beneficiary",
        "enrolment",
        "training_class",
        "taken",
        "certificate",
        "job",
        "employer",
        "post",
        "referral",
        "placement",
        "claim",
        "plan",
        "event",
        "bus",
        "arrival",
        "term",
        "neighbour",
        "batch",
        "venture",
        "project",
        "cleared_by",
        "noted_on",
        "field",
        "identity",
    ]
)
"""Columns that only tie rows together, or repeat what another says."""

COLUMNS: Mapping[str, str] = {
    "added_on": "加上", "amount": "金额", "answer": "答复", "answered_on": "答复日期", "applied_on": "申请",
    "approved_by": "谁批的", "approved_on": "批准", "arrived_on": "来的日子", "asked_on": "要座的日子", "back_on": "归还",
    "base": "基地", "boarded": "上车", "body": "机构", "by": "经手", "cadre_kin": "干部亲属", "called_off_on": "取消",
    "caller": "回访人", "came": "到场", "channel": "方式", "cleared_on": "消掉", "closed_on": "结束", "closed_why": "为什么结束",
    "confirmed_by": "谁认定的", "confirmed_on": "认定", "consent_on": "本人同意", "contact": "联系人", "cost": "投入",
    "day": "日期", "days": "天数", "days_a_week": "每周天数", "deadline": "期限", "done_at": "办完", "done_by": "谁办的",
    "done_on": "做完", "driver": "司机", "dropped_on": "不做了", "due_on": "到哪天", "duties": "职责", "duty": "班",
    "ended_why": "离岗原因", "ends": "止", "enrolled_on": "报名", "field": "哪一项", "firms": "单位数", "first": "从哪月", "follower": "跟进人",
    "gate": "哪件事", "giver": "捐助", "goal": "目标", "grade": "等次", "held": "留复印件", "helps": "帮扶户数", "host": "主办",
    "hours": "学时", "how": "方式", "intention": "意向", "invited_on": "邀请", "is_open": "在营", "item": "哪一件",
    "jobs": "带动就业", "kind": "类别", "lacking": "还缺", "last": "到哪月", "leader": "带队", "leader_phone": "带队电话",
    "leaves_at": "发车", "left_on": "离开", "left_why": "为什么离开", "lent_on": "借出", "level": "等级", "made_by": "谁定的",
    "made_on": "日期", "mark": "记号", "measure": "任务", "mode": "方式", "month": "月份", "months": "月数", "name": "名称",
    "needs": "需要", "next_on": "下次", "note": "说明", "number": "第几", "offered_on": "推荐", "offers": "岗位数",
    "online": "线上", "outcome": "结果", "paid_on": "到账", "passed": "合格", "phone": "电话", "place": "地点", "plate": "车牌",
    "points": "考核分", "policy": "政策", "posted_on": "公示", "reached": "打通", "reason": "原因", "refused_by": "谁不愿意",
    "reply_due": "回话期限", "result": "结果", "result_on": "结果日期", "returned_on": "退回", "review_note": "评议说明",
    "reviewed_on": "评议", "rung": "台阶", "seats": "座位数", "set_on": "定的日子", "settled_on": "解决", "since": "从哪天",
    "skipped_why": "不用办", "source": "依据", "stage": "阶段", "started_on": "开单", "starts": "起", "status": "近况",
    "stipend": "月补贴", "stop": "上车点", "stopped_on": "终止", "stops": "上车点", "submitted_on": "提交", "text": "内容",
    "thing": "物品", "ticked_on": "收到", "time": "时刻", "title": "题目", "to": "到哪里", "trade": "职业", "unit": "单位",
    "until": "到哪天", "value": "内容", "wanted": "要多少", "weekday": "周几", "what": "做什么", "who": "谁", "why": "为什么", "wish": "意愿",
    "work": "工种", "written_on": "写的日子", "year": "哪年",
}  # fmt: skip

OF_TABLE: Mapping[tuple[str, str], str] = {
    ("training_class", "seats"): "名额", ("welfare_post", "seats"): "名额", ("event", "seats"): "名额",
    ("green_pass", "place"): "名单第几位", ("claim_paper", "name"): "材料", ("responsible", "name"): "姓名",
    ("responsible", "title"): "职务", ("loan", "mark"): "编号", ("attendance", "mark"): "到课",
    ("project", "trade"): "行业", ("rota", "name"): "谁", ("welfare_helped", "name"): "帮谁",
}  # fmt: skip

YES_NO = frozenset(
    ["held", "boarded", "came", "cadre_kin", "passed", "online", "is_open", "reached"]
)
PRIVATE = frozenset({("service", "note"), ("story", "text"), ("bus", "leader_phone"), ("responsible", "phone"), ("contact", "phone")})  # fmt: skip
"""What was said to the desk alone, and numbers: the log tells only that they were there."""

STAGES = {stage.value: word for stage, word in STAGE_WORDS.items()}
RESULTS: Mapping[str, str] = {one.value: one.label for one in (*Result, *Side)}


def column_name(table: str, column: str) -> str:
    """What a column is called; its own name where that is Chinese already."""
    return OF_TABLE.get((table, column)) or COLUMNS.get(column, column)


def cell_text(table: str, column: str, cell: Any) -> str:
    """A stored cell in her words: 是 for 1, whole numbers whole, lists as lists.

    >>> cell_text("claim", "stage", "approved"), cell_text("invitation", "came", 1), cell_text("target", "wanted", 470.0)
    ('已批准', '是', '470')
    """
    if (table, column) in PRIVATE:
        return "●"
    if column in YES_NO or (table, column) == ("human_gate", "answer"):
        return "是" if cell else "否"
    if table == "claim" and column == "stage":
        return STAGES.get(str(cell), str(cell))
    if table == "referral" and column in ("result", "refused_by"):
        return RESULTS.get(str(cell), str(cell))
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, str) and cell[:1] in "[{" and cell:
        return _unpacked(cell)
    return str(cell)


def _unpacked(cell: str) -> str:
    try:
        value = json.loads(cell)
    except ValueError:
        return cell
    if isinstance(value, dict):
        return " ".join(str(one) for one in value.values())
    return "、".join(str(one) for one in value) if isinstance(value, list) else cell
