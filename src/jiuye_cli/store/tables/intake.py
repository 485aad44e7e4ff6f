"""The table of rows imported: by their marks they are known again, so that a file twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def make_intake_tables(db: Database) -> None:
    """Create it; a mark is a digest, and goes with its person."""
    db["import_row"].create(  # type: ignore[union-attr]
        {"id": int, "person": int, "mark": str},
        pk="id", strict=True, not_null={"person", "mark"}, foreign_keys=[("person", "person", "id")],
    )  # fmt: skip
    db["import_row"].create_index(["mark"])  # type: ignore[union-attr]
    db["import_row"].create_index(["person"])  # type: ignore[union-attr]
