"""The tables of employers, posts, referrals and calls to employers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jiuye_cli.core.fields.post import POST, REGISTER
from jiuye_cli.core.opening.employer_call import EmployerCall
from jiuye_cli.core.referral.referral import Batch, Referral
from jiuye_cli.store.file.record_table import PERSON, RecordTable

if TYPE_CHECKING:
    from sqlite_utils import Database

BATCH = RecordTable("referral_batch", Batch, "推荐单", PERSON, indexed=("person",))
REFERRAL = RecordTable(
    "referral",
    Referral,
    "推荐",
    {**PERSON, "batch": "referral_batch", "post": "post"},
    unique=[("batch", "post")],
    indexed=("person", "post", "result"),
)
EMPLOYER_CALL = RecordTable(
    "employer_call", EmployerCall, "单位联系", {"employer": "employer"}, indexed=("employer",)
)

KNOWN_NONE = "无"
"""The column that names the fields known to be none, as a JSON array."""


def make_post_tables(db: Database) -> None:
    """Create the tables of employers, posts and referrals."""
    from jiuye_cli.store.file.columns import columns

    employer: Any = db["employer"]
    employer.create(
        {
            "id": int,
            **columns(REGISTER.columns),
            KNOWN_NONE: str,
            "name_key": str,
            "created_on": str,
        },
        pk="id",
        strict=True,
        not_null={"单位名称", "name_key"},
    )
    employer.create_index(["name_key"], unique=True)
    post: Any = db["post"]
    post.create(
        {
            "id": int, "employer": int, **columns(POST.columns), KNOWN_NONE: str, "mark": str,
            "created_on": str, "closed_on": str, "closed_why": str,
        },
        pk="id",
        strict=True,
        not_null={"employer"},
        foreign_keys=[("employer", "employer", "id")],
    )  # fmt: skip
    post.create_index(["employer"])
    for table in (BATCH, REFERRAL, EMPLOYER_CALL):
        table.make(db)
