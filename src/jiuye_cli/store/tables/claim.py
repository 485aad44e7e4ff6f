"""The tables of claims, their papers, what was received, what humans decided."""

from __future__ import annotations

from jiuye_cli.core.course.claim import Batch, Claim, Paper
from jiuye_cli.core.course.gate import GateAnswer
from jiuye_cli.core.course.receipt import Receipt
from jiuye_cli.store.file.record_table import PERSON, RecordTable

BATCH = RecordTable("claim_batch", Batch, "集中申报")
CLAIM = RecordTable(
    "claim", Claim, "申领", {**PERSON, "batch": "claim_batch"}, indexed=("person", "stage")
)
PAPER = RecordTable(
    "claim_paper", Paper, "材料", {**PERSON, "claim": "claim"}, unique=[("claim", "name")]
)
RECEIPT = RecordTable(
    "receipt", Receipt, "领取记录", {**PERSON, "claim": "claim"}, indexed=("person",)
)
GATE = RecordTable("human_gate", GateAnswer, "人工确认", PERSON, unique=[("person", "gate")])
