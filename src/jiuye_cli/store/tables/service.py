"""The tables of services given and things lent."""

from __future__ import annotations

from jiuye_cli.core.course.service import Loan, Service
from jiuye_cli.store.file.record_table import PERSON, RecordTable

SERVICE = RecordTable("service", Service, "服务记录", PERSON, indexed=("person",))
LOAN = RecordTable("loan", Loan, "借出物品", PERSON, indexed=("person",))
