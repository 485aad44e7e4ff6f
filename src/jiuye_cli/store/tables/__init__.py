"""The tables of the later rooms, each made by a function of its own module."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jiuye_cli.store.tables.contacts import make_contact_tables
from jiuye_cli.store.tables.course import make_course_tables
from jiuye_cli.store.tables.intake import make_intake_tables
from jiuye_cli.store.tables.posts import make_post_tables

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES: tuple[Callable[[Database], None], ...] = (
    make_course_tables,
    make_contact_tables,
    make_post_tables,
    make_intake_tables,
)
"""Functions that create tables, in order of their foreign keys."""
