"""Claims on the screen: where each stands, what is missing, until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.course.claim import Batch, Claim, ClaimFile, days_left
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.words import yuan

PER = {"once": "", "monthly": "/月", "yearly": "/年"}


def claims_listing(files: Sequence[ClaimFile], today: date, title: str = "") -> Listing:
    """Claims, one a line."""
    heads: Heads = (
        figure("号"), name("姓名"), "政策", "哪一件", name("阶段"), name("期限"), name("金额"), name("还缺"),
    )  # fmt: skip
    rows = [
        (
            one.claim.id, one.card.name, one.claim.policy, one.item, one.claim.stage.label,
            last_day(one.claim, today), money(one.claim), _lacks(one),
        )
        for one in files
    ]  # fmt: skip
    empty = "没有在办的申领。开一份：jiuye claim start 谁 政策"
    return Listing("claims", heads, rows, [claim_item(one) for one in files], empty, title)


def _lacks(one: ClaimFile) -> str:
    return f"{len(one.missing)}样" if one.missing and one.claim.stage.is_open else ""


def claim_item(one: ClaimFile) -> dict[str, object]:
    """One claim as scripts read it."""
    claim = one.claim
    return {
        "id": claim.id, "policy": claim.policy, "who": one.card.id, "name": one.card.name,
        "item": one.item, "stage": claim.stage, "missing": one.missing, "deadline": claim.deadline,
        "amount": claim.amount, "pay": claim.pay, "months": claim.months, "months_used": one.months_used,
        "batch": claim.batch, "submitted_on": claim.submitted_on, "approved_on": claim.approved_on,
        "reason": claim.reason,
    }  # fmt: skip


def last_day(claim: Claim, today: date) -> str:
    """The last day to submit, with how long that is; empty once it is handed in.

    >>> last_day(Claim(1, "技能提升补贴", date(2026, 11, 1), deadline=date(2026, 11, 30)), date(2026, 11, 21))
    '11-30 剩9天'
    """
    left = days_left(claim, today)
    if left is None or claim.deadline is None:
        return ""
    day = (
        f"{claim.deadline:%m-%d}"
        if claim.deadline.year == today.year
        else claim.deadline.isoformat()
    )
    return f"{day} 过了{-left}天" if left < 0 else f"{day} 剩{left}天"


def money(claim: Claim) -> str:
    """The amount as it is paid; its bounds where only these are known; empty where nothing is."""
    per = PER.get(claim.pay or "once", "")
    if claim.amount is not None:
        return yuan(claim.amount) + per
    if claim.amount_low is not None and claim.amount_high is not None:
        return f"{claim.amount_low}～{claim.amount_high}元{per}"
    return ""


def claim_screen(one: ClaimFile, today: date) -> str:
    """One claim in full: the papers with their boxes, the days, the money."""
    claim = one.claim
    lines = [
        f"{claim.id} 号申领　{one.card}",
        "　".join(part for part in (claim.policy, one.item, claim.stage.label) if part),
    ]
    if told := last_day(claim, today):
        lines.append(f"期限：{claim.deadline}（{told.split(' ')[1]}）")
    if told := money(claim):
        most = f"，最多 {claim.months} 个月" if claim.months else ""
        lines.append(f"金额：{told}{most}")
    lines += [
        f"  {'☑' if p.ticked_on else '☐'} {at} {p.name}{'（留了复印件）' if p.held else ''}"
        for at, p in enumerate(one.papers, 1)
    ]
    for label, day in _days(claim):
        lines.append(f"{label}：{day}")
    lines += [
        f"到账：{_receipt(r.paid_on, r.first, r.last)} {yuan(r.amount) if r.amount is not None else '金额没记'}"
        for r in one.receipts
    ]
    if claim.reason:
        lines.append(f"原因：{claim.reason}")
    if claim.note:
        lines.append(f"说明：{claim.note}")
    return "\n".join(lines)


def _receipt(on: date, first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return on.isoformat()
    span = f"{first:%Y-%m}" if first == last else f"{first:%Y-%m} 到 {last:%Y-%m}"
    return f"{on}（{span}）"


def _days(claim: Claim) -> list[tuple[str, date]]:
    told = (
        ("提交", claim.submitted_on), ("公示", claim.posted_on), ("批准", claim.approved_on),
        ("退回", claim.returned_on), ("终止", claim.stopped_on),
    )  # fmt: skip
    return [(label, day) for label, day in told if day is not None]


def batch_listing(batch: Batch, files: Sequence[ClaimFile], today: date) -> Listing:
    """The cover list of a batch, with its count and its sum."""
    known = [one.claim.amount for one in files if one.claim.amount is not None]
    sum_ = f"，共 {yuan(sum(known))}" if known else ""
    unknown = len(files) - len(known)
    more = f"（另有 {unknown} 人金额不知道）" if unknown else ""
    listing = claims_listing(
        files, today, f"{batch.id} 号批次 {batch.name}　{len(files)} 人{sum_}{more}"
    )
    return Listing(
        listing.key, listing.heads, listing.rows, listing.items, title=listing.title,
        more={"batch": batch.id, "name": batch.name, "submitted_on": batch.submitted_on, "total": sum(known), "unknown": unknown},
    )  # fmt: skip
