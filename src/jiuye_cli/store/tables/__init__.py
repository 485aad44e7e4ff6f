"""The tables of the later rooms, each made by a function of its own module.

The modules are imported only to make the tables: a look at one sheet does not pay for all rooms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def make_tables(db: Database) -> None:
    """Create the tables of every room, in order of their foreign keys."""
    from jiuye_cli.store.tables.contacts import make_contact_tables
    from jiuye_cli.store.tables.course import make_course_tables
    from jiuye_cli.store.tables.intake import make_intake_tables
    from jiuye_cli.store.tables.posts import make_post_tables
    from jiuye_cli.store.tables.reports import make_report_tables

    for make in (
        make_course_tables,
        make_contact_tables,
        make_post_tables,
        make_intake_tables,
        make_report_tables,
    ):
        make(db)
