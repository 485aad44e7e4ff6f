"""Gather what the month's report counts beside the week's: posts on duty, fairs, services, stipends."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

from jiuye_cli.core.report.happenings import Period
from jiuye_cli.core.report.month import Month
from jiuye_cli.store.course import welfare
from jiuye_cli.store.tables.claim import RECEIPT
from jiuye_cli.store.tables.event import EVENT, INVITATION
from jiuye_cli.store.tables.service import SERVICE
from jiuye_cli.store.tables.training import CLASS
from jiuye_cli.store.tables.welfare import WELFARE_POST


def kinds_of_work(conn: sqlite3.Connection, day: date) -> Mapping[int, str]:
    """What each person on a public-welfare post does on a day, by case number: its 工种, else its name."""
    posts = {one.id: one for one in WELFARE_POST.where(conn)}
    return {
        one.person: posts[one.post].work or posts[one.post].name
        for one in welfare.on_duty_in(conn, day, day)
    }


def month_told(conn: sqlite3.Connection, period: Period) -> Month:
    """What the file tells of a period; events called off are none."""
    days = (period.first, period.last)
    events = EVENT.where(conn, "day BETWEEN ? AND ? AND called_off_on IS NULL", *days)
    policies = {one.policy for one in WELFARE_POST.where(conn) if one.policy}
    paid = RECEIPT.where(conn, "paid_on BETWEEN ? AND ?", *days)
    return Month(
        events=events,
        invitations=[i for one in events for i in INVITATION.where(conn, "event = ?", one.id)],
        classes=CLASS.where(conn, "starts BETWEEN ? AND ?", *days),
        services=SERVICE.where(conn, "day BETWEEN ? AND ?", *days),
        stipends=[one for one in paid if one.policy in policies],
    )
