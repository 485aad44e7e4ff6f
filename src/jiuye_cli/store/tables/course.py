"""The tables of the whole course, each the record of `core/course` it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jiuye_cli.core.course import (
    bus,
    claim,
    event,
    grants,
    green,
    household,
    placement,
    plan,
    receipt,
    service,
    target,
    training,
    venture,
    welfare,
)
from jiuye_cli.store.record_table import RecordTable

if TYPE_CHECKING:
    from sqlite_utils import Database

PERSON = {"person": "person"}

BATCH = RecordTable("claim_batch", claim.Batch, "集中申报")
CLAIM = RecordTable(
    "claim", claim.Claim, "申领", {**PERSON, "batch": "claim_batch"}, indexed=("person", "stage")
)
PAPER = RecordTable(
    "claim_paper", claim.Paper, "材料", {**PERSON, "claim": "claim"}, unique=[("claim", "name")]
)
RECEIPT = RecordTable(
    "receipt", receipt.Receipt, "领取记录", {**PERSON, "claim": "claim"}, indexed=("person",)
)

GATE = RecordTable("human_gate", grants.GateAnswer, "人工确认", PERSON, unique=[("person", "gate")])

CLASS = RecordTable("training_class", training.TrainingClass, "培训班")
ENROLMENT = RecordTable(
    "enrolment",
    training.Enrolment,
    "报名",
    {**PERSON, "training_class": "training_class"},
    unique=[("training_class", "person")],
    indexed=("person",),
)
ATTENDANCE = RecordTable(
    "attendance",
    training.Attendance,
    "考勤",
    {**PERSON, "enrolment": "enrolment"},
    unique=[("enrolment", "day")],
)

PLACEMENT = RecordTable("placement", placement.Placement, "上岗", PERSON, indexed=("person", "job"))
TROUBLE = RecordTable(
    "trouble_at_work", placement.TroubleAtWork, "上岗异常", PERSON, indexed=("person",)
)

WELFARE_POST = RecordTable("welfare_post", welfare.WelfarePost, "公益岗")
WELFARE_TERM = RecordTable(
    "welfare_term", welfare.WelfareTerm, "公益岗申请", {**PERSON, "post": "welfare_post"}, indexed=("person",)
)  # fmt: skip
HELPED = RecordTable(
    "welfare_helped", welfare.Helped, "帮扶对象", {**PERSON, "term": "welfare_term"}
)
WELFARE_MONTH = RecordTable(
    "welfare_month", welfare.WelfareMonth, "月考核", {**PERSON, "term": "welfare_term"}, unique=[("term", "month")]
)  # fmt: skip

EVENT = RecordTable("event", event.Event, "活动")
INVITATION = RecordTable(
    "invitation",
    event.Invitation,
    "邀请",
    {**PERSON, "event": "event"},
    unique=[("event", "person")],
)
BUS = RecordTable("bus", bus.Bus, "车", {"event": "event"})
SEAT = RecordTable(
    "seat",
    bus.Seat,
    "座位",
    {**PERSON, "event": "event", "bus": "bus"},
    unique=[("event", "person"), ("bus", "number")],
)

VENTURE_STEP = RecordTable(
    "venture_step", venture.VentureStep, "创业进度", PERSON, indexed=("person",)
)
VENTURE_VISIT = RecordTable(
    "venture_visit", venture.VentureVisit, "创业走访", PERSON, indexed=("person",)
)
PROJECT = RecordTable("project", venture.Project, "创业项目")
PROJECT_OFFER = RecordTable(
    "project_offer", venture.ProjectOffer, "项目推介", {**PERSON, "project": "project"}, indexed=("person",)
)  # fmt: skip
STORY = RecordTable("story", venture.Story, "创业故事", PERSON)

SERVICE = RecordTable("service", service.Service, "服务记录", PERSON, indexed=("person",))
LOAN = RecordTable("loan", service.Loan, "借出物品", PERSON, indexed=("person",))
PLAN = RecordTable("plan", plan.Plan, "帮扶方案", PERSON, indexed=("person",))
PLAN_STEP = RecordTable(
    "plan_step", plan.PlanStep, "方案步骤", {**PERSON, "plan": "plan"}, unique=[("plan", "number")]
)
RESPONSIBLE = RecordTable(
    "responsible", plan.Responsible, "帮扶责任人", PERSON, indexed=("person",)
)

TARGET = RecordTable("target", target.Target, "任务", unique=[("year", "measure")])
ZERO_WATCH = RecordTable(
    "zero_watch",
    household.ZeroWatch,
    "零就业家庭",
    {"household": "household"},
    indexed=("household",),
)
ARRIVAL = RecordTable("arrival", green.Arrival, "到场名单")
PASS = RecordTable(
    "green_pass",
    green.Pass,
    "绿色通道",
    {**PERSON, "arrival": "arrival"},
    unique=[("arrival", "person")],
)

COURSE_TABLES: tuple[RecordTable[Any], ...] = (
    BATCH, CLAIM, PAPER, RECEIPT, GATE, CLASS, ENROLMENT, ATTENDANCE, PLACEMENT, TROUBLE,
    WELFARE_POST, WELFARE_TERM, HELPED, WELFARE_MONTH, EVENT, INVITATION, BUS, SEAT,
    VENTURE_STEP, VENTURE_VISIT, PROJECT, PROJECT_OFFER, STORY, SERVICE, LOAN, PLAN, PLAN_STEP,
    RESPONSIBLE, TARGET, ZERO_WATCH, ARRIVAL, PASS,
)  # fmt: skip
"""In order of their foreign keys."""


def make_course_tables(db: Database) -> None:
    """Create every table of the course."""
    for table in COURSE_TABLES:
        table.make(db)
