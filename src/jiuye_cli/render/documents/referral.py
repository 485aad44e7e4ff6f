"""推荐单: stub, letter to the employer, and the reply slip to be sent back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jiuye_cli.render.documents.shape import Contact, Paper, document


class Referral(Paper):
    """One person sent to one post. The employer is told no more of the person than this.

    `skills` are certificates and trades in words; `reply_by` is the day by which
    the slip should be back.
    """

    number: str
    name: str
    sex: str | None
    age: int | None
    schooling: str | None
    skills: Sequence[str]
    phone: str | None
    employer: str
    employer_contact: Contact
    address: str | None
    job: str
    wage: str | None
    referred_on: object
    reply_by: object
    coordinator: Contact


def referral_page(referral: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The three slips on one A4 page."""
    return document("推荐单.html", Referral, referral, folders)
